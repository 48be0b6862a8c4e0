/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/difference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"

/* Two texts, and what differs. */
struct both {
	struct document *doc[DIFFERENCE_SIDES];
	struct difference *difference;
	const struct difference_segment *segments;
	size_t n;
};

static struct document *document_of(const char *utf8, size_t n)
{
	return document_new(text_source_memory(xmemdup(utf8, n), n));
}

static struct both compare_bytes(const char *old, size_t n_old, const char *new, size_t n_new,
				 size_t slice)
{
	struct both both = {.doc = {document_of(old, n_old), document_of(new, n_new)}};
	both.difference = difference_new(both.doc[SIDE_OLD], both.doc[SIDE_NEW]);
	while (!difference_go_on(both.difference, slice))
		continue;
	both.segments = difference_segments(both.difference, &both.n);
	return both;
}

static struct both compare(const char *old, const char *new)
{
	return compare_bytes(old, strlen(old), new, strlen(new), SIZE_MAX);
}

static void both_release(struct both *both)
{
	difference_free(both->difference);
	document_free(both->doc[SIDE_OLD]);
	document_free(both->doc[SIDE_NEW]);
}

static void append_range(struct str *out, struct document *doc, struct cp_range range)
{
	assert_int_equal(document_extract(doc, range, out, NULL), STATUS_OK);
}

static void append_kind(struct str *out, const struct difference_segment *segment)
{
	if (segment->kind != DIFFERENCE_SPELLING && segment->kind != DIFFERENCE_CHANGED)
		str_appendf(out, "%s ", difference_kind_name(segment->kind));
	const char *between = "";
	for (enum spelling kind = 0; kind < SPELLING_KINDS; kind++) {
		if (!(segment->spelling & 1u << kind))
			continue;
		str_appendf(out, "%s%s", between, spelling_name(kind));
		between = "+";
	}
	str_append_str(out, *between ? " " : "");
}

/* "the [old|new] text, [hamza أن|ان], [inserted |word ]..." */
static char *written(const struct both *both)
{
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < both->n; i++) {
		const struct difference_segment *segment = &both->segments[i];
		if (segment->kind == DIFFERENCE_SAME) {
			append_range(&out, both->doc[SIDE_OLD], segment->range[SIDE_OLD]);
			continue;
		}
		str_append_char(&out, '[');
		append_kind(&out, segment);
		append_range(&out, both->doc[SIDE_OLD], segment->range[SIDE_OLD]);
		str_append_char(&out, '|');
		append_range(&out, both->doc[SIDE_NEW], segment->range[SIDE_NEW]);
		str_append_char(&out, ']');
	}
	return str_take(&out);
}

static void assert_written(const char *old, const char *new, const char *expected)
{
	struct both both = compare(old, new);
	char *got = written(&both);
	assert_string_equal(got, expected);
	free(got);
	both_release(&both);
}

static void words_are_inserted_deleted_and_changed(void **state)
{
	(void)state;
	assert_written("one two three four", "one two three four", "one two three four");
	assert_written("The red house stood here.", "The red house stood right here.",
		       "The red house stood [inserted |right ]here.");
	assert_written("The very red house stood here.", "The red house stood here.",
		       "The [deleted very |]red house stood here.");
	assert_written("The red house stood here.", "The blue house stood here.",
		       "The [red|blue] house stood here.");
	assert_written("It cost 2.4 million, said the board.", "It cost 3.1 million, said the board.",
		       "It cost [2.4|3.1] million, said the board.");
	assert_written("A tax of 5% was paid by all of them.", "A tax of 5‰ was paid by all of them.",
		       "A tax of 5[%|‰] was paid by all of them.");
	assert_written("", "all of it is new", "[inserted |all of it is new]");
	assert_written("all of it is gone", "", "[deleted all of it is gone|]");
	assert_written("", "", "");
	assert_written("קמח וסולת נמכרו בשוק אתמול.", "קמח וסוכר נמכרו בשוק אתמול.",
		       "קמח [וסולת|וסוכר] נמכרו בשוק אתמול.");
	assert_written("Он купил новый дом у реки.", "Он купил старый дом у моря.",
		       "Он купил [новый|старый] дом у [реки|моря].");
}

