/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tags of the codebook, with their counts, as JSON.
 */
#ifndef CLI_TAGS_H
#define CLI_TAGS_H

#include "cli/cli.h"
#include "cli/row.h"

/* The tag `path` and those below it; NOT_FOUND. */
enum status tags_below(const struct project *project, const char *path, struct tag_list *out,
		       struct fault *f) MUST_USE;

/* Prints the tags of these paths as an array; of one path, as an object. */
enum status tags_print(struct cli *cli, char *const *paths, size_t n, struct fault *f) MUST_USE;
enum status tags_print_one(struct cli *cli, const char *path, struct fault *f) MUST_USE;

#endif
