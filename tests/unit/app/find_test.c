/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"
#include "base/utf8.h"
#include "text/window.h"

static struct unfold *unfold;

static const char TEXT[] = "قِمّة ألاسكا\nالقمه الثانية\nno\nقمة وقمة\n";

static void look(struct finds *finds, struct document **doc, const char *words)
{
	*doc = text_document(TEXT);
	*finds = (struct finds){.done = false};
	finds_start(finds, words, unfold);
	while (!finds_scan(finds, *doc, 1))
		;
}

static void arabic_is_folded_and_every_hit_is_found_in_order(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "قمة");
	assert_int_equal(finds.n, 4);
	assert_string_equal(range_text(doc, finds.hits[0]), "قِمّة");
	assert_string_equal(range_text(doc, finds.hits[1]), "قمه");
	for (size_t i = 1; i < finds.n; i++)
		assert_true(finds.hits[i - 1].end_cp <= finds.hits[i].start_cp);
	finds_release(&finds);
	document_free(doc);
}

static void next_and_previous_are_strictly_after_and_before(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "قمة");
	assert_ptr_equal(finds_next(&finds, finds.hits[1].start_cp), &finds.hits[2]);
	assert_ptr_equal(finds_previous(&finds, finds.hits[1].start_cp), &finds.hits[0]);
	assert_null(finds_next(&finds, finds.hits[3].start_cp));
	assert_null(finds_previous(&finds, 0));
	finds_release(&finds);
	document_free(doc);
}

static void a_hit_is_known_by_any_of_its_characters(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "قمة");
	assert_int_equal(finds_number(&finds, finds.hits[2].end_cp - 1), 3);
	assert_int_equal(finds_number(&finds, finds.hits[2].end_cp), 0);
	assert_null(finds_touching(&finds, (struct cp_range){6, 9}));
	finds_release(&finds);
	document_free(doc);
}

static void a_slice_stops_where_it_was_told_and_the_next_goes_on(void **state)
{
	(void)state;
	struct finds finds = {.done = false};
	struct document *doc = text_document(TEXT);
	finds_start(&finds, "قمة", unfold);
	assert_false(finds_scan(&finds, doc, 0));
	assert_int_equal(finds.n, 1);
	assert_true(finds_scan(&finds, doc, SIZE_MAX - 1));
	assert_int_equal(finds.n, 4);
	finds_release(&finds);
	document_free(doc);
}

static void no_words_are_found_nowhere_and_looked_for_no_further(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "");
	assert_false(finds_active(&finds));
	assert_int_equal(finds.n, 0);
	assert_int_equal(finds.next_byte, 0);
	finds_release(&finds);
	document_free(doc);
}

static void a_ligature_is_one_hit_however_often_the_letter_is_in_it(void **state)
{
	(void)state;
	struct finds finds = {.done = false};
	struct document *doc = text_document("\uFDF2 \uFDF2"); /* Allah: two lams */
	finds_start(&finds, "ل", unfold);
	assert_true(finds_scan(&finds, doc, SIZE_MAX));
	assert_int_equal(finds.n, 2);
	assert_int_equal(finds.hits[1].start_cp, 2);
	finds_release(&finds);
	document_free(doc);
}

static void what_is_reached_is_known_and_no_more(void **state)
{
	(void)state;
	struct finds finds = {.done = false};
	struct document *doc = text_document(TEXT);
	finds_start(&finds, "قمة", unfold);
	assert_false(finds_reached(&finds, doc, 0));
	assert_false(finds_scan(&finds, doc, 0));
	assert_true(finds_reached(&finds, doc, finds.hits[0].start_cp));
	assert_false(finds_reached(&finds, doc, 20));
	assert_true(finds_scan(&finds, doc, SIZE_MAX));
	assert_true(finds_reached(&finds, doc, 20));
	finds_release(&finds);
	document_free(doc);
}

/* Characters that fold to few letters, in all ways, and bytes that are none. */
static const char *const atoms[] = {
	"ا", "أ", "إ", "آ", "ٱ", "\uFE8D", "\uFE8E", "\uFEFB", "\uFEFC", "\uFEF7", "ل", "\uFEDF",
	"\uFDF2", "ه", "ة", "\uFEE9", "ي", "ى", "ی", "ئ", "\uFEF2", "\uFC41", "ک", "ك", "\uFB90",
	"\u064E", "\u0651", "\u0640", "\u200C", "\u200F", "\u00AD", "\uFEFF", "k", "K", "\u212A",
	"\uFF4B", "é", "É", "e", "σ", "ς", "Σ", "1", "١", "۱", "१", "\U0001D7CF", "ﬁ", "f", "i", "İ",
	"\U00010400", "\U00010428", "中", "\uFFFD", " ", ".", "\n", "\r\n", "\r", "\xC2\x85", "\u2029",
	"\x1C", "\xD9", "\xEF\xBB", "\x80", "\xF0\x9F", "\xC0", "\xED\xA0\x80"};

enum { N_ATOMS = sizeof atoms / sizeof *atoms };

static uint64_t dice;

static size_t roll(size_t n)
{
	dice = dice * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(dice >> 33) % n;
}

/* Few kinds of characters each time, so that words of them stand in the text. */
static char *random_text(size_t n, const size_t *kinds, size_t n_kinds)
{
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < n; i++)
		str_append_str(&out, atoms[roll(8) > 0 ? kinds[roll(n_kinds)] : roll(N_ATOMS)]);
	return str_take(&out);
}

