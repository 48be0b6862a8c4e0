/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line, understood by the tables: subcommand.def and app/option.def.
 *
 * Options stand before or after operands, `--name VALUE`, `--name=VALUE`, `-n VALUE`, `-nVALUE`;
 * `--` ends them. Values are borrowed from argv.
 */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/options.h"
#include "base/fault.h"

/* Options of subcommands by number: ARG_<function>_<argument>. */
enum argument {
#define ARGUMENT(function, argument, name, short_name, value, help) ARG_##function##_##argument,
#include "cli/subcommand.def"
	N_ARGUMENTS
};

enum project_need { PROJECT_NONE, PROJECT_FILES, PROJECT_MAYBE, PROJECT_EXISTING };

struct cli;
struct args;

struct subcommand {
	const char *words;        /* "tag add" */
	size_t least, most;       /* operands */
	enum project_need project;
	const char *operands;     /* for the help */
	const char *help;         /* a msgid for gettext */
	enum status (*run)(struct cli *cli, const struct args *args, struct fault *f);
};

struct argument_info {
	const struct subcommand *subcommand;
	const char *name;
	char short_name;   /* 0: none */
	const char *value; /* "" for a flag */
	const char *help;  /* a msgid for gettext */
};

/* Entries of the tables; NULL after the last. Static. */
const struct subcommand *subcommand_info(size_t index);
const struct argument_info *argument_info(size_t index);

/* Example `index` of a subcommand, what stands behind its words; NULL after the last. Static. */
const char *subcommand_example(const struct subcommand *subcommand, size_t index);

/* What tests ask of the interface instead of a terminal. */
struct headless {
	const char *keys;      /* file of keys; NULL: a terminal */
	size_t n_rows, n_cols;
};

struct args {
	const struct subcommand *subcommand; /* NULL: the interface */
	char **operands;
	size_t n_operands, cap_operands;
	struct given {
		enum argument argument;
		char *value;
	} *given;
	size_t n_given, cap_given;
	struct headless headless;
};

/*
 * Understands `argv` (without the program's name), which must outlive `args`; options of the whole
 * program go to `options`. USAGE with what may have been meant as the detail. Release it in any
 * case.
 */
enum status args_parse(struct args *args, struct options *options, char **argv, size_t n_argv,
		       struct fault *f) MUST_USE;
void args_release(struct args *args);

/* The last value given, or NULL. */
const char *args_value(const struct args *args, enum argument argument);
bool args_flag(const struct args *args, enum argument argument);

/*
 * The same by the option's name, for what several subcommands take; the subcommand must have it. ""
 * for a flag.
 */
const char *args_option(const struct args *args, const char *name);

/* All values given, in their order: an array that is the caller's, of borrowed values. */
char **args_values(const struct args *args, enum argument argument, size_t *n);

/* The value as a number up to `max`; `*out` stays where it was not given. INVALID. */
enum status args_number(const struct args *args, enum argument argument, size_t max, size_t *out,
			struct fault *f) MUST_USE;
enum status args_option_number(const struct args *args, const char *name, size_t max, size_t *out,
			       struct fault *f) MUST_USE;

#endif
