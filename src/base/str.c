/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/str.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

char *str_reserve(struct str *s, size_t n)
{
	assert(n < SIZE_MAX - s->len);
	s->p = vec_reserve(s->p, &s->cap, s->len + n + 1, 1);
	return s->p + s->len;
}

/* Where `bytes` lies in `s`, or SIZE_MAX: growing moves it. */
static size_t own_offset(const struct str *s, const char *bytes)
{
	uintptr_t at = (uintptr_t)bytes, start = (uintptr_t)s->p;
	return s->p && at >= start && at - start <= s->len ? at - start : SIZE_MAX;
}

/* Where it fits nothing moves: most pieces are small, and there are many of them. */
void str_append(struct str *s, const void *bytes, size_t n)
{
	if (n > 0 && n < s->cap - s->len) {
		memmove(s->p + s->len, bytes, n);
		s->len += n;
		s->p[s->len] = '\0';
		return;
	}
	size_t off = own_offset(s, bytes);
	char *end = str_reserve(s, n);
	if (n > 0)
		memmove(end, off == SIZE_MAX ? bytes : s->p + off, n);
	s->len += n;
	s->p[s->len] = '\0';
}

void str_append_str(struct str *s, const char *text)
{
	str_append(s, text, strlen(text));
}

void str_append_char(struct str *s, char c)
{
	if (s->cap - s->len < 2)
		str_reserve(s, 1);
	s->p[s->len++] = c;
	s->p[s->len] = '\0';
}

void str_append_number(struct str *s, int64_t number)
{
	char digits[20], *first = digits + sizeof digits;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
	do {
		*--first = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		*--first = '-';
	str_append(s, first, (size_t)(digits + sizeof digits - first));
}

void str_vappendf(struct str *s, const char *fmt, va_list args)
{
	char *text = xvasprintf(fmt, args);
	str_append_str(s, text);
	free(text);
}

void str_appendf(struct str *s, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	str_vappendf(s, fmt, args);
	va_end(args);
}

const char *str_cstr(const struct str *s)
{
	return s->p ? s->p : "";
}

void str_truncate(struct str *s, size_t len)
{
	assert(len <= s->len);
	if (!s->p)
		return;
	s->len = len;
	s->p[len] = '\0';
}

void str_clear(struct str *s)
{
	str_truncate(s, 0);
}

char *str_take(struct str *s)
{
	char *p = s->p ? s->p : xstrdup("");
	*s = STR_EMPTY;
	return p;
}

void str_release(struct str *s)
{
	free(s->p);
	*s = STR_EMPTY;
}
