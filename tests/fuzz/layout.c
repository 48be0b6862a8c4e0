/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: P1 to P6 of any text. The first two bytes choose the width and the options. */
#include <stdlib.h>

#include "fuzz.h"
#include "text/properties.h"
#include "text/decode.h"
#include "text/segment.h"

/* Units begin on code points, the first one at the start. */
static const char *check_segments(const char32_t *cps, size_t n_cp)
{
	bool *starts = calloc(n_cp + 1, sizeof *starts);
	const char *wrong = NULL;
	segment_passages(cps, n_cp, starts);
	if (n_cp > 0 && !starts[0])
		wrong = "no passage begins at the start";
	segment_words(cps, n_cp, starts);
	if (n_cp > 0 && !starts[0])
		wrong = "no word begins at the start";
	if (segment_count_words(cps, n_cp) > n_cp)
		wrong = "more words than code points";
	free(starts);
	return wrong;
}

const char *fuzz_layout(const uint8_t *bytes, size_t n)
{
	if (n < 2)
		return NULL;
	struct paragraph_options options = {
		.dir = (enum text_dir)(bytes[1] & 3) % 3,
		.fallback = bytes[1] & 4 ? DIR_RTL : DIR_LTR,
		.order = bytes[1] & 8 ? ORDER_LOGICAL : ORDER_VISUAL,
		.reveal = bytes[1] & 16,
	};
	size_t n_cp;
	char32_t *cps = utf8_decode((const char *)bytes + 2, n - 2, &n_cp);
	const char *wrong = layout_violation(cps, n_cp, &options, 2 + bytes[0] % 129u);
	if (!wrong)
		wrong = check_segments(cps, n_cp);
	free(cps);
	return wrong;
}
