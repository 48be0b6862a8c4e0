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

/*
 * What a person, or a terminal on which files were dropped, means by `typed`: paths between spaces, in
 * quotes, with `\` before what a shell would take, as file: addresses, as patterns (glob(7)), with
 * `~/`. Text that names a file as it stands is that file; text that names none and has nothing of
 * all this is one path, spaces and all. `*n` of them, one at least; free with path_list_free().
 */
char **path_list(const char *typed, size_t *n);
void path_list_free(char **paths, size_t n);

/* The same for the one path of a file that may not be there yet; no patterns. The caller's. */
char *path_typed(const char *typed);

/* "STEM.SUFFIX", or with the least number that makes it nobody's yet "STEM-2.SUFFIX". The caller's. */
char *path_unused(const char *stem, const char *suffix);

#endif
