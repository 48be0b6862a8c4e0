/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The vocabulary of a set: its terms, what they have in common, and what they weigh. Numbers are
 * given by first place in the texts, so no table's order shows.
 */
#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/set-state.h"
#include "compare/text-reading.h"

static void take(size_t *left, size_t n)
{
	*left -= n < *left ? n : *left;
}

/* The first term of these plain letters, `term` itself where there was none. */
static uint32_t plain_term(struct compare_set *set, uint32_t term)
{
	char32_t letters[FORM_MAX];
	struct letters form = forms_letters(&set->forms, term);
	size_t n = stem_plain(form.cps, form.n_cp, letters);
	uint32_t plain = forms_add(&set->plain, 0, letters, n);
	if (plain == set->n_plain_terms)
		VEC_PUSH(set->plain_terms, set->n_plain_terms, set->cap_plain_terms, term);
	return set->plain_terms[plain];
}

/* The term of a text's form. */
static uint32_t add_term(struct compare_set *set, const struct compare_text *text, uint32_t form)
{
	const struct forms_item *item = &text->forms.items[form];
	struct letters letters = forms_letters(&text->forms, form);
	uint8_t tag = item->tag == TAG_NUMBER ? TERM_NUMBER
		      : item->tag == TAG_DATE ? TERM_DATE
					      : (uint8_t)text_form_language(text, form);
	uint32_t term = forms_add(&set->forms, tag, letters.cps, letters.n_cp);
	if (term < set->n_terms)
		return term;
	set->n_terms++;
	set->terms = vec_reserve(set->terms, &set->cap_terms, set->n_terms, sizeof *set->terms);
	set->terms[term] = (struct term){.form = term};
	set->forms.items[term].traits = item->traits;
	if (item->traits & FORM_LATIN)
		set->terms[term].form = plain_term(set, term);
	return term;
}

bool vocabulary_forms(struct compare_set *set, size_t *left)
{
	for (; set->at_text < set->n_texts; set->at_text++, set->at = 0) {
		struct set_text *of = &set->texts[set->at_text];
		for (; set->at < of->text->forms.n && *left > 0; set->at++, take(left, 1))
			of->terms[set->at] = add_term(set, of->text, (uint32_t)set->at);
		if (set->at < of->text->forms.n)
			return false;
	}
	set->counts = xcalloc(set->n_terms + 1, sizeof *set->counts);
	return true;
}

bool vocabulary_counts(struct compare_set *set, size_t *left)
{
	struct unit_ref ref;
	while (set_next_unit(set, left, &ref)) {
		struct word_run words = text_unit_words(set->texts[ref.text].text, ref.unit);
		for (size_t i = 0; i < words.n; i++)
			set->counts[set->texts[ref.text].terms[words.items[i].form]]++;
	}
	return set->at_text == set->n_texts;
}

/* How often a form of the language that is stemmed stands there. */
static size_t count(const void *self, const char32_t *form, size_t n)
{
	const struct compare_set *set = self;
	uint32_t term = forms_find(&set->forms, (uint8_t)set->stemming, form, n);
	return term == FORMS_NONE ? 0 : set->counts[term];
}

/* What is no word of a language is its own stem; that of a number with per cent is the number. */
static void find_stem(struct compare_set *set, uint32_t i)
{
	enum { NO_SKELETON = 0x40 };
	char32_t stem[FORM_MAX], skeleton[FORM_MAX];
	struct letters form = forms_letters(&set->forms, i);
	uint8_t tag = set->forms.items[i].tag;
	bool word = tag < TERM_NUMBER;
	size_t n_skeleton = 0;
	if (word) {
		set->stemming = tag;
		form.n_cp = stemmer_stem(set->stemmer, tag, form.cps, form.n_cp, stem);
		form.cps = stem;
		n_skeleton = stem_skeleton(tag, stem, form.n_cp, skeleton);
	}
	if (tag == TERM_NUMBER && form.cps[form.n_cp - 1] == '%')
		form.n_cp--;
	if (word)
		set->senses[i] = thesaurus_senses(tag, form.cps, form.n_cp);
	set->terms[i].stem = forms_add(&set->stems, tag, form.cps, form.n_cp);
	set->terms[i].skeleton =
		n_skeleton > 0 ? forms_add(&set->skeletons, tag, skeleton, n_skeleton)
			       : forms_add(&set->skeletons, tag | NO_SKELETON, form.cps, form.n_cp);
}

