/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/bidi.h"

#include <assert.h>
#include <string.h>
#include <unictype.h>

#include "base/arena.h"
#include "text/bidi-internal.h"
#include "text/traits.h"

/* libunistring's classes are of Unicode 14, fribidi 1.0.8's own table is of Unicode 10. */
static const FriBidiCharType type_of_category[] = {
	[UC_BIDI_L] = FRIBIDI_TYPE_LTR,   [UC_BIDI_R] = FRIBIDI_TYPE_RTL,
	[UC_BIDI_AL] = FRIBIDI_TYPE_AL,   [UC_BIDI_LRE] = FRIBIDI_TYPE_LRE,
	[UC_BIDI_LRO] = FRIBIDI_TYPE_LRO, [UC_BIDI_RLE] = FRIBIDI_TYPE_RLE,
	[UC_BIDI_RLO] = FRIBIDI_TYPE_RLO, [UC_BIDI_PDF] = FRIBIDI_TYPE_PDF,
	[UC_BIDI_EN] = FRIBIDI_TYPE_EN,   [UC_BIDI_ES] = FRIBIDI_TYPE_ES,
	[UC_BIDI_ET] = FRIBIDI_TYPE_ET,   [UC_BIDI_AN] = FRIBIDI_TYPE_AN,
	[UC_BIDI_CS] = FRIBIDI_TYPE_CS,   [UC_BIDI_NSM] = FRIBIDI_TYPE_NSM,
	[UC_BIDI_BN] = FRIBIDI_TYPE_BN,   [UC_BIDI_B] = FRIBIDI_TYPE_BS,
	[UC_BIDI_S] = FRIBIDI_TYPE_SS,    [UC_BIDI_WS] = FRIBIDI_TYPE_WS,
	[UC_BIDI_ON] = FRIBIDI_TYPE_ON,   [UC_BIDI_LRI] = FRIBIDI_TYPE_LRI,
	[UC_BIDI_RLI] = FRIBIDI_TYPE_RLI, [UC_BIDI_FSI] = FRIBIDI_TYPE_FSI,
	[UC_BIDI_PDI] = FRIBIDI_TYPE_PDI,
};

FriBidiCharType bidi_type(char32_t cp)
{
	return type_of_category[traits_of(cp) & TRAITS_BIDI];
}

void bidi_types(const char32_t *cps, size_t n, FriBidiCharType *types)
{
	for (size_t i = 0; i < n; i++)
		types[i] = bidi_type(cps[i]);
}

void bidi_find_direction(struct bidi_direction *search, const FriBidiCharType *types, size_t n)
{
	for (size_t i = 0; i < n && search->found == DIR_AUTO; i++) {
		if (bidi_is_initiator(types[i]))
			search->isolates++;
		else if (types[i] == FRIBIDI_TYPE_PDI)
			search->isolates -= search->isolates > 0;
		else if (search->isolates == 0 && FRIBIDI_IS_LETTER(types[i]))
			search->found = FRIBIDI_IS_RTL(types[i]) ? DIR_RTL : DIR_LTR;
	}
}

int8_t bidi_base_level(const FriBidiCharType *types, size_t n, enum text_dir dir,
		       enum text_dir fallback)
{
	struct bidi_direction search = {.found = dir};
	bidi_find_direction(&search, types, n);
	return (search.found == DIR_AUTO ? fallback : search.found) == DIR_RTL;
}

static FriBidiCharType direction(int8_t level)
{
	return level & 1 ? FRIBIDI_TYPE_RTL : FRIBIDI_TYPE_LTR;
}

static int8_t max_level(int8_t a, int8_t b)
{
	return a > b ? a : b;
}

/* Room to resolve sequences of at most `n` code points in. */
static struct bidi_sequence sequence_room(struct arena *arena, size_t n)
{
	return (struct bidi_sequence){
		.resolved = arena_alloc(arena, n, sizeof(FriBidiCharType)),
		.brackets = arena_alloc(arena, n, sizeof(FriBidiBracketType)),
		.closer = arena_alloc(arena, n, sizeof(uint32_t)),
		.inside = arena_alloc(arena, n, 1),
	};
}

/* What a sequence is gathered in: `origin` is each code point's index in the paragraph. */
struct gathered {
	char32_t *cps;
	FriBidiCharType *types;
	uint32_t *origin;
	int8_t *levels;
	size_t n;
};

static void gather_run(struct gathered *text, const struct bidi_run *run, const char32_t *cps,
		       const FriBidiCharType *types)
{
	for (uint32_t i = run->start; i < run->end; i++) {
		if (bidi_kind(types[i]) == BIDI_REMOVED)
			continue;
		text->cps[text->n] = cps[i];
		text->types[text->n] = types[i];
		text->origin[text->n++] = i;
	}
}

