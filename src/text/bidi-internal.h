/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between bidi.c, explicit.c and resolve.c: level runs, and the isolating run sequences that they
 * make.
 */
#ifndef TEXT_BIDI_INTERNAL_H
#define TEXT_BIDI_INTERNAL_H

#include <stdbool.h>

#include "base/arena.h"
#include "text/bidi.h"

enum {
	BIDI_MAX_DEPTH = 125, /* BD2 */
	BIDI_MAX_CP = INT32_MAX / 2,
};

#define BIDI_NO_RUN SIZE_MAX

/* What X9 removes may lie inside a run; it belongs to none. */
struct bidi_run {
	uint32_t start, end;
	size_t next;               /* the next run of the same sequence, or BIDI_NO_RUN */
	FriBidiCharType last_type; /* of its last character */
	int8_t level;
	bool continues;            /* begins with the PDI of an isolate that an earlier run began */
};

struct bidi_runs {
	struct bidi_run *v; /* in logical order */
	size_t n;
};

static inline bool bidi_is_initiator(FriBidiCharType type)
{
	return FRIBIDI_IS_ISOLATE(type) && type != FRIBIDI_TYPE_PDI;
}

/*
 * X1-X8 and X10's level runs: explicit levels of all that stays after X9, `types` changed by
 * overrides (an isolate formatting character stays one). What `runs` holds lives in `arena`.
 */
void bidi_explicit(FriBidiCharType *types, size_t n, int8_t base, int8_t *levels,
		   struct bidi_runs *runs, struct arena *arena);

/*
 * The text of one isolating run sequence (BD13), without what X9 removes, and room to work in: `n`
 * of each.
 */
struct bidi_sequence {
	const char32_t *cps;
	const FriBidiCharType *types; /* after overrides; an isolate formatting character is one */
	size_t n;
	int8_t level;
	FriBidiCharType sos, eos;     /* FRIBIDI_TYPE_LTR or FRIBIDI_TYPE_RTL */
	FriBidiCharType *resolved;
	FriBidiBracketType *brackets;
	uint32_t *closer;
	uint8_t *inside;
	int8_t *levels;               /* the result */
};

/* As many as may be open at once (BD16). */
enum { MAX_BRACKETS = 63 };

/* True of all brackets that may pair, and of much else beyond U+0F3A. */
static inline bool bidi_may_be_bracket(char32_t cp)
{
	enum { FIRST_BEYOND_ASCII = 0x0F3A };
	if (cp > '}')
		return cp >= FIRST_BEYOND_ASCII;
	return cp == '(' || cp == ')' || cp == '[' || cp == ']' || cp == '{' || cp == '}';
}

/* BD14, BD15: whether `cp`, a neutral, opens or closes, and which it pairs with. */
FriBidiBracketType bidi_bracket(char32_t cp);

/* W1-W7, N0-N2, I1-I2. */
void bidi_resolve(const struct bidi_sequence *seq);

#endif
