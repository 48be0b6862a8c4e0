/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules in their order, on what stands left of a place and the class right of it. A combining
 * mark is part of what it stands on (LB9), so "left" is the class of the last base.
 */
#include "text/linebreak.h"

#include <stdbool.h>

#include "text/break-class.h"

/* Where we are in a number: LB25, NU (NU | SY | IS)* (CL | CP)? */
enum number { NUMBER_NONE, NUMBER_INSIDE, NUMBER_CLOSED };

struct line_scan {
	const char32_t *cps;
	size_t n_cp;
	enum line_class left; /* of the last that is no space; NOTHING at the start of a line */
	bool spaced;          /* spaces stand between it and here */
	bool joiner;          /* the last code point is a ZWJ */
	bool hebrew_hyphen;   /* left is a hyphen after a Hebrew letter */
	bool lone_indicator;  /* left is the first half of a flag */
	enum number number;
};

typedef uint64_t class_set;

#define SET(name) ((class_set)1 << LINE_##name)
#define NOTHING LINE_CLASSES
#define SET_NOTHING ((class_set)1 << NOTHING)

static const class_set LETTERS = SET(AL) | SET(HL);
static const class_set ENDS = SET(BK) | SET(CR) | SET(LF) | SET(NL);
static const class_set OPENING = SET(OP) | SET(WIDE_OP);
static const class_set SYLLABLES = SET(JL) | SET(JV) | SET(JT) | SET(H2) | SET(H3);
static const class_set IDEOGRAPHS = SET(ID) | SET(PICTOGRAPH) | SET(EB) | SET(EM);

static bool has(class_set set, enum line_class class)
{
	return set >> class & 1;
}

/* Whether a number follows at `i`, whatever marks the character before it carries. */
static bool number_follows(const struct line_scan *s, size_t i)
{
	while (i < s->n_cp && has(SET(CM) | SET(ZWJ), line_class(s->cps[i])))
		i++;
	return i < s->n_cp && line_class(s->cps[i]) == LINE_NU;
}

/* LB25: `$5`, `-5`, `($5.00)`, `5,000.50%`. */
static bool in_number(const struct line_scan *s, enum line_class right, size_t i)
{
	if (right == LINE_NU)
		return s->number == NUMBER_INSIDE ||
		       has(SET(PR) | SET(PO) | SET(HY) | OPENING, s->left);
	if (has(OPENING | SET(HY), right))
		return has(SET(PR) | SET(PO), s->left) && number_follows(s, i + 1);
	if (has(SET(PO) | SET(PR), right))
		return s->number != NUMBER_NONE;
	return s->number == NUMBER_INSIDE && has(SET(SY) | SET(IS), right);
}

/* LB26: within a Hangul syllable. */
static bool in_syllable(enum line_class left, enum line_class right)
{
	switch (left) {
	case LINE_JL: return has(SYLLABLES & ~SET(JT), right);
	case LINE_JV:
	case LINE_H2: return has(SET(JV) | SET(JT), right);
	case LINE_JT:
	case LINE_H3: return right == LINE_JT;
	default: return false;
	}
}

/* LB7 to LB17: what holds over spaces. */
static bool holds_over_spaces(const struct line_scan *s, enum line_class right)
{
	if (has(SET(WJ) | SET(CL) | SET(CP) | SET(EX) | SET(IS) | SET(SY), right))
		return true; /* LB11, LB13 */
	if (has(OPENING, s->left))
		return true; /* LB14 */
	return (s->left == LINE_QU && has(OPENING, right)) ||                 /* LB15 */
	       (has(SET(CL) | SET(CP), s->left) && right == LINE_NS) ||       /* LB16 */
	       (s->left == LINE_B2 && right == LINE_B2);                      /* LB17 */
}

/* LB23 to LB30b: between words, numbers and ideographs. */
static bool holds_together(const struct line_scan *s, enum line_class right, size_t i)
{
	enum line_class left = s->left;
	if (has(LETTERS | SET(NU), left) && has(LETTERS | SET(NU), right) &&
	    !(left == LINE_NU && right == LINE_NU))
		return true; /* LB23, LB28 */
	if ((left == LINE_PR && has(IDEOGRAPHS, right)) ||
	    (has(IDEOGRAPHS, left) && right == LINE_PO))
		return true; /* LB23a */
	if ((has(SET(PR) | SET(PO), left) && has(LETTERS, right)) ||
	    (has(LETTERS, left) && has(SET(PR) | SET(PO), right)))
		return true; /* LB24 */
	if (in_number(s, right, i) || in_syllable(left, right))
		return true; /* LB25, LB26 */
	if ((has(SYLLABLES, left) && right == LINE_PO) ||
	    (left == LINE_PR && has(SYLLABLES, right)))
		return true; /* LB27 */
	if (left == LINE_IS && has(LETTERS, right))
		return true; /* LB29 */
	if ((has(LETTERS | SET(NU), left) && right == LINE_OP) ||
	    (left == LINE_CP && has(LETTERS | SET(NU), right)))
		return true; /* LB30 */
	if (right == LINE_RI)
		return s->lone_indicator; /* LB30a */
	return right == LINE_EM && has(SET(EB) | SET(PICTOGRAPH), left); /* LB30b */
}

