/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/map.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct map_entry {
	char *key, *value;
};

static int compare(const void *a, const void *b)
{
	const struct map_entry *left = a, *right = b;
	return strcmp(left->key, right->key);
}

static struct map_entry *find(const struct map *map, const char *key)
{
	const struct map_entry sought = {.key = (char *)key};
	void *node = tfind(&sought, &map->root, compare);
	return node ? *(struct map_entry **)node : NULL;
}

static void add(struct map *map, const char *key, const char *value)
{
	struct map_entry *entry = xmalloc(sizeof *entry);
	*entry = (struct map_entry){.key = xstrdup(key), .value = xstrdup(value)};
	if (!tsearch(entry, &map->root, compare))
		xalloc_die();
}

void map_put(struct map *map, const char *key, const char *value)
{
	struct map_entry *entry = find(map, key);
	if (!entry) {
		add(map, key, value);
		return;
	}
	char *copy = xstrdup(value);
	free(entry->value);
	entry->value = copy;
}

const char *map_get(const struct map *map, const char *key)
{
	const struct map_entry *entry = find(map, key);
	return entry ? entry->value : NULL;
}

static void entry_free(void *item)
{
	struct map_entry *entry = item;
	free(entry->key);
	free(entry->value);
	free(entry);
}

void map_release(struct map *map)
{
	tdestroy(map->root, entry_free);
	*map = MAP_EMPTY;
}
