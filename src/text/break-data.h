/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables behind break-class.h: the scripts up to Arabic as an array, all that follows as runs.
 */
#ifndef TEXT_BREAK_DATA_H
#define TEXT_BREAK_DATA_H

#include <stddef.h>
#include <stdint.h>

enum {
	BREAK_DIRECT = 0x800,     /* code points below this are looked up directly */
	BREAK_PAGE_BITS = 12,     /* the code points of a page, as a power of two */
	BREAK_PAGES = 0x110,
};

struct break_data {
	const uint8_t *direct; /* BREAK_DIRECT classes */
	const uint32_t *runs;  /* first code point << 8 | class, in order; one begins at 0 */
	const uint16_t *pages; /* BREAK_PAGES + 1: the run that the page's first code point is in */
};

extern const struct break_data break_data_line;
extern const struct break_data break_data_sentence;

#endif
