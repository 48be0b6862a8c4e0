/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's commands that move: the cursor, the text, the focus, the selection. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/library.h"
#include "app/reader-internal.h"

/*
 * How many rows of `pane` lie between `before` and its top now; those further than two screens are
 * a jump, which is 0.
 */
static ptrdiff_t rows_scrolled(struct pane *pane, struct place before)
{
	int order = place_compare(before, pane->top);
	ptrdiff_t limit = 2 * (ptrdiff_t)pane->area.n_rows, moved = 0;
	while (place_compare(before, pane->top) * order > 0 && moved < limit) {
		if (place_step(&pane->layouts, &before, -order) == 0)
			break;
		moved++;
	}
	return place_compare(before, pane->top) == 0 ? -order * moved : 0;
}

/* With locked panes all others scroll by `rows` too. */
static void scroll_others(struct reader *reader, ptrdiff_t rows)
{
	for (size_t i = 0; reader->locked && rows != 0 && i < reader->n_panes; i++)
		if (i != reader->focus)
			pane_scroll(reader->panes[i], rows);
}

static void run_motion(struct app *app, enum motion motion, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct place before = pane->top;
	if (app->reader->ends)
		ends_move(app->reader->ends, pane, motion);
	else
		motion_run(pane, motion, strcmp(argument, "extend") == 0);
	if (app->reader->locked)
		scroll_others(app->reader, rows_scrolled(pane, before));
}

/* Locked panes all go to their own start or end. */
static void run_far_motion(struct app *app, enum motion motion, const char *argument)
{
	struct reader *reader = app->reader;
	if (reader->ends) {
		ends_move(reader->ends, reader_pane(app), motion);
		return;
	}
	for (size_t i = 0; i < reader->n_panes; i++)
		if (reader->locked && i != reader->focus)
			motion_run(reader->panes[i], motion, false);
	motion_run(reader_pane(app), motion, strcmp(argument, "extend") == 0);
}

static void scroll_row(struct app *app, ptrdiff_t rows)
{
	pane_scroll(reader_pane(app), rows);
	scroll_others(app->reader, rows);
}

#define MOTION_COMMAND(name, run, motion)                          \
	void command_##name(struct app *app, const char *argument) \
	{                                                          \
		run(app, motion, argument);                        \
	}
MOTION_COMMAND(cursor_left, run_motion, MOTION_LEFT)
MOTION_COMMAND(cursor_right, run_motion, MOTION_RIGHT)
MOTION_COMMAND(cursor_up, run_motion, MOTION_UP)
MOTION_COMMAND(cursor_down, run_motion, MOTION_DOWN)
MOTION_COMMAND(next_word, run_motion, MOTION_WORD_NEXT)
MOTION_COMMAND(previous_word, run_motion, MOTION_WORD_PREVIOUS)
MOTION_COMMAND(next_passage, run_motion, MOTION_PASSAGE_NEXT)
MOTION_COMMAND(previous_passage, run_motion, MOTION_PASSAGE_PREVIOUS)
MOTION_COMMAND(next_paragraph, run_motion, MOTION_PARAGRAPH_NEXT)
MOTION_COMMAND(previous_paragraph, run_motion, MOTION_PARAGRAPH_PREVIOUS)
MOTION_COMMAND(row_start, run_motion, MOTION_ROW_START)
MOTION_COMMAND(row_end, run_motion, MOTION_ROW_END)
MOTION_COMMAND(text_start, run_far_motion, MOTION_TEXT_START)
MOTION_COMMAND(text_end, run_far_motion, MOTION_TEXT_END)
MOTION_COMMAND(page_down, run_motion, MOTION_PAGE_NEXT)
MOTION_COMMAND(page_up, run_motion, MOTION_PAGE_PREVIOUS)
#undef MOTION_COMMAND

void command_scroll_row_down(struct app *app, const char *argument)
{
	(void)argument;
	scroll_row(app, 1);
}

void command_scroll_row_up(struct app *app, const char *argument)
{
	(void)argument;
	scroll_row(app, -1);
}

void command_select(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	(void)argument;
	if (pane->selecting == SELECT_HELD) {
		pane->selecting = SELECT_NONE;
		return;
	}
	if (pane->selecting == SELECT_NONE)
		pane->anchor_cp = pane->cursor_cp;
	pane->selecting = SELECT_HELD;
}

