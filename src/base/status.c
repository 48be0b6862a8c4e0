/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/status.h"

#include <assert.h>
#include <stddef.h>

#define N_(text) text

static const struct {
	const char *name;
	int exit_code;
	const char *message;
	const char *hint;
} table[N_STATUSES] = {
#define STATUS(name, exit_code, message, hint) [STATUS_##name] = {#name, exit_code, message, hint},
#include "base/status.def"
#undef STATUS
};

int status_exit_code(enum status status)
{
	assert(status < N_STATUSES);
	return table[status].exit_code;
}

const char *status_message(enum status status)
{
	assert(status < N_STATUSES);
	return table[status].message;
}

const char *status_hint(enum status status)
{
	assert(status < N_STATUSES);
	return table[status].hint[0] ? table[status].hint : NULL;
}

const char *status_name(enum status status)
{
	assert(status < N_STATUSES);
	return table[status].name;
}
