/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes that stand with no claim, and the articles. */
#include "export/report-internal.h"

static bool is_noted(const struct passage *passage)
{
	return passage->n_remarks && !passage->has_claim;
}

bool report_has_notes(const struct report *report)
{
	for (size_t i = 0; i < report->n_passages; i++)
		if (is_noted(report->passages[i]))
			return true;
	return false;
}

static void put_noted(struct report *report, const struct passage *passage)
{
	const struct article *article = &report->rows->articles->items[passage->article];
	html_put(&report->html, "<div class=\"passage\">\n<p class=\"by\">");
	report_put_article_link(report, passage->article);
	html_put(&report->html, " ");
	report_put_text(
		report,
		(struct report_text){.element = "bdi", .lang = article->lang, .dir = article->dir},
		article->title);
	html_put(&report->html, "</p>\n");
	report_put_text(report,
			(struct report_text){.element = "blockquote",
					     .lang = article->lang,
					     .dir = article->dir},
			passage->exact);
	html_put(&report->html, "\n");
	report_put_tags(report, passage);
	report_put_remarks(report, passage->remarks, passage->n_remarks);
	html_put(&report->html, "</div>\n");
}

void report_notes(struct report *report)
{
	if (!report_has_notes(report))
		return;
	report_section(report, "notes", N_("Notes"));
	for (size_t i = 0; i < report->n_passages; i++)
		if (is_noted(report->passages[i]))
			put_noted(report, report->passages[i]);
	html_put(&report->html, "</section>\n");
}

static void put_count(struct report *report, const char *msgid, size_t n)
{
	html_put(&report->html, "<div><dt>");
	report_put_word(report, msgid);
	html_put(&report->html, "</dt><dd>");
	html_number(&report->html, n);
	html_put(&report->html, "</dd></div>");
}

/* The article that this is a later version of, where it is in the report. */
static void put_version(struct report *report, const struct article *article)
{
	size_t earlier = lookup_find(&report->articles, article->version_of);
	if (!*article->version_of || earlier == SIZE_MAX)
		return;
	html_put(&report->html, "<div><dt>");
	report_put_word(report, N_("a later version of"));
	html_put(&report->html, "</dt><dd>");
	report_put_article_link(report, earlier);
	html_put(&report->html, "</dd></div>");
}

static void put_facts(struct report *report, const struct article *article)
{
	html_put(&report->html, "<dl class=\"facts\">");
	report_put_field(report, N_("outlet"), article->outlet);
	report_put_field(report, N_("author"), article->author);
	report_put_field(report, N_("published"), article->published_at);
	report_put_field(report, N_("language"), article->lang);
	put_count(report, N_("words"), article->n_words);
	put_version(report, article);
	report_put_field(report, N_("address"), article->url);
	html_put(&report->html, "</dl>\n");
}

static void put_article(struct report *report, size_t i)
{
	struct html *html = &report->html;
	const struct article *article = &report->rows->articles->items[i];
	html_put(html, "<article id=\"a");
	html_number(html, i + 1);
	html_put(html, "\">\n<h3><span class=\"number\">");
	html_number(html, (size_t)article->number);
	html_put(html, "</span> ");
	report_put_text(
		report,
		(struct report_text){.element = "bdi", .lang = article->lang, .dir = article->dir},
		article->title);
	html_put(html, "</h3>\n");
	put_facts(report, article);
	report_put_notes(report, NOTE_ARTICLE, article->id);
	html_put(html, "</article>\n");
}

void report_articles(struct report *report)
{
	if (report->rows->articles->n == 0)
		return;
	report_section(report, "articles", N_("Articles"));
	for (size_t i = 0; i < report->rows->articles->n; i++)
		put_article(report, i);
	html_put(&report->html, "</section>\n");
}
