/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program as a command: what a subcommand has at hand, and one function a subcommand.
 *
 * A subcommand prints through `out`, asks app/project for the work, and returns what came of it;
 * the fault is told by the one who called it, and the status is the exit code.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "app/project.h"
#include "cli/args.h"
#include "cli/out.h"

struct interface;

struct cli {
	struct options options;
	struct project project;
	struct out out; /* standard output */
	const struct interface *interface;
	bool utf8; /* the locale is UTF-8 as it came */
};

/* The interface: tui_run() or headless_run(), which this room cannot name. */
struct interface {
	enum status (*run)(const struct options *options, char **args, size_t n_args,
			   struct fault *f);
	enum status (*run_headless)(const struct options *options, char **args, size_t n_args,
				    const char *keys_path, size_t n_rows, size_t n_cols,
				    struct fault *f);
	const char *(*version)(void); /* the library below it, for `doctor`; static */
};

/* The whole program but the interface; returns the exit code. */
int cli_main(int argc, char **argv, const struct interface *interface);

#define SUBCOMMAND(function, words, least, most, project, operands, help)                          \
	enum status cli_##function(struct cli *cli, const struct args *args, struct fault *f)      \
		MUST_USE;
#include "cli/subcommand.def"

#endif
