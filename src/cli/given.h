/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What several subcommands ask of their arguments.
 */
#ifndef CLI_GIVEN_H
#define CLI_GIVEN_H

#include <stdbool.h>

#include "app/project.h"
#include "base/fault.h"
#include "base/str.h"
#include "text/paragraph.h"

/* "auto", "rtl" or "ltr"; INVALID. */
enum status given_dir(const char *value, enum text_dir *out, struct fault *f) MUST_USE;

/* A value that is "-" means standard input, without its last line end; NULL is left alone. */
enum status given_text(const char *value, struct str *out, struct fault *f) MUST_USE;

/*
 * What an operand ARTICLE|FILE names: the article of the project with this number or id, in `*out`;
 * else `*is_file`, and `*out` stays as it is. A number or id comes before a file of that name, which
 * is ./1; "-" is standard input.
 */
enum status given_article(struct project *project, const char *ref, struct article *out,
			  bool *is_file, struct fault *f) MUST_USE;

#endif
