/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xalloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/status.h"

/* The terminal outlives every struct app: what restores it may be global. */
static void (*restore_terminal)(void);

void xalloc_on_failure(void (*restore)(void))
{
	restore_terminal = restore;
}

/* Not exit(): its handlers may allocate. */
_Noreturn void xalloc_die(void)
{
	static const char message[] = "hashiya: out of memory\n";
	if (restore_terminal)
		restore_terminal();
	ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
	(void)ignored;
	_exit(status_exit_code(STATUS_IO));
}

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);
	if (!p)
		xalloc_die();
	return p;
}

void *xcalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);
	if (!p)
		xalloc_die();
	return p;
}

void *xrealloc(void *items, size_t n, size_t size)
{
	void *p = reallocarray(items, n ? n : 1, size ? size : 1);
	if (!p)
		xalloc_die();
	return p;
}

char *xstrdup(const char *text)
{
	return xmemdup(text, strlen(text));
}

char *xstrdup_or_null(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

char *xstrdup_or_empty(const char *text)
{
	return xstrdup(text ? text : "");
}

void xstrset(char **field, const char *text)
{
	char *copy = xstrdup_or_empty(text);
	free(*field);
	*field = copy;
}

char *xstrndup(const char *text, size_t n)
{
	return xmemdup(text, strnlen(text, n));
}

char *xmemdup(const void *bytes, size_t n)
{
	char *copy = xmalloc(n + 1);
	if (n > 0)
		memcpy(copy, bytes, n);
	copy[n] = '\0';
	return copy;
}

char *xvasprintf(const char *fmt, va_list args)
{
	char *text;
	if (vasprintf(&text, fmt, args) < 0)
		xalloc_die();
	return text;
}

char *xasprintf(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	char *text = xvasprintf(fmt, args);
	va_end(args);
	return text;
}
