/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that is there: each function returns memory or does not return.
 *
 * Out of memory is the one failure that no caller can mend, so it ends the program here, after the
 * terminal has been given back. What these return is freed with free().
 */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stdarg.h>
#include <stddef.h>

void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull));

/* Zeroed; dies too where n * size overflows. */
void *xcalloc(size_t n, size_t size) __attribute__((malloc, returns_nonnull));

/* Like reallocarray(): dies too where n * size overflows. */
void *xrealloc(void *items, size_t n, size_t size) __attribute__((returns_nonnull));

char *xstrdup(const char *text) __attribute__((malloc, returns_nonnull));

/* NULL stays NULL, or becomes the empty string. */
char *xstrdup_or_null(const char *text);
char *xstrdup_or_empty(const char *text) __attribute__((malloc, returns_nonnull));

/* A copy of `text` (NULL: the empty string), which may be in it, in place of what `*field` holds. */
void xstrset(char **field, const char *text);

/* The first `n` bytes of `text`, or fewer where a NUL stands before; NUL-terminated. */
char *xstrndup(const char *text, size_t n) __attribute__((malloc, returns_nonnull));

/* `n` bytes, whatever they are, with a NUL after them. */
char *xmemdup(const void *bytes, size_t n) __attribute__((malloc, returns_nonnull));

char *xasprintf(const char *fmt, ...) __attribute__((format(printf, 1, 2), returns_nonnull));
char *xvasprintf(const char *fmt, va_list args)
	__attribute__((format(printf, 1, 0), returns_nonnull));

/* What the others do without memory; for libraries whose allocations fail. */
_Noreturn void xalloc_die(void);

/* `restore` (NULL: nothing) is called before the program dies; it must not allocate. */
void xalloc_on_failure(void (*restore)(void));

#endif
