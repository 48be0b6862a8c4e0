/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A comparison as one JSON object, for programs: the manual has its members. It is written while it
 * is made, so that many long articles need no more memory than two of them.
 */
#ifndef CLI_COMPARE_JSON_H
#define CLI_COMPARE_JSON_H

#include "cli/compared.h"
#include "cli/out.h"

/*
 * The survey is there, and so much of the whole job done. After an error of `out` the rest is not
 * made.
 */
void compare_json_print(struct compared *all, struct out *out, unsigned done_percent);

#endif
