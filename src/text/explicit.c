/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UAX #9 X1-X8: explicit levels, with isolates; and the level runs of X10. */
#include "text/bidi-internal.h"

#define NO_MATCH UINT32_MAX

/* The matching PDI of each initiator and the other way round (BD9); NO_MATCH for all others. */
static uint32_t *match_isolates(const FriBidiCharType *types, size_t n, struct arena *arena)
{
	uint32_t *match = arena_alloc(arena, n, sizeof *match);
	uint32_t *open = arena_alloc(arena, n, sizeof *open);
	size_t depth = 0;
	for (uint32_t i = 0; i < n; i++) {
		match[i] = NO_MATCH;
		if (bidi_is_initiator(types[i])) {
			open[depth++] = i;
		} else if (types[i] == FRIBIDI_TYPE_PDI && depth > 0) {
			match[i] = open[--depth];
			match[match[i]] = i;
		} else if (types[i] == FRIBIDI_TYPE_BS) {
			depth = 0;
		}
	}
	return match;
}

/*
 * For each place, the first strong character from there to the end of its isolate, inner isolates
 * skipped (P2): FRIBIDI_TYPE_LTR, FRIBIDI_TYPE_RTL or FRIBIDI_TYPE_ON. Filled from the end, so that
 * FSI in FSI stays linear.
 */
static FriBidiCharType *first_strong(const FriBidiCharType *types, const uint32_t *match, size_t n,
				     struct arena *arena)
{
	FriBidiCharType *first = arena_alloc(arena, n + 1, sizeof *first);
	first[n] = FRIBIDI_TYPE_ON;
	for (size_t i = n; i-- > 0;) {
		if (FRIBIDI_IS_LETTER(types[i]))
			first[i] = FRIBIDI_IS_RTL(types[i]) ? FRIBIDI_TYPE_RTL : FRIBIDI_TYPE_LTR;
		else if (types[i] == FRIBIDI_TYPE_BS ||
			 (types[i] == FRIBIDI_TYPE_PDI && match[i] != NO_MATCH))
			first[i] = FRIBIDI_TYPE_ON;
		else if (bidi_is_initiator(types[i]))
			first[i] = match[i] == NO_MATCH ? FRIBIDI_TYPE_ON : first[match[i] + 1];
		else
			first[i] = first[i + 1];
	}
	return first;
}

struct entry {
	int8_t level;
	bool isolate;
	FriBidiCharType override; /* FRIBIDI_TYPE_ON for none */
};

struct explicit_state {
	struct entry stack[BIDI_MAX_DEPTH + 2];
	size_t depth; /* entries on the stack, at least one */
	size_t overflow_isolates, overflow_embeddings, valid_isolates;
};

static const struct entry *top(const struct explicit_state *state)
{
	return &state->stack[state->depth - 1];
}

static void reset(struct explicit_state *state, int8_t base)
{
	*state = (struct explicit_state){.depth = 1};
	state->stack[0] = (struct entry){.level = base, .override = FRIBIDI_TYPE_ON};
}

/* Pushes the next odd or even level, unless that is too deep (X2-X5c). */
static bool push(struct explicit_state *state, bool rtl, bool isolate, FriBidiCharType override)
{
	int level = top(state)->level;
	int next = rtl ? (level + 1) | 1 : (level + 2) & ~1;
	if (next > BIDI_MAX_DEPTH || state->overflow_isolates > 0 || state->overflow_embeddings > 0)
		return false;
	state->stack[state->depth++] =
		(struct entry){.level = (int8_t)next, .isolate = isolate, .override = override};
	return true;
}

/* X2-X5 */
static void embed(struct explicit_state *state, FriBidiCharType type)
{
	bool rtl = FRIBIDI_IS_RTL(type);
	FriBidiCharType override = FRIBIDI_TYPE_ON;
	if (type == FRIBIDI_TYPE_LRO || type == FRIBIDI_TYPE_RLO)
		override = rtl ? FRIBIDI_TYPE_RTL : FRIBIDI_TYPE_LTR;
	if (!push(state, rtl, false, override) && state->overflow_isolates == 0)
		state->overflow_embeddings++;
}

/* X5a-X5c, after the initiator itself has got its level. */
static void isolate(struct explicit_state *state, bool rtl)
{
	if (push(state, rtl, true, FRIBIDI_TYPE_ON))
		state->valid_isolates++;
	else
		state->overflow_isolates++;
}

