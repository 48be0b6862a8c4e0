/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tag's path: its names from the top of the codebook, joined by "/".
 *
 * Names are trimmed, not empty, without "/" and without line ends or other controls; inner runs of white space become one space. Two
 * names are the same tag only if they are equal to the byte after that; the picker folds, the codebook does not.
 */
#ifndef MODEL_TAGPATH_H
#define MODEL_TAGPATH_H

#include "base/fault.h"

/* The tidy form of `path` in *out, the caller's; INVALID where a name is empty or has a control in it. */
enum status tagpath_tidy(const char *path, char **out, struct fault *f) MUST_USE;

/* The last name, inside `path`. */
const char *tagpath_name(const char *path);

/* Everything before the last "/", the caller's; "" at the top. */
char *tagpath_parent(const char *path);

#endif
