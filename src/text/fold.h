/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Folding: what counts as the same when people look for words.
 *
 * Case; Arabic marks (U+0610-061A, U+064B-065F, U+0670, U+06D6-06ED), tatweel, bidi controls,
 * joiners, soft hyphen and U+FEFF vanish; hamza and madda forms of alef, waw and yeh become the
 * bare letter, ة becomes ه, ى and Persian ی become ي, ک becomes ك; digits of all sets become 0-9;
 * presentation forms become letters (NFKC); Hebrew points vanish. Folded text is compared and never
 * shown. Offsets lead back to the original.
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "text/document.h"

/* Code points that one can fold to, at the most. */
enum { FOLD_MAX = 32 };

/* Folds one code point; returns how many it becomes: mostly one, none where it vanishes. */
size_t fold_code_point(char32_t cp, char32_t out[FOLD_MAX]);

/* The letter that `base` and a mark after it are one with (NFC); 0 where there is none. */
char32_t fold_compose(char32_t base, char32_t mark);

/* The letter without the marks that are part of it: e of é; `cp` where there are none. */
char32_t fold_base(char32_t cp);

struct folded {
	char32_t *cps;     /* folded code points */
	size_t *origin_cp; /* n_cps + 1: where each came from; the last is the text's length */
	size_t n_cps;
};

void fold_init(struct folded *out, const char32_t *cps, size_t n_cp);
void fold_init_utf8(struct folded *out, const char *utf8, size_t n);
void folded_release(struct folded *f);

/*
 * The first place at or after folded index `from` where `needle` stands in `hay`, as an index into
 * hay->cps; hay->n_cps where there is none. An empty needle is nowhere.
 */
size_t fold_find(const struct folded *hay, const struct folded *needle, size_t from);

/*
 * The folded index at which folded [from, from + n) ends together with all that the last of its
 * characters became: the next hit begins there or later, so that hits never overlap.
 */
size_t fold_end(const struct folded *hay, size_t from, size_t n);

/*
 * The original's range for folded [from, from + n): from its first character to the last one's
 * marks' end.
 */
struct cp_range fold_origin(const struct folded *hay, size_t from, size_t n);

#endif
