/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Anchors: the place of a highlight in a text, and its proof.
 *
 * A range alone breaks silently when a text changes; a quote alone is ambiguous. Kept together (W3C Web
 * Annotation, 4.2.4 and 4.2.5) each checks the other. Prefix and suffix have up to ANCHOR_CONTEXT code points, cut to
 * whole grapheme clusters.
 */
#ifndef MODEL_ANCHOR_H
#define MODEL_ANCHOR_H

#include <stdbool.h>

#include "base/fault.h"
#include "model/rows.h"
#include "text/document.h"

enum { ANCHOR_CONTEXT = 32 };

/* Grows `range` to whole grapheme clusters of the text; true when it had to. Clips it to the text's end. */
bool anchor_widen(struct document *doc, struct cp_range *range);

/*
 * Fills range, exact, prefix, suffix and anchor_state ("exact") of `h` for `range`, which must be not empty
 * and of whole clusters.
 */
enum status anchor_make(struct document *doc, struct cp_range range, struct highlight *h,
			struct fault *f) MUST_USE;

/* True when the text at the highlight's range is its quote. */
bool anchor_holds(struct document *doc, const struct highlight *h);

/*
 * The `nth` place (from 1; 0: the only one) where `quote` stands in the text, code point by code point. QUOTE_ABSENT, or
 * QUOTE_AMBIGUOUS (0 asked, several there; the detail counts them).
 */
enum status anchor_find(struct document *doc, const char *quote, size_t nth, struct cp_range *out,
			struct fault *f) MUST_USE;

#endif
