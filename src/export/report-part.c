/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sections of the report share. */
#include <string.h>

#include "export/report-internal.h"

const char *report_word(const struct report *report, const char *msgid)
{
	const char *(*translate)(const char *) = report->options->translate;
	return translate && *msgid ? translate(msgid) : msgid;
}

void report_put_word(struct report *report, const char *msgid)
{
	html_text(&report->html, report_word(report, msgid));
}

void report_section(struct report *report, const char *id, const char *msgid)
{
	html_put(&report->html, "<section");
	html_attribute(&report->html, "id", id);
	html_put(&report->html, ">\n<h2>");
	report_put_word(report, msgid);
	html_put(&report->html, "</h2>\n");
}

void report_put_text(struct report *report, struct report_text as, const char *text)
{
	static const char *const dirs[] = {
		[DIR_AUTO] = "auto", [DIR_LTR] = "ltr", [DIR_RTL] = "rtl"};
	struct html *html = &report->html;
	html_put(html, "<");
	html_put(html, as.element);
	if (as.class)
		html_attribute(html, "class", as.class);
	html_attribute(html, "lang", as.lang);
	html_attribute(html, "dir", dirs[as.dir]);
	html_put(html, ">");
	html_text(html, text);
	html_put(html, "</");
	html_put(html, as.element);
	html_put(html, ">");
}

void report_put_inline(struct report *report, const char *text)
{
	html_put(&report->html, "<bdi>");
	html_text(&report->html, text);
	html_put(&report->html, "</bdi>");
}

void report_put_field(struct report *report, const char *msgid, const char *value)
{
	if (!*value)
		return;
	html_put(&report->html, "<div><dt>");
	report_put_word(report, msgid);
	html_put(&report->html, "</dt><dd>");
	report_put_inline(report, value);
	html_put(&report->html, "</dd></div>");
}

void report_put_article_link(struct report *report, size_t article)
{
	struct html *html = &report->html;
	const struct article *row = &report->rows->articles->items[article];
	html_put(html, "<a href=\"#a");
	html_number(html, article + 1);
	html_put(html, "\"");
	html_attribute(html, "title", row->title);
	html_put(html, ">");
	html_number(html, (size_t)row->number);
	html_put(html, "</a>");
}

struct report_tag_look report_tag_look(const struct report *report, size_t tag)
{
	const struct tag *row = &report->rows->tags->items[tag];
	if (report->options->tag_looks)
		return report->options->tag_looks[tag];
	return (struct report_tag_look){.symbol = row->symbol, .colour = row->colour};
}

void report_put_sign(struct report *report, const char *colour, const char *symbol)
{
	if (!*symbol)
		return;
	html_put(&report->html, "<span");
	report_put_colour(report, "sign", colour);
	html_put(&report->html, " aria-hidden=\"true\">");
	report_put_inline(report, symbol);
	html_put(&report->html, "</span> ");
}

void report_put_tags(struct report *report, const struct passage *passage)
{
	struct html *html = &report->html;
	if (passage->n_tags == 0)
		return;
	html_put(html, "<ul class=\"chips\">");
	for (size_t i = 0; i < passage->n_tags; i++) {
		size_t tag = passage->tags[i];
		struct report_tag_look look = report_tag_look(report, tag);
		html_put(html, "<li><a href=\"#t");
		html_number(html, tag + 1);
		html_put(html, "\">");
		report_put_sign(report, look.colour, look.symbol);
		report_put_inline(report, report->rows->tags->items[tag].path);
		html_put(html, "</a></li>");
	}
	html_put(html, "</ul>\n");
}

static void put_remark(struct report *report, const char *coder, const char *text)
{
	html_put(&report->html, "<div class=\"note\"><span class=\"by\">");
	report_put_inline(report, coder);
	html_put(&report->html, "</span>");
	report_put_text(report, (struct report_text){.element = "p", .lang = ""}, text);
	html_put(&report->html, "</div>\n");
}

void report_put_remarks(struct report *report, const struct remark *remarks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_remark(report, remarks[i].coder, remarks[i].text);
}

static int compare_note(const struct note *note, enum note_target kind, const char *target)
{
	if (note->kind != kind)
		return note->kind < kind ? -1 : 1;
	return strcmp(note->target, target);
}

void report_put_notes(struct report *report, enum note_target kind, const char *target)
{
	size_t low = 0, high = report->rows->notes->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_note(report->notes[middle], kind, target) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < report->rows->notes->n; low++) {
		const struct note *note = report->notes[low];
		if (compare_note(note, kind, target) != 0)
			break;
		put_remark(report, note->coder, note->text);
	}
}

struct report_look report_stance_look(const struct report *report, const char *stance)
{
	const struct stance_value *value = stance_find(report->options->scheme, stance);
	if (value)
		return (struct report_look){value->colour, value->symbol, value->label};
	if (*stance) /* of another scheme */
		return (struct report_look){"", "•", stance};
	return (struct report_look){coverage_state_colour(COVERAGE_MENTIONED),
				    coverage_state_symbol(COVERAGE_MENTIONED),
				    report_word(report, N_("not judged"))};
}

struct report_look report_cell_look(const struct report *report, const struct coverage_cell *cell)
{
	static const char *const words[N_COVERAGE_STATES] = {
		[COVERAGE_UNREAD] = N_("unread"),
		[COVERAGE_ABSENT] = N_("absent"),
		[COVERAGE_MENTIONED] = N_("not judged"),
		[COVERAGE_STANCE] = "",
		[COVERAGE_MIXED] = N_("mixed"),
	};
	if (cell->state == COVERAGE_STANCE)
		return report_stance_look(report, cell->stance);
	return (struct report_look){coverage_state_colour(cell->state),
				    coverage_state_symbol(cell->state),
				    report_word(report, words[cell->state])};
}
