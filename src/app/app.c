/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/app.h"

#include <stdlib.h>
#include <string.h>

#include "app/bidi-sample.h"
#include "app/coder.h"
#include "app/command.h"
#include "app/comparison.h"
#include "app/drafts.h"
#include "app/footer.h"
#include "app/grid.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/claim-link.h"
#include "app/reader.h"
#include "app/state.h"
#include "app/survey-view.h"
#include "app/tag-key.h"
#include "app/terminals.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/unfold.h"

/* What the person named, else the panes of last time, else the library. */
static enum status open_first_view(struct app *app, char **args, size_t n_args, struct fault *f)
{
	app->library = library_new(app);
	view_base(app, library_view(app->library));
	if (n_args > 0)
		return reader_open(app, args, n_args, f);
	struct fault ignored = FAULT_NONE;
	/* Panes that cannot be restored are no reason not to begin. */
	if (reader_restore(app, &ignored))
		fault_release(&ignored);
	return STATUS_OK;
}

/* The one thing that a terminal may get wrong and that a newcomer cannot know the word for. */
static void say_first_hint(struct app *app)
{
	if (app->project.store && !app->project.demo_dir)
		return;
	app_say(app, _("is Arabic reversed here? F9 (:bidi) tries another way"));
	app->message_is_guess = true;
}

/* What a person could set in the terminal, once, and over nothing else that was said for sure. */
static void say_terminal_hint(struct app *app)
{
	const char *advice = terminals_advice(app->terminal_hint);
	if (!advice || (app->message && !app->message_is_guess))
		return;
	app->terminal_hint = TERM_HINT_NONE;
	app_say(app, "%s", advice);
}

bool app_is_logical(const struct app *app)
{
	return app->bidi == BIDI_TERMINAL || (app->bidi == BIDI_AUTO && app->terminal_reorders);
}

bool app_terminal(struct app *app, const struct guard *guard)
{
	enum bidi_mode mode, before = app->bidi;
	bool remembered = terminals_mode(app->options, guard, &mode);
	enum term_hint hint = remembered ? TERM_HINT_NONE : guard_hint(guard);
	bool logical = app_is_logical(app);
	app->terminal_reorders = guard_reorders(guard);
	if (!app->bidi_chosen)
		app->bidi = mode;
	if (logical != app_is_logical(app))
		app_reload(app);
	if (hint != app->terminal_hinted)
		app->terminal_hint = app->terminal_hinted = hint;
	say_terminal_hint(app);
	return app->bidi != before;
}

static void count_coders(struct app *app)
{
	struct coder_list coders = {.items = NULL};
	if (app->project.store && store_coder_list(app->project.store, &coders, NULL) == STATUS_OK)
		app->n_coders = coders.n;
	coder_list_release(&coders);
}

static enum status app_begin(struct app *app, char **args, size_t n_args, struct fault *f)
{
	enum status status = keymap_read(app->keymap, KEYMAP_DEFAULT, "default.keys", f);
	if (!status)
		status = project_open(&app->project, app->options, false, f);
	if (status)
		return status;
	app->first_changes = app->seen_changes =
		app->project.store ? store_changes(app->project.store) : 0;
	count_coders(app);
	status = open_first_view(app, args, n_args, f);
	if (!app->message)
		drafts_say_pending(app);
	if (!app->message)
		say_first_hint(app);
	return status;
}

enum status app_new(struct app **out, const struct options *options, char **args, size_t n_args,
		    size_t n_rows, size_t n_cols, struct fault *f)
{
	struct app *app = xcalloc(1, sizeof *app);
	app->own = *options;
	app->options = &app->own;
	app->bidi = options->bidi;
	app->mouse = options->mouse;
	app->mono = options->color == COLOR_NEVER;
	app->keymap = keymap_new();
	frame_init(&app->frame, n_rows, n_cols);
	enum status status = app_begin(app, args, n_args, f);
	if (status) {
		app_free(app);
		app = NULL;
	}
	*out = app;
	return status;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	while (app->top && app->top->below)
		view_pop(app);
	job_queue_release(&app->jobs);
	if (app->reader) {
		reader_save(app);
		reader_free(app);
	}
	comparison_free(app);
	library_free(app->library);
	grid_free(app->grid);
	survey_view_free(app);
	project_close(&app->project);
	keymap_free(app->keymap);
	frame_release(&app->frame);
	app_say_nothing(app);
	free(app->copy_text);
	free(app->coder);
	mark_filter_release(&app->filter);
	free(app->filter_words);
	free(app->kept_layout);
	free(app->last_words);
	free(app->last_tag);
	export_only_release(&app->export_only);
	if (app->last_link)
		claim_link_free(app->last_link);
	free(app->last_find);
	unfold_free(app->unfold);
	free(app);
}

