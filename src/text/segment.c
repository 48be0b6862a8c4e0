/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/segment.h"

#include <stdlib.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uniwbrk.h>

#include "base/xalloc.h"

_Static_assert(sizeof(bool) == sizeof(char), "libunistring writes 0 and 1 into chars");

void segment_graphemes(const char32_t *cps, size_t n_cp, bool *starts)
{
	u32_grapheme_breaks(cps, n_cp, (char *)starts);
}

void segment_words(const char32_t *cps, size_t n_cp, bool *starts)
{
	u32_wordbreaks(cps, n_cp, (char *)starts);
	if (n_cp > 0)
		starts[0] = true;
}

bool segment_is_word(const char32_t *cps, size_t n_cp)
{
	return n_cp > 0 &&
	       uc_is_general_category_withtable(cps[0], UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
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