static void a_spelling_is_told_from_a_word(void **state)
{
	(void)state;
	assert_written("قال إن الأمر انتهى أمس", "قال ان الأمر انتهى أمس",
		       "قال [hamza إن|ان] الأمر انتهى أمس");
	assert_written("زار المدرسة الكبيرة أمس", "زار المدرسه الكبيرة أمس",
		       "زار [teh-marbuta المدرسة|المدرسه] الكبيرة أمس");
	assert_written("ذهب إلى القرية صباحا", "ذهب إلي القرية صباحا",
		       "ذهب [yeh إلى|إلي] القرية صباحا");
	assert_written("كَتَبَ الولد الدرس", "كتب الولد الدرس", "[tashkeel كَتَبَ|كتب] الولد الدرس");
	assert_written("كتــاب الولد هنا", "كتاب الولد هنا", "[tatweel كتــاب|كتاب] الولد هنا");
	assert_written("بعد ١٢ يوما من الآن", "بعد 12 يوما من الآن", "بعد [digits ١٢|12] يوما من الآن");
	assert_written("او یک کتاب خرید", "او يك كتاب خرید",
		       "او [persian یک|يك] [persian کتاب|كتاب] خرید");
	assert_written("The Board met on Friday.", "The board met on Friday.",
		       "The [case Board|board] met on Friday.");
	assert_written("שָׁלוֹם לכל האנשים כאן", "שלום לכל האנשים כאן",
		       "[niqqud שָׁלוֹם|שלום] לכל האנשים כאן");
	assert_written("می\u200Cروم به خانه امروز", "میروم به خانه امروز",
		       "[hidden می\u200Cروم|میروم] به خانه امروز");
	assert_written("ﻻ أعرف الرجل جيدا", "لا أعرف الرجل جيدا", "[form ﻻ|لا] أعرف الرجل جيدا");
	assert_written("أُجري الفحص ليلا هنا", "اجري الفحص ليلا هنا",
		       "[hamza+tashkeel أُجري|اجري] الفحص ليلا هنا");
	assert_written("قال مسؤول كبير هنا", "قال مسئول كبير هنا", "قال [hamza مسؤول|مسئول] كبير هنا");
	assert_written("لا شيء من هذا هنا", "لا شئ من هذا هنا", "لا [hamza شيء|شئ] من هذا هنا");
	assert_written("Un café noir est servi", "Un cafe\u0301 noir est servi",
		       "Un [form café|cafe\u0301] noir est servi");
	assert_written("یہ کتاب اچھی ہے", "يه کتاب اچھی ہے", "[persian یہ|يه] کتاب اچھی ہے");
	assert_written("Всё хорошо у нас", "Все хорошо у нас", "[form Всё|Все] хорошо у нас");
	assert_written("كُتِبَ النص كله اليوم", "كِتُبَ النص كله اليوم",
		       "[tashkeel كُتِبَ|كِتُبَ] النص كله اليوم");
}

static void signs_and_white_space_are_told_from_words(void **state)
{
	(void)state;
	assert_written("He came, saw and won.", "He came; saw and won.",
		       "He came[punctuation ,|;] saw and won.");
	assert_written("He came, saw and won.", "He came saw and won.",
		       "He came[punctuation ,|] saw and won.");
	assert_written("one  two three four", "one two three four", "one [space  |]two three four");
	assert_written("قال \"نعم\" ثم خرج", "قال «نعم» ثم خرج",
		       "قال [punctuation \"|«]نعم[punctuation \"|»] ثم خرج");
	assert_written("one two three\u200F four", "one two three four",
		       "one two [hidden three\u200F|three] four");
	assert_written("First point here. Second point there.", "First point here.\nSecond point there.",
		       "First point here.[space  |\n]Second point there.");
}

