/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All mentions as the grid needs them, without a search for each: the index of places is read from
 * end to end for the article of each highlight, then the index of claims for the mentions.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "store/store-internal.h"

/* An id, with zeroes behind it up to a whole number of words. */
enum { KEY_WORDS = (ID_SIZE + 7) / 8 };

struct key {
	uint64_t words[KEY_WORDS];
};

struct place {
	struct key highlight;
	size_t article;
};

struct article_id {
	char id[ID_SIZE];
};

/* With a part of the hash, so that it is seldom that an item is looked at in vain. */
struct slot {
	uint32_t hash, item; /* the index, and 1; 0: free */
};

/* The article of each highlight: an open hash table over `items`, at most half full. */
struct places {
	struct place *items;
	size_t n, cap;
	struct article_id *articles;
	size_t n_articles, cap_articles;
	struct slot *slots;
	size_t mask; /* a power of two, less one */
};

struct reading {
	struct places places;
	struct coder_names coders;
	mention_stance_taker *take;
	void *data;
};

static struct key key_of(const char *id)
{
	struct key key = {.words = {0}};
	memcpy(key.words, id, strnlen(id, ID_SIZE - 1));
	return key;
}

static uint64_t hash(const struct key *key)
{
	uint64_t h = 0;
	for (size_t i = 0; i < KEY_WORDS; i++) {
		h = (h ^ key->words[i]) * 0x9e3779b97f4a7c15u;
		h ^= h >> 32;
	}
	return h;
}

/* The slot of a highlight, or the free one where it would be. */
static struct slot *slot_of(const struct places *places, const struct key *key, uint64_t h)
{
	const struct place *items = places->items;
	size_t at = (size_t)h & places->mask;
	for (;; at = (at + 1) & places->mask) {
		struct slot *slot = &places->slots[at];
		if (!slot->item ||
		    (slot->hash == h >> 32 &&
		     memcmp(&items[slot->item - 1].highlight, key, sizeof *key) == 0))
			return slot;
	}
}

/* Highlights come by article. */
static void read_place(sqlite3_stmt *stmt, void *out)
{
	struct places *places = out;
	struct article_id article;
	column_id(stmt, 0, article.id);
	if (places->n_articles == 0 ||
	    strcmp(places->articles[places->n_articles - 1].id, article.id) != 0)
		VEC_PUSH(places->articles, places->n_articles, places->cap_articles, article);
	struct place place = {.highlight = key_of(column_borrowed(stmt, 1)),
			      .article = places->n_articles - 1};
	VEC_PUSH(places->items, places->n, places->cap, place);
}

static enum status places_load(struct store *store, struct places *places, struct fault *f)
{
	struct query q = query_new(store, SQL_HIGHLIGHT_ARTICLES);
	enum status status = query_each(&q, read_place, places, f);
	size_t n_slots = 2;
	while (n_slots < 2 * places->n)
		n_slots *= 2;
	places->slots = xcalloc(n_slots, sizeof *places->slots);
	places->mask = n_slots - 1;
	for (size_t i = 0; i < places->n; i++) {
		const struct key *key = &places->items[i].highlight;
		uint64_t h = hash(key);
		*slot_of(places, key, h) = (struct slot){(uint32_t)(h >> 32), (uint32_t)(i + 1)};
	}
	return status;
}

static void places_release(struct places *places)
{
	free(places->items);
	free(places->articles);
	free(places->slots);
}

static void read_mention(sqlite3_stmt *stmt, void *out)
{
	struct reading *reading = out;
	const struct places *places = &reading->places;
	struct key highlight = key_of(column_borrowed(stmt, 1));
	uint32_t item = slot_of(places, &highlight, hash(&highlight))->item;
	if (!item)
		return;
	struct mention_stance row = {
		.claim = column_borrowed(stmt, 0),
		.article = places->articles[places->items[item - 1].article].id,
		.coder = coder_names_find(&reading->coders, column_borrowed(stmt, 2)),
		.stance = column_borrowed(stmt, 3)};
	reading->take(reading->data, &row);
}

enum status store_mention_stances(struct store *store, mention_stance_taker *take, void *data,
				  struct fault *f)
{
	struct reading reading = {.take = take, .data = data};
	enum status status = coder_names_load(store, &reading.coders, f);
	if (status == STATUS_OK)
		status = places_load(store, &reading.places, f);
	if (status == STATUS_OK) {
		struct query q = query_new(store, SQL_MENTION_STANCES);
		status = query_each(&q, read_mention, &reading, f);
	}
	places_release(&reading.places);
	coder_names_release(&reading.coders);
	return status;
}
