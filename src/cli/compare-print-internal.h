/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a comparison for people share. Only compare-*.c include it. */
#ifndef CLI_COMPARE_PRINT_INTERNAL_H
#define CLI_COMPARE_PRINT_INTERNAL_H

#include "cli/compare-print.h"
#include "cli/paint.h"

struct sheet {
	const struct compared *all;
	struct compare_print options;
	struct paint paint;
	struct out *out;
	struct fault *f;
	enum status status; /* of the first text that could not be read: nothing follows it */
};

/* A list's heading behind an empty line: what it has, and how much of it is shown. */
void sheet_heading(struct sheet *sheet, const char *words, size_t n_shown, size_t n);
/* How many of a list of `n` are shown. */
size_t sheet_shown(const struct sheet *sheet, size_t n);
/* A text of ours for the text engine, perhaps longer than a row. */
void sheet_words(struct sheet *sheet, const char *text);
/* A range of an article's text on one line, the caller's to free; "" where it cannot be read. */
char *sheet_text(struct sheet *sheet, size_t text, struct cp_range range);

/* A range of an article: of a link `marks` has the words that are underlined on a terminal. */
struct sheet_passage {
	size_t text;
	struct cp_range range;
};
void sheet_passages(struct sheet *sheet, struct sheet_passage a, struct sheet_passage b,
		    const struct match_list *marks);

/* The lists, each with its heading; nothing where there is nothing. */
void sheet_links(struct sheet *sheet);
void sheet_figures(struct sheet *sheet);
void sheet_quotes(struct sheet *sheet);
void sheet_copies(struct sheet *sheet);
void sheet_alone(struct sheet *sheet);

#endif
