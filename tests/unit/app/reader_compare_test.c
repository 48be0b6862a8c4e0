/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading with links: what other panes do while the cursor goes through one. */
#include "app/reader-internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/command.h"
#include "app/compared.h"
#include "app/comparison.h"
#include "app/library.h"
#include "app/support.h"
#include "base/vec.h"
#include "base/xalloc.h"

enum { ROWS = 16, COLS = 120, FILLERS = 40 };

static const char DAM[] = "The northern dam overflowed before midnight and flooded the lower market.";
static const char DAM_AGAIN[] = "Before midnight the northern dam overflowed and the lower market flooded.";
static const char BRIDGE[] = "Engineers closed the railway bridge because two pillars had cracked.";
static const char BRIDGE_AGAIN[] = "Two pillars cracked, so engineers closed the railway bridge.";
static const char ALONE[] = "A baker handed out bread to everybody near the station.";

struct bench {
	struct options options;
	struct app app;
};

/* Sentences that share nothing with others, each on a paragraph of its own. */
static void append_filler(struct str *out, size_t seed, size_t n)
{
	static const char *const syllables[] = {"ba", "de", "fi", "go", "hu", "ka", "le", "mi",
						"no", "pu", "ra", "se", "ti", "vo", "xu", "za"};
	for (size_t i = 0; i < n; i++) {
		for (size_t word = 0; word < 6; word++) {
			size_t x = (seed * FILLERS + i) * 6 + word;
			str_appendf(out, "%s%s%s%s ", syllables[x % 16], syllables[x / 16 % 16],
				    syllables[x / 256 % 16], syllables[(x + word) % 16]);
		}
		str_append_str(out, "there.\n\n");
	}
}

/* `first`, much that is nowhere else, `last`. */
static struct pane *new_pane(const char *title, size_t seed, const char *first, const char *last)
{
	struct str text = STR_EMPTY;
	struct pane *pane = xmalloc(sizeof *pane);
	str_appendf(&text, "%s\n\n", first);
	append_filler(&text, seed, FILLERS);
	str_appendf(&text, "%s\n\n", last);
	append_filler(&text, seed + 10, 3);
	pane_init(pane, text_document(str_cstr(&text)));
	pane->article.title = xstrdup(title);
	snprintf(pane->article.id, sizeof pane->article.id, "%s", title);
	pane->article.lang = xstrdup("en");
	pane->identified = true;
	str_release(&text);
	return pane;
}

static void draw(struct bench *b)
{
	struct view *view = reader_view(b->app.reader);
	view->ops->draw(view, &b->app, &b->app.frame, (struct area){0, 0, ROWS, COLS});
}

/* As the loop does: frames, and what there is to do between them. */
static void rest(struct bench *b)
{
	do {
		b->app.wants_frame = false;
		draw(b);
		while (job_run(&b->app.jobs, &b->app))
			continue;
	} while (b->app.wants_frame);
}

static int setup(void **state)
{
	struct bench *b = xcalloc(1, sizeof *b);
	struct pane **panes = xcalloc(2, sizeof *panes);
	b->options = (struct options){.coder = "me"};
	b->app = (struct app){.options = &b->options, .mono = true, .begun = true};
	b->app.project.options = &b->options;
	frame_init(&b->app.frame, ROWS, COLS);
	b->app.library = library_new(&b->app);
	panes[0] = new_pane("one", 1, DAM, BRIDGE);
	panes[1] = new_pane("two", 2, ALONE, DAM_AGAIN);
	reader_show(&b->app, panes, 2);
	*state = b;
	rest(b);
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;
	while (b->app.top && b->app.top->below)
		view_pop(&b->app);
	job_queue_release(&b->app.jobs);
	reader_free(&b->app);
	comparison_free(&b->app);
	library_free(b->app.library);
	frame_release(&b->app.frame);
	free(b->app.message);
	free(b->app.message_hint);
	free(b);
	return 0;
}

static struct pane *pane(struct bench *b, size_t i)
{
	return b->app.reader->panes[i];
}

static struct unit_ref unit_of(struct bench *b, size_t text, size_t cp)
{
	const struct compare_set *set = comparison_set(&b->app);
	return (struct unit_ref){text, compare_text_unit_at(compare_set_text(set, text), cp)};
}

static void add_pane(struct bench *b, struct pane *added)
{
	struct reader *reader = b->app.reader;
	VEC_PUSH(reader->panes, reader->n_panes, reader->panes_cap, added);
}

