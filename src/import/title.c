/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <uchar.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "import/import.h"
#include "import/plain.h"

enum {
	MAX_TITLE_CP = 160,       /* of a text that is one endless line */
	SAMPLE_BYTES = 64 * 1024, /* enough of a body to know its script */
	MAX_DATELINE_WORDS = 2,
};

/* Scripts, as coarsely as it takes to tell a foreign dateline: blocks of letters. */
struct script_range {
	char32_t first, last;
	unsigned script;
};

enum {
	SCRIPT_NONE,
	SCRIPT_LATIN,
	SCRIPT_GREEK,
	SCRIPT_CYRILLIC,
	SCRIPT_ARMENIAN,
	SCRIPT_HEBREW,
	SCRIPT_ARABIC,
	SCRIPT_SYRIAC,
	SCRIPT_INDIC,
	SCRIPT_THAI,
	SCRIPT_GEORGIAN,
	SCRIPT_ETHIOPIC,
	SCRIPT_EAST_ASIAN,
	N_SCRIPTS
};

static const struct script_range script_ranges[] = {
	{'A', 'Z', SCRIPT_LATIN},
	{'a', 'z', SCRIPT_LATIN},
	{0xC0, 0x24F, SCRIPT_LATIN},
	{0x370, 0x3FF, SCRIPT_GREEK},
	{0x400, 0x52F, SCRIPT_CYRILLIC},
	{0x530, 0x58F, SCRIPT_ARMENIAN},
	{0x5D0, 0x5F4, SCRIPT_HEBREW},
	{0x620, 0x64A, SCRIPT_ARABIC},
	{0x66E, 0x6D5, SCRIPT_ARABIC},
	{0x6EE, 0x6FF, SCRIPT_ARABIC},
	{0x710, 0x74F, SCRIPT_SYRIAC},
	{0x750, 0x77F, SCRIPT_ARABIC},
	{0x8A0, 0x8FF, SCRIPT_ARABIC},
	{0x900, 0xDFF, SCRIPT_INDIC},
	{0xE00, 0xEFF, SCRIPT_THAI},
	{0x10A0, 0x10FF, SCRIPT_GEORGIAN},
	{0x1200, 0x139F, SCRIPT_ETHIOPIC},
	{0x1E00, 0x1EFF, SCRIPT_LATIN},
	{0x1F00, 0x1FFF, SCRIPT_GREEK},
	{0x3041, 0x9FFF, SCRIPT_EAST_ASIAN},
	{0xAC00, 0xD7AF, SCRIPT_EAST_ASIAN},
	{0xFB1D, 0xFB4F, SCRIPT_HEBREW},
	{0xFB50, 0xFDFF, SCRIPT_ARABIC},
	{0xFE70, 0xFEFC, SCRIPT_ARABIC},
};

static unsigned script_of(char32_t cp)
{
	for (size_t i = 0; i < sizeof script_ranges / sizeof *script_ranges; i++)
		if (cp >= script_ranges[i].first && cp <= script_ranges[i].last)
			return script_ranges[i].script;
	return SCRIPT_NONE;
}

/* The script that most letters of `n` bytes have; SCRIPT_NONE where there is no letter. */
static unsigned main_script(const char *text, size_t n)
{
	size_t counts[N_SCRIPTS] = {0};
	unsigned best = SCRIPT_NONE;
	for (size_t i = 0; i < n;) {
		char32_t cp;
		i += utf8_next(text + i, n - i, &cp);
		unsigned script = script_of(cp);
		if (script != SCRIPT_NONE && ++counts[script] > counts[best])
			best = script;
	}
	return best;
}

/* A line of a text, in bytes. */
struct text_line {
	size_t start, end;
	size_t n_words; /* runs between white space */
};

/* The first line at or after `from` that is not blank; false where there is none. */
static bool next_line(const char *text, size_t n, size_t from, struct text_line *line)
{
	*line = (struct text_line){.start = n, .end = n};
	bool inside = false;
	for (size_t i = from; i < n;) {
		char32_t cp;
		size_t size = utf8_next(text + i, n - i, &cp);
		if (plain_is_line_end(cp) && line->n_words)
			break;
		if (plain_is_space(cp)) {
			inside = false;
		} else {
			line->start = line->n_words ? line->start : i;
			line->n_words += !inside;
			inside = true;
			line->end = i + size;
		}
		i += size;
	}
	return line->n_words > 0;
}

/*
 * The line with its white space folded into single spaces, and cut where it is no title any more.
 */
static char *tidy(const char *text, const struct text_line *line)
{
	struct str out = STR_EMPTY;
	size_t n_cp = 0, size;
	bool space = false;
	size_t i = line->start;
	for (; i < line->end && n_cp < MAX_TITLE_CP; i += size) {
		char32_t cp;
		size = utf8_next(text + i, line->end - i, &cp);
		if (plain_is_space(cp)) {
			space = true;
			continue;
		}
		if (space)
			str_append_char(&out, ' ');
		str_append(&out, text + i, size);
		n_cp += 1 + space;
		space = false;
	}
	if (i < line->end)
		str_append_str(&out, "\u2026");
	return str_take(&out);
}

static unsigned line_script(const char *text, const struct text_line *line)
{
	return main_script(text + line->start, line->end - line->start);
}

/*
 * "Cairo" above an Arabic report: few words, and none of them in the report's script, nor in that
 * of the line that would be the title instead. A short title above its own text, with a long
 * quotation or list of sources in another script below, is none.
 */
static bool is_dateline(const char *text, size_t n, const struct text_line *line,
			const struct text_line *next)
{
	if (line->n_words > MAX_DATELINE_WORDS)
		return false;
	size_t n_body = n - line->end < SAMPLE_BYTES ? n - line->end : SAMPLE_BYTES;
	unsigned script = line_script(text, line);
	unsigned body = main_script(text + line->end, n_body);
	return script != SCRIPT_NONE && body != SCRIPT_NONE && script != body &&
	       script != line_script(text, next);
}

char *import_title(const char *text, size_t n)
{
	struct text_line first, second;
	if (!next_line(text, n, 0, &first))
		return xstrdup("");
	if (next_line(text, n, first.end, &second) && is_dateline(text, n, &first, &second))
		return tidy(text, &second);
	return tidy(text, &first);
}
