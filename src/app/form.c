/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form.h"

#include <stdlib.h>
#include <string.h>

#include "app/box.h"
#include "app/field.h"
#include "app/i18n.h"
#include "app/list.h"
#include "app/state.h"
#include "app/theme.h"
#include "base/xalloc.h"
#include "text/line.h"

enum { COLUMNS = 70, LABEL_GAP = 2 };

struct entry {
	char *label, *hint; /* hint may be NULL */
	char *given;        /* what the line's text was, to the character */
	char *original;     /* as the field has it, which keeps no controls */
	struct field field;
};

struct form {
	struct view view;
	const struct form_ops *ops;
	void *data;
	char *title;
	struct entry *entries;
	struct list list;     /* over entries */
	bool warned;          /* said that what was typed is not saved */
	struct area drawn;    /* inside of the box, when last drawn */
	size_t label_columns; /* of the widest label, with the gap, as last drawn */
};

static const struct view_ops form_view_ops;

static struct form *form_of(struct view *view)
{
	return (struct form *)view;
}

struct view *form_new(struct app *app, const char *title, const struct form_line *lines,
		      size_t n_lines, const struct form_ops *ops, void *data)
{
	struct form *form = xcalloc(1, sizeof *form);

	(void)app;
	form->view.ops = &form_view_ops;
	form->ops = ops;
	form->data = data;
	form->title = xstrdup(title);
	form->entries = xcalloc(n_lines, sizeof *form->entries);
	form->list.wraps = true;
	list_set(&form->list, n_lines);
	for (size_t i = 0; i < n_lines; i++) {
		form->entries[i].label = xstrdup(lines[i].label);
		form->entries[i].hint = lines[i].hint ? xstrdup(lines[i].hint) : NULL;
		field_init(&form->entries[i].field, lines[i].text ? lines[i].text : "", false);
		form->entries[i].given = xstrdup(lines[i].text ? lines[i].text : "");
		form->entries[i].original = field_text(&form->entries[i].field);
	}
	return &form->view;
}

static void form_free(struct view *view)
{
	struct form *form = form_of(view);

	if (form->ops->free_data)
		form->ops->free_data(form->data);
	for (size_t i = 0; i < form->list.n; i++) {
		free(form->entries[i].label);
		free(form->entries[i].hint);
		free(form->entries[i].given);
		free(form->entries[i].original);
		field_release(&form->entries[i].field);
	}
	free(form->entries);
	free(form->title);
	free(form);
}

static size_t widest_label(const struct form *form)
{
	size_t widest = 0;

	for (size_t i = 0; i < form->list.n; i++) {
		size_t columns = line_columns(form->entries[i].label,
					      strlen(form->entries[i].label));
		widest = columns > widest ? columns : widest;
	}
	return widest;
}

static void draw_entry(struct form *form, struct app *app, struct frame *frame, struct area row,
		       size_t i)
{
	struct entry *entry = &form->entries[i];
	bool focus = i == form->list.cursor;
	struct area place = row;

	frame_text(frame, row.row, row.col,
		   form->label_columns < row.n_cols ? form->label_columns : row.n_cols,
		   entry->label, theme_style(focus ? ROLE_TITLE : ROLE_DIM, app->mono),
		   ZONE_ITEM + (int)i, ALIGN_LEFT);
	if (row.n_cols <= form->label_columns)
		return;
	place.col += form->label_columns;
	place.n_cols -= form->label_columns;
	field_draw(&entry->field, frame, place,
		   theme_style(focus ? ROLE_FIELD : ROLE_TEXT, app->mono), focus);
	/* The cursor stands at the empty field's start, before the hint. */
	if (entry->hint && field_is_empty(&entry->field) && place.n_cols > 1)
		frame_text(frame, place.row, place.col + 1, place.n_cols - 1, entry->hint,
			   theme_style(ROLE_DIM, app->mono), ZONE_NONE, ALIGN_LEFT);
}

static void form_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct form *form = form_of(view);
	struct area inside = form->drawn = box_draw(app, frame, area, form->list.n, COLUMNS,
						    form->title);
	struct area row = {.col = inside.col, .n_rows = 1, .n_cols = inside.n_cols};

	if (inside.n_rows == 0 || inside.n_cols == 0)
		return;
	form->label_columns = widest_label(form) + LABEL_GAP;
	if (form->label_columns > inside.n_cols / 2)
		form->label_columns = inside.n_cols / 2;
	list_show(&form->list, inside.n_rows);
	for (size_t i = 0; i < inside.n_rows && form->list.top + i < form->list.n; i++) {
		row.row = inside.row + i;
		draw_entry(form, app, frame, row, form->list.top + i);
	}
}

static struct field *form_field(struct view *view, size_t *columns)
{
	struct form *form = form_of(view);

	*columns = form->drawn.n_cols - form->label_columns;
	return &form->entries[form->list.cursor].field;
}

static void form_text(struct view *view, struct app *app, const char *utf8, size_t n, bool pasted)
{
	struct form *form = form_of(view);

	(void)app;
	(void)pasted;
	field_insert(&form->entries[form->list.cursor].field, utf8, n);
}

static struct list *form_list(struct view *view)
{
	return &form_of(view)->list;
}

void form_go_to(struct view *form, size_t line)
{
	form_of(form)->list.cursor = line;
}

/* What nobody typed into is as it was; the caller's. */
static char *entry_text(const struct entry *entry)
{
	char *text = field_text(&entry->field);

	if (strcmp(text, entry->original) != 0)
		return text;
	free(text);
	return xstrdup(entry->given);
}

/* On top again where the owner refuses, so that what is wrong can be mended. */
static void form_accept(struct view *view, struct app *app)
{
	struct form *form = form_of(view);
	char **texts = xcalloc(form->list.n, sizeof *texts);

	for (size_t i = 0; i < form->list.n; i++)
		texts[i] = entry_text(&form->entries[i]);
	bool done = form->ops->accept(app, texts, form->data);
	for (size_t i = 0; i < form->list.n; i++)
		free(texts[i]);
	free(texts);
	if (done && view_top(app) == view)
		view_pop(app);
}

bool form_is_changed(const struct view *view)
{
	const struct form *form = (const struct form *)view;
	bool changed = false;

	for (size_t i = 0; i < form->list.n && !changed; i++) {
		char *text = field_text(&form->entries[i].field);
		changed = strcmp(text, form->entries[i].original) != 0;
		free(text);
	}
	return changed;
}

/* What was typed is not thrown away unasked. */
static void form_back(struct view *view, struct app *app)
{
	struct form *form = form_of(view);

	if (!form->warned && form_is_changed(view)) {
		form->warned = true;
		app_complain(app, _("not saved: F2 saves it, Esc again leaves it as it was"));
		return;
	}
	view_pop(app);
}

static void form_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct form *form = form_of(view);
	size_t row = event->mouse.row, first = form->drawn.row;

	(void)app;
	if (event->mouse.kind != MOUSE_PRESS || event->mouse.col < form->drawn.col ||
	    event->mouse.col >= form->drawn.col + form->drawn.n_cols)
		return;
	if (row >= first && row < first + form->drawn.n_rows &&
	    form->list.top + row - first < form->list.n)
		form->list.cursor = form->list.top + row - first;
}

static const struct view_ops form_view_ops = {
	.section = SECTION_FORM,
	.takes_text = true,
	.draw = form_draw,
	.text = form_text,
	.field = form_field,
	.list = form_list,
	.accept = form_accept,
	.back = form_back,
	.mouse = form_mouse,
	.free = form_free,
};