/* Where `words` begin in a pane's text. */
static size_t cp_of(struct pane *in, const char *words)
{
	struct str text = STR_EMPTY;
	assert_int_equal(document_extract(in->doc, (struct cp_range){0, SIZE_MAX}, &text, NULL), 0);
	const char *at = strstr(str_cstr(&text), words);
	assert_non_null(at);
	size_t cp = (size_t)(at - str_cstr(&text));
	str_release(&text);
	return cp;
}

static void put_cursor(struct bench *b, const char *words)
{
	pane_goto(reader_pane(&b->app), cp_of(reader_pane(&b->app), words));
	rest(b);
}

static bool is_shown(struct bench *b, size_t i, const char *words)
{
	size_t cp = cp_of(pane(b, i), words);
	return cp >= pane(b, i)->shown.start_cp && cp < pane(b, i)->shown.end_cp;
}

static void the_set_is_made_in_idle_time_and_nothing_moves_at_the_start(void **state)
{
	struct bench *b = *state;
	assert_non_null(comparison_set(&b->app));
	assert_true(is_shown(b, 1, ALONE));
	assert_int_equal(pane(b, 1)->linked.state, LINKED_BELOW);
	assert_int_equal(pane(b, 0)->linked.state, LINKED_FROM);
}

static void another_pane_goes_to_its_match_and_the_focus_stays(void **state)
{
	struct bench *b = *state;
	put_cursor(b, BRIDGE);
	size_t top_cp = pane(b, 0)->top_cp;
	assert_int_equal(pane(b, 1)->linked.state, LINKED_NOT);
	assert_true(is_shown(b, 1, ALONE));
	motion_run(pane(b, 0), MOTION_TEXT_START, false);
	rest(b);
	assert_true(is_shown(b, 1, DAM_AGAIN));
	assert_int_equal(pane(b, 1)->linked.state, LINKED_SHOWN);
	assert_int_equal(pane(b, 1)->cursor_cp, cp_of(pane(b, 1), DAM_AGAIN));
	assert_int_not_equal(pane(b, 0)->top_cp, top_cp);
	assert_int_equal(pane(b, 0)->top_cp, 0);
}

static void the_words_that_both_have_are_marked_in_both(void **state)
{
	struct bench *b = *state;
	size_t dam = cp_of(pane(b, 0), "dam"), again = cp_of(pane(b, 1), "dam over");
	assert_true(linked_has_word(&pane(b, 0)->linked, (struct cp_range){dam, dam + 1}));
	assert_true(linked_has_word(&pane(b, 1)->linked, (struct cp_range){again, again + 1}));
	size_t other = cp_of(pane(b, 1), "baker");
	assert_false(linked_has_word(&pane(b, 1)->linked, (struct cp_range){other, other + 1}));
}

static void moving_within_a_passage_changes_nothing(void **state)
{
	struct bench *b = *state;
	put_cursor(b, BRIDGE);
	put_cursor(b, DAM);
	assert_true(is_shown(b, 1, DAM_AGAIN));
	pane_scroll(pane(b, 1), -20);
	size_t top_cp = pane(b, 1)->top_cp;
	put_cursor(b, "overflowed");
	assert_int_equal(pane(b, 1)->top_cp, top_cp);
}

static void what_was_scrolled_by_hand_stays_until_the_focus_goes_elsewhere(void **state)
{
	struct bench *b = *state;
	struct event wheel = {.kind = EVENT_MOUSE};
	wheel.mouse.kind = MOUSE_WHEEL_DOWN;
	wheel.mouse.row = 4;
	wheel.mouse.col = COLS - 10;
	put_cursor(b, BRIDGE);
	reader_mouse(reader_view(b->app.reader), &b->app, &wheel);
	rest(b);
	put_cursor(b, DAM);
	assert_false(is_shown(b, 1, DAM_AGAIN));
	assert_int_equal(pane(b, 1)->linked.state, LINKED_BELOW);
	put_cursor(b, BRIDGE);
	command_next_pane(&b->app, "");
	rest(b);
	command_next_pane(&b->app, "");
	rest(b);
	motion_run(pane(b, 0), MOTION_PAGE_PREVIOUS, false);
	rest(b);
	put_cursor(b, DAM);
	assert_true(is_shown(b, 1, DAM_AGAIN));
}

