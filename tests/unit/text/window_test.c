/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs in windows: what is cut at a safe place comes out as if it had not been cut, and what
 * has no safe place still holds together.
 */
#include "text/window.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/document.h"
#include "text/linebreak.h"
#include "text/properties.h"
#include "text/segment.h"

enum { ROOM = 400 };

static size_t length_of(const char32_t *text)
{
	size_t n = 0;
	while (text[n])
		n++;
	return n;
}

/* `text` has U+2503 where it is cut; `safe` whether it may be. */
static void expect_cut(const char32_t *text, bool want_safe)
{
	char32_t cps[ROOM];
	size_t n = 0, want = 0;
	bool safe;
	for (const char32_t *at = text; *at; at++)
		if (*at == U'┃')
			want = n;
		else
			cps[n++] = *at;
	assert_int_equal(window_cut(cps, n, &safe), want ? want : n);
	assert_int_equal(safe, want_safe);
}

static void a_window_ends_after_the_last_space_between_letters_of_one_direction(void **state)
{
	(void)state;
	expect_cut(U"one two ┃three", true);
	expect_cut(U"قال جون ┃سميث", true);
	expect_cut(U"قال جون ┃سميث Smith قال", true);
	expect_cut(U"قال John ┃Smith 12 نعم.", true);
	expect_cut(U"one ┃two, three - four 5 six", true);
	expect_cut(U"one ┃two  three", true);
	expect_cut(U"مد مد ┃مدّ مدّ", true);
}

static void nothing_is_open_where_a_window_ends(void **state)
{
	(void)state;
	expect_cut(U"a b (c d) e ┃f", true);
	expect_cut(U"a ┃b (c d e f", true);
	expect_cut(U"a b (c [d) e] f ┃g", true);
	expect_cut(U"a ┃b \u2067c d e f", true);
	expect_cut(U"a b \u2067c d\u2069 e ┃f", true);
	expect_cut(U"a ┃b \u202Bc d \u2067e\u202C\u2069 f g", true);
	expect_cut(U"a b \u202Bc \u2067d\u202E\u2069 e\u202C f ┃g", true);
	expect_cut(U"a b \u2067\u2068c\u2069 d\u2069\u2069 f ┃g", true);
	expect_cut(U"a ┃b (c \u202Bd\u202C e) f g", true);
}

static void a_paragraph_without_a_safe_place_is_cut_all_the_same(void **state)
{
	(void)state;
	expect_cut(U"(a b c ┃d", false);
	expect_cut(U"\u2067a b c ┃d", false);
	expect_cut(U"漢字漢字漢┃字", false);
	expect_cut(U"abcde\u0301fg┃h\u0301\u0302", false);
	expect_cut(U"\u0301\u0301\u0301", false);
	expect_cut(U"a", false);
}

/* xorshift64*: the same text on every machine. */
static uint32_t next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)(*state * 0x2545F4914F6CDD1D >> 32);
}

/* Words with spaces, and between them whatever the rules look at. */
static size_t random_text(uint64_t *state, char32_t *cps, size_t max)
{
	static const char32_t *const pieces[] = {
		U"سلا", U"مُحَمَّدٌ", U"لأ", U"ab", U"c", U"שלום", U"12", U"١٢", U"3.5%", U"-", U"(", U")",
		U"[", U"]", U"«", U"»", U".", U"،", U"\u2067", U"\u2068", U"\u2066", U"\u2069",
		U"\u202B", U"\u202A", U"\u202E", U"\u202C", U"\u200F", U"\u200D", U"\u064E", U"漢",
		U"👍🏽", U"\t", U"\u0E33", U"\uFF9E", U"$", U":", U"\u2028", U"\u00A0",
	};
	enum { N_PIECES = sizeof pieces / sizeof *pieces, LONGEST = 9 };
	size_t n = 0, wild = next_random(state) % 4;
	while (n + LONGEST + 1 <= max) {
		uint32_t r = next_random(state);
		const char32_t *piece = pieces[r % 4 < wild ? r / 4 % N_PIECES : r / 4 % 6];
		size_t length = length_of(piece);
		memcpy(cps + n, piece, length * sizeof *cps);
		n += length;
		if (next_random(state) % 8 < 5)
			cps[n++] = ' ';
	}
	return n;
}

