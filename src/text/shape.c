/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/shape.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "base/xalloc.h"
#include "text/traits.h"

enum {
	LAM = 0x0644,
	LAM_INITIAL = 0xFEDF,
	LAM_MEDIAL = 0xFEE0,
	ZWNJ = 0x200C,
	ZWJ = 0x200D,
};

static const FriBidiJoiningType joining_types[] = {
	[UC_JOINING_TYPE_U] = FRIBIDI_JOINING_TYPE_U, [UC_JOINING_TYPE_T] = FRIBIDI_JOINING_TYPE_T,
	[UC_JOINING_TYPE_C] = FRIBIDI_JOINING_TYPE_C, [UC_JOINING_TYPE_L] = FRIBIDI_JOINING_TYPE_L,
	[UC_JOINING_TYPE_R] = FRIBIDI_JOINING_TYPE_R, [UC_JOINING_TYPE_D] = FRIBIDI_JOINING_TYPE_D,
};

/*
 * How it joins. What has no cell and lets joining through is not to be seen by fribidi; ZWJ and
 * ZWNJ speak, and an isolate's border separates.
 */
static FriBidiJoiningType joining_type(char32_t cp, uint8_t kind, FriBidiCharType type)
{
	FriBidiJoiningType joining =
		joining_types[traits_of(cp) >> TRAITS_JOINING_BITS & TRAITS_JOINING];
	if (FRIBIDI_IS_ISOLATE(type))
		return FRIBIDI_JOINING_TYPE_U;
	if (joining == FRIBIDI_JOINING_TYPE_T && kind != GLYPH_SPACING && cp != ZWNJ && cp != ZWJ)
		return FRIBIDI_JOINING_TYPE_G;
	return joining;
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
static void ligate(const char32_t *cps, const FriBidiArabicProp *joining, const int8_t *levels,
		   size_t n, char32_t *glyphs)
{
	for (size_t i = 0; i < n; i++) {
		bool medial = glyphs[i] == LAM_MEDIAL;
		if (cps[i] != LAM || !(levels[i] & 1) || (glyphs[i] != LAM_INITIAL && !medial))
			continue;
		size_t next = i + 1;
		while (next < n && FRIBIDI_IS_JOINING_TYPE_G(joining[next]))
			next++;
		char32_t ligature = next < n ? lam_alef(cps[next]) : 0;
		if (!ligature)
			continue;
		glyphs[i] = GLYPH_LIGATED;
		glyphs[next] = ligature + medial;
	}
}

static void shape_arabic(const char32_t *cps, const uint8_t *kinds, const FriBidiCharType *types,
			 const int8_t *levels, size_t n, char32_t *glyphs)
{
	FriBidiArabicProp *joining = xrealloc(NULL, n, sizeof *joining);
	for (size_t i = 0; i < n; i++)
		joining[i] = (FriBidiArabicProp)joining_type(cps[i], kinds[i], types[i]);
	fribidi_join_arabic(types, (FriBidiStrIndex)n, levels, joining);
	fribidi_shape(FRIBIDI_FLAG_SHAPE_ARAB_PRES, levels, (FriBidiStrIndex)n, joining, glyphs);
	ligate(cps, joining, levels, n, glyphs);
	free(joining);
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
