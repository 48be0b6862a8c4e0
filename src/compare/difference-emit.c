/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Segments: both texts from their start to their end, words that match and what is between them.
 *
 * What stands between two matches on either side may begin and end with the same signs and white
 * space; only the rest is a change.
 */
#include "compare/difference-internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/safe.h"
#include "text/segment.h"

/* Segments are made one after the other; both texts are told up to here. */
struct emitter {
	struct difference *d;
	size_t at[DIFFERENCE_SIDES];
	size_t next_piece[DIFFERENCE_SIDES]; /* that were not passed yet */
	const size_t *move_of[DIFFERENCE_SIDES]; /* of each piece: the move it begins; SIZE_MAX */
	size_t *moved_to[DIFFERENCE_SIDES];  /* of each move: its segment */
};

static bool is_empty(struct cp_range range)
{
	return range.start_cp >= range.end_cp;
}

static struct cp_range range_to(const struct emitter *e, enum difference_side side, size_t end_cp)
{
	return (struct cp_range){e->at[side], end_cp};
}

static bool goes_on(const struct difference_segment *last, enum difference_kind kind)
{
	return last->kind == kind &&
	       (kind == DIFFERENCE_SAME || kind == DIFFERENCE_INSERTED ||
		kind == DIFFERENCE_DELETED);
}

/* A segment from where we are to these ends; nothing where both are reached. */
static void emit(struct emitter *e, enum difference_kind kind, size_t old_end, size_t new_end)
{
	struct difference *d = e->d;
	struct difference_segment segment = {.kind = kind,
					     .range = {range_to(e, SIDE_OLD, old_end),
						       range_to(e, SIDE_NEW, new_end)}};
	if (is_empty(segment.range[SIDE_OLD]) && is_empty(segment.range[SIDE_NEW]))
		return;
	e->at[SIDE_OLD] = old_end;
	e->at[SIDE_NEW] = new_end;
	if (d->n_segments > 0 && goes_on(&d->segments[d->n_segments - 1], kind)) {
		struct difference_segment *last = &d->segments[d->n_segments - 1];
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			last->range[side].end_cp = e->at[side];
			if (kind != DIFFERENCE_SAME)
				last->mark[side].end_cp = e->at[side];
		}
		return;
	}
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		segment.mark[side] = segment.range[side];
		if (kind == DIFFERENCE_SAME)
			segment.mark[side].end_cp = segment.mark[side].start_cp;
	}
	VEC_PUSH(d->segments, d->n_segments, d->cap_segments, segment);
}

static const char32_t *cps_at(const struct emitter *e, enum difference_side side, size_t cp)
{
	return e->d->version[side].cps + cp;
}

/* Whether clusters begin at these places of a range: the caller's. */
static bool *cluster_starts(const struct emitter *e, enum difference_side side,
			    struct cp_range range)
{
	size_t n = range.end_cp - range.start_cp;
	bool *starts = xcalloc(n + 1, sizeof *starts);
	segment_graphemes(cps_at(e, side, range.start_cp), n, starts);
	starts[n] = true;
	return starts;
}

/* How many code points both ranges begin with, whole clusters. */
static size_t common_head(const struct emitter *e, const struct cp_range range[DIFFERENCE_SIDES])
{
	size_t n_old = range[SIDE_OLD].end_cp - range[SIDE_OLD].start_cp, n = 0, whole = 0;
	size_t n_new = range[SIDE_NEW].end_cp - range[SIDE_NEW].start_cp;
	const char32_t *old = cps_at(e, SIDE_OLD, range[SIDE_OLD].start_cp);
	const char32_t *new = cps_at(e, SIDE_NEW, range[SIDE_NEW].start_cp);
	while (n < n_old && n < n_new && old[n] == new[n])
		n++;
	if (n == 0)
		return 0;
	bool *starts[] = {cluster_starts(e, SIDE_OLD, range[SIDE_OLD]),
			  cluster_starts(e, SIDE_NEW, range[SIDE_NEW])};
	for (size_t i = 1; i <= n; i++)
		if (starts[SIDE_OLD][i] && starts[SIDE_NEW][i])
			whole = i;
	free(starts[SIDE_OLD]);
	free(starts[SIDE_NEW]);
	return whole;
}

