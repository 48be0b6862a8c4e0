/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/set.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "compare/phrases.h"
#include "compare/set-state.h"
#include "compare/text-reading.h"

struct compare_set *compare_set_new(const struct compare_text *const *texts, size_t n_texts)
{
	assert(n_texts <= COMPARE_TEXTS);
	struct compare_set *set = xcalloc(1, sizeof *set);
	for (size_t i = 0; i < n_texts; i++) {
		assert(!texts[i]->reading);
		set->texts[i].text = texts[i];
		set->texts[i].first_unit = set->n_units;
		set->texts[i].terms = xcalloc(texts[i]->forms.n + 1, sizeof(uint32_t));
		set->n_units += texts[i]->n_units;
	}
	set->n_texts = n_texts;
	return set;
}

void compare_set_free(struct compare_set *set)
{
	if (!set)
		return;
	for (size_t i = 0; i < set->n_texts; i++)
		free(set->texts[i].terms);
	vocabulary_release(set);
	postings_release(set);
	phrases_release(set);
	free(set->stem_units);
	free(set);
}

bool compare_set_build(struct compare_set *set, size_t max_words)
{
	static bool (*const stages[STAGE_DONE])(struct compare_set *, size_t *) = {
		[STAGE_FORMS] = vocabulary_forms,   [STAGE_COUNTS] = vocabulary_counts,
		[STAGE_STEMS] = vocabulary_stems,   [STAGE_ROOTS] = vocabulary_roots,
		[STAGE_SPREAD] = weights_spread, [STAGE_WEIGHTS] = weights_give,
		[STAGE_PHRASES] = phrases_count,
		[STAGE_TOKENS] = postings_tokens,   [STAGE_POSTINGS] = postings_fill,
	};
	size_t left = max_words;
	while (left > 0 && set->stage < STAGE_DONE && stages[set->stage](set, &left)) {
		set->stage++;
		set->at_text = set->at = 0;
	}
	return set->stage == STAGE_DONE;
}

bool set_next_unit(struct compare_set *set, size_t *left, struct unit_ref *ref)
{
	while (set->at_text < set->n_texts &&
	       set->at == set->texts[set->at_text].text->n_units) {
		set->at_text++;
		set->at = 0;
	}
	if (set->at_text == set->n_texts || *left == 0)
		return false;
	*ref = (struct unit_ref){set->at_text, set->at++};
	size_t n = text_unit_words(set->texts[ref->text].text, ref->unit).n + 1;
	*left -= n < *left ? n : *left;
	return true;
}

size_t compare_set_count(const struct compare_set *set)
{
	return set->n_texts;
}

const struct compare_text *compare_set_text(const struct compare_set *set, size_t i)
{
	return set->texts[i].text;
}

const struct term *set_term(const struct compare_set *set, size_t i, const struct word *word)
{
	return &set->terms[set->texts[i].terms[word->form]];
}

bool set_is_linked(const struct compare_set *set, struct unit_ref ref)
{
	enum unit_kind kind = set->texts[ref.text].text->units[ref.unit].kind;
	return kind == UNIT_TEXT || kind == UNIT_HEADING;
}

uint32_t set_root(const struct compare_set *set, size_t i, const struct word *word)
{
	return set->roots[set->texts[i].terms[word->form]];
}

size_t set_root_count(const struct compare_set *set)
{
	return set->n_roots;
}

void set_mark_asides(const struct compare_set *set, struct unit_ref ref, bool *aside)
{
	const struct set_unit *unit = &set->units[set_unit_index(set, ref)];
	for (size_t i = unit->first_token; i < unit[1].first_token; i++)
		if (set->tokens[i].aside)
			aside[set->tokens[i].word] = true;
}

bool set_root_is_rare(const struct compare_set *set, uint32_t root)
{
	enum { FEW = 3, ONE_IN = 8 };
	root = set->joined[root];
	size_t n = set->first_posting[root + 1] - set->first_posting[root];
	return n <= FEW * set->n_texts || n * ONE_IN <= set->n_units;
}

struct root_units set_root_units(const struct compare_set *set, uint32_t root, size_t text)
{
	root = set->joined[root];
	size_t low = set->first_posting[root], high = set->first_posting[root + 1];
	size_t first_unit = set->texts[text].first_unit;
	size_t end_unit = first_unit + set->texts[text].text->n_units;
	low = posting_from(set, low, high, first_unit);
	high = posting_from(set, low, high, end_unit);
	return (struct root_units){.items = set->postings + low, .n = high - low, .text = text};
}

struct unit_ref root_unit(const struct compare_set *set, const struct root_units *units, size_t i)
{
	return (struct unit_ref){units->text,
				 units->items[i] - set->texts[units->text].first_unit};
}
