/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to one tag of the codebook: added, edited, removed, noted on. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/codebook-internal.h"
#include "app/editor.h"
#include "app/form.h"
#include "app/i18n.h"
#include "app/prompt.h"
#include "app/state.h"
#include "app/words.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

enum { LINE_PATH, LINE_DEFINITION, LINE_COLOUR, LINE_SYMBOL, LINE_KEY, N_LINES };

static bool add(struct app *app, const char *typed, void *data)
{
	struct tag given = {.path = (char *)typed}, there = {.path = NULL};
	struct fault f = FAULT_NONE;
	bool is_new = project_tag(&app->project, typed, &there, NULL) != STATUS_OK;
	(void)data;
	tag_release(&there);
	if (!*typed)
		return true;
	if (project_tag_add(&app->project, &given, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	app_reload(app);
	if (!project_tag(&app->project, typed, &there, NULL))
		codebook_go_to(app, there.path);
	app_say(app, is_new ? _("added the tag %s") : _("this tag is there already: %s"), typed);
	tag_release(&there);
	return true;
}

/* Beside the tag at the cursor: what stands above it is typed already. */
void command_add_tag(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {.accept = add};
	const struct codebook_view *codebook = codebook_on_top(app);
	const struct tag *tag = codebook ? codebook_focus(codebook) : NULL;
	char *parent = tag ? tagpath_parent(tag->path) : xstrdup("");
	char *begun = *parent ? xasprintf("%s/", parent) : xstrdup("");
	if (*argument)
		(void)add(app, argument, NULL);
	else
		/* TRANSLATORS: a path is the names of tags from the top, with / between them */
		view_push(app, prompt_new(app, _("New tag (its path):"), begun, &ops, NULL));
	free(begun);
	free(parent);
}

static bool save(struct app *app, char *const *texts, void *data)
{
	struct tag given = {.path = texts[LINE_PATH],
			    .definition = texts[LINE_DEFINITION],
			    .colour = texts[LINE_COLOUR],
			    .symbol = texts[LINE_SYMBOL],
			    .key = texts[LINE_KEY]};
	struct fault f = FAULT_NONE;
	if (project_tag_change(&app->project, data, &given, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	app_reload(app);
	app_say(app, _("saved"));
	return true;
}

/* "orange, sky, ..."; the caller's. */
static char *colour_names(void)
{
	struct str names = STR_EMPTY;
	const char *name;
	for (size_t i = 0; (name = theme_colour_name(i)); i++)
		str_appendf(&names, "%s%s", i ? ", " : "", name);
	return str_take(&names);
}

void command_edit_tag(struct app *app, const char *argument)
{
	static const struct form_ops ops = {.accept = save, .free_data = free};
	const struct tag *tag = codebook_wanted(app);
	(void)argument;
	if (!tag)
		return;
	char *colours = colour_names();
	const struct form_line lines[N_LINES] = {
		[LINE_PATH] = {_("Path"), NULL, tag->path},
		[LINE_DEFINITION] = {_("Definition"), NULL, tag->definition},
		[LINE_COLOUR] = {_("Colour"), colours, tag->colour},
		[LINE_SYMBOL] = {_("Symbol"), _("one character"), tag->symbol},
		[LINE_KEY] = {_("Key"), _("a free one tags in the reader: A, M-a"), tag->key},
	};
	view_push(app, form_new(app, _("Tag"), lines, N_LINES, &ops, xstrdup(tag->path)));
	free(colours);
}

void command_remove_tag(struct app *app, const char *argument)
{
	struct fault f = FAULT_NONE;
	const struct tag *tag = codebook_wanted(app);
	size_t n = 0;
	(void)argument;
	if (!tag)
		return;
	char *path = xstrdup(tag->path);
	if (project_tag_remove(&app->project, path, &n, &f))
		app_say_fault(app, &f);
	else
		app_say(app,
			ngettext("removed the tag %s from %zu highlight; undo brings it back",
				 "removed the tag %s from %zu highlights; undo brings it back", n),
			path, n);
	app_reload(app);
	free(path);
}

static bool save_note(struct app *app, const char *text, void *data)
{
	struct fault f = FAULT_NONE;
	bool done = !project_note(&app->project, NOTE_TAG, data, text, &f);
	if (!done)
		app_say_fault(app, &f);
	else
		app_say(app, *text ? _("note saved") : _("note removed"));
	app_reload(app);
	return done;
}

/* This coder's note on `target`, the caller's. */
static char *present_note(struct app *app, const char *target)
{
	struct note_list notes = {.items = NULL};
	char *text = NULL;
	if (!store_note_list(app->project.store, target, &notes, NULL))
		for (size_t i = 0; i < notes.n && !text; i++)
			if (strcmp(notes.items[i].coder, app->options->coder) == 0)
				text = xstrdup(notes.items[i].text);
	note_list_release(&notes);
	return text ? text : xstrdup("");
}

void command_tag_note(struct app *app, const char *argument)
{
	static const struct editor_ops ops = {
		.accept = save_note, .closed = app_reload, .free_data = free};
	const struct tag *tag = codebook_wanted(app);
	(void)argument;
	if (!tag)
		return;
	char *text = present_note(app, tag->id);
	char *title = words_format(_("Note on the tag %s"), tag->path);
	view_push(app, editor_new(app, title, text, tag->id, &ops, xstrdup(tag->id)));
	free(title);
	free(text);
}
