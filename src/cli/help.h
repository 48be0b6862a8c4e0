/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help, made of the tables.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/args.h"
#include "cli/out.h"

/*
 * Of the subcommand, else of those whose first word is the first operand, else of the program,
 * which fits 80 columns and 24 rows.
 */
void help_print(struct out *out, const struct args *args);

/* The version on the first line, then the libraries and the licence. */
void help_version(struct out *out);

#endif
