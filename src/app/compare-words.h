/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What comparing finds, in words: the same in the reader, the overview, the subcommand and the
 * report.
 */
#ifndef APP_COMPARE_WORDS_H
#define APP_COMPARE_WORDS_H

#include "compare/survey.h"

/* "says the same", "no match found": a msgid for gettext. */
const char *band_words(enum band band);

/* The text of a range of the text `text` of a set, on one line; the caller's, NULL where unreadable. */
typedef char *range_words(const void *texts, size_t text, struct cp_range range);

/*
 * Why, in the interface's language: "same word: a, b; same stem: c ~ d; ...", of each kind the
 * `max` heaviest, and an ellipsis where there are more; each word once, isolated. "" without any.
 * For the text engine; the caller's.
 */
char *why_words(const struct match_list *why, const struct link *link, range_words *words,
		const void *texts, size_t max);

/* What is counted, as the first article writes it, or "%"; the caller's. */
char *figure_noun(const struct figure_group *group, range_words *words, const void *texts);
/*
 * The values that a text gives of what is counted, each once, in the order in which they stand:
 * "12, 15"; the caller's, NULL where it gives none.
 */
char *figure_values(const struct figure_group *group, size_t text);

#endif