static void the_pane_one_came_from_stays_while_one_looks_around(void **state)
{
	struct bench *b = *state;
	put_cursor(b, BRIDGE);
	put_cursor(b, DAM);
	command_follow(&b->app, "");
	put_cursor(b, BRIDGE);
	command_follow(&b->app, "");
	command_next_pane(&b->app, "");
	rest(b);
	motion_run(pane(b, 1), MOTION_PASSAGE_NEXT, false);
	rest(b);
	motion_run(pane(b, 1), MOTION_PASSAGE_PREVIOUS, false);
	rest(b);
	assert_int_equal(pane(b, 0)->linked.state, LINKED_ABOVE);
	assert_true(is_shown(b, 0, BRIDGE));
	/* But who reads on wants it to follow. */
	put_cursor(b, ALONE);
	put_cursor(b, DAM_AGAIN);
	assert_int_equal(pane(b, 0)->linked.state, LINKED_SHOWN);
	assert_true(is_shown(b, 0, DAM));
}

static void a_pane_stays_at_a_match_that_is_as_good(void **state)
{
	struct bench *b = *state;
	add_pane(b, new_pane("twice", 3, DAM_AGAIN, DAM_AGAIN));
	put_cursor(b, BRIDGE);
	pane_goto(pane(b, 2), SIZE_MAX / 2);
	rest(b);
	size_t top_cp = pane(b, 2)->top_cp;
	assert_int_not_equal(top_cp, 0);
	put_cursor(b, DAM);
	assert_int_equal(pane(b, 2)->top_cp, top_cp);
	assert_int_equal(pane(b, 2)->linked.state, LINKED_SHOWN);
	assert_true(pane(b, 2)->linked.unit.start_cp > top_cp);
}

static void locked_panes_do_not_follow(void **state)
{
	struct bench *b = *state;
	put_cursor(b, BRIDGE);
	command_lock_scrolling(&b->app, "");
	put_cursor(b, DAM);
	assert_true(is_shown(b, 1, ALONE));
	command_lock_scrolling(&b->app, "");
	put_cursor(b, BRIDGE);
	put_cursor(b, DAM);
	assert_true(is_shown(b, 1, DAM_AGAIN));
}

static void without_following_a_key_shows_the_match(void **state)
{
	struct bench *b = *state;
	put_cursor(b, BRIDGE);
	command_follow(&b->app, "");
	put_cursor(b, DAM);
	assert_true(is_shown(b, 1, ALONE));
	command_next_match(&b->app, "");
	rest(b);
	assert_true(is_shown(b, 1, DAM_AGAIN));
	assert_non_null(strstr(b->app.message, "match 1 of 1"));
	command_next_match(&b->app, "");
	assert_non_null(strstr(b->app.message, "only match"));
}

static void the_walk_ends_also_where_its_pane_has_no_room(void **state)
{
	struct bench *b = *state;
	for (size_t i = 0; i < 6; i++) {
		char name[8];
		snprintf(name, sizeof name, "more%zu", i);
		add_pane(b, new_pane(name, 3 + i, i == 5 ? BRIDGE_AGAIN : ALONE, "Nothing else."));
	}
	put_cursor(b, BRIDGE);
	assert_int_equal(b->app.reader->links.links.n, 1);
	command_next_match(&b->app, "");
	rest(b);
	assert_non_null(strstr(b->app.message, "in pane 8"));
	command_next_match(&b->app, "");
	assert_non_null(strstr(b->app.message, "only match"));
}

static void the_line_of_why_tells_of_a_surer_match_in_a_pane_that_has_no_room(void **state)
{
	struct bench *b = *state;
	static const char part[] =
		"Nobody saw how the dam overflowed, a farmer of the green hills told us.";
	add_pane(b, new_pane("three", 3, ALONE, part));
	for (size_t i = 0; i < 6; i++) {
		char name[8];
		snprintf(name, sizeof name, "more%zu", i);
		add_pane(b, new_pane(name, 4 + i, i == 5 ? DAM : ALONE, "Nothing else."));
	}
	pane_set_document(pane(b, 1), text_document(ALONE));
	rest(b);
	put_cursor(b, BRIDGE);
	put_cursor(b, DAM);
	const char *why = b->app.reader->links.why;
	assert_int_equal(pane(b, 2)->linked.link.band, BAND_LIKELY);
	assert_non_null(strstr(why, "three"));
	/* At the very end, and the reasons have the room of which match it is. */
	assert_null(strstr(why, "match 2"));
	assert_non_null(strstr(why, "same words"));
	assert_string_equal(why + strlen(why) - strlen(" · 9: says the same"), " · 9: says the same");
}

