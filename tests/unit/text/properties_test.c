/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * P1 to P6 over the fixtures and over random text, or over the files that are named. A failure
 * names the text, so that it can be tried again.
 */
#include <fcntl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "text/properties.h"
#include "text/tap.h"
#include "text/document.h"

enum { NARROWEST = 2, WIDEST = 130, LONGEST = 120, N_RANDOM = 6000 };

static bool holds(const char32_t *cps, size_t n_cp, size_t width)
{
	for (unsigned variant = 0; variant < 8; variant++) {
		struct paragraph_options options = {
			.dir = variant & 1 ? DIR_RTL : DIR_AUTO,
			.fallback = DIR_LTR,
			.order = variant & 2 ? ORDER_LOGICAL : ORDER_VISUAL,
			.reveal = variant & 4,
		};
		const char *violation = layout_violation(cps, n_cp, &options, width);
		if (!violation)
			continue;
		tap_why("%s: width %zu, variant %u, %zu code points", violation, width, variant,
			n_cp);
		for (size_t i = 0; i < n_cp && i < 200; i++)
			printf("%s%04X", i ? " " : "# ", (unsigned)cps[i]);
		putchar('\n');
		return false;
	}
	return true;
}

/* Each paragraph at a few widths, which change from paragraph to paragraph, so that all are met. */
static bool paragraph_holds(const char32_t *cps, size_t n_cp, size_t index)
{
	for (size_t width = NARROWEST + index % 13; width <= WIDEST; width += 13)
		if (!holds(cps, n_cp, width))
			return false;
	return true;
}

static void test_file(const char *path, const char *name)
{
	struct text_source source;
	struct document_paragraph where;
	bool good = true;
	int fd = open(path, O_RDONLY);
	if (fd < 0 || text_source_file(fd, &source, NULL) != STATUS_OK) {
		tap_result(false, path);
		return;
	}
	struct document *doc = document_new(source);
	size_t n = 0;
	for (; good && document_paragraph(doc, n, &where); n++) {
		char32_t *cps = document_decode(doc, &where, NULL);
		good = paragraph_holds(cps, where.n_cp, n);
		free(cps);
	}
	document_free(doc);
	tap_result(good && n > 0, name);
}

static void test_fixture(const char *name)
{
	const char *srcdir = getenv("srcdir");
	char path[4096];
	snprintf(path, sizeof path, "%s/tests/fixtures/%s", srcdir ? srcdir : ".", name);
	test_file(path, name);
}

/* xorshift64*: the same text on every machine. */
static uint32_t next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)(*state * 0x2545F4914F6CDD1D >> 32);
}

/* From ranges that matter to layout, and now and then from anywhere. */
static char32_t random_code_point(uint64_t *state)
{
	static const struct {
		char32_t first, count;
	} ranges[] = {
		{0x00, 0x100},      {0x20, 0x5F},    {0x20, 1},       {0x0300, 0x20},
		{0x0591, 0x60},     {0x0600, 0x100}, {0x0620, 0x35},  {0x0644, 1},
		{0x0622, 6},        {0x064B, 0x15},  {0x0900, 0x80},  {0x1100, 0x200},
		{0x2000, 0x70},     {0x200B, 5},     {0x202A, 5},     {0x2066, 4},
		{0x4E00, 0x20},     {0xFB50, 0x2B0}, {0xFE00, 0x100}, {0xFFF0, 0x10},
		{0x1F1E6, 26},      {0x1F3FB, 5},    {0x1F466, 4},    {0xE0020, 0x60},
		{0x0000, 0x110000},
	};
	uint32_t r = next_random(state) % (sizeof ranges / sizeof *ranges);
	return ranges[r].first + next_random(state) % ranges[r].count;
}

static void test_random(uint64_t seed)
{
	uint64_t state = seed;
	char32_t cps[LONGEST];
	char name[64];
	bool good = true;
	for (size_t i = 0; good && i < N_RANDOM; i++) {
		size_t n = next_random(&state) % LONGEST;
		for (size_t k = 0; k < n; k++)
			cps[k] = random_code_point(&state);
		good = holds(cps, n, NARROWEST + next_random(&state) % WIDEST);
	}
	snprintf(name, sizeof name, "%d random texts of seed %lu", N_RANDOM, (unsigned long)seed);
	tap_result(good, name);
}

/* What was made to break layout: a long run of one pattern, wrapped once. */
static void test_bomb(const char *name, const char32_t *pattern, size_t n_pattern)
{
	enum { SIZE = 100000 };
	char32_t *cps = xcalloc(SIZE, sizeof *cps);
	for (size_t i = 0; i < SIZE; i++)
		cps[i] = pattern[i % n_pattern];
	tap_result(holds(cps, SIZE, 80), name);
	free(cps);
}

#define BOMB(name, pattern) test_bomb(name, pattern, sizeof pattern / sizeof *pattern - 1)

static void test_all(void)
{
	static const char *const files[] = {
		"ar-report.txt", "ar-second.txt", "en.txt",   "fa.txt",      "he.txt",
		"ur.txt",        "mixed.txt",     "crlf.txt", "hostile.txt", "hostile-bytes.txt",
		"binary.dat"};
	const char *seed = getenv("SEED");
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		test_fixture(files[i]);
	test_random(seed ? strtoull(seed, NULL, 10) : 20250815);
	BOMB("isolates, 100,000 deep", U"\u2067");
	BOMB("isolates that close, 33,000 of them", U"\u2067a\u2069");
	BOMB("first-strong isolates, 50,000 deep", U"\u2068\u05D0");
	BOMB("embeddings, 100,000 deep", U"\u202B\u202A");
	BOMB("overrides and isolates mixed", U"\u202E\u2066a\u2069\u202C");
	BOMB("opening brackets", U"(");
	BOMB("brackets crosswise", U"([)]");
	BOMB("marks", U"\u064E");
	BOMB("lam-alef with marks", U"\u0644\u064E\u0651\u0627\u064B");
	BOMB("a family without end", U"\U0001F468\u200D");
	BOMB("prepended signs", U"\u0600");
	BOMB("spaces", U" ");
	BOMB("tabs", U"\t");
	BOMB("line separators", U"\u2028");
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "C.UTF-8");
	for (int i = 1; i < argc; i++)
		test_file(argv[i], argv[i]);
	if (argc == 1)
		test_all();
	return tap_end();
}
