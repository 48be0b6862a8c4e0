/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Anchors: the place of a highlight in a text, and its proof.
 *
 * A range alone breaks silently when a text changes; a quote alone is ambiguous. Kept together (W3C
 * Web Annotation, 4.2.4 and 4.2.5) each checks the other. Prefix and suffix have up to
 * ANCHOR_CONTEXT code points, cut to whole grapheme clusters.
 *
 * Everything here reads windows of the text, never the whole of a paragraph: a text may be one
 * paragraph of many megabytes.
 */
#ifndef MODEL_ANCHOR_H
#define MODEL_ANCHOR_H

#include <stdbool.h>

#include "base/fault.h"
#include "model/rows.h"
#include "text/document.h"

enum { ANCHOR_CONTEXT = 32 };

/*
 * Grows `range` to whole grapheme clusters of the text and clips it to the text's end; `*widened`
 * (may be NULL) tells whether it grew. An empty range stays empty.
 */
enum status anchor_widen(struct document *doc, struct cp_range *range, bool *widened,
			 struct fault *f) MUST_USE;

/*
 * Fills range, exact, prefix, suffix and anchor_state ("exact") of `h`, freeing what they held.
 * `range` is of whole clusters and not empty: INVALID where nothing of the text is in it.
 */
enum status anchor_make(struct document *doc, struct cp_range range, struct highlight *h,
			struct fault *f) MUST_USE;

/* True when the text at the highlight's range can be read and is its quote. */
bool anchor_holds(struct document *doc, const struct highlight *h);

/*
 * The `nth` place (from 1; 0: the only one) where `quote` stands in the text, code point by code
 * point; places may overlap. A quote may hold line ends (LF). INVALID for an empty one;
 * QUOTE_ABSENT; QUOTE_AMBIGUOUS (0 asked, several there). The detail of both counts the places, as
 * "3 x", where there are any.
 */
enum status anchor_find(struct document *doc, const char *quote, size_t nth, struct cp_range *out,
			struct fault *f) MUST_USE;

/*
 * Whether it is an orphan: its quote was not found in its article. Its range is where the quote once
 * was, or the text's first cluster, and is nothing to show.
 */
bool anchor_is_orphan(const struct highlight *h);

/* Leaves those that have a place. */
void anchor_drop_orphans(struct highlight_list *list);

#endif
