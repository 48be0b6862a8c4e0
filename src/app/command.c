/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/command.h"

#include <string.h>

#include "app/i18n.h"

static const struct command table[] = {
#define COMMAND(function, name, sections, footer, label, help, synonyms) \
	{name, sections, footer, label, help, synonyms, command_##function},
#include "app/command.def"
#undef COMMAND
};

const struct command *command_table(size_t *n)
{
	*n = sizeof table / sizeof *table;
	return table;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}
