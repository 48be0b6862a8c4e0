/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Subcommands found by their words.
 */
#ifndef CLI_SUBCOMMAND_H
#define CLI_SUBCOMMAND_H

#include "cli/args.h"

/*
 * The subcommand that `words` begin with, the longest name first; returns how many words that is.
 * 0: none.
 */
size_t subcommand_find(char *const *words, size_t n_words, const struct subcommand **out);

/*
 * USAGE where the operands are too few or too many, or, with no subcommand, where the first of them
 * is no file, number or id but nearly a subcommand.
 */
enum status subcommand_check(const struct subcommand *subcommand, char *const *operands,
			     size_t n_operands, struct fault *f) MUST_USE;

#endif
