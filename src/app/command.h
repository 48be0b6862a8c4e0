/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Commands: everything a person can do, by name. command.def is the one table, from which dispatch,
 * the palette, the help, the footer and the manual come. Adding one touches two files: the table,
 * and the file that does it.
 */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "app/view.h"

struct command {
	const char *name;     /* "next-word": what keymaps and the palette call it */
	unsigned sections;    /* enum section, or-ed: where it works; COMMAND_ACTS */
	/*
	 * Its place among the keys shown at the foot of its sections, from 1; 0: it is not there.
	 */
	int footer;
	const char *label;    /* one or two words for the footer, N_() */
	const char *help;     /* one line, N_() */
	const char *synonyms; /* other words that people may look for, English, "" for none */
	void (*run)(struct app *app, const char *argument); /* argument: "" where none was given */
};

/* The table; ends before *n. */
const struct command *command_table(size_t *n);
/* By name, or NULL. */
const struct command *command_find(const char *name);

/* The functions of the table; each stands in the file of what it works on. */
#define COMMAND(function, name, sections, footer, label, help, synonyms) \
	void command_##function(struct app *app, const char *argument);
#include "app/command.def"
#undef COMMAND

#endif
