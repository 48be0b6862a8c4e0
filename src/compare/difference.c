/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/difference.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "compare/difference-internal.h"
#include "text/segment.h"

/* What a step is taken to cost, in code points: so slices of a given size are about as long. */
enum { SLICE_CP = 16 * 1024, PAIR_COST = 8 * 1024, WORDS_COST = 1024 };

struct difference *difference_new(struct document *old, struct document *new)
{
	struct difference *d = xcalloc(1, sizeof *d);
	d->version[SIDE_OLD].doc = old;
	d->version[SIDE_NEW].doc = new;
	return d;
}

void difference_free(struct difference *d)
{
	if (!d)
		return;
	version_release(&d->version[SIDE_OLD]);
	version_release(&d->version[SIDE_NEW]);
	free(d->groups);
	free(d->gaps);
	free(d->matches);
	free(d->moves);
	free(d->segments);
	free(d->rows);
	free(d);
}

static int by_place(const void *a, const void *b)
{
	size_t x = ((const struct piece_group *)a)->first[SIDE_OLD];
	size_t y = ((const struct piece_group *)b)->first[SIDE_OLD];
	return (x > y) - (x < y);
}

static void sort_groups(struct difference *d)
{
	if (d->n_groups > 0)
		qsort(d->groups, d->n_groups, sizeof *d->groups, by_place);
}

/* Groups of which the words told that they are none are forgotten. */
static void drop_groups(struct difference *d)
{
	size_t kept = 0;
	for (size_t i = 0; i < d->n_groups; i++)
		if (d->groups[i].n_matches > 0)
			d->groups[kept++] = d->groups[i];
	d->n_groups = kept;
}

bool difference_is_change(const struct difference_segment *segment)
{
	const struct cp_range *old = &segment->range[SIDE_OLD];
	return segment->kind != DIFFERENCE_SAME &&
	       (segment->kind != DIFFERENCE_MOVED || old->start_cp < old->end_cp);
}

static size_t count_words(const struct difference *d, const struct difference_segment *segment)
{
	enum difference_side side = segment->kind == DIFFERENCE_DELETED ||
						    segment->kind == DIFFERENCE_MOVED
					    ? SIDE_OLD : SIDE_NEW;
	const struct cp_range *range = &segment->range[side];
	return segment_count_words(d->version[side].cps + range->start_cp,
				   range->end_cp - range->start_cp);
}

static void count(struct difference *d)
{
	for (size_t i = 0; i < d->n_segments; i++) {
		const struct difference_segment *segment = &d->segments[i];
		bool change = difference_is_change(segment);
		if (!change && segment->kind != DIFFERENCE_SAME)
			continue;
		d->count.of[segment->kind]++;
		d->count.n_changes += change;
		d->count.n_words[segment->kind] += count_words(d, segment);
	}
}

static void finish(struct difference *d)
{
	difference_emit(d);
	difference_make_rows(d);
	count(d);
	version_release(&d->version[SIDE_OLD]);
	version_release(&d->version[SIDE_NEW]);
}

/* A stage of which a part was done, or all of it: then the next one begins. */
static size_t work(struct difference *d)
{
	struct version *old = &d->version[SIDE_OLD], *new = &d->version[SIDE_NEW];
	size_t cost = SLICE_CP;
	bool done = true;
	switch (d->stage) {
	case STAGE_READ:
		done = version_read(old, SLICE_CP) && version_read(new, SLICE_CP);
		break;
	case STAGE_CUT:
		done = version_cut(old, SLICE_CP) && version_cut(new, SLICE_CP);
		break;
	case STAGE_ANCHOR:
		difference_anchor(d);
		break;
	case STAGE_PAIR:
		done = d->n_gaps == 0;
		cost = PAIR_COST;
		if (!done)
			difference_pair(d);
		else
			sort_groups(d);
		break;
	case STAGE_WORDS:
		done = d->next_group == d->n_groups;
		cost = WORDS_COST;
		if (!done)
			difference_match_words(d, &d->groups[d->next_group++]);
		else
			drop_groups(d);
		break;
	case STAGE_MOVES:
		difference_find_moves(d);
		break;
	case STAGE_EMIT:
		finish(d);
		break;
	case STAGE_DONE:
		break;
	}
	d->stage += done && d->stage < STAGE_DONE;
	return cost;
}

bool difference_go_on(struct difference *d, size_t max_cp)
{
	for (size_t spent = 0; d->stage < STAGE_DONE && spent < max_cp;)
		spent += work(d);
	return d->stage == STAGE_DONE;
}

const struct difference_segment *difference_segments(const struct difference *d, size_t *n)
{
	*n = d->n_segments;
	return d->segments;
}

const struct difference_row *difference_rows(const struct difference *d, size_t *n)
{
	*n = d->n_rows;
	return d->rows;
}

struct difference_count difference_count(const struct difference *d)
{
	return d->count;
}

bool difference_is_coarse(const struct difference *d)
{
	return d->coarse;
}

const char *difference_kind_name(enum difference_kind kind)
{
	static const char *const names[] = {
#define DIFFERENCE(name, id) [DIFFERENCE_##name] = id,
#include "compare/difference.def"
	};
	return names[kind];
}

const char *spelling_name(enum spelling spelling)
{
	static const char *const names[] = {
#define SPELLING(name, id) [SPELLING_##name] = id,
#include "compare/difference.def"
	};
	return names[spelling];
}
