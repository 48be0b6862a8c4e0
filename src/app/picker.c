/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/picker.h"

#include <stdlib.h>
#include <string.h>

#include "app/box.h"
#include "app/command.h"
#include "app/i18n.h"
#include "app/list.h"
#include "app/picker-filter.h"
#include "app/state.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "text/line.h"
#include "text/safe.h"

/*
 * The field is row 0; items follow. Where the picker can create, what is typed is the last entry of
 * the list.
 */
struct picker {
	struct view view;
	const struct picker_ops *ops;
	void *data;
	char *title, *create_label;
	struct field field;
	struct area drawn;    /* where it was last drawn, without its border */
	char *typed;          /* the field's text, without white space around it */
	struct picker_item *items;
	size_t n_items, cap_items;
	struct picker_filter filter;
	struct list list;     /* over filter.matches, and one more where `typed` can be created */
};

enum { BOX_COLUMNS = 76, BOX_ROWS = 18, LEAST_ROWS = 4, BOX_MARGIN = 6 };

static const struct view_ops picker_view_ops;

struct picker *picker_of(struct view *view)
{
	return (struct picker *)view;
}

static void item_release(struct picker_item *item)
{
	free(item->label);
	free(item->detail);
	free(item->synonyms);
	free(item->symbol);
	free(item->id);
}

static void forget_items(struct picker *picker)
{
	for (size_t i = 0; i < picker->n_items; i++)
		item_release(&picker->items[i]);
	picker->n_items = 0;
	picker_filter_release(&picker->filter);
}

void picker_add(struct picker *picker, const struct picker_item *item)
{
	VEC_PUSH(picker->items, picker->n_items, picker->cap_items, *item);
	picker_filter_add(&picker->filter, item);
}

void picker_set_title(struct picker *picker, const char *title)
{
	char *copy = xstrdup(title);
	free(picker->title);
	picker->title = copy;
}

/* True where Enter may create what is typed: it is something, and not the label of an item. */
static bool offers_creation(const struct picker *picker)
{
	if (!picker->ops->create || picker->typed[0] == '\0')
		return false;
	for (size_t i = 0; i < picker->n_items; i++)
		if (strcmp(picker->items[i].label, picker->typed) == 0)
			return false;
	return true;
}

/* The item at the cursor; NULL on the entry that creates, and where there is none. */
static struct picker_item *item_at_cursor(const struct picker *picker)
{
	size_t at = picker->list.cursor;
	return at < picker->filter.n_matches ? &picker->items[picker->filter.matches[at]] : NULL;
}

static void narrow(struct picker *picker)
{
	picker_filter_apply(&picker->filter, picker->typed);
	list_set(&picker->list, picker->filter.n_matches + offers_creation(picker));
}

/* The field's text without white space around it. */
static char *trimmed_text(const struct field *field)
{
	char *text = field_text(field);
	size_t start = strspn(text, " \t"), end = strlen(text);
	while (end > start && strchr(" \t", text[end - 1]))
		end--;
	char *trimmed = xstrndup(text + start, end - start);
	free(text);
	return trimmed;
}

/* The text was changed: another list, from its start. */
static void picker_changed(struct view *view, struct app *app)
{
	struct picker *picker = picker_of(view);
	(void)app;
	free(picker->typed);
	picker->typed = trimmed_text(&picker->field);
	picker->list.cursor = picker->list.top = 0;
	narrow(picker);
}

void picker_go_to(struct picker *picker, const char *id)
{
	for (size_t i = 0; i < picker->filter.n_matches; i++) {
		const struct picker_item *item = &picker->items[picker->filter.matches[i]];
		if (item->id && strcmp(item->id, id) == 0) {
			picker->list.cursor = i;
			return;
		}
	}
}

void picker_reload(struct app *app, struct picker *picker)
{
	const struct picker_item *at = item_at_cursor(picker);
	char *id = at && at->id ? xstrdup(at->id) : NULL;
	forget_items(picker);
	picker->ops->load(app, picker, picker->data);
	narrow(picker);
	if (id)
		picker_go_to(picker, id);
	free(id);
}

struct view *picker_new(struct app *app, const char *title, const char *create_label,
			const struct picker_ops *ops, void *data)
{
	struct picker *picker = xcalloc(1, sizeof *picker);
	picker->view.ops = &picker_view_ops;
	picker->ops = ops;
	picker->data = data;
	picker->title = xstrdup(title);
	picker->create_label = xstrdup_or_empty(create_label);
	picker->typed = xstrdup("");
	/* So that what is to be created is one key away from the first match. */
	picker->list.wraps = true;
	field_init(&picker->field, "", false);
	picker_reload(app, picker);
	return &picker->view;
}

