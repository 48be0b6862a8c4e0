/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on highlights, on what is selected, and on articles, written in the editor. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/editor.h"
#include "app/i18n.h"
#include "app/reader-internal.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { TITLE_CPS = 44 };

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
	if (!reader_is_open(app, noting->pane)) {
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
	const struct pane *pane = noting->pane;
	if (*noting->target)
		return xstrdup(noting->target);
	char *path = *pane->article.id ? NULL : realpath(pane->path, NULL);
	char *name = draft_range_name(path ? path : pane->article.id, noting->range);
	free(path);
	return name;
}

/* What the note is on, in its own words; the caller's. */
static char *subject(const struct noting *noting)
{
	const struct shown_mark *mark = marks_find(&noting->pane->marks, noting->target);
	if (noting->kind == NOTE_ARTICLE)
		return xstrdup(noting->pane->article.title);
	char *text = mark ? xstrdup(mark->quote) : reader_text(noting->pane, noting->range, NULL);
	return text ? text : xstrdup("");
}

static char *title_of(const struct noting *noting)
{
	char *whole = subject(noting), *excerpt = words_excerpt(whole, TITLE_CPS);
	/* TRANSLATORS: titles of an editor; %s is an article's title, or a quotation from it */
	char *title = words_format(noting->kind == NOTE_ARTICLE ? _("Note on the article %s")
								: _("Note on «%s»"),
				   excerpt);
	free(excerpt);
	free(whole);
	return title;
}

/* `draft`: the name of one that is there; NULL: what its target gives. */
static void write_note(struct app *app, const struct noting *on, const char *draft)
{
	static const struct editor_ops ops = {
		.accept = accept, .closed = app_reload, .free_data = free};
	struct noting *noting = xmalloc(sizeof *noting);
	*noting = *on;
	char *text = *on->target ? present_note(app, on->target) : xstrdup(""),
	     *name = draft ? xstrdup(draft) : draft_name(on), *title = title_of(on);
	view_push(app, editor_new(app, title, text, name, &ops, noting));
	free(title);
	free(name);
	free(text);
}

void reader_resume_note(struct app *app, const char *name, struct cp_range range)
{
	struct pane *pane = reader_pane(app);
	bool whole = range.end_cp == range.start_cp;
	struct noting noting = {
		.pane = pane, .range = range, .kind = whole ? NOTE_ARTICLE : NOTE_HIGHLIGHT};
	const struct shown_mark *mark = marks_find(&pane->marks, name);
	if (mark)
		memcpy(noting.target, mark->id, ID_SIZE);
	else if (whole)
		memcpy(noting.target, pane->article.id, ID_SIZE);
	write_note(app, &noting, name);
}

/*
 * On the selection, the highlight at the cursor, or the passage there. What was begun on any part
 * of it comes back first: it would never be found otherwise.
 */
void command_note(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct noting noting = {.pane = pane, .kind = NOTE_HIGHLIGHT};
	(void)argument;
	if (!reader_may_write(app))
		return;
	if (!reader_target(pane, &noting.range, noting.target)) {
		app_complain(app, _("there is no text here; F4 writes a note on the article"));
		return;
	}
	struct cp_range here = *noting.target ? pane_cell_range(pane, pane->cursor_cp)
					      : noting.range;
	const struct shown_draft *draft = drafts_touching(&pane->drafts, here);
	if (draft)
		reader_resume_note(app, draft->name, draft->range);
	else
		write_note(app, &noting, NULL);
}

void command_article_note(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct noting noting = {.pane = pane, .kind = NOTE_ARTICLE};
	(void)argument;
	if (!reader_may_write(app))
		return;
	memcpy(noting.target, pane->article.id, ID_SIZE);
	write_note(app, &noting, NULL);
}
