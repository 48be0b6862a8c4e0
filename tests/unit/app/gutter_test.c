/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gutter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/compared.h"
#include "app/support.h"

/* Passages at 0, 11, 21 and 28, the last two on one row. */
static const char TEXT[] = "One stop.\n\nTwo full.\nThree. Four.\n";

struct screen {
	struct pane pane;
	struct frame frame;
};

static void look_at(struct screen *screen)
{
	text_pane(&screen->pane, TEXT, 4, 20);
	frame_init(&screen->frame, 1, 1);
	screen->pane.compared = compared_new(screen->pane.doc, "en");
	assert_true(compared_read(screen->pane.compared, SIZE_MAX));
	assert_int_equal(compare_text_count(screen->pane.compared->text), 4);
	compared_forget_others(screen->pane.compared, 1);
}

static void leave(struct screen *screen)
{
	pane_release(&screen->pane);
	frame_release(&screen->frame);
}

/* What stands beside a row of these code points. */
static const struct frame_cell *beside(struct screen *screen, size_t start_cp, size_t end_cp)
{
	frame_clear(&screen->frame, (struct style){.fg = -1, .bg = -1, .attrs = 0});
	gutter_draw_row(&screen->pane, &screen->frame, 0, 0, (struct cp_range){start_cp, end_cp}, true,
			ZONE_NONE);
	return frame_at(&screen->frame, 0, 0);
}

static void a_digit_stands_where_a_passage_begins_that_others_say_too(void **state)
{
	struct screen screen;
	(void)state;
	look_at(&screen);
	uint8_t *n_others = screen.pane.compared->n_others;
	assert_int_equal(beside(&screen, 0, 9)->glyph[0], U' ');
	n_others[0] = 3;
	assert_int_equal(beside(&screen, 0, 4)->glyph[0], U'3');
	assert_int_equal(beside(&screen, 4, 9)->glyph[0], U' ');
	n_others[0] = 0;
	assert_int_equal(beside(&screen, 0, 4)->glyph[0], U' ');
	n_others[0] = 15;
	assert_int_equal(beside(&screen, 0, 4)->glyph[0], U'+');
	leave(&screen);
}

static void of_two_passages_that_begin_on_a_row_the_most_counts(void **state)
{
	struct screen screen;
	(void)state;
	look_at(&screen);
	screen.pane.compared->n_others[2] = 1;
	screen.pane.compared->n_others[3] = 4;
	assert_int_equal(beside(&screen, 21, 33)->glyph[0], U'4');
	leave(&screen);
}

static void a_bar_stands_beside_the_linked_passage_and_is_broken_where_it_is_weak(void **state)
{
	struct screen screen;
	(void)state;
	look_at(&screen);
	screen.pane.linked.unit = (struct cp_range){0, 9};
	screen.pane.linked.state = LINKED_SHOWN;
	screen.pane.linked.link.band = BAND_LIKELY;
	assert_int_equal(beside(&screen, 4, 9)->glyph[0], U'┃');
	screen.pane.compared->n_others[0] = 2;
	assert_int_equal(beside(&screen, 0, 4)->glyph[0], U'2');
	assert_true(beside(&screen, 0, 4)->style.attrs & ATTR_REVERSE);
	screen.pane.linked.link.band = BAND_WEAK;
	assert_int_equal(beside(&screen, 4, 9)->glyph[0], U'╎');
	screen.pane.linked.state = LINKED_FROM;
	assert_int_equal(beside(&screen, 4, 9)->glyph[0], U'┃');
	assert_int_equal(beside(&screen, 11, 20)->glyph[0], U' ');
	leave(&screen);
}

static void what_is_unknown_is_found_out_from_the_top_of_the_screen(void **state)
{
	struct screen screen;
	size_t unit = 99;
	(void)state;
	look_at(&screen);
	struct compared *compared = screen.pane.compared;
	assert_true(compared_next_unknown(compared, (struct cp_range){11, 33}, &unit));
	assert_int_equal(unit, 1);
	compared->n_others[1] = 0;
	assert_true(compared_next_unknown(compared, (struct cp_range){11, 33}, &unit));
	assert_int_equal(unit, 2);
	assert_false(compared_next_unknown(compared, (struct cp_range){11, 20}, &unit));
	leave(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_digit_stands_where_a_passage_begins_that_others_say_too),
		cmocka_unit_test(of_two_passages_that_begin_on_a_row_the_most_counts),
		cmocka_unit_test(
			a_bar_stands_beside_the_linked_passage_and_is_broken_where_it_is_weak),
		cmocka_unit_test(what_is_unknown_is_found_out_from_the_top_of_the_screen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
