/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hashiya check: the file is whole, every text is the one that was imported, every highlight's
 * quote stands at its range between its prefix and suffix, and what is said of articles agrees with
 * itself. Orphans are counted and named, and are no failure: they are what a person has still to
 * look at.
 */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/versions.h"
#include "base/xalloc.h"
#include "cli/row.h"
#include "model/anchor.h"
#include "model/id.h"
#include "model/proof.h"

/* What was looked at, and (as JSON) what was found. */
struct check {
	struct cli *cli;
	bool as_json;
	struct str findings; /* members of an array */
	struct article_list articles;
	size_t n_highlights, n_moved, n_orphans, n_mentions, n_absent, n_versions;
	size_t n_failed;
};

/* One thing that was found, for scripts; the caller says it to people. */
static void note(struct check *check, const char *finding, int64_t article, const char *id)
{
	struct str *json = &check->findings;
	json_open(json, '{');
	json_text_member(json, "finding", finding);
	json_number_member(json, "article", article);
	json_text_member(json, "id", id);
	json_close(json, '}');
}

/* The digest of the stored text is the one that the article goes by. */
static enum status check_text(struct check *check, const struct article *article, struct fault *f)
{
	struct text_source source;
	char sha256[SHA256_HEX_SIZE];
	enum status status =
		store_article_source(check->cli->project.store, article->id, &source, f);
	if (status != STATUS_OK)
		return status;
	status = sha256_source(&source, sha256, f);
	if (status == STATUS_OK && strcmp(sha256, article->sha256) != 0) {
		note(check, "text", article->number, article->id);
		say(_("article %" PRId64 ": its text is not the one that was imported"),
		    article->number);
		check->n_failed++;
	}
	source.close(source.self);
	return status;
}

static const char *flaw_words(enum flaw flaw)
{
	static const char *const words[] = {
		[FLAW_NONE] = "",
		[FLAW_RANGE] = N_("this is no range of the text"),
		[FLAW_QUOTE] = N_("its quote does not stand there"),
		[FLAW_CONTEXT] = N_("its prefix and suffix do not stand around it"),
		[FLAW_CLUSTER] = N_("an end of it cuts a character in two"),
		[FLAW_STATE] = N_("its state is unknown"),
	};
	return _(words[flaw]);
}

/* What has no place is told, so that it is not forgotten. */
static void tell_orphan(struct check *check, const struct article *article, const char *id,
			const char *quote)
{
	check->n_orphans++;
	note(check, "orphan", article->number, id);
	if (!check->as_json)
		out_line(&check->cli->out, _("article %" PRId64 ", no place: %s %s"),
			 article->number, id, quote);
}

static void check_quote(struct check *check, const struct proof *proof,
			const struct article *article, const struct highlight *highlight)
{
	check->n_highlights++;
	if (anchor_is_orphan(highlight)) {
		tell_orphan(check, article, highlight->id, highlight->exact);
		return;
	}
	enum flaw flaw = proof_check(proof, highlight);
	check->n_moved += strcmp(highlight->anchor_state, "moved") == 0;
	if (flaw == FLAW_NONE)
		return;
	note(check, flaw_name(flaw), article->number, highlight->id);
	/* TRANSLATORS: the last %s is what is wrong with it */
	say(_("article %" PRId64 ", highlight %s at %zu-%zu: %s"), article->number, highlight->id,
	    highlight->range.start_cp, highlight->range.end_cp, flaw_words(flaw));
	check->n_failed++;
}

static enum status check_quotes(struct check *check, const struct article *article,
				const struct highlight_list *list, struct fault *f)
{
	struct document *doc = NULL;
	struct proof *proof = NULL;
	enum status status = project_document(&check->cli->project, article, &doc, f);
	if (status == STATUS_OK)
		status = proof_new(doc, &proof, f);
	for (size_t i = 0; i < list->n && status == STATUS_OK; i++)
		check_quote(check, proof, article, &list->items[i]);
	proof_free(proof);
	document_free(doc);
	return status;
}

/* The list of a version's orphans, which are no rows of it. */
static enum status check_orphans(struct check *check, const struct article *article,
				 struct fault *f)
{
	struct review review = {.items = NULL};
	enum status status = project_review(&check->cli->project, article->id, &review, f);
	for (size_t i = 0; i < review.n && status == STATUS_OK; i++) {
		const struct review_item *item = &review.items[i];
		if (item->orphan && !item->has_row)
			tell_orphan(check, article, item->id, item->old.exact);
	}
	review_release(&review);
	return status;
}

static enum status check_article(struct check *check, const struct article *article,
				 struct fault *f)
{
	struct highlight_list list = {.items = NULL};
	enum status status = check_text(check, article, f);
	if (status == STATUS_OK)
		status = store_highlight_list(check->cli->project.store, article->id, &list, f);
	if (status == STATUS_OK && list.n > 0)
		status = check_quotes(check, article, &list, f);
	if (status == STATUS_OK && article->version_of[0])
		status = check_orphans(check, article, f);
	highlight_list_release(&list);
	return status;
}

static size_t index_of(const struct article_list *articles, const char *id)
{
	size_t i = 0;
	while (i < articles->n && strcmp(articles->items[i].id, id) != 0)
		i++;
	return i;
}

