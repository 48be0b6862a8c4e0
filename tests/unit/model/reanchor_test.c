/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/reanchor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "model/anchor.h"
#include "model/rows.h"

static struct document *document_of(const char *text)
{
	size_t n = strlen(text);
	return document_new(text_source_memory(xmemdup(text, n), n));
}

static struct cp_range find(const char *text, const char *quote, size_t nth)
{
	struct document *doc = document_of(text);
	struct cp_range range = {0, 0};
	assert_int_equal(anchor_find(doc, quote, nth, &range, NULL), STATUS_OK);
	document_free(doc);
	return range;
}

/* The highlight of the `nth` place of `quote` in `text`. */
static struct highlight highlight_of(const char *text, const char *quote, size_t nth)
{
	struct document *doc = document_of(text);
	struct highlight h = {.exact = NULL};
	assert_int_equal(anchor_make(doc, find(text, quote, nth), &h, NULL), STATUS_OK);
	document_free(doc);
	return h;
}

static struct reanchor_quote quote_of(const struct highlight *h)
{
	return (struct reanchor_quote){.exact = h->exact,
				       .prefix = h->prefix,
				       .suffix = h->suffix,
				       .range = h->range};
}

static char *text_at(struct document *doc, struct cp_range range)
{
	struct str out = STR_EMPTY;
	assert_int_equal(document_extract(doc, range, &out, NULL), STATUS_OK);
	return str_take(&out);
}

static struct reanchored place_of(const char *text, const struct reanchor_quote *quote)
{
	struct document *doc = document_of(text);
	struct reanchored out;
	assert_int_equal(reanchor(doc, quote, 1, &out, NULL), STATUS_OK);
	document_free(doc);
	return out;
}

#define TALKS "The delegations met for three hours on Tuesday, and no agreement was signed. "
#define MOSCOW "A second round is to be held in Moscow before the end of the month. "
#define PRESS "Journalists were kept waiting in the rain outside the old customs house. "
#define TRADE "Grain prices fell after the announcement, said a trader in the port. "
#define REFRAIN "The ministry declined to comment on the report. "