bool vocabulary_stems(struct compare_set *set, size_t *left)
{
	if (!set->stemmer)
		set->stemmer = stemmer_new((struct stem_counts){.self = set, .count = count});
	if (!set->senses)
		set->senses = xcalloc(set->n_terms + 1, sizeof *set->senses);
	enum { WORDS_OF_STEM = 8 }; /* that cost as much to read again */
	for (; set->at < set->n_terms && *left > 0; set->at++, take(left, WORDS_OF_STEM))
		find_stem(set, (uint32_t)set->at);
	if (set->at < set->n_terms)
		return false;
	stemmer_free(set->stemmer);
	set->stemmer = NULL;
	forms_release(&set->plain);
	forms_close(&set->forms);
	return true;
}

/* The least skeleton that is joined with this one. */
static uint32_t find_root(uint32_t *parents, uint32_t skeleton)
{
	while (parents[skeleton] != skeleton) {
		parents[skeleton] = parents[parents[skeleton]];
		skeleton = parents[skeleton];
	}
	return skeleton;
}

static void join_roots(uint32_t *parents, uint32_t one, uint32_t other)
{
	uint32_t a = find_root(parents, one), b = find_root(parents, other);
	if (a < b)
		parents[b] = a;
	else
		parents[a] = b;
}

/* Joins the roots of all words of a sense. */
static void join_senses(struct compare_set *set)
{
	uint32_t *first = xcalloc(thesaurus_count() + 1, sizeof *first); /* a root of it, + 1 */
	for (uint32_t i = 0; i < set->n_roots; i++)
		set->joined[i] = i;
	for (uint32_t i = 0; i < set->n_terms; i++) {
		for (size_t k = 0; k < set->senses[i].n; k++) {
			uint32_t *root = &first[set->senses[i].items[k]];
			if (*root > 0)
				join_roots(set->joined, *root - 1, set->roots[i]);
			else
				*root = set->roots[i] + 1;
		}
	}
	for (uint32_t i = 0; i < set->n_roots; i++)
		set->joined[i] = find_root(set->joined, i);
	free(first);
}

bool vocabulary_roots(struct compare_set *set, size_t *left)
{
	size_t n = set->skeletons.n;
	uint32_t *parents = xcalloc(n + 1, sizeof *parents);
	for (uint32_t i = 0; i < n; i++)
		parents[i] = i;
	/* Words of two languages that are the same in Latin letters have one root. */
	for (uint32_t i = 0; i < set->n_terms; i++)
		join_roots(parents, set->terms[i].skeleton,
			   set->terms[set->terms[i].form].skeleton);
	set->roots = xcalloc(set->n_terms + 1, sizeof *set->roots);
	for (uint32_t i = 0; i < set->n_terms; i++)
		set->roots[i] = find_root(parents, set->terms[i].skeleton);
	set->n_roots = n;
	set->joined = parents;
	join_senses(set);
	take(left, set->n_terms / 8);
	return true;
}

void vocabulary_release(struct compare_set *set)
{
	stemmer_free(set->stemmer);
	forms_release(&set->forms);
	forms_release(&set->stems);
	forms_release(&set->skeletons);
	forms_release(&set->plain);
	free(set->plain_terms);
	free(set->terms);
	free(set->counts);
	free(set->roots);
	free(set->joined);
	free(set->senses);
	weights_release(set);
}
