/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/note-on.h"

#include <stdlib.h>
#include <string.h>

#include "app/editor.h"
#include "app/i18n.h"
#include "app/state.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { TITLE_CPS = 44 };

struct noting {
	enum note_target kind;
	char target[ID_SIZE];
};

/* This coder's note on a target, the caller's. */
static char *present_note(struct app *app, const struct noting *noting)
{
	struct note_list notes = {.items = NULL};
	char *text = NULL;
	if (app->project.store && !store_note_list(app->project.store, noting->target, &notes, NULL))
		for (size_t i = 0; i < notes.n && !text; i++)
			if (notes.items[i].kind == noting->kind &&
			    strcmp(notes.items[i].coder, app->options->coder) == 0)
				text = xstrdup(notes.items[i].text);
	note_list_release(&notes);
	return text ? text : xstrdup("");
}

static bool accept(struct app *app, const char *text, void *data)
{
	const struct noting *noting = data;
	struct fault f = FAULT_NONE;
	bool done = !project_note(&app->project, noting->kind, noting->target, text, &f);
	if (!done)
		app_say_fault(app, &f);
	else
		app_say(app, *text ? _("note saved") : _("note removed"));
	app_reload(app);
	return done;
}

/* The caller's. */
static char *title_of(enum note_target kind, const char *subject)
{
	if (kind == NOTE_PROJECT)
		return xstrdup(_("Note on the project"));
	char *excerpt = words_excerpt(subject, TITLE_CPS);
	char *title = words_format(kind == NOTE_ARTICLE ? _("Note on the article %s")
				   /* TRANSLATORS: titles of an editor: a statement, a tag's path */
				   : kind == NOTE_CLAIM ? _("Note on the claim «%s»")
				   : kind == NOTE_TAG	? _("Note on the tag %s")
							: _("Note on «%s»"),
				   excerpt);
	free(excerpt);
	return title;
}

void note_on(struct app *app, enum note_target kind, const char *target, const char *subject)
{
	static const struct editor_ops ops = {
		.accept = accept, .closed = app_reload, .free_data = free};
	struct noting *noting = xcalloc(1, sizeof *noting);
	noting->kind = kind;
	memcpy(noting->target, target, strlen(target) + 1);
	char *title = title_of(kind, subject), *text = present_note(app, noting);
	view_push(app, editor_new(app, title, text, *target ? target : NOTE_ON_PROJECT, &ops,
				  noting));
	free(text);
	free(title);
}
