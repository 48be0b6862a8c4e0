/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The form of a word: its letters as comparing sees them. It is what text/fold.h makes of them, and
 * more, since words are only ever compared with words: letters that Persian, Urdu and other
 * alphabets write in their own way are those of Arabic (ہ ھ ۃ ے ۀ; پ چ ژ گ ٹ ڈ ڑ stay), final
 * letters of Hebrew are plain ones, and its gershayim vanish; ё is е. A Latin letter keeps its
 * accent, composed (NFC), since stemming needs it; stems have none.
 */
#ifndef COMPARE_FORM_H
#define COMPARE_FORM_H

#include <stddef.h>
#include <uchar.h>

enum { FORM_MAX = 64 }; /* code points; of a longer word, the first ones */

/* The folded letters of a word; borrowed. */
struct letters {
	const char32_t *cps;
	size_t n_cp;
};

/* The form of a word of a text; returns its length, 0 where nothing of it is seen. */
size_t form_of(const char32_t *cps, size_t n_cp, char32_t out[FORM_MAX]);

/*
 * Where the first part of a word (text/segment.h) ends, `n_cp` if it has only one: letters are
 * parted from digits that touch them (أكتوبر2023; not G20 or F16), the numbers of a date from each
 * other (7.10.2023), and a word at its apostrophe (l'homme), but not a Hebrew one. It is followed by
 * the next part, less an apostrophe or a dot; that is cut again.
 */
size_t form_part(const char32_t *cps, size_t n_cp);

#endif
