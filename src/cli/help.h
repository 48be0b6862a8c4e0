/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help, made of the tables.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/args.h"
#include "cli/out.h"

/* Of one subcommand, or of the program where that is NULL. At most 80 columns. */
void help_print(struct out *out, const struct subcommand *subcommand);

/* The version on the first line, then the libraries and the licence. */
void help_version(struct out *out);

#endif
