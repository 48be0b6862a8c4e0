/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths as people type them. */
#ifndef APP_PATH_H
#define APP_PATH_H

#include <stddef.h>

/*
 * Completes the last name of `typed` as far as all files agree that begin so, with a slash after a
 * lone directory; `~/` is kept as typed. The caller's; `typed` itself where there is no more to
 * add. `*n_matches` is how many files begin so.
 */
char *path_complete(const char *typed, size_t *n_matches);

#endif