/* The letters that are marked in the first segment of that kind, of both sides. */
static void assert_marks(const char *old, const char *new, enum difference_kind kind,
			 const char *mark_old, const char *mark_new)
{
	struct both both = compare(old, new);
	size_t i = 0;
	struct str got[DIFFERENCE_SIDES] = {STR_EMPTY, STR_EMPTY};
	while (i < both.n && both.segments[i].kind != kind)
		i++;
	assert_true(i < both.n);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		append_range(&got[side], both.doc[side], both.segments[i].mark[side]);
	assert_string_equal(str_cstr(&got[SIDE_OLD]), mark_old);
	assert_string_equal(str_cstr(&got[SIDE_NEW]), mark_new);
	str_release(&got[SIDE_OLD]);
	str_release(&got[SIDE_NEW]);
	both_release(&both);
}

static void only_the_letters_that_differ_are_marked_in_a_word(void **state)
{
	(void)state;
	assert_marks("عقدت والقمة في المدينة", "عقدت القمة في المدينة", DIFFERENCE_CHANGED, "و", "");
	assert_marks("قال إن الأمر سهل", "قال ان الأمر سهل", DIFFERENCE_SPELLING, "إ", "ا");
	assert_marks("شَقٌّ في الجدار هنا", "شَقّ في الجدار هنا", DIFFERENCE_SPELLING, "قٌّ", "قّ");
	assert_marks("Nobody needs to worry here", "Nobody need to worry here", DIFFERENCE_CHANGED, "s",
		     "");
	assert_marks("It was in 1962 that they came", "It was in 1972 that they came",
		     DIFFERENCE_CHANGED, "1962", "1972");
	assert_marks("He saw a dog over there", "He saw a cat over there", DIFFERENCE_CHANGED, "dog",
		     "cat");
}

static void words_that_are_in_both_by_chance_are_no_islands(void **state)
{
	(void)state;
	assert_written("Sources in the ministry said in the evening that talks failed.",
		       "Sources close to the president denied in public that talks failed.",
		       "Sources [in the ministry said in the evening|close to the president denied in "
		       "public] that talks failed.");
	/* Four words in a row are none. */
	assert_written("All six clerks of the upper house in Reedbank went there to vote again.",
		       "Only two cooks of the upper house in Reedbank sat down to eat well.",
		       "[All six clerks|Only two cooks] of the upper house in Reedbank [went there to "
		       "vote again|sat down to eat well].");
	/* Between two words a short one is no island. */
	assert_written("It was a red box in a yard.", "It was a blue box on a yard.",
		       "It was a [red|blue] box [in|on] a yard.");
}

static void sentences_are_inserted_deleted_and_replaced(void **state)
{
	(void)state;
	assert_written("One thing happened here. Another came later. The end was near.",
		       "One thing happened here. The end was near.",
		       "One thing happened here. [deleted Another came later. |]The end was near.");
	assert_written("One thing happened here.\nThe end was near.\n",
		       "One thing happened here. Nobody laughed at all.\nThe end was near.\n",
		       "One thing happened here.[inserted | Nobody laughed at all.]\nThe end was near.\n");
	assert_written("One thing happened here. Rain fell on Tuesday. The end was near.",
		       "One thing happened here. Prices doubled again. The end was near.",
		       "One thing happened here. [deleted Rain fell on Tuesday.|][inserted |Prices doubled "
		       "again.] The end was near.");
	/* One that became two. */
	assert_written("The board met on Friday evening and the price of water rose by a third.",
		       "The board met on Friday evening. The price of water rose by a third.",
		       "The board met on Friday evening[ and|.] [case the|The] price of water rose by a "
		       "third.");
}

