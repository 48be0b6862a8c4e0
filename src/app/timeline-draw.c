/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timeline's looks: the day where it changes, the time, a sign, the coder where there are
 * several, and what was done; at the foot the act at the cursor in full, and where Enter leads.
 */
#include "app/timeline-internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/act.h"
#include "app/i18n.h"
#include "app/mirror.h"
#include "app/theme.h"
#include "base/xalloc.h"

enum {
	GAP = 2,
	DATE_COLUMNS = 10, /* 2026-11-21 */
	TIME_COLUMNS = 5,  /* 14:02 */
	SIGN_COLUMNS = 1,
	MOST_CODER = 12,
	MOST_WEEKDAY = 12,
	LEAST_FOR_WEEKDAY = 60, /* columns of the screen */
	LEAST_FOR_CODER = 48,
	LEAST_FOR_FOOT = 8, /* rows */
};

static const char *const weekdays[] = {
	/* TRANSLATORS: days of the week, short if the language has it so */
	N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"),
};

/* Columns of a row, from the one that is read first. */
struct columns {
	size_t day, time, sign, coder, words; /* where each begins */
	size_t n_weekday, n_day, n_coder;     /* how wide; 0: not there */
	bool mirrored;
};

/* When it was, where the reader is; false where the time is none. */
static bool local_time(const struct act *act, struct tm *out)
{
	struct tm utc = {.tm_isdst = 0};
	if (sscanf(act->at, "%4d-%2d-%2dT%2d:%2d:%2d", &utc.tm_year, &utc.tm_mon, &utc.tm_mday,
		   &utc.tm_hour, &utc.tm_min, &utc.tm_sec) != 6)
		return false;
	utc.tm_year -= 1900;
	utc.tm_mon--;
	time_t seconds = timegm(&utc);
	return localtime_r(&seconds, out);
}

static bool is_same_day(const struct act *one, const struct act *two)
{
	struct tm a, b;
	return local_time(one, &a) && local_time(two, &b) && a.tm_year == b.tm_year &&
	       a.tm_yday == b.tm_yday;
}

static size_t widest_weekday(struct frame *frame)
{
	size_t widest = 0;
	for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++) {
		size_t columns = frame_columns(frame, _(weekdays[i]));
		widest = columns > widest ? columns : widest;
	}
	return widest < MOST_WEEKDAY ? widest : MOST_WEEKDAY;
}

static struct columns columns_of(const struct timeline *timeline, struct frame *frame,
				 size_t n_cols)
{
	struct columns c = {.mirrored = mirror_is_on() || frame->order == ORDER_LOGICAL};
	if (n_cols >= LEAST_FOR_WEEKDAY)
		c.n_weekday = widest_weekday(frame) + 1;
	c.n_day = c.n_weekday + DATE_COLUMNS;
	if (timeline->several && n_cols >= LEAST_FOR_CODER)
		c.n_coder = timeline->coder_columns < MOST_CODER ? timeline->coder_columns
								 : MOST_CODER;
	c.time = c.n_day + GAP;
	c.sign = c.time + TIME_COLUMNS + GAP;
	c.coder = c.sign + SIGN_COLUMNS + GAP;
	c.words = c.coder + (c.n_coder > 0 ? c.n_coder + GAP : 0);
	return c;
}

