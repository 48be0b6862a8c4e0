/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UAX #9 W1-W7, N0-N2, I1-I2 on one isolating run sequence. Each rule is one pass, so all is
 * linear: brackets are paired with a stack of fixed depth, which also remembers what strong types
 * each pair has inside.
 */
#include <string.h>

#include "text/bidi-internal.h"

enum inside {
	INSIDE_LTR = 1 << 0,
	INSIDE_RTL = 1 << 1,
};

static bool is_number(FriBidiCharType type)
{
	return type == FRIBIDI_TYPE_EN || type == FRIBIDI_TYPE_AN;
}

/* What a resolved type counts as among neutrals (N0, N1): L, R, or ON for none. */
static FriBidiCharType strong_of(FriBidiCharType type)
{
	if (type == FRIBIDI_TYPE_LTR || type == FRIBIDI_TYPE_RTL)
		return type;
	return is_number(type) ? FRIBIDI_TYPE_RTL : FRIBIDI_TYPE_ON;
}

/* W1-W3, from `types` to `resolved`; all types together. W2 must see AL, of which W3 makes R. */
static FriBidiCharType resolve_marks_and_arabic(const struct bidi_sequence *seq)
{
	FriBidiCharType previous = seq->sos, strong = seq->sos, seen = 0;
	for (size_t i = 0; i < seq->n; i++) {
		FriBidiCharType type = seq->types[i];
		if (type == FRIBIDI_TYPE_NSM)
			type = FRIBIDI_IS_ISOLATE(previous) ? FRIBIDI_TYPE_ON : previous;
		previous = type;
		if (FRIBIDI_IS_LETTER(type))
			strong = type;
		else if (type == FRIBIDI_TYPE_EN && strong == FRIBIDI_TYPE_AL)
			type = FRIBIDI_TYPE_AN;
		seen |= type;
		seq->resolved[i] = type == FRIBIDI_TYPE_AL ? FRIBIDI_TYPE_RTL : type;
	}
	return seen;
}

/* W4 */
static void resolve_separators(FriBidiCharType *types, size_t n)
{
	for (size_t i = 1; i + 1 < n; i++) {
		bool between = is_number(types[i - 1]) && types[i - 1] == types[i + 1];
		bool european = types[i - 1] == FRIBIDI_TYPE_EN;
		if (between &&
		    (types[i] == FRIBIDI_TYPE_CS || (types[i] == FRIBIDI_TYPE_ES && european)))
			types[i] = types[i - 1];
	}
}

/* W5-W7 */
static void resolve_terminators(FriBidiCharType *types, size_t n, FriBidiCharType sos)
{
	FriBidiCharType strong = sos;
	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		if (types[i] == FRIBIDI_TYPE_ET) {
			while (end < n && types[end] == FRIBIDI_TYPE_ET)
				end++;
			bool european = (i > 0 && types[i - 1] == FRIBIDI_TYPE_EN) ||
					(end < n && types[end] == FRIBIDI_TYPE_EN);
			for (size_t k = i; k < end; k++)
				types[k] = european ? FRIBIDI_TYPE_EN : FRIBIDI_TYPE_ON;
		} else if (types[i] == FRIBIDI_TYPE_ES || types[i] == FRIBIDI_TYPE_CS) {
			types[i] = FRIBIDI_TYPE_ON;
		}
	}
	for (size_t i = 0; i < n; i++) {
		if (FRIBIDI_IS_LETTER(types[i]))
			strong = types[i];
		else if (types[i] == FRIBIDI_TYPE_EN && strong == FRIBIDI_TYPE_LTR)
			types[i] = FRIBIDI_TYPE_LTR;
	}
}

struct open_bracket {
	FriBidiBracketType id;
	uint32_t at;
	uint8_t inside;
};

struct bracket_stack {
	struct open_bracket v[MAX_BRACKETS + 1]; /* the first stands for the whole sequence */
	size_t n;
};

/*
 * Closes the innermost bracket of `id`, if there is one; what stands above it on the stack pairs
 * with nothing.
 */
static bool close_bracket(struct bracket_stack *stack, FriBidiBracketType id,
			  struct open_bracket *closed)
{
	size_t k = stack->n - 1;
	uint8_t inside = 0;
	while (k > 0 && stack->v[k].id != id)
		k--;
	if (k == 0)
		return false;
	while (stack->n > k)
		inside |= stack->v[--stack->n].inside;
	*closed = stack->v[k];
	closed->inside = inside;
	stack->v[k - 1].inside |= inside;
	return true;
}

/*
 * BD16: `closer[i]` is where the bracket that opens at `i` closes, or 0; `inside[i]` what strong
 * types it has inside. False where brackets nest too deep: then none of the sequence is paired.
 */
static bool pair_brackets(const FriBidiBracketType *brackets, const FriBidiCharType *types,
			  size_t n, uint32_t *closer, uint8_t *inside)
{
	struct bracket_stack stack = {.n = 1};
	struct open_bracket closed;
	for (uint32_t i = 0; i < n; i++) {
		FriBidiCharType strong = strong_of(types[i]);
		closer[i] = 0;
		if (strong != FRIBIDI_TYPE_ON) {
			stack.v[stack.n - 1].inside |=
				strong == FRIBIDI_TYPE_RTL ? INSIDE_RTL : INSIDE_LTR;
		} else if (brackets[i] == FRIBIDI_NO_BRACKET || types[i] != FRIBIDI_TYPE_ON) {
			continue;
		} else if (FRIBIDI_IS_BRACKET_OPEN(brackets[i])) {
			if (stack.n > MAX_BRACKETS)
				return false;
			stack.v[stack.n++] = (struct open_bracket){
				.id = FRIBIDI_BRACKET_ID(brackets[i]), .at = i};
		} else if (close_bracket(&stack, FRIBIDI_BRACKET_ID(brackets[i]), &closed)) {
			closer[closed.at] = i;
			inside[closed.at] = closed.inside;
		}
	}
	return true;
}