static const struct {
	const char *name;
	const char *old, *quote;
	size_t nth;
	const char *new;
	enum reanchor_state state;
	const char *there; /* what it is now; NULL: the quote */
	size_t there_nth;
} cases[] = {
	{"nothing changed", TALKS MOSCOW, MOSCOW, 1, TALKS MOSCOW, REANCHOR_EXACT, NULL, 1},
	{"text after it changed", TALKS MOSCOW, "three hours", 1, TALKS PRESS, REANCHOR_EXACT,
	 NULL, 1},
	{"all around it changed", "Boats are late. " TALKS, "are late", 1,
	 "Geese are late. " MOSCOW, REANCHOR_EXACT, NULL, 1},
	{"a letter stands there by chance", "It is a test.", "a", 1, "Boxes a lot.", REANCHOR_ORPHAN,
	 NULL, 0},
	{"text before it is new", TALKS MOSCOW, "three hours", 1, PRESS TALKS MOSCOW,
	 REANCHOR_MOVED, NULL, 1},
	{"its paragraph went to the end", TALKS "\n" MOSCOW "\n" PRESS, "three hours on Tuesday",
	 1, MOSCOW "\n" PRESS "\n" TALKS, REANCHOR_MOVED, NULL, 1},
	{"its sentence moved alone", TALKS MOSCOW PRESS, MOSCOW, 1, MOSCOW TRADE TALKS,
	 REANCHOR_MOVED, NULL, 1},
	{"at the text's start", TALKS MOSCOW, "The delegations", 1, PRESS TALKS MOSCOW,
	 REANCHOR_MOVED, NULL, 1},
	{"at the text's end", TALKS "The end.", "The end.", 1, PRESS TALKS "The end.",
	 REANCHOR_MOVED, NULL, 1},
	{"the whole text", TALKS, TALKS, 1, PRESS TALKS, REANCHOR_MOVED, NULL, 1},
	{"a word inside was changed", TALKS MOSCOW PRESS, MOSCOW, 1,
	 TALKS "A second round is to be held in Moskva before the end of the month. " PRESS,
	 REANCHOR_MOVED, "A second round is to be held in Moskva before the end of the month. ",
	 1},
	{"a word was put in", TALKS MOSCOW PRESS, "in Moscow before the end of the month.", 1,
	 TALKS "A second round is to be held in Moscow at the end of the month. " PRESS,
	 REANCHOR_ORPHAN, NULL, 0},
	{"a letter was put in", TALKS MOSCOW PRESS, "in Moscow before the end of the month", 1,
	 TALKS "A second round is to be held in Moscow beforre the end of the month. " PRESS,
	 REANCHOR_MOVED, "in Moscow beforre the end of the month", 1},
	{"its last letter changed", TALKS MOSCOW PRESS, "before the end of the month.", 1,
	 TALKS "A second round is to be held in Moscow before the end of the month! " PRESS,
	 REANCHOR_MOVED, "before the end of the month!", 1},
	{"cut in two by a sentence", TALKS MOSCOW, TALKS MOSCOW, 1, TALKS PRESS MOSCOW,
	 REANCHOR_ORPHAN, NULL, 0},
	{"deleted", TALKS MOSCOW PRESS, MOSCOW, 1, TALKS PRESS, REANCHOR_ORPHAN, NULL, 0},
	{"a short quote deleted, its words elsewhere", TALKS MOSCOW PRESS, "the end", 1,
	 TALKS PRESS "They waited for the end.", REANCHOR_ORPHAN, NULL, 0},
	{"the second of two twins", REFRAIN TALKS REFRAIN MOSCOW, REFRAIN, 2,
	 PRESS REFRAIN TALKS REFRAIN MOSCOW, REANCHOR_MOVED, NULL, 2},
	{"the first of two twins", REFRAIN TALKS REFRAIN MOSCOW, REFRAIN, 1,
	 REFRAIN TRADE TALKS REFRAIN MOSCOW, REANCHOR_EXACT, NULL, 1},
	{"one word, twice in a sentence", "the talks and the talkers", "the", 2,
	 "Again the talks and the talkers", REANCHOR_MOVED, NULL, 2},
	{"other case", TALKS MOSCOW, "no agreement", 1,
	 PRESS "The delegations met for three hours on Tuesday, and NO AGREEMENT was signed. ",
	 REANCHOR_MOVED, "NO AGREEMENT", 1},
	{"hamza and marks", "قال الوزير إنّ المحادثات استمرت ثلاث ساعات في القصر.",
	 "إنّ المحادثات", 1, "أمس قال الوزير ان المحادثات استمرت ثلاث ساعات في القصر.",
	 REANCHOR_MOVED, "ان المحادثات", 1},
	{"marks at its end", "قال الوزير إن المحادثات استمرت.", "المحادثات", 1,
	 "قال الوزير إن المحادثاتُ استمرت.", REANCHOR_MOVED, "المحادثاتُ", 1},
	{"marks at its start", "قال مُحمد إن اللقاء انتهى عند الفجر.", "مُحمد", 1,
	 "قال محمد إن اللقاء انتهى عند الفجر.", REANCHOR_MOVED, "محمد", 1},
	{"tatweel and digits", "وصل ١٢ وفدا إلى المدينة صباح اليوم.", "١٢ وفدا", 1,
	 "وصل 12 وفـــدا إلى المدينة صباح اليوم.", REANCHOR_MOVED, "12 وفـــدا", 1},
	{"a tatweel before it is its own", "ــ قال الوزير إن اللقاء انتهى عند الفجر.", "ــ قال", 1,
	 "أمس: ــ قال الوزير إن اللقاء انتهى عند الفجر.", REANCHOR_MOVED, NULL, 1},
	{"emoji at its ends", "They said \U0001F468\u200D\U0001F469 yes \U0001F44D\U0001F3FD to it.",
	 "\U0001F468\u200D\U0001F469 yes \U0001F44D\U0001F3FD", 1,
	 "Then they said \U0001F468\u200D\U0001F469 yes \U0001F44D\U0001F3FD to it.",
	 REANCHOR_MOVED, NULL, 1},
	{"an emoji that grew", "They said yes \U0001F44D to it all.", "yes \U0001F44D", 1,
	 "They said yes \U0001F44D\U0001F3FD to it all.", REANCHOR_MOVED,
	 "yes \U0001F44D\U0001F3FD", 1},
	{"nothing but marks", "a \u200F\u200E b, and some more text here", "\u200F\u200E", 1,
	 "Now a \u200F\u200E b, and some more text here", REANCHOR_ORPHAN, NULL, 0},
	{"over a line end", "One.\nTwo is the second line of this text.", "One.\nTwo", 1,
	 "Zero.\nOne.\nTwo is the second line of this text.", REANCHOR_MOVED, NULL, 1},
	{"into an empty text", TALKS, "three hours", 1, "", REANCHOR_ORPHAN, NULL, 0},
};