/* And with which both end. */
static size_t common_tail(const struct emitter *e, const struct cp_range *range)
{
	size_t n_old = range[SIDE_OLD].end_cp - range[SIDE_OLD].start_cp, n = 0, whole = 0;
	size_t n_new = range[SIDE_NEW].end_cp - range[SIDE_NEW].start_cp;
	const char32_t *old = cps_at(e, SIDE_OLD, range[SIDE_OLD].start_cp);
	const char32_t *new = cps_at(e, SIDE_NEW, range[SIDE_NEW].start_cp);
	while (n < n_old && n < n_new && old[n_old - 1 - n] == new[n_new - 1 - n])
		n++;
	if (n == 0)
		return 0;
	bool *starts[] = {cluster_starts(e, SIDE_OLD, range[SIDE_OLD]),
			  cluster_starts(e, SIDE_NEW, range[SIDE_NEW])};
	for (size_t i = 1; i <= n; i++)
		if (starts[SIDE_OLD][n_old - i] && starts[SIDE_NEW][n_new - i])
			whole = i;
	free(starts[SIDE_OLD]);
	free(starts[SIDE_NEW]);
	return whole;
}

/* The next stretch of either text that is not blank; `*cp` is past it. */
static bool next_visible(const struct emitter *e, enum difference_side side, size_t *cp,
			 size_t end_cp, bool (*skip)(char32_t cp))
{
	while (*cp < end_cp && skip(*cps_at(e, side, *cp)))
		(*cp)++;
	return *cp < end_cp;
}

/* Whether two ranges are the same but for what `skip` says. */
static bool same_but(const struct emitter *e, struct cp_range old, struct cp_range new,
		     bool (*skip)(char32_t cp))
{
	size_t i = old.start_cp, k = new.start_cp;
	for (;;) {
		bool in_old = next_visible(e, SIDE_OLD, &i, old.end_cp, skip);
		bool in_new = next_visible(e, SIDE_NEW, &k, new.end_cp, skip);
		if (!in_old || !in_new)
			return in_old == in_new;
		if (*cps_at(e, SIDE_OLD, i++) != *cps_at(e, SIDE_NEW, k++))
			return false;
	}
}

/* Signs and white space without a word among them, which differ. */
static void emit_signs(struct emitter *e, size_t old_end, size_t new_end)
{
	struct cp_range old = range_to(e, SIDE_OLD, old_end), new = range_to(e, SIDE_NEW, new_end);
	size_t n = e->d->n_segments;
	if (same_but(e, old, new, safe_is_hidden)) {
		emit(e, DIFFERENCE_SPELLING, old_end, new_end);
		if (e->d->n_segments > n)
			e->d->segments[n].spelling = 1u << SPELLING_HIDDEN;
	} else if (same_but(e, old, new, version_is_space)) {
		emit(e, DIFFERENCE_SPACE, old_end, new_end);
	} else {
		emit(e, DIFFERENCE_PUNCTUATION, old_end, new_end);
	}
}

/* From here to the words of a range, or all of it where there are none. */
static struct cp_range head_of(const struct emitter *e, enum difference_side side,
			       struct cp_range words, size_t end_cp)
{
	return (struct cp_range){e->at[side], is_empty(words) ? end_cp : words.start_cp};
}

static struct cp_range tail_of(const struct emitter *e, enum difference_side side,
			       struct cp_range words, size_t end_cp)
{
	bool past = is_empty(words) || words.end_cp < e->at[side];
	return (struct cp_range){past ? e->at[side] : words.end_cp, end_cp};
}

/* Goes over what both sides begin with; returns how much they end with. `words` may be empty. */
static size_t emit_ends(struct emitter *e, const struct cp_range words[DIFFERENCE_SIDES],
			const size_t end[DIFFERENCE_SIDES])
{
	struct cp_range head[] = {head_of(e, SIDE_OLD, words[SIDE_OLD], end[SIDE_OLD]),
				  head_of(e, SIDE_NEW, words[SIDE_NEW], end[SIDE_NEW])};
	size_t n = common_head(e, head);
	emit(e, DIFFERENCE_SAME, e->at[SIDE_OLD] + n, e->at[SIDE_NEW] + n);
	struct cp_range tail[] = {tail_of(e, SIDE_OLD, words[SIDE_OLD], end[SIDE_OLD]),
				  tail_of(e, SIDE_NEW, words[SIDE_NEW], end[SIDE_NEW])};
	return common_tail(e, tail);
}

/* The letters of the last segment, one word for one, that differ; all of a number. */
static void mark_letters(struct emitter *e)
{
	struct difference_segment *segment = &e->d->segments[e->d->n_segments - 1];
	struct cp_range *range = segment->range;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		for (size_t cp = range[side].start_cp; cp < range[side].end_cp; cp++) {
			char32_t folded[FOLD_MAX];
			size_t n = fold_code_point(*cps_at(e, side, cp), folded);
			if (n > 0 && folded[0] >= '0' && folded[0] <= '9')
				return;
		}
	size_t head = common_head(e, range);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		segment->mark[side].start_cp += head;
	size_t tail = common_tail(e, segment->mark);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		segment->mark[side].end_cp -= tail;
}

