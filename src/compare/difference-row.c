/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs of both texts beside each other. Whatever a segment of both texts touches on one side
 * stands in one row with what it touches on the other; the rest stands alone.
 */
#include "compare/difference-internal.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"

/* Rows are made up to these places, which are starts of lines. */
struct row_maker {
	struct difference *d;
	size_t at[DIFFERENCE_SIDES];
	struct cp_range row[DIFFERENCE_SIDES]; /* the lines of the next one, as far as it is known */
	size_t segment;                        /* none before it is of the next row */
};

static const char32_t *cps_of(const struct row_maker *m, enum difference_side side)
{
	return m->d->version[side].cps;
}

static size_t length(const struct row_maker *m, enum difference_side side)
{
	return m->d->version[side].n_cp;
}

/* Where the line ends that holds `cp`, its line end included. */
static size_t line_end(const struct row_maker *m, enum difference_side side, size_t cp)
{
	while (cp < length(m, side) && cps_of(m, side)[cp] != '\n')
		cp++;
	return cp < length(m, side) ? cp + 1 : cp;
}

static size_t line_start(const struct row_maker *m, enum difference_side side, size_t cp)
{
	while (cp > m->at[side] && cps_of(m, side)[cp - 1] != '\n')
		cp--;
	return cp;
}

static bool touches(struct cp_range range, struct cp_range row)
{
	return range.start_cp < row.end_cp && row.start_cp < range.end_cp;
}

/* The segments that a row has a part of; and whether they are all the same in both texts. */
static void find_segments(struct row_maker *m, struct difference_row *row)
{
	const struct difference_segment *segments = m->d->segments;
	size_t i = m->segment, n = m->d->n_segments;
	while (i < n && !touches(segments[i].range[SIDE_OLD], row->range[SIDE_OLD]) &&
	       !touches(segments[i].range[SIDE_NEW], row->range[SIDE_NEW]))
		i++;
	row->first_segment = i;
	row->same = true;
	for (; i < n && (touches(segments[i].range[SIDE_OLD], row->range[SIDE_OLD]) ||
			 touches(segments[i].range[SIDE_NEW], row->range[SIDE_NEW]));
	     i++)
		row->same &= segments[i].kind == DIFFERENCE_SAME;
	row->end_segment = i;
	m->segment = i > 0 ? i - 1 : 0;
}

static void add_row(struct row_maker *m, size_t old_end, size_t new_end)
{
	struct difference *d = m->d;
	struct difference_row row = {
		.range = {{m->at[SIDE_OLD], old_end}, {m->at[SIDE_NEW], new_end}}};
	find_segments(m, &row);
	VEC_PUSH(d->rows, d->n_rows, d->cap_rows, row);
	m->at[SIDE_OLD] = old_end;
	m->at[SIDE_NEW] = new_end;
}

/* Lines of one text that have nothing in the other, a row each, up to `cp`. */
static void add_alone(struct row_maker *m, enum difference_side side, size_t cp)
{
	while (m->at[side] < cp) {
		size_t end[] = {m->at[SIDE_OLD], m->at[SIDE_NEW]};
		end[side] = line_end(m, side, m->at[side]);
		add_row(m, end[SIDE_OLD], end[SIDE_NEW]);
	}
}

/* The row that is being made, once nothing more belongs to it, and what stands alone before it. */
static void finish_row(struct row_maker *m)
{
	struct cp_range *row = m->row;
	add_alone(m, SIDE_OLD, row[SIDE_OLD].start_cp);
	add_alone(m, SIDE_NEW, row[SIDE_NEW].start_cp);
	if (row[SIDE_OLD].end_cp > m->at[SIDE_OLD] || row[SIDE_NEW].end_cp > m->at[SIDE_NEW])
		add_row(m, row[SIDE_OLD].end_cp, row[SIDE_NEW].end_cp);
}

/* The lines of these two ranges belong together. */
static void tie(struct row_maker *m, struct cp_range old, struct cp_range new)
{
	struct cp_range range[] = {old, new}, lines[DIFFERENCE_SIDES];
	bool meets = false;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		lines[side].start_cp = line_start(m, side, range[side].start_cp);
		lines[side].end_cp = line_end(m, side, range[side].end_cp - 1);
		meets |= lines[side].start_cp < m->row[side].end_cp;
	}
	if (!meets) {
		finish_row(m);
		m->row[SIDE_OLD] = lines[SIDE_OLD];
		m->row[SIDE_NEW] = lines[SIDE_NEW];
	}
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		if (lines[side].end_cp > m->row[side].end_cp)
			m->row[side].end_cp = lines[side].end_cp;
}

/* A range without white space at its ends; empty where it is blank. */
static struct cp_range visible(const struct row_maker *m, enum difference_side side,
			       struct cp_range range)
{
	const char32_t *cps = cps_of(m, side);
	while (range.start_cp < range.end_cp && version_is_space(cps[range.start_cp]))
		range.start_cp++;
	while (range.end_cp > range.start_cp && version_is_space(cps[range.end_cp - 1]))
		range.end_cp--;
	return range;
}

/* Line by line. */
static void tie_same(struct row_maker *m, const struct difference_segment *segment)
{
	size_t start = segment->range[SIDE_OLD].start_cp, end = segment->range[SIDE_OLD].end_cp;
	size_t new = segment->range[SIDE_NEW].start_cp;
	for (size_t next; start < end; start = next) {
		next = line_end(m, SIDE_OLD, start);
		next = next < end ? next : end;
		struct cp_range seen = visible(m, SIDE_OLD, (struct cp_range){start, next});
		size_t n = seen.end_cp - seen.start_cp, skip = seen.start_cp - start;
		if (n > 0)
			tie(m, seen, (struct cp_range){new + skip, new + skip + n});
		new += next - start;
	}
}

static void tie_segment(struct row_maker *m, const struct difference_segment *segment)
{
	struct cp_range old = visible(m, SIDE_OLD, segment->range[SIDE_OLD]);
	struct cp_range new = visible(m, SIDE_NEW, segment->range[SIDE_NEW]);
	if (segment->kind == DIFFERENCE_SAME)
		tie_same(m, segment);
	else if (old.start_cp < old.end_cp && new.start_cp < new.end_cp)
		tie(m, old, new);
}

void difference_make_rows(struct difference *d)
{
	struct row_maker m = {.d = d};
	for (size_t i = 0; i < d->n_segments; i++)
		tie_segment(&m, &d->segments[i]);
	finish_row(&m);
	add_alone(&m, SIDE_OLD, length(&m, SIDE_OLD));
	add_alone(&m, SIDE_NEW, length(&m, SIDE_NEW));
}
