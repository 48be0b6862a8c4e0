/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: P1 to P6 of any text. The first two bytes choose the width and the options. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "text/properties.h"
#include "text/passage.h"
#include "text/segment.h"
#include "text/window.h"

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

/* Passages follow each other, each with text, over lines and windows. */
static const char *check_passages(const uint8_t *bytes, size_t n)
{
	enum { WINDOW = 100 };
	char *copy = malloc(n + 1);
	memcpy(copy, bytes, n);
	struct document *doc = document_new(text_source_memory(copy, n));
	const char *wrong = NULL;
	struct passage passage;
	document_set_window(doc, WINDOW);
	for (size_t cp = 0; !wrong && passage_next(doc, cp, &passage); cp = passage.range.start_cp)
		if (passage.range.start_cp <= cp || passage.range.end_cp <= passage.range.start_cp)
			wrong = "a passage that is none";
	document_free(doc);
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
	if (!wrong)
		wrong = check_passages(bytes + 2, n - 2);
	free(cps);
	return wrong;
}
