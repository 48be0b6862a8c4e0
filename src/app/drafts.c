/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/drafts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/state.h"
#include "base/vec.h"
#include "base/xalloc.h"

char *draft_range_name(const char *where, struct cp_range range)
{
	return xasprintf("%s %zu-%zu", where, range.start_cp, range.end_cp);
}

bool draft_range_parse(const char *name, char **where, struct cp_range *range)
{
	const char *space = strrchr(name, ' ');
	struct cp_range found;
	int length = 0;
	if (!space || sscanf(space, " %zu-%zu%n", &found.start_cp, &found.end_cp, &length) != 2 ||
	    space[length] != '\0')
		return false;
	*where = xstrndup(name, (size_t)(space - name));
	*range = found;
	return true;
}

void drafts_release(struct drafts *drafts)
{
	for (size_t i = 0; i < drafts->n; i++)
		free(drafts->items[i].name);
	free(drafts->items);
	*drafts = (struct drafts){.n = 0};
}

static bool is_one_of(const char *name, const char *const *names, size_t n_names)
{
	for (size_t i = 0; i < n_names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Whether a draft is on the article, a range of it or one of its highlights. */
static bool place(const char *name, const char *const *names, size_t n_names,
		  const struct marks *marks, struct shown_draft *out)
{
	char *where = NULL;
	*out = (struct shown_draft){.name = NULL};
	if (draft_range_parse(name, &where, &out->range)) {
		bool ours = is_one_of(where, names, n_names);
		free(where);
		return ours;
	}
	const struct shown_mark *mark = marks_find(marks, name);
	if (mark)
		out->range = mark->range;
	out->on_highlight = mark != NULL;
	return mark || is_one_of(name, names, n_names);
}

enum status drafts_load(struct drafts *drafts, struct store *store, const char *coder,
			const char *const *names, size_t n_names, const struct marks *marks,
			struct fault *f)
{
	struct draft_list list = {.n = 0};
	enum status status = store_draft_list(store, coder, &list, f);
	if (status == STATUS_OK)
		drafts_release(drafts);
	for (size_t i = 0; status == STATUS_OK && i < list.n; i++) {
		struct shown_draft draft;
		if (!place(list.items[i].target, names, n_names, marks, &draft))
			continue;
		draft.name = xstrdup(list.items[i].target);
		VEC_PUSH(drafts->items, drafts->n, drafts->cap, draft);
	}
	draft_list_release(&list);
	return status;
}

const struct shown_draft *drafts_touching(const struct drafts *drafts, struct cp_range range)
{
	for (size_t i = 0; i < drafts->n; i++) {
		const struct shown_draft *draft = &drafts->items[i];
		if (!draft->on_highlight && draft->range.start_cp < range.end_cp &&
		    range.start_cp < draft->range.end_cp)
			return draft;
	}
	return NULL;
}

bool drafts_begin_in(const struct drafts *drafts, struct cp_range range)
{
	for (size_t i = 0; i < drafts->n; i++) {
		struct cp_range at = drafts->items[i].range;
		if (at.end_cp > at.start_cp && at.start_cp >= range.start_cp &&
		    at.start_cp < range.end_cp)
			return true;
	}
	return false;
}

bool drafts_on_article(const struct drafts *drafts)
{
	for (size_t i = 0; i < drafts->n; i++)
		if (drafts->items[i].range.end_cp == drafts->items[i].range.start_cp)
			return true;
	return false;
}

size_t drafts_pending(struct app *app)
{
	struct draft_list list = {.n = 0};
	size_t n = 0;
	if (app->project.store &&
	    !store_draft_list(app->project.store, app->options->coder, &list, NULL))
		n = list.n;
	draft_list_release(&list);
	return n;
}

void drafts_say_pending(struct app *app)
{
	size_t n = drafts_pending(app);
	if (n > 0)
		app_say(app,
			/* TRANSLATORS: leave ":drafts" as it is: it is typed */
			ngettext("%zu unfinished note: :drafts lists it",
				 "%zu unfinished notes: :drafts lists them", n),
			n);
}