static void a_passage_that_stands_elsewhere_was_moved(void **state)
{
	(void)state;
	const char *a = "The bridge was built in 1962 with gifts.";
	char *old = xasprintf("%s\nIt was closed on Sunday.\nNobody knows why it was closed.\n", a);
	char *new = xasprintf("It was closed on Sunday.\nNobody knows why it was closed.\n%s\n", a);
	struct both both = compare(old, new);
	struct difference_count count = difference_count(both.difference);
	size_t n_moved = 0;
	for (size_t i = 0; i < both.n; i++) {
		const struct difference_segment *segment = &both.segments[i];
		if (segment->kind != DIFFERENCE_MOVED)
			continue;
		n_moved++;
		assert_int_equal(both.segments[segment->other].other, i);
		assert_false(segment->edited);
		assert_int_equal(difference_is_change(segment), n_moved == 1);
	}
	assert_int_equal(n_moved, 2);
	assert_int_equal(count.of[DIFFERENCE_MOVED], 1);
	assert_int_equal(count.n_changes, 1);
	both_release(&both);
	free(old);
	free(new);
}

static void what_was_moved_may_have_been_edited(void **state)
{
	(void)state;
	struct both both =
		compare("The bridge was built in 1962 with gifts of the poor.\nIt was closed.\nWhy?\n",
			"It was closed.\nWhy?\nThe bridge was built in 1963 with gifts of the poor.\n");
	assert_int_equal(difference_count(both.difference).of[DIFFERENCE_MOVED], 1);
	assert_int_equal(both.segments[0].kind, DIFFERENCE_MOVED);
	assert_true(both.segments[0].edited);
	both_release(&both);
}

/* Rows as "old/new", with "=" for those in which nothing differs. */
static void assert_rows(const char *old, const char *new, const char *expected)
{
	struct both both = compare(old, new);
	struct str out = STR_EMPTY;
	size_t n;
	const struct difference_row *rows = difference_rows(both.difference, &n);
	for (size_t i = 0; i < n; i++) {
		if (rows[i].same)
			str_append_char(&out, '=');
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			struct str line = STR_EMPTY;
			append_range(&line, both.doc[side], rows[i].range[side]);
			for (size_t k = 0; k < line.len; k++)
				str_append_char(&out, line.p[k] == '\n' ? '$' : line.p[k]);
			str_append_str(&out, side == SIDE_OLD ? "/" : " ");
			str_release(&line);
		}
	}
	assert_string_equal(str_cstr(&out), expected);
	str_release(&out);
	both_release(&both);
}

static void paragraphs_stand_beside_each_other(void **state)
{
	(void)state;
	assert_rows("a b\nc d\n", "a b\nc d\n", "=a b$/a b$ =c d$/c d$ ");
	assert_rows("a b\n\nc d\n", "a b\n\nc e\n", "=a b$/a b$ =$/$ c d$/c e$ ");
	assert_rows("a b\nx x\nc d\n", "a b\nc d\n", "=a b$/a b$ x x$/ =c d$/c d$ ");
	assert_rows("a b\nc d\n", "a b\ny y\nc d\n", "=a b$/a b$ /y y$ =c d$/c d$ ");
	assert_rows("Here it is. There it was.\n", "Here it is.\nThere it was.\n",
		    "Here it is. There it was.$/Here it is.$There it was.$ ");
	assert_rows("", "", "");
	assert_rows("\n", "", "$/ ");
}

static uint32_t random_below(uint64_t *state, uint32_t n)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*state >> 33) % n;
}

