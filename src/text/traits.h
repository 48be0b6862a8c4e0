/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What layout has to know of a character, found at once.
 *
 * Of the scripts from Latin to Arabic, which nearly all articles here are written in, it stands in
 * a table; of all others the libraries are asked, property by property. The table holds what they
 * answer: a test compares them, and prints it anew where they have changed.
 */
#ifndef TEXT_TRAITS_H
#define TEXT_TRAITS_H

#include <stdint.h>
#include <uchar.h>

enum {
	TRAITS_DIRECT = 0x800,    /* code points below this are in the table */
	TRAITS_BIDI = 0x1F,       /* UC_BIDI_... of libunistring */
	TRAITS_JOINING_BITS = 5,  /* its UC_JOINING_TYPE_..., shifted by so many */
	TRAITS_JOINING = 0x7,
	/* Only of what is in the table: */
	TRAITS_PLAIN = 1 << 8,    /* shown as it is, in one column, whatever C library and locale */
	TRAITS_MARK = 1 << 9,     /* shown as it is, in no column, likewise */
	TRAITS_BASE = 1 << 10,    /* begins a cluster after any other base and its marks */
	TRAITS_EXTEND = 1 << 11,  /* is in the cluster of the base before */
};

extern const uint16_t traits_direct[TRAITS_DIRECT];

/* The same by asking. */
uint16_t traits_ask(char32_t cp);

static inline uint16_t traits_of(char32_t cp)
{
	return cp < TRAITS_DIRECT ? traits_direct[cp] : traits_ask(cp);
}

#endif
