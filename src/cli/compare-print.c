/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/compare-print.h"

#include <stdlib.h>
#include <string.h>

#include "app/compare-words.h"
#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/compare-print-internal.h"
#include "cli/grid.h"

size_t sheet_shown(const struct sheet *sheet, size_t n)
{
	return n < sheet->options.limit ? n : sheet->options.limit;
}

void sheet_heading(struct sheet *sheet, const char *words, size_t n_shown, size_t n)
{
	if (n == 0)
		return;
	out_line(sheet->out, "%s", "");
	if (n_shown < n)
		/* TRANSLATORS: a heading, and how many of how many stand below it. */
		out_line(sheet->out, _("%s (%zu of %zu)"), words, n_shown, n);
	else
		out_line(sheet->out, "%s (%zu)", words, n);
}

char *sheet_text(struct sheet *sheet, size_t text, struct cp_range range)
{
	char *line;
	enum status status = compared_text(sheet->all, text, range, &line, sheet->f);
	if (sheet->status == STATUS_OK)
		sheet->status = status;
	return line;
}

void sheet_words(struct sheet *sheet, const char *text)
{
	if (!*text)
		return;
	if (!sheet->out->tty) {
		out_line(sheet->out, "%s", text);
		return;
	}
	struct show_pane pane = {.order = sheet->out->order};
	pane.doc = document_new(text_source_memory(xstrdup(text), strlen(text)));
	if (sheet->status == STATUS_OK)
		sheet->status = paint_body(&sheet->paint, sheet->out, &pane, sheet->options.width,
					   sheet->f);
	show_pane_release(&pane);
}

static size_t count_alone(const struct survey *survey, size_t text)
{
	size_t n = 0;
	for (size_t i = 0; i < survey->n_alone; i++)
		n += survey->alone[i].text == text;
	return n;
}

/* What the numbers of articles stand for. */
static void print_legend(const struct sheet *sheet)
{
	const struct compared *all = sheet->all;
	struct grid grid;
	grid_init(&grid, 6, 2, 1u << 0 | 1u << 4 | 1u << 5);
	const char *const headers[] = {_("no"), _("file"), _("title"), _("language"), _("passages"),
				       _(band_words(BAND_NONE))};
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		grid_add(&grid, headers[i]);
	for (size_t i = 0; i < all->n; i++) {
		const struct compared_article *item = &all->items[i];
		enum language language = compare_text_language(item->text);
		grid_addf(&grid, "%zu", i + 1);
		grid_add(&grid, item->operand);
		grid_add(&grid, item->article.title);
		grid_add(&grid, language == LANGUAGE_OTHER ? "-" : language_tag(language));
		grid_addf(&grid, "%zu", compare_text_count(item->text));
		grid_addf(&grid, "%zu", count_alone(all->survey, i));
	}
	grid_print(&grid, sheet->out);
}

/* "12", "12 (3)" where some are copied, "12 *" across languages. */
static void add_pair(struct grid *grid, const struct sheet *sheet, size_t a, size_t b)
{
	const struct survey_pair *pair = &sheet->all->survey->pairs[a * sheet->all->n + b];
	const char *sign = compared_across(sheet->all, a, b) ? " *" : "";
	if (a == b)
		grid_add(grid, "-");
	else if (pair->n_copied)
		grid_addf(grid, "%zu (%zu)%s", pair->n_linked, pair->n_copied, sign);
	else
		grid_addf(grid, "%zu%s", pair->n_linked, sign);
}

static void print_without_text(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->all->n; i++)
		if (compare_text_count(sheet->all->items[i].text) == 0)
			/* TRANSLATORS: a file or an article that is compared with others */
			out_line(sheet->out, _("%s has no text"), sheet->all->items[i].operand);
}

static bool any_across(const struct compared *all)
{
	for (size_t a = 0; a < all->n; a++)
		for (size_t b = a + 1; b < all->n; b++)
			if (compared_across(all, a, b))
				return true;
	return false;
}

/* A row for each article: how much of it stands in each other one. */
static void print_matrix(struct sheet *sheet)
{
	size_t n = sheet->all->n;
	struct grid grid;
	out_line(sheet->out, "%s", "");
	sheet_words(sheet, _("How many passages of the article in a row the one in a column says too, "
			     "surely or probably; in brackets, how many are copied"));
	grid_init(&grid, n + 1, 0, ~0u);
	grid_add(&grid, "");
	for (size_t i = 0; i < n; i++)
		grid_addf(&grid, "%zu", i + 1);
	for (size_t a = 0; a < n; a++) {
		grid_addf(&grid, "%zu", a + 1);
		for (size_t b = 0; b < n; b++)
			add_pair(&grid, sheet, a, b);
	}
	grid_print(&grid, sheet->out);
	print_without_text(sheet);
	if (any_across(sheet->all))
		sheet_words(sheet, _("* These articles are in different languages: only figures, dates "
				     "and words in Latin letters are compared between them."));
}

/* "1: 12, 15 \u00b7 3: 20": the values of each article. */
static char *values_of(const struct figure_group *group, size_t n_texts)
{
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < n_texts; i++) {
		char *values = figure_values(group, i);
		if (values)
			str_appendf(&out, "%s%zu: %s", out.len ? " \u00b7 " : "", i + 1, values);
		free(values);
	}
	return str_take(&out);
}

static size_t count_differing(const struct survey *survey)
{
	size_t n = 0;
	while (n < survey->n_figures && survey->figures[n].differs)
		n++;
	return n;
}

void sheet_figures(struct sheet *sheet)
{
	const struct survey *survey = sheet->all->survey;
	size_t n_all = count_differing(survey), n = sheet_shown(sheet, n_all);
	struct grid grid;
	if (n_all == 0)
		return;
	sheet_heading(sheet, _("Figures differ"), n, n_all);
	grid_init(&grid, 2, 1, 0);
	for (size_t i = 0; i < n; i++) {
		char *values = values_of(&survey->figures[i], survey->n_texts);
		char *noun = figure_noun(&survey->figures[i], compared_words, sheet->all);
		grid_add(&grid, noun);
		grid_add(&grid, values);
		free(noun);
		free(values);
	}
	grid_print(&grid, sheet->out);
}

enum status compare_print(const struct compared *all, const struct compare_print *options,
			  struct out *out, struct fault *f)
{
	struct sheet sheet = {.all = all, .options = *options, .out = out, .f = f};
	paint_init(&sheet.paint, out);
	print_legend(&sheet);
	print_matrix(&sheet);
	sheet_links(&sheet);
	sheet_figures(&sheet);
	sheet_quotes(&sheet);
	sheet_copies(&sheet);
	sheet_alone(&sheet);
	paint_release(&sheet.paint);
	return sheet.status;
}
