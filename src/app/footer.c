/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/footer.h"

#include <stdlib.h>
#include <string.h>

#include "app/coder.h"
#include "app/command.h"
#include "app/form.h"
#include "app/i18n.h"
#include "app/mirror.h"
#include "app/state.h"
#include "app/theme.h"
#include "base/xalloc.h"

enum {
	LEAST_NAME = 8, /* columns that the project's name has at the least */
	WIDE = 100,     /* columns from which a message and what else there is to say have room */
};

/* "summit" of "/home/nadia/summit.hashiya"; the caller's. */
static char *project_name(const struct app *app)
{
	if (app->project.demo_dir)
		return xstrdup(_("demo"));
	const char *path = app->project.path ? app->project.path : "";
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t n = strlen(name), n_suffix = strlen(".hashiya");
	bool has_suffix = n > n_suffix && strcmp(name + n - n_suffix, ".hashiya") == 0;
	return xstrndup(name, has_suffix ? n - n_suffix : n);
}

/* The last word of the status line: what is kept of what you do. */
static const char *saved_word(const struct app *app, const struct view *top)
{
	const struct store *store = app->project.store;
	if (top->ops->section == SECTION_EDITOR)
		return _("draft");
	if (top->ops->section == SECTION_FORM && form_is_changed(top))
		return _("not saved yet");
	if (!store)
		/* TRANSLATORS: of a project that has no file yet */
		return _("new");
	if (store_is_newer(store))
		return _("newer, read only");
	if (store_is_readonly(store))
		return _("read only");
	/* TRANSLATORS: of the demo, which is gone at the end unless it is asked for */
	return app->project.demo_dir ? _("not kept") : _("saved");
}

static size_t at_most(size_t n, size_t limit)
{
	return n < limit ? n : limit;
}

/*
 * Text at the right end of columns [left, *end) with one column free on each side; moves `*end`
 * before it.
 */
static void put_right(struct frame *frame, size_t row, size_t left, size_t *end, const char *text,
		      enum text_dir dir, struct style style)
{
	size_t room = *end > left + 2 ? *end - left - 2 : 0;
	size_t columns = at_most(frame_columns(frame, text), room);
	if (columns == 0)
		return;
	*end -= columns + 2;
	frame_title(frame, row, *end + 1, columns, text, dir, style, ZONE_NONE, ALIGN_LEFT);
}

/* The project's name, always, and the message; where there is no room for both, both are cut. */
static void put_left(struct app *app, struct frame *frame, size_t row, size_t end,
		     struct style style)
{
	size_t needed = app->message ? frame_columns(frame, app->message) + 2 : 0;
	size_t col = 1;
	if (end > LEAST_NAME) {
		char *name = project_name(app);
		size_t left = end > needed + LEAST_NAME ? end - needed - 1 : LEAST_NAME;
		size_t room = at_most(frame->n_cols / 4, left);
		col += frame_text(frame, row, col, room, name, style, ZONE_NONE, ALIGN_LEFT) + 2;
		free(name);
	}
	if (app->message && end > col)
		frame_text(frame, row, col, end - col, app->message,
			   theme_style(app->message_is_error ? ROLE_ERROR : ROLE_STATUS, app->mono),
			   ZONE_NONE, ALIGN_LEFT);
}

/* That others' work is hidden nobody should forget; who one is is told where there is room. */
static void put_badge(struct app *app, struct frame *frame, size_t row, size_t *end)
{
	char *badge = coder_badge(app);
	bool warns = app->options->blind;
	if (badge && (warns || frame->n_cols >= WIDE))
		put_right(frame, row, 0, end, badge, DIR_AUTO,
			  theme_style(warns ? ROLE_WARNING : ROLE_STATUS, app->mono));
	free(badge);
}

