/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting a text, paragraph by paragraph. */
#ifndef MODEL_COUNT_H
#define MODEL_COUNT_H

#include <stddef.h>

/*
 * Code points and words in a stored text (UTF-8 with LF): what an article's n_cp and n_words say.
 */
void count_text(const char *text, size_t n, size_t *n_cp, size_t *n_words);

#endif
