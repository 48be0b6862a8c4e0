/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/traits.h"

#include <stdbool.h>
#include <unictype.h>
#include <unigbrk.h>

#include "text/safe.h"

/* ASCII, and the letters, digits and points of Hebrew to Arabic: no locale has them wide. */
static bool is_plain(char32_t cp)
{
	enum { FIRST_HEBREW = 0x0590 };
	if (cp < FIRST_HEBREW)
		return cp >= 0x20 && cp < 0x7F;
	return !safe_is_hidden(cp) &&
	       uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nd |
							    UC_CATEGORY_MASK_Po);
}

static bool is_mark(char32_t cp)
{
	return !safe_is_hidden(cp) && uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Mn);
}

/* Any other character may begin more than a cluster: a flag, a syllable, a family. */
static bool is_base(char32_t cp)
{
	return uc_graphemeclusterbreak_property(cp) == GBP_OTHER &&
	       !uc_is_property_extended_pictographic(cp);
}

static bool is_extend(char32_t cp)
{
	return uc_graphemeclusterbreak_property(cp) == GBP_EXTEND;
}

uint16_t traits_ask(char32_t cp)
{
	int traits = uc_bidi_category(cp) | uc_joining_type(cp) << TRAITS_JOINING_BITS;
	if (cp < TRAITS_DIRECT)
		traits |= (is_plain(cp) ? TRAITS_PLAIN : 0) | (is_mark(cp) ? TRAITS_MARK : 0) |
			  (is_base(cp) ? TRAITS_BASE : 0) | (is_extend(cp) ? TRAITS_EXTEND : 0);
	return (uint16_t)traits;
}
