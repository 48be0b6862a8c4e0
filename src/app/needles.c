/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/needles.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

void needles_init(struct needles *needles, const char *typed)
{
	*needles = (struct needles){.words = NULL};
	while (*typed) {
		typed += strspn(typed, " \t");
		size_t n = strcspn(typed, " \t");
		struct folded word;
		if (n == 0)
			break;
		fold_init_utf8(&word, typed, n);
		VEC_PUSH(needles->words, needles->n, needles->cap, word);
		typed += n;
	}
}

void needles_release(struct needles *needles)
{
	for (size_t i = 0; i < needles->n; i++)
		folded_release(&needles->words[i]);
	free(needles->words);
	*needles = (struct needles){.words = NULL};
}

bool needles_match(const struct needles *needles, const struct folded *hay)
{
	for (size_t i = 0; i < needles->n; i++)
		if (needles->words[i].n_cps > 0 &&
		    fold_find(hay, &needles->words[i], 0) >= hay->n_cps)
			return false;
	return true;
}

bool needles_begin(const struct needles *needles, const struct folded *hay)
{
	const struct folded *word = needles->n > 0 ? &needles->words[0] : NULL;
	return word && word->n_cps <= hay->n_cps &&
	       memcmp(hay->cps, word->cps, word->n_cps * sizeof *word->cps) == 0;
}
