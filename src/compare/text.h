/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An article as comparing sees it: its units, and the words of each, folded. It is read once, in
 * slices, and knows nothing of any other article.
 *
 * A unit is a passage (text/passage.h). Of some kinds no two are ever linked.
 */
#ifndef COMPARE_TEXT_H
#define COMPARE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/language.h"
#include "text/document.h"

enum unit_kind {
	UNIT_TEXT,
	UNIT_HEADING,
	UNIT_URL,      /* a line that is one URL: never linked */
	UNIT_DATELINE, /* a line that is only a date, a place, a byline: never linked */
};

struct unit {
	enum unit_kind kind;
	struct cp_range range; /* of the document's stream */
};

struct compare_text;

/*
 * `lang` is the article's language as a tag; NULL or "": it is found by its words. `doc` is borrowed
 * until all is read.
 */
struct compare_text *compare_text_new(struct document *doc, const char *lang);
void compare_text_free(struct compare_text *text);

/* Reads on, about `max_cp` code points; true when all was read. For idle time; SIZE_MAX reads all. */
bool compare_text_read(struct compare_text *text, size_t max_cp);

/* Of a text that was read: */
enum language compare_text_language(const struct compare_text *text);
/* Whether a language can be spoken of: few words, or none, of one that nobody named are in none. */
bool compare_text_has_language(const struct compare_text *text);
/* Whether both have one, and not the same. */
bool compare_texts_are_foreign(const struct compare_text *a, const struct compare_text *b);
size_t compare_text_count(const struct compare_text *text);
struct unit compare_text_unit(const struct compare_text *text, size_t i);
/*
 * The unit that holds `cp`; where there is none, the nearest after it, else before it; the count
 * where there is no unit at all.
 */
size_t compare_text_unit_at(const struct compare_text *text, size_t cp);

/* The stable names of kinds: "text", "heading", "url", "dateline". */
const char *unit_kind_name(enum unit_kind kind);

#endif
