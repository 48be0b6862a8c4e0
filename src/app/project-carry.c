/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/carry.h"

#include <stdlib.h>
#include <string.h>

#include "app/project-internal.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/anchor.h"
#include "model/id.h"
#include "model/reanchor.h"

/* The highlights of one article that are carried over to another. */
struct carry {
	struct project *project;
	const struct article *to;
	struct document *doc;           /* of `to` */
	struct str orphans;             /* the list */
	struct import_outcome *outcome;
	const char **ids;               /* borrowed: of those that were copied, sorted */
	size_t n_ids, cap_ids;
};

bool carry_next_orphan(const char **list, char id[ID_SIZE])
{
	size_t n = strcspn(*list, " ");
	if (n != ID_SIZE - 1)
		return false;
	memcpy(id, *list, n);
	id[n] = '\0';
	*list += n + ((*list)[n] == ' ');
	return true;
}

static char *orphans_name(const char *article)
{
	return xasprintf("orphans:%s", article);
}

enum status carry_set_orphans(struct project *project, const char *article, const char *ids,
			      struct fault *f)
{
	char *name = orphans_name(article);
	enum status status = store_property_set(project->store, name, ids, f);
	free(name);
	return status;
}

enum status project_orphans(struct project *project, const char *article, char **out,
			    struct fault *f)
{
	char *name = orphans_name(article);
	enum status status = store_property_get(project->store, name, out, f);
	free(name);
	return status;
}

/* The copy at `range`, which keeps who made it and when. */
static enum status put_highlight(struct carry *carry, const struct highlight *origin,
				 struct cp_range range, const char *state, struct fault *f)
{
	struct highlight copy = {.exact = NULL};
	enum status status = anchor_make(carry->doc, range, &copy, f);
	id_of_copy(origin->id, carry->to->id, copy.id);
	memcpy(copy.article, carry->to->id, sizeof copy.article);
	copy.coder = xstrdup(origin->coder);
	copy.created_at = xstrdup(origin->created_at);
	copy.updated_at = xstrdup("");
	if (status == STATUS_OK) {
		xstrset(&copy.anchor_state, state);
		status = store_highlight_put(carry->project->store, &copy, NULL, f);
	}
	highlight_release(&copy);
	return status;
}

static int by_text(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;
	return strcmp(*x, *y);
}

static bool was_copied(const struct carry *carry, const char *highlight)
{
	return carry->n_ids > 0 &&
	       bsearch(&highlight, carry->ids, carry->n_ids, sizeof *carry->ids, by_text);
}

/* Turns a row into that of the copy: another id, another highlight, the time of now. */
static void readdress(const struct carry *carry, char id[ID_SIZE], char highlight[ID_SIZE],
		      char **updated_at)
{
	char copied[ID_SIZE];
	id_of_copy(id, carry->to->id, copied);
	memcpy(id, copied, sizeof copied);
	id_of_copy(highlight, carry->to->id, copied);
	memcpy(highlight, copied, sizeof copied);
	xstrset(updated_at, "");
}

static enum status put_codings(struct carry *carry, const char *article, struct fault *f)
{
	struct coding_list list = {.items = NULL};
	struct store *store = carry->project->store;
	enum status status = store_coding_list(store, article, &list, f);
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++) {
		struct coding *coding = &list.items[i];
		if (!was_copied(carry, coding->highlight))
			continue;
		readdress(carry, coding->id, coding->highlight, &coding->updated_at);
		status = store_coding_put(store, coding, NULL, f);
	}
	coding_list_release(&list);
	return status;
}

static enum status put_mentions(struct carry *carry, const char *article, struct fault *f)
{
	struct mention_list list = {.items = NULL};
	struct store *store = carry->project->store;
	enum status status = store_mention_list(store, article, &list, f);
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++) {
		struct mention *mention = &list.items[i];
		if (!was_copied(carry, mention->highlight))
			continue;
		readdress(carry, mention->id, mention->highlight, &mention->updated_at);
		status = store_mention_put(store, mention, NULL, f);
	}
	mention_list_release(&list);
	return status;
}

static enum status put_notes(struct carry *carry, struct fault *f)
{
	struct note_list list = {.items = NULL};
	struct store *store = carry->project->store;
	enum status status = store_note_list(store, NULL, &list, f);
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++) {
		struct note *note = &list.items[i];
		if (note->kind != NOTE_HIGHLIGHT || !was_copied(carry, note->target))
			continue;
		readdress(carry, note->id, note->target, &note->updated_at);
		status = store_note_put(store, note, NULL, f);
	}
	note_list_release(&list);
	return status;
}

/* What hangs on the highlights of `article` that were copied. */
static enum status put_all_on(struct carry *carry, const char *article, struct fault *f)
{
	if (carry->n_ids == 0)
		return STATUS_OK;
	qsort(carry->ids, carry->n_ids, sizeof *carry->ids, by_text);
	enum status status = put_codings(carry, article, f);
	if (status == STATUS_OK)
		status = put_mentions(carry, article, f);
	return status == STATUS_OK ? put_notes(carry, f) : status;
}

/* Who is blind to others is told of their own. */
static void count(struct carry *carry, const struct highlight *origin, enum reanchor_state state)
{
	struct import_outcome *outcome = carry->outcome;
	size_t *const counts[] = {[REANCHOR_ORPHAN] = &outcome->n_orphans,
				  [REANCHOR_MOVED] = &outcome->n_moved,
				  [REANCHOR_EXACT] = &outcome->n_exact};
	if (project_sees(carry->project, origin->coder))
		++*counts[state];
}

