/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/filter.h"

#include <string.h>

void filter_init(struct filter *filter)
{
	if (filter->tags)
		id_index_init(&filter->tag_index, ID_INDEX_OF(filter->tags, id));
	if (filter->claims)
		id_index_init(&filter->claim_index, ID_INDEX_OF(filter->claims, id));
}

void filter_release(struct filter *filter)
{
	id_index_release(&filter->tag_index);
	id_index_release(&filter->claim_index);
}

bool filter_is_active(const struct filter *filter)
{
	return filter->tags || filter->claims || filter->coders || filter->since;
}

bool filter_made(const struct filter *filter, const char *coder, const char *updated_at)
{
	/* The beginning of a time sorts before all times that begin so. */
	if (filter->since && strcmp(updated_at, filter->since) < 0)
		return false;
	if (!filter->coders)
		return true;
	for (size_t i = 0; i < filter->n_coders; i++)
		if (strcmp(filter->coders[i], coder) == 0)
			return true;
	return false;
}

static bool coding_stays(const struct filter *filter, const struct coding *coding)
{
	return (!filter->tags || id_index_find(&filter->tag_index, coding->tag) != SIZE_MAX) &&
	       filter_made(filter, coding->coder, coding->updated_at);
}

static bool mention_stays(const struct filter *filter, const struct mention *mention)
{
	return (!filter->claims ||
		id_index_find(&filter->claim_index, mention->claim) != SIZE_MAX) &&
	       filter_made(filter, mention->coder, mention->updated_at);
}

static bool note_stays(const struct filter *filter, const struct note *note)
{
	return filter_made(filter, note->coder, note->updated_at);
}

#define KEEP(items, n, stays)                                  \
	do {                                                   \
		size_t kept = 0;                               \
		for (size_t i = 0; i < (n); i++)               \
			if (stays(filter, &(items)[i]))        \
				(items)[kept++] = (items)[i];  \
		(n) = kept;                                    \
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