static void assert_same_cell(const struct cell *whole, const struct cell *piece, size_t shift,
			     bool at_end)
{
	struct cell want = *whole;
	want.start_cp -= (uint32_t)shift;
	want.end_cp -= (uint32_t)shift;
	if (at_end) /* the space that hangs: L1 gives it the base level */
		want.level = piece->level;
	assert_memory_equal(&want, piece, sizeof want);
}

/* The cells of a piece against those of the whole from `*c` on. */
static void assert_same_cells(const struct paragraph *whole, size_t *c,
			      const struct paragraph *piece, size_t shift, bool cut_after)
{
	size_t n_whole, n;
	const struct cell *all = paragraph_cells(whole, &n_whole);
	const struct cell *cells = paragraph_cells(piece, &n);
	assert_true(*c + n <= n_whole);
	for (size_t i = 0; i < n; i++)
		assert_same_cell(&all[(*c)++], &cells[i], shift, cut_after && i + 1 == n);
}

static void assert_same_layout(const char32_t *cps, size_t n, size_t cut, enum text_dir dir)
{
	struct paragraph_options options = {.dir = dir, .fallback = DIR_LTR};
	struct paragraph *whole = paragraph_new(cps, n, &options);
	options.dir = paragraph_is_rtl(whole) ? DIR_RTL : DIR_LTR;
	struct paragraph *left = paragraph_new(cps, cut, &options);
	struct paragraph *right = paragraph_new(cps + cut, n - cut, &options);
	size_t c = 0, n_cells;
	assert_same_cells(whole, &c, left, 0, true);
	assert_same_cells(whole, &c, right, cut, false);
	paragraph_cells(whole, &n_cells);
	assert_int_equal(c, n_cells);
	paragraph_free(whole);
	paragraph_free(left);
	paragraph_free(right);
}

typedef void segmenter(const char32_t *cps, size_t n_cp, bool *starts);

static void line_breaks(const char32_t *cps, size_t n_cp, bool *starts)
{
	linebreak_find(cps, n_cp, (uint8_t *)starts);
}

static void assert_same_segments(segmenter *find, const char32_t *cps, size_t n, size_t cut)
{
	bool whole[ROOM], pieces[ROOM];
	find(cps, n, whole);
	find(cps, cut, pieces);
	find(cps + cut, n - cut, pieces + cut);
	assert_true(whole[cut]);
	pieces[cut] = true; /* a line breaks before no paragraph, but before a window it may */
	assert_memory_equal(whole, pieces, n);
}

static void what_is_cut_at_a_safe_place_comes_out_as_if_it_had_not_been_cut(void **state)
{
	(void)state;
	enum { N_TEXTS = 8000 };
	uint64_t random = 64;
	size_t n_safe = 0;
	for (size_t i = 0; i < N_TEXTS; i++) {
		char32_t cps[ROOM];
		bool safe;
		size_t n = random_text(&random, cps, 20 + next_random(&random) % (ROOM - 20));
		size_t cut = window_cut(cps, n / 2 + 1, &safe);
		if (!safe)
			continue;
		n_safe++;
		for (enum text_dir dir = DIR_AUTO; dir <= DIR_RTL; dir++)
			assert_same_layout(cps, n, cut, dir);
		assert_same_segments(segment_graphemes, cps, n, cut);
		assert_same_segments(segment_words, cps, n, cut);
		assert_same_segments(line_breaks, cps, n, cut);
	}
	assert_true(n_safe > N_TEXTS / 4 && n_safe < N_TEXTS);
}

static struct document *open_cps(const char32_t *cps, size_t n, size_t window_cp)
{
	struct str utf8 = STR_EMPTY;
	utf8_append(&utf8, cps, n);
	size_t n_bytes = utf8.len;
	struct document *doc = document_new(text_source_memory(str_take(&utf8), n_bytes));
	if (window_cp)
		document_set_window(doc, window_cp);
	return doc;
}

