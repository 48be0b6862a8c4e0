/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/picker-filter.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/needles.h"
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

static void add_matches(struct picker_filter *filter, const struct needles *needles, bool beginning)
{
	for (size_t i = 0; i < filter->n; i++)
		if (needles_begin(needles, &filter->hays[i]) == beginning &&
		    needles_match(needles, &filter->hays[i]))
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