static void assert_case(size_t i)
{
	struct highlight h = highlight_of(cases[i].old, cases[i].quote, cases[i].nth);
	struct reanchor_quote quote = quote_of(&h);
	struct reanchored got = place_of(cases[i].new, &quote);
	print_message("%s: %s, %.3f\n", cases[i].name, reanchor_state_name(got.state), got.score);
	assert_int_equal(got.state, cases[i].state);
	if (got.state != REANCHOR_ORPHAN) {
		const char *there = cases[i].there ? cases[i].there : cases[i].quote;
		struct cp_range wanted = find(cases[i].new, there, cases[i].there_nth);
		assert_int_equal(got.range.start_cp, wanted.start_cp);
		assert_int_equal(got.range.end_cp, wanted.end_cp);
		assert_int_equal(got.verbatim, cases[i].there == NULL);
		assert_true(got.score > .5 && got.score <= 1);
	} else {
		assert_int_equal(got.range.start_cp, got.range.end_cp);
	}
	highlight_release(&h);
}

static void each_case_goes_where_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_case(i);
}

/* All quotes of a text at once, in an order of their own. */
static void assert_all_go(const char *old, const char *new, const char *quote, size_t n,
			  const size_t *wanted)
{
	struct document *doc = document_of(new);
	struct highlight highlights[16] = {{.exact = NULL}};
	struct reanchor_quote quotes[16];
	struct reanchored out[16];
	for (size_t i = 0; i < n; i++) {
		highlights[i] = highlight_of(old, quote, n - i);
		quotes[i] = quote_of(&highlights[i]);
	}
	assert_int_equal(reanchor(doc, quotes, n, out, NULL), STATUS_OK);
	for (size_t i = 0; i < n; i++) {
		size_t nth = wanted[n - 1 - i];
		if (nth == 0)
			assert_int_equal(out[i].state, REANCHOR_ORPHAN);
		else
			assert_int_equal(out[i].range.start_cp, find(new, quote, nth).start_cp);
		highlight_release(&highlights[i]);
	}
	document_free(doc);
}

static void twins_keep_their_order(void **state)
{
	static const char five[] = REFRAIN REFRAIN REFRAIN REFRAIN REFRAIN;
	char *longer = xasprintf("%s%s%s", PRESS, five, TALKS);
	(void)state;
	assert_all_go(five, longer, REFRAIN, 5, (const size_t[]){1, 2, 3, 4, 5});
	free(longer);
}

static void two_that_stood_apart_never_share_a_place(void **state)
{
	(void)state;
	assert_all_go(TALKS REFRAIN MOSCOW REFRAIN PRESS, TALKS REFRAIN MOSCOW PRESS, REFRAIN, 2,
		      (const size_t[]){1, 0});
	assert_all_go(TALKS REFRAIN MOSCOW REFRAIN PRESS, TALKS MOSCOW REFRAIN PRESS, REFRAIN, 2,
		      (const size_t[]){0, 1});
}

