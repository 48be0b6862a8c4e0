/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codings of one tag given to another, in bulk. */
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/project-internal.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

/* What `struct retag` names, found. */
struct found {
	struct tag from;
	char *to;               /* a tidy path */
	struct article article; /* empty: all */
};

static void found_release(struct found *found)
{
	tag_release(&found->from);
	free(found->to);
	article_release(&found->article);
}

static enum status find(struct project *project, const struct retag *retag, struct found *out,
			struct fault *f)
{
	enum status status = project_tag(project, retag->from, &out->from, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(retag->to, &out->to, f);
	if (status == STATUS_OK && strcmp(out->from.path, out->to) == 0)
		status = fault_setf(f, STATUS_INVALID, out->to, _("both are the same tag"));
	if (status == STATUS_OK && retag->article)
		status = project_article(project, retag->article, false, &out->article, f);
	return status;
}

/* Another coding of the same coder on the same highlight. */
static enum status copy_coding(struct project *project, const struct coding *coding,
			       const char *tag, struct fault *f)
{
	struct coding made = {
		.coder = xstrdup(coding->coder),
		.created_at = xstrdup(""),
		.updated_at = xstrdup(""),
	};
	memcpy(made.highlight, coding->highlight, ID_SIZE);
	memcpy(made.tag, tag, ID_SIZE);
	enum status status = store_coding_put(project->store, &made, NULL, f);
	coding_release(&made);
	return status;
}

static enum status retag_one(struct project *project, const struct coding *coding,
			     const char *tag, bool keep, struct fault *f)
{
	return keep ? copy_coding(project, coding, tag, f)
		    : store_coding_retag(project->store, coding->id, tag, f);
}

static bool is_meant(const struct project *project, const struct retag *retag,
		     const struct found *found, const struct coding *coding)
{
	return strcmp(coding->tag, found->from.id) == 0 && project_sees(project, coding->coder) &&
	       (!retag->coder || strcmp(coding->coder, retag->coder) == 0);
}

static enum status retag_each(struct project *project, const struct retag *retag,
			      const struct found *found, const char *to, size_t *n,
			      struct fault *f)
{
	struct coding_list list = {.items = NULL};
	const char *last = "";
	enum status status = store_coding_list(project->store,
					       retag->article ? found->article.id : NULL, &list, f);
	*n = 0;
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++) {
		const struct coding *coding = &list.items[i];
		if (!is_meant(project, retag, found, coding))
			continue;
		status = retag_one(project, coding, to, retag->keep, f);
		*n += strcmp(coding->highlight, last) != 0;
		last = coding->highlight;
	}
	if (status == STATUS_OK && *n == 0)
		status = fault_setf(f, STATUS_NOT_FOUND, found->from.path,
				    _("no highlight carries it there"));
	coding_list_release(&list);
	return status;
}

/* Inside of an act. */
static enum status retag_all(struct project *project, const struct retag *retag,
			     const struct found *found, size_t *n, struct fault *f)
{
	struct tag to = {.path = NULL};
	enum status status = store_tag_ensure(project->store, found->to, &to, f);
	if (status == STATUS_OK)
		status = retag_each(project, retag, found, to.id, n, f);
	tag_release(&to);
	return status;
}

enum status project_retag(struct project *project, const struct retag *retag, size_t *n,
			  struct fault *f)
{
	struct found found = {.to = NULL};
	size_t count = 0;
	enum status status = find(project, retag, &found, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_RETAG, found.from.path, found.to, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, retag_all(project, retag, &found, &count, f), f);
	if (status == STATUS_OK && n)
		*n = count;
	found_release(&found);
	return status;
}
