/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of very long paragraphs come in parts, so that whoever shows them needs no more of them than
 * of others: what is the same for long is a part by itself, and so is what stands around a change.
 */
#include "compare/difference-internal.h"

#include "base/vec.h"

enum {
	LONG_CP = 4096,    /* of a row, or a stretch of one text: it is cut */
	CONTEXT_CP = 300,  /* of what is the same, that is shown beside a change */
	LEAST_SAME = 1000, /* for a part by itself */
};

/* A row being cut; the parts made reach up to here. */
struct cutter {
	struct difference *d;
	const struct difference_row *row;
	size_t at[DIFFERENCE_SIDES];
};

static size_t length(struct cp_range range)
{
	return range.end_cp - range.start_cp;
}

/* The first segment that ends behind `cp` on a side. */
static size_t segment_at(const struct difference *d, enum difference_side side, size_t cp)
{
	size_t low = 0, high = d->n_segments;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (d->segments[middle].range[side].end_cp <= cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* From the first to the last segment that a row has a part of; whether all those are the same. */
static void find_segments(const struct difference *d, struct difference_row *row)
{
	row->first_segment = d->n_segments;
	row->same = true;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		size_t i = segment_at(d, side, row->range[side].start_cp);
		if (length(row->range[side]) == 0)
			continue;
		row->first_segment = i < row->first_segment ? i : row->first_segment;
		for (; i < d->n_segments &&
		       d->segments[i].range[side].start_cp < row->range[side].end_cp; i++)
			row->same &= !cp_ranges_overlap(d->segments[i].range[side], row->range[side]) ||
				     d->segments[i].kind == DIFFERENCE_SAME;
		row->end_segment = i > row->end_segment ? i : row->end_segment;
	}
}

static void add(struct cutter *c, size_t old_end, size_t new_end)
{
	struct difference_row part = {
		.range = {{c->at[SIDE_OLD], old_end}, {c->at[SIDE_NEW], new_end}},
		.continues = c->at[SIDE_OLD] > c->row->range[SIDE_OLD].start_cp ||
			     c->at[SIDE_NEW] > c->row->range[SIDE_NEW].start_cp};
	if (length(part.range[SIDE_OLD]) + length(part.range[SIDE_NEW]) == 0)
		return;
	find_segments(c->d, &part);
	VEC_PUSH(c->d->rows, c->d->n_rows, c->d->cap_rows, part);
	c->at[SIDE_OLD] = old_end;
	c->at[SIDE_NEW] = new_end;
}

/* Behind the first space from `cp` on, or `end` where there is none near. */
static size_t space_after(const struct cutter *c, enum difference_side side, size_t cp, size_t end)
{
	size_t most = cp + LEAST_SAME / 2 < end ? cp + LEAST_SAME / 2 : end, at = cp;
	while (at < most && !version_is_space(c->d->version[side].cps[at]))
		at++;
	return at < most ? at + 1 : cp < end ? cp : end;
}

/* What is the same for long: some of it goes with what is before, some with what is behind. */
static void cut_same(struct cutter *c, const struct cp_range range[DIFFERENCE_SIDES])
{
	const struct cp_range *old = &range[SIDE_OLD], *new = &range[SIDE_NEW];
	bool first = old->start_cp == c->row->range[SIDE_OLD].start_cp;
	bool last = old->end_cp == c->row->range[SIDE_OLD].end_cp;
	size_t head = first ? old->start_cp
			    : space_after(c, SIDE_OLD, old->start_cp + CONTEXT_CP, old->end_cp);
	size_t tail = last ? old->end_cp
			   : space_after(c, SIDE_OLD, old->end_cp - CONTEXT_CP, old->end_cp);
	add(c, head, new->start_cp + (head - old->start_cp));
	while (tail - c->at[SIDE_OLD] > LONG_CP) {
		size_t cp = space_after(c, SIDE_OLD, c->at[SIDE_OLD] + LONG_CP / 2, tail);
		add(c, cp, new->start_cp + (cp - old->start_cp));
	}
	add(c, tail, new->start_cp + (tail - old->start_cp));
}

/* A long stretch that is not the same: into parts of both texts that are as many. */
static void cut_different(struct cutter *c, const struct cp_range range[DIFFERENCE_SIDES])
{
	size_t n_old = length(range[SIDE_OLD]), n_new = length(range[SIDE_NEW]);
	size_t n = (n_old > n_new ? n_old : n_new) / LONG_CP + 1, end[DIFFERENCE_SIDES];
	add(c, range[SIDE_OLD].start_cp, range[SIDE_NEW].start_cp);
	for (size_t i = 1; i < n; i++) {
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			size_t cp = range[side].start_cp + length(range[side]) / n * i;
			end[side] = space_after(c, side, cp, range[side].end_cp);
		}
		add(c, end[SIDE_OLD], end[SIDE_NEW]);
	}
}