static void the_walk_begins_at_the_best_match_though_a_pane_stays_at_another(void **state)
{
	struct bench *b = *state;
	pane_set_document(pane(b, 1), text_document(ALONE));
	add_pane(b, new_pane("twice", 3, DAM_AGAIN, DAM_AGAIN));
	put_cursor(b, BRIDGE);
	pane_goto(pane(b, 2), SIZE_MAX / 2);
	rest(b);
	put_cursor(b, DAM);
	assert_non_null(strstr(b->app.reader->links.why, "match 2 of 2"));
	command_next_match(&b->app, "");
	rest(b);
	assert_non_null(strstr(b->app.message, "match 1 of 2"));
	assert_null(strstr(b->app.reader->links.why, "match "));
	command_next_match(&b->app, "");
	rest(b);
	assert_non_null(strstr(b->app.message, "match 2 of 2"));
	command_next_match(&b->app, "");
	assert_non_null(strstr(b->app.message, "last of 2"));
}

static void languages_are_the_reason_only_for_articles_in_another(void **state)
{
	struct bench *b = *state;
	xstrset(&pane(b, 1)->article.lang, "fr");
	rest(b);
	put_cursor(b, BRIDGE);
	assert_non_null(strstr(b->app.reader->links.why, "found · two languages: only"));
	add_pane(b, new_pane("three", 3, ALONE, "Nothing else."));
	rest(b);
	put_cursor(b, DAM);
	put_cursor(b, BRIDGE);
	assert_non_null(strstr(b->app.reader->links.why, "found · 2: two languages: only"));
	xstrset(&pane(b, 1)->article.lang, "en");
	rest(b);
	put_cursor(b, DAM);
	put_cursor(b, BRIDGE);
	assert_string_equal(b->app.reader->links.why, "no match found");
}

static void the_first_motion_within_a_passage_makes_panes_follow(void **state)
{
	struct bench *b = *state;
	assert_non_null(strstr(b->app.reader->links.why, "says the same ↓"));
	put_cursor(b, "overflowed");
	assert_true(is_shown(b, 1, DAM_AGAIN));
	assert_int_equal(pane(b, 1)->linked.state, LINKED_SHOWN);
	assert_null(strstr(b->app.reader->links.why, "↓"));
}

static void a_walk_is_not_undone_by_the_first_motion(void **state)
{
	struct bench *b = *state;
	pane_set_document(pane(b, 1), text_document(ALONE));
	add_pane(b, new_pane("twice", 3, DAM_AGAIN, DAM_AGAIN));
	rest(b);
	command_next_match(&b->app, "");
	command_next_match(&b->app, "");
	rest(b);
	size_t top_cp = pane(b, 2)->top_cp;
	assert_int_not_equal(top_cp, 0);
	put_cursor(b, "overflowed");
	assert_int_equal(pane(b, 2)->top_cp, top_cp);
	assert_true(b->app.reader->links.walked);
}

static void a_pane_that_comes_is_compared_too_and_one_that_goes_is_forgotten(void **state)
{
	struct bench *b = *state;
	struct reader *reader = b->app.reader;
	size_t serial = comparison_serial(&b->app);
	struct compared *kept = pane(b, 0)->compared;
	add_pane(b, new_pane("three", 3, BRIDGE_AGAIN, "Nothing else."));
	rest(b);
	assert_int_not_equal(comparison_serial(&b->app), serial);
	assert_ptr_equal(pane(b, 0)->compared, kept);
	put_cursor(b, BRIDGE);
	assert_int_equal(pane(b, 2)->linked.state, LINKED_SHOWN);
	/* It is closed while the next set is being made. */
	reader_set_focus(reader, 2);
	xstrset(&pane(b, 0)->article.lang, "fr");
	draw(b);
	job_run(&b->app.jobs, &b->app);
	command_close_pane(&b->app, "");
	rest(b);
	assert_int_equal(compare_set_count(comparison_set(&b->app)), 2);
	assert_ptr_not_equal(pane(b, 0)->compared, kept);
}

static void large_texts_wait_until_somebody_asks(void **state)
{
	struct bench *b = *state;
	struct str text = STR_EMPTY;
	append_filler(&text, 50, 9000);
	pane_set_document(pane(b, 1), text_document(str_cstr(&text)));
	str_release(&text);
	assert_true(document_bytes(pane(b, 1)->doc) > COMPARISON_UNASKED);
	rest(b);
	assert_int_equal(comparison_want(&b->app, false), COMPARISON_LARGE);
	assert_int_equal(pane(b, 0)->linked.state, LINKED_UNTOLD);
	command_follow(&b->app, "");
	assert_true(b->app.reader->follows);
	assert_int_equal(comparison_want(&b->app, false), COMPARISON_MAKING);
	rest(b);
	assert_int_equal(comparison_want(&b->app, false), COMPARISON_READY);
}

