/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project as one HTML page to be read, sent and printed: the coverage grid, passages by claim,
 * counts of tags as a chart, codebook, notes, articles.
 *
 * The page stands by itself: no script, no font, no image, no address is fetched, and its own
 * policy forbids it. Nothing in it depends on colour alone. Every text of a project is escaped,
 * stands in an element of its own direction, and cannot turn what stands beside it. The same rows
 * give the same bytes: the page does not say when it was made.
 */
#ifndef EXPORT_REPORT_H
#define EXPORT_REPORT_H

#include <stdbool.h>

#include "export/sink.h"
#include "model/stance.h"

/* Lists are in the order in which a store lists them; all but `articles` may be empty. */
struct report_rows {
	const struct article_list *articles; /* those to report on: what hangs on others is left out */
	const struct highlight_list *highlights;
	const struct tag_list *tags;
	const struct coding_list *codings;
	const struct claim_list *claims;
	const struct mention_list *mentions;
	const struct coverage_list *coverage;
	const struct relation_list *relations;
	const struct note_list *notes;
	const struct stance_scheme *scheme;
};

struct report_options {
	const char *title; /* of the page: the project's name */
	const char *lang;  /* BCP 47, of its own words */
	bool rtl;          /* they are read from the right */
	const char *(*translate)(const char *msgid); /* its own words; NULL: English */
};

/* Constant memory beside the rows, but for some words a claim and article. */
enum status report_html(const struct report_rows *rows, const struct report_options *options,
			const struct sink *sink, struct fault *f) MUST_USE;

#endif