/* Windows follow each other without a gap, hold together (P1-P6), and are no longer than they may. */
static void assert_holds(const char32_t *cps, size_t n, size_t window_cp)
{
	static const struct paragraph_options options = {.fallback = DIR_LTR};
	struct document *doc = open_cps(cps, n, window_cp);
	struct document_paragraph at;
	size_t end = 0, most = window_cp ? window_cp : WINDOW_CP;
	for (size_t i = 0; document_paragraph(doc, i, &at); i++) {
		assert_int_equal(at.start_cp, end);
		assert_in_range(at.n_cp, 1, most);
		assert_int_equal(at.continues, i > 0);
		assert_int_equal(at.number, 0);
		char32_t *piece = document_decode(doc, &at, NULL);
		assert_memory_equal(piece, cps + at.start_cp, at.n_cp * sizeof *cps);
		const char *violation = layout_violation(piece, at.n_cp, &options, 40);
		if (violation)
			fail_msg("%s", violation);
		free(piece);
		end = at.next_cp;
	}
	assert_int_equal(end, n);
	document_free(doc);
}

static void any_text_in_small_windows_holds_together(void **state)
{
	(void)state;
	uint64_t random = 65;
	for (size_t i = 0; i < 300; i++) {
		char32_t cps[ROOM];
		size_t n = random_text(&random, cps, ROOM);
		for (size_t k = 0; k < n; k++)
			if (cps[k] == U'\u2029')
				cps[k] = 'x';
		assert_holds(cps, n, 1 + next_random(&random) % 50);
	}
}

static void assert_bomb_holds(const char32_t *pattern)
{
	enum { SIZE = 3 * WINDOW_CP };
	size_t n = length_of(pattern);
	char32_t *cps = xcalloc(SIZE, sizeof *cps);
	for (size_t i = 0; i < SIZE; i++)
		cps[i] = pattern[i % n];
	assert_holds(cps, SIZE, 0);
	free(cps);
}

static void texts_made_to_have_no_safe_place_hold_together(void **state)
{
	(void)state;
	assert_bomb_holds(U"(");
	assert_bomb_holds(U"([)] ");
	assert_bomb_holds(U" ");
	assert_bomb_holds(U"\u0301");
	assert_bomb_holds(U"1");
	assert_bomb_holds(U"\u2067");
	assert_bomb_holds(U"\u202Ba ");
	assert_bomb_holds(U"ب");
}

/* `first` once, `fill` over more than two windows of 50, then `last`. */
static struct document *open_long(const char32_t *first, char32_t fill, const char32_t *last)
{
	enum { FILL = 120, WINDOW = 50 };
	char32_t cps[ROOM];
	size_t n = length_of(first), n_last = length_of(last);
	memcpy(cps, first, n * sizeof *cps);
	for (size_t i = 0; i < FILL; i++)
		cps[n++] = fill;
	memcpy(cps + n, last, n_last * sizeof *cps);
	return open_cps(cps, n + n_last, WINDOW);
}

static void expect_direction(struct document *doc, enum text_dir want)
{
	static const struct paragraph_options options = {.fallback = DIR_LTR},
					      forced = {.dir = DIR_LTR};
	struct document_paragraph at;
	for (size_t i = 0; document_paragraph(doc, i, &at); i++) {
		assert_int_equal(at.dir, want);
		struct paragraph *para = document_lay_out(doc, &at, &options, NULL);
		assert_int_equal(paragraph_is_rtl(para), want == DIR_RTL);
		paragraph_free(para);
		para = document_lay_out(doc, &at, &forced, NULL);
		assert_false(paragraph_is_rtl(para));
		paragraph_free(para);
	}
	document_free(doc);
}

static void the_first_strong_character_of_the_paragraph_gives_all_windows_their_direction(void **state)
{
	(void)state;
	expect_direction(open_long(U"س", ' ', U"x"), DIR_RTL);
	expect_direction(open_long(U"1", '2', U"س x"), DIR_RTL);
	expect_direction(open_long(U"\u2067س", '2', U"\u2069 x س"), DIR_LTR);
	expect_direction(open_long(U"\u2067س", '2', U"\u2069"), DIR_AUTO);
	expect_direction(open_long(U"1", '2', U"3"), DIR_AUTO);
}