/* Gives a bracket its type, and the marks on it (N0, last paragraph). */
static void set_bracket(const struct bidi_sequence *seq, size_t at, FriBidiCharType type)
{
	seq->resolved[at] = type;
	for (size_t i = at + 1; i < seq->n && seq->types[i] == FRIBIDI_TYPE_NSM; i++)
		seq->resolved[i] = type;
}

/*
 * What fribidi 1.0.8 takes for the bracket that it is compatible with, where BD16 has canonical
 * equivalents only, and what is younger than its table.
 */
static const char16_t own_brackets[][2] = {
	{0x207D, 0x207E}, {0x208D, 0x208E}, {0x2E55, 0x2E56}, {0x2E57, 0x2E58}, {0x2E59, 0x2E5A},
	{0x2E5B, 0x2E5C}, {0xFE59, 0xFE5A}, {0xFE5B, 0xFE5C}, {0xFE5D, 0xFE5E}, {0xFF08, 0xFF09},
	{0xFF3B, 0xFF3D}, {0xFF5B, 0xFF5D}, {0xFF5F, 0xFF60}, {0xFF62, 0xFF63},
};

FriBidiBracketType bidi_bracket(char32_t cp)
{
	if (cp < own_brackets[0][0])
		return fribidi_get_bracket(cp);
	for (size_t i = 0; i < sizeof own_brackets / sizeof *own_brackets; i++) {
		if (cp == own_brackets[i][0])
			return own_brackets[i][0] | FRIBIDI_BRACKET_OPEN_MASK;
		if (cp == own_brackets[i][1])
			return own_brackets[i][0];
	}
	return fribidi_get_bracket(cp);
}

/* Only neutrals are brackets (BD14, BD15). False where there are none. */
static bool find_brackets(const struct bidi_sequence *seq)
{
	bool found = false;
	for (size_t i = 0; i < seq->n; i++) {
		seq->brackets[i] = FRIBIDI_NO_BRACKET;
		if (seq->resolved[i] == FRIBIDI_TYPE_ON && bidi_may_be_bracket(seq->cps[i]))
			seq->brackets[i] = bidi_bracket(seq->cps[i]);
		found |= seq->brackets[i] != FRIBIDI_NO_BRACKET;
	}
	return found;
}

/* N0. From left to right, so that the strong type before a pair is the last one seen. */
static void resolve_brackets(const struct bidi_sequence *seq, FriBidiCharType embedding)
{
	FriBidiCharType *types = seq->resolved, before = seq->sos;
	uint8_t same = embedding == FRIBIDI_TYPE_RTL ? INSIDE_RTL : INSIDE_LTR;
	if (!find_brackets(seq) ||
	    !pair_brackets(seq->brackets, types, seq->n, seq->closer, seq->inside))
		return;
	for (size_t i = 0; i < seq->n; i++) {
		if (seq->closer[i] && seq->inside[i]) {
			FriBidiCharType type = seq->inside[i] & same ? embedding : before;
			set_bracket(seq, i, type);
			set_bracket(seq, seq->closer[i], type);
		}
		if (strong_of(types[i]) != FRIBIDI_TYPE_ON)
			before = strong_of(types[i]);
	}
}

/* I1, I2 */
static int8_t implicit_level(FriBidiCharType type, int8_t level)
{
	if (level & 1)
		return (int8_t)(level + (type != FRIBIDI_TYPE_RTL));
	return (int8_t)(level + (type == FRIBIDI_TYPE_RTL ? 1 : is_number(type) ? 2 : 0));
}

/* N1, N2, and with them I1, I2. */
static void resolve_neutrals(const struct bidi_sequence *seq, FriBidiCharType embedding)
{
	const FriBidiCharType *types = seq->resolved;
	FriBidiCharType before = seq->sos;
	for (size_t i = 0, end; i < seq->n; i = end) {
		end = i + 1;
		FriBidiCharType strong = strong_of(types[i]);
		if (strong != FRIBIDI_TYPE_ON) {
			before = strong;
			seq->levels[i] = implicit_level(types[i], seq->level);
			continue;
		}
		while (end < seq->n && strong_of(types[end]) == FRIBIDI_TYPE_ON)
			end++;
		FriBidiCharType after = end < seq->n ? strong_of(types[end]) : seq->eos;
		int8_t level = implicit_level(before == after ? before : embedding, seq->level);
		memset(seq->levels + i, level, end - i);
	}
}

void bidi_resolve(const struct bidi_sequence *seq)
{
	FriBidiCharType embedding = seq->level & 1 ? FRIBIDI_TYPE_RTL : FRIBIDI_TYPE_LTR;
	FriBidiCharType seen = resolve_marks_and_arabic(seq);
	if (seen & FRIBIDI_MASK_NUMBER) { /* else separators and terminators are neutrals: W6 */
		resolve_separators(seq->resolved, seq->n);
		resolve_terminators(seq->resolved, seq->n, seq->sos);
	}
	resolve_brackets(seq, embedding);
	resolve_neutrals(seq, embedding);
}
