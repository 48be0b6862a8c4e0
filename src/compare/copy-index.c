/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A hash table of shingles for each text: the words at which those of one hash begin are chained,
 * the last one first.
 */
#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/copies-internal.h"

enum {
	COMMON = 8,         /* a shingle that stands more often in a text leads nowhere */
	LONGEST_WALK = 256, /* along a chain; longer ones are common ones */
	FEWEST_SLOTS = 16,
	FEW_SHINGLES = 6,   /* a unit of more is led to by two shingles at least */
};

#define NO_WORD UINT32_MAX

struct shingles {
	struct word_run words; /* of the whole text */
	uint32_t *first;       /* by hash: a word, or NO_WORD */
	uint32_t *next;        /* by word */
	uint8_t *counts;       /* by word: of the shingle that begins there, at most COMMON + 1 */
	uint32_t mask;         /* slots of `first`, less one */
};

struct copy_index {
	const struct compare_set *set;
	struct shingles texts[COMPARE_TEXTS];
	size_t text, unit; /* what comes next */
	enum { CHAIN, COUNT } pass;
};

static uint32_t stem_of(const struct copy_index *index, size_t text, const struct word *word)
{
	return set_term(index->set, text, word)->stem;
}

/* FNV-1a over the stems, mixed so that the lowest bits depend on all. */
static uint32_t hash(const uint32_t stems[SHINGLE])
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < SHINGLE; i++)
		for (unsigned shift = 0; shift < 32; shift += 8)
			h = (h ^ (stems[i] >> shift & 0xFF)) * 16777619u;
	return h ^ h >> 15;
}

static void shingle_at(const struct copy_index *index, size_t text, const struct word *words,
		       uint32_t stems[SHINGLE])
{
	for (size_t i = 0; i < SHINGLE; i++)
		stems[i] = stem_of(index, text, &words[i]);
}

static void shingles_init(struct shingles *shingles, const struct compare_text *text)
{
	size_t slots = FEWEST_SLOTS;
	shingles->words = text_words(text);
	while (slots < shingles->words.n)
		slots *= 2;
	shingles->mask = (uint32_t)slots - 1;
	shingles->first = xmalloc(slots * sizeof *shingles->first);
	shingles->next = xmalloc((shingles->words.n + 1) * sizeof *shingles->next);
	shingles->counts = xcalloc(shingles->words.n + 1, sizeof *shingles->counts);
	for (size_t i = 0; i < slots; i++)
		shingles->first[i] = NO_WORD;
}

struct copy_index *copy_index_new(const struct compare_set *set)
{
	struct copy_index *index = xcalloc(1, sizeof *index);
	index->set = set;
	return index;
}

void copy_index_free(struct copy_index *index)
{
	for (size_t i = 0; index && i < COMPARE_TEXTS; i++) {
		free(index->texts[i].first);
		free(index->texts[i].next);
		free(index->texts[i].counts);
	}
	free(index);
}

static bool same_shingle(const struct copy_index *index, size_t text, size_t at,
			 const uint32_t stems[SHINGLE])
{
	const struct word *words = index->texts[text].words.items + at;
	for (size_t i = 0; i < SHINGLE; i++)
		if (stem_of(index, text, &words[i]) != stems[i])
			return false;
	return true;
}

/* Where a shingle stands in a text, COMMON + 1 where that is too often to follow. */
static size_t find_places(const struct copy_index *index, size_t text,
			  const uint32_t stems[SHINGLE], uint32_t places[COMMON])
{
	const struct shingles *shingles = &index->texts[text];
	size_t n = 0, walked = 0;
	uint32_t at = shingles->first[hash(stems) & shingles->mask];
	for (; at != NO_WORD; at = shingles->next[at]) {
		if (walked++ == LONGEST_WALK)
			return COMMON + 1;
		if (!same_shingle(index, text, at, stems))
			continue;
		if (n == COMMON || shingles->counts[at] > COMMON)
			return COMMON + 1;
		places[n++] = at;
	}
	return n;
}

static void chain(struct shingles *shingles, size_t at, const uint32_t stems[SHINGLE])
{
	uint32_t *first = &shingles->first[hash(stems) & shingles->mask];
	shingles->next[at] = *first;
	*first = (uint32_t)at;
}

/* The words of a unit that may be a copy. */
static struct word_run words_of(const struct copy_index *index, struct unit_ref ref)
{
	const struct compare_text *text = compare_set_text(index->set, ref.text);
	enum unit_kind kind = compare_text_unit(text, ref.unit).kind;
	if (kind != UNIT_TEXT && kind != UNIT_HEADING)
		return (struct word_run){.n = 0};
	return text_unit_words(text, ref.unit);
}

