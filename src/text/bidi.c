/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/bidi.h"

#include <assert.h>
#include <string.h>
#include <unictype.h>

#include "base/arena.h"
#include "text/bidi-internal.h"

/* libunistring's classes are of Unicode 14, fribidi 1.0.8's own table is of Unicode 10. */
static const FriBidiCharType type_of_category[] = {
	[UC_BIDI_L] = FRIBIDI_TYPE_LTR,   [UC_BIDI_R] = FRIBIDI_TYPE_RTL,   [UC_BIDI_AL] = FRIBIDI_TYPE_AL,
	[UC_BIDI_LRE] = FRIBIDI_TYPE_LRE, [UC_BIDI_LRO] = FRIBIDI_TYPE_LRO, [UC_BIDI_RLE] = FRIBIDI_TYPE_RLE,
	[UC_BIDI_RLO] = FRIBIDI_TYPE_RLO, [UC_BIDI_PDF] = FRIBIDI_TYPE_PDF, [UC_BIDI_EN] = FRIBIDI_TYPE_EN,
	[UC_BIDI_ES] = FRIBIDI_TYPE_ES,   [UC_BIDI_ET] = FRIBIDI_TYPE_ET,   [UC_BIDI_AN] = FRIBIDI_TYPE_AN,
	[UC_BIDI_CS] = FRIBIDI_TYPE_CS,   [UC_BIDI_NSM] = FRIBIDI_TYPE_NSM, [UC_BIDI_BN] = FRIBIDI_TYPE_BN,
	[UC_BIDI_B] = FRIBIDI_TYPE_BS,    [UC_BIDI_S] = FRIBIDI_TYPE_SS,    [UC_BIDI_WS] = FRIBIDI_TYPE_WS,
	[UC_BIDI_ON] = FRIBIDI_TYPE_ON,   [UC_BIDI_LRI] = FRIBIDI_TYPE_LRI, [UC_BIDI_RLI] = FRIBIDI_TYPE_RLI,
	[UC_BIDI_FSI] = FRIBIDI_TYPE_FSI, [UC_BIDI_PDI] = FRIBIDI_TYPE_PDI,
};

void bidi_types(const char32_t *cps, size_t n, FriBidiCharType *types)
{
	for (size_t i = 0; i < n; i++)
		types[i] = type_of_category[uc_bidi_category(cps[i])];
}

enum bidi_kind bidi_kind(FriBidiCharType type)
{
	if (type == FRIBIDI_TYPE_WS || FRIBIDI_IS_ISOLATE(type))
		return BIDI_SPACE;
	if (FRIBIDI_IS_SEPARATOR(type))
		return BIDI_SEPARATOR;
	if (FRIBIDI_IS_EXPLICIT_OR_BN(type))
		return BIDI_REMOVED;
	return BIDI_OTHER;
}

int8_t bidi_base_level(const FriBidiCharType *types, size_t n, enum text_dir dir, enum text_dir fallback)
{
	size_t depth = 0; /* of isolates: what is inside does not count (P2) */
	for (size_t i = 0; i < n && dir == DIR_AUTO; i++) {
		if (bidi_is_initiator(types[i]))
			depth++;
		else if (types[i] == FRIBIDI_TYPE_PDI)
			depth -= depth > 0;
		else if (depth == 0 && FRIBIDI_IS_LETTER(types[i]))
			dir = FRIBIDI_IS_RTL(types[i]) ? DIR_RTL : DIR_LTR;
	}
	return (dir == DIR_AUTO ? fallback : dir) == DIR_RTL;
}

/*
 * W1-W7, N0-N2, I1-I2 by fribidi on `n` code points whose levels are all `base`. `types` is scratch: fribidi applies
 * L1 to spaces and separators, which is ours to do and later, so they go in as other neutrals (which N treats alike).
 */
static void resolve(const char32_t *cps, FriBidiCharType *types, FriBidiBracketType *brackets, size_t n,
		    int8_t base, int8_t *levels)
{
	FriBidiParType dir = base & 1 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	fribidi_get_bracket_types(cps, (FriBidiStrIndex)n, types, brackets);
	for (size_t i = 0; i < n; i++) {
		if (types[i] == FRIBIDI_TYPE_WS || FRIBIDI_IS_SEPARATOR(types[i]) || FRIBIDI_IS_ISOLATE(types[i]))
			types[i] = FRIBIDI_TYPE_ON;
	}
	if (!fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)n, &dir, levels))
		memset(levels, base & 1, n); /* out of memory in there: unordered, but alive */
	for (size_t i = 0; base > 1 && i < n; i++)
		levels[i] = (int8_t)(levels[i] + (base & ~1));
}

