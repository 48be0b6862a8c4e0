/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why an operation failed, for the person who asked for it.
 *
 * The one who calls owns a `struct fault`, hands it down as the last argument (or NULL, to hear
 * only the status) and releases it. The one who fails fills it once, at the place that knows, in
 * one line:
 *
 *	return fault_set(f, STATUS_NO_PROJECT, path);
 *
 * A fault holds no finished sentence: words come from status.def and are translated above.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include "base/status.h"

struct fault {
	enum status status;
	char *subject; /* what it is about: a path, an id, an option; foreign text, or NULL */
	char *detail;  /* more than the status says: strerror, a line number, a version; or NULL */
};

/* An initialiser: no fault. */
#define FAULT_NONE ((struct fault){.status = STATUS_OK, .subject = NULL, .detail = NULL})

/* Replaces what `f` held; `subject` (may be NULL) is copied. Returns `status`, which is not OK. */
enum status fault_set(struct fault *f, enum status status, const char *subject);

/* The same with a detail made from `fmt`. */
enum status fault_setf(struct fault *f, enum status status, const char *subject, const char *fmt,
		       ...)
	__attribute__((format(printf, 4, 5)));

/*
 * The status that errno stands for; strerror's words are the detail where it is only IO. errno is
 * kept.
 */
enum status fault_errno(struct fault *f, const char *subject);

/* Frees what it holds; it is FAULT_NONE again. */
void fault_release(struct fault *f);

#endif
