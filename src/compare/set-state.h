/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The opened set as its files build it: the vocabulary first, since a stem and a weight need all
 * words of all texts; then what each unit has of it, and where each word stands.
 */
#ifndef COMPARE_SET_STATE_H
#define COMPARE_SET_STATE_H

#include "compare/forms.h"
#include "compare/set-internal.h"
#include "compare/stem.h"
#include "compare/thesaurus.h"

/* What is done in turn, each in slices. */
enum set_stage {
	STAGE_FORMS,   /* all words as terms */
	STAGE_COUNTS,  /* how often each stands there */
	STAGE_STEMS,
	STAGE_ROOTS,
	STAGE_SPREAD,  /* in how many units a stem and a skeleton stand */
	STAGE_WEIGHTS,
	STAGE_PHRASES, /* which words come together */
	STAGE_TOKENS,  /* what units have */
	STAGE_POSTINGS,
	STAGE_DONE,
};

struct set_text {
	const struct compare_text *text;
	uint32_t *terms;   /* by form */
	size_t first_unit; /* of all units of the set */
};

/* A word that counts, of a unit (tokens.c). */
struct token {
	uint32_t root; /* what matches at any level has the same */
	uint32_t term;
	uint16_t word;   /* index in the unit */
	uint16_t weight; /* there: less than its term's in a group that counts once */
	uint16_t group;  /* the same for those of one; index of its first word */
	uint8_t clause;
	bool aside; /* of who says it, of a name with a title, of when: no fact of what is said */
};

/* A unit; the next one tells where its tokens and clauses end. */
struct set_unit {
	uint32_t first_token;
	uint32_t first_clause;
	double root4; /* of its weight, the sum of its tokens'; or of the least that score.h takes */
};

/*
 * 1 / root4 of a unit, and of that of its clauses where it is most; 0 of nothing. For bounds only,
 * which may be rounded, and small, since each query looks at many.
 */
struct unit_bound {
	float whole, clause;
};

/* Of a unit's words of one root, so many count. */
enum { TOKENS_OF_ROOT = 32 };

struct compare_set {
	struct set_text texts[COMPARE_TEXTS];
	size_t n_texts, n_units;
	enum set_stage stage;
	size_t at_text, at; /* how far the stage is */

	/* The vocabulary. */
	struct forms forms; /* terms; their tags are a language, TERM_NUMBER, TERM_DATE */
	struct term *terms;
	uint32_t *counts; /* by term: how often it stands there */
	uint32_t *roots;  /* by term */
	struct word_values *senses; /* by term */
	uint32_t *joined; /* by root: the least of those that senses join it to, or itself */
	size_t n_terms, cap_terms;
	struct forms stems, skeletons;
	struct forms plain;    /* words in Latin letters, without accents */
	uint32_t *plain_terms; /* by plain: the first term */
	size_t n_plain_terms, cap_plain_terms;
	struct stemmer *stemmer;
	enum language stemming; /* of the word whose stem is asked for */
	size_t n_roots;
	struct spread *spread;  /* while that is counted */
	uint32_t *stem_units;   /* by stem: how many have it */
	struct phrases *phrases;

	/* The units of all texts, one after the other, and one more. */
	struct set_unit *units;
	struct unit_bound *bounds; /* by unit */
	struct token *tokens; /* by unit, root, word */
	size_t n_tokens, cap_tokens;
	struct token *unit_tokens; /* of one, while they are made */
	size_t cap_unit_tokens;
	double *clauses; /* fourth roots, by unit, clause */
	size_t n_clauses, cap_clauses;

	/* Units that have a root: postings[first_posting[root], first_posting[root + 1]) */
	uint32_t *first_posting;
	uint32_t *postings;
	uint32_t *root_weights; /* the heaviest of its terms */
};

enum { TERM_NUMBER = 0x80, TERM_DATE = 0x81 };

/*
 * Each goes on with its stage and takes from `*left` about as many words as it did; true when the
 * stage has ended.
 */
bool vocabulary_forms(struct compare_set *set, size_t *left);
bool vocabulary_counts(struct compare_set *set, size_t *left);
bool vocabulary_stems(struct compare_set *set, size_t *left);
bool vocabulary_roots(struct compare_set *set, size_t *left);
bool weights_spread(struct compare_set *set, size_t *left);
bool weights_give(struct compare_set *set, size_t *left);
bool postings_tokens(struct compare_set *set, size_t *left);
bool postings_fill(struct compare_set *set, size_t *left);

/* A unit's tokens, in place of those in `*tokens`; returns how many. */
size_t tokens_of_unit(const struct compare_set *set, struct unit_ref ref, struct token **tokens,
		      size_t *cap);

/* The first of postings[low, high) that is not below `unit`. */
size_t posting_from(const struct compare_set *set, size_t low, size_t high, size_t unit);

void vocabulary_release(struct compare_set *set);
void weights_release(struct compare_set *set);
void postings_release(struct compare_set *set);

/* For a stage over units: the next one, and takes its words; false where none is, or *left is 0. */
bool set_next_unit(struct compare_set *set, size_t *left, struct unit_ref *ref);

/* Whether a unit's words can match any others. */
bool set_is_linked(const struct compare_set *set, struct unit_ref ref);

/* A unit by its index among all of the set's. */
static inline size_t set_unit_index(const struct compare_set *set, struct unit_ref ref)
{
	return set->texts[ref.text].first_unit + ref.unit;
}

#endif
