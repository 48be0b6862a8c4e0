/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Options: what a person set, by the command line, the environment or the config file, in that
 * order of force.
 *
 * option.def is the one table: names, kinds, defaults, words for the help and the manual.
 */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "term/guard.h"

enum color_mode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* The options by number, in the order of option.def. */
enum option_index {
#define OPTION(field, name, short_name, kind, argument, where, help) OPTION_##field,
#include "app/option.def"
#undef OPTION
	N_OPTIONS
};

/*
 * Who set an option, the weakest first: a stronger one is never overridden. SOURCE_STATE is what was
 * answered in the interface.
 */
enum option_source {
	SOURCE_DEFAULT,
	SOURCE_STATE,
	SOURCE_CONFIG,
	SOURCE_ENVIRONMENT,
	SOURCE_COMMAND_LINE,
};

struct options {
	char *project;      /* path; NULL until options_finish() */
	bool demo;          /* --demo: a throw-away project */
	char *coder;        /* NULL until options_finish(): then the login name */
	bool blind;         /* what other coders did is hidden: project_sees() */
	enum bidi_mode bidi;
	enum color_mode color;
	char *copy_command; /* NULL: OSC 52 */
	bool mouse;
	bool print_help, print_version;
	unsigned char source[N_OPTIONS]; /* enum option_source */
};

/* What option.def says of one option. */
struct option_info {
	const char *name;
	char short_name;      /* 0: none */
	const char *argument; /* "" for a flag */
	const char *help;     /* a msgid for gettext */
	bool in_config;       /* may stand in the config file */
};

/* Entry `index` (enum option_index) of the table. Static. */
const struct option_info *option_info(size_t index);

void options_init(struct options *options);
void options_release(struct options *options);

/*
 * Sets option `name` (long, without dashes) to `value` (ignored by a flag) for the command line;
 * INVALID with the allowed values, USAGE with the nearest name, as the detail.
 */
enum status options_set(struct options *options, const char *name, const char *value,
			struct fault *f) MUST_USE;

/*
 * Reads $XDG_CONFIG_HOME/hashiya/config: `name = value` lines, # comments. A missing file is fine;
 * warnings go to `warn`.
 */
enum status options_read_config(struct options *options, void (*warn)(const char *text, void *data),
				void *data, struct fault *f) MUST_USE;

/* The same as options_set() for a line of the config file: weaker, and not for all options. */
enum status options_set_config(struct options *options, const char *name, const char *value,
			       struct fault *f) MUST_USE;

/*
 * "<$variable>/hashiya/<name>", or "~/<fallback>/hashiya/<name>" where that is not set; the
 * caller's.
 */
char *options_xdg_path(const char *variable, const char *fallback, const char *name);

/*
 * Environment (HASHIYA_PROJECT, HASHIYA_CODER, HASHIYA_BIDI, NO_COLOR), the coder's remembered name
 * (coder.h), and defaults for what is still unset.
 */
enum status options_finish(struct options *options, struct fault *f) MUST_USE;

#endif
