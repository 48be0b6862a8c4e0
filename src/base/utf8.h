/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8 in and out, strictly (Unicode 15.0, section 3.9, table 3-7).
 *
 * Whatever bytes come in, decoding goes on: each maximal subpart of an ill-formed sequence
 * becomes one U+FFFD (Unicode 15.0, "U+FFFD substitution of maximal subparts"). Nothing here
 * normalises, folds or drops a character.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "base/str.h"

/*
 * Decodes the sequence at `bytes` (`n` > 0 of them) into `*cp`; returns the bytes consumed, 1 to 4.
 * `*cp` is U+FFFD for an ill-formed one.
 */
size_t utf8_next(const char *bytes, size_t n, char32_t *cp);

/*
 * True when all `n` bytes are well-formed; else `*bad_byte_off` (may be NULL) is the first bad
 * byte.
 */
bool utf8_check(const char *bytes, size_t n, size_t *bad_byte_off);

/* Code points in `n` bytes, counting one for each maximal subpart of an ill-formed sequence. */
size_t utf8_count(const char *bytes, size_t n);

/* Bytes that the first `n_cp` code points of `bytes` take, at most `n`. */
size_t utf8_offset(const char *bytes, size_t n, size_t n_cp);

/*
 * How many of `n` bytes that go on are whole characters: all but those of the last one, unless that
 * is ASCII. What is no character is not parted from its neighbours with care.
 */
size_t utf8_whole(const char *bytes, size_t n);

/* Decodes all; the result is the caller's to free, `*n_cp` its length (it has no terminator). */
char32_t *utf8_decode(const char *bytes, size_t n, size_t *n_cp);

/* How many bytes utf8_encode() writes. */
static inline size_t utf8_size(char32_t cp)
{
	return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 || cp > 0x10FFFF ? 3 : 4;
}

/* Writes `cp` as 1 to 4 bytes; U+FFFD stands for a surrogate or a value above U+10FFFF. */
size_t utf8_encode(char32_t cp, char out[4]);

/* Appends `n_cp` code points as UTF-8. */
void utf8_append(struct str *out, const char32_t *cps, size_t n_cp);

#endif