/* X6a, before the PDI gets its level. */
static void pop_isolate(struct explicit_state *state)
{
	if (state->overflow_isolates > 0) {
		state->overflow_isolates--;
	} else if (state->valid_isolates > 0) {
		state->overflow_embeddings = 0;
		while (!top(state)->isolate)
			state->depth--;
		state->depth--;
		state->valid_isolates--;
	}
}

/* X7 */
static void pop_embedding(struct explicit_state *state)
{
	if (state->overflow_isolates > 0)
		return;
	if (state->overflow_embeddings > 0)
		state->overflow_embeddings--;
	else if (!top(state)->isolate && state->depth > 1)
		state->depth--;
}

static bool initiator_is_rtl(const FriBidiCharType *first, FriBidiCharType type, size_t i)
{
	return type == FRIBIDI_TYPE_FSI ? first[i + 1] == FRIBIDI_TYPE_RTL
					: type == FRIBIDI_TYPE_RLI;
}

/* Gives what stays after X9 its level and, under an override, its type. */
static void assign_levels(FriBidiCharType *types, const FriBidiCharType *first, size_t n,
			  int8_t base, int8_t *levels)
{
	struct explicit_state state;
	reset(&state, base);
	for (size_t i = 0; i < n; i++) {
		FriBidiCharType type = types[i];
		if (type == FRIBIDI_TYPE_BS)
			reset(&state, base); /* X8 */
		else if (type == FRIBIDI_TYPE_PDF)
			pop_embedding(&state);
		else if (FRIBIDI_IS_EXPLICIT(type))
			embed(&state, type);
		else if (type == FRIBIDI_TYPE_PDI)
			pop_isolate(&state);
		levels[i] = top(&state)->level;
		if (bidi_kind(type) != BIDI_REMOVED && type != FRIBIDI_TYPE_BS &&
		    top(&state)->override != FRIBIDI_TYPE_ON)
			types[i] = top(&state)->override;
		if (bidi_is_initiator(type))
			isolate(&state, initiator_is_rtl(first, type, i));
	}
}

static void runs_extend(struct bidi_runs *runs, uint32_t i, int8_t level)
{
	if (runs->n == 0 || runs->v[runs->n - 1].level != level)
		runs->v[runs->n++] =
			(struct bidi_run){.start = i, .next = BIDI_NO_RUN, .level = level};
	runs->v[runs->n - 1].end = i + 1;
}

/*
 * Level runs of what stays (BD7). A run that ends with an initiator is continued by the one that
 * begins with its PDI (BD13). `run_of` tells where an initiator went.
 */
static void chain_runs(const FriBidiCharType *original, const uint32_t *match, size_t n,
		       const int8_t *levels, struct bidi_runs *runs, struct arena *arena)
{
	uint32_t *run_of = arena_alloc(arena, n, sizeof *run_of);
	for (uint32_t i = 0; i < n; i++) {
		if (bidi_kind(original[i]) == BIDI_REMOVED || original[i] == FRIBIDI_TYPE_BS)
			continue;
		size_t before = runs->n;
		runs_extend(runs, i, levels[i]);
		struct bidi_run *run = &runs->v[runs->n - 1];
		run->last_type = original[i];
		run_of[i] = (uint32_t)(runs->n - 1);
		bool begins = runs->n > before;
		if (begins && original[i] == FRIBIDI_TYPE_PDI && match[i] != NO_MATCH) {
			runs->v[run_of[match[i]]].next = runs->n - 1;
			run->continues = true;
		}
	}
}

void bidi_explicit(FriBidiCharType *types, size_t n, int8_t base, int8_t *levels,
		   struct bidi_runs *runs, struct arena *arena)
{
	FriBidiCharType *original = arena_alloc(arena, n, sizeof *original);
	for (size_t i = 0; i < n; i++)
		original[i] = types[i];
	const uint32_t *match = match_isolates(types, n, arena);
	assign_levels(types, first_strong(types, match, n, arena), n, base, levels);
	*runs = (struct bidi_runs){.v = arena_alloc(arena, n, sizeof(struct bidi_run))};
	chain_runs(original, match, n, levels, runs, arena);
}
