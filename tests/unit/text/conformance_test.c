/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Unicode's own test files against our levels, order, grapheme clusters, words, sentences and line
 * breaks. They come with Debian's unicode-data; each runs where it is there and of the version that
 * our tables agree with.
 */
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/tap.h"
#include "text/bidi.h"
#include "text/linebreak.h"
#include "text/segment.h"
#include "text/sentence.h"

#define UNICODE_VERSION "15.0.0"

enum { MAX_CP = 512, REMOVED = -1 };

/* One file on its way through. */
struct suite {
	FILE *file;
	char *line;
	size_t cap;
	size_t n_cases, n_failed;
	/* BidiTest: what the cases that follow must give. */
	int levels[MAX_CP];
	int order[MAX_CP];
	size_t n_levels, n_order;
};

static bool next_line(struct suite *suite)
{
	return getline(&suite->line, &suite->cap, suite->file) > 0;
}

/*
 * Opens a file of unicode-data; NULL, and a skipped result, where it is not there or of another
 * version.
 */
static FILE *open_suite(const char *name, const char *path)
{
	const char *dir = getenv("UNICODE_DATA");
	char full[4096], first[256] = "";
	snprintf(full, sizeof full, "%s/%s", dir ? dir : "/usr/share/unicode", path);
	FILE *file = fopen(full, "r");
	if (!file) {
		tap_skip(name, "unicode-data is not installed");
		return NULL;
	}
	if (fgets(first, sizeof first, file) && strstr(first, UNICODE_VERSION))
		return file;
	tap_skip(name, "unicode-data is not of Unicode " UNICODE_VERSION);
	fclose(file);
	return NULL;
}

static void fail(struct suite *suite)
{
	if (suite->n_failed++ < 5)
		tap_why("%s", suite->line);
}

/* Numbers up to a semicolon or the end; `x` is REMOVED. */
static size_t parse_numbers(const char *s, int base, int *out)
{
	size_t n = 0;
	while (n < MAX_CP) {
		char *end;
		s += strspn(s, " \t");
		if (*s == 'x') {
			out[n++] = REMOVED;
			s++;
			continue;
		}
		long value = strtol(s, &end, base);
		if (end == s)
			return n;
		out[n++] = (int)value;
		s = end;
	}
	return n;
}

/* Our levels after L1 and our order without what X9 removes, against the file's. */
static bool agrees(const char32_t *cps, const FriBidiCharType *types, size_t n, enum text_dir dir,
		   const int *want_levels, const int *want_order, size_t n_order)
{
	int8_t levels[MAX_CP], shown[MAX_CP];
	uint8_t kinds[MAX_CP];
	uint32_t order[MAX_CP], index[MAX_CP];
	size_t n_shown = 0;
	int8_t base = bidi_base_level(types, n, dir, DIR_LTR);
	bidi_levels(cps, types, n, base, levels);
	for (size_t i = 0; i < n; i++)
		kinds[i] = (uint8_t)bidi_kind(types[i]);
	bidi_reset_row(kinds, n, base, levels);
	for (size_t i = 0; i < n; i++) {
		if ((kinds[i] == BIDI_REMOVED) != (want_levels[i] == REMOVED))
			return false;
		if (kinds[i] == BIDI_REMOVED)
			continue;
		if (levels[i] != want_levels[i])
			return false;
		index[n_shown] = (uint32_t)i;
		shown[n_shown++] = levels[i];
	}
	bidi_reorder(shown, n_shown, order);
	for (size_t v = 0; v < n_shown; v++)
		if (n_shown != n_order || (int)index[order[v]] != want_order[v])
			return false;
	return true;
}

