/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the articles compare: what the program found by words alone, apart from what people judged.
 *
 * The passages of two articles that say the same stand beside each other where the page is wide
 * enough; x1y2 is the first such pair of the first and the second article.
 */
#include "export/report-internal.h"

bool report_has_compared(const struct report *report)
{
	const struct likeness *likeness = report->options->likeness;
	return likeness && likeness->state != LIKENESS_NOT;
}

static const struct article *article_of(const struct report *report, size_t i)
{
	size_t place = report->options->likeness->articles[i].article;
	return &report->rows->articles->items[place];
}

static void put_paragraph(struct report *report, const char *msgid)
{
	html_put(&report->html, "<p class=\"by\">");
	report_put_word(report, msgid);
	html_put(&report->html, "</p>\n");
}

/* --- who shares how much with whom --- */

static void put_link_id(struct report *report, size_t a, size_t b)
{
	html_put(&report->html, "x");
	html_number(&report->html, a + 1);
	html_put(&report->html, "y");
	html_number(&report->html, b + 1);
}

/* Whether a pair of passages of these two is in the list: the cell then leads to the first one. */
static bool is_listed(const struct likeness *likeness, size_t a, size_t b)
{
	for (size_t i = 0; i < likeness->links.n; i++)
		if (likeness->links.items[i].a.article == likeness->articles[a].article &&
		    likeness->links.items[i].b.article == likeness->articles[b].article)
			return true;
	return false;
}

static void put_pair(struct report *report, size_t a, size_t b)
{
	struct html *html = &report->html;
	const struct likeness *likeness = report->options->likeness;
	const struct likeness_pair *pair = &likeness->pairs[a * likeness->n_articles + b];
	size_t first = a < b ? a : b, second = a < b ? b : a;
	bool listed = pair->n_linked && is_listed(likeness, first, second);
	if (listed) {
		html_put(html, "<a href=\"#");
		put_link_id(report, first, second);
		html_put(html, "\">");
	}
	html_number(html, pair->n_linked);
	if (pair->n_copied) {
		html_put(html, " <span class=\"times\">(");
		html_number(html, pair->n_copied);
		html_put(html, ")</span>");
	}
	html_put(html, listed ? "</a>" : "");
	html_put(html, pair->across ? " *" : "");
}

static void put_article_cell(struct report *report, size_t i)
{
	const struct article *row = article_of(report, i);
	html_put(&report->html, "<th scope=\"row\">");
	report_put_article_link(report, report->options->likeness->articles[i].article);
	html_put(&report->html, " ");
	report_put_text(report,
			(struct report_text){.element = "bdi", .lang = row->lang, .dir = row->dir},
			*row->outlet ? row->outlet : row->title);
	html_put(&report->html, "</th>");
}

static void put_matrix_row(struct report *report, size_t a)
{
	struct html *html = &report->html;
	const struct likeness *likeness = report->options->likeness;
	html_put(html, "<tr>");
	put_article_cell(report, a);
	for (size_t b = 0; b < likeness->n_articles; b++) {
		html_put(html, a == b ? "<td class=\"unread\">–" : "<td>");
		if (a != b)
			put_pair(report, a, b);
		html_put(html, "</td>");
	}
	html_put(html, "<td class=\"count\">");
	html_number(html, likeness->articles[a].n_alone);
	html_put(html, "</td><td class=\"count\">");
	html_number(html, likeness->articles[a].n_passages);
	html_put(html, "</td></tr>\n");
}

static void put_matrix_head(struct report *report)
{
	struct html *html = &report->html;
	const struct likeness *likeness = report->options->likeness;
	html_put(html, "<thead><tr><th scope=\"col\">");
	report_put_word(report, N_("article"));
	html_put(html, "</th>");
	for (size_t i = 0; i < likeness->n_articles; i++) {
		html_put(html, "<th scope=\"col\">");
		report_put_article_link(report, likeness->articles[i].article);
		html_put(html, "</th>");
	}
	html_put(html, "<th scope=\"col\">");
	report_put_word(report, N_("no match found"));
	html_put(html, "</th><th scope=\"col\">");
	report_put_word(report, N_("passages"));
	html_put(html, "</th></tr></thead>\n");
}

static bool any_across(const struct likeness *likeness)
{
	for (size_t i = 0; i < likeness->n_articles * likeness->n_articles; i++)
		if (likeness->pairs[i].across)
			return true;
	return false;
}

