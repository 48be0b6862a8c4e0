/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The opened set: up to COMPARE_TEXTS articles that are compared with each other. What a word
 * weighs, and which forms are one stem, is learned from the set and from nothing else, so a set is
 * built anew when an article comes or goes; the texts are kept.
 */
#ifndef COMPARE_SET_H
#define COMPARE_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/text.h"

enum {
	COMPARE_TEXTS = 16,
	COMPARE_BYTES = 8 * 1024 * 1024, /* a longer article is left out by the caller, who says so */
	COMPARE_ONE = 1024, /* weights and scores are counted in parts of it */
};

/* A unit of a text of a set, both by index. */
struct unit_ref {
	size_t text, unit;
};

struct compare_set;

/* At most COMPARE_TEXTS texts that were read; borrowed as long as the set lives. */
struct compare_set *compare_set_new(const struct compare_text *const *texts, size_t n_texts);
void compare_set_free(struct compare_set *set);

/* Builds on, about so many words; true when it is built. For idle time; SIZE_MAX builds all. */
bool compare_set_build(struct compare_set *set, size_t max_words);

size_t compare_set_count(const struct compare_set *set);
const struct compare_text *compare_set_text(const struct compare_set *set, size_t i);

#endif
