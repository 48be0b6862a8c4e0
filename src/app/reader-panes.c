/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which articles have panes: opened in the place of all others, or beside them. */
#include "app/reader-internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

static bool shows(const struct pane *pane, const char *ref)
{
	if (!pane->path || !strchr(ref, '/'))
		return strcmp(pane->article.id, ref) == 0;
	char *path = realpath(pane->path, NULL);
	bool same = path && strcmp(path, ref) == 0;
	free(path);
	return same;
}

/* The pane of an article (its id), or of a file (its absolute path); n_panes: none. */
static size_t pane_of(const struct reader *reader, const char *ref)
{
	size_t i = 0;
	while (i < reader->n_panes && !shows(reader->panes[i], ref))
		i++;
	return i;
}

bool reader_has(const struct reader *reader, const char *id)
{
	return reader && pane_of(reader, id) < reader->n_panes;
}

bool reader_is_open(const struct app *app, const struct pane *pane)
{
	for (size_t i = 0; app->reader && i < app->reader->n_panes; i++)
		if (app->reader->panes[i] == pane)
			return true;
	return false;
}

size_t reader_count(const struct reader *reader)
{
	return reader ? reader->n_panes : 0;
}

/* Panes for those of `refs` that `present` has none of; `*n` of them. On a fault there are none. */
static enum status open_all(struct app *app, const struct reader *present, char *const *refs,
			    size_t n_refs, struct pane ***out, size_t *n, struct fault *f)
{
	struct pane **panes = xcalloc(n_refs, sizeof *panes);
	enum status status = STATUS_OK;
	*n = 0;
	for (size_t i = 0; i < n_refs && !status; i++) {
		if (reader_has(present, refs[i]))
			continue;
		status = reader_open_pane(app, refs[i], &panes[*n], f);
		*n += !status;
	}
	if (status) {
		reader_free_panes(panes, *n);
		return status;
	}
	reader_recall(app, panes, *n);
	*out = panes;
	return STATUS_OK;
}

enum status reader_open(struct app *app, char *const *refs, size_t n_refs, struct fault *f)
{
	struct pane **panes;
	size_t n;
	enum status status = open_all(app, NULL, refs, n_refs, &panes, &n, f);
	if (!status)
		reader_show(app, panes, n);
	return status;
}

/* What is looked for is looked for in the new pane too. */
static void add_pane(struct app *app, struct pane *pane)
{
	struct reader *reader = app->reader;
	if (reader->needle)
		reader_look_for(app, pane);
	VEC_PUSH(reader->panes, reader->n_panes, reader->panes_cap, pane);
}

enum status reader_add(struct app *app, char *const *refs, size_t n_refs, size_t *n_added,
		       struct fault *f)
{
	struct reader *reader = app->reader;
	struct pane **panes;
	enum status status = open_all(app, reader, refs, n_refs, &panes, n_added, f);
	if (status)
		return status;
	if (!reader) {
		reader_show(app, panes, *n_added);
		return STATUS_OK;
	}
	size_t focus = *n_added > 0 ? reader->n_panes : pane_of(reader, refs[0]);
	for (size_t i = 0; i < *n_added; i++)
		add_pane(app, panes[i]);
	free(panes);
	reader_set_focus(reader, focus);
	view_base(app, reader_view(reader));
	reader_work(app);
	return STATUS_OK;
}

enum status reader_go_to(struct app *app, const char *ref, size_t cp, struct fault *f)
{
	char *refs[] = {xstrdup(ref)};
	size_t n_added;
	enum status status = reader_add(app, refs, 1, &n_added, f);
	free(refs[0]);
	if (status)
		return status;
	struct pane *pane = reader_pane(app);
	pane->selecting = SELECT_NONE;
	if (pane->placed_once)
		pane_goto(pane, cp);
	else
		pane_restore(pane, cp, cp);
	return STATUS_OK;
}

/* The pane goes to `range` and stays there while the cursor is in its passage. */
static void pin(struct pane *pane, struct cp_range range)
{
	pane->selecting = SELECT_NONE;
	if (pane->placed_once)
		pane_show_range(pane, range, pane->area.n_rows / 3);
	else
		pane_restore(pane, range.start_cp, range.start_cp);
	pane->linked.pinned = true;
	pane->linked.pin_cp = range.start_cp;
}

enum status reader_go_to_places(struct app *app, const struct reader_place *places, size_t n,
				struct fault *f)
{
	char **refs = xcalloc(n, sizeof *refs);
	size_t n_added;
	for (size_t i = 0; i < n; i++)
		refs[i] = places[i].ref;
	enum status status = reader_add(app, refs, n, &n_added, f);
	free(refs);
	if (status)
		return status;
	struct reader *reader = app->reader;
	reader->first = reader->n_panes;
	for (size_t i = n; i-- > 0;) {
		size_t index = pane_of(reader, places[i].ref);
		pin(reader->panes[index], places[i].range);
		reader_set_focus(reader, index);
		if (index < reader->first)
			reader->first = index;
	}
	reader->pinned = true;
	return STATUS_OK;
}

/* The pane goes to a highlight; one that was never drawn will be there when it is. */
static void place_at(struct pane *pane, const char *highlight)
{
	const struct shown_mark *mark = marks_find(&pane->marks, highlight);
	if (!mark)
		return;
	pane->selecting = SELECT_NONE;
	if (pane->placed_once)
		pane_pick(pane, mark);
	else
		pane_restore_at(pane, mark);
}

enum status reader_go_to_mark(struct app *app, const char *highlight, struct fault *f)
{
	struct highlight found = {.exact = NULL};
	enum status status = store_highlight_get(app->project.store, highlight, &found, f);
	if (!status)
		status = reader_go_to(app, found.article, found.range.start_cp, f);
	if (!status)
		place_at(reader_pane(app), found.id);
	highlight_release(&found);
	return status;
}

enum status reader_open_marks(struct app *app, const struct highlight *const *highlights, size_t n,
			      size_t focus, struct fault *f)
{
	char **refs = xcalloc(n, sizeof *refs);
	char(*ids)[ID_SIZE] = xcalloc(n, sizeof *ids);
	/* The view that they belong to is gone when the reader is shown. */
	for (size_t i = 0; i < n; i++) {
		refs[i] = xstrdup(highlights[i]->article);
		memcpy(ids[i], highlights[i]->id, ID_SIZE);
	}
	enum status status = reader_open(app, refs, n, f);
	for (size_t i = 0; i < n; i++) {
		if (!status)
			place_at(app->reader->panes[i], ids[i]);
		free(refs[i]);
	}
	free(ids);
	free(refs);
	if (!status)
		reader_set_focus(app->reader, focus);
	return status;
}
