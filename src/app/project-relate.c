/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What claims are to each other, and the scheme of their stances. */
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/project-internal.h"
#include "app/stances.h"
#include "base/xalloc.h"
#include "model/vocabulary.h"

static bool is_pair(const struct relation *relation, const struct claim *a, const struct claim *b)
{
	return strcmp(relation->a, a->id) == 0 && strcmp(relation->b, b->id) == 0;
}

/* The id of what stands between the two, from either side where the kind is mutual; "" for none. */
static enum status find(struct project *project, const struct claim *a, const struct claim *b,
			const struct term *kind, char id[ID_SIZE], struct fault *f)
{
	struct relation_list list = {.items = NULL};
	enum status status = store_relation_list(project->store, &list, f);
	id[0] = '\0';
	for (size_t i = 0; i < list.n; i++) {
		const struct relation *there = &list.items[i];
		bool same = is_pair(there, a, b) || (relation_is_mutual(kind) && is_pair(there, b, a));
		if (same && strcmp(there->kind, kind->value) == 0)
			memcpy(id, there->id, ID_SIZE);
	}
	relation_list_release(&list);
	return status;
}

static enum status add(struct project *project, const struct claim *a, const struct claim *b,
		       const char *kind, struct fault *f)
{
	struct relation relation = {.kind = xstrdup(kind)};
	memcpy(relation.a, a->id, ID_SIZE);
	memcpy(relation.b, b->id, ID_SIZE);
	enum status status = store_relation_add(project->store, &relation, f);
	relation_release(&relation);
	return status;
}

/* Inside of an act. */
static enum status set(struct project *project, const struct claim *a, const struct claim *b,
		       const struct term *kind, bool on, struct fault *f)
{
	char id[ID_SIZE];
	enum status status = find(project, a, b, kind, id, f);
	if (status != STATUS_OK || (on && id[0]))
		return status;
	if (on)
		return add(project, a, b, kind->value, f);
	return id[0] ? store_relation_remove(project->store, id, f)
		     : fault_setf(f, STATUS_NOT_FOUND, kind->value,
				  _("the two claims are not related so"));
}

enum status project_relate(struct project *project, const char *a_ref, const char *b_ref,
			   const char *kind, bool on, struct fault *f)
{
	struct claim a = {.number = 0}, b = {.number = 0};
	enum status status = vocabulary_check(VOCABULARY_RELATION, kind, f);
	if (status == STATUS_OK)
		status = claim_pair(project, a_ref, b_ref, &a, &b, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, on ? ACT_RELATE : ACT_UNRELATE, a.statement,
					 b.statement, f);
	if (status == STATUS_OK)
		status = act_end(project,
				 set(project, &a, &b, vocabulary_find(VOCABULARY_RELATION, kind),
				     on, f),
				 f);
	claim_release(&a);
	claim_release(&b);
	return status;
}

enum status project_stance_scheme(struct project *project, const char *name, struct fault *f)
{
	struct stance_scheme scheme = {.name = NULL};
	enum status status = stances_load(name, &scheme, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_SCHEME, scheme.title, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project,
				 store_property_set(project->store, "stance_scheme", scheme.name,
						    f),
				 f);
	stance_scheme_release(&scheme);
	return status;
}
