/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a character is to the rules that cut text: the classes of line breaking (UAX #14) and of
 * sentences (UAX #29), of the Unicode version that break-data.c names.
 *
 * break-data.py writes break-data.c from the Unicode Character Database and reads the classes from
 * here: a class is the property value of its name, and its number is its place in its list.
 */
#ifndef TEXT_BREAK_CLASS_H
#define TEXT_BREAK_CLASS_H

#include <uchar.h>

/*
 * Line_Break as LB1 resolves it: AI, SG and unassigned characters are LINE_AL, SA is LINE_CM or
 * LINE_AL, CJ is LINE_NS. Three classes are parted further, as rules part them.
 */
enum line_class {
	LINE_AL,
	LINE_B2,
	LINE_BA,
	LINE_BB,
	LINE_BK,
	LINE_CB,
	LINE_CL,
	LINE_CM,
	LINE_CP,
	LINE_CR,
	LINE_EB,
	LINE_EM,
	LINE_EX,
	LINE_GL,
	LINE_H2,
	LINE_H3,
	LINE_HL,
	LINE_HY,
	LINE_ID,
	LINE_IN,
	LINE_IS,
	LINE_JL,
	LINE_JT,
	LINE_JV,
	LINE_LF,
	LINE_NL,
	LINE_NS,
	LINE_NU,
	LINE_OP,
	LINE_PO,
	LINE_PR,
	LINE_QU,
	LINE_RI,
	LINE_SP,
	LINE_SY,
	LINE_WJ,
	LINE_ZW,
	LINE_ZWJ,
	LINE_WIDE_OP,    /* OP of East Asia, which LB30 leaves out */
	LINE_PICTOGRAPH, /* ID that is not assigned yet, but set aside for emoji: LB30b */
	LINE_HANGUL,     /* H2 or H3, by its number: in the table only */
	LINE_CLASSES,    /* no class: how many there are */
};

/* Sentence_Break. */
enum sentence_class {
	SENTENCE_Other,
	SENTENCE_ATerm,
	SENTENCE_CR,
	SENTENCE_Close,
	SENTENCE_Extend,
	SENTENCE_Format,
	SENTENCE_LF,
	SENTENCE_Lower,
	SENTENCE_Numeric,
	SENTENCE_OLetter,
	SENTENCE_SContinue,
	SENTENCE_STerm,
	SENTENCE_Sep,
	SENTENCE_Sp,
	SENTENCE_Upper,
	SENTENCE_CASED, /* Upper and Lower in turn: in the table only */
};

enum line_class line_class(char32_t cp);
enum sentence_class sentence_class(char32_t cp);

#endif