static void assert_partition(const struct both *both)
{
	size_t at[DIFFERENCE_SIDES] = {0, 0};
	for (size_t i = 0; i < both->n; i++) {
		const struct difference_segment *segment = &both->segments[i];
		bool empty = true;
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			const struct cp_range *range = &segment->range[side];
			const struct cp_range *mark = &segment->mark[side];
			assert_int_equal(range->start_cp, at[side]);
			assert_true(range->end_cp >= range->start_cp);
			assert_true(mark->start_cp >= range->start_cp && mark->end_cp <= range->end_cp);
			assert_true(mark->start_cp <= mark->end_cp);
			empty &= range->start_cp == range->end_cp;
			at[side] = range->end_cp;
		}
		assert_false(empty);
		assert_int_equal(segment->spelling != 0, segment->kind == DIFFERENCE_SPELLING);
	}
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		while (!document_scan(both->doc[side], SIZE_MAX))
			continue;
		assert_int_equal(at[side], document_known_cp(both->doc[side]));
	}
}

static void assert_same_is_same(const struct both *both)
{
	for (size_t i = 0; i < both->n; i++) {
		const struct difference_segment *segment = &both->segments[i];
		struct str text[DIFFERENCE_SIDES] = {STR_EMPTY, STR_EMPTY};
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
			append_range(&text[side], both->doc[side], segment->range[side]);
		bool same = strcmp(str_cstr(&text[SIDE_OLD]), str_cstr(&text[SIDE_NEW])) == 0;
		assert_int_equal(same, segment->kind == DIFFERENCE_SAME);
		str_release(&text[SIDE_OLD]);
		str_release(&text[SIDE_NEW]);
	}
}

static void assert_rows_cover(const struct both *both)
{
	size_t n, at[DIFFERENCE_SIDES] = {0, 0};
	const struct difference_row *rows = difference_rows(both->difference, &n);
	for (size_t i = 0; i < n; i++) {
		assert_true(rows[i].first_segment < rows[i].end_segment);
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			assert_int_equal(rows[i].range[side].start_cp, at[side]);
			at[side] = rows[i].range[side].end_cp;
		}
	}
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		assert_int_equal(at[side], document_known_cp(both->doc[side]));
}

static void assert_sound(const struct both *both)
{
	assert_partition(both);
	assert_same_is_same(both);
	assert_rows_cover(both);
}

static const char *const scraps[] = {
	"a", "b", "the ", "house ", "House ", "1962 ", "١٩٦٢ ", ". ", "، ", "\n", "\n\n", " ", "  ",
	"إن ", "ان ", "المدرسة ", "المدرسه ", "وَالبيت ", "والبيت ", "كتــاب", "می\u200Cروم ", "یک ",
	"\"", "”", "“", "«", "(", ")", "..", "…", "• ", "\u200F", "\u2066", "\u202E", "\u0301", "\u0651",
	"👨‍👩‍👧 ", "ﻻ", "שָׁלוֹם ", "дом ", "漢字", "\t", "\r\n", "\r", "\xc2\x85", "\u2028", "\u2029", "\x1c",
	"\x1b[2J", "\x07", "\xff", "\xe2\x82", "http://x.org/%D8%A7 ", "- ", "ــ ", "%", "$", "3.5 ", "\u00A0",
};

static char *random_text(uint64_t *state, size_t n)
{
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < n; i++)
		str_append_str(&out, scraps[random_below(state, sizeof scraps / sizeof *scraps)]);
	return str_take(&out);
}

/* Some stretches left out, some said twice, some put in. */
static char *random_edit(uint64_t *state, const char *text)
{
	struct str out = STR_EMPTY;
	size_t n = strlen(text);
	for (size_t at = 0; at < n;) {
		size_t step = 1 + random_below(state, 40);
		step = step < n - at ? step : n - at;
		uint32_t what = random_below(state, 8);
		if (what != 0)
			str_append(&out, text + at, step);
		if (what == 1)
			str_append(&out, text + at, step);
		if (what == 2)
			str_append_str(&out, scraps[random_below(state, sizeof scraps / sizeof *scraps)]);
		at += step;
	}
	return str_take(&out);
}

