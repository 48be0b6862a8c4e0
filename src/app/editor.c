/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/editor.h"

#include <stdlib.h>
#include <string.h>

#include "app/box.h"
#include "app/field.h"
#include "app/i18n.h"
#include "app/state.h"
#include "app/theme.h"
#include "base/xalloc.h"

enum { MARGIN = 4, MAX_COLUMNS = 100, LEAST_ROWS = 6, SPARE_ROWS = 2, WHEEL_ROWS = 3 };

struct editor {
	struct view view;
	const struct editor_ops *ops;
	void *data;
	char *title;
	char *target;
	char *original;    /* what the text was before anybody typed */
	char *shown;       /* the same as the field has it, which keeps no controls */
	struct field field;
	struct area drawn; /* where the field was drawn last */
	bool dirty;        /* changed since the draft was written */
	bool complained;   /* said that drafts cannot be written */
};

static const struct view_ops editor_view_ops;

static struct editor *editor_of(struct view *view)
{
	return (struct editor *)view;
}

/* What nobody typed into is as it was; the caller's. */
static char *editor_content(const struct editor *editor)
{
	char *text = field_text(&editor->field);

	if (strcmp(text, editor->shown) != 0)
		return text;
	free(text);
	return xstrdup(editor->original);
}

/*
 * Writes `text` as the draft, "" to remove it; there is none to remove where there is no project.
 */
static enum status draft_write(struct editor *editor, struct app *app, const char *text,
			       struct fault *f)
{
	enum status status = STATUS_OK;

	if (!app->project.store && !*text)
		return status;
	status = project_writable(&app->project, f);
	if (!status)
		status = store_draft_set(app->project.store, app->options->coder, editor->target,
					 text, f);
	return status;
}

/* What is typed is on disk after this, or the person has been told that it is not. */
static void draft_keep(struct editor *editor, struct app *app)
{
	struct fault f = FAULT_NONE;

	if (!editor->dirty)
		return;
	char *text = editor_content(editor);
	bool changed = strcmp(text, editor->original) != 0;
	if (!draft_write(editor, app, changed ? text : "", &f))
		editor->dirty = false;
	else if (editor->complained)
		fault_release(&f);
	else
		app_say_fault(app, &f);
	editor->complained = editor->dirty;
	free(text);
}

static void draft_load(struct editor *editor, struct app *app)
{
	struct fault f = FAULT_NONE;
	char *draft = NULL;

	if (!app->project.store)
		return;
	if (store_draft_get(app->project.store, app->options->coder, editor->target, &draft, &f)) {
		app_say_fault(app, &f);
	} else if (*draft && strcmp(draft, editor->original) != 0) {
		field_set(&editor->field, draft);
		app_say(app, _("this is your draft, which was not saved"));
	}
	free(draft);
}

struct view *editor_new(struct app *app, const char *title, const char *text, const char *target,
			const struct editor_ops *ops, void *data)
{
	struct editor *editor = xcalloc(1, sizeof *editor);

	editor->view.ops = &editor_view_ops;
	editor->ops = ops;
	editor->data = data;
	editor->title = xstrdup(title);
	editor->target = xstrdup(target);
	editor->original = xstrdup(text);
	field_init(&editor->field, text, true);
	editor->shown = field_text(&editor->field);
	draft_load(editor, app);
	return &editor->view;
}

static void editor_free(struct view *view)
{
	struct editor *editor = editor_of(view);

	if (editor->ops->free_data)
		editor->ops->free_data(editor->data);
	field_release(&editor->field);
	free(editor->title);
	free(editor->target);
	free(editor->original);
	free(editor->shown);
	free(editor);
}

