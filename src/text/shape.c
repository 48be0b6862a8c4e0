/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/shape.h"

#include <string.h>
#include <unictype.h>

#include "base/arena.h"

enum { ZWNJ = 0x200C, ZWJ = 0x200D };

/* The text that fribidi sees. */
struct filtered {
	char32_t *cps;
	FriBidiCharType *types;
	FriBidiLevel *levels;
	FriBidiArabicProp *joining;
	uint32_t *origin; /* index in the paragraph */
	size_t n;
};

static FriBidiJoiningType joining_type(char32_t cp)
{
	switch (uc_joining_type(cp)) {
	case UC_JOINING_TYPE_T:
		return FRIBIDI_JOINING_TYPE_T;
	case UC_JOINING_TYPE_C:
		return FRIBIDI_JOINING_TYPE_C;
	case UC_JOINING_TYPE_L:
		return FRIBIDI_JOINING_TYPE_L;
	case UC_JOINING_TYPE_R:
		return FRIBIDI_JOINING_TYPE_R;
	case UC_JOINING_TYPE_D:
		return FRIBIDI_JOINING_TYPE_D;
	default:
		return FRIBIDI_JOINING_TYPE_U;
	}
}

/* What has no cell and lets joining through. ZWJ and ZWNJ speak, and an isolate's border separates. */
static bool is_filtered(char32_t cp, uint8_t kind, FriBidiCharType type, FriBidiJoiningType joining)
{
	return kind != GLYPH_SPACING && joining == FRIBIDI_JOINING_TYPE_T && cp != ZWNJ &&
	       cp != ZWJ && !FRIBIDI_IS_ISOLATE(type);
}

static void filter(struct filtered *out, const char32_t *cps, const uint8_t *kinds,
		   const FriBidiCharType *types, const int8_t *levels, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		FriBidiJoiningType joining = joining_type(cps[i]);
		if (is_filtered(cps[i], kinds[i], types[i], joining))
			continue;
		out->cps[out->n] = cps[i];
		out->types[out->n] = types[i];
		out->levels[out->n] = levels[i];
		out->joining[out->n] =
			FRIBIDI_IS_ISOLATE(types[i]) ? FRIBIDI_JOINING_TYPE_U : joining;
		out->origin[out->n] = (uint32_t)i;
		out->n++;
	}
}

/* fribidi marks a ligated lam with U+FEFF, which may also stand in the text. */
static void take_forms(const struct filtered *shaped, const char32_t *cps, char32_t *glyphs)
{
	for (size_t k = 0; k < shaped->n; k++) {
		size_t i = shaped->origin[k];
		bool ligated = shaped->cps[k] == FRIBIDI_CHAR_FILL && cps[i] != FRIBIDI_CHAR_FILL;
		glyphs[i] = ligated ? GLYPH_LIGATED : shaped->cps[k];
	}
}

static void shape_arabic(const char32_t *cps, const uint8_t *kinds, const FriBidiCharType *types,
			 const int8_t *levels, size_t n, char32_t *glyphs)
{
	struct arena arena = ARENA_EMPTY;
	struct filtered text = {
		.cps = arena_alloc(&arena, n, sizeof *text.cps),
		.types = arena_alloc(&arena, n, sizeof *text.types),
		.levels = arena_alloc(&arena, n, sizeof *text.levels),
		.joining = arena_alloc(&arena, n, sizeof *text.joining),
		.origin = arena_alloc(&arena, n, sizeof *text.origin),
	};
	filter(&text, cps, kinds, types, levels, n);
	fribidi_join_arabic(text.types, (FriBidiStrIndex)text.n, text.levels, text.joining);
	fribidi_shape(FRIBIDI_FLAGS_ARABIC, text.levels, (FriBidiStrIndex)text.n, text.joining,
		      text.cps);
	take_forms(&text, cps, glyphs);
	arena_release(&arena);
}

/* L4. Only neutrals have mirror images. */
static void mirror(const FriBidiCharType *types, const int8_t *levels, size_t n, char32_t *glyphs)
{
	for (size_t i = 0; i < n; i++) {
		ucs4_t image;
		if (types[i] == FRIBIDI_TYPE_ON && levels[i] & 1 &&
		    uc_mirror_char(glyphs[i], &image))
			glyphs[i] = image;
	}
}

void shape_glyphs(const char32_t *cps, const uint8_t *kinds, const FriBidiCharType *types,
		  const int8_t *levels, size_t n, char32_t *glyphs)
{
	bool arabic = false, rtl = false;
	memcpy(glyphs, cps, n * sizeof *glyphs);
	for (size_t i = 0; i < n; i++) {
		arabic |= types[i] == FRIBIDI_TYPE_AL;
		rtl |= levels[i] & 1;
	}
	if (arabic)
		shape_arabic(cps, kinds, types, levels, n, glyphs);
	if (rtl)
		mirror(types, levels, n, glyphs);
}
