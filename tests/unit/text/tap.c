/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/tap.h"

#include <stdarg.h>
#include <stdio.h>

static size_t n_results, n_failed;

void tap_result(bool ok, const char *name)
{
	n_failed += !ok;
	printf("%sok %zu - %s\n", ok ? "" : "not ", ++n_results, name);
}

void tap_why(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fputs("# ", stdout);
	vprintf(fmt, args);
	putchar('\n');
	va_end(args);
}

void tap_skip(const char *name, const char *reason)
{
	printf("ok %zu - %s # SKIP %s\n", ++n_results, name, reason);
}

int tap_end(void)
{
	printf("1..%zu\n", n_results);
	return n_failed > 0 || n_results == 0;
}
