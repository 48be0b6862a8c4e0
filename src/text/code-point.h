/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a code point by its number alone. */
#ifndef TEXT_CODE_POINT_H
#define TEXT_CODE_POINT_H

#include <stdbool.h>
#include <uchar.h>

/* Whether `cp` is in `set`, which ends with 0. */
static inline bool is_one_of(char32_t cp, const char32_t *set)
{
	while (*set && *set != cp)
		set++;
	return *set != 0;
}

/* Whether it is from `first` to `last`, both included. */
static inline bool is_between(char32_t cp, char32_t first, char32_t last)
{
	return cp >= first && cp <= last;
}

#endif
