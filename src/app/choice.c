/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/choice.h"

#include <stdlib.h>
#include <string.h>

#include "app/box.h"
#include "app/command.h"
#include "app/list.h"
#include "app/mirror.h"
#include "app/state.h"
#include "app/theme.h"
#include "base/utf8.h"
#include "base/xalloc.h"

enum { COLUMNS = 72, KEYS_COLUMNS = 4, MAX_NUMBERED = 9 };

struct entry {
	char *label, *detail, *symbol;
	struct style symbol_style;
	char letter; /* '\0': none was free */
};

struct choice {
	struct view view;
	const struct choice_ops *ops;
	void *data;
	char *title;
	struct entry *entries;
	struct list list;  /* over entries */
	struct area drawn; /* inside of the box, when last drawn */
};

static const struct view_ops choice_view_ops;

static struct choice *choice_of(struct view *view)
{
	return (struct choice *)view;
}

static bool is_taken(const struct choice *choice, size_t n, char letter)
{
	for (size_t i = 0; i < n; i++)
		if (choice->entries[i].letter == letter)
			return true;
	return false;
}

/* The first letter of `name` that none of the `n` entries before has. */
static char free_letter(const struct choice *choice, size_t n, const char *name)
{
	for (; *name; name++)
		if (*name >= 'a' && *name <= 'z' && !is_taken(choice, n, *name))
			return *name;
	return '\0';
}

struct view *choice_new(const char *title, const struct choice_item *items, size_t n_items,
			size_t cursor, const struct choice_ops *ops, void *data)
{
	struct choice *choice = xcalloc(1, sizeof *choice);
	choice->view.ops = &choice_view_ops;
	choice->ops = ops;
	choice->data = data;
	choice->title = xstrdup(title);
	choice->entries = xcalloc(n_items + 1, sizeof *choice->entries);
	choice->list.wraps = true;
	for (size_t i = 0; i < n_items; i++)
		choice->entries[i] = (struct entry){
			.label = xstrdup(items[i].label),
			.detail = xstrdup(items[i].detail ? items[i].detail : ""),
			.symbol = xstrdup(items[i].symbol ? items[i].symbol : ""),
			.symbol_style = items[i].symbol_style,
			.letter = free_letter(choice, i, items[i].name),
		};
	list_set(&choice->list, n_items);
	choice->list.cursor = cursor < n_items ? cursor : 0;
	return &choice->view;
}

static void choice_free(struct view *view)
{
	struct choice *choice = choice_of(view);
	if (choice->ops->free_data)
		choice->ops->free_data(choice->data);
	for (size_t i = 0; i < choice->list.n; i++) {
		free(choice->entries[i].label);
		free(choice->entries[i].detail);
		free(choice->entries[i].symbol);
	}
	free(choice->entries);
	free(choice->title);
	free(choice);
}

static void put(struct frame *frame, struct area area, const char *text, struct style style,
		int zone, enum frame_align align)
{
	frame_text(frame, area.row, area.col, area.n_cols, text, style, zone, align);
}

/* Its keys, symbol, label, and what it means as far as there is room. */
static void draw_entry(const struct choice *choice, struct app *app, struct frame *frame,
		       struct area row, size_t i)
{
	const struct entry *entry = &choice->entries[i];
	bool at_cursor = i == choice->list.cursor;
	struct style style = theme_style(at_cursor ? ROLE_CURSOR : ROLE_TEXT, app->mono);
	struct style dim = at_cursor ? style : theme_style(ROLE_DIM, app->mono);
	struct style key = at_cursor ? style : theme_style(ROLE_KEY, app->mono);
	char keys[] = {i < MAX_NUMBERED ? (char)('1' + i) : ' ', ' ',
		       entry->letter ? entry->letter : ' ', '\0'};
	int zone = ZONE_ITEM + (int)i;
	bool mirrored = mirror_is_on();
	enum frame_align align = mirrored ? ALIGN_RIGHT : ALIGN_LEFT;
	size_t used = 1, n_cols = frame_columns(frame, entry->label);
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, zone);
	put(frame, mirror_part(row, used, KEYS_COLUMNS - 1, mirrored), keys, key, zone, align);
	used += KEYS_COLUMNS;
	put(frame, mirror_part(row, used, 1, mirrored), entry->symbol,
	    at_cursor ? style : entry->symbol_style, zone, align);
	used += *entry->symbol ? 2 : 0;
	put(frame, mirror_part(row, used, n_cols, mirrored), entry->label, style, zone, align);
	used += n_cols + 2;
	put(frame, mirror_part(row, used, row.n_cols, mirrored), entry->detail, dim, zone, align);
}

