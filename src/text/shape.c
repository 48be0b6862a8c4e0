/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/shape.h"

#include <string.h>
#include <unictype.h>

#include "base/arena.h"

enum {
	LAM = 0x0644,
	LAM_INITIAL = 0xFEDF,
	LAM_MEDIAL = 0xFEE0,
	ZWNJ = 0x200C,
	ZWJ = 0x200D,
};

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

static void take_forms(const struct filtered *shaped, char32_t *glyphs)
{
	for (size_t k = 0; k < shaped->n; k++)
		glyphs[shaped->origin[k]] = shaped->cps[k];
}

/* The isolated ligature of lam with `alef`, which the final one follows; 0 for another letter. */
static char32_t lam_alef(char32_t alef)
{
	switch (alef) {
	case 0x0622: return 0xFEF5;
	case 0x0623: return 0xFEF7;
	case 0x0625: return 0xFEF9;
	case 0x0627: return 0xFEFB;
	default: return 0;
	}
}

/*
 * Not by fribidi, which would also ligate what is a presentation form in the text. A lam that joins
 * forward, in a run from right to left, has its alef next to it in what joining sees.
 */
static void ligate(const struct filtered *shaped, const char32_t *cps, char32_t *glyphs)
{
	for (size_t k = 0; k + 1 < shaped->n; k++) {
		size_t lam = shaped->origin[k], alef = shaped->origin[k + 1];
		char32_t ligature = lam_alef(cps[alef]);
		bool medial = glyphs[lam] == LAM_MEDIAL;
		if (cps[lam] != LAM || !ligature || !(shaped->levels[k] & 1) ||
		    (glyphs[lam] != LAM_INITIAL && !medial))
			continue;
		glyphs[lam] = GLYPH_LIGATED;
		glyphs[alef] = ligature + medial;
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
	fribidi_shape(FRIBIDI_FLAG_SHAPE_ARAB_PRES, text.levels, (FriBidiStrIndex)text.n, text.joining,
		      text.cps);
	take_forms(&text, glyphs);
	ligate(&text, cps, glyphs);
	arena_release(&arena);
}

/* Pairs of mirror images that are younger than fribidi's table, or that it leaves out. */
static const char16_t more_mirrors[][2] = {
	{0x221F, 0x2BFE}, {0x2220, 0x29A3}, {0x2221, 0x299B}, {0x2222, 0x29A0}, {0x2224, 0x2AEE},
	{0x2245, 0x224C}, {0x22B8, 0x27DC}, {0x29A4, 0x29A5}, {0x29A8, 0x29A9}, {0x29AA, 0x29AB},
	{0x29AC, 0x29AD}, {0x29AE, 0x29AF}, {0x29E8, 0x29E9}, {0x2A7B, 0x2A7C}, {0x2A85, 0x2A86},
	{0x2A87, 0x2A88}, {0x2A89, 0x2A8A}, {0x2A8D, 0x2A8E}, {0x2A8F, 0x2A90}, {0x2A9D, 0x2A9E},
	{0x2A9F, 0x2AA0}, {0x2AB1, 0x2AB2}, {0x2AB5, 0x2AB6}, {0x2AB7, 0x2AB8}, {0x2AB9, 0x2ABA},
	{0x2AC7, 0x2AC8}, {0x2AC9, 0x2ACA}, {0x2ACB, 0x2ACC}, {0x2E55, 0x2E56}, {0x2E57, 0x2E58},
	{0x2E59, 0x2E5A}, {0x2E5B, 0x2E5C},
};

/* libunistring 1.0 has U+FFFD for most of them. */
static char32_t mirror_image(char32_t cp)
{
	FriBidiChar image;
	if (fribidi_get_mirror_char(cp, &image))
		return image;
	if (cp < more_mirrors[0][0])
		return cp;
	for (size_t i = 0; i < sizeof more_mirrors / sizeof *more_mirrors; i++)
		if (cp == more_mirrors[i][0] || cp == more_mirrors[i][1])
			return more_mirrors[i][cp == more_mirrors[i][0]];
	return cp;
}

/* L4. Only neutrals have mirror images. */
static void mirror(const FriBidiCharType *types, const int8_t *levels, size_t n, char32_t *glyphs)
{
	for (size_t i = 0; i < n; i++)
		if (types[i] == FRIBIDI_TYPE_ON && levels[i] & 1)
			glyphs[i] = mirror_image(glyphs[i]);
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
