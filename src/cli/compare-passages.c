/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages of two articles beside each other: those that say the same, are quoted, are copied. */
#include <stdlib.h>
#include <string.h>

#include "app/compare-words.h"
#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/compare-print-internal.h"

enum { WHY_WORDS = 8 }; /* of each kind */

/* A pane of the range alone; the marks on its side count from its beginning. */
static struct show_pane open_pane(struct sheet *sheet, const struct sheet_passage *passage,
				  const struct match_list *marks, bool is_b)
{
	const struct article *article = &sheet->all->items[passage->text].article;
	char *text = sheet_text(sheet, passage->text, passage->range);
	struct show_pane pane = {.order = sheet->out->order, .article = {.dir = article->dir}};
	xstrset(&pane.article.lang, article->lang);
	pane.doc = document_new(text_source_memory(text, strlen(text)));
	for (size_t i = 0; marks && i < marks->n; i++) {
		struct cp_range at = is_b ? marks->items[i].b : marks->items[i].a;
		struct highlight *highlight = highlight_list_add(&pane.highlights);
		highlight->range.start_cp = at.start_cp - passage->range.start_cp;
		highlight->range.end_cp = at.end_cp - passage->range.start_cp;
	}
	return pane;
}

static int by_place(const void *a, const void *b)
{
	const struct highlight *x = a, *y = b;
	return (x->range.start_cp > y->range.start_cp) - (x->range.start_cp < y->range.start_cp);
}

/* Beside each other where there is room, and where the order is ours. */
static void print_panes(struct sheet *sheet, struct show_pane *panes)
{
	size_t width = sheet->options.width;
	size_t n = sheet->out->order == ORDER_LOGICAL ? 1 : panes_per_row(width, 2);
	for (size_t i = 0; i < 2 && sheet->status == STATUS_OK; i += n)
		sheet->status = n == 1 ? paint_body(&sheet->paint, sheet->out, &panes[i], width,
						    sheet->f)
				       : paint_rows(&sheet->paint, sheet->out, panes, n,
						    panes_columns(width, n), sheet->f);
}

static void print_lines(struct sheet *sheet, struct sheet_passage a, struct sheet_passage b)
{
	char *text_a = sheet_text(sheet, a.text, a.range);
	char *text_b = sheet_text(sheet, b.text, b.range);
	out_line(sheet->out, "%s", text_a);
	out_line(sheet->out, "%s", text_b);
	free(text_a);
	free(text_b);
}

void sheet_passages(struct sheet *sheet, struct sheet_passage a, struct sheet_passage b,
		    const struct match_list *marks)
{
	if (!sheet->options.width) {
		print_lines(sheet, a, b);
		return;
	}
	struct show_pane panes[] = {open_pane(sheet, &a, marks, false),
				    open_pane(sheet, &b, marks, true)};
	for (size_t i = 0; i < 2; i++)
		if (panes[i].highlights.n)
			qsort(panes[i].highlights.items, panes[i].highlights.n,
			      sizeof *panes[i].highlights.items, by_place);
	print_panes(sheet, panes);
	for (size_t i = 0; i < 2; i++)
		show_pane_release(&panes[i]);
}

static struct sheet_passage passage_of(const struct sheet *sheet, struct unit_ref ref)
{
	return (struct sheet_passage){ref.text, compared_unit(sheet->all, ref).range};
}

/* "1:7 \u2194 3:12", and what follows. */
static void print_head(struct sheet *sheet, struct unit_ref a, struct unit_ref b, const char *what)
{
	out_line(sheet->out, "%zu:%zu \u2194 %zu:%zu  %s", a.text + 1, a.unit + 1, b.text + 1,
		 b.unit + 1, what);
}

static void print_link(struct sheet *sheet, const struct link *link)
{
	struct match_list why = {.items = NULL};
	compare_why(sheet->all->set, link->a, link->b, &why);
	char *words = why_words(&why, link, compared_words, sheet->all, WHY_WORDS);
	unsigned percent = (link->score * 100 + COMPARE_ONE / 2) / COMPARE_ONE;
	char *what = xasprintf("%s  %u.%02u", _(band_words(link->band)), percent / 100,
			       percent % 100);
	print_head(sheet, link->a, link->b, what);
	sheet_passages(sheet, passage_of(sheet, link->a), passage_of(sheet, link->b), &why);
	sheet_words(sheet, words);
	free(what);
	free(words);
	free(why.items);
}

void sheet_links(struct sheet *sheet)
{
	const struct survey *survey = sheet->all->survey;
	size_t n = sheet_shown(sheet, survey->n_links);
	if (n == 0)
		out_line(sheet->out, "%s", _(band_words(BAND_NONE)));
	sheet_heading(sheet, _("Strongest shared passages"), n, survey->n_all_links);
	for (size_t i = 0; i < n && sheet->status == STATUS_OK; i++) {
		out_line(sheet->out, "%s", "");
		print_link(sheet, &survey->links[i]);
	}
}

void sheet_quotes(struct sheet *sheet)
{
	const struct survey *survey = sheet->all->survey;
	size_t n = sheet_shown(sheet, survey->n_quotes);
	sheet_heading(sheet, _("Shared quotations"), n, survey->n_all_quotes);
	for (size_t i = 0; i < n && sheet->status == STATUS_OK; i++) {
		const struct shared_quote *quote = &survey->quotes[i];
		out_line(sheet->out, "%s", "");
		print_head(sheet, quote->a, quote->b,
			   quote->quoted ? _("quoted in both") : _("quoted in one"));
		sheet_passages(sheet, (struct sheet_passage){quote->a.text, quote->quote},
			       (struct sheet_passage){quote->b.text, quote->found}, NULL);
	}
}

static void print_copy(struct sheet *sheet, const struct copy *copy)
{
	char *words = xasprintf(ngettext("%zu word", "%zu words", copy->n_run), copy->n_run);
	char *what = xasprintf("%s  %s", copy->copied ? _("copied") : _("shared run"), words);
	print_head(sheet, copy->a, copy->b, what);
	sheet_passages(sheet, (struct sheet_passage){copy->a.text, copy->range_a},
		       (struct sheet_passage){copy->b.text, copy->range_b}, NULL);
	free(words);
	free(what);
}

void sheet_copies(struct sheet *sheet)
{
	const struct survey *survey = sheet->all->survey;
	size_t n = sheet_shown(sheet, survey->n_copies);
	sheet_heading(sheet, _("Word for word"), n, survey->n_all_copies);
	for (size_t i = 0; i < n && sheet->status == STATUS_OK; i++) {
		out_line(sheet->out, "%s", "");
		print_copy(sheet, &survey->copies[i]);
	}
}