void status_draw(struct app *app, struct frame *frame, size_t row)
{
	struct style style = theme_style(ROLE_STATUS, app->mono);
	struct view *top = view_top(app);
	size_t end = frame->n_cols;
	frame_fill(frame, row, 0, 1, end, style, ZONE_NONE);
	put_right(frame, row, 0, &end, saved_word(app, top), DIR_AUTO, style);
	put_badge(app, frame, row, &end);
	const char *view_status = top->ops->status ? top->ops->status(top, app) : NULL;
	/* A message needs the room more. */
	if (view_status && (!app->message || frame->n_cols >= WIDE)) {
		/* It may begin with a number or a name, and runs as the interface does all the same. */
		put_right(frame, row, LEAST_NAME + 1, &end, view_status,
			  mirror_is_on() ? DIR_RTL : DIR_AUTO, style);
	}
	put_left(app, frame, row, end, style);
}

/* A command with its key, as it stands at the foot. */
struct entry {
	char key[KEY_TEXT_SIZE];
	const char *label;
	size_t columns;
	int zone;
};

/* Where the top view's keys are looked up. */
static unsigned sections_here(const struct view *top)
{
	return top->ops->section | (top->ops->takes_text ? 0 : SECTION_COMMON);
}

/* False where the command has no key here, or can do nothing. */
static bool entry_of(struct app *app, const struct command *command, int zone, struct entry *out)
{
	struct view *top = view_top(app);
	unsigned sections = sections_here(top);
	struct key key;
	if (!(command->sections & sections) ||
	    (top->ops->offers && !top->ops->offers(top, app, command->name)) ||
	    keymap_keys(app->keymap, sections, command->name, NULL, &key, 1) == 0)
		return false;
	key_format(key, out->key);
	const char *own = top->ops->label ? top->ops->label(top, app, command->name) : NULL;
	out->label = own ? own : _(command->label);
	out->columns = frame_columns(&app->frame, out->key) + 1 +
		       frame_columns(&app->frame, out->label);
	out->zone = zone;
	return true;
}

static void put_entry(struct app *app, struct frame *frame, size_t row, size_t col,
		      const struct entry *entry)
{
	struct style style = theme_style(ROLE_FOOTER, app->mono);
	struct style key_style = theme_style(ROLE_KEY, app->mono);
	size_t end = col + entry->columns;
	frame_fill(frame, row, col, 1, entry->columns, style, entry->zone);
	col += frame_text(frame, row, col, entry->columns, entry->key, key_style, entry->zone,
			  ALIGN_LEFT) + 1;
	frame_text(frame, row, col, end - col, entry->label, style, entry->zone, ALIGN_LEFT);
}

/*
 * The help stands at the right end, so that it is there on the smallest screen; returns where it
 * begins.
 */
static size_t put_help(struct app *app, struct frame *frame, size_t row)
{
	size_t n;
	const struct command *help = command_find("help"), *first = command_table(&n);
	struct entry entry;
	if (!entry_of(app, help, ZONE_KEY + (int)(help - first), &entry) ||
	    entry.columns + 1 > frame->n_cols)
		return frame->n_cols;
	size_t col = frame->n_cols - entry.columns - 1;
	put_entry(app, frame, row, col, &entry);
	return col;
}

/* The commands of one rank, in the table's order, as long as they fit. */
static void put_rank(struct app *app, struct frame *frame, size_t row, int rank, size_t *col,
		     size_t end)
{
	size_t n;
	const struct command *commands = command_table(&n);
	for (size_t i = 0; i < n; i++) {
		struct entry entry;
		if (commands[i].footer != rank ||
		    !entry_of(app, &commands[i], ZONE_KEY + (int)i, &entry) ||
		    *col + entry.columns + 1 > end)
			continue;
		put_entry(app, frame, row, *col, &entry);
		*col += entry.columns + 2;
	}
}

void footer_draw(struct app *app, struct frame *frame, size_t row)
{
	size_t col = 1;
	frame_fill(frame, row, 0, 1, frame->n_cols, theme_style(ROLE_FOOTER, app->mono), ZONE_NONE);
	if (app->message_hint) {
		frame_text(frame, row, col, frame->n_cols, app->message_hint,
			   theme_style(ROLE_TEXT, app->mono), ZONE_NONE, ALIGN_LEFT);
		return;
	}
	size_t end = put_help(app, frame, row);
	for (int rank = 1; rank <= FOOTER_RANKS; rank++)
		put_rank(app, frame, row, rank, &col, end);
}
