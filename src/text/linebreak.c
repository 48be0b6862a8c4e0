/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/linebreak.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unictype.h>
#include <unilbrk.h>

#include "base/xalloc.h"

/* Class IS of UAX #14: comma, full stop, colon, semicolon and their kin. */
static bool is_infix_separator(char32_t cp)
{
	switch (cp) {
	case ',': case '.': case ':': case ';':
	case 0x037E: case 0x0589: case 0x060C: case 0x060D: case 0x07F8: case 0x2044:
		return true;
	default:
		return false;
	}
}

/*
 * A letter of class AL or HL: of the alphabets, not of East Asia, where a line may break between
 * any two.
 */
static bool is_alphabetic(char32_t cp)
{
	return (cp < 0x1100 || (cp >= 0xFB00 && cp <= 0xFEFC)) &&
	       uc_is_general_category(cp, UC_LETTER);
}

static bool ends_line(char32_t cp)
{
	return (cp >= 0x0A && cp <= 0x0D) || (cp >= 0x1C && cp <= 0x1E) || cp == 0x85 ||
	       cp == 0x2028 || cp == 0x2029;
}

void linebreak_find(const char32_t *cps, size_t n_cp, uint8_t *breaks)
{
	char *found = xmalloc(n_cp);
	u32_possible_linebreaks(cps, n_cp, "UTF-8", found);
	for (size_t i = 0; i < n_cp; i++) {
		breaks[i] = i > 0 && found[i] == UC_BREAK_POSSIBLE ? BREAK_MAY : BREAK_NO;
		if (i > 0 && ends_line(cps[i - 1]))
			breaks[i] = BREAK_MUST;
		/* LB29, which libunistring 1.0 does not know: `د.أحمد` and URLs stay whole. */
		else if (i > 0 && is_infix_separator(cps[i - 1]) && is_alphabetic(cps[i]))
			breaks[i] = BREAK_NO;
	}
	free(found);
}
