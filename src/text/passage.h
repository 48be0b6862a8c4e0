/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passages of a document: the one unit for reading, selecting and comparing; about a sentence.
 *
 * A line is a paragraph, and ends its last passage. But a text most of whose lines are 60 to 80
 * columns wide and end in no full stop is hard-wrapped (its first lines tell): there lines belong
 * together up to a blank one, a bullet or a URL, and a passage goes over line ends. How a paragraph
 * is cut says segment_passages().
 *
 * A bullet or number at the head of a line belongs to no passage, nor does white space around one.
 *
 * Found wherever they are asked for, and the same from everywhere: of a paragraph in windows
 * (document.h), or of lines without a blank one between, each piece is cut with the 2048 code
 * points around it. That is exact: no quotation is held open for more than 400, so that of what
 * stands before 2048 nothing matters (but where quotation marks follow each other all that way, and
 * which of them open can only be told from the first). A passage is no longer than two pieces.
 */
#ifndef TEXT_PASSAGE_H
#define TEXT_PASSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"

enum passage_kind {
	PASSAGE_TEXT,
	PASSAGE_HEADING, /* alone on its line, at most 14 words and no full stop; 9 if it asks */
	PASSAGE_URL,     /* a line that is one URL */
};

struct passage {
	struct cp_range range;
	enum passage_kind kind;
};

/*
 * The passage at code point `cp`; where there is none, the nearest after it in its paragraph, else
 * before it. False in a paragraph that has none.
 */
bool passage_at(struct document *doc, size_t cp, struct passage *out);

/* The first that starts after `cp`, or the last that starts before it; false without one. */
bool passage_next(struct document *doc, size_t cp, struct passage *out);
bool passage_previous(struct document *doc, size_t cp, struct passage *out);

/* All passages of a document from the first on, each block of it read once. */
struct passage_walk;

struct passage_walk *passage_walk_new(struct document *doc); /* borrowed */
void passage_walk_free(struct passage_walk *walk);

/*
 * The next one and its text, as many code points as its range has, with spaces for line ends;
 * borrowed until the next call. False after the last.
 */
bool passage_walk_next(struct passage_walk *walk, struct passage *out, const char32_t **cps);

#endif