static void a_place_that_is_a_twins_is_none(void **state)
{
	static const char old_text[] = TALKS REFRAIN MOSCOW REFRAIN PRESS;
	struct highlight h = highlight_of(old_text, REFRAIN, 2);
	struct reanchor_quote quote = quote_of(&h);
	struct document *old = document_of(old_text), *doc = document_of(PRESS TALKS REFRAIN MOSCOW);
	struct reanchored out;
	(void)state;
	assert_int_equal(reanchor(doc, &quote, 1, &out, NULL), STATUS_OK);
	assert_int_equal(out.state, REANCHOR_MOVED);
	assert_int_equal(reanchor_prove(old, doc, &quote, 1, &out, NULL), STATUS_OK);
	assert_int_equal(out.state, REANCHOR_ORPHAN);
	document_free(doc);
	doc = document_of(TRADE TALKS TRADE MOSCOW REFRAIN TRADE);
	assert_int_equal(reanchor(doc, &quote, 1, &out, NULL), STATUS_OK);
	assert_int_equal(reanchor_prove(old, doc, &quote, 1, &out, NULL), STATUS_OK);
	assert_int_equal(out.state, REANCHOR_MOVED);
	document_free(doc);
	document_free(old);
	highlight_release(&h);
}

static void of_places_as_good_as_each_other_none_is_chosen(void **state)
{
	struct reanchor_quote quote = {.exact = REFRAIN};
	(void)state;
	assert_int_equal(place_of(TALKS REFRAIN MOSCOW REFRAIN, &quote).state, REANCHOR_ORPHAN);
	assert_int_equal(place_of(TALKS REFRAIN MOSCOW, &quote).state, REANCHOR_MOVED);
}

static void a_quote_without_a_place_is_found_by_its_text(void **state)
{
	struct reanchor_quote quote = {.exact = "no agreement was signed", .prefix = "Tuesday, and "};
	struct reanchored got = place_of(PRESS TALKS MOSCOW, &quote);
	(void)state;
	assert_int_equal(got.state, REANCHOR_MOVED);
	assert_int_equal(got.range.start_cp, find(PRESS TALKS, quote.exact, 1).start_cp);
	assert_true(got.score == 1);
	quote.exact = "";
	assert_int_equal(place_of(PRESS, &quote).state, REANCHOR_ORPHAN);
}

static void a_score_is_what_stands_there(void **state)
{
	struct highlight h = highlight_of(TALKS MOSCOW PRESS, MOSCOW, 1);
	struct reanchor_quote quotes[] = {quote_of(&h), quote_of(&h), quote_of(&h)};
	struct document *doc = document_of(TRADE TALKS MOSCOW PRESS);
	struct cp_range place = find(TRADE TALKS MOSCOW, MOSCOW, 1);
	const struct cp_range ranges[] = {place,
					  {place.start_cp, place.end_cp - 4},
					  {0, strlen(TRADE)}};
	double scores[3];
	(void)state;
	assert_int_equal(reanchor_scores(doc, quotes, ranges, 3, scores, NULL), STATUS_OK);
	assert_true(scores[0] == 1);
	assert_true(scores[1] < 1 && scores[1] > .85);
	assert_true(scores[2] < .3);
	document_free(doc);
	highlight_release(&h);
}

/*
 * Invented texts with known truth: a text is a row of words, each with a number that it keeps
 * through all edits, so that where a quote's words went is known.
 */
enum { WORDS = 3000, VOCABULARY = 400, QUOTES = 60, ROUNDS = 60 };

struct word {
	unsigned id; /* 0: put in later */
	unsigned spelling;
	char end; /* what follows it: space, '.' or line end */
};

struct text {
	struct word words[2 * WORDS];
	size_t n;
	size_t start_cp[2 * WORDS + 1];
	struct str utf8;
};

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16 & 0x7fff;
}

/* Small numbers more often: words of a language are not used equally. */
static unsigned some_word(unsigned *seed)
{
	unsigned a = next_random(seed) % VOCABULARY, b = next_random(seed) % VOCABULARY;
	unsigned c = next_random(seed) % VOCABULARY;
	a = a < b ? a : b;
	return a < c ? a : c;
}

/* Two to five syllables by the word's number; the spelling's lowest bit chooses a hamza or none. */
static size_t write_word(struct str *out, unsigned spelling)
{
	static const char *const syllables[] = {"با", "تو", "جي", "دا", "ري", "زو", "سا", "شي", "لم",
						"نو", "قا", "كر", "في", "مي", "ها", "حل"};
	unsigned number = spelling >> 1;
	size_t n_cp = 1;
	str_append_str(out, spelling & 1 ? "أ" : "ا");
	for (unsigned rest = number * 2654435761u >> 12, i = 0; i < 1 + number % 4; i++, rest /= 16) {
		str_append_str(out, syllables[rest % 16]);
		n_cp += 2;
	}
	return n_cp;
}

