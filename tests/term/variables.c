/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "variables.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

void variables_set(struct variables *variables, const char *name, const char *value)
{
	variables->items = vec_reserve(variables->items, &variables->cap, variables->n + 1, sizeof *variables->items);
	variables->items[variables->n++] = (struct variable){.name = xstrdup(name), .value = xstrdup(value)};
}

static const char *find(const struct variables *variables, const char *name, size_t n)
{
	for (size_t i = variables->n; i > 0; i--) {
		const struct variable *variable = &variables->items[i - 1];
		if (strlen(variable->name) == n && memcmp(variable->name, name, n) == 0)
			return variable->value;
	}
	return NULL;
}

char *variables_expand(const struct variables *variables, const char *line)
{
	struct str out = STR_EMPTY;

	while (*line) {
		size_t n = *line == '@' ? strspn(line + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") : 0;
		const char *value = n > 0 ? find(variables, line + 1, n) : NULL;
		if (value)
			str_append_str(&out, value);
		else
			str_append_char(&out, *line);
		line += value ? n + 1 : 1;
	}
	str_append_str(&out, "");
	return str_take(&out);
}

void variables_release(struct variables *variables)
{
	for (size_t i = 0; i < variables->n; i++) {
		free(variables->items[i].name);
		free(variables->items[i].value);
	}
	free(variables->items);
	*variables = (struct variables){.items = NULL};
}
