/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values that mentions and relations may have in every project (vocabulary.def). Stances are of
 * schemes, which are data: model/stance.h.
 */
#ifndef MODEL_VOCABULARY_H
#define MODEL_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

enum vocabulary { VOCABULARY_ATTRIBUTION, VOCABULARY_CERTAINTY, VOCABULARY_RELATION };

struct term {
	const char *value;   /* as it is stored and exported */
	const char *label;   /* a msgid for gettext */
	const char *meaning; /* a msgid */
	const char *inverse; /* of a relation: the label from the other side, a msgid; else NULL */
};

/* The terms in their order; NULL after the last. Static. */
const struct term *vocabulary_term(enum vocabulary vocabulary, size_t index);

/* The term of a stored value; NULL where there is none. Static. */
const struct term *vocabulary_find(enum vocabulary vocabulary, const char *value);

/* Whether a relation is the same from both sides. */
bool relation_is_mutual(const struct term *relation);

#endif
