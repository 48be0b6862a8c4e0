/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Unicode bidirectional algorithm (UAX #9), P2 to L2, on fribidi's types, which libunistring's
 * classes become; brackets are fribidi's where it has them right.
 *
 * The levels are ours: fribidi 1.0.8 orders texts with two isolates wrongly, brackets beside marks,
 * too, and uses memory that it has freed where isolates nest deeper than 125.
 *
 * All offsets are code points of one paragraph, in logical order. Everything here is linear.
 */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include <fribidi.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "text/paragraph.h"

/* What L1 and L2 must know of a character's original type. */
enum bidi_kind {
	BIDI_OTHER,
	BIDI_SPACE,     /* WS, isolate controls: at a row's end they take the base level */
	BIDI_SEPARATOR, /* S and B: they always do, and the spaces before them */
	BIDI_REMOVED,   /* BN and embedding controls, which X9 removes */
};

/* The bidi class of a code point, and of each of them. */
FriBidiCharType bidi_type(char32_t cp);
void bidi_types(const char32_t *cps, size_t n, FriBidiCharType *types);

static inline enum bidi_kind bidi_kind(FriBidiCharType type)
{
	if (FRIBIDI_IS_LETTER(type))
		return BIDI_OTHER;
	if (type == FRIBIDI_TYPE_WS || FRIBIDI_IS_ISOLATE(type))
		return BIDI_SPACE;
	if (FRIBIDI_IS_SEPARATOR(type))
		return BIDI_SEPARATOR;
	return FRIBIDI_IS_EXPLICIT_OR_BN(type) ? BIDI_REMOVED : BIDI_OTHER;
}

/* UAX #9 P2, P3 over a paragraph that comes in pieces; all zero before the first. */
struct bidi_direction {
	enum text_dir found; /* DIR_AUTO: no strong character yet */
	size_t isolates;     /* open ones: what they hold does not count */
};

void bidi_find_direction(struct bidi_direction *search, const FriBidiCharType *types, size_t n);

/*
 * Base level, 0 or 1: `dir`, or else the first strong character, or else `fallback` (UAX #9 P2,
 * P3).
 */
int8_t bidi_base_level(const FriBidiCharType *types, size_t n, enum text_dir dir,
		       enum text_dir fallback);

/*
 * Embedding levels before L1, in `levels[0..n)`. A removed character has the level of the character
 * before it.
 */
void bidi_levels(const char32_t *cps, const FriBidiCharType *types, size_t n, int8_t base,
		 int8_t *levels);

/* L1 over the items of one row in logical order. Removed items go with the spaces around them. */
void bidi_reset_row(const uint8_t *kinds, size_t n, int8_t base, int8_t *levels);

/* L2: `order[visual] = logical` for the items of one row. */
void bidi_reorder(const int8_t *levels, size_t n, uint32_t *order);

#endif