static size_t count_shingles(struct word_run words)
{
	return words.n < SHINGLE ? 0 : words.n - SHINGLE + 1;
}

/* Returns how many words it has. */
static size_t add_unit(struct copy_index *index, size_t text, size_t unit)
{
	struct shingles *shingles = &index->texts[text];
	struct word_run words = words_of(index, (struct unit_ref){text, unit});
	uint32_t stems[SHINGLE], places[COMMON];
	for (size_t i = 0; i < count_shingles(words); i++) {
		size_t at = (size_t)(words.items + i - shingles->words.items);
		shingle_at(index, text, words.items + i, stems);
		if (index->pass == CHAIN)
			chain(shingles, at, stems);
		else
			shingles->counts[at] =
				(uint8_t)find_places(index, text, stems, places);
	}
	return words.n;
}

static void next_pass(struct copy_index *index)
{
	index->unit = 0;
	if (index->pass == COUNT)
		index->text++;
	index->pass = index->pass == CHAIN ? COUNT : CHAIN;
}

bool copy_index_build(struct copy_index *index, size_t max_words)
{
	for (size_t words = 0; index->text < compare_set_count(index->set);) {
		const struct compare_text *text = compare_set_text(index->set, index->text);
		if (words >= max_words)
			return false;
		if (!index->texts[index->text].first)
			shingles_init(&index->texts[index->text], text);
		if (index->unit < compare_text_count(text))
			words += 1 + add_unit(index, index->text, index->unit++);
		else
			next_pass(index);
	}
	return true;
}

/* Units that shingles led to, and how often. */
struct trail {
	uint32_t unit, n;
};

struct trails {
	struct trail *items;
	size_t n, cap;
};

static int by_unit(const void *one, const void *other)
{
	const struct trail *a = one, *b = other;
	return (a->unit > b->unit) - (a->unit < b->unit);
}

static void add_trails(const struct copy_index *index, struct unit_ref from, size_t to,
		       struct trails *out)
{
	const struct shingles *shingles = &index->texts[from.text];
	const struct compare_text *other = compare_set_text(index->set, to);
	struct word_run words = words_of(index, from);
	uint32_t stems[SHINGLE], places[COMMON];
	for (size_t i = 0; i < count_shingles(words); i++) {
		if (shingles->counts[words.items + i - shingles->words.items] > COMMON)
			continue;
		shingle_at(index, from.text, words.items + i, stems);
		size_t n = find_places(index, to, stems, places);
		for (size_t k = 0; k < n && n <= COMMON; k++) {
			size_t cp = index->texts[to].words.items[places[k]].start_cp;
			uint32_t unit = (uint32_t)compare_text_unit_at(other, cp);
			VEC_PUSH(out->items, out->n, out->cap, ((struct trail){unit, 1}));
		}
	}
}

/* One a unit. */
static void sum_up(struct trails *trails)
{
	size_t kept = 0;
	if (trails->n == 0)
		return;
	qsort(trails->items, trails->n, sizeof *trails->items, by_unit);
	for (size_t i = 1; i < trails->n; i++)
		if (trails->items[i].unit == trails->items[kept].unit)
			trails->items[kept].n++;
		else
			trails->items[++kept] = trails->items[i];
	trails->n = kept + 1;
}

static struct overlap_unit unit_of(const struct copy_index *index, struct unit_ref ref)
{
	const struct shingles *shingles = &index->texts[ref.text];
	struct word_run words = text_unit_words(compare_set_text(index->set, ref.text), ref.unit);
	return (struct overlap_unit){ref, shingles->counts + (words.items - shingles->words.items)};
}

void copy_index_find(const struct copy_index *index, struct unit_ref from, size_t to,
		     struct copy_list *out)
{
	struct trails trails = {.items = NULL};
	bool few = count_shingles(words_of(index, from)) <= FEW_SHINGLES;
	add_trails(index, from, to, &trails);
	sum_up(&trails);
	for (size_t i = 0; i < trails.n; i++) {
		struct copy copy;
		struct unit_ref ref = {to, trails.items[i].unit};
		struct overlap_unit one = unit_of(index, from), other = unit_of(index, ref);
		if (trails.items[i].n == 1 && !few &&
		    count_shingles(words_of(index, ref)) > FEW_SHINGLES)
			continue;
		if (copy_between(index->set, &one, &other, &copy))
			VEC_PUSH(out->items, out->n, out->cap, copy);
	}
	free(trails.items);
}
