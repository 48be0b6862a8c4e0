/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts of tags as a chart, and the codebook.
 *
 * The chart is as wide as the page, whatever that is: places are in per cent, so that letters keep
 * their size. A label stands above its bar and has the whole width; it starts at the side that the
 * page starts at, as the bar does.
 */
#include <string.h>

#include "base/utf8.h"
#include "export/report-internal.h"
#include "text/line.h"

enum { STEP = 42, LABEL_Y = 14, BAR_Y = 21, BAR_HEIGHT = 13, BAR_MAX = 880, LABEL_CP = 60 };

static size_t most_highlights(const struct report *report)
{
	size_t most = 1;
	for (size_t i = 0; i < report->rows->tags->n; i++)
		if (report->counts[i].n_highlights > most)
			most = report->counts[i].n_highlights;
	return most;
}

/* ` name="12.3%"` of a number in thousandths. */
static void put_thousandths(struct html *html, const char *name, size_t n)
{
	str_appendf(&html->out, " %s=\"%zu.%zu%%\"", name, n / 10, n % 10);
}

static void put_pixels(struct html *html, const char *name, size_t n)
{
	str_appendf(&html->out, " %s=\"%zu\"", name, n);
}

static bool reads_rtl(const char *text)
{
	struct line line;
	line_init(&line, text, strlen(text), LABEL_CP, DIR_AUTO, ORDER_LOGICAL);
	bool rtl = line.rtl;
	line_release(&line);
	return rtl;
}

/* The symbol and the path, cut where it is long. */
static void put_label(struct report *report, size_t tag_index, size_t y)
{
	struct html *html = &report->html;
	const struct tag *tag = &report->rows->tags->items[tag_index];
	const char *symbol = report_tag_look(report, tag_index).symbol;
	bool rtl = reads_rtl(tag->path);
	size_t n = strlen(tag->path);
	struct str label = STR_EMPTY;
	if (*symbol)
		str_appendf(&label, "%s ", symbol);
	size_t n_kept = utf8_offset(tag->path, n, LABEL_CP);
	str_append(&label, tag->path, n_kept);
	str_append_str(&label, n_kept < n ? "…" : "");
	html_put(html, rtl ? "<text class=\"rtl\"" : "<text class=\"ltr\"");
	html_put(html, report->options->rtl ? " x=\"100%\"" : " x=\"0\"");
	put_pixels(html, "y", y);
	html_attribute(html, "text-anchor", rtl == report->options->rtl ? "start" : "end");
	html_put(html, ">");
	html_text(html, str_cstr(&label));
	html_put(html, "</text>");
	str_release(&label);
}

static void put_bar(struct report *report, const char *colour, size_t n, size_t most, size_t y)
{
	struct html *html = &report->html;
	bool rtl = report->options->rtl;
	size_t width = n * BAR_MAX / most;
	html_put(html, "<rect");
	put_thousandths(html, "x", rtl ? 1000 - width : 0);
	put_pixels(html, "y", y + BAR_Y);
	put_thousandths(html, "width", width);
	put_pixels(html, "height", BAR_HEIGHT);
	html_attribute(html, "fill", report_fill(colour));
	html_put(html, "></rect><text class=\"ltr\"");
	put_thousandths(html, "x", rtl ? 1000 - width : width);
	put_pixels(html, "y", y + BAR_Y + BAR_HEIGHT - 2);
	html_attribute(html, "dx", rtl ? "-6" : "6");
	html_attribute(html, "text-anchor", rtl ? "end" : "start");
	html_put(html, ">");
	html_number(html, n);
	html_put(html, "</text>\n");
}

static void put_bars(struct report *report)
{
	size_t most = most_highlights(report);
	for (size_t i = 0; i < report->rows->tags->n; i++) {
		put_label(report, i, i * STEP + LABEL_Y);
		put_bar(report, report_tag_look(report, i).colour, report->counts[i].n_highlights,
			most, i * STEP);
	}
}

void report_chart(struct report *report)
{
	struct html *html = &report->html;
	if (report->rows->tags->n == 0)
		return;
	report_section(report, "tags", N_("Tags"));
	html_put(html, "<svg role=\"img\" aria-labelledby=\"chart-title chart-desc\" width=\"100%\"");
	put_pixels(html, "height", report->rows->tags->n * STEP);
	html_put(html, ">\n<title id=\"chart-title\">");
	report_put_word(report, N_("Highlights by tag"));
	html_put(html, "</title>\n<desc id=\"chart-desc\">");
	report_put_word(report, N_("A bar for each tag of the codebook, as long as it has highlights; "
				   "the table of the codebook has the same numbers."));
	html_put(html, "</desc>\n");
	put_bars(report);
	html_put(html, "</svg>\n</section>\n");
}

static void put_headers(struct report *report)
{
	static const char *const headers[] = {N_("tag"), N_("definition"), N_("highlights"),
					      N_("articles")};
	html_put(&report->html, "<thead><tr>");
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		html_put(&report->html, "<th scope=\"col\">");
		report_put_word(report, headers[i]);
		html_put(&report->html, "</th>");
	}
	html_put(&report->html, "</tr></thead>\n<tbody>\n");
}

static void put_number_cell(struct report *report, size_t n)
{
	html_put(&report->html, "<td class=\"count\">");
	html_number(&report->html, n);
	html_put(&report->html, "</td>");
}

static void put_tag_row(struct report *report, size_t i)
{
	struct html *html = &report->html;
	const struct tag *tag = &report->rows->tags->items[i];
	struct report_tag_look look = report_tag_look(report, i);
	html_put(html, "<tr id=\"t");
	html_number(html, i + 1);
	html_put(html, "\"><th scope=\"row\">");
	report_put_sign(report, look.colour, look.symbol);
	report_put_inline(report, tag->path);
	html_put(html, "</th><td>");
	if (*tag->definition)
		report_put_text(report, (struct report_text){.element = "p", .lang = ""},
				tag->definition);
	report_put_notes(report, NOTE_TAG, tag->id);
	html_put(html, "</td>");
	put_number_cell(report, report->counts[i].n_highlights);
	put_number_cell(report, report->counts[i].n_articles);
	html_put(html, "</tr>\n");
}

void report_codebook(struct report *report)
{
	if (report->rows->tags->n == 0)
		return;
	report_section(report, "codebook", N_("Codebook"));
	html_put(&report->html, "<div class=\"scroll\" tabindex=\"0\"><table class=\"codebook\">\n");
	put_headers(report);
	for (size_t i = 0; i < report->rows->tags->n; i++)
		put_tag_row(report, i);
	html_put(&report->html, "</tbody></table></div>\n</section>\n");
}
