/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reasons for a link: which words were matched, where they stand, what they weigh. */
#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/score.h"
#include "compare/text-reading.h"

static struct token_run tokens_of(const struct compare_set *set, struct unit_ref ref)
{
	const struct set_unit *unit = &set->units[set_unit_index(set, ref)];
	return (struct token_run){set->tokens + unit->first_token,
				  unit[1].first_token - unit->first_token};
}

static struct cp_range place(const struct compare_set *set, struct unit_ref ref,
			     const struct token *token)
{
	return word_range(&text_unit_words(set->texts[ref.text].text, ref.unit).items[token->word]);
}

static int by_weight_and_place(const void *a, const void *b)
{
	const struct match *x = a, *y = b;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return x->a.start_cp < y->a.start_cp ? -1 : 1;
}

void compare_why(const struct compare_set *set, struct unit_ref a, struct unit_ref b,
		 struct match_list *out)
{
	struct token_run of_a = tokens_of(set, a), of_b = tokens_of(set, b);
	size_t n = 0;
	out->n = 0;
	if (a.text == b.text)
		return;
	struct token_match *matches = xcalloc(of_a.n + 1, sizeof *matches);
	score_match(set, of_a, of_b, matches, &n);
	for (size_t i = 0; i < n; i++) {
		struct match match = {
			.a = place(set, a, matches[i].a),
			.b = place(set, b, matches[i].b),
			.level = matches[i].level,
			.aside = matches[i].a->aside || matches[i].b->aside,
			.weight = (matches[i].weight + SCORE_PART / 2) / SCORE_PART,
		};
		VEC_PUSH(out->items, out->n, out->cap, match);
	}
	free(matches);
	if (out->n > 1)
		qsort(out->items, out->n, sizeof *out->items, by_weight_and_place);
}
