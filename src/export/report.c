/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "export/report-internal.h"

static void report_init(struct report *report, const struct export_rows *rows,
			const struct report_options *options, const struct sink *sink,
			struct fault *f)
{
	*report = (struct report){.rows = rows, .options = options};
	html_init(&report->html, sink, f);
	LOOKUP_BY_ID(&report->articles, rows->articles);
	LOOKUP_BY_ID(&report->claims, rows->claims);
	LOOKUP_BY_ID(&report->tags, rows->tags);
	report->counts = xcalloc(rows->tags->n ? rows->tags->n : 1, sizeof *report->counts);
}

static void report_release(struct report *report)
{
	coverage_grid_release(&report->grid);
	free(report->counts);
	free(report->links);
	free(report->coders);
	free(report->notes);
	free(report->passages);
	free(report->mentions.items);
	lookup_release(&report->articles);
	lookup_release(&report->claims);
	lookup_release(&report->tags);
	arena_release(&report->arena);
}

static const char *title_of(const struct report *report)
{
	const char *title = report->options->title;
	return title && *title ? title : report_word(report, N_("Report"));
}

/*
 * The policy forbids what the page does without anyway, so that whoever gets one by mail need not
 * take our word for it.
 */
static void put_head(struct report *report)
{
	struct html *html = &report->html;
	html_put(html, "<!DOCTYPE html>\n<html");
	html_attribute(html, "lang", report->options->lang);
	html_attribute(html, "dir", report->options->rtl ? "rtl" : "ltr");
	html_put(html, ">\n<head>\n<meta charset=\"utf-8\">\n"
		       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		       "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
		       "<meta name=\"referrer\" content=\"no-referrer\">\n"
		       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		       "<title>");
	html_text(html, title_of(report));
	html_put(html, "</title>\n<style>\n");
	html_put(html, REPORT_STYLE);
	html_put(html, "</style>\n</head>\n");
}

static void put_count(struct report *report, const char *msgid, size_t n)
{
	html_put(&report->html, "<div><dt>");
	report_put_word(report, msgid);
	html_put(&report->html, "</dt><dd>");
	html_number(&report->html, n);
	html_put(&report->html, "</dd></div>");
}

static void put_coders(struct report *report)
{
	if (report->n_coders == 0)
		return;
	html_put(&report->html, "<div><dt>");
	report_put_word(report, N_("coders"));
	html_put(&report->html, "</dt><dd>");
	for (size_t i = 0; i < report->n_coders; i++) {
		if (i)
			report_put_word(report, N_(", "));
		report_put_inline(report, report->coders[i]);
	}
	html_put(&report->html, "</dd></div>");
}

static void put_summary(struct report *report)
{
	html_put(&report->html, "<header>\n");
	report_put_text(report, (struct report_text){.element = "h1", .lang = ""},
			title_of(report));
	html_put(&report->html, "\n<dl class=\"facts\">");
	put_count(report, N_("articles"), report->rows->articles->n);
	put_count(report, N_("claims"), report->rows->claims->n);
	put_count(report, N_("highlights"), report->n_highlights);
	put_count(report, N_("tags"), report->rows->tags->n);
	put_coders(report);
	html_put(&report->html, "</dl>\n");
	report_put_notes(report, NOTE_PROJECT, "");
	html_put(&report->html, "</header>\n");
}

static void put_link(struct report *report, const char *id, const char *msgid)
{
	html_put(&report->html, "<li><a href=\"#");
	html_put(&report->html, id);
	html_put(&report->html, "\">");
	report_put_word(report, msgid);
	html_put(&report->html, "</a></li>\n");
}

static void put_contents(struct report *report)
{
	html_put(&report->html, "<nav><ul>\n");
	if (report->rows->claims->n) {
		put_link(report, "coverage", N_("Coverage"));
		put_link(report, "claims", N_("Passages by claim"));
	}
	if (report->rows->tags->n) {
		put_link(report, "tags", N_("Tags"));
		put_link(report, "codebook", N_("Codebook"));
	}
	if (report_has_notes(report))
		put_link(report, "notes", N_("Notes"));
	if (report_has_compared(report))
		put_link(report, "compared", N_("Compared"));
	if (report->rows->articles->n)
		put_link(report, "articles", N_("Articles"));
	html_put(&report->html, "</ul></nav>\n");
}

enum status report_html(const struct export_rows *rows, const struct report_options *options,
			const struct sink *sink, struct fault *f)
{
	struct report report;
	report_init(&report, rows, options, sink, f);
	enum status status = report_gather(&report, f);
	if (status == STATUS_OK) {
		put_head(&report);
		html_put(&report.html, "<body>\n");
		put_summary(&report);
		put_contents(&report);
		html_put(&report.html, "<main>\n");
		report_grid(&report);
		report_claims(&report);
		report_chart(&report);
		report_codebook(&report);
		report_notes(&report);
		report_compared(&report);
		report_articles(&report);
		html_put(&report.html, "</main>\n</body>\n</html>\n");
	}
	enum status written = html_end(&report.html);
	report_release(&report);
	return status == STATUS_OK ? written : status;
}
