/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on highlights, on what is selected, and on articles, written in the editor. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/editor.h"
#include "app/i18n.h"
#include "app/reader-internal.h"
#include "base/xalloc.h"

/* What a note is being written on. */
struct noting {
	struct pane *pane;     /* may be closed by the time that the note is accepted */
	struct cp_range range; /* to be highlighted with the note, where there is no target yet */
	enum note_target kind;
	char target[ID_SIZE]; /* of a highlight or an article; "" */
};

/* This coder's note on `target`, the caller's. */
static char *present_note(struct app *app, const char *target)
{
	struct note_list notes = {.items = NULL};
	char *text = NULL;
	if (app->project.store && !store_note_list(app->project.store, target, &notes, NULL))
		for (size_t i = 0; i < notes.n && !text; i++)
			if (strcmp(notes.items[i].coder, app->options->coder) == 0)
				text = xstrdup(notes.items[i].text);
	note_list_release(&notes);
	return text ? text : xstrdup("");
}

static bool is_open(const struct app *app, const struct pane *pane)
{
	for (size_t i = 0; app->reader && i < app->reader->n_panes; i++)
		if (app->reader->panes[i] == pane)
			return true;
	return false;
}

static bool save_note(struct app *app, struct noting *noting, const char *text)
{
	struct fault f = FAULT_NONE;
	bool done = !project_note(&app->project, noting->kind, noting->target, text, &f);
	if (!done)
		app_say_fault(app, &f);
	else
		app_say(app, *text ? _("note saved") : _("note removed"));
	app_reload(app);
	return done;
}

static bool save_new(struct app *app, struct noting *noting, const char *text)
{
	if (!is_open(app, noting->pane)) {
		app_complain(app, _("the article of this note was closed"));
		return false;
	}
	if (noting->kind == NOTE_HIGHLIGHT)
		return reader_mark_with_note(app, noting->pane, noting->range, text);
	struct fault f = FAULT_NONE;
	if (reader_adopt(app, noting->pane, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	memcpy(noting->target, noting->pane->article.id, ID_SIZE);
	return save_note(app, noting, text);
}

static bool accept(struct app *app, const char *text, void *data)
{
	struct noting *noting = data;
	if (*noting->target)
		return save_note(app, noting, text);
	return !*text || save_new(app, noting, text);
}

/* A name for the draft of a note whose target is not in the project yet; the caller's. */
static char *draft_name(const struct noting *noting)
{
	const struct article *article = &noting->pane->article;
	const char *where = *article->id ? article->id : noting->pane->path;
	return *noting->target ? xstrdup(noting->target)
			       : xasprintf("%s %zu-%zu", where, noting->range.start_cp,
					   noting->range.end_cp);
}

static void write_note(struct app *app, const char *title, const struct noting *on)
{
	static const struct editor_ops ops = {.accept = accept, .free_data = free};
	struct noting *noting = xmalloc(sizeof *noting);
	*noting = *on;
	char *text = *on->target ? present_note(app, on->target) : xstrdup(""),
	     *draft = draft_name(on);
	view_push(app, editor_new(app, title, text, draft, &ops, noting));
	free(draft);
	free(text);
}

/* On the selection or the highlight at the cursor; else on the article. */
void command_note(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct noting noting = {.pane = pane, .kind = NOTE_HIGHLIGHT};
	bool selected = pane_selection(pane, &noting.range);
	const struct shown_mark *mark = selected ? NULL : marks_at(&pane->marks, pane->cursor_cp);
	if (!selected && !mark) {
		command_article_note(app, argument);
		return;
	}
	if (mark)
		memcpy(noting.target, mark->id, ID_SIZE);
	/* TRANSLATORS: the title of an editor */
	write_note(app, mark ? _("Note on this highlight") : _("Note on the selection"), &noting);
}

void command_article_note(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct noting noting = {.pane = pane, .kind = NOTE_ARTICLE};
	(void)argument;
	memcpy(noting.target, pane->article.id, ID_SIZE);
	write_note(app, _("Note on this article"), &noting);
}
