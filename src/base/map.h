/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts by a text. A balanced tree: no choice of keys, however hostile, makes it slow.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

/* All zero is a valid empty one. */
struct map {
	void *root;
};

#define MAP_EMPTY ((struct map){.root = NULL})

/* Copies both; what `key` had before is forgotten. */
void map_put(struct map *map, const char *key, const char *value);

/* NULL where there is none; borrowed until that key is put again or the map released. */
const char *map_get(const struct map *map, const char *key);

void map_release(struct map *map);

#endif