/* Words that became others; perhaps only their hamzas moved to other seats. */
static void emit_changed(struct emitter *e, size_t old_end, size_t new_end)
{
	size_t n_old = old_end - e->at[SIDE_OLD], n_new = new_end - e->at[SIDE_NEW];
	bool of_hamza = spelling_is_of_hamza(cps_at(e, SIDE_OLD, e->at[SIDE_OLD]), n_old,
					     cps_at(e, SIDE_NEW, e->at[SIDE_NEW]), n_new);
	emit(e, of_hamza ? DIFFERENCE_SPELLING : DIFFERENCE_CHANGED, old_end, new_end);
	if (!of_hamza)
		return;
	e->d->segments[e->d->n_segments - 1].spelling = 1u << SPELLING_HAMZA;
	mark_letters(e);
}

/* What stands in one passage between two matches: `words` of each side, and signs around them. */
static void emit_inside(struct emitter *e, const struct cp_range words[DIFFERENCE_SIDES],
			const size_t end[DIFFERENCE_SIDES])
{
	size_t tail = emit_ends(e, words, end);
	size_t old_end = end[SIDE_OLD] - tail, new_end = end[SIDE_NEW] - tail;
	bool in_old = old_end > e->at[SIDE_OLD], in_new = new_end > e->at[SIDE_NEW];
	if (is_empty(words[SIDE_OLD]) && is_empty(words[SIDE_NEW]))
		emit_signs(e, old_end, new_end);
	else if (in_old && in_new)
		emit_changed(e, old_end, new_end);
	else
		emit(e, in_old ? DIFFERENCE_DELETED : DIFFERENCE_INSERTED, old_end, new_end);
	emit(e, DIFFERENCE_SAME, end[SIDE_OLD], end[SIDE_NEW]);
}

static void emit_on_side(struct emitter *e, enum difference_side side, enum difference_kind kind,
			 size_t end_cp)
{
	size_t end[] = {e->at[SIDE_OLD], e->at[SIDE_NEW]};
	end[side] = end_cp;
	emit(e, kind, end[SIDE_OLD], end[SIDE_NEW]);
}

static bool is_blank(const struct emitter *e, enum difference_side side, size_t start, size_t end)
{
	while (start < end && version_is_space(*cps_at(e, side, start)))
		start++;
	return start == end;
}

/* Pieces that were moved, with the white space around them, up to `end_cp` at the most. */
static void emit_moved(struct emitter *e, enum difference_side side, struct cp_range pieces,
		       size_t end_cp)
{
	size_t end = pieces.end_cp;
	while (end < end_cp && version_is_space(*cps_at(e, side, end)))
		end++;
	emit_on_side(e, side, DIFFERENCE_MOVED, end);
	e->d->segments[e->d->n_segments - 1].mark[side] = pieces;
}

/* One text up to `end_cp`, which the other has not: what is moved, and what is not. */
static void emit_alone(struct emitter *e, enum difference_side side, size_t end_cp)
{
	const struct difference *d = e->d;
	const struct version_piece *pieces = d->version[side].pieces;
	enum difference_kind kind = side == SIDE_OLD ? DIFFERENCE_DELETED : DIFFERENCE_INSERTED;
	for (size_t i = e->next_piece[side]; i < d->version[side].n_pieces; i++) {
		size_t move = e->move_of[side][i];
		if (pieces[i].range.end_cp > end_cp)
			break;
		if (move == SIZE_MAX)
			continue;
		struct cp_range moved = {pieces[i].range.start_cp,
					 pieces[i + d->moves[move].n - 1].range.end_cp};
		i += d->moves[move].n - 1;
		if (!is_blank(e, side, e->at[side], moved.start_cp))
			emit_on_side(e, side, kind, moved.start_cp);
		e->moved_to[side][move] = d->n_segments;
		emit_moved(e, side, moved, end_cp);
	}
	emit_on_side(e, side, kind, end_cp);
}

/* The pieces from the next one to `piece` (not in it), as a range. */
static struct cp_range pieces_range(const struct emitter *e, enum difference_side side,
				    size_t piece)
{
	const struct version *version = &e->d->version[side];
	size_t first = e->next_piece[side];
	if (first >= piece)
		return (struct cp_range){e->at[side], e->at[side]};
	return (struct cp_range){version->pieces[first].range.start_cp,
				 version->pieces[piece - 1].range.end_cp};
}