static void places_that_were_gone_to_stay_until_the_cursor_leaves_its_passage(void **state)
{
	struct bench *b = *state;
	command_next_pane(&b->app, "");
	rest(b);
	size_t last_cp = cp_of(pane(b, 0), BRIDGE);
	const struct unit_ref at[] = {unit_of(b, 1, cp_of(pane(b, 1), DAM_AGAIN)), unit_of(b, 0, last_cp)};
	assert_int_equal(comparison_show(&b->app, at, 2, NULL), STATUS_OK);
	rest(b);
	assert_ptr_equal(reader_pane(&b->app), pane(b, 1));
	assert_int_equal(pane(b, 1)->cursor_cp, cp_of(pane(b, 1), DAM_AGAIN));
	assert_true(is_shown(b, 0, BRIDGE));
	assert_int_equal(pane(b, 0)->linked.state, LINKED_SHOWN);
	put_cursor(b, ALONE);
	put_cursor(b, DAM_AGAIN);
	assert_true(is_shown(b, 0, DAM));
}

static void two_panes_of_an_article_are_one_text(void **state)
{
	struct bench *b = *state;
	add_pane(b, new_pane("one", 1, DAM, BRIDGE));
	rest(b);
	assert_int_equal(compare_set_count(comparison_set(&b->app)), 2);
	assert_int_equal(comparison_text_of(&b->app, pane(b, 2)), 0);
	assert_int_equal(pane(b, 2)->linked.state, LINKED_UNTOLD);
}

static void another_title_is_no_other_set(void **state)
{
	struct bench *b = *state;
	size_t serial = comparison_serial(&b->app);
	xstrset(&pane(b, 1)->article.title, "another");
	rest(b);
	assert_string_equal(comparison_title(&b->app, 1), "another");
	assert_int_equal(comparison_serial(&b->app), serial);
}

static void what_is_too_long_or_too_much_is_left_out_and_told(void **state)
{
	struct bench *b = *state;
	const char *title;
	struct pane *longest = new_pane("longest", 4, DAM, BRIDGE);
	size_t n = COMPARISON_LONGEST + 1;
	char *bytes = xcalloc(n, 1);
	pane_set_document(longest, document_new(text_source_memory(bytes, n)));
	add_pane(b, longest);
	for (size_t i = 0; i < COMPARE_TEXTS - 1; i++) {
		char name[8];
		snprintf(name, sizeof name, "more%zu", i);
		add_pane(b, new_pane(name, 5 + i, ALONE, DAM));
	}
	rest(b);
	assert_int_equal(compare_set_count(comparison_set(&b->app)), COMPARE_TEXTS);
	assert_int_equal(comparison_left_out(&b->app, &title), 2);
	assert_string_equal(title, "longest");
	assert_int_equal(longest->linked.state, LINKED_LEFT_OUT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(the_set_is_made_in_idle_time_and_nothing_moves_at_the_start),
		TEST(another_pane_goes_to_its_match_and_the_focus_stays),
		TEST(the_words_that_both_have_are_marked_in_both),
		TEST(moving_within_a_passage_changes_nothing),
		TEST(what_was_scrolled_by_hand_stays_until_the_focus_goes_elsewhere),
		TEST(the_pane_one_came_from_stays_while_one_looks_around),
		TEST(a_pane_stays_at_a_match_that_is_as_good),
		TEST(locked_panes_do_not_follow),
		TEST(without_following_a_key_shows_the_match),
		TEST(the_walk_ends_also_where_its_pane_has_no_room),
		TEST(the_line_of_why_tells_of_a_surer_match_in_a_pane_that_has_no_room),
		TEST(the_walk_begins_at_the_best_match_though_a_pane_stays_at_another),
		TEST(languages_are_the_reason_only_for_articles_in_another),
		TEST(the_first_motion_within_a_passage_makes_panes_follow),
		TEST(a_walk_is_not_undone_by_the_first_motion),
		TEST(a_pane_that_comes_is_compared_too_and_one_that_goes_is_forgotten),
		TEST(large_texts_wait_until_somebody_asks),
		TEST(places_that_were_gone_to_stay_until_the_cursor_leaves_its_passage),
		TEST(two_panes_of_an_article_are_one_text),
		TEST(another_title_is_no_other_set),
		TEST(what_is_too_long_or_too_much_is_left_out_and_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
