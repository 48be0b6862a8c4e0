/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya claim list, claim show */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/words.h"
#include "cli/dossier.h"
#include "cli/grid.h"
#include "cli/row.h"
#include "model/coverage.h"
#include "model/vocabulary.h"

static void print_table(struct out *out, const struct claim_list *list)
{
	struct grid grid;
	grid_init(&grid, 5, 3, 1u << 0 | 1u << 1 | 1u << 2);
	const char *const headers[] = {_("no"), _("passages"), _("articles"), _("claim"),
				       _("verdict")};
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		grid_add(&grid, headers[i]);
	for (size_t i = 0; i < list->n; i++) {
		const struct claim *claim = &list->items[i];
		grid_addf(&grid, "%" PRId64, claim->number);
		grid_addf(&grid, "%zu", claim->n_mentions);
		grid_addf(&grid, "%zu", claim->n_articles);
		grid_add(&grid, claim->statement);
		grid_add(&grid, claim->verdict);
	}
	grid_print(&grid, out);
}

/* With counts of what is seen. */
static enum status load_list(struct evidence *all, const struct project *project, struct fault *f)
{
	return project->options->blind ? evidence_load(all, project, f)
				       : store_claim_list(project->store, &all->claims, f);
}

enum status cli_claim_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct evidence all = {.claims = {.items = NULL}};
	enum status status = load_list(&all, &cli->project, f);
	const struct claim_list *list = &all.claims;
	if (status == STATUS_OK && args_option(args, "json"))
		row_print_all(&cli->out, ROW_claim, list->items, list->n, sizeof *list->items);
	else if (status == STATUS_OK)
		print_table(&cli->out, list);
	evidence_release(&all);
	return status;
}

/* What is printed for people, row by row: a sign, and text. */
struct sheet {
	struct grid grid;
	const struct dossier *dossier;
	struct str line;
};

/* Adds a part of the line under way, where there is any. */
static void add_part(struct sheet *sheet, const char *text)
{
	if (!*text)
		return;
	char *part = words_format("%s", text);
	str_append_str(&sheet->line, sheet->line.len ? " \u00b7 " : "");
	str_append_str(&sheet->line, part);
	free(part);
}

static void end_line(struct sheet *sheet, const char *sign)
{
	grid_add(&sheet->grid, sign);
	grid_add(&sheet->grid, str_cstr(&sheet->line));
	str_clear(&sheet->line);
}

static void add_term(struct sheet *sheet, enum vocabulary vocabulary, const char *value)
{
	const struct term *term = vocabulary_find(vocabulary, value);
	add_part(sheet, term ? _(term->label) : value);
}

/* The sign of the stance; its label is the line's first part. A stance of another scheme says so. */
static const char *add_stance(struct sheet *sheet, const struct mention *mention)
{
	const struct stance_value *value = stance_find(&sheet->dossier->evidence.scheme, mention->stance);
	if (!mention->stance[0]) {
		add_part(sheet, _("not judged"));
		return coverage_state_symbol(COVERAGE_MENTIONED);
	}
	if (value && strcmp(mention->stance_scheme, sheet->dossier->evidence.scheme.name) == 0) {
		add_part(sheet, value->label);
		return value->symbol;
	}
	add_part(sheet, mention->stance);
	add_part(sheet, mention->stance_scheme);
	return coverage_state_symbol(COVERAGE_MENTIONED);
}

static void add_mention(struct sheet *sheet, const struct mention *mention,
			const struct highlight *passage)
{
	const char *sign = add_stance(sheet, mention);
	add_term(sheet, VOCABULARY_ATTRIBUTION, mention->attribution);
	add_part(sheet, mention->speaker);
	add_term(sheet, VOCABULARY_CERTAINTY, mention->certainty);
	add_part(sheet, mention->coder);
	add_part(sheet, mention->highlight);
	end_line(sheet, sign);
	str_append_str(&sheet->line, passage->exact);
	end_line(sheet, "");
}

