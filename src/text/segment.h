/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the units of a text begin: grapheme clusters and words (UAX #29, by libunistring), passages
 * (ours).
 *
 * A passage is the one unit for reading, selecting and comparing: about a sentence, cut so that
 * Arabic abbreviations, the headline dash `..`, URLs and quotations stay whole.
 *
 * Each function fills `starts[0..n_cp)` with true where a unit begins (so starts[0] is true unless
 * n_cp is 0). Text is one paragraph's code points.
 */
#ifndef TEXT_SEGMENT_H
#define TEXT_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

void segment_graphemes(const char32_t *cps, size_t n_cp, bool *starts);

/* Word boundaries of UAX #29: runs of spaces and punctuation are units of their own. */
void segment_words(const char32_t *cps, size_t n_cp, bool *starts);

void segment_passages(const char32_t *cps, size_t n_cp, bool *starts);

/*
 * True where the unit that begins at `cps[0]` counts as a word: its first code point is a letter or
 * digit.
 */
bool segment_is_word(const char32_t *cps, size_t n_cp);

/* Words in `n_cp` code points, for counts shown to people. */
size_t segment_count_words(const char32_t *cps, size_t n_cp);

#endif