/* What stands between two groups: up to these pieces, which begin at `end`. */
static void emit_outside(struct emitter *e, const size_t piece[DIFFERENCE_SIDES],
			 const size_t end[DIFFERENCE_SIDES])
{
	struct cp_range pieces[] = {pieces_range(e, SIDE_OLD, piece[SIDE_OLD]),
				    pieces_range(e, SIDE_NEW, piece[SIDE_NEW])};
	size_t tail = emit_ends(e, pieces, end);
	if (is_empty(pieces[SIDE_OLD]) && is_empty(pieces[SIDE_NEW])) {
		emit_signs(e, end[SIDE_OLD] - tail, end[SIDE_NEW] - tail);
	} else {
		emit_alone(e, SIDE_OLD, end[SIDE_OLD] - tail);
		emit_alone(e, SIDE_NEW, end[SIDE_NEW] - tail);
	}
	emit(e, DIFFERENCE_SAME, end[SIDE_OLD], end[SIDE_NEW]);
}

static void emit_match(struct emitter *e, const struct word_match *match)
{
	size_t n_old = match->range[SIDE_OLD].end_cp - match->range[SIDE_OLD].start_cp;
	size_t n_new = match->range[SIDE_NEW].end_cp - match->range[SIDE_NEW].start_cp;
	const char32_t *old = cps_at(e, SIDE_OLD, match->range[SIDE_OLD].start_cp);
	const char32_t *new = cps_at(e, SIDE_NEW, match->range[SIDE_NEW].start_cp);
	size_t old_end = match->range[SIDE_OLD].end_cp, new_end = match->range[SIDE_NEW].end_cp;
	if (version_same(e->d, match->range)) {
		emit(e, DIFFERENCE_SAME, old_end, new_end);
		return;
	}
	if (match->similar) {
		emit_changed(e, old_end, new_end);
	} else {
		emit(e, DIFFERENCE_SPELLING, old_end, new_end);
		e->d->segments[e->d->n_segments - 1].spelling =
			spelling_compare(old, n_old, new, n_new);
	}
	mark_letters(e);
}

static void emit_group(struct emitter *e, const struct piece_group *group)
{
	for (size_t i = group->first_match; i < group->first_match + group->n_matches; i++) {
		const struct word_match *match = &e->d->matches[i];
		size_t start[] = {match->range[SIDE_OLD].start_cp, match->range[SIDE_NEW].start_cp};
		emit_inside(e, match->before, start);
		emit_match(e, match);
	}
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		e->next_piece[side] = group->first[side] + group->n[side];
}

static void emit_all(struct emitter *e)
{
	const struct difference *d = e->d;
	size_t last[] = {d->version[SIDE_OLD].n_pieces, d->version[SIDE_NEW].n_pieces};
	size_t end[] = {d->version[SIDE_OLD].n_cp, d->version[SIDE_NEW].n_cp};
	for (size_t i = 0; i < d->n_groups; i++) {
		const struct piece_group *group = &d->groups[i];
		size_t start[DIFFERENCE_SIDES];
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
			start[side] = d->version[side].pieces[group->first[side]].range.start_cp;
		emit_outside(e, group->first, start);
		emit_group(e, group);
	}
	emit_outside(e, last, end);
}

/* Of each piece of a side its move. */
static size_t *moves_of(const struct difference *d, enum difference_side side)
{
	size_t n = d->version[side].n_pieces, *moves = xcalloc(n + 1, sizeof *moves);
	for (size_t i = 0; i < n; i++)
		moves[i] = SIZE_MAX;
	for (size_t i = 0; i < d->n_moves; i++)
		moves[d->moves[i].piece[side]] = i;
	return moves;
}

/* Both ends of a move know each other. */
static void tie_moves(struct emitter *e)
{
	struct difference *d = e->d;
	for (size_t i = 0; i < d->n_moves; i++) {
		size_t from = e->moved_to[SIDE_OLD][i], to = e->moved_to[SIDE_NEW][i];
		struct cp_range range[] = {d->segments[from].mark[SIDE_OLD],
					   d->segments[to].mark[SIDE_NEW]};
		d->segments[from].other = to;
		d->segments[to].other = from;
		d->segments[from].edited = d->segments[to].edited = !version_same(d, range);
	}
}

void difference_emit(struct difference *d)
{
	size_t *moves[] = {moves_of(d, SIDE_OLD), moves_of(d, SIDE_NEW)};
	struct emitter e = {
		.d = d,
		.move_of = {moves[SIDE_OLD], moves[SIDE_NEW]},
		.moved_to = {xcalloc(d->n_moves + 1, sizeof(size_t)),
			     xcalloc(d->n_moves + 1, sizeof(size_t))},
	};
	emit_all(&e);
	tie_moves(&e);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		free(moves[side]);
		free(e.moved_to[side]);
	}
}