/* Each version leads back to a first one. */
static void check_versions(struct check *check)
{
	const struct article_list *articles = &check->articles;
	for (size_t i = 0; i < articles->n; i++) {
		size_t at = i, steps = 0;
		check->n_versions += articles->items[i].version_of[0] != '\0';
		while (at < articles->n && articles->items[at].version_of[0] && steps++ < articles->n)
			at = index_of(articles, articles->items[at].version_of);
		if (at < articles->n && steps <= articles->n)
			continue;
		note(check, "version", articles->items[i].number, articles->items[i].id);
		say(_("article %" PRId64 " is a version of nothing"), articles->items[i].number);
		check->n_failed++;
	}
}

/* A claim, an article and a coder, to be sorted. */
struct seen {
	const char *claim, *article, *coder;
};

static int by_cell(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;
	int order = strcmp(x->claim, y->claim);
	if (!order)
		order = strcmp(x->article, y->article);
	return order ? order : strcmp(x->coder, y->coder);
}

static struct seen *sort_cells(const struct mention_list *mentions)
{
	struct seen *cells = xcalloc(mentions->n, sizeof *cells);
	for (size_t i = 0; i < mentions->n; i++)
		cells[i] = (struct seen){mentions->items[i].claim, mentions->items[i].article,
					 mentions->items[i].coder};
	qsort(cells, mentions->n, sizeof *cells, by_cell);
	return cells;
}

/* Nobody found absent what they marked a mention of. */
static void check_absent(struct check *check, const struct mention_list *mentions,
			 const struct coverage_list *coverage)
{
	struct seen *cells = sort_cells(mentions);
	for (size_t i = 0; i < coverage->n && mentions->n > 0; i++) {
		const struct coverage *row = &coverage->items[i];
		struct seen key = {row->claim, row->article, row->coder};
		if (!bsearch(&key, cells, mentions->n, sizeof key, by_cell))
			continue;
		size_t at = index_of(&check->articles, row->article);
		int64_t number = at < check->articles.n ? check->articles.items[at].number : 0;
		note(check, "coverage", number, row->id);
		say(_("article %" PRId64 ": %s says that it mentions a claim, and that it does not"),
		    number, row->coder);
		check->n_failed++;
	}
	free(cells);
}

static enum status check_claims(struct check *check, struct fault *f)
{
	struct mention_list mentions = {.items = NULL};
	struct coverage_list coverage = {.items = NULL};
	struct store *store = check->cli->project.store;
	/* Else a link taken away between the two, and then an absence, would look like both. */
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = store_mention_list(store, NULL, &mentions, f);
	if (status == STATUS_OK)
		status = store_coverage_list(store, &coverage, f);
	store_read_end(store);
	if (status == STATUS_OK)
		check_absent(check, &mentions, &coverage);
	check->n_mentions = mentions.n;
	check->n_absent = coverage.n;
	mention_list_release(&mentions);
	coverage_list_release(&coverage);
	return status;
}

static enum status check_all(struct check *check, struct fault *f)
{
	struct store *store = check->cli->project.store;
	enum status status = store_check(store, f);
	if (status == STATUS_OK)
		status = store_article_list(store, &check->articles, f);
	for (size_t i = 0; i < check->articles.n && status == STATUS_OK; i++)
		status = check_article(check, &check->articles.items[i], f);
	if (status == STATUS_OK)
		status = check_claims(check, f);
	if (status == STATUS_OK)
		check_versions(check);
	return status;
}

static void print_json(const struct check *check)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_number_member(&json, "articles", (int64_t)check->articles.n);
	json_number_member(&json, "versions", (int64_t)check->n_versions);
	json_number_member(&json, "highlights", (int64_t)check->n_highlights);
	json_number_member(&json, "moved", (int64_t)check->n_moved);
	json_number_member(&json, "orphans", (int64_t)check->n_orphans);
	json_number_member(&json, "mentions", (int64_t)check->n_mentions);
	json_number_member(&json, "absent", (int64_t)check->n_absent);
	json_number_member(&json, "failed", (int64_t)check->n_failed);
	json_name(&json, "findings");
	json_open(&json, '[');
	str_append(&json, str_cstr(&check->findings), check->findings.len);
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(&check->cli->out, &json);
}

static void print_counts(const struct check *check)
{
	struct out *out = &check->cli->out;
	out_line(out, _("articles %zu, highlights %zu, failed %zu"), check->articles.n,
		 check->n_highlights, check->n_failed);
	if (check->n_versions > 0)
		out_line(out, _("new versions %zu; highlights to review: moved %zu, orphans %zu"),
			 check->n_versions, check->n_moved, check->n_orphans);
	if (check->n_mentions + check->n_absent > 0)
		out_line(out, _("mentions %zu, found absent %zu"), check->n_mentions,
			 check->n_absent);
}

enum status cli_check(struct cli *cli, const struct args *args, struct fault *f)
{
	struct check check = {.cli = cli, .as_json = args_flag(args, ARG_check_json)};
	enum status status = check_all(&check, f);
	if (status == STATUS_OK && check.as_json)
		print_json(&check);
	else if (status == STATUS_OK)
		print_counts(&check);
	if (status == STATUS_OK && check.n_failed > 0)
		status = fault_set(f, STATUS_CHECK_FAILED, cli->project.path);
	str_release(&check.findings);
	article_list_release(&check.articles);
	return status;
}
