/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact decimal numbers, as they are read from digits and counted in words. */
#ifndef COMPARE_DECIMAL_H
#define COMPARE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "compare/language.h"

/* digits / 10^n_fraction */
struct decimal {
	uint64_t digits;
	unsigned n_fraction;
};

/*
 * Reads a word of digits (0-9) and the marks that part them. Which mark is the fraction's follows
 * from where it stands; where it may be either (1.250), from the language and from `scaled`: a
 * million or the like comes next, so that 2.150 is a fraction. False if it is no such word, or more
 * than 18 digits.
 */
bool decimal_read(enum language language, const char32_t *form, size_t n, bool scaled,
		  struct decimal *out);

/* Times ten to the power of `scale`; false, and as it was, where that is too large. */
bool decimal_scale(struct decimal *number, unsigned scale);

/* "1250", "3.5": no zeros before it, or at the end of its fraction. */
enum { DECIMAL_MAX = 24 };
void decimal_write(struct decimal number, char out[DECIMAL_MAX]);

#endif
