/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project as one HTML page to be read, sent and printed: the coverage grid, passages by claim,
 * counts of tags as a chart, codebook, notes, how the articles compare, articles.
 *
 * The page stands by itself: no script, no font, no image, no address is fetched, and its own
 * policy forbids it. Nothing in it depends on colour alone. Every text of a project is escaped,
 * stands in an element of its own direction, and cannot turn what stands beside it (export/html.h).
 * The same rows give the same bytes: the page does not say when it was made.
 */
#ifndef EXPORT_REPORT_H
#define EXPORT_REPORT_H

#include <stdbool.h>

#include "export/likeness.h"
#include "export/rows.h"
#include "export/sink.h"
#include "model/stance.h"

/* How a tag is shown wherever it stands. */
struct report_tag_look {
	const char *symbol, *colour;
};

struct report_options {
	const char *title; /* NULL or "": a word for any report */
	const struct stance_scheme *scheme; /* how stances are shown */
	const struct report_tag_look *tag_looks; /* one for each tag; NULL: as their rows say */
	const struct likeness *likeness; /* how the articles compare; NULL: nothing is said of it */
	const char *lang; /* BCP 47, of the page's own words */
	bool rtl;         /* they are read from the right */
	const char *(*translate)(const char *msgid); /* its own words; NULL: English */
};

/* Keeps the passages that have a claim or a note in memory, and nothing of the others. */
enum status report_html(const struct export_rows *rows, const struct report_options *options,
			const struct sink *sink, struct fault *f) MUST_USE;

#endif