static void put_matrix(struct report *report)
{
	struct html *html = &report->html;
	put_paragraph(report, N_("How many passages of the article in a row the one in a column says "
				 "too, surely or probably; in brackets, how many are copied"));
	html_put(html, "<div class=\"scroll\" tabindex=\"0\"><table class=\"shares\">\n");
	put_matrix_head(report);
	html_put(html, "<tbody>\n");
	for (size_t i = 0; i < report->options->likeness->n_articles; i++)
		put_matrix_row(report, i);
	html_put(html, "</tbody></table></div>\n");
	if (any_across(report->options->likeness))
		put_paragraph(report, N_("* These articles are in different languages: only figures, "
					 "dates and words in Latin letters are compared between "
					 "them."));
}

/* --- passages beside each other --- */

/* A part of a text, in code points, as it stands. */
static void put_part(struct report *report, const char **text, size_t n_cp)
{
	const char *end = *text;
	for (; *end && n_cp; n_cp--)
		do
			end++;
		while (((unsigned char)*end & 0xC0) == 0x80);
	char *part = arena_strndup(&report->arena, *text, (size_t)(end - *text));
	html_text(&report->html, part);
	*text = end;
}

static void put_marked(struct report *report, const struct likeness_passage *passage)
{
	const char *rest = passage->text;
	size_t at_cp = 0;
	for (size_t i = 0; i < passage->n_marks; i++) {
		struct cp_range mark = passage->marks[i];
		put_part(report, &rest, mark.start_cp - at_cp);
		html_put(&report->html, "<mark>");
		put_part(report, &rest, mark.end_cp - mark.start_cp);
		html_put(&report->html, "</mark>");
		at_cp = mark.end_cp;
	}
	html_text(&report->html, rest);
}

static void put_side(struct report *report, const struct likeness_passage *passage)
{
	static const char *const dirs[] = {
		[DIR_AUTO] = "auto", [DIR_LTR] = "ltr", [DIR_RTL] = "rtl"};
	const struct article *row = &report->rows->articles->items[passage->article];
	html_put(&report->html, "<p");
	html_attribute(&report->html, "lang", row->lang);
	html_attribute(&report->html, "dir", dirs[row->dir]);
	html_put(&report->html, ">");
	put_marked(report, passage);
	html_put(&report->html, "</p>\n");
}

/* Whether an earlier link of the list is between the same two articles. */
static bool is_first(const struct likeness_list *list, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (list->items[k].a.article == list->items[i].a.article &&
		    list->items[k].b.article == list->items[i].b.article)
			return false;
	return true;
}

static size_t place_of(const struct likeness *likeness, size_t article)
{
	size_t i = 0;
	while (likeness->articles[i].article != article)
		i++;
	return i;
}

static void put_link_head(struct report *report, const struct likeness_link *link)
{
	html_put(&report->html, "<p class=\"by\">");
	report_put_article_link(report, link->a.article);
	html_put(&report->html, " ↔ ");
	report_put_article_link(report, link->b.article);
	html_put(&report->html, " <strong>");
	report_put_inline(report, link->what);
	html_put(&report->html, "</strong></p>\n");
}

static void put_link(struct report *report, const struct likeness_link *link)
{
	put_link_head(report, link);
	html_put(&report->html, "<div class=\"sides\">\n");
	put_side(report, &link->a);
	put_side(report, &link->b);
	html_put(&report->html, "</div>\n");
	if (link->why) {
		html_put(&report->html, "<p class=\"by\">");
		report_put_inline(report, link->why);
		html_put(&report->html, "</p>\n");
	}
	html_put(&report->html, "</div>\n");
}

/* "12", or "10/12" where not all are there. */
static void put_count_of(struct report *report, size_t n, size_t n_all)
{
	html_put(&report->html, " <span class=\"by\">");
	html_number(&report->html, n);
	if (n < n_all) {
		html_put(&report->html, "/");
		html_number(&report->html, n_all);
	}
	html_put(&report->html, "</span>");
}

static void put_list_heading(struct report *report, const char *msgid, size_t n, size_t n_all)
{
	html_put(&report->html, "<h3>");
	report_put_word(report, msgid);
	put_count_of(report, n, n_all);
	html_put(&report->html, "</h3>\n");
}

/* Links can be led to from the matrix; quotations and copies stand under the links. */
static void put_links(struct report *report, const char *msgid, const struct likeness_list *list,
		      bool have_ids)
{
	const struct likeness *likeness = report->options->likeness;
	if (list->n == 0)
		return;
	put_list_heading(report, msgid, list->n, list->n_all);
	for (size_t i = 0; i < list->n; i++) {
		const struct likeness_link *link = &list->items[i];
		html_put(&report->html, "<div class=\"pair\"");
		if (have_ids && is_first(list, i)) {
			html_put(&report->html, " id=\"");
			put_link_id(report, place_of(likeness, link->a.article),
				    place_of(likeness, link->b.article));
			html_put(&report->html, "\"");
		}
		html_put(&report->html, ">\n");
		put_link(report, link);
	}
}