static void write_text(struct text *text)
{
	size_t cp = 0;
	str_clear(&text->utf8);
	for (size_t i = 0; i < text->n; i++) {
		text->start_cp[i] = cp;
		cp += write_word(&text->utf8, text->words[i].spelling);
		if (text->words[i].end == '.') {
			str_append_str(&text->utf8, ".");
			cp++;
		}
		str_append_str(&text->utf8, text->words[i].end == '\n' ? "\n" : " ");
		cp++;
	}
	text->start_cp[text->n] = cp;
}

static void invent(struct text *text, unsigned *seed)
{
	text->n = WORDS;
	for (size_t i = 0; i < WORDS; i++) {
		unsigned kind = next_random(seed) % 60;
		text->words[i] = (struct word){.id = (unsigned)i + 1,
					       .spelling = some_word(seed) << 1 | (kind & 1),
					       .end = kind < 5 ? '.' : kind == 5 ? '\n' : ' '};
	}
	/* Sentences that stand twice or more. */
	for (size_t i = 0; i < 20; i++) {
		size_t from = next_random(seed) % (WORDS - 30), to = next_random(seed) % (WORDS - 30);
		for (size_t k = 0; k < 12; k++)
			text->words[to + k].spelling = text->words[from + k].spelling;
	}
}

static void put_in(struct text *text, size_t at, size_t n, unsigned *seed)
{
	memmove(text->words + at + n, text->words + at, (text->n - at) * sizeof *text->words);
	for (size_t i = 0; i < n; i++)
		text->words[at + i] = (struct word){.spelling = some_word(seed) << 1, .end = ' '};
	text->n += n;
}

static void take_out(struct text *text, size_t at, size_t n)
{
	memmove(text->words + at, text->words + at + n,
		(text->n - at - n) * sizeof *text->words);
	text->n -= n;
}

static void move_words(struct text *text, size_t from, size_t n, size_t to)
{
	struct word kept[100];
	memcpy(kept, text->words + from, n * sizeof *kept);
	take_out(text, from, n);
	to = to < text->n ? to : text->n;
	memmove(text->words + to + n, text->words + to, (text->n - to) * sizeof *text->words);
	memcpy(text->words + to, kept, n * sizeof *kept);
	text->n += n;
}

static void edit(struct text *text, unsigned *seed)
{
	size_t at = next_random(seed) % (text->n - 120), n = 1 + next_random(seed) % 60;
	switch (next_random(seed) % 8) {
	case 0:
		put_in(text, at, n < 30 ? n : 1, seed);
		break;
	case 1:
		take_out(text, at, n < 40 ? n : 1);
		break;
	case 2:
		move_words(text, at, n + 20, next_random(seed) % text->n);
		break;
	case 3: /* another word */
		text->words[at] = (struct word){.spelling = some_word(seed) << 1, .end = ' '};
		break;
	default: /* another spelling of the same */
		for (size_t i = 0; i < 5; i++)
			text->words[at + i].spelling ^= 1;
	}
}

/* What came of a quote. */
struct figures {
	size_t right, wrong, orphan, orphan_rightly;
};

/* Where the words `first`..`last` of the old text stand now: how many, and between where. */
static size_t truth(const struct text *text, unsigned first, unsigned last, struct cp_range *out)
{
	size_t n = 0;
	for (size_t i = 0; i < text->n; i++) {
		if (text->words[i].id < first || text->words[i].id > last)
			continue;
		if (n++ == 0)
			out->start_cp = text->start_cp[i];
		out->end_cp = text->start_cp[i + 1];
	}
	return n;
}

