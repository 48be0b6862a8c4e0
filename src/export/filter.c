/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/filter.h"

#include <string.h>

void filter_init(struct filter *filter)
{
	if (filter->tags)
		LOOKUP_BY_ID(&filter->tag_index, filter->tags);
	if (filter->claims)
		LOOKUP_BY_ID(&filter->claim_index, filter->claims);
}

void filter_release(struct filter *filter)
{
	lookup_release(&filter->tag_index);
	lookup_release(&filter->claim_index);
}

bool filter_is_active(const struct filter *filter)
{
	return filter->tags || filter->claims || filter->coders || filter->since;
}

static bool is_since(const struct filter *filter, const char *time)
{
	/* The beginning of a time sorts before all times that begin so. */
	return !filter->since || strcmp(time, filter->since) >= 0;
}

static bool is_by(const struct filter *filter, const char *coder)
{
	if (!filter->coders)
		return true;
	for (size_t i = 0; i < filter->n_coders; i++)
		if (strcmp(filter->coders[i], coder) == 0)
			return true;
	return false;
}

bool filter_made(const struct filter *filter, const char *coder, const char *updated_at)
{
	return is_by(filter, coder) && is_since(filter, updated_at);
}

/* What is on a highlight changes with it: its text may be another. */
static bool stays(const struct filter *filter, const struct highlight *highlight,
		  const char *coder, const char *updated_at)
{
	return is_by(filter, coder) &&
	       (is_since(filter, updated_at) || is_since(filter, highlight->updated_at));
}

static bool coding_stays(const struct filter *filter, const struct highlight *highlight,
			 const struct coding *coding)
{
	return (!filter->tags || lookup_find(&filter->tag_index, coding->tag) != SIZE_MAX) &&
	       stays(filter, highlight, coding->coder, coding->updated_at);
}

static bool mention_stays(const struct filter *filter, const struct highlight *highlight,
			  const struct mention *mention)
{
	return (!filter->claims ||
		lookup_find(&filter->claim_index, mention->claim) != SIZE_MAX) &&
	       stays(filter, highlight, mention->coder, mention->updated_at);
}

static bool note_stays(const struct filter *filter, const struct highlight *highlight,
		       const struct note *note)
{
	return stays(filter, highlight, note->coder, note->updated_at);
}

#define KEEP(items, n, item_stays)                                      \
	do {                                                            \
		size_t kept = 0;                                        \
		for (size_t i = 0; i < (n); i++)                        \
			if (item_stays(filter, highlight, &(items)[i])) \
				(items)[kept++] = (items)[i];           \
		(n) = kept;                                             \
	} while (0)

bool filter_annotated(const struct filter *filter, struct annotated *at)
{
	const struct highlight *highlight = &at->highlight;
	KEEP(at->codings, at->n_codings, coding_stays);
	KEEP(at->mentions, at->n_mentions, mention_stays);
	KEEP(at->notes, at->n_notes, note_stays);
	at->chosen = filter_made(filter, highlight->coder, highlight->updated_at);
	if ((filter->tags && !at->n_codings) || (filter->claims && !at->n_mentions))
		return false;
	return at->chosen || at->n_codings || at->n_mentions || at->n_notes;
}