void command_select_passage(struct app *app, const char *argument)
{
	(void)argument;
	motion_select(reader_pane(app), UNIT_PASSAGE);
}

void command_select_word(struct app *app, const char *argument)
{
	(void)argument;
	motion_select(reader_pane(app), UNIT_WORD);
}

void command_swap_ends(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	size_t anchor_cp = pane->anchor_cp;
	(void)argument;
	if (app->reader->ends)
		ends_swap(app->reader->ends, pane);
	if (pane->selecting == SELECT_NONE)
		return;
	pane->anchor_cp = pane->cursor_cp;
	pane_goto(pane, anchor_cp);
}

void command_next_pane(struct app *app, const char *argument)
{
	struct reader *reader = app->reader;
	(void)argument;
	reader_set_focus(reader, (reader->focus + 1) % reader->n_panes);
}

void command_previous_pane(struct app *app, const char *argument)
{
	struct reader *reader = app->reader;
	(void)argument;
	reader_set_focus(reader, (reader->focus + reader->n_panes - 1) % reader->n_panes);
}

void command_go_to_pane(struct app *app, const char *argument)
{
	size_t number = (size_t)strtoul(argument, NULL, 10);
	if (number >= 1 && number <= app->reader->n_panes)
		reader_set_focus(app->reader, number - 1);
	else
		app_complain(app,
			     ngettext("there is %zu pane", "there are %zu panes", app->reader->n_panes),
			     app->reader->n_panes);
}

void command_close_pane(struct app *app, const char *argument)
{
	struct reader *reader = app->reader;
	(void)argument;
	reader_remember(app, reader_pane(app));
	/* TRANSLATORS: %s is an article's title */
	app_say(app, _("closed: %s"), reader_pane(app)->article.title);
	if (reader->n_panes == 1) {
		reader_close(app);
		return;
	}
	reader_free_pane(reader_pane(app));
	reader->n_panes--;
	memmove(reader->panes + reader->focus, reader->panes + reader->focus + 1,
		(reader->n_panes - reader->focus) * sizeof *reader->panes);
	if (reader->focus == reader->n_panes)
		reader->focus--;
}

void command_lock_scrolling(struct app *app, const char *argument)
{
	(void)argument;
	struct reader *reader = app->reader;
	bool followed = reader->follows && reader_compares(app);
	reader->locked = !reader->locked;
	if (reader->locked && followed)
		app_say(app, _("the panes scroll together, and do not follow the cursor"));
	else if (reader->locked)
		app_say(app, _("the panes scroll together"));
	else if (followed)
		app_say(app, _("each pane scrolls alone; the others follow the cursor again"));
	else
		app_say(app, _("each pane scrolls alone"));
}

void command_reveal(struct app *app, const char *argument)
{
	(void)argument;
	app->reader->reveal = !app->reader->reveal;
	if (app->reader->reveal)
		app_say(app, _("hidden characters are shown"));
	else
		app_say(app, _("hidden characters are hidden"));
}

/* From one to the next of auto, rtl, ltr; an act, like any change to an article. */
void command_direction(struct app *app, const char *argument)
{
	static const enum text_dir after[] = {
		[DIR_AUTO] = DIR_RTL, [DIR_RTL] = DIR_LTR, [DIR_LTR] = DIR_AUTO};
	static const char *const words[] = {
		[DIR_AUTO] = N_("each paragraph has its own direction"),
		[DIR_RTL] = N_("the whole article is set right-to-left"),
		[DIR_LTR] = N_("the whole article is set left-to-right"),
	};
	struct pane *pane = reader_pane(app);
	struct fault f = FAULT_NONE;
	(void)argument;
	enum status status = reader_adopt(app, pane, &f);
	if (!status) {
		pane->article.dir = after[pane->article.dir];
		status = project_edit(&app->project, &pane->article, &f);
	}
	if (status)
		app_say_fault(app, &f);
	else
		app_say(app, "%s", _(words[pane->article.dir]));
	app_reload(app);
}

void command_open_library(struct app *app, const char *argument)
{
	(void)argument;
	library_skip_open(app->library, app->reader);
	view_base(app, library_view(app->library));
}
