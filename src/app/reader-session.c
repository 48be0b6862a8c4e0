/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the reader finds again at the next start: which panes were open, and where each article was
 * left, and which highlights were shown. All stand in the project's settings: `panes` is "together focus
 * id id ...", `place ID` is "top cursor", in code points, `filter` is a line for each thing asked for.
 */
#include "app/reader-internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

static const char PANES[] = "panes", FILTER[] = "filter";

/* How panes move together, as bits of a number; that they follow the cursor is the common case. */
enum together { TOGETHER_LOCKED = 1, TOGETHER_NOT_FOLLOWING = 2 };

static unsigned together(const struct reader *reader)
{
	return (reader->locked ? TOGETHER_LOCKED : 0U) |
	       (reader->follows ? 0U : TOGETHER_NOT_FOLLOWING);
}

static char *place_key(const struct pane *pane)
{
	return xasprintf("place %s", pane->article.id);
}

static char *setting(struct app *app, const char *key)
{
	char *value = NULL;
	if (!app->project.store || store_setting_get(app->project.store, key, &value, NULL))
		return xstrdup("");
	return value;
}

/* Where somebody reads is no change of the project: no reason to load rows, or to keep a demo. */
static void write_setting(struct app *app, const char *key, const char *value)
{
	int64_t before = store_changes(app->project.store);
	/* A project that cannot be written keeps nothing; that is no fault of the session. */
	enum status ignored = store_setting_set(app->project.store, key, value, NULL);
	int64_t after = store_changes(app->project.store);
	(void)ignored;
	if (app->seen_changes == before)
		app->seen_changes = after;
	if (app->first_changes == before)
		app->first_changes = after;
}

static void set(struct app *app, const char *key, const char *value)
{
	char *before = setting(app, key);
	if (app->project.store && strcmp(before, value) != 0)
		write_setting(app, key, value);
	free(before);
}

void reader_recall(struct app *app, struct pane *const *panes, size_t n_panes)
{
	for (size_t i = 0; i < n_panes; i++) {
		struct pane *pane = panes[i];
		char *key = place_key(pane), *value = setting(app, key);
		size_t top_cp, cursor_cp;
		if (*pane->article.id && sscanf(value, "%zu %zu", &top_cp, &cursor_cp) == 2)
			pane_restore(pane, top_cp, cursor_cp);
		free(key);
		free(value);
	}
}

void reader_remember(struct app *app, struct pane *pane)
{
	if (!*pane->article.id)
		return;
	char *key = place_key(pane), *value = xasprintf("%zu %zu", pane->top_cp, pane->cursor_cp);
	set(app, key, value);
	free(key);
	free(value);
}

void reader_save(struct app *app)
{
	struct reader *reader = app->reader;
	struct str panes = STR_EMPTY;
	if (reader)
		str_appendf(&panes, "%u %zu", together(reader), reader->focus);
	for (size_t i = 0; reader && i < reader->n_panes; i++) {
		reader_remember(app, reader->panes[i]);
		if (*reader->panes[i]->article.id)
			str_appendf(&panes, " %s", reader->panes[i]->article.id);
	}
	set(app, PANES, str_cstr(&panes));
	str_release(&panes);
	char *filter = mark_filter_write(&app->filter);
	set(app, FILTER, filter);
	free(filter);
}

/* All that reader_save() writes, as one text. */
static char *layout(const struct app *app)
{
	const struct reader *reader = app->reader;
	struct str out = STR_EMPTY;
	char *filter = mark_filter_write(&app->filter);
	str_append_str(&out, filter);
	free(filter);
	if (reader)
		str_appendf(&out, "%u %zu", together(reader), reader->focus);
	for (size_t i = 0; reader && i < reader->n_panes; i++)
		str_appendf(&out, " %s %zu %zu", reader->panes[i]->article.id,
			    reader->panes[i]->top_cp, reader->panes[i]->cursor_cp);
	return str_take(&out);
}

/* Writing takes longer than a key may wait: not between two of many, but some seconds later. */
static bool is_busy(struct app *app)
{
	enum { LONGEST = 10 };
	app->put_off = app->touched && app->put_off < LONGEST ? app->put_off + 1 : 0;
	app->touched = false;
	return app->put_off > 0;
}

void reader_tick(struct app *app)
{
	if (is_busy(app))
		return;
	char *now = layout(app);
	if (app->project.store && (!app->kept_layout || strcmp(now, app->kept_layout) != 0)) {
		reader_save(app);
		xstrset(&app->kept_layout, now);
	}
	free(now);
}

/* Cuts `value` into words, in place. */
static char **cut(char *value, size_t *n)
{
	char **words = NULL, *rest = value;
	size_t cap = 0;
	*n = 0;
	for (char *word = strtok_r(value, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		VEC_PUSH(words, *n, cap, word);
	return words;
}

/* Panes for those of `ids` that are still there; `*n` of them. */
static struct pane **open_all(struct app *app, char *const *ids, size_t n_ids, size_t *n)
{
	struct pane **panes = xcalloc(n_ids + 1, sizeof *panes);
	*n = 0;
	for (size_t i = 0; i < n_ids; i++)
		if (!reader_open_pane(app, ids[i], &panes[*n], NULL))
			(*n)++;
	return panes;
}

enum status reader_restore(struct app *app, struct fault *f)
{
	enum { TOGETHER, FOCUS, FIRST };
	char *value = setting(app, PANES), *filter = setting(app, FILTER);
	mark_filter_read(&app->filter, filter);
	reader_describe_filter(app);
	free(filter);
	size_t n_words, n_panes = 0;
	char **words = cut(value, &n_words);
	struct pane **panes =
		n_words > FIRST ? open_all(app, words + FIRST, n_words - FIRST, &n_panes) : NULL;
	if (n_panes > 0) {
		reader_recall(app, panes, n_panes);
		reader_show(app, panes, n_panes);
		unsigned long bits = strtoul(words[TOGETHER], NULL, 10);
		app->reader->locked = bits & TOGETHER_LOCKED;
		app->reader->follows = !(bits & TOGETHER_NOT_FOLLOWING);
		reader_set_focus(app->reader, (size_t)strtoul(words[FOCUS], NULL, 10));
	} else {
		mark_filter_release(&app->filter);
		free(panes);
	}
	free(words);
	free(value);
	return n_panes > 0 ? STATUS_OK : fault_set(f, STATUS_NOT_FOUND, NULL);
}