static void picker_free(struct view *view)
{
	struct picker *picker = picker_of(view);
	forget_items(picker);
	if (picker->ops->free_data)
		picker->ops->free_data(picker->data);
	field_release(&picker->field);
	free(picker->items);
	free(picker->title);
	free(picker->create_label);
	free(picker->typed);
	free(picker);
}

/* mark, symbol, label ... detail */
static void draw_item(struct app *app, struct frame *frame, struct area row,
		      const struct picker_item *item, bool at_cursor, int zone)
{
	struct style style = theme_style(at_cursor ? ROLE_CURSOR : ROLE_TEXT, app->mono);
	struct style dim = at_cursor ? style : theme_style(ROLE_DIM, app->mono);
	struct style symbol_style =
		at_cursor && item->symbol_columns > 0 ? style : item->symbol_style;
	size_t end = row.col + row.n_cols, col = row.col + 2;
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, zone);
	if (item->marked)
		frame_text(frame, row.row, row.col, 1, "✓", style, zone, ALIGN_LEFT);
	if (item->symbol && col < end) {
		size_t used = frame_text(frame, row.row, col, end - col, item->symbol, symbol_style,
					 zone, ALIGN_LEFT);
		col += (used > item->symbol_columns ? used : item->symbol_columns) + 1;
	}
	if (item->detail && row.n_cols >= 30 && col < end) {
		size_t most = row.n_cols / 2 < end - col ? row.n_cols / 2 : end - col,
		       columns = line_columns(item->detail, strlen(item->detail));
		columns = columns < most ? columns : most;
		/* A terminal that orders the text takes a number behind Arabic for a part of it. */
		bool before = frame->order == ORDER_LOGICAL;
		frame_text(frame, row.row, before ? col : end - columns, columns, item->detail, dim,
			   zone, before ? ALIGN_LEFT : ALIGN_RIGHT);
		col += before ? columns + 1 : 0;
		end -= before ? 0 : columns + 1;
	}
	if (col < end)
		frame_text(frame, row.row, col, end - col, item->label, style, zone, ALIGN_LEFT);
}

/* The last entry: what is typed, as something new. It runs as our own words do. */
static void draw_creation(const struct picker *picker, struct app *app, struct frame *frame,
			  struct area row, bool at_cursor, int zone)
{
	struct str label = STR_EMPTY;
	str_appendf(&label, "%s: ", picker->create_label);
	safe_isolate(&label, picker->typed, strlen(picker->typed));
	draw_item(app, frame, row, &(struct picker_item){.label = label.p}, at_cursor, zone);
	str_release(&label);
}

static void draw_entry(const struct picker *picker, struct app *app, struct frame *frame,
		       struct area row, size_t entry)
{
	bool at_cursor = entry == picker->list.cursor;
	int zone = ZONE_ITEM + (int)(entry - picker->list.top);
	if (entry < picker->filter.n_matches)
		draw_item(app, frame, row, &picker->items[picker->filter.matches[entry]], at_cursor,
			  zone);
	else
		draw_creation(picker, app, frame, row, at_cursor, zone);
}

/* As high as the whole list needs, whatever is typed, so that typing does not make the box jump. */
static size_t box_rows(const struct picker *picker, struct area area)
{
	size_t most = area.n_rows > BOX_ROWS + BOX_MARGIN ? area.n_rows - BOX_MARGIN : BOX_ROWS;
	size_t needed = 1 + picker->n_items + (picker->ops->create ? 1 : 0);
	return needed < LEAST_ROWS ? LEAST_ROWS : needed < most ? needed : most;
}

static size_t box_columns(struct area area)
{
	return area.n_cols > BOX_COLUMNS + 40 ? BOX_COLUMNS + 30 : BOX_COLUMNS;
}

/* While it is empty it says how something new comes about; the cursor stands before that. */
static void draw_field(struct picker *picker, struct app *app, struct frame *frame,
		       struct area line)
{
	field_draw(&picker->field, frame, line, theme_style(ROLE_FIELD, app->mono), true);
	if (!picker->ops->create || !field_is_empty(&picker->field) || line.n_cols < 2)
		return;
	char *hint = xasprintf("%s: %s", picker->create_label, _("type its name"));
	frame_text(frame, line.row, line.col + 1, line.n_cols - 1, hint,
		   theme_style(ROLE_DIM, app->mono), ZONE_NONE, ALIGN_LEFT);
	free(hint);
}

