/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the units of a text begin: grapheme clusters and words (UAX #29, by libunistring), passages
 * (ours, on its sentences).
 *
 * A passage is the one unit for reading, selecting and comparing: about a sentence, cut so that
 * Arabic abbreviations, the headline dash `..`, URLs and quotations stay whole. Those of a document
 * (over the lines of a hard-wrapped one, without bullets) are found by text/passage.h.
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

/*
 * Sentences of UAX #29, tailored. `. ! ? ؟ ۔` end one where a space or the end follows, whatever
 * the case of the next letter (not SB8), and with closing marks and footnotes after them. None ends
 * - at `..` or `...`;
 * - at an abbreviation of one letter, a title, or a number that begins the text;
 * - in a quotation, for 400 code points at most, if something closes it within 2048. `"` and `”`
 *   open after a space, a bracket, a dash, or ـ ب ل ك, and close elsewhere.
 * A passage has a letter or digit in it.
 */
void segment_passages(const char32_t *cps, size_t n_cp, bool *starts);

/*
 * Here not where units begin: true for what is in a quotation, without its outer marks. Which marks
 * open and close one, and how long it can be, is as for passages.
 */
void segment_quotations(const char32_t *cps, size_t n_cp, bool *quoted);

/*
 * True where the unit that begins at `cps[0]` counts as a word: its first code point is a letter or
 * digit. Tatweels alone (ــ) are a dash.
 */
bool segment_is_word(const char32_t *cps, size_t n_cp);

/* Words in `n_cp` code points, for counts shown to people. */
size_t segment_count_words(const char32_t *cps, size_t n_cp);

#endif