static enum status put_or_list(struct carry *carry, const struct highlight *origin,
			       const struct reanchored *found, struct fault *f)
{
	count(carry, origin, found->state);
	if (found->state == REANCHOR_ORPHAN) {
		str_appendf(&carry->orphans, "%s%s", carry->orphans.len ? " " : "", origin->id);
		return STATUS_OK;
	}
	VEC_PUSH(carry->ids, carry->n_ids, carry->cap_ids, origin->id);
	return put_highlight(carry, origin, found->range, reanchor_state_name(found->state), f);
}

static struct reanchor_quote *quotes_of(const struct highlight *items, size_t n)
{
	struct reanchor_quote *quotes = xcalloc(n, sizeof *quotes);
	for (size_t i = 0; i < n; i++)
		quotes[i] = (struct reanchor_quote){.exact = items[i].exact,
						    .prefix = items[i].prefix,
						    .suffix = items[i].suffix,
						    .range = items[i].range};
	return quotes;
}

/* The places of highlights of `from`, in `found`. */
static enum status find_places(struct carry *carry, const struct article *from,
			       const struct highlight *items, size_t n, struct reanchored *found,
			       struct fault *f)
{
	struct document *old = NULL;
	struct reanchor_quote *quotes = quotes_of(items, n);
	enum status status = project_document(carry->project, from, &old, f);
	if (status == STATUS_OK)
		status = reanchor(carry->doc, quotes, n, found, f);
	if (status == STATUS_OK)
		status = reanchor_prove(old, carry->doc, quotes, n, found, f);
	document_free(old);
	free(quotes);
	return status;
}

/* `n` highlights of one article. */
static enum status carry_items(struct carry *carry, const struct highlight *items, size_t n,
			       struct fault *f)
{
	struct article from = {.number = 0};
	struct reanchored *found = xcalloc(n, sizeof *found);
	carry->n_ids = 0;
	enum status status = store_article_get(carry->project->store, items[0].article, &from, f);
	if (status == STATUS_OK)
		status = find_places(carry, &from, items, n, found, f);
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = put_or_list(carry, &items[i], &found[i], f);
	if (status == STATUS_OK)
		status = put_all_on(carry, from.id, f);
	free(found);
	article_release(&from);
	return status;
}

/* The highlights of older versions that had no place on `article`: perhaps they have one again. */
static enum status list_orphans(struct project *project, const char *article,
				struct highlight_list *out, struct fault *f)
{
	char *ids = NULL, id[ID_SIZE];
	enum status status = project_orphans(project, article, &ids, f);
	const char *next = ids ? ids : "";
	while (status == STATUS_OK && carry_next_orphan(&next, id)) {
		struct highlight *origin = highlight_list_add(out);
		status = store_highlight_get(project->store, id, origin, f);
		if (status == STATUS_NOT_FOUND) {
			/* Removed since. */
			out->n--;
			status = STATUS_OK;
			if (f)
				fault_release(f);
		}
	}
	free(ids);
	return status;
}

static int by_article(const void *a, const void *b)
{
	const struct highlight *x = a, *y = b;
	int order = strcmp(x->article, y->article);
	if (order)
		return order;
	if (x->range.start_cp != y->range.start_cp)
		return x->range.start_cp < y->range.start_cp ? -1 : 1;
	return strcmp(x->id, y->id);
}

/* Highlights of several articles, those of each for themselves. */
static enum status carry_by_article(struct carry *carry, struct highlight_list *list,
				    struct fault *f)
{
	enum status status = STATUS_OK;
	if (list->n > 0)
		qsort(list->items, list->n, sizeof *list->items, by_article);
	for (size_t i = 0, n; i < list->n && status == STATUS_OK; i += n) {
		n = 1;
		while (i + n < list->n &&
		       strcmp(list->items[i].article, list->items[i + n].article) == 0)
			n++;
		status = carry_items(carry, list->items + i, n, f);
	}
	return status;
}

enum status carry_over(struct project *project, const struct article *base,
		       const struct article *to, struct import_outcome *outcome, struct fault *f)
{
	struct carry carry = {.project = project, .to = to, .outcome = outcome};
	struct highlight_list list = {.items = NULL};
	enum status status = store_highlight_list(project->store, base->id, &list, f);
	if (status == STATUS_OK)
		status = list_orphans(project, base->id, &list, f);
	if (status == STATUS_OK && list.n > 0)
		status = project_document(project, to, &carry.doc, f);
	if (status == STATUS_OK)
		status = carry_by_article(&carry, &list, f);
	if (status == STATUS_OK && carry.orphans.len > 0)
		status = carry_set_orphans(project, to->id, str_cstr(&carry.orphans), f);
	document_free(carry.doc);
	str_release(&carry.orphans);
	free(carry.ids);
	highlight_list_release(&list);
	return status;
}

enum status carry_one(struct project *project, const struct highlight *origin,
		      const struct article *to, struct cp_range range, struct fault *f)
{
	struct carry carry = {.project = project, .to = to};
	enum status status = project_document(project, to, &carry.doc, f);
	VEC_PUSH(carry.ids, carry.n_ids, carry.cap_ids, origin->id);
	if (status == STATUS_OK)
		status = anchor_widen(carry.doc, &range, NULL, f);
	if (status == STATUS_OK)
		status = put_highlight(&carry, origin, range, "exact", f);
	if (status == STATUS_OK)
		status = put_all_on(&carry, origin->article, f);
	document_free(carry.doc);
	free(carry.ids);
	return status;
}
