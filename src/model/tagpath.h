/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tag's path: its names from the top of the codebook, joined by "/".
 *
 * Names are trimmed, not empty, without "/" and without line ends or other controls; runs of white
 * space (tabs too) become one space. Two names are the same tag only if they are equal to the byte
 * after that; the picker folds, the codebook does not.
 */
#ifndef MODEL_TAGPATH_H
#define MODEL_TAGPATH_H

#include <stdbool.h>

#include "base/fault.h"

enum { TAGPATH_NAMES = 100 }; /* that a path may have */

/*
 * The tidy form of `path` in `*out`, the caller's; INVALID where a name is empty, not UTF-8, or has
 * a control, or where there are more than TAGPATH_NAMES.
 */
enum status tagpath_tidy(const char *path, char **out, struct fault *f) MUST_USE;

/* Whether `path` is `top`, or a tag below it; both tidy. */
bool tagpath_is_below(const char *path, const char *top);

/* The last name, inside `path`. */
const char *tagpath_name(const char *path);

/* Everything before the last "/", the caller's; "" at the top. */
char *tagpath_parent(const char *path);

/*
 * Order of the codebook: by names from the top, byte by byte, so that a tag stands right before
 * those below it.
 */
int tagpath_compare(const char *a, const char *b);

#endif
