/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can come of an operation: one table (status.def) for names, exit codes and words.
 *
 * The words are English and unmarked-up; app/ and cli/ translate them on the way to a person.
 */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

/* The caller must look at the result. */
#define MUST_USE __attribute__((warn_unused_result))

enum status {
#define STATUS(name, exit_code, message, hint) STATUS_##name,
#include "base/status.def"
#undef STATUS
	N_STATUSES
};

/*
 * The process's exit code: 0 fine, 1 nothing found or a check failed, 2 usage, 3 data,
 * 130 interrupted.
 */
int status_exit_code(enum status status);

/* What happened, as a clause without a full stop; a msgid for gettext. Static. */
const char *status_message(enum status status);

/* What a person can do about it, or NULL; a msgid for gettext. Static. */
const char *status_hint(enum status status);

/* The name in status.def, for logs and tests. Static. */
const char *status_name(enum status status);

#endif
