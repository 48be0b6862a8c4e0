/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages: two beside each other that say the same or are copied; those without a match. */
#include <stdlib.h>
#include <string.h>

#include "app/compare-words.h"
#include "app/i18n.h"
#include "app/survey-rows.h"
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
	char *score = score_words(link->score);
	char *differing = differing_words(sheet->all->set, link, compared_words, sheet->all);
	char *what = xasprintf("%s  %s%s%s", _(band_words(link->band)), score,
			       *differing ? " \u00b7 " : "", differing);
	print_head(sheet, link->a, link->b, what);
	sheet_passages(sheet, passage_of(sheet, link->a), passage_of(sheet, link->b), &why);
	sheet_words(sheet, words);
	free(what);
	free(differing);
	free(score);
	free(words);
	free(why.items);
}

void sheet_links(struct sheet *sheet)
{
	const struct survey *survey = sheet->all->survey;
	size_t n = sheet_shown(sheet, survey->n_links);
	if (n == 0)
		out_line(sheet->out, "%s", _(band_words(BAND_NONE)));
	sheet_heading(sheet, _("Pairs of passages that may say the same"), n, survey->n_all_links);
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

/* "1:7", or "1:7-9" of several in a row; the caller's. */
static char *units_of(struct unit_ref first, size_t n)
{
	if (n == 1)
		return xasprintf("%zu:%zu", first.text + 1, first.unit + 1);
	return xasprintf("%zu:%zu-%zu", first.text + 1, first.unit + 1, first.unit + n);
}

/* Only what stands there word for word: around it the two may differ. */
static void print_copy(struct sheet *sheet, const struct copy *copy)
{
	char *from = units_of(copy->a, copy->n_a), *to = units_of(copy->b, copy->n_b);
	char *what = copy_measures(copy);
	out_line(sheet->out, "%s \u2194 %s  %s", from, to, what);
	sheet_passages(sheet, (struct sheet_passage){copy->a.text, copy->run_a},
		       (struct sheet_passage){copy->b.text, copy->run_b}, NULL);
	free(what);
	free(to);
	free(from);
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

static void print_alone(struct sheet *sheet, struct unit_ref ref)
{
	struct sheet_passage passage = passage_of(sheet, ref);
	char *at = units_of(ref, 1);
	if (sheet->options.width) {
		struct show_pane pane = open_pane(sheet, &passage, NULL, false);
		out_line(sheet->out, "%s", at);
		if (sheet->status == STATUS_OK)
			sheet->status = paint_body(&sheet->paint, sheet->out, &pane,
						   sheet->options.width, sheet->f);
		show_pane_release(&pane);
	} else {
		char *text = sheet_text(sheet, passage.text, passage.range);
		out_line(sheet->out, "%s  %s", at, text);
		free(text);
	}
	free(at);
}

/* As many of each article as are shown of any list. */
void sheet_alone(struct sheet *sheet)
{
	const struct survey *survey = sheet->all->survey;
	size_t n = 0, n_of_text = 0, n_shown[COMPARE_TEXTS];
	survey_count_alone(survey, n_shown);
	for (size_t i = 0; i < survey->n_texts; i++)
		n += sheet_shown(sheet, n_shown[i]);
	sheet_heading(sheet, _("Passages with no match found"), n, survey->n_alone);
	for (size_t i = 0; i < survey->n_alone && sheet->status == STATUS_OK; i++) {
		bool first = i == 0 || survey->alone[i - 1].text != survey->alone[i].text;
		n_of_text = first ? 0 : n_of_text + 1;
		if (first)
			out_line(sheet->out, "%s", "");
		if (n_of_text < sheet->options.limit)
			print_alone(sheet, survey->alone[i]);
	}
}
