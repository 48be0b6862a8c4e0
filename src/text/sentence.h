/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences: UAX #29, and where a caller wants other ends than it, tailored.
 *
 * The tailoring is asked at each mark that can end a sentence (class STerm or ATerm), and told of
 * each character of class Close and each separator. Where it has no rule of its own it may ask
 * sentence_end().
 */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

/*
 * Whether the mark at `i` ends a sentence, by SB6 to SB11. `*next` is where to go on: where the
 * next sentence begins, if so.
 */
bool sentence_end(const char32_t *cps, size_t n_cp, size_t i, size_t *next);

struct sentence_tailoring {
	void *self;
	bool (*end)(void *self, size_t i, size_t *next); /* as sentence_end() */
	void (*see)(void *self, size_t i);
};

/* `starts[0..n_cp)` is true where a sentence begins. `tailoring` may be NULL: UAX #29 as it is. */
void sentence_find(const char32_t *cps, size_t n_cp, const struct sentence_tailoring *tailoring,
		   bool *starts);

#endif