/* As high as its text and a little more, so that what the note is about stays in sight. */
static void editor_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct editor *editor = editor_of(view);
	size_t most = area.n_rows > 2 * MARGIN ? area.n_rows - MARGIN : area.n_rows;
	size_t n_cols = area.n_cols > 2 * MARGIN ? area.n_cols - MARGIN : area.n_cols;

	n_cols = n_cols < MAX_COLUMNS ? n_cols : MAX_COLUMNS;
	size_t n_rows = field_rows(&editor->field, n_cols, most) + SPARE_ROWS;
	n_rows = n_rows > LEAST_ROWS ? n_rows : LEAST_ROWS;
	editor->drawn = box_draw(app, frame, area, n_rows < most ? n_rows : most, n_cols,
				 editor->title);
	field_draw(&editor->field, frame, editor->drawn, theme_style(ROLE_FIELD, app->mono), true);
}

static void editor_changed(struct view *view, struct app *app)
{
	(void)app;
	editor_of(view)->dirty = true;
}

static void editor_text(struct view *view, struct app *app, const char *utf8, size_t n, bool pasted)
{
	(void)pasted;
	field_insert(&editor_of(view)->field, utf8, n);
	editor_changed(view, app);
}

static struct field *editor_field(struct view *view, size_t *columns)
{
	*columns = editor_of(view)->drawn.n_cols;
	return &editor_of(view)->field;
}

static void editor_tick(struct view *view, struct app *app)
{
	draft_keep(editor_of(view), app);
}

static void closed(const struct editor *editor, struct app *app)
{
	if (editor->ops->closed)
		editor->ops->closed(app);
}

/* The draft goes only when its text is safe elsewhere. */
static void editor_accept(struct view *view, struct app *app)
{
	struct editor *editor = editor_of(view);
	char *text = editor_content(editor);
	struct fault f = FAULT_NONE;

	draft_keep(editor, app);
	app->top = view->below;
	if (editor->ops->accept(app, text, editor->data) && draft_write(editor, app, "", &f))
		app_say_fault(app, &f);
	closed(editor, app);
	free(text);
	editor_free(view);
}

/* Nothing typed is lost by leaving; where the draft cannot be kept, the editor stays. */
static void editor_back(struct view *view, struct app *app)
{
	struct editor *editor = editor_of(view);
	char *text = editor_content(editor);
	bool kept = *text && strcmp(text, editor->original) != 0;

	free(text);
	editor->complained = false;
	draft_keep(editor, app);
	if (editor->dirty)
		return;
	if (kept)
		app_say(app, _("kept as a draft: :drafts brings it back"));
	app->top = view->below;
	closed(editor, app);
	editor_free(view);
}

static const char *editor_label(struct view *view, struct app *app, const char *command)
{
	(void)view;
	(void)app;
	if (strcmp(command, "accept") == 0)
		return _("save");
	return strcmp(command, "back") == 0 ? _("keep as draft") : NULL;
}

static bool is_inside(struct area area, size_t row, size_t col)
{
	return row >= area.row && row < area.row + area.n_rows && col >= area.col &&
	       col < area.col + area.n_cols;
}

static void editor_press(struct editor *editor, struct app *app, size_t row, size_t col)
{
	if (!is_inside(editor->drawn, row, col))
		return;
	const struct frame_cell *cell = frame_at(&app->frame, row, col);
	if (cell->end_cp > cell->start_cp && cell->start_cp <= editor->field.n_cps)
		editor->field.cursor_cp = cell->start_cp;
}

static void editor_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct editor *editor = editor_of(view);
	bool up = event->mouse.kind == MOUSE_WHEEL_UP, down = event->mouse.kind == MOUSE_WHEEL_DOWN;

	for (int i = 0; (up || down) && i < WHEEL_ROWS; i++)
		field_move(&editor->field, up ? FIELD_UP : FIELD_DOWN, editor->drawn.n_cols);
	if (event->mouse.kind == MOUSE_PRESS)
		editor_press(editor, app, event->mouse.row, event->mouse.col);
}

static const struct view_ops editor_view_ops = {
	.section = SECTION_EDITOR,
	.takes_text = true,
	.draw = editor_draw,
	.text = editor_text,
	.field = editor_field,
	.changed = editor_changed,
	.accept = editor_accept,
	.back = editor_back,
	.label = editor_label,
	.mouse = editor_mouse,
	.tick = editor_tick,
	.free = editor_free,
};