static void segments_are_exactly_both_texts_whatever_these_are(void **state)
{
	uint64_t seed = 2026;
	(void)state;
	for (size_t i = 0; i < 400; i++) {
		char *old = random_text(&seed, random_below(&seed, 200));
		char *new = i % 4 ? random_edit(&seed, old) : random_text(&seed, 60);
		struct both both = compare(old, new);
		assert_sound(&both);
		both_release(&both);
		both = compare(old, old);
		assert_int_equal(difference_count(both.difference).n_changes, 0);
		both_release(&both);
		free(old);
		free(new);
	}
}

static void slices_make_no_difference(void **state)
{
	uint64_t seed = 7;
	(void)state;
	char *old = random_text(&seed, 3000), *new = random_edit(&seed, old);
	struct both whole = compare(old, new);
	struct both sliced = compare_bytes(old, strlen(old), new, strlen(new), 1);
	assert_int_equal(whole.n, sliced.n);
	for (size_t i = 0; i < whole.n; i++)
		assert_memory_equal(&whole.segments[i].range, &sliced.segments[i].range,
				    sizeof whole.segments[i].range);
	both_release(&whole);
	both_release(&sliced);
	free(old);
	free(new);
}

/* The longest common subsequence of two texts of one-letter words. */
static size_t lcs(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), *row = xcalloc(m + 1, sizeof *row);
	for (size_t i = 0; i < n; i++) {
		size_t diagonal = 0;
		for (size_t k = 0; k < m; k++) {
			size_t up = row[k + 1];
			row[k + 1] = a[i] == b[k] ? diagonal + 1 : up > row[k] ? up : row[k];
			diagonal = up;
		}
	}
	size_t length = row[m];
	free(row);
	return length;
}

/* Words of six letters, none like another. */
static char *as_words(const char *letters)
{
	struct str out = STR_EMPTY;
	for (; *letters; letters++) {
		for (size_t i = 0; i < 6; i++)
			str_append_char(&out, (char)('a' + (*letters - 'a') * 3));
		str_append_str(&out, letters[1] ? " " : "");
	}
	return str_take(&out);
}

static size_t words_kept(const struct both *both)
{
	return difference_count(both->difference).n_words[DIFFERENCE_SAME];
}

static void as_many_words_are_kept_as_can_be_but_for_islands(void **state)
{
	uint64_t seed = 11;
	(void)state;
	for (size_t round = 0; round < 300; round++) {
		char old[32], new[32];
		size_t n = 6 + random_below(&seed, 20), m = 0;
		for (size_t i = 0; i < n; i++)
			old[i] = (char)('a' + random_below(&seed, 8));
		old[n] = '\0';
		for (size_t i = 0; i < n; i++)
			if (random_below(&seed, 5))
				new[m++] = random_below(&seed, 6) ? old[i]
								  : (char)('a' + random_below(&seed, 8));
		new[m] = '\0';
		char *old_words = as_words(old), *new_words = as_words(new);
		struct both both = compare(old_words, new_words);
		size_t most = lcs(old, new), kept = words_kept(&both);
		assert_true(kept <= most);
		/* What is left out is islands: never so much where most is the same. */
		if (most * 3 >= n * 2)
			assert_true(kept * 10 >= most * 7);
		both_release(&both);
		free(old_words);
		free(new_words);
	}
}

/* A megabyte of sentences, some of which differ. */
static char *long_text(uint64_t seed, size_t n_sentences, uint32_t change_one_in)
{
	struct str out = STR_EMPTY;
	uint64_t changes = 99;
	for (size_t i = 0; i < n_sentences; i++) {
		for (size_t k = 0; k < 12; k++)
			str_appendf(&out, "%sword%u", k ? " " : "", random_below(&seed, 600));
		if (change_one_in && random_below(&changes, change_one_in) == 0)
			str_append_str(&out, " changed");
		str_append_str(&out, i % 5 == 4 ? ".\n" : ". ");
	}
	return str_take(&out);
}

