/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/phrases.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/text-reading.h"

/* Two stems, one right after the other: in how many units and texts. */
struct pair_count {
	uint32_t n_units, n_texts;
	uint32_t last_unit, last_text; /* where it was seen last, + 1 */
};

struct phrases {
	struct forms pairs; /* each as two letters, its stems */
	struct pair_count *counts;
	size_t cap_counts;
};

/* Whether word `i` comes right after another that counts. */
static bool follows(struct word_run words, size_t i)
{
	return i > 0 && i < words.n && !(words.items[i].flags & (WORD_CUT | WORD_PARTED)) &&
	       word_counts(&words.items[i]) && word_counts(&words.items[i - 1]);
}

static uint32_t stem_of(const struct compare_set *set, struct unit_ref ref, const struct word *word)
{
	return set_term(set, ref.text, word)->stem;
}

static struct pair_count *count_of(struct phrases *phrases, uint32_t first, uint32_t second)
{
	char32_t stems[] = {first, second};
	size_t n = phrases->pairs.n;
	uint32_t pair = forms_add(&phrases->pairs, 0, stems, 2);
	if (pair == n) {
		phrases->counts = vec_reserve(phrases->counts, &phrases->cap_counts, n + 1,
					      sizeof *phrases->counts);
		phrases->counts[pair] = (struct pair_count){.n_units = 0};
	}
	return &phrases->counts[pair];
}

static void count_unit(struct compare_set *set, struct unit_ref ref)
{
	struct word_run words = text_unit_words(set->texts[ref.text].text, ref.unit);
	uint32_t unit = (uint32_t)set_unit_index(set, ref) + 1, text = (uint32_t)ref.text + 1;
	for (size_t i = 1; i < words.n; i++) {
		if (!follows(words, i))
			continue;
		struct pair_count *count = count_of(set->phrases,
						    stem_of(set, ref, &words.items[i - 1]),
						    stem_of(set, ref, &words.items[i]));
		count->n_units += count->last_unit != unit;
		count->n_texts += count->last_text != text;
		count->last_unit = unit;
		count->last_text = text;
	}
}

bool phrases_count(struct compare_set *set, size_t *left)
{
	struct unit_ref ref;
	if (!set->phrases)
		set->phrases = xcalloc(1, sizeof *set->phrases);
	while (set_next_unit(set, left, &ref))
		if (set_is_linked(set, ref))
			count_unit(set, ref);
	return set->at_text == set->n_texts;
}

void phrases_release(struct compare_set *set)
{
	if (!set->phrases)
		return;
	forms_release(&set->phrases->pairs);
	free(set->phrases->counts);
	free(set->phrases);
	set->phrases = NULL;
}

/* Whether the two hardly ever come without each other. */
static bool cohere(const struct compare_set *set, uint32_t first, uint32_t second, bool titled)
{
	enum { FEW = 2, MANY = 4 };
	char32_t stems[] = {first, second};
	uint32_t pair = forms_find(&set->phrases->pairs, 0, stems, 2);
	if (pair == FORMS_NONE)
		return false;
	const struct pair_count *count = &set->phrases->counts[pair];
	uint32_t n_first = set->stem_units[first], n_second = set->stem_units[second],
		 n_rarer = n_first < n_second ? n_first : n_second;
	bool often = titled ? count->n_units >= FEW
			    : count->n_units >= MANY && count->n_units > count->n_texts;
	return often && count->n_units * 3 >= n_rarer * 2;
}

static unsigned traits_of(const struct compare_set *set, struct unit_ref ref,
			  const struct word *word)
{
	return set->forms.items[set->texts[ref.text].terms[word->form]].traits;
}

/* Whether word `i` and the next one hardly come without each other where a title stands before. */
static bool begins_name(const struct compare_set *set, struct unit_ref ref, struct word_run words,
			size_t i)
{
	return follows(words, i + 1) &&
	       !(traits_of(set, ref, &words.items[i + 1]) & FORM_SAYING) &&
	       cohere(set, stem_of(set, ref, &words.items[i]),
		      stem_of(set, ref, &words.items[i + 1]), true);
}

static bool is_latin(const struct compare_set *set, struct unit_ref ref, struct word_run words,
		     size_t i)
{
	return i < words.n && traits_of(set, ref, &words.items[i]) & FORM_LATIN;
}

/*
 * Whether word `i` and the one before are a name in Latin letters where an article has others: two
 * or three words in a row, Tellan Hydro. A title of a source is longer.
 */
static bool is_foreign_name(const struct compare_set *set, struct unit_ref ref,
			    struct word_run words, size_t i)
{
	enum { LONGEST = 3 };
	size_t first = i, end = i;
	while (first > 0 && end - first < LONGEST && is_latin(set, ref, words, first - 1))
		first--;
	while (end - first <= LONGEST && is_latin(set, ref, words, end))
		end++;
	return first < i && i < end && end - first <= LONGEST &&
	       !set->texts[ref.text].text->is_latin;
}

/*
 * Whether word `i` is of one group with the word before; `titled`: that group has a title. Between a
 * title and a name stands what the office is of: الرئيس الأوكراني فولوديمير زيلينسكي.
 */
static bool joins(const struct compare_set *set, struct unit_ref ref, struct word_run words,
		  size_t i, bool titled)
{
	const struct word *before = i > 0 ? &words.items[i - 1] : NULL, *word = &words.items[i];
	if (before && before->flags & WORD_ASIDE && word->flags & WORD_ASIDE &&
	    !(word->flags & WORD_GROUP))
		return true;
	unsigned traits = traits_of(set, ref, word);
	if (!follows(words, i) || traits & FORM_SAYING)
		return false;
	if (is_foreign_name(set, ref, words, i))
		return true;
	return cohere(set, stem_of(set, ref, before), stem_of(set, ref, word),
		      titled || traits & FORM_TITLE) ||
	       (titled && (begins_name(set, ref, words, i) ||
			  (follows(words, i + 1) && begins_name(set, ref, words, i + 1))));
}

void phrases_group(const struct compare_set *set, struct unit_ref ref, struct token *tokens,
		   size_t n)
{
	struct word_run words = text_unit_words(set->texts[ref.text].text, ref.unit);
	for (size_t first = 0, end, at = 0; first < words.n; first = end) {
		bool titled = false, aside = false;
		for (end = first; end == first || (end < words.n && joins(set, ref, words, end, titled));
		     end++) {
			titled |= (traits_of(set, ref, &words.items[end]) & FORM_TITLE) != 0;
			aside |= (words.items[end].flags & WORD_ASIDE) != 0;
		}
		for (; at < n && tokens[at].word < end; at++) {
			tokens[at].group = (uint16_t)first;
			tokens[at].aside = aside || titled;
		}
	}
}
