/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a text is read. First its units are cut into words, which also tells the language; then, by
 * what that language's lists say, words are joined to numbers and marked. Both go unit by unit.
 */
#ifndef COMPARE_TEXT_READING_H
#define COMPARE_TEXT_READING_H

#include "compare/forms.h"
#include "compare/guess.h"
#include "compare/text-internal.h"
#include "text/passage.h"

struct read_unit {
	uint32_t start_cp, end_cp;
	uint32_t first_word;
	uint8_t kind; /* enum unit_kind */
	bool ended;   /* by a full stop or the like; no dateline is */
};

/* What a form is, as `tag` in `forms`. */
enum form_tag {
	TAG_WORD,
	TAG_NUMBER,
	TAG_DATE,
};

/* What is needed only while it is read. */
struct text_reading {
	struct passage_walk *walk; /* NULL when all words are there */
	size_t n_guessed;          /* words that the guess has taken */
	bool *starts, *quoted;     /* of a unit's code points */
	size_t cap_starts, cap_quoted;
	size_t n_marked;           /* units whose words are marked */
	size_t n_kept;             /* words that they have */
	struct letters *letters;   /* of a unit's words */
	size_t cap_letters;
};

struct compare_text {
	char *tag; /* as the article says; NULL to guess */
	enum language language;
	bool is_latin; /* most of its words are */
	struct guess guess;
	struct read_unit *units;
	size_t n_units, cap_units;
	struct word *words;
	size_t n_words, cap_words;
	struct forms forms;
	struct text_reading *reading; /* NULL when it was read */
};

/* Cuts a unit's code points into words, which are appended. */
void text_cut_words(struct compare_text *text, size_t start_cp, const char32_t *cps, size_t n_cp);

/*
 * Marks words[0,n) of a unit: kinds, clauses, groups; numbers in several words become one. Returns
 * how many there are then.
 */
size_t text_mark_words(struct compare_text *text, struct word *words, size_t n);

/* What the lists say of a form (enum form_traits). */
unsigned text_form_traits(struct compare_text *text, uint32_t form);

/* The language that a word of this form is in; in a Latin one's article it may be another. */
enum language text_form_language(const struct compare_text *text, uint32_t form);

/*
 * Of the places where a clause may begin (WORD_CLAUSE), keeps those with enough before and after
 * them: at most TEXT_CLAUSES - 1.
 */
enum { TEXT_CLAUSES = 16 };
void text_join_clauses(struct word *words, size_t n);

/* Marks what stands beside what a unit says (WORD_ASIDE, WORD_GROUP). */
void text_mark_asides(struct compare_text *text, struct word *words, size_t n);

/* Whether the marked words of a unit say no more than when, where and by whom it was published. */
bool text_is_dateline(struct compare_text *text, const struct word *words, size_t n);

#endif
