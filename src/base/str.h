/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A string that grows: bytes of any value, with a NUL after the last, so that `p` is a C string
 * wherever nobody put a NUL inside.
 *
 * STR_EMPTY (all zero) is a valid empty one; its `p` is NULL until something is appended or
 * str_cstr() is asked.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	char *p;
	size_t len; /* bytes, without the NUL */
	size_t cap; /* bytes allocated */
};

#define STR_EMPTY ((struct str){.p = NULL, .len = 0, .cap = 0})

/* `bytes` may lie inside `s` itself. */
void str_append(struct str *s, const void *bytes, size_t n);
void str_append_str(struct str *s, const char *text);
void str_append_char(struct str *s, char c);
/* In decimal. */
void str_append_number(struct str *s, int64_t number);
void str_appendf(struct str *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void str_vappendf(struct str *s, const char *fmt, va_list args)
	__attribute__((format(printf, 2, 0)));

/*
 * Room for `n` more bytes and a NUL; returns where they go. The caller adds to `len` and writes the
 * NUL.
 */
char *str_reserve(struct str *s, size_t n);

/* Never NULL; borrowed until the next change. */
const char *str_cstr(const struct str *s);

/* Shortens to `len` bytes, which is at most what it has. */
void str_truncate(struct str *s, size_t len);

/* Empty, but keeps its memory. */
void str_clear(struct str *s);

/* Hands out the bytes (never NULL; the caller's to free) and is empty again. */
char *str_take(struct str *s);

void str_release(struct str *s);

#endif