static void a_megabyte_with_few_changes_is_told_word_by_word(void **state)
{
	char *old = long_text(1, 10500, 0), *new = long_text(1, 10500, 500);
	struct both both = compare(old, new);
	struct difference_count count = difference_count(both.difference);
	(void)state;
	assert_true(strlen(old) > 900000);
	assert_false(difference_is_coarse(both.difference));
	assert_int_equal(count.n_changes, count.of[DIFFERENCE_INSERTED]);
	assert_int_equal(count.n_words[DIFFERENCE_INSERTED], count.of[DIFFERENCE_INSERTED]);
	assert_in_range(count.n_changes, 5, 40);
	assert_sound(&both);
	both_release(&both);
	free(old);
	free(new);
}

static void a_change_in_every_sentence_is_told_word_by_word(void **state)
{
	char *old = long_text(1, 2000, 0), *new = long_text(1, 2000, 1);
	struct both both = compare(old, new);
	struct difference_count count = difference_count(both.difference);
	(void)state;
	assert_false(difference_is_coarse(both.difference));
	assert_int_equal(count.of[DIFFERENCE_INSERTED], 2000);
	assert_int_equal(count.n_changes, 2000);
	both_release(&both);
	free(old);
	free(new);
}

/* Whoever lays them out needs no more of a megabyte on one line than of any other. */
static void a_very_long_paragraph_comes_in_parts(void **state)
{
	char *old = long_text(1, 4000, 0), *new = long_text(1, 4000, 400);
	size_t n, n_same = 0;
	(void)state;
	for (size_t i = 0; old[i]; i++)
		old[i] = old[i] == '\n' ? ' ' : old[i];
	for (size_t i = 0; new[i]; i++)
		new[i] = new[i] == '\n' ? ' ' : new[i];
	struct both both = compare(old, new);
	const struct difference_row *rows = difference_rows(both.difference, &n);
	for (size_t i = 0; i < n; i++) {
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
			assert_true(rows[i].range[side].end_cp - rows[i].range[side].start_cp < 10000);
		assert_int_equal(rows[i].continues, i > 0);
		n_same += rows[i].same;
	}
	assert_true(n_same > n / 2);
	assert_sound(&both);
	both_release(&both);
	free(old);
	free(new);
}

static void two_wholly_different_texts_are_told_apart_as_such(void **state)
{
	char *old = long_text(1, 4000, 0), *new = long_text(2, 4000, 0);
	struct both both = compare(old, new);
	(void)state;
	assert_true(difference_is_coarse(both.difference));
	assert_sound(&both);
	both_release(&both);
	free(old);
	free(new);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_inserted_deleted_and_changed),
		cmocka_unit_test(a_spelling_is_told_from_a_word),
		cmocka_unit_test(signs_and_white_space_are_told_from_words),
		cmocka_unit_test(only_the_letters_that_differ_are_marked_in_a_word),
		cmocka_unit_test(words_that_are_in_both_by_chance_are_no_islands),
		cmocka_unit_test(sentences_are_inserted_deleted_and_replaced),
		cmocka_unit_test(a_passage_that_stands_elsewhere_was_moved),
		cmocka_unit_test(what_was_moved_may_have_been_edited),
		cmocka_unit_test(paragraphs_stand_beside_each_other),
		cmocka_unit_test(segments_are_exactly_both_texts_whatever_these_are),
		cmocka_unit_test(slices_make_no_difference),
		cmocka_unit_test(as_many_words_are_kept_as_can_be_but_for_islands),
		cmocka_unit_test(a_megabyte_with_few_changes_is_told_word_by_word),
		cmocka_unit_test(a_change_in_every_sentence_is_told_word_by_word),
		cmocka_unit_test(a_very_long_paragraph_comes_in_parts),
		cmocka_unit_test(two_wholly_different_texts_are_told_apart_as_such),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