/* A character of each class; the tests with classes have no brackets. */
static char32_t character_of_class(const char *name)
{
	static const struct {
		const char *name;
		char32_t cp;
	} classes[] = {
		{"L", 'a'},      {"R", 0x05D0},   {"AL", 0x0627},  {"EN", '1'},     {"ES", '+'},
		{"ET", '$'},     {"AN", 0x0661},  {"CS", ','},     {"NSM", 0x0300}, {"BN", 0x200B},
		{"B", 0x2029},   {"S", '\t'},     {"WS", ' '},     {"ON", '!'},     {"LRE", 0x202A},
		{"RLE", 0x202B}, {"LRO", 0x202D}, {"RLO", 0x202E}, {"PDF", 0x202C}, {"LRI", 0x2066},
		{"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069},
	};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (strcmp(classes[i].name, name) == 0)
			return classes[i].cp;
	return 0;
}

/* `L R EN; 7`: bit 0 is automatic direction, bit 1 left to right, bit 2 right to left. */
static void bidi_class_case(struct suite *suite)
{
	static const enum text_dir dirs[] = {DIR_AUTO, DIR_LTR, DIR_RTL};
	char32_t cps[MAX_CP];
	FriBidiCharType types[MAX_CP];
	size_t n = 0;
	char copy[4096];
	snprintf(copy, sizeof copy, "%s", suite->line);
	char *semicolon = strchr(copy, ';');
	*semicolon = '\0';
	unsigned long wanted = strtoul(semicolon + 1, NULL, 16);
	for (char *save, *name = strtok_r(copy, " \t", &save); name;
	     name = strtok_r(NULL, " \t", &save))
		cps[n++] = character_of_class(name);
	bidi_types(cps, n, types);
	for (size_t d = 0; d < 3; d++) {
		if (!(wanted >> d & 1))
			continue;
		suite->n_cases++;
		if (!agrees(cps, types, n, dirs[d], suite->levels, suite->order, suite->n_order))
			fail(suite);
	}
}

static void bidi_class_line(struct suite *suite)
{
	if (strncmp(suite->line, "@Levels:", 8) == 0)
		suite->n_levels = parse_numbers(suite->line + 8, 10, suite->levels);
	else if (strncmp(suite->line, "@Reorder:", 9) == 0)
		suite->n_order = parse_numbers(suite->line + 9, 10, suite->order);
	else if (strchr(suite->line, ';') && suite->line[0] != '#')
		bidi_class_case(suite);
}

/* Five fields: code points; direction; base level; levels; order. */
static void bidi_character_line(struct suite *suite)
{
	static const enum text_dir dirs[] = {DIR_LTR, DIR_RTL, DIR_AUTO};
	int numbers[MAX_CP];
	char32_t cps[MAX_CP];
	FriBidiCharType types[MAX_CP];
	const char *fields[5] = {suite->line};
	for (size_t f = 1; f < 5; f++) {
		const char *semicolon = strchr(fields[f - 1], ';');
		if (!semicolon)
			return;
		fields[f] = semicolon + 1;
	}
	if (suite->line[0] == '#')
		return;
	size_t n = parse_numbers(fields[0], 16, numbers);
	for (size_t i = 0; i < n; i++)
		cps[i] = (char32_t)numbers[i];
	bidi_types(cps, n, types);
	enum text_dir dir = dirs[atoi(fields[1])];
	suite->n_levels = parse_numbers(fields[3], 10, suite->levels);
	suite->n_order = parse_numbers(fields[4], 10, suite->order);
	suite->n_cases++;
	if (bidi_base_level(types, n, dir, DIR_LTR) != atoi(fields[2]) ||
	    !agrees(cps, types, n, dir, suite->levels, suite->order, suite->n_order))
		fail(suite);
}

/* `÷ 0020 × 0308 ÷`: where units begin. */
static void segment_line(struct suite *suite, void (*segment)(const char32_t *, size_t, bool *))
{
	char32_t cps[MAX_CP];
	bool want[MAX_CP + 1], got[MAX_CP];
	size_t n = 0;
	char *comment = strchr(suite->line, '#');
	if (comment)
		*comment = '\0';
	for (char *save, *word = strtok_r(suite->line, " \t\n", &save); word;
	     word = strtok_r(NULL, " \t\n", &save)) {
		if (strcmp(word, "÷") == 0 || strcmp(word, "×") == 0)
			want[n] = strcmp(word, "÷") == 0;
		else
			cps[n++] = (char32_t)strtoul(word, NULL, 16);
	}
	if (n == 0)
		return;
	segment(cps, n, got);
	suite->n_cases++;
	if (memcmp(got, want, n * sizeof *got) != 0)
		fail(suite);
}

static void grapheme_line(struct suite *suite)
{
	segment_line(suite, segment_graphemes);
}

static void word_line(struct suite *suite)
{
	segment_line(suite, segment_words);
}

static void sentences(const char32_t *cps, size_t n_cp, bool *starts)
{
	sentence_find(cps, n_cp, NULL, starts);
}

static void sentence_line(struct suite *suite)
{
	segment_line(suite, sentences);
}

static void line_breaks(const char32_t *cps, size_t n_cp, bool *starts)
{
	uint8_t breaks[MAX_CP];
	linebreak_find(cps, n_cp, breaks);
	for (size_t i = 0; i < n_cp; i++)
		starts[i] = breaks[i] != BREAK_NO;
}

static void line_break_line(struct suite *suite)
{
	segment_line(suite, line_breaks);
}

static void run(const char *name, const char *path, size_t n_cases, void (*line)(struct suite *))
{
	struct suite suite = {.file = open_suite(name, path)};
	if (!suite.file)
		return;
	while (next_line(&suite))
		line(&suite);
	fclose(suite.file);
	free(suite.line);
	char total[256];
	snprintf(total, sizeof total, "%s: %zu cases of %zu, %zu failed", name, suite.n_cases,
		 n_cases, suite.n_failed);
	tap_result(suite.n_failed == 0 && suite.n_cases == n_cases, total);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	run("levels and order by class agree with BidiTest.txt", "BidiTest.txt", 770241,
	    bidi_class_line);
	run("levels and order agree with BidiCharacterTest.txt", "BidiCharacterTest.txt", 91707,
	    bidi_character_line);
	run("grapheme clusters agree with GraphemeBreakTest.txt", "auxiliary/GraphemeBreakTest.txt",
	    602, grapheme_line);
	run("words agree with WordBreakTest.txt", "auxiliary/WordBreakTest.txt", 1823, word_line);
	run("sentences agree with SentenceBreakTest.txt", "auxiliary/SentenceBreakTest.txt", 502,
	    sentence_line);
	run("line breaks agree with LineBreakTest.txt", "auxiliary/LineBreakTest.txt", 7654,
	    line_break_line);
	return tap_end();
}