/* In a column of the row, at the side from which it is read. */
static void put(struct frame *frame, struct area row, const struct columns *c, size_t from,
		size_t n_cols, const char *text, struct style style)
{
	struct area area = mirror_part(row, from, n_cols, c->mirrored);
	frame_text(frame, area.row, area.col, area.n_cols, text, style, ZONE_NONE,
		   c->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
}

/* It stands, it can be done again, or it is gone for good: told without a colour. */
static const char *sign_of(const struct act *act)
{
	return !act->undone ? "●" : act->redoable ? "○" : "×";
}

static void put_day(struct frame *frame, struct area row, const struct columns *c,
		    const struct tm *day, struct style style)
{
	char date[64];
	strftime(date, sizeof date, "%Y-%m-%d", day);
	if (c->n_weekday > 0)
		put(frame, row, c, c->day, c->n_weekday - 1, _(weekdays[day->tm_wday]), style);
	put(frame, row, c, c->day + c->n_weekday, DATE_COLUMNS, date, style);
}

static void draw_act(const struct timeline *timeline, struct app *app, struct frame *frame,
		     struct area row, const struct columns *c, size_t index, struct style style)
{
	const struct act *act = timeline_act(timeline, index);
	bool first = index == timeline->list.top ||
		     !is_same_day(timeline_act(timeline, index - 1), act);
	struct tm tm;
	char clock[16];
	(void)app;
	if (local_time(act, &tm)) {
		strftime(clock, sizeof clock, "%H:%M", &tm);
		if (first)
			put_day(frame, row, c, &tm, style);
		put(frame, row, c, c->time, TIME_COLUMNS, clock, style);
	}
	put(frame, row, c, c->sign, SIGN_COLUMNS, sign_of(act), style);
	if (c->n_coder > 0)
		put(frame, row, c, c->coder, c->n_coder, act->coder, style);
	char *words = act_words(act);
	put(frame, row, c, c->words, row.n_cols, words, style);
	free(words);
}

static void draw_row(const struct timeline *timeline, struct app *app, struct frame *frame,
		     struct area row, const struct columns *c, size_t index)
{
	const struct act *act = timeline_act(timeline, index);
	bool at_cursor = index == timeline->list.cursor;
	enum role role = at_cursor ? ROLE_CURSOR : act && !act->undone ? ROLE_TEXT : ROLE_DIM;
	struct style style = theme_style(role, app->mono);
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, ZONE_NONE);
	if (act)
		draw_act(timeline, app, frame, row, c, index, style);
	else
		/* TRANSLATORS: the last line of the history: before the first act */
		put(frame, row, c, c->words, row.n_cols, _("the beginning"), style);
	if (at_cursor) {
		frame->cursor_row = row.row;
		frame->cursor_col = c->mirrored ? row.col + row.n_cols - 1 : row.col;
		frame->cursor_shown = true;
	}
}

/* Where Enter leads; the caller's. */
static char *outlook(const struct timeline *timeline, const struct app *app)
{
	struct timeline_route route = timeline_route_here(timeline, app);
	if (timeline->list.n == 0)
		return xstrdup(_("no act has these words"));
	if (route.way == ROUTE_UNDO)
		return xasprintf(ngettext("Enter undoes %zu act: yours that came after this one",
					  "Enter undoes %zu acts: yours that came after this one",
					  route.n),
				 route.n);
	if (route.way == ROUTE_REDO)
		return xasprintf(ngettext("Enter does %zu act again: yours up to this one",
					  "Enter does %zu acts again: yours up to this one",
					  route.n),
				 route.n);
	return xstrdup(_("The project stands here."));
}

/* The act at the cursor in full, and what can be done with it. */
static void draw_foot(const struct timeline *timeline, struct app *app, struct frame *frame,
		      struct area line, const struct columns *c)
{
	const struct act *act = timeline_act(timeline, timeline->list.cursor);
	char *words = act ? act_words(act) : xstrdup(""), *leads = outlook(timeline, app);
	put(frame, line, c, 0, line.n_cols, words, theme_style(ROLE_TITLE, app->mono));
	line.row++;
	put(frame, line, c, 0, line.n_cols, leads, theme_style(ROLE_TEXT, app->mono));
	line.row++;
	put(frame, line, c, 0, line.n_cols,
	    /* TRANSLATORS: what the signs in the history mean; u and r are keys */
	    _("● done  ○ undone: r does it again  × undone for good"),
	    theme_style(ROLE_DIM, app->mono));
	free(words);
	free(leads);
}

void timeline_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct timeline *timeline = (struct timeline *)view;
	/* The screen's first column is for the guard's marks (term/guard.h): no text. */
	size_t skip = area.col == 0 && area.n_cols > 2 ? 1 : 0;
	size_t n_foot = area.n_rows >= LEAST_FOR_FOOT ? 3 : 0;
	area.col += skip;
	area.n_cols -= skip;
	struct columns c = columns_of(timeline, frame, area.n_cols);
	timeline->rows = area;
	timeline->rows.n_rows -= n_foot > 0 ? n_foot + 1 : 0;
	list_show(&timeline->list, timeline->rows.n_rows);
	for (size_t i = 0; i < timeline->rows.n_rows && timeline->list.top + i < timeline->list.n;
	     i++) {
		struct area row = {.row = area.row + i, .col = area.col, .n_rows = 1,
				   .n_cols = area.n_cols};
		draw_row(timeline, app, frame, row, &c, timeline->list.top + i);
	}
	if (n_foot > 0) {
		struct area line = area;
		line.row += area.n_rows - n_foot;
		draw_foot(timeline, app, frame, line, &c);
	}
}
