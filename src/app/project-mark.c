/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Highlights, and the tags on them. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/project-internal.h"
#include "base/xalloc.h"
#include "model/anchor.h"
#include "model/tagpath.h"

/*
 * This coder's highlight of exactly the range of `made`, if there is one, replaces it; `*found`
 * tells.
 */
static enum status find_equal(struct project *project, struct highlight *made, bool *found,
			      struct fault *f)
{
	struct highlight_list list = {.items = NULL};
	enum status status =
		store_highlight_list_at(project->store, made->article, made->range, &list, f);
	*found = false;
	for (size_t i = 0; i < list.n && !*found; i++) {
		struct highlight *there = &list.items[i];
		*found = !anchor_is_orphan(there) &&
			 strcmp(there->coder, project->options->coder) == 0;
		if (*found) {
			struct highlight swap = *made;
			*made = *there;
			*there = swap;
		}
	}
	highlight_list_release(&list);
	return status;
}

static enum status add_tag(struct project *project, const char *highlight, const char *path,
			   struct fault *f)
{
	struct tag tag = {.path = NULL};
	char *tidy = NULL;
	enum status status = tagpath_tidy(path, &tidy, f);
	if (status == STATUS_OK)
		status = store_tag_ensure(project->store, tidy, &tag, f);
	if (status == STATUS_OK)
		status = store_coding_add(project->store, highlight, tag.id, f);
	free(tidy);
	tag_release(&tag);
	return status;
}

/* Writes the highlight and all that hangs on it, inside of an act. `mention` may be NULL. */
static enum status write_mark(struct project *project, const struct mark *mark,
			      struct mention *mention, struct highlight *highlight,
			      struct fault *f)
{
	bool found;
	enum status status = find_equal(project, highlight, &found, f);
	if (status == STATUS_OK && !found)
		status = store_highlight_add(project->store, highlight, f);
	for (size_t i = 0; i < mark->n_tags && status == STATUS_OK; i++)
		status = add_tag(project, highlight->id, mark->tags[i], f);
	if (status == STATUS_OK && mark->note && *mark->note)
		status = store_note_set(project->store, NOTE_HIGHLIGHT, highlight->id, mark->note,
					f);
	if (status == STATUS_OK && mention)
		status = mention_write(project, highlight, mention, f);
	return status;
}

/* The highlight that `range` would be, not yet stored. */
static enum status make_highlight(struct project *project, const struct article *article,
				  struct cp_range range, struct highlight *out, bool *widened,
				  struct fault *f)
{
	struct document *doc;
	enum status status = project_document(project, article, &doc, f);
	if (status != STATUS_OK)
		return status;
	size_t asked_cp = range.end_cp;
	status = anchor_widen(doc, &range, widened, f);
	/* Only what reaches beyond the text is clipped, and then the text is known to its end. */
	if (status == STATUS_OK && range.end_cp < asked_cp)
		status = fault_setf(f, STATUS_INVALID, article->title,
				    _("%zu is beyond its end at %zu"), asked_cp,
				    document_known_cp(doc));
	if (status == STATUS_OK && range.start_cp >= range.end_cp)
		status = fault_setf(f, STATUS_INVALID, NULL, "%zu-%zu", range.start_cp,
				    range.end_cp);
	if (status == STATUS_OK)
		status = anchor_make(doc, range, out, f);
	memcpy(out->article, article->id, sizeof out->article);
	document_free(doc);
	return status;
}

/* A highlight that is linked is told as the link. */
static enum status begin_mark(struct project *project, const char *quote,
			      const struct mention *mention, struct fault *f)
{
	struct claim claim = {.number = 0};
	if (!mention)
		return act_begin_on(project, ACT_MARK, quote, NULL, f);
	enum status status = store_claim_get(project->store, mention->claim, &claim, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, ACT_LINK, quote, claim.statement, f);
	claim_release(&claim);
	return status;
}

enum status project_mark(struct project *project, const struct article *article,
			 const struct mark *mark, struct highlight *out, bool *widened,
			 struct fault *f)
{
	struct highlight highlight = {.exact = NULL};
	struct mention mention = {.stance = NULL};
	enum status status = make_highlight(project, article, mark->range, &highlight, widened, f);
	if (status == STATUS_OK && mark->mention)
		status = mention_make(project, mark->mention, &mention, f);
	if (status == STATUS_OK)
		status = begin_mark(project, highlight.exact, mark->mention, f);
	if (status == STATUS_OK)
		status = act_end(project,
				 write_mark(project, mark, mark->mention ? &mention : NULL,
					    &highlight, f),
				 f);
	mention_release(&mention);
	if (status == STATUS_OK && out)
		*out = highlight;
	else
		highlight_release(&highlight);
	return status;
}

