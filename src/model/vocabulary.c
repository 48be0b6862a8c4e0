/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/vocabulary.h"

#include <string.h>

#define N_(text) text

static const struct term attributions[] = {
#define ATTRIBUTION(value, label, meaning) {value, label, meaning, NULL},
#include "model/vocabulary.def"
	{.value = NULL},
};

static const struct term certainties[] = {
#define CERTAINTY(value, label, meaning) {value, label, meaning, NULL},
#include "model/vocabulary.def"
	{.value = NULL},
};

static const struct term relations[] = {
#define RELATION(value, label, meaning, inverse) {value, label, meaning, inverse},
#include "model/vocabulary.def"
	{.value = NULL},
};

static const struct term *const vocabularies[] = {
	[VOCABULARY_ATTRIBUTION] = attributions,
	[VOCABULARY_CERTAINTY] = certainties,
	[VOCABULARY_RELATION] = relations,
};

const struct term *vocabulary_term(enum vocabulary vocabulary, size_t index)
{
	const struct term *term = vocabularies[vocabulary];
	while (term->value && index-- > 0)
		term++;
	return term->value ? term : NULL;
}

const struct term *vocabulary_find(enum vocabulary vocabulary, const char *value)
{
	for (const struct term *term = vocabularies[vocabulary]; term->value; term++)
		if (strcmp(term->value, value) == 0)
			return term;
	return NULL;
}

bool relation_is_mutual(const struct term *relation)
{
	return strcmp(relation->label, relation->inverse) == 0;
}