static void picker_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct picker *picker = picker_of(view);
	struct area inside = picker->drawn = box_draw(app, frame, area, box_rows(picker, area),
						      box_columns(area), picker->title);
	if (inside.n_rows == 0 || inside.n_cols == 0)
		return;
	struct area line = {
		.row = inside.row, .col = inside.col, .n_rows = 1, .n_cols = inside.n_cols};
	list_show(&picker->list, inside.n_rows - 1);
	for (size_t i = picker->list.top;
	     i < picker->list.n && line.row + 1 < inside.row + inside.n_rows; i++) {
		line.row++;
		draw_entry(picker, app, frame, line, i);
	}
	line.row = inside.row;
	draw_field(picker, app, frame, line);
}

static void picker_text(struct view *view, struct app *app, const char *utf8, size_t n, bool pasted)
{
	(void)pasted;
	field_insert(&picker_of(view)->field, utf8, n);
	picker_changed(view, app);
}

static struct field *picker_field(struct view *view, size_t *columns)
{
	*columns = picker_of(view)->drawn.n_cols;
	return &picker_of(view)->field;
}

static struct list *picker_list(struct view *view)
{
	return &picker_of(view)->list;
}

/*
 * The picker with its data lives until the owner has taken the answer, but off the stack, so that
 * the owner may push what comes next.
 */
static void picker_accept(struct view *view, struct app *app)
{
	struct picker *picker = picker_of(view);
	struct picker_item *item = item_at_cursor(picker);
	bool creates = !item && offers_creation(picker);
	if (!item && !creates)
		return;
	app->top = view->below;
	if (creates)
		picker->ops->create(app, picker->typed, picker->data);
	else
		picker->ops->choose(app, item, picker->data);
	picker_free(view);
}

static bool is_inside(struct area area, size_t row, size_t col)
{
	return row >= area.row && row < area.row + area.n_rows && col >= area.col &&
	       col < area.col + area.n_cols;
}

/* Zones outside of the box are those of the view below it. */
static void picker_press(struct picker *picker, struct app *app, const struct event *event)
{
	int zone = frame_at(&app->frame, event->mouse.row, event->mouse.col)->zone;
	if (zone < ZONE_ITEM || zone >= ZONE_KEY ||
	    !is_inside(picker->drawn, event->mouse.row, event->mouse.col))
		return;
	picker->list.cursor = picker->list.top + (size_t)(zone - ZONE_ITEM);
	picker_accept(&picker->view, app);
}

static void picker_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct picker *picker = picker_of(view);
	if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(&picker->list, LIST_SCROLL_PREVIOUS);
	else if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(&picker->list, LIST_SCROLL_NEXT);
	else if (event->mouse.kind == MOUSE_PRESS)
		picker_press(picker, app, event);
}

static bool has_action(const struct picker *picker, const char *action)
{
	return picker->ops->actions && strstr(picker->ops->actions, action);
}

static bool picker_offers(struct view *view, struct app *app, const char *command)
{
	const char *end = strstr(command, "-item");
	(void)app;
	if (!end)
		return true;
	char *action = xstrndup(command, (size_t)(end - command));
	bool offered = has_action(picker_of(view), action);
	free(action);
	return offered;
}

static const char *picker_label(struct view *view, struct app *app, const char *command)
{
	const struct picker_ops *ops = picker_of(view)->ops;
	(void)app;
	if (strcmp(command, "accept") == 0)
		return _("choose");
	return ops->action_label && strstr(command, "-item") ? ops->action_label(command) : NULL;
}

static void picker_view_reload(struct view *view, struct app *app)
{
	picker_reload(app, picker_of(view));
}

static const char *picker_status(struct view *view, struct app *app)
{
	(void)app;
	return picker_filter_count_text(&picker_of(view)->filter);
}

static const struct view_ops picker_view_ops = {
	.section = SECTION_PICKER,
	.takes_text = true,
	.draw = picker_draw,
	.text = picker_text,
	.field = picker_field,
	.changed = picker_changed,
	.list = picker_list,
	.accept = picker_accept,
	.offers = picker_offers,
	.label = picker_label,
	.reload = picker_view_reload,
	.mouse = picker_mouse,
	.status = picker_status,
	.free = picker_free,
};

static void act(struct app *app, const char *action)
{
	struct view *top = view_top(app);
	if (top->ops != &picker_view_ops || !has_action(picker_of(top), action))
		return;
	struct picker *picker = picker_of(top);
	const struct picker_item *item = item_at_cursor(picker);
	if (item)
		picker->ops->act(app, picker, action, item, picker->data);
}

void command_toggle_item(struct app *app, const char *argument)
{
	(void)argument;
	act(app, "toggle");
}

void command_edit_item(struct app *app, const char *argument)
{
	(void)argument;
	act(app, "edit");
}

void command_delete_item(struct app *app, const char *argument)
{
	(void)argument;
	act(app, "delete");
}