static void add_article(struct sheet *sheet, const struct article *article)
{
	char number[24];
	snprintf(number, sizeof number, "%" PRId64, article->number);
	add_part(sheet, article->title);
	add_part(sheet, article->outlet);
	add_part(sheet, article->published_at);
	end_line(sheet, number);
}

static void add_absent(struct sheet *sheet, const struct coverage *coverage)
{
	add_part(sheet, _("absent"));
	add_part(sheet, coverage->coder);
	end_line(sheet, coverage_state_symbol(COVERAGE_ABSENT));
}

/* What is said of the claim in one article; false where nothing is. */
static bool add_articles_rows(struct sheet *sheet, const struct article *article)
{
	const struct evidence *d = &sheet->dossier->evidence;
	bool any = false;
	for (size_t i = 0; i < d->mentions.n; i++) {
		if (strcmp(d->mentions.items[i].article, article->id) != 0)
			continue;
		if (!any)
			add_article(sheet, article);
		any = true;
		add_mention(sheet, &d->mentions.items[i], &sheet->dossier->passages.items[i]);
	}
	for (size_t i = 0; i < d->coverage.n; i++) {
		if (strcmp(d->coverage.items[i].article, article->id) != 0)
			continue;
		if (!any)
			add_article(sheet, article);
		any = true;
		add_absent(sheet, &d->coverage.items[i]);
	}
	return any;
}

/* "contradicts · 7 · its statement", as it reads from this claim. */
static void add_relation(struct sheet *sheet, const struct relation *relation)
{
	const struct evidence *d = &sheet->dossier->evidence;
	bool is_first = strcmp(relation->a, sheet->dossier->claim->id) == 0;
	size_t row = evidence_claim(d, is_first ? relation->b : relation->a);
	const struct term *term = vocabulary_find(VOCABULARY_RELATION, relation->kind);
	char number[24];
	if (row == d->claims.n)
		return;
	const struct claim *other = &d->claims.items[row];
	snprintf(number, sizeof number, "%" PRId64, other->number);
	add_part(sheet, !term ? relation->kind : is_first ? _(term->label) : _(term->inverse));
	add_part(sheet, number);
	add_part(sheet, other->statement);
	end_line(sheet, "\u2194");
}

static void add_head(struct sheet *sheet)
{
	const struct evidence *d = &sheet->dossier->evidence;
	if (sheet->dossier->claim->verdict[0]) {
		add_part(sheet, _("verdict"));
		add_part(sheet, sheet->dossier->claim->verdict);
		end_line(sheet, "");
	}
	for (size_t i = 0; i < d->relations.n; i++)
		add_relation(sheet, &d->relations.items[i]);
	for (size_t i = 0; i < d->notes.n; i++) {
		add_part(sheet, _("note"));
		add_part(sheet, d->notes.items[i].coder);
		add_part(sheet, d->notes.items[i].text);
		end_line(sheet, "");
	}
}

static void print_dossier(struct out *out, const struct dossier *dossier)
{
	struct sheet sheet = {.dossier = dossier};
	const struct article_list *articles = &dossier->evidence.articles;
	size_t n_unread = 0;
	out_line(out, _("claim %" PRId64 ": %s"), dossier->claim->number,
		 dossier->claim->statement);
	grid_init(&sheet.grid, 2, 1, 1u << 0);
	add_head(&sheet);
	for (size_t i = 0; i < articles->n; i++)
		n_unread += !add_articles_rows(&sheet, &articles->items[i]);
	grid_print(&sheet.grid, out);
	if (n_unread)
		out_line(out,
			 ngettext("%zu article is unread", "%zu articles are unread", n_unread),
			 n_unread);
	str_release(&sheet.line);
}

enum status cli_claim_show(struct cli *cli, const struct args *args, struct fault *f)
{
	struct dossier dossier;
	if (args_option(args, "json"))
		return dossier_print(&cli->out, &cli->project, args->operands[0], f);
	enum status status = dossier_load(&dossier, &cli->project, args->operands[0], f);
	if (status == STATUS_OK)
		print_dossier(&cli->out, &dossier);
	dossier_release(&dossier);
	return status;
}
