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

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "text/document.h"

enum { FORM_MAX = 64 }; /* code points; of a longer word, the first ones */

/* The folded letters of a word; borrowed. */
struct letters {
	const char32_t *cps;
	size_t n_cp;
};

/* Letters of the Latin script. */
bool form_is_latin(char32_t cp);

/* The form of a word of a text; returns its length, 0 where nothing of it is seen. */
size_t form_of(const char32_t *cps, size_t n_cp, char32_t out[FORM_MAX]);

/*
 * The parts of a word (text/segment.h), one after the other: the one at or after `*at` goes to
 * `*part`, `*at` behind it; false after the last. Letters are parted from digits that touch them
 * (أكتوبر2023, 30km; not G20, 5G or 3rd), the numbers of a date from each other (7.10.2023), and a
 * word at its apostrophe (l'homme), but not a Hebrew one; at an underscore all.
 */
bool form_next_part(const char32_t *cps, size_t n_cp, size_t *at, struct cp_range *part);

#endif