/* Visits the views of the stack, and the library and the reader also where they are not shown. */
static void visit_views(struct app *app, void (*visit)(struct view *view, struct app *app))
{
	struct view *base = NULL;
	/* A visited reader whose last pane is gone takes itself away. */
	for (struct view *view = app->top, *below; view; view = below) {
		below = view->below;
		base = view;
		visit(view, app);
	}
	if (base != library_view(app->library))
		visit(library_view(app->library), app);
	if (app->reader && base != reader_view(app->reader))
		visit(reader_view(app->reader), app);
}

static void reload_view(struct view *view, struct app *app)
{
	if (view->ops->reload)
		view->ops->reload(view, app);
}

static void tick_view(struct view *view, struct app *app)
{
	if (view->ops->tick)
		view->ops->tick(view, app);
}

void app_reload(struct app *app)
{
	if (app->project.store)
		app->seen_changes = store_changes(app->project.store);
	count_coders(app);
	visit_views(app, reload_view);
}

void app_set_coder(struct app *app, const char *name)
{
	char *before = app->coder;
	struct options *const all[] = {&app->own, &app->demo_options};
	app->coder = xstrdup(name);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		all[i]->coder = app->coder;
		if (all[i]->source[OPTION_coder] < SOURCE_STATE)
			all[i]->source[OPTION_coder] = SOURCE_STATE;
	}
	free(before);
}

void app_set_blind(struct app *app, bool blind)
{
	app->own.blind = app->demo_options.blind = blind;
}

static bool works_here(struct app *app, const struct command *command)
{
	return command->sections & (view_top(app)->ops->section | SECTION_COMMON);
}

void app_run(struct app *app, const char *name, const char *argument)
{
	const struct command *command = command_find(name);
	if (!command)
		app_complain(app, _("there is no command %s"), name);
	else if (!works_here(app, command))
		app_complain(app, _("%s does not work here"), name);
	else if (!coder_asks(app, command, argument))
		command->run(app, argument);
}

/* Tells once how a key of an Arabic layout was read. */
static void say_layout(struct app *app, struct key key, struct key latin)
{
	char arrived[KEY_TEXT_SIZE], position[KEY_TEXT_SIZE];
	if (key_equal(key, latin) || app->layout_hint_given || app->message)
		return;
	key_format(key, arrived);
	key_format(latin, position);
	app->layout_hint_given = true;
	/* TRANSLATORS: a key of an Arabic keyboard, and the key of a Latin one at its place. */
	app_say(app, _("Arabic layout: %s is %s"), arrived, position);
}

/* Characters that nothing is bound to are typed where the top view takes text. */
static void type_key(struct app *app, struct key key)
{
	struct view *top = view_top(app);
	bool is_character =
		key.code < KEY_NAMED && key.code >= ' ' && !(key.mods & (MOD_CTRL | MOD_META));
	if (!is_character || !top->ops->takes_text || !top->ops->text)
		return;
	char bytes[4];
	if (key.code == 0xFEFB)
		top->ops->text(top, app, "\xD9\x84\xD8\xA7", 4, false);
	else
		top->ops->text(top, app, bytes, utf8_encode(key.code, bytes), false);
}

static void take_key(struct app *app, struct key key)
{
	const struct view_ops *ops = view_top(app)->ops;
	struct key latin = key;
	const struct binding *binding =
		ops->takes_text ? keymap_exact(app->keymap, ops->section, key)
				: keymap_find(app->keymap, ops->section, key, &latin);
	app_say_nothing(app);
	if (bidi_sample_takes(app, binding ? binding->command : ""))
		return;
	if (!binding) {
		if (!tag_key_takes(app, key))
			type_key(app, key);
		return;
	}
	app_run(app, binding->command, binding->argument);
	say_layout(app, key, latin);
}

static void take_paste(struct app *app, const char *text, size_t n)
{
	struct view *top = view_top(app);
	if (top->ops->takes_text && top->ops->text)
		top->ops->text(top, app, text, n, true);
	else
		app_say(app,
			_("pasted text runs no commands; in the library, p adds a pasted article"));
}