static void choice_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct choice *choice = choice_of(view);
	struct area inside = choice->drawn =
		box_draw(app, frame, area, choice->list.n, COLUMNS, choice->title);
	list_show(&choice->list, inside.n_rows);
	for (size_t i = choice->list.top;
	     inside.n_cols > 0 && i < choice->list.n && i - choice->list.top < inside.n_rows; i++) {
		struct area row = inside;
		row.row += i - choice->list.top;
		draw_entry(choice, app, frame, row, i);
		if (i != choice->list.cursor)
			continue;
		frame->cursor_shown = true;
		frame->cursor_row = row.row;
		frame->cursor_col = row.col + 1;
	}
}

/* The view lives through the answer, off the stack, so that what comes next may be pushed. */
static void answer(struct choice *choice, struct app *app, size_t index,
		   void (*take)(struct app *app, size_t index, void *data))
{
	app->top = choice->view.below;
	take(app, index, choice->data);
	choice_free(&choice->view);
}

/* The entry of a typed character; the list's n where it chooses none. */
static size_t chosen_by(const struct choice *choice, char32_t cp)
{
	struct key key = {.code = cp};
	size_t i = 0;
	if (cp >= 0x80)
		(void)key_latin(key, &key);
	if (key.code >= '1' && key.code <= '9')
		i = key.code - '1';
	else
		while (i < choice->list.n && (uint32_t)choice->entries[i].letter != key.code)
			i++;
	return i < choice->list.n ? i : choice->list.n;
}

static void choice_text(struct view *view, struct app *app, const char *utf8, size_t n, bool pasted)
{
	struct choice *choice = choice_of(view);
	char32_t cp;
	if (pasted || n == 0)
		return;
	utf8_next(utf8, n, &cp);
	size_t i = chosen_by(choice, cp);
	if (i < choice->list.n)
		answer(choice, app, i, choice->ops->choose);
}

static struct list *choice_list(struct view *view)
{
	return &choice_of(view)->list;
}

static void choice_accept(struct view *view, struct app *app)
{
	struct choice *choice = choice_of(view);
	answer(choice, app, choice->list.cursor, choice->ops->choose);
}

static void choice_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct choice *choice = choice_of(view);
	struct area in = choice->drawn;
	size_t row = event->mouse.row, col = event->mouse.col;
	if (event->mouse.kind != MOUSE_PRESS || col < in.col || col >= in.col + in.n_cols ||
	    row < in.row || row >= in.row + in.n_rows ||
	    choice->list.top + row - in.row >= choice->list.n)
		return;
	answer(choice, app, choice->list.top + row - in.row, choice->ops->choose);
}

static bool choice_offers(struct view *view, struct app *app, const char *command)
{
	(void)app;
	return strcmp(command, "details") != 0 || choice_of(view)->ops->details;
}

static const struct view_ops choice_view_ops = {
	.section = SECTION_CHOICE,
	.takes_text = true,
	.draw = choice_draw,
	.text = choice_text,
	.list = choice_list,
	.accept = choice_accept,
	.offers = choice_offers,
	.mouse = choice_mouse,
	.free = choice_free,
};

void command_details(struct app *app, const char *argument)
{
	struct view *top = view_top(app);
	(void)argument;
	if (top->ops != &choice_view_ops || !choice_of(top)->ops->details)
		return;
	answer(choice_of(top), app, choice_of(top)->list.cursor, choice_of(top)->ops->details);
}
