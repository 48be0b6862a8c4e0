/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya check: the file is whole, and every highlight's quote stands at its offsets. */
#include "cli/cli.h"

#include <inttypes.h>
#include <string.h>

#include "app/i18n.h"
#include "model/anchor.h"
#include "model/id.h"

struct counts {
	size_t articles, highlights, failed;
};

/* The digest of the stored text is the one that the article goes by. */
static enum status check_text(struct cli *cli, const struct article *article, struct counts *counts,
			      struct fault *f)
{
	struct text_source source;
	char sha256[SHA256_HEX_SIZE];
	enum status status = store_article_source(cli->project.store, article->id, &source, f);
	if (status != STATUS_OK)
		return status;
	status = sha256_source(&source, sha256, f);
	if (status == STATUS_OK && strcmp(sha256, article->sha256) != 0) {
		say(_("article %" PRId64 ": its text is not the one that was imported"),
		    article->number);
		counts->failed++;
	}
	source.close(source.self);
	return status;
}

static void check_quotes(struct document *doc, const struct article *article,
			 const struct highlight_list *list, struct counts *counts)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct highlight *highlight = &list->items[i];
		counts->highlights++;
		if (anchor_holds(doc, highlight))
			continue;
		say(_("article %" PRId64 ", highlight %s: its quote does not stand at %zu-%zu"),
		    article->number, highlight->id, highlight->range.start_cp,
		    highlight->range.end_cp);
		counts->failed++;
	}
}

static enum status check_article(struct cli *cli, const struct article *article,
				 struct counts *counts, struct fault *f)
{
	struct highlight_list list = {.items = NULL};
	struct document *doc = NULL;
	counts->articles++;
	enum status status = check_text(cli, article, counts, f);
	if (status == STATUS_OK)
		status = store_highlight_list(cli->project.store, article->id, &list, f);
	if (status == STATUS_OK)
		status = project_document(&cli->project, article, &doc, f);
	if (status == STATUS_OK)
		check_quotes(doc, article, &list, counts);
	document_free(doc);
	highlight_list_release(&list);
	return status;
}

enum status cli_check(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article_list articles = {.items = NULL};
	struct counts counts = {.articles = 0};
	(void)args;
	enum status status = store_check(cli->project.store, f);
	if (status == STATUS_OK)
		status = store_article_list(cli->project.store, &articles, f);
	for (size_t i = 0; i < articles.n && status == STATUS_OK; i++)
		status = check_article(cli, &articles.items[i], &counts, f);
	article_list_release(&articles);
	if (status != STATUS_OK)
		return status;
	out_line(&cli->out, _("articles %zu, highlights %zu, failed %zu"), counts.articles,
		 counts.highlights, counts.failed);
	return counts.failed ? fault_set(f, STATUS_CHECK_FAILED, cli->project.path) : STATUS_OK;
}
