/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/picker-filter.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"

/*
 * The label first, so that its start is the start of all; a line end lets no word match across two
 * of them.
 */
void picker_filter_add(struct picker_filter *filter, const struct picker_item *item)
{
	struct str text = STR_EMPTY;
	struct folded hay;
	str_append_str(&text, item->label);
	str_append_char(&text, '\n');
	str_append_str(&text, item->detail ? item->detail : "");
	str_append_char(&text, '\n');
	str_append_str(&text, item->synonyms ? item->synonyms : "");
	fold_init_utf8(&hay, str_cstr(&text), text.len);
	str_release(&text);
	VEC_PUSH(filter->hays, filter->n, filter->cap, hay);
}

/* The words of what is typed, folded. */
struct needles {
	struct folded *words;
	size_t n, cap;
};

static void needles_init(struct needles *needles, const char *typed)
{
	*needles = (struct needles){.words = NULL};
	while (*typed) {
		typed += strspn(typed, " \t");
		size_t n = strcspn(typed, " \t");
		struct folded word;
		if (n == 0)
			break;
		fold_init_utf8(&word, typed, n);
		VEC_PUSH(needles->words, needles->n, needles->cap, word);
		typed += n;
	}
}

static void needles_release(struct needles *needles)
{
	for (size_t i = 0; i < needles->n; i++)
		folded_release(&needles->words[i]);
	free(needles->words);
}

/* A word of marks alone folds to nothing, and is no condition. */
static bool matches(const struct folded *hay, const struct needles *needles)
{
	for (size_t i = 0; i < needles->n; i++)
		if (needles->words[i].n_cps > 0 &&
		    fold_find(hay, &needles->words[i], 0) >= hay->n_cps)
			return false;
	return true;
}

static bool begins(const struct folded *hay, const struct needles *needles)
{
	const struct folded *word = needles->n > 0 ? &needles->words[0] : NULL;
	return word && word->n_cps <= hay->n_cps &&
	       memcmp(hay->cps, word->cps, word->n_cps * sizeof *word->cps) == 0;
}

static void add_matches(struct picker_filter *filter, const struct needles *needles, bool beginning)
{
	for (size_t i = 0; i < filter->n; i++)
		if (begins(&filter->hays[i], needles) == beginning &&
		    matches(&filter->hays[i], needles))
			VEC_PUSH(filter->matches, filter->n_matches, filter->cap_matches, i);
}

void picker_filter_apply(struct picker_filter *filter, const char *typed)
{
	struct needles needles;
	needles_init(&needles, typed);
	filter->n_matches = 0;
	add_matches(filter, &needles, true);
	add_matches(filter, &needles, false);
	needles_release(&needles);
	free(filter->count_text);
	/* TRANSLATORS: how many lines of a list match, of how many. */
	filter->count_text = xasprintf(_("%zu of %zu"), filter->n_matches, filter->n);
}

static int by_index(const void *a, const void *b)
{
	const size_t *one = a, *two = b;
	return *one < *two ? -1 : *one > *two;
}

void picker_filter_apply_in_order(struct picker_filter *filter, const char *typed)
{
	picker_filter_apply(filter, typed);
	if (filter->n_matches > 1)
		qsort(filter->matches, filter->n_matches, sizeof *filter->matches, by_index);
}

const char *picker_filter_count_text(const struct picker_filter *filter)
{
	return filter->count_text;
}

void picker_filter_release(struct picker_filter *filter)
{
	for (size_t i = 0; i < filter->n; i++)
		folded_release(&filter->hays[i]);
	free(filter->hays);
	free(filter->matches);
	free(filter->count_text);
	*filter = (struct picker_filter){.hays = NULL};
}