/* Resolves the sequence that begins with level run `first`; sos and eos as in X10. */
static void resolve_sequence(const struct bidi_runs *runs, size_t first, const char32_t *cps,
			     const FriBidiCharType *types, int8_t base, struct gathered *text,
			     struct bidi_sequence *seq, int8_t *levels)
{
	int8_t level = runs->v[first].level;
	size_t last = first;
	text->n = 0;
	for (size_t r = first; r != BIDI_NO_RUN; r = runs->v[r].next) {
		gather_run(text, &runs->v[r], cps, types);
		last = r;
	}
	bool open_ended = last + 1 == runs->n || bidi_is_initiator(runs->v[last].last_type);
	seq->cps = text->cps;
	seq->types = text->types;
	seq->n = text->n;
	seq->levels = text->levels;
	seq->level = level;
	seq->sos = direction(max_level(level, first > 0 ? runs->v[first - 1].level : base));
	seq->eos = direction(max_level(level, open_ended ? base : runs->v[last + 1].level));
	bidi_resolve(seq);
	for (size_t i = 0; i < text->n; i++)
		levels[text->origin[i]] = text->levels[i];
}

/* Gives what X9 removed the level of what stands before it (UAX #9 5.2). */
static void fill_removed(const FriBidiCharType *types, size_t n, int8_t base, int8_t *levels)
{
	for (size_t i = 0; i < n; i++)
		if (bidi_kind(types[i]) == BIDI_REMOVED || types[i] == FRIBIDI_TYPE_BS)
			levels[i] = i > 0 && types[i] != FRIBIDI_TYPE_BS ? levels[i - 1] : base;
}

static void levels_with_structure(const char32_t *cps, const FriBidiCharType *types, size_t n,
				  int8_t base, int8_t *levels)
{
	struct arena arena = ARENA_EMPTY;
	FriBidiCharType *resolved = arena_alloc(&arena, n, sizeof *resolved);
	memcpy(resolved, types, n * sizeof *resolved);
	struct bidi_runs runs;
	bidi_explicit(resolved, n, base, levels, &runs, &arena);
	struct bidi_sequence seq = sequence_room(&arena, n);
	struct gathered text = {
		.cps = arena_alloc(&arena, n, sizeof *text.cps),
		.types = arena_alloc(&arena, n, sizeof *text.types),
		.origin = arena_alloc(&arena, n, sizeof *text.origin),
		.levels = arena_alloc(&arena, n, 1),
	};
	for (size_t r = 0; r < runs.n; r++)
		if (!runs.v[r].continues)
			resolve_sequence(&runs, r, cps, resolved, base, &text, &seq, levels);
	fill_removed(types, n, base, levels);
	arena_release(&arena);
}

/* True for a paragraph that is not just one sequence from its start to its end. */
static bool has_structure(const FriBidiCharType *types, size_t n)
{
	FriBidiCharType seen = 0;
	for (size_t i = 0; i < n; i++)
		seen |= types[i];
	return seen & (FRIBIDI_MASK_ISOLATE | FRIBIDI_MASK_EXPLICIT | FRIBIDI_MASK_BN |
		       FRIBIDI_MASK_BS);
}

static void levels_of_one_sequence(const char32_t *cps, const FriBidiCharType *types, size_t n,
				   int8_t base, int8_t *levels)
{
	struct arena arena = ARENA_EMPTY;
	struct bidi_sequence seq = sequence_room(&arena, n);
	seq.cps = cps;
	seq.types = types;
	seq.n = n;
	seq.level = base;
	seq.sos = seq.eos = direction(base);
	seq.levels = levels;
	bidi_resolve(&seq);
	arena_release(&arena);
}

void bidi_levels(const char32_t *cps, const FriBidiCharType *types, size_t n, int8_t base,
		 int8_t *levels)
{
	assert(n < BIDI_MAX_CP);
	if (n > 0 && has_structure(types, n))
		levels_with_structure(cps, types, n, base, levels);
	else
		levels_of_one_sequence(cps, types, n, base, levels);
}

void bidi_reset_row(const uint8_t *kinds, size_t n, int8_t base, int8_t *levels)
{
	bool resets = true; /* the row's end does, as a separator does */
	for (size_t i = n; i-- > 0;) {
		if (kinds[i] == BIDI_SEPARATOR)
			resets = true;
		else if (kinds[i] == BIDI_OTHER)
			resets = false;
		if (resets)
			levels[i] = base;
	}
}

static void reverse(uint32_t *order, size_t start, size_t end)
{
	while (start + 1 < end) {
		uint32_t held = order[start];
		order[start++] = order[--end];
		order[end] = held;
	}
}

void bidi_reorder(const int8_t *levels, size_t n, uint32_t *order)
{
	int8_t highest = 0;
	for (size_t i = 0; i < n; i++) {
		order[i] = (uint32_t)i;
		highest = max_level(highest, levels[i]);
	}
	for (int8_t level = highest; level > 0; level--) {
		for (size_t i = 0; i < n; i++) {
			size_t start = i;
			while (i < n && levels[order[i]] >= level)
				i++;
			reverse(order, start, i);
		}
	}
}
