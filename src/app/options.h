/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Options: what a person set, by the command line, the environment or the config file, in that order of force.
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

struct options {
	char *project;      /* path; NULL until options_finish() */
	bool demo;          /* --demo: a throw-away project */
	char *coder;        /* NULL until options_finish(): then the login name */
	enum bidi_mode bidi;
	enum color_mode color;
	char *copy_command; /* NULL: OSC 52 */
	bool mouse;
	bool print_help, print_version;
};

void options_init(struct options *options);
void options_release(struct options *options);

/*
 * Sets option `name` (long, without dashes) to `value`; INVALID with the allowed values, or with the nearest
 * name, as the detail.
 */
enum status options_set(struct options *options, const char *name, const char *value, struct fault *f) MUST_USE;

/* Reads $XDG_CONFIG_HOME/hashiya/config: `name = value` lines, # comments. A missing file is fine; warnings go to `warn`. */
enum status options_read_config(struct options *options, void (*warn)(const char *text, void *data), void *data,
				struct fault *f) MUST_USE;

/* Environment (HASHIYA_PROJECT, HASHIYA_BIDI, NO_COLOR) and defaults for what is still unset. */
enum status options_finish(struct options *options, struct fault *f) MUST_USE;

#endif