/* The text of one isolating run sequence, between strong characters that stand for sos and eos (X10). */
struct sequence {
	char32_t *cps;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	int8_t *levels;
	uint32_t *origin; /* index in the paragraph; none for the first and the last */
	size_t n;
};

static struct sequence sequence_new(struct arena *arena, size_t cap)
{
	return (struct sequence){
		.cps = arena_alloc(arena, cap, sizeof(char32_t)),
		.types = arena_alloc(arena, cap, sizeof(FriBidiCharType)),
		.brackets = arena_alloc(arena, cap, sizeof(FriBidiBracketType)),
		.levels = arena_alloc(arena, cap, 1),
		.origin = arena_alloc(arena, cap, sizeof(uint32_t)),
	};
}

static void sequence_add(struct sequence *seq, char32_t cp, FriBidiCharType type, uint32_t origin)
{
	seq->cps[seq->n] = cp;
	seq->types[seq->n] = type;
	seq->origin[seq->n] = origin;
	seq->n++;
}

static void sequence_add_strong(struct sequence *seq, int8_t level)
{
	sequence_add(seq, level & 1 ? 0x05D0 : 'a', level & 1 ? FRIBIDI_TYPE_RTL : FRIBIDI_TYPE_LTR, 0);
}

static int8_t max_level(int8_t a, int8_t b)
{
	return a > b ? a : b;
}

/* Resolves the sequence that begins with level run `first`. */
static void resolve_sequence(const struct bidi_runs *runs, size_t first, const char32_t *cps,
			     const FriBidiCharType *types, int8_t base, struct sequence *seq, int8_t *levels)
{
	int8_t level = runs->v[first].level;
	seq->n = 0;
	sequence_add_strong(seq, max_level(level, first > 0 ? runs->v[first - 1].level : base));
	uint32_t last = 0;
	for (size_t r = first; r != BIDI_NO_RUN; r = runs->v[r].next) {
		last = (uint32_t)r;
		for (uint32_t i = runs->v[r].start; i < runs->v[r].end; i++)
			if (bidi_kind(types[i]) != BIDI_REMOVED)
				sequence_add(seq, cps[i], types[i], i);
	}
	bool open_ended = last + 1 == runs->n || bidi_is_initiator(runs->v[last].last_type);
	sequence_add_strong(seq, max_level(level, open_ended ? base : runs->v[last + 1].level));
	resolve(seq->cps, seq->types, seq->brackets, seq->n, level, seq->levels);
	for (size_t i = 1; i + 1 < seq->n; i++)
		levels[seq->origin[i]] = seq->levels[i];
}

/* Gives what X9 removed the level of what stands before it (UAX #9 5.2). */
static void fill_removed(const FriBidiCharType *types, size_t n, int8_t base, int8_t *levels)
{
	for (size_t i = 0; i < n; i++)
		if (bidi_kind(types[i]) == BIDI_REMOVED || types[i] == FRIBIDI_TYPE_BS)
			levels[i] = i > 0 && types[i] != FRIBIDI_TYPE_BS ? levels[i - 1] : base;
}

static void levels_with_structure(const char32_t *cps, const FriBidiCharType *types, size_t n, int8_t base,
				  int8_t *levels)
{
	struct arena arena = ARENA_EMPTY;
	FriBidiCharType *resolved = arena_alloc(&arena, n, sizeof *resolved);
	memcpy(resolved, types, n * sizeof *resolved);
	struct bidi_runs runs;
	bidi_explicit(resolved, n, base, levels, &runs, &arena);
	struct sequence seq = sequence_new(&arena, n + 2);
	for (size_t r = 0; r < runs.n; r++)
		if (!runs.v[r].continues)
			resolve_sequence(&runs, r, cps, resolved, base, &seq, levels);
	fill_removed(types, n, base, levels);
	arena_release(&arena);
}

static bool has_structure(const FriBidiCharType *types, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (FRIBIDI_IS_ISOLATE(types[i]) || FRIBIDI_IS_EXPLICIT(types[i]) || types[i] == FRIBIDI_TYPE_BS)
			return true;
	return false;
}

void bidi_levels(const char32_t *cps, const FriBidiCharType *types, size_t n, int8_t base, int8_t *levels)
{
	assert(n < BIDI_MAX_CP);
	if (n == 0)
		return;
	if (has_structure(types, n)) {
		levels_with_structure(cps, types, n, base, levels);
		return;
	}
	struct arena arena = ARENA_EMPTY;
	FriBidiCharType *scratch = arena_alloc(&arena, n, sizeof *scratch);
	memcpy(scratch, types, n * sizeof *scratch);
	resolve(cps, scratch, arena_alloc(&arena, n, sizeof(FriBidiBracketType)), n, base, levels);
	fill_removed(types, n, base, levels);
	arena_release(&arena);
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
