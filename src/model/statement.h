/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statement of a claim: what several articles may say, deny or leave out.
 *
 * It is kept as a person gave it, lines too, but for white space and line ends around it. Two claims
 * have the same statement only if they are equal to the byte after that.
 */
#ifndef MODEL_STATEMENT_H
#define MODEL_STATEMENT_H

#include "base/fault.h"

/*
 * The tidy form of `text` in `*out`, the caller's; INVALID where it is not UTF-8, or nothing in it can
 * be seen.
 */
enum status statement_tidy(const char *text, char **out, struct fault *f) MUST_USE;

#endif