/* Right: at least four fifths of what was found is what the quote's words became, and back. */
static void judge(const struct text *text, unsigned first, unsigned last,
		  const struct reanchored *got, struct figures *figures)
{
	struct cp_range place = {0, 0};
	size_t n = truth(text, first, last, &place), words = last - first + 1;
	size_t start = got->range.start_cp > place.start_cp ? got->range.start_cp : place.start_cp;
	size_t end = got->range.end_cp < place.end_cp ? got->range.end_cp : place.end_cp;
	size_t both = start < end ? end - start : 0;
	/* Something of it is there, and not torn apart. */
	bool there = 10 * n >= 8 * words &&
		     10 * (place.end_cp - place.start_cp) <= 13 * (words * 8 + 8);
	if (got->state == REANCHOR_ORPHAN)
		*(there ? &figures->orphan : &figures->orphan_rightly) += 1;
	else if (5 * both >= 4 * (got->range.end_cp - got->range.start_cp))
		figures->right++;
	else
		figures->wrong++;
}

static void round_of_edits(unsigned *seed, size_t n_edits, struct figures *figures)
{
	static struct text old, new;
	struct highlight highlights[QUOTES] = {{.exact = NULL}};
	struct reanchor_quote quotes[QUOTES];
	struct reanchored out[QUOTES];
	unsigned first[QUOTES], last[QUOTES];
	invent(&old, seed);
	write_text(&old);
	struct document *before = document_of(str_cstr(&old.utf8));
	for (size_t i = 0; i < QUOTES; i++) {
		size_t at = next_random(seed) % (WORDS - 40), n = 1 + next_random(seed) % 30;
		struct cp_range range = {old.start_cp[at], old.start_cp[at + n] - 1};
		first[i] = old.words[at].id;
		last[i] = old.words[at + n - 1].id;
		assert_int_equal(anchor_make(before, range, &highlights[i], NULL), STATUS_OK);
		quotes[i] = quote_of(&highlights[i]);
	}
	memcpy(new.words, old.words, sizeof new.words);
	new.n = old.n;
	for (size_t i = 0; i < n_edits; i++)
		edit(&new, seed);
	write_text(&new);
	struct document *doc = document_of(str_cstr(&new.utf8));
	assert_int_equal(reanchor(doc, quotes, QUOTES, out, NULL), STATUS_OK);
	assert_int_equal(reanchor_prove(before, doc, quotes, QUOTES, out, NULL), STATUS_OK);
	for (size_t i = 0; i < QUOTES; i++) {
		judge(&new, first[i], last[i], &out[i], figures);
		if (out[i].verbatim) {
			char *there = text_at(doc, out[i].range);
			assert_string_equal(there, highlights[i].exact);
			free(there);
		}
		highlight_release(&highlights[i]);
	}
	document_free(before);
	document_free(doc);
	str_release(&old.utf8);
	str_release(&new.utf8);
}

static void assert_few_wrong(size_t n_edits, size_t most_wrong, size_t least_right)
{
	struct figures figures = {0};
	unsigned seed = 17;
	for (size_t i = 0; i < ROUNDS; i++)
		round_of_edits(&seed, n_edits, &figures);
	print_message("%d quotes, %zu edits a text of %d words: right %zu, wrong %zu, orphans %zu "
		      "that are there and %zu that are gone\n",
		      QUOTES * ROUNDS, n_edits, WORDS, figures.right, figures.wrong,
		      figures.orphan, figures.orphan_rightly);
	assert_true(figures.wrong <= most_wrong);
	assert_true(figures.right >= least_right);
}

static void a_wrong_place_is_rarer_than_an_orphan(void **state)
{
	(void)state;
	assert_few_wrong(5, 1, 3500);
	assert_few_wrong(50, 4, 3100);
	assert_few_wrong(300, 4, 1600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_case_goes_where_it_should),
		cmocka_unit_test(twins_keep_their_order),
		cmocka_unit_test(two_that_stood_apart_never_share_a_place),
		cmocka_unit_test(a_place_that_is_a_twins_is_none),
		cmocka_unit_test(of_places_as_good_as_each_other_none_is_chosen),
		cmocka_unit_test(a_quote_without_a_place_is_found_by_its_text),
		cmocka_unit_test(a_score_is_what_stands_there),
		cmocka_unit_test(a_wrong_place_is_rarer_than_an_orphan),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
