/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mark-filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

static const char *const names[] = {
	[FILTER_TAG] = "tag", [FILTER_CLAIM] = "claim", [FILTER_CODER] = "coder"};
enum { N_KINDS = sizeof names / sizeof *names };

void mark_filter_release(struct mark_filter *filter)
{
	for (size_t i = 0; i < filter->n; i++)
		free(filter->items[i].key);
	free(filter->items);
	*filter = (struct mark_filter){.n = 0};
}

/* Its place; `n` where it is not asked for. */
static size_t find(const struct mark_filter *filter, enum filter_kind kind, const char *key)
{
	size_t i = 0;
	while (i < filter->n &&
	       (filter->items[i].kind != kind || strcmp(filter->items[i].key, key) != 0))
		i++;
	return i;
}

bool mark_filter_has(const struct mark_filter *filter, enum filter_kind kind, const char *key)
{
	return find(filter, kind, key) < filter->n;
}

bool mark_filter_asks(const struct mark_filter *filter, enum filter_kind kind)
{
	for (size_t i = 0; i < filter->n; i++)
		if (filter->items[i].kind == kind)
			return true;
	return false;
}

void mark_filter_toggle(struct mark_filter *filter, enum filter_kind kind, const char *key)
{
	size_t at = find(filter, kind, key);
	if (at == filter->n) {
		struct filter_item item = {kind, xstrdup(key)};
		VEC_PUSH(filter->items, filter->n, filter->cap, item);
		return;
	}
	free(filter->items[at].key);
	filter->n--;
	memmove(filter->items + at, filter->items + at + 1,
		(filter->n - at) * sizeof *filter->items);
}

char *mark_filter_write(const struct mark_filter *filter)
{
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < filter->n; i++)
		str_appendf(&out, "%s %s\n", names[filter->items[i].kind], filter->items[i].key);
	return str_take(&out);
}

static void read_line(struct mark_filter *filter, const char *line)
{
	const char *space = strchr(line, ' ');
	for (size_t kind = 0; space && space[1] && kind < N_KINDS; kind++)
		if (strlen(names[kind]) == (size_t)(space - line) &&
		    strncmp(line, names[kind], (size_t)(space - line)) == 0 &&
		    !mark_filter_has(filter, (enum filter_kind)kind, space + 1))
			mark_filter_toggle(filter, (enum filter_kind)kind, space + 1);
}

void mark_filter_read(struct mark_filter *filter, const char *text)
{
	char *copy = xstrdup(text), *rest = NULL;
	mark_filter_release(filter);
	for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		read_line(filter, line);
	free(copy);
}