static void take_mouse(struct app *app, const struct event *event)
{
	struct view *top = view_top(app);
	if (event->mouse.row >= app->frame.n_rows || event->mouse.col >= app->frame.n_cols)
		return;
	int zone = frame_at(&app->frame, event->mouse.row, event->mouse.col)->zone;
	size_t n_commands;
	const struct command *commands = command_table(&n_commands);
	bool on_key = zone >= ZONE_KEY && (size_t)(zone - ZONE_KEY) < n_commands;
	if (event->mouse.kind == MOUSE_PRESS)
		app_say_nothing(app);
	if (on_key && event->mouse.kind == MOUSE_PRESS)
		app_run(app, commands[zone - ZONE_KEY].name, "");
	else if (top->ops->mouse)
		top->ops->mouse(top, app, event);
}

static void take_tick(struct app *app)
{
	visit_views(app, tick_view);
	reader_tick(app);
	say_terminal_hint(app);
	/* Another program may have written to the project. */
	if (app->project.store && store_changes(app->project.store) != app->seen_changes)
		app_reload(app);
}

void app_event(struct app *app, const struct event *event)
{
	app->begun = true;
	app->touched |= event->kind == EVENT_KEY || event->kind == EVENT_MOUSE;
	switch (event->kind) {
	case EVENT_KEY:
		take_key(app, event->key);
		break;
	case EVENT_MOUSE:
		take_mouse(app, event);
		break;
	case EVENT_PASTE:
		take_paste(app, event->text, event->n_text);
		if (event->cut)
			app_complain(app,
				     _("only the beginning was pasted: it was longer than 16 MB"));
		break;
	case EVENT_RESIZE:
		frame_resize(&app->frame, event->n_rows, event->n_cols);
		break;
	case EVENT_TICK:
		take_tick(app);
		break;
	case EVENT_HANGUP:
		app->touched = false;
		take_tick(app);
		session_hang_up(app);
		break;
	case EVENT_REPLY:
		break;
	}
}

/* A view on top of what it does not cover. */
static void draw_stack(struct app *app, struct view *view, struct area area)
{
	if (!view->ops->covers && view->below)
		draw_stack(app, view->below, area);
	view->ops->draw(view, app, &app->frame, area);
}

const struct frame *app_frame(struct app *app)
{
	struct frame *frame = &app->frame;
	/* On a screen of a few rows the views come first, then the status line, then the keys. */
	size_t n_foot = frame->n_rows > 3 ? 2 : frame->n_rows > 1 ? 1 : 0;
	size_t n_rows = frame->n_rows - n_foot;
	app->wants_frame = false;
	frame->order = app_is_logical(app) ? ORDER_LOGICAL : ORDER_VISUAL;
	frame_clear(frame, (struct style){.fg = -1, .bg = -1, .attrs = 0});
	if (frame->n_rows == 0 || frame->n_cols == 0)
		return frame;
	draw_stack(app, view_top(app), (struct area){.n_rows = n_rows, .n_cols = frame->n_cols});
	if (app->bidi_sample)
		bidi_sample_draw(app, frame, n_rows);
	if (n_foot > 0)
		status_draw(app, frame, n_rows);
	if (n_foot > 1)
		footer_draw(app, frame, n_rows + 1);
	return frame;
}

bool app_has_work(const struct app *app)
{
	return app->jobs.n > 0;
}

bool app_idle(struct app *app)
{
	return job_run(&app->jobs, app);
}

bool app_wants_frame(const struct app *app)
{
	return app->wants_frame;
}

bool app_done(const struct app *app)
{
	return app->done;
}

const char *app_last_words(struct app *app)
{
	size_t n = app->project.demo_dir ? 0 : drafts_pending(app);
	free(app->last_words);
	app->last_words =
		n == 0 ? NULL
		       /* TRANSLATORS: on the shell's screen, after the end */
		       : xasprintf(ngettext("hashiya: %zu unfinished note is kept as a draft",
					    "hashiya: %zu unfinished notes are kept as drafts", n),
				   n);
	return app->last_words;
}

enum app_request app_request(struct app *app)
{
	enum app_request request = app->request;
	app->request = REQUEST_NONE;
	return request;
}

int app_bidi_mode(const struct app *app)
{
	return (int)app->bidi;
}

bool app_mouse(const struct app *app)
{
	return app->mouse;
}

const char *app_copy_text(const struct app *app, size_t *n)
{
	*n = app->copy_text ? strlen(app->copy_text) : 0;
	return app->copy_text ? app->copy_text : "";
}
