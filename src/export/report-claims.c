/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages by claim: for each claim what is known of it, then what each article says of it. */
#include <string.h>

#include "export/report-internal.h"
#include "model/vocabulary.h"

static void put_claim_link(struct report *report, size_t claim)
{
	struct html *html = &report->html;
	const struct claim *row = &report->rows->claims->items[claim];
	html_put(html, "<a href=\"#c");
	html_number(html, claim + 1);
	html_put(html, "\"><span class=\"number\">");
	html_number(html, (size_t)row->number);
	html_put(html, "</span> ");
	report_put_text(report, (struct report_text){.element = "bdi", .lang = row->lang},
			row->statement);
	html_put(html, "</a>");
}

static const char *term_word(const struct report *report, enum vocabulary vocabulary,
			     const char *value)
{
	const struct term *term = vocabulary_find(vocabulary, value);
	return term ? report_word(report, term->label) : value;
}

/* One relation, as it is read from `claim`. */
static void put_relation(struct report *report, const struct relation *relation, const char *claim)
{
	bool forward = strcmp(relation->a, claim) == 0;
	size_t other = lookup_find(&report->claims, forward ? relation->b : relation->a);
	if (other == SIZE_MAX)
		return;
	const struct term *term = vocabulary_find(VOCABULARY_RELATION, relation->kind);
	const char *label = term ? (forward ? term->label : term->inverse) : relation->kind;
	html_put(&report->html, "<div><dt>");
	report_put_word(report, label);
	html_put(&report->html, "</dt><dd>");
	put_claim_link(report, other);
	html_put(&report->html, "</dd></div>");
}

static void put_relations(struct report *report, const char *claim)
{
	const struct relation_list *relations = report->rows->relations;
	for (size_t i = 0; i < relations->n; i++) {
		const struct relation *relation = &relations->items[i];
		if (strcmp(relation->a, claim) == 0 || strcmp(relation->b, claim) == 0)
			put_relation(report, relation, claim);
	}
}

enum { NUMBERED_ARTICLES = 24 }; /* of more only the count is told */

static size_t count_articles_in(const struct report *report, size_t claim,
				enum coverage_state state)
{
	size_t n = 0;
	for (size_t i = 0; i < report->rows->articles->n; i++)
		n += coverage_grid_cell(&report->grid, claim, i)->state == state;
	return n;
}

static void put_numbers_in(struct report *report, size_t claim, enum coverage_state state)
{
	bool first = true;
	for (size_t i = 0; i < report->rows->articles->n; i++) {
		if (coverage_grid_cell(&report->grid, claim, i)->state != state)
			continue;
		if (!first)
			report_put_word(report, N_(", "));
		report_put_article_link(report, i);
		first = false;
	}
}

/* The articles that are in `state`, by their numbers, or how many they are. */
static void put_articles_in(struct report *report, size_t claim, enum coverage_state state,
			    const char *msgid)
{
	size_t n = count_articles_in(report, claim, state);
	if (n == 0)
		return;
	html_put(&report->html, "<div><dt>");
	report_put_word(report, msgid);
	html_put(&report->html, "</dt><dd>");
	if (n <= NUMBERED_ARTICLES) {
		put_numbers_in(report, claim, state);
	} else {
		report_put_word(report, N_("articles:"));
		html_put(&report->html, " ");
		html_number(&report->html, n);
	}
	html_put(&report->html, "</dd></div>");
}

/* What one coder holds of one passage. */
static void put_judgement(struct report *report, const struct mention *mention)
{
	struct report_look look = report_stance_look(report, mention->stance);
	html_put(&report->html, "<dl class=\"facts\"><div><dt>");
	report_put_word(report, N_("stance"));
	html_put(&report->html, "</dt><dd>");
	report_put_sign(report, look.colour, look.symbol);
	report_put_inline(report, look.word);
	html_put(&report->html, "</dd></div>");
	report_put_field(report, N_("attribution"),
			 term_word(report, VOCABULARY_ATTRIBUTION, mention->attribution));
	report_put_field(report, N_("speaker"), mention->speaker);
	report_put_field(report, N_("certainty"),
			 term_word(report, VOCABULARY_CERTAINTY, mention->certainty));
	report_put_field(report, N_("coder"), mention->coder);
	html_put(&report->html, "</dl>\n");
}

