/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What articles say of claims: passages linked to them, and what was looked for and is absent. */
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/project-internal.h"
#include "app/stances.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "model/vocabulary.h"
#include "model/white.h"

/* "agree, disagree, discuss" */
static void append_value(struct str *out, const char *value)
{
	str_append_str(out, out->len ? ", " : "");
	str_append_str(out, value);
}

static enum status check_stance(const struct stance_scheme *scheme, const char *stance,
				struct fault *f)
{
	struct str values = STR_EMPTY;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < scheme->n; i++)
		append_value(&values, scheme->values[i].value);
	if (*or_empty(stance) && !stance_find(scheme, stance))
		/* TRANSLATORS: what may stand there: the name of a scheme, and its values */
		status = fault_setf(f, STATUS_INVALID, stance, _("stances of %s: %s"), scheme->name,
				    str_cstr(&values));
	str_release(&values);
	return status;
}

enum status vocabulary_check(enum vocabulary vocabulary, const char *value, struct fault *f)
{
	struct str values = STR_EMPTY;
	const struct term *term;
	enum status status = STATUS_OK;
	for (size_t i = 0; (term = vocabulary_term(vocabulary, i)); i++)
		append_value(&values, term->value);
	if (!vocabulary_find(vocabulary, value))
		status = fault_setf(f, STATUS_INVALID, value, "%s", str_cstr(&values));
	str_release(&values);
	return status;
}

static enum status check_term(enum vocabulary vocabulary, const char *value, struct fault *f)
{
	return *or_empty(value) ? vocabulary_check(vocabulary, value, f) : STATUS_OK;
}

/* What was not given stays NULL. */
static enum status make(const struct stance_scheme *scheme, const struct mention *values,
			struct mention *out, struct fault *f)
{
	enum status status = check_stance(scheme, values->stance, f);
	if (status == STATUS_OK)
		status = check_term(VOCABULARY_ATTRIBUTION, values->attribution, f);
	if (status == STATUS_OK)
		status = check_term(VOCABULARY_CERTAINTY, values->certainty, f);
	if (status != STATUS_OK)
		return status;
	*out = (struct mention){
		.stance = xstrdup_or_null(values->stance),
		.stance_scheme = xstrdup_or_null(scheme->name),
		.attribution = xstrdup_or_null(values->attribution),
		.speaker = values->speaker ? white_trimmed(values->speaker) : NULL,
		.certainty = xstrdup_or_null(values->certainty),
	};
	memcpy(out->claim, values->claim, sizeof out->claim);
	return STATUS_OK;
}

enum status mention_make(const struct project *project, const struct mention *values,
			 struct mention *out, struct fault *f)
{
	struct stance_scheme scheme = {.name = NULL};
	struct claim claim = {.number = 0};
	enum status status = project_claim(project, values->claim, &claim, f);
	if (status == STATUS_OK)
		status = stances_of_project(project, &scheme, f);
	if (status == STATUS_OK)
		status = make(&scheme, values, out, f);
	stance_scheme_release(&scheme);
	claim_release(&claim);
	return status;
}

static void keep(char **field, const char *there)
{
	if (!*field)
		*field = xstrdup(there);
}

/* What was not given is as in `there`. A stance that stays keeps its scheme. */
static void keep_rest(struct mention *mention, const struct mention *there)
{
	if (!mention->stance && there->stance_scheme[0]) {
		xstrset(&mention->stance_scheme, there->stance_scheme);
	}
	keep(&mention->stance, there->stance);
	keep(&mention->attribution, there->attribution);
	keep(&mention->speaker, there->speaker);
	keep(&mention->certainty, there->certainty);
}

/* Completes it by what this coder said of the two before. */
static enum status complete(const struct project *project, const struct highlight *highlight,
			    struct mention *mention, struct fault *f)
{
	static const struct mention nothing = {.stance = (char *)"",
					       .stance_scheme = (char *)"",
					       .attribution = (char *)"",
					       .speaker = (char *)"",
					       .certainty = (char *)""};
	struct mention_list list = {.items = NULL};
	const struct mention *there = &nothing;
	enum status status = store_mention_list(project->store, highlight->article, &list, f);
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.items[i].highlight, highlight->id) == 0 &&
		    strcmp(list.items[i].claim, mention->claim) == 0 &&
		    strcmp(list.items[i].coder, project->options->coder) == 0)
			there = &list.items[i];
	keep_rest(mention, there);
	mention_list_release(&list);
	return status;
}

