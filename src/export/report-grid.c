/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage grid: a row for each claim, in it a cell for each article, and what the signs mean. */
#include "export/report-internal.h"

enum {
	NAMED_ARTICLES = 12, /* up to so many columns have a title, and words in their cells */
};

static bool is_named(const struct report *report)
{
	return report->rows->articles->n <= NAMED_ARTICLES;
}

static void put_column(struct report *report, size_t article)
{
	const struct article *row = &report->rows->articles->items[article];
	html_put(&report->html, "<th scope=\"col\">");
	report_put_article_link(report, article);
	if (is_named(report)) {
		html_put(&report->html, " ");
		report_put_text(report,
				(struct report_text){.element = "div",
						     .class = "name",
						     .lang = row->lang,
						     .dir = row->dir},
				*row->outlet ? row->outlet : row->title);
	}
	html_put(&report->html, "</th>");
}

static void put_columns(struct report *report)
{
	html_put(&report->html, "<thead><tr><th scope=\"col\">");
	report_put_word(report, N_("claim"));
	html_put(&report->html, "</th>");
	for (size_t i = 0; i < report->rows->articles->n; i++)
		put_column(report, i);
	html_put(&report->html, "</tr></thead>\n");
}

/* A sign, its word, and how many passages there are. */
static void put_worded(struct report *report, struct report_look look, size_t n_mentions)
{
	html_put(&report->html, "<span aria-hidden=\"true\">");
	html_text(&report->html, look.symbol);
	html_put(&report->html, "</span> ");
	html_text(&report->html, look.word);
	if (n_mentions > 1) {
		html_put(&report->html, " <span class=\"times\">×");
		html_number(&report->html, n_mentions);
		html_put(&report->html, "</span>");
	}
}

static void put_cell_class(struct report *report, const struct coverage_cell *cell,
			   struct report_look look)
{
	if (cell->state == COVERAGE_UNREAD)
		html_put(&report->html, " class=\"unread\"");
	else
		report_put_colour(report, "", look.colour);
}

/* Where there are many columns the sign stands alone: its word is a title, and in the legend. */
static void put_cell(struct report *report, size_t claim, size_t article)
{
	struct html *html = &report->html;
	bool named = is_named(report);
	const struct coverage_cell *cell = coverage_grid_cell(&report->grid, claim, article);
	struct report_look look = report_cell_look(report, cell);
	html_put(html, "<td");
	put_cell_class(report, cell, look);
	if (!named && cell->state != COVERAGE_UNREAD)
		html_attribute(html, "title", look.word);
	html_put(html, ">");
	if (cell->n_mentions) {
		html_put(html, "<a href=\"#c");
		html_number(html, claim + 1);
		html_put(html, "a");
		html_number(html, article + 1);
		html_put(html, "\">");
	}
	if (named)
		put_worded(report, look, cell->n_mentions);
	else
		html_text(html, look.symbol);
	html_put(html, cell->n_mentions ? "</a></td>" : "</td>");
}

static void put_row(struct report *report, size_t claim)
{
	struct html *html = &report->html;
	const struct claim *row = &report->rows->claims->items[claim];
	html_put(html, "<tr id=\"g");
	html_number(html, claim + 1);
	html_put(html, "\"><th scope=\"row\"><a href=\"#c");
	html_number(html, claim + 1);
	html_put(html, "\"><span class=\"number\">");
	html_number(html, (size_t)row->number);
	html_put(html, "</span> ");
	report_put_text(report, (struct report_text){.element = "bdi", .lang = row->lang},
			row->statement);
	html_put(html, "</a></th>");
	for (size_t i = 0; i < report->rows->articles->n; i++)
		put_cell(report, claim, i);
	html_put(html, "</tr>\n");
}

static void put_legend_entry(struct report *report, struct report_look look,
			     const char *definition)
{
	html_put(&report->html, "<div><dt");
	report_put_colour(report, "", look.colour);
	html_put(&report->html, ">");
	put_worded(report, look, 1);
	html_put(&report->html, "</dt><dd>");
	html_text(&report->html, definition);
	html_put(&report->html, "</dd></div>\n");
}

static void put_legend(struct report *report)
{
	static const struct {
		enum coverage_state state;
		const char *definition;
	} states[] = {
		{COVERAGE_MENTIONED, N_("The article speaks of the claim; its stance was not judged.")},
		{COVERAGE_MIXED, N_("Passages of the article differ in their stance.")},
		{COVERAGE_ABSENT, N_("Somebody looked: the article does not speak of the claim.")},
		{COVERAGE_UNREAD, N_("Nobody looked for the claim in this article yet.")},
	};
	const struct stance_scheme *scheme = report->options->scheme;
	html_put(&report->html, "<dl class=\"legend\">\n");
	for (size_t i = 0; i < scheme->n; i++)
		put_legend_entry(report, report_stance_look(report, scheme->values[i].value),
				 scheme->values[i].definition);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		struct coverage_cell cell = {.state = states[i].state, .stance = ""};
		put_legend_entry(report, report_cell_look(report, &cell),
				 report_word(report, states[i].definition));
	}
	html_put(&report->html, "</dl>\n");
}

void report_grid(struct report *report)
{
	if (report->rows->claims->n == 0)
		return;
	report_section(report, "coverage", N_("Coverage"));
	html_put(&report->html, "<div class=\"scroll\" tabindex=\"0\"><table class=\"grid");
	html_put(&report->html, is_named(report) ? "\">\n<caption>" : " narrow\">\n<caption>");
	report_put_word(report, N_("What each article says of each claim"));
	html_put(&report->html, "</caption>\n");
	put_columns(report);
	html_put(&report->html, "<tbody>\n");
	for (size_t i = 0; i < report->rows->claims->n; i++)
		put_row(report, i);
	html_put(&report->html, "</tbody></table></div>\n");
	put_legend(report);
	html_put(&report->html, "</section>\n");
}
