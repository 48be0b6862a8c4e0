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

/*
 * "figures differ: 12 / 15": the first numbers of one thing in which two linked passages differ, ""
 * where there are none. For the text engine; the caller's.
 */
char *differing_words(const struct compare_set *set, const struct link *link, range_words *words,
		      const void *texts);

/* `parts` of COMPARE_ONE as "1.24", rounded; the caller's. */
char *score_words(unsigned parts);
/* In per cent, rounded. */
unsigned parts_percent(unsigned parts);

/* "copied", "copied in large part", "shared run": a msgid for gettext. */
const char *copy_words(const struct copy *copy);
/* The same, how much of the shorter passage and how many words in a row; the caller's. */
char *copy_measures(const struct copy *copy);

/* What is counted, as the first article writes it, or "%"; the caller's. */
char *figure_noun(const struct figure_group *group, range_words *words, const void *texts);
/*
 * The values that a text gives of what is counted, each once, in the order in which they stand:
 * "12, 15"; the caller's, NULL where it gives none.
 */
char *figure_values(const struct figure_group *group, size_t text);

#endif
