/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/copier.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xalloc.h"

enum { MOST_WORDS = 400 };

/* Below `n`: the top bits of Knuth's MMIX generator. */
static unsigned pick(struct copier *copier, unsigned n)
{
	copier->seed = copier->seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((copier->seed >> 33) % n);
}

static bool happens(struct copier *copier, unsigned of_100)
{
	return pick(copier, 100) < of_100;
}

static const char *respelled(char32_t cp)
{
	switch (cp) {
	case U'أ':
	case U'إ':
	case U'آ': return "ا";
	case U'ة': return "ه";
	case U'ى': return "ي";
	case U'ي': return "ى";
	case U'م': return "مـ";
	case U'ر': return "رَ";
	case U'س': return "سّ";
	default: return NULL;
	}
}

/* ى for ي only at the end of a word. */
static void put_respelled(const char *word, size_t n, struct str *out)
{
	for (size_t i = 0; i < n;) {
		char32_t cp;
		size_t taken = utf8_next(word + i, n - i, &cp);
		const char *other = cp == U'ي' && i + taken < n ? NULL : respelled(cp);
		if (other)
			str_append_str(out, other);
		else
			str_append(out, word + i, taken);
		i += taken;
	}
}

struct words {
	struct {
		const char *p;
		size_t n;
	} items[MOST_WORDS];
	size_t n;
};

static void split(const char *sentence, struct words *words)
{
	words->n = 0;
	while (*sentence && words->n < MOST_WORDS) {
		size_t n = strcspn(sentence, " \n");
		if (n > 0) {
			words->items[words->n].p = sentence;
			words->items[words->n++].n = n;
		}
		sentence += n + (sentence[n] != 0);
	}
}

static void swap_words(struct copier *copier, struct words *words)
{
	for (size_t i = 0; i + 1 < words->n; i++) {
		if (!happens(copier, copier->swaps))
			continue;
		struct words copy = *words;
		words->items[i] = copy.items[i + 1];
		words->items[i + 1] = copy.items[i];
		i++;
	}
}

static void put_sentence(struct copier *copier, const char *sentence, struct str *out)
{
	struct words words;
	split(sentence, &words);
	swap_words(copier, &words);
	for (size_t i = 0; i < words.n; i++) {
		if (happens(copier, copier->drops))
			continue;
		if (happens(copier, copier->spellings))
			put_respelled(words.items[i].p, words.items[i].n, out);
		else
			str_append(out, words.items[i].p, words.items[i].n);
		str_append_char(out, ' ');
	}
	str_append_char(out, '\n');
}

static size_t *order_of(struct copier *copier, size_t n)
{
	size_t *order = xmalloc((n + 1) * sizeof *order);
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; copier->reorder && i > 1; i--) {
		size_t k = pick(copier, (unsigned)i), unit = order[k];
		order[k] = order[i - 1];
		order[i - 1] = unit;
	}
	return order;
}

void copier_copy(struct copier *copier, const struct opened *opened, size_t text, struct str *out,
		 size_t **lines)
{
	size_t n = compare_text_count(opened->texts[text]);
	size_t *order = order_of(copier, n);
	*lines = xmalloc((n + 1) * sizeof **lines);
	for (size_t line = 0; line < n; line++) {
		struct unit unit = compare_text_unit(opened->texts[text], order[line]);
		char *sentence = opened_text(opened, text, unit.range);
		put_sentence(copier, sentence, out);
		(*lines)[order[line]] = line;
		free(sentence);
	}
	free(order);
}
