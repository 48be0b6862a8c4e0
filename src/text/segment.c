/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/segment.h"

#include <stdlib.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uniwbrk.h>

#include "base/xalloc.h"
#include "text/traits.h"

_Static_assert(sizeof(bool) == sizeof(char), "libunistring writes 0 and 1 into chars");

static uint16_t direct_traits(char32_t cp)
{
	return cp < TRAITS_DIRECT ? traits_direct[cp] : 0;
}

/*
 * Cuts from `from`, a base or the text's start, beyond what comes before the next base; returns
 * where it came to. Bases carry nothing from one side of them to the other.
 */
static size_t cut_graphemes(const char32_t *cps, size_t n_cp, size_t from, size_t i, bool *starts)
{
	bool start = starts[from];
	while (i < n_cp && !(direct_traits(cps[i]) & TRAITS_BASE))
		i++;
	size_t end = i < n_cp ? i + 1 : n_cp;
	u32_grapheme_breaks(cps + from, end - from, (char *)starts + from);
	starts[from] = start;
	return end;
}

void segment_graphemes(const char32_t *cps, size_t n_cp, bool *starts)
{
	size_t base = 0;
	bool plain = n_cp > 0 && direct_traits(cps[0]) & TRAITS_BASE; /* and what extends it */
	if (n_cp > 0)
		starts[0] = true;
	for (size_t i = 1; i < n_cp;) {
		uint16_t traits = direct_traits(cps[i]);
		if (!plain || !(traits & (TRAITS_BASE | TRAITS_EXTEND))) {
			i = cut_graphemes(cps, n_cp, base, i, starts);
			base = i - 1;
			plain = true;
			continue;
		}
		starts[i] = traits & TRAITS_BASE;
		base = starts[i] ? i : base;
		i++;
	}
}

void segment_words(const char32_t *cps, size_t n_cp, bool *starts)
{
	u32_wordbreaks(cps, n_cp, (char *)starts);
	if (n_cp > 0)
		starts[0] = true;
}

bool segment_is_word(const char32_t *cps, size_t n_cp)
{
	enum { TATWEEL = 0x0640 };
	size_t i = 0;
	while (i < n_cp && cps[i] == TATWEEL)
		i++;
	return i < n_cp &&
	       uc_is_general_category_withtable(cps[i], UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

size_t segment_count_words(const char32_t *cps, size_t n_cp)
{
	size_t count = 0;
	bool *starts = xcalloc(n_cp, sizeof *starts);
	segment_words(cps, n_cp, starts);
	for (size_t i = 0; i < n_cp; i++)
		count += starts[i] && segment_is_word(cps + i, n_cp - i);
	free(starts);
	return count;
}
