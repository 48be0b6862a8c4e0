/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/field.h"
#include "app/i18n.h"
#include "app/path.h"
#include "app/state.h"
#include "app/theme.h"
#include "base/xalloc.h"
#include "text/line.h"

struct prompt {
	struct view view;
	const struct prompt_ops *ops;
	void *data;
	char *label;
	struct field field;
	size_t columns; /* of the field, as last drawn */
	bool proposed;  /* the text is a proposal: typing replaces it, any other key keeps it */
};

static const struct view_ops prompt_view_ops;

static struct prompt *prompt_of(struct view *view)
{
	return (struct prompt *)view;
}

struct view *prompt_new(struct app *app, const char *label, const char *text,
			const struct prompt_ops *ops, void *data)
{
	struct prompt *prompt = xcalloc(1, sizeof *prompt);

	(void)app;
	prompt->view.ops = &prompt_view_ops;
	prompt->ops = ops;
	prompt->data = data;
	prompt->label = xstrdup(label);
	field_init(&prompt->field, text, false);
	prompt->proposed = *text != '\0';
	return &prompt->view;
}

static void prompt_free(struct view *view)
{
	struct prompt *prompt = prompt_of(view);

	if (prompt->ops->free_data)
		prompt->ops->free_data(prompt->data);
	field_release(&prompt->field);
	free(prompt->label);
	free(prompt);
}

static void draw_field(struct prompt *prompt, struct app *app, struct frame *frame,
		       struct area area)
{
	char *text = field_text(&prompt->field);
	size_t columns = line_columns(text, strlen(text));

	field_draw(&prompt->field, frame, area, theme_style(ROLE_FIELD, app->mono), true);
	if (prompt->proposed && columns < area.n_cols) {
		area.n_cols = columns + 1; /* the cursor's place, too */
		field_draw(&prompt->field, frame, area, theme_style(ROLE_SELECTION, app->mono),
			   false);
	}
	free(text);
}

/* The label takes half of the row at the most; column 0 stays blank (term/guard.h). */
static void prompt_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct prompt *prompt = prompt_of(view);
	size_t label = line_columns(prompt->label, strlen(prompt->label));
	struct style style = theme_style(ROLE_FIELD, app->mono);

	if (area.n_rows == 0 || area.n_cols == 0)
		return;
	area.row += area.n_rows - 1;
	area.n_rows = 1;
	label = label < area.n_cols / 2 ? label : area.n_cols / 2;
	frame_fill(frame, area.row, area.col, 1, area.n_cols, style, ZONE_NONE);
	area.col++;
	area.n_cols--;
	frame_text(frame, area.row, area.col, label, prompt->label,
		   theme_style(ROLE_TITLE, app->mono), ZONE_NONE, ALIGN_LEFT);
	size_t used = label > 0 ? label + 1 : 0;
	area.col += used;
	area.n_cols -= used < area.n_cols ? used : area.n_cols;
	prompt->columns = area.n_cols;
	draw_field(prompt, app, frame, area);
}

static void prompt_changed(struct view *view, struct app *app)
{
	struct prompt *prompt = prompt_of(view);

	if (!prompt->ops->changed)
		return;
	char *text = field_text(&prompt->field);
	prompt->ops->changed(app, text, prompt->data);
	free(text);
}

static void prompt_text(struct view *view, struct app *app, const char *utf8, size_t n, bool pasted)
{
	struct prompt *prompt = prompt_of(view);

	(void)pasted;
	if (prompt->proposed)
		field_set(&prompt->field, "");
	prompt->proposed = false;
	field_insert(&prompt->field, utf8, n);
	prompt_changed(view, app);
}

/* For a key that moves or deletes. */
static struct field *prompt_field(struct view *view, size_t *columns)
{
	prompt_of(view)->proposed = false;
	*columns = prompt_of(view)->columns;
	return &prompt_of(view)->field;
}

/*
 * The prompt lives through the callback, off the stack, so that the owner may push what comes next.
 */
static void prompt_accept(struct view *view, struct app *app)
{
	struct prompt *prompt = prompt_of(view);
	char *text = field_text(&prompt->field);

	prompt->proposed = false;
	app->top = view->below;
	bool done = prompt->ops->accept(app, text, prompt->data);
	free(text);
	if (done)
		prompt_free(view);
	else
		view_push(app, view);
}

static void prompt_back(struct view *view, struct app *app)
{
	struct prompt *prompt = prompt_of(view);

	app->top = view->below;
	if (prompt->ops->cancel)
		prompt->ops->cancel(app, prompt->data);
	prompt_free(view);
}

static bool prompt_offers(struct view *view, struct app *app, const char *command)
{
	struct prompt *prompt = prompt_of(view);

	if (strcmp(command, "complete") == 0)
		return prompt->ops->paths;
	if (strcmp(command, "recall") == 0)
		return prompt->ops->recall && prompt->ops->recall(app, prompt->data);
	return true;
}

static const struct view_ops prompt_view_ops = {
	.section = SECTION_PROMPT,
	.takes_text = true,
	.draw = prompt_draw,
	.text = prompt_text,
	.field = prompt_field,
	.changed = prompt_changed,
	.accept = prompt_accept,
	.back = prompt_back,
	.offers = prompt_offers,
	.free = prompt_free,
};

void command_complete(struct app *app, const char *argument)
{
	struct view *top = view_top(app);
	struct prompt *prompt = prompt_of(top);

	(void)argument;
	if (top->ops != &prompt_view_ops || !prompt->ops->paths)
		return;
	prompt->proposed = false;
	char *text = field_text(&prompt->field);
	size_t n_matches;
	char *completed = path_complete(text, &n_matches);
	if (strcmp(text, completed) != 0) {
		field_set(&prompt->field, completed);
		prompt_changed(top, app);
	} else if (n_matches == 0) {
		app_say(app, _("no file begins so"));
	} else if (n_matches > 1) {
		app_say(app, ngettext("%zu file begins so", "%zu files begin so", n_matches),
			n_matches);
	}
	free(completed);
	free(text);
}

void command_recall(struct app *app, const char *argument)
{
	struct view *top = view_top(app);
	struct prompt *prompt = prompt_of(top);

	(void)argument;
	if (top->ops != &prompt_view_ops || !prompt->ops->recall)
		return;
	const char *last = prompt->ops->recall(app, prompt->data);
	if (!last)
		return;
	field_set(&prompt->field, last);
	prompt_changed(top, app);
}
