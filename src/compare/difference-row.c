/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs of both texts beside each other. Whatever a segment of both texts touches on one side
 * stands in one row with what it touches on the other; the rest stands alone.
 */
#include "compare/difference-internal.h"

/* Rows are made up to these places, which are starts of lines. */
struct row_maker {
	struct difference *d;
	size_t at[DIFFERENCE_SIDES];
	struct cp_range row[DIFFERENCE_SIDES]; /* the lines of the next one, as far as known */
};

static const char32_t *cps_of(const struct row_maker *m, enum difference_side side)
{
	return m->d->version[side].cps;
}

static size_t length(const struct row_maker *m, enum difference_side side)
{
	return m->d->version[side].n_cp;
}

/* Where the line ends that holds `cp`, its line end included; no farther than `most_cp`. */
static size_t line_end(const struct row_maker *m, enum difference_side side, size_t cp,
		       size_t most_cp)
{
	while (cp < most_cp && !version_is_line_end(cps_of(m, side)[cp]))
		cp++;
	return cp < most_cp ? cp + 1 : cp;
}

static size_t line_start(const struct row_maker *m, enum difference_side side, size_t cp)
{
	while (cp > m->at[side] && !version_is_line_end(cps_of(m, side)[cp - 1]))
		cp--;
	return cp;
}

static void add_row(struct row_maker *m, size_t old_end, size_t new_end)
{
	struct cp_range range[] = {{m->at[SIDE_OLD], old_end}, {m->at[SIDE_NEW], new_end}};
	difference_add_row(m->d, range);
	m->at[SIDE_OLD] = old_end;
	m->at[SIDE_NEW] = new_end;
}

/* Lines of one text that have nothing in the other, a row each, up to `cp`. */
static void add_alone(struct row_maker *m, enum difference_side side, size_t cp)
{
	while (m->at[side] < cp) {
		size_t end[] = {m->at[SIDE_OLD], m->at[SIDE_NEW]};
		end[side] = line_end(m, side, m->at[side], length(m, side));
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

/* The lines of these two ranges belong together. Each line is looked at once. */
static void tie(struct row_maker *m, const struct cp_range range[DIFFERENCE_SIDES])
{
	struct cp_range *row = m->row;
	if (range[SIDE_OLD].start_cp >= row[SIDE_OLD].end_cp &&
	    range[SIDE_NEW].start_cp >= row[SIDE_NEW].end_cp) {
		finish_row(m);
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
			row[side].start_cp = row[side].end_cp =
				line_start(m, side, range[side].start_cp);
	}
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		if (range[side].end_cp > row[side].end_cp)
			row[side].end_cp =
				line_end(m, side, range[side].end_cp - 1, length(m, side));
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

static bool begins_line(const struct row_maker *m, enum difference_side side, size_t cp)
{
	return cp == 0 || version_is_line_end(cps_of(m, side)[cp - 1]);
}

/*
 * Line by line. A blank one ties nothing but another that is as blank. A line of many segments is
 * not looked through to its end for each.
 */
static void tie_same(struct row_maker *m, const struct difference_segment *segment)
{
	size_t at = segment->range[SIDE_OLD].start_cp, end = segment->range[SIDE_OLD].end_cp;
	size_t new = segment->range[SIDE_NEW].start_cp;
	for (size_t next; at < end; at = next) {
		next = line_end(m, SIDE_OLD, at, end);
		struct cp_range seen = visible(m, SIDE_OLD, (struct cp_range){at, next});
		bool whole = begins_line(m, SIDE_OLD, at) && begins_line(m, SIDE_NEW, new) &&
			     version_is_line_end(cps_of(m, SIDE_OLD)[next - 1]);
		if (seen.start_cp == seen.end_cp && whole)
			seen = (struct cp_range){at, next};
		size_t first = new + seen.start_cp - at;
		struct cp_range both[] = {seen, {first, first + seen.end_cp - seen.start_cp}};
		if (seen.start_cp < seen.end_cp)
			tie(m, both);
		new += next - at;
	}
}

static void tie_segment(struct row_maker *m, const struct difference_segment *segment)
{
	struct cp_range both[] = {visible(m, SIDE_OLD, segment->range[SIDE_OLD]),
				  visible(m, SIDE_NEW, segment->range[SIDE_NEW])};
	if (segment->kind == DIFFERENCE_SAME)
		tie_same(m, segment);
	else if (both[SIDE_OLD].start_cp < both[SIDE_OLD].end_cp &&
		 both[SIDE_NEW].start_cp < both[SIDE_NEW].end_cp)
		tie(m, both);
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
