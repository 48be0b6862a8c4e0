/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a unit that count, and what each weighs there. */
#include <stdlib.h>

#include "base/vec.h"
#include "compare/phrases.h"

static int by_root_and_word(const void *a, const void *b)
{
	const struct token *x = a, *y = b;
	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	return x->word < y->word ? -1 : 1;
}

/* From the order of words; that of several of one root stays. */
static void sort(struct token *tokens, size_t n)
{
	enum { FEW = 32 };
	if (n > FEW) {
		qsort(tokens, n, sizeof *tokens, by_root_and_word);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		struct token token = tokens[i];
		size_t k = i;
		for (; k > 0 && tokens[k - 1].root > token.root; k--)
			tokens[k] = tokens[k - 1];
		tokens[k] = token;
	}
}

/* Of a word that stands there again and again, no more than so many count. */
static size_t drop_repeated(struct token *tokens, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		bool repeated = kept >= TOKENS_OF_ROOT &&
				tokens[kept - TOKENS_OF_ROOT].root == tokens[i].root;
		if (!repeated)
			tokens[kept++] = tokens[i];
	}
	return kept;
}

/* A group weighs what its heaviest word does, shared among its words as they weigh. */
static void share_weight(struct token *tokens, size_t n)
{
	uint32_t sum = 0, most = 0;
	for (size_t i = 0; i < n; i++) {
		sum += tokens[i].weight;
		most = tokens[i].weight > most ? tokens[i].weight : most;
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t weight = tokens[i].weight * most / sum;
		tokens[i].weight = (uint16_t)(weight > 0 ? weight : 1);
	}
}

static void share_weights(struct token *tokens, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		while (end < n && tokens[end].group == tokens[i].group)
			end++;
		if (end - i > 1)
			share_weight(tokens + i, end - i);
	}
}

/*
 * Those of a unit, in the order of its words, each weighing `least` at the least; returns how many.
 */
static size_t gather(const struct compare_set *set, struct unit_ref ref, uint32_t least,
		     struct token *tokens)
{
	struct word_run words = text_unit_words(set->texts[ref.text].text, ref.unit);
	size_t n = 0, clause = 0;
	for (size_t i = 0; i < words.n && i <= UINT16_MAX; i++) {
		const struct word *word = &words.items[i];
		uint32_t term = set->texts[ref.text].terms[word->form];
		uint32_t weight = set->terms[term].weight;
		weight = weight < least ? least : weight;
		clause += i > 0 && word->flags & WORD_CLAUSE;
		if (weight > 0)
			tokens[n++] = (struct token){
				.root = set->joined[set->roots[term]],
				.term = term,
				.word = (uint16_t)i,
				.weight = (uint16_t)weight,
				.clause = (uint8_t)clause,
			};
	}
	return n;
}

size_t tokens_of_unit(const struct compare_set *set, struct unit_ref ref, struct token **tokens,
		      size_t *cap)
{
	size_t n_words = text_unit_words(set->texts[ref.text].text, ref.unit).n;
	*tokens = vec_reserve(*tokens, cap, n_words, sizeof **tokens);
	size_t n = gather(set, ref, 0, *tokens);
	if (n == 0) /* of stop words alone: it has a link with its like, if nothing else */
		n = gather(set, ref, COMPARE_ONE / 16, *tokens);
	phrases_group(set, ref, *tokens, n);
	share_weights(*tokens, n);
	sort(*tokens, n);
	return drop_repeated(*tokens, n);
}
