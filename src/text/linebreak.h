/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a row may end, and where it must: UAX #14 with its numbers kept whole (its section 8.2,
 * example 7, as LineBreakTest.txt has it), and nothing else changed.
 */
#ifndef TEXT_LINEBREAK_H
#define TEXT_LINEBREAK_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

enum line_break {
	BREAK_NO,
	BREAK_MAY,
	BREAK_MUST, /* after VT, FF, U+2028 and whatever else ends a line */
};

/* `breaks[i]` tells of the place before `cps[i]`; nothing begins a row at 0. */
void linebreak_find(const char32_t *cps, size_t n_cp, uint8_t *breaks);

#endif