/* --- passages by themselves --- */

static void put_alone_of(struct report *report, const struct likeness_article *article)
{
	struct html *html = &report->html;
	const struct article *row = &report->rows->articles->items[article->article];
	html_put(html, "<details class=\"alone\"><summary>");
	report_put_article_link(report, article->article);
	html_put(html, " ");
	report_put_text(report,
			(struct report_text){.element = "bdi", .lang = row->lang, .dir = row->dir},
			*row->outlet ? row->outlet : row->title);
	put_count_of(report, article->n_listed, article->n_alone);
	html_put(html, "</summary>\n");
	for (size_t i = 0; i < article->n_listed; i++)
		put_side(report, &article->alone[i]);
	html_put(html, "</details>\n");
}

static void put_alone(struct report *report)
{
	const struct likeness *likeness = report->options->likeness;
	size_t n = 0, n_all = 0;
	for (size_t i = 0; i < likeness->n_articles; i++) {
		n += likeness->articles[i].n_listed;
		n_all += likeness->articles[i].n_alone;
	}
	if (n_all == 0)
		return;
	put_list_heading(report, N_("Passages with no match found"), n, n_all);
	for (size_t i = 0; i < likeness->n_articles; i++)
		if (likeness->articles[i].n_alone > 0)
			put_alone_of(report, &likeness->articles[i]);
}

/* --- figures --- */

static void put_figure(struct report *report, const struct likeness_figure *figure)
{
	struct html *html = &report->html;
	html_put(html, "<tr><th scope=\"row\">");
	report_put_inline(report, figure->noun);
	html_put(html, "</th>");
	for (size_t i = 0; i < report->options->likeness->n_articles; i++) {
		html_put(html, "<td>");
		if (figure->values[i])
			report_put_inline(report, figure->values[i]);
		html_put(html, "</td>");
	}
	html_put(html, "</tr>\n");
}

static void put_figures(struct report *report)
{
	struct html *html = &report->html;
	const struct likeness *likeness = report->options->likeness;
	if (likeness->n_figures == 0)
		return;
	put_list_heading(report, N_("Figures differ"), likeness->n_figures, likeness->n_figures);
	put_paragraph(report, N_("What is counted, and how many each article says there are; "
				 "which of them is right is not said"));
	html_put(html, "<div class=\"scroll\" tabindex=\"0\"><table class=\"figures\">\n<thead><tr><th scope=\"col\">");
	report_put_word(report, N_("figure"));
	html_put(html, "</th>");
	for (size_t i = 0; i < likeness->n_articles; i++) {
		html_put(html, "<th scope=\"col\">");
		report_put_article_link(report, likeness->articles[i].article);
		html_put(html, "</th>");
	}
	html_put(html, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < likeness->n_figures; i++)
		put_figure(report, &likeness->figures[i]);
	html_put(html, "</tbody></table></div>\n");
}

/* --- the section --- */

static void put_left_out(struct report *report)
{
	const struct likeness *likeness = report->options->likeness;
	if (likeness->n_left_out == 0)
		return;
	html_put(&report->html, "<p class=\"by\">");
	report_put_word(report, N_("too long to be compared:"));
	for (size_t i = 0; i < likeness->n_left_out; i++) {
		html_put(&report->html, " ");
		report_put_article_link(report, likeness->left_out[i]);
	}
	html_put(&report->html, "</p>\n");
}

static void put_done(struct report *report)
{
	const struct likeness *likeness = report->options->likeness;
	put_paragraph(report, N_("Found by the program from words alone, judged by nobody: read both "
				 "passages. Where no match was found, an article may still say the "
				 "same in other words."));
	put_left_out(report);
	put_matrix(report);
	put_links(report, N_("Pairs of passages that say the same, surely or probably"), &likeness->links, true);
	put_figures(report);
	put_links(report, N_("Shared quotations"), &likeness->quotes, false);
	put_links(report, N_("Word for word"), &likeness->copies, false);
	put_alone(report);
}

void report_compared(struct report *report)
{
	if (!report_has_compared(report))
		return;
	report_section(report, "compared", N_("Compared"));
	switch (report->options->likeness->state) {
	case LIKENESS_TOO_MANY:
		put_paragraph(report, N_("The articles were not compared: at most 16 are compared with "
					 "each other. Name those to be compared: hashiya export "
					 "--format html ARTICLE..."));
		break;
	case LIKENESS_TOO_LARGE:
		put_paragraph(report, N_("The articles were not compared, as they are long: hashiya "
					 "export --format html --compare always compares them."));
		break;
	default:
		put_done(report);
	}
	html_put(&report->html, "</section>\n");
}