enum status mention_write(struct project *project, const struct highlight *highlight,
			  struct mention *mention, struct fault *f)
{
	memcpy(mention->highlight, highlight->id, sizeof mention->highlight);
	enum status status = complete(project, highlight, mention, f);
	return status == STATUS_OK ? store_mention_set(project->store, mention, f) : status;
}

static enum status link_claim(struct project *project, const struct highlight *highlight,
			      struct mention *mention, struct fault *f)
{
	struct claim claim = {.number = 0};
	enum status status = store_claim_get(project->store, mention->claim, &claim, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, ACT_LINK, highlight->exact, claim.statement, f);
	if (status == STATUS_OK)
		status = act_end(project, mention_write(project, highlight, mention, f), f);
	claim_release(&claim);
	return status;
}

enum status project_mention(struct project *project, const char *highlight_ref,
			    struct mention *values, struct fault *f)
{
	struct highlight highlight = {.exact = NULL};
	struct mention mention = {.stance = NULL};
	enum status status = project_highlight(project, highlight_ref, &highlight, f);
	if (status == STATUS_OK)
		status = mention_make(project, values, &mention, f);
	if (status == STATUS_OK)
		status = link_claim(project, &highlight, &mention, f);
	if (status == STATUS_OK)
		memcpy(values->id, mention.id, sizeof values->id);
	mention_release(&mention);
	highlight_release(&highlight);
	return status;
}

/* The statement of a mention's claim, the caller's. */
static enum status statement_of(struct project *project, const char *mention, char **out,
				struct fault *f)
{
	struct mention there = {.coder = NULL};
	struct claim claim = {.number = 0};
	enum status status = store_mention_get(project->store, mention, &there, f);
	if (status == STATUS_OK)
		status = store_claim_get(project->store, there.claim, &claim, f);
	if (status == STATUS_OK)
		*out = xstrdup(claim.statement);
	claim_release(&claim);
	mention_release(&there);
	return status;
}

enum status project_unmention(struct project *project, const char *mention_id, struct fault *f)
{
	char *statement = NULL;
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = statement_of(project, mention_id, &statement, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, ACT_UNLINK, statement, NULL, f);
	if (status == STATUS_OK)
		status = act_end(project, store_mention_remove(project->store, mention_id, f), f);
	free(statement);
	return status;
}

/* INVALID where the article is seen to say something of the claim. */
static enum status refuse_mentioned(struct project *project, const struct claim *claim,
				    const struct article *article, struct fault *f)
{
	struct mention_list list = {.items = NULL};
	enum status status = store_mention_list(project->store, article->id, &list, f);
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++)
		if (strcmp(list.items[i].claim, claim->id) == 0 &&
		    project_sees(project, list.items[i].coder))
			status = fault_setf(f, STATUS_INVALID, article->title,
					    _("a passage of it is linked to this claim"));
	mention_list_release(&list);
	return status;
}

static enum status write_absent(struct project *project, const struct claim *claim,
				const struct article *article, bool absent, struct fault *f)
{
	enum status status = absent ? refuse_mentioned(project, claim, article, f) : STATUS_OK;
	return status == STATUS_OK
		       ? store_absent_set(project->store, claim->id, article->id, absent, f)
		       : status;
}

enum status project_absent(struct project *project, const char *claim_ref, const char *article_ref,
			   bool absent, struct fault *f)
{
	struct claim claim = {.number = 0};
	struct article article = {.number = 0};
	enum status status = project_claim(project, claim_ref, &claim, f);
	if (status == STATUS_OK)
		status = project_article(project, article_ref, false, &article, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, absent ? ACT_ABSENT : ACT_NOT_ABSENT,
					 claim.statement, article.title, f);
	if (status == STATUS_OK)
		status = act_end(project, write_absent(project, &claim, &article, absent, f), f);
	article_release(&article);
	claim_release(&claim);
	return status;
}
