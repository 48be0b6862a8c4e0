/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From letters to the forms that are shown: joining, lam-alef, mirroring (UAX #9 L4).
 *
 * A mark between lam and alef, or between two letters that join, must not be seen by fribidi, so
 * joining passes over what is transparent and has no cell; the rest joins by Unicode 14's joining
 * types. A letter without a form for its place stays as it is, and its neighbours join towards it
 * (hashiya(1) lists such letters); what is a presentation form already is left alone.
 */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include <fribidi.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

/* How a code point takes part in cells, before shaping. */
enum glyph_kind {
	GLYPH_SPACING, /* begins a cell */
	GLYPH_MARK,    /* has no width: sits on the cell before */
	GLYPH_HIDDEN,  /* is not shown */
};

/* In place of a lam whose alef shows both. */
enum { GLYPH_LIGATED = 0 };

/*
 * Fills `glyphs[0..n)`: a presentation form, a mirror image, GLYPH_LIGATED, or the code point
 * itself. The alef of a GLYPH_LIGATED lam is the next GLYPH_SPACING code point.
 */
void shape_glyphs(const char32_t *cps, const uint8_t *kinds, const FriBidiCharType *types,
		  const int8_t *levels, size_t n, char32_t *glyphs);

#endif
