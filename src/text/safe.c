/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/safe.h"

#include <unictype.h>
#include <wchar.h>

#include "base/utf8.h"

enum {
	REPLACEMENT = 0xFFFD,
	ZWNJ = 0x200C,
	ZWJ = 0x200D,
	LRI = 0x2066,
	RLI = 0x2067,
	FSI = 0x2068,
	PDI = 0x2069,
	FIRST_MARK = 0x0300,
	FIRST_HIDDEN = 0xAD,
	CONTROL_PICTURES = 0x2400,
	DOTTED_CIRCLE = 0x25CC,
	DELETE_PICTURE = 0x2421,
	FIRST_ENCLOSING = 0x20DD,
	ARROW_ABOVE = 0x20E1, /* stands among them, and encloses nothing */
	LAST_ENCLOSING = 0x20E4,
	GETA_MARK = 0x3013, /* two columns everywhere */
	FIRST_REGIONAL = 0x1F1E6,
	LAST_REGIONAL = 0x1F1FF,
};

bool safe_is_hidden(char32_t cp)
{
	if (cp < FIRST_HIDDEN || (cp > FIRST_HIDDEN && cp < 0x034F) || (cp > 0x061C && cp < 0x115F))
		return false;
	/* Interlinear annotations, and what joins hieroglyphs: no width, and not ignorable. */
	if ((cp >= 0xFFF9 && cp <= 0xFFFB) || (cp >= 0x13430 && cp <= 0x1343F))
		return true;
	return uc_is_property_default_ignorable_code_point(cp);
}

static bool is_noncharacter(char32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

char32_t safe_glyph(char32_t cp)
{
	/* ASCII, and joined forms: nearly all of an article. */
	if ((cp >= 0x20 && cp < 0x7F) || (cp >= 0xFE80 && cp <= 0xFEFC))
		return cp;
	if (cp < 0x20)
		return CONTROL_PICTURES + cp;
	if (cp == 0x7F)
		return DELETE_PICTURE;
	if (cp > 0x10FFFF || is_noncharacter(cp) || safe_is_hidden(cp) || wcwidth((wchar_t)cp) < 0)
		return REPLACEMENT;
	return cp;
}

static char32_t terminal_base(char32_t glyph)
{
	/* Half a flag: one column, or two, or two for both halves. Its letter. */
	if (glyph >= FIRST_REGIONAL && glyph <= LAST_REGIONAL)
		return 'A' + (glyph - FIRST_REGIONAL);
	switch (glyph) {
	case 0x0600: case 0x0601: case 0x0602: case 0x0603: case 0x0604: case 0x0605:
	case 0x06DD: case 0x070F: case 0x0890: case 0x0891: case 0x08E2: case 0x110BD:
	case 0x110CD:
	case 0xFDFD: /* the basmala: one column, and drawn over ten */
		return DOTTED_CIRCLE;
	case 0x3248: case 0x3249: case 0x324A: case 0x324B: /* numbers on squares: two, or one */
	case 0x324C: case 0x324D: case 0x324E: case 0x324F:
		return GETA_MARK;
	default:
		return glyph;
	}
}

static bool is_enclosing(char32_t mark)
{
	return mark >= FIRST_ENCLOSING && mark <= LAST_ENCLOSING && mark != ARROW_ABOVE;
}

size_t safe_terminal_cell(const char32_t *glyphs, size_t n, char32_t *out)
{
	size_t n_out = 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || !is_enclosing(glyphs[i]))
			out[n_out++] = i == 0 ? terminal_base(glyphs[i]) : glyphs[i];
	return n_out;
}

/* Joiners and variation selectors are spelling where they follow a letter that can need them. */
static bool is_spelling(const char32_t *cps, size_t i)
{
	bool joiner = cps[i] == ZWNJ || cps[i] == ZWJ;
	bool selector = cps[i] >= 0xFE00 && cps[i] <= 0xFE0F;
	return i > 0 && ((joiner && cps[i - 1] >= FIRST_MARK) || selector) &&
	       !safe_is_hidden(cps[i - 1]);
}

size_t safe_count_hidden(const char32_t *cps, size_t n_cp)
{
	size_t count = 0;
	for (size_t i = 0; i < n_cp; i++)
		count += safe_is_hidden(cps[i]) && !is_spelling(cps, i);
	return count;
}

char32_t safe_revealed(char32_t cp)
{
	static const struct {
		char32_t first, last, token;
	} tokens[] = {
#define HIDDEN(first, last, token, meaning) {first, last, token},
#include "text/hidden.def"
#undef HIDDEN
	};
	size_t i = 0;
	while (cp < tokens[i].first || cp > tokens[i].last)
		i++;
	return tokens[i].token;
}

static void append_code_point(struct str *out, char32_t cp)
{
	char bytes[4];
	str_append(out, bytes, utf8_encode(cp, bytes));
}

void safe_append(struct str *out, const char *utf8, size_t n, bool keep_lines)
{
	for (size_t i = 0; i < n;) {
		char32_t cp;
		i += utf8_next(utf8 + i, n - i, &cp);
		if (safe_is_hidden(cp))
			continue;
		bool kept = keep_lines && (cp == '\n' || cp == '\t');
		append_code_point(out, kept ? cp : safe_glyph(cp));
	}
}

static bool is_initiator(char32_t cp)
{
	return cp == LRI || cp == RLI || cp == FSI;
}

void safe_isolate(struct str *out, const char *utf8, size_t n)
{
	size_t open = 1; /* isolates that have begun, ours among them */
	append_code_point(out, FSI);
	for (size_t i = 0, size; i < n; i += size) {
		char32_t cp;
		size = utf8_next(utf8 + i, n - i, &cp);
		open += is_initiator(cp);
		if (cp == PDI && open == 1)
			continue;
		open -= cp == PDI;
		str_append(out, utf8 + i, size);
	}
	while (open--)
		append_code_point(out, PDI);
}