enum status project_highlight(const struct project *project, const char *ref,
			      struct highlight *out, struct fault *f)
{
	struct fault why = FAULT_NONE;
	enum status status = project_readable(project, f);
	if (status != STATUS_OK)
		return status;
	status = store_highlight_get(project->store, ref, out, &why);
	if (status == STATUS_NOT_FOUND && !why.detail)
		fault_setf(f, status, ref, _("no id of a highlight"));
	else if (status != STATUS_OK)
		fault_setf(f, status, ref, "%s", why.detail ? why.detail : "");
	fault_release(&why);
	return status;
}

static enum status remove_all(struct project *project, const char *const *ids, size_t n_ids,
			      struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < n_ids && status == STATUS_OK; i++) {
		struct highlight highlight = {.exact = NULL};
		status = project_highlight(project, ids[i], &highlight, f);
		if (status == STATUS_OK)
			status = store_highlight_remove(project->store, highlight.id, f);
		highlight_release(&highlight);
	}
	return status;
}

enum status project_unmark(struct project *project, const char *const *ids, size_t n_ids,
			   struct fault *f)
{
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_UNMARK, NULL, NULL, n_ids, f);
	if (status == STATUS_OK)
		status = act_end(project, remove_all(project, ids, n_ids, f), f);
	return status;
}

/* A coder has one highlight of a range: EXISTS where `highlight` is to have that of another. */
static enum status refuse_equal(struct project *project, const struct highlight *moved,
				const struct highlight *highlight, struct fault *f)
{
	struct highlight there = {.range = moved->range};
	bool found = false;
	memcpy(there.article, moved->article, sizeof there.article);
	enum status status = find_equal(project, &there, &found, f);
	if (status == STATUS_OK && found && strcmp(there.id, highlight->id) != 0)
		status = fault_set(f, STATUS_EXISTS, there.id);
	highlight_release(&there);
	return status;
}

/* Gives `highlight` the quote and context of another range. */
static enum status move_highlight(struct project *project, struct highlight *highlight,
				  struct cp_range range, struct fault *f)
{
	struct article article = {.number = 0};
	struct highlight moved = {.exact = NULL};
	enum status status = store_article_get(project->store, highlight->article, &article, f);
	if (status == STATUS_OK)
		status = make_highlight(project, &article, range, &moved, NULL, f);
	if (status == STATUS_OK)
		status = refuse_equal(project, &moved, highlight, f);
	if (status == STATUS_OK) {
		memcpy(moved.id, highlight->id, sizeof moved.id);
		status = act_begin(project, ACT_RESIZE, article.title, NULL, 1, f);
	}
	if (status == STATUS_OK)
		status = act_end(project, store_highlight_update(project->store, &moved, f), f);
	highlight_release(&moved);
	article_release(&article);
	return status;
}

enum status project_resize_mark(struct project *project, const char *id, struct cp_range range,
				struct fault *f)
{
	struct highlight highlight = {.exact = NULL};
	enum status status = project_highlight(project, id, &highlight, f);
	if (status == STATUS_OK)
		status = move_highlight(project, &highlight, range, f);
	highlight_release(&highlight);
	return status;
}

static enum status untag(struct project *project, const char *highlight, const char *path,
			 struct fault *f)
{
	struct tag tag = {.path = NULL};
	enum status status = project_tag(project, path, &tag, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_UNTAG, path, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, store_coding_remove(project->store, highlight, tag.id, f),
				 f);
	tag_release(&tag);
	return status;
}

static enum status tag_on(struct project *project, const char *highlight, const char *path,
			  struct fault *f)
{
	enum status status = act_begin(project, ACT_TAG, path, NULL, 1, f);
	return status == STATUS_OK ? act_end(project, add_tag(project, highlight, path, f), f)
				   : status;
}

enum status project_tag_mark(struct project *project, const char *highlight, const char *tag_path,
			     bool on, struct fault *f)
{
	struct highlight there = {.exact = NULL};
	char *path = NULL;
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(tag_path, &path, f);
	if (status == STATUS_OK)
		status = project_highlight(project, highlight, &there, f);
	if (status == STATUS_OK)
		status = on ? tag_on(project, there.id, path, f)
			    : untag(project, there.id, path, f);
	highlight_release(&there);
	free(path);
	return status;
}