/* The code points of a whole paragraph from `index` on, which is moved behind it. */
static struct str whole_paragraph(struct document *doc, size_t *index, size_t *start_cp)
{
	struct document_paragraph at;
	struct str out = STR_EMPTY;
	for (bool first = true;
	     document_paragraph(doc, *index, &at) && (first || at.continues); first = false) {
		char32_t *cps = document_decode(doc, &at, NULL);
		utf8_append(&out, cps, at.n_cp);
		if (first)
			*start_cp = at.start_cp;
		free(cps);
		++*index;
	}
	return out;
}

/* How it is said in find.h, and nothing of how it is done: every paragraph folded. */
static void check_all(const struct finds *finds, struct document *doc, const char *words)
{
	struct document_paragraph at;
	struct folded needle;
	size_t n = 0;
	fold_init_utf8(&needle, words, strlen(words));
	for (size_t index = 0, start_cp = 0; document_paragraph(doc, index, &at);) {
		struct str whole = whole_paragraph(doc, &index, &start_cp);
		struct folded hay;
		fold_init_utf8(&hay, str_cstr(&whole), whole.len);
		size_t i = fold_find(&hay, &needle, 0);
		while (i < hay.n_cps) {
			struct cp_range range = fold_origin(&hay, i, needle.n_cps);
			assert_true(n < finds->n);
			assert_int_equal(finds->hits[n].start_cp, start_cp + range.start_cp);
			assert_int_equal(finds->hits[n++].end_cp, start_cp + range.end_cp);
			while (i < hay.n_cps && hay.origin_cp[i] < range.end_cp)
				i++;
			i = fold_find(&hay, &needle, i);
		}
		folded_release(&hay);
		str_release(&whole);
	}
	assert_int_equal(n, finds->n);
	folded_release(&needle);
}

/* The text of chance comes after `n_filler` letters that are in no words. Returns the hits. */
static size_t compare_once(size_t n_filler, size_t n_text, size_t window_cp)
{
	size_t kinds[4];
	for (size_t i = 0; i < 4; i++)
		kinds[i] = roll(N_ATOMS);
	char *words = random_text(1 + roll(4), kinds, 1 + roll(4));
	char *text = random_text(n_text, kinds, 4);
	size_t n = strlen(text);
	char *bytes = malloc(n_filler + n + 1);
	for (size_t i = 0; i < n_filler; i++)
		bytes[i] = i % 100 == 99 ? '\n' : 'z';
	memcpy(bytes + n_filler, text, n);
	struct document *doc = document_new(text_source_memory(bytes, n_filler + n));
	document_set_window(doc, window_cp);
	struct finds finds = {.done = false};
	finds_start(&finds, words, unfold);
	while (!finds_scan(&finds, doc, roll(100)))
		;
	check_all(&finds, doc, words);
	size_t n_hits = finds.n;
	finds_release(&finds);
	document_free(doc);
	free(words);
	free(text);
	return n_hits;
}

static void what_is_found_in_bytes_is_what_folding_everything_finds(void **state)
{
	(void)state;
	size_t n_hits = 0;
	dice = 1;
	for (size_t i = 0; i < 100000; i++)
		n_hits += compare_once(0, roll(40), WINDOW_CP);
	/* Words that are nowhere would prove nothing. */
	assert_true(n_hits > 100000);
}

static void it_is_found_across_the_borders_of_blocks(void **state)
{
	(void)state;
	enum { BORDER = 64 * 1024 };
	size_t n_hits = 0;
	dice = 2;
	for (size_t i = 0; i < 1000; i++)
		n_hits += compare_once(BORDER - roll(40), 40, WINDOW_CP);
	assert_true(n_hits > 1000);
}

static void it_is_found_across_the_borders_of_windows(void **state)
{
	(void)state;
	size_t n_hits = 0;
	dice = 3;
	for (size_t i = 0; i < 5000; i++)
		n_hits += compare_once(0, 200, 60);
	assert_true(n_hits > 5000);
}

/* A source of which the second half cannot be read. */
static enum status read_half(void *self, size_t byte_off, char *buf, size_t n, struct fault *f)
{
	if (byte_off + n > 3 * sizeof TEXT)
		return fault_set(f, STATUS_IO, NULL);
	for (size_t i = 0; i < n; i++)
		buf[i] = ((const char *)self)[(byte_off + i) % (sizeof TEXT - 1)];
	return STATUS_OK;
}

static void a_text_that_became_shorter_is_looked_through_to_its_end(void **state)
{
	(void)state;
	struct text_source source = {
		.self = (void *)(uintptr_t)TEXT, .size = 6 * sizeof TEXT, .read = read_half};
	struct document *doc = document_new(source);
	struct finds finds = {.done = false};
	finds_start(&finds, "قمة", unfold);
	for (size_t i = 0; !finds_scan(&finds, doc, 10); i++)
		assert_true(i < 1000);
	assert_true(finds.done);
	finds_release(&finds);
	document_free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arabic_is_folded_and_every_hit_is_found_in_order),
		cmocka_unit_test(next_and_previous_are_strictly_after_and_before),
		cmocka_unit_test(a_hit_is_known_by_any_of_its_characters),
		cmocka_unit_test(a_slice_stops_where_it_was_told_and_the_next_goes_on),
		cmocka_unit_test(no_words_are_found_nowhere_and_looked_for_no_further),
		cmocka_unit_test(a_ligature_is_one_hit_however_often_the_letter_is_in_it),
		cmocka_unit_test(what_is_reached_is_known_and_no_more),
		cmocka_unit_test(what_is_found_in_bytes_is_what_folding_everything_finds),
		cmocka_unit_test(it_is_found_across_the_borders_of_blocks),
		cmocka_unit_test(it_is_found_across_the_borders_of_windows),
		cmocka_unit_test(a_text_that_became_shorter_is_looked_through_to_its_end),
	};
	unfold = unfold_new();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	unfold_free(unfold);
	return failed;
}