static void windows_count_as_one_paragraph(void **state)
{
	(void)state;
	struct document *doc = open_long(U"a\nb", 'x', U"\nc\nd");
	static const size_t want_number[] = {0, 1, 1, 1, 2, 3};
	static const bool want_continues[] = {false, false, true, true, false, false};
	struct document_paragraph at;
	size_t n = 0;
	for (; document_paragraph(doc, n, &at); n++) {
		assert_int_equal(at.number, want_number[n]);
		assert_int_equal(at.continues, want_continues[n]);
		assert_int_equal(document_paragraph_at(doc, at.start_cp), n);
		assert_int_equal(document_paragraph_at(doc, at.next_cp - 1), n);
	}
	assert_int_equal(n, 6);
	document_free(doc);
}

/* The scan has gone beyond the place that is asked for, and then the paragraph is cut before it. */
static void a_place_keeps_its_window_however_far_the_scan_is(void **state)
{
	(void)state;
	char32_t cps[ROOM];
	for (size_t i = 0; i < ROOM; i++)
		cps[i] = i < 4 ? U"a b "[i] : '1';
	struct document *doc = open_cps(cps, ROOM, ROOM / 2);
	assert_int_equal(document_paragraph_at(doc, 10), 2);
	document_free(doc);
	doc = open_cps(cps, ROOM, ROOM / 2);
	document_scan(doc, 1);
	assert_int_equal(document_paragraph_at(doc, 10), 2);
	document_free(doc);
}

static void a_range_over_windows_is_extracted_once_and_whole(void **state)
{
	(void)state;
	struct document *doc = open_long(U"a\nb", 'x', U"\nc\nd");
	struct str all = STR_EMPTY, parts = STR_EMPTY;
	struct document_paragraph at;
	assert_int_equal(document_extract(doc, (struct cp_range){0, SIZE_MAX}, &all, NULL),
			 STATUS_OK);
	for (size_t i = 0; document_paragraph(doc, i, &at); i++)
		assert_int_equal(document_extract(doc, (struct cp_range){at.start_cp, at.next_cp},
						  &parts, NULL),
				 STATUS_OK);
	assert_int_equal(all.len, 3 + 120 + 4);
	assert_string_equal(str_cstr(&all), str_cstr(&parts));
	str_release(&all);
	str_release(&parts);
	document_free(doc);
}

static void ill_formed_bytes_at_a_cut_stay_what_they_are(void **state)
{
	(void)state;
	enum { SIZE = 1001 };
	static const char unit[] = "\xE2\x80\xF0\x9F\x98\xC2س";
	for (size_t window_cp = 1; window_cp < 9; window_cp++) {
		char *bytes = xmalloc(SIZE);
		for (size_t i = 0; i < SIZE; i++)
			bytes[i] = unit[i % (sizeof unit - 1)];
		size_t n_cp, n_whole;
		char32_t *whole = utf8_decode(bytes, SIZE, &n_whole);
		struct document *doc = document_new(text_source_memory(bytes, SIZE));
		document_set_window(doc, window_cp);
		struct document_paragraph at;
		for (size_t i = n_cp = 0; document_paragraph(doc, i, &at); i++, n_cp += at.n_cp) {
			char32_t *cps = document_decode(doc, &at, NULL);
			assert_memory_equal(cps, whole + n_cp, at.n_cp * sizeof *cps);
			free(cps);
		}
		assert_int_equal(n_cp, n_whole);
		free(whole);
		document_free(doc);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_window_ends_after_the_last_space_between_letters_of_one_direction),
		cmocka_unit_test(nothing_is_open_where_a_window_ends),
		cmocka_unit_test(a_paragraph_without_a_safe_place_is_cut_all_the_same),
		cmocka_unit_test(what_is_cut_at_a_safe_place_comes_out_as_if_it_had_not_been_cut),
		cmocka_unit_test(any_text_in_small_windows_holds_together),
		cmocka_unit_test(texts_made_to_have_no_safe_place_hold_together),
		cmocka_unit_test(
			the_first_strong_character_of_the_paragraph_gives_all_windows_their_direction),
		cmocka_unit_test(windows_count_as_one_paragraph),
		cmocka_unit_test(a_place_keeps_its_window_however_far_the_scan_is),
		cmocka_unit_test(a_range_over_windows_is_extracted_once_and_whole),
		cmocka_unit_test(ill_formed_bytes_at_a_cut_stay_what_they_are),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