/* Where a part has grown long, it ends at the next space that is the same. */
static void cut_grown(struct cutter *c, const struct cp_range range[DIFFERENCE_SIDES])
{
	size_t cp = space_after(c, SIDE_OLD, range[SIDE_OLD].start_cp, range[SIDE_OLD].end_cp);
	if (range[SIDE_OLD].start_cp - c->at[SIDE_OLD] > LONG_CP ||
	    range[SIDE_NEW].start_cp - c->at[SIDE_NEW] > LONG_CP)
		add(c, cp, range[SIDE_NEW].start_cp + (cp - range[SIDE_OLD].start_cp));
}

static struct cp_range clip(struct cp_range range, struct cp_range row)
{
	struct cp_range clipped = {range.start_cp > row.start_cp ? range.start_cp : row.start_cp,
				   range.end_cp < row.end_cp ? range.end_cp : row.end_cp};
	if (clipped.end_cp < clipped.start_cp)
		clipped.start_cp = clipped.end_cp =
			range.end_cp <= row.start_cp ? row.start_cp : row.end_cp;
	return clipped;
}

static void cut_segment(struct cutter *c, const struct difference_segment *segment)
{
	struct cp_range range[DIFFERENCE_SIDES];
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		range[side] = clip(segment->range[side], c->row->range[side]);
	/* Without a space that is the same for so long, it ends where the segment does. */
	if (range[SIDE_OLD].start_cp - c->at[SIDE_OLD] > 2 * LONG_CP ||
	    range[SIDE_NEW].start_cp - c->at[SIDE_NEW] > 2 * LONG_CP)
		add(c, range[SIDE_OLD].start_cp, range[SIDE_NEW].start_cp);
	bool same = segment->kind == DIFFERENCE_SAME &&
		    length(range[SIDE_OLD]) == length(range[SIDE_NEW]);
	if (same && length(range[SIDE_OLD]) > 2 * CONTEXT_CP + LEAST_SAME)
		cut_same(c, range);
	else if (same && length(range[SIDE_OLD]) > 0)
		cut_grown(c, range);
	else if (!same && (length(range[SIDE_OLD]) > LONG_CP || length(range[SIDE_NEW]) > LONG_CP))
		cut_different(c, range);
}

void difference_add_row(struct difference *d, const struct cp_range range[DIFFERENCE_SIDES])
{
	struct difference_row row = {.range = {range[SIDE_OLD], range[SIDE_NEW]}};
	struct cutter c = {.d = d,
			   .row = &row,
			   .at = {range[SIDE_OLD].start_cp, range[SIDE_NEW].start_cp}};
	find_segments(d, &row);
	bool is_long = length(row.range[SIDE_OLD]) > LONG_CP ||
		       length(row.range[SIDE_NEW]) > LONG_CP;
	for (size_t i = row.first_segment; is_long && i < row.end_segment; i++)
		cut_segment(&c, &d->segments[i]);
	add(&c, row.range[SIDE_OLD].end_cp, row.range[SIDE_NEW].end_cp);
}
