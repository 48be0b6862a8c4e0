/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a program told the terminal, apart from what it painted: the bytes that a library for screens would never send.
 */
#ifndef TESTS_TERM_TOLD_H
#define TESTS_TERM_TOLD_H

#include "base/str.h"

/*
 * Appends to `out`, in their order and byte for byte, every control string (OSC, DCS, APC, ...), and every control
 * sequence but those that move, erase, colour, or switch modes that a screen needs. An end that is cut counts as whole.
 */
void told_append(struct str *out, const char *sent, size_t n);

#endif