static void put_quote(struct report *report, const struct passage *passage)
{
	const struct article *article = &report->rows->articles->items[passage->article];
	report_put_text(report,
			(struct report_text){.element = "blockquote",
					     .lang = article->lang,
					     .dir = article->dir},
			passage->exact);
	html_put(&report->html, "\n");
}

/* A passage once, whoever linked it; returns the first link behind it. */
static const struct link *put_passage(struct report *report, const struct link *link,
				      const struct link *end)
{
	const struct passage *passage = link->passage;
	size_t claim = link->claim;
	html_put(&report->html, "<div class=\"passage\">\n");
	put_quote(report, passage);
	for (; link < end && link->passage == passage && link->claim == claim; link++)
		put_judgement(report, &report->mentions.items[link->i]);
	report_put_tags(report, passage);
	report_put_remarks(report, passage->remarks, passage->n_remarks);
	html_put(&report->html, "</div>\n");
	return link;
}

/* The title of an article, with its number, as a link to what is known of it. */
static void put_article_heading(struct report *report, size_t article)
{
	const struct article *row = &report->rows->articles->items[article];
	html_put(&report->html, "<h4>");
	report_put_article_link(report, article);
	html_put(&report->html, " ");
	report_put_text(report,
			(struct report_text){.element = "bdi", .lang = row->lang, .dir = row->dir},
			row->title);
	if (*row->outlet) {
		html_put(&report->html, " <span class=\"by\">");
		report_put_inline(report, row->outlet);
		html_put(&report->html, "</span>");
	}
	html_put(&report->html, "</h4>\n");
}

static const struct link *put_article(struct report *report, const struct link *link,
				      const struct link *end)
{
	struct html *html = &report->html;
	size_t claim = link->claim, article = link->article;
	html_put(html, "<div id=\"c");
	html_number(html, claim + 1);
	html_put(html, "a");
	html_number(html, article + 1);
	html_put(html, "\">\n");
	put_article_heading(report, article);
	while (link < end && link->claim == claim && link->article == article)
		link = put_passage(report, link, end);
	html_put(html, "</div>\n");
	return link;
}

static void put_claim_heading(struct report *report, size_t claim)
{
	struct html *html = &report->html;
	const struct claim *row = &report->rows->claims->items[claim];
	html_put(html, "<section class=\"claim\" id=\"c");
	html_number(html, claim + 1);
	html_put(html, "\">\n<h3><a class=\"number\" href=\"#g");
	html_number(html, claim + 1);
	html_put(html, "\"");
	html_attribute(html, "title", report_word(report, N_("to its row of the grid")));
	html_put(html, ">");
	html_number(html, (size_t)row->number);
	html_put(html, "</a> ");
	report_put_text(report, (struct report_text){.element = "bdi", .lang = row->lang},
			row->statement);
	html_put(html, "</h3>\n");
}

static const struct link *put_claim(struct report *report, size_t claim, const struct link *link,
				    const struct link *end)
{
	const struct claim *row = &report->rows->claims->items[claim];
	put_claim_heading(report, claim);
	html_put(&report->html, "<dl class=\"facts\">");
	report_put_field(report, N_("verdict"), row->verdict);
	put_relations(report, row->id);
	put_articles_in(report, claim, COVERAGE_ABSENT, N_("absent in"));
	put_articles_in(report, claim, COVERAGE_UNREAD, N_("not looked for in"));
	html_put(&report->html, "</dl>\n");
	report_put_notes(report, NOTE_CLAIM, row->id);
	while (link < end && link->claim == claim)
		link = put_article(report, link, end);
	html_put(&report->html, "</section>\n");
	return link;
}

void report_claims(struct report *report)
{
	const struct link *link = report->links;
	const struct link *end = link ? link + report->n_links : NULL;
	if (report->rows->claims->n == 0)
		return;
	report_section(report, "claims", N_("Passages by claim"));
	for (size_t i = 0; i < report->rows->claims->n; i++)
		link = put_claim(report, i, link, end);
	html_put(&report->html, "</section>\n");
}