/* LB11 to LB22, where no space stands between. */
static bool holds_beside(const struct line_scan *s, enum line_class right)
{
	enum line_class left = s->left;
	if (has(SET(WJ) | SET(GL) | SET(QU), left) || right == LINE_QU)
		return true; /* LB11, LB12, LB19 */
	if (right == LINE_GL && !has(SET(BA) | SET(HY), left))
		return true; /* LB12a */
	if (left == LINE_CB || right == LINE_CB)
		return false; /* LB20 */
	if (left == LINE_BB || has(SET(BA) | SET(HY) | SET(NS) | SET(IN), right))
		return true; /* LB21, LB22 */
	return s->hebrew_hyphen || (left == LINE_SY && right == LINE_HL); /* LB21a, LB21b */
}

/* Whether a row may begin with `right`, which stands at `i`. */
static bool may_break(const struct line_scan *s, enum line_class right, size_t i)
{
	if (s->left == LINE_ZW)
		return true; /* LB8 */
	if (s->joiner || holds_over_spaces(s, right))
		return false; /* LB8a */
	if (s->spaced)
		return true; /* LB18 */
	return !holds_beside(s, right) && !holds_together(s, right, i);
}

static enum number number_after(const struct line_scan *s, enum line_class right)
{
	bool inside = s->number == NUMBER_INSIDE && !s->spaced;
	if (right == LINE_NU || (inside && has(SET(SY) | SET(IS), right)))
		return NUMBER_INSIDE;
	return inside && has(SET(CL) | SET(CP), right) ? NUMBER_CLOSED : NUMBER_NONE;
}

/* Moves past a character that is neither space nor mark. */
static void pass(struct line_scan *s, enum line_class right)
{
	enum line_class beside = s->spaced ? NOTHING : s->left;
	s->number = number_after(s, right);
	s->hebrew_hyphen = beside == LINE_HL && has(SET(HY) | SET(BA), right);
	s->lone_indicator = right == LINE_RI && !(beside == LINE_RI && s->lone_indicator);
	s->left = right;
	s->spaced = false;
	s->joiner = false;
}

/* Takes the character at `i`; true where a row may begin with it. */
static bool take(struct line_scan *s, enum line_class class, size_t i)
{
	bool found = false, mark = has(SET(CM) | SET(ZWJ), class);
	if (class == LINE_SP) {
		s->spaced = true;
		s->joiner = false;
		return false; /* LB7 */
	}
	if (!mark || s->spaced || has(SET(ZW) | SET_NOTHING, s->left)) { /* LB9, LB10 */
		enum line_class base = mark ? LINE_AL : class;
		found = !has(SET(ZW) | ENDS, base) && may_break(s, base, i); /* LB6, LB7 */
		pass(s, base);
	}
	s->joiner = class == LINE_ZWJ;
	return found;
}

/* LB4, LB5; and U+001C to U+001E, which end a paragraph (class B of UAX #9). */
static bool ends_line(const struct line_scan *s, enum line_class class, size_t i)
{
	if (class == LINE_CR)
		return i + 1 == s->n_cp || s->cps[i + 1] != '\n';
	return has(ENDS, class) || (s->cps[i] >= 0x1C && s->cps[i] <= 0x1E);
}

void linebreak_find(const char32_t *cps, size_t n_cp, uint8_t *breaks)
{
	const struct line_scan start = {.cps = cps, .n_cp = n_cp, .left = NOTHING};
	struct line_scan s = start;
	bool ended = false;
	for (size_t i = 0; i < n_cp; i++) {
		enum line_class class = line_class(cps[i]);
		if (class == LINE_AL && s.left == LINE_AL && !s.spaced) { /* LB28, nearly always */
			breaks[i] = BREAK_NO;
			s.joiner = false;
			continue;
		}
		bool may = take(&s, class, i);
		breaks[i] = ended ? BREAK_MUST : may && i > 0 ? BREAK_MAY : BREAK_NO;
		ended = ends_line(&s, class, i);
		if (ended)
			s = start;
	}
}
