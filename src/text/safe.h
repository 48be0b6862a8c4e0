/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one sanitizer between foreign text and a terminal.
 *
 * Everything shown goes through safe_glyph(), cell by cell (paragraph.c), or through safe_append(),
 * before stdout and stderr. No control, no escape sequence, no bidi control gets out: C0 becomes
 * U+2400+c, DEL U+2421, and C1, noncharacters, hidden characters and whatever the terminal has no
 * width for become U+FFFD.
 *
 * Hidden are the default ignorable code points (bidi controls, joiners, fillers, tags, variation
 * selectors, the soft hyphen, which this program never shows as a hyphen), interlinear annotations
 * and the format controls of hieroglyphs.
 */
#ifndef TEXT_SAFE_H
#define TEXT_SAFE_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "base/str.h"

/* What may be emitted in place of `cp`: itself where that is harmless. wcwidth() of it is >= 0. */
char32_t safe_glyph(char32_t cp);

/*
 * What is sent to a terminal for a cell of `n` glyphs, a base and its marks: into `out`, with room
 * for `n`; returns how many. The same, but for
 * - bases to which the C library, and so curses, gives other columns than many terminals do, or
 *   than they are drawn in (doc/TERMINALS.md): all that follows them on the row would stand off its
 *   column or be painted over. What stands for them has the same columns everywhere;
 * - enclosing marks, which fonts of pictures draw over the cells beside theirs, the border between
 *   two panes too: they are left out.
 */
size_t safe_terminal_cell(const char32_t *glyphs, size_t n, char32_t *out);

/* True for characters that have no cell of their own and change how others are shown or read. */
bool safe_is_hidden(char32_t cp);

/*
 * How many of `n_cp` code points are hidden and no spelling: a joiner after a letter of a script
 * that joins, or a variation selector, hides nothing from a reader.
 */
size_t safe_count_hidden(const char32_t *cps, size_t n_cp);

/*
 * What stands for a hidden character where a person asked to see them: one column wide, a token for
 * each kind (hidden.def).
 */
char32_t safe_revealed(char32_t cp);

/*
 * Appends `n` bytes of foreign UTF-8 to `out`, made safe for a terminal: LF and TAB kept where
 * `keep_lines`, else made visible too. Bidi and other hidden characters are dropped.
 */
void safe_append(struct str *out, const char *utf8, size_t n, bool keep_lines);

/*
 * Appends foreign text as an isolate (UAX #9, 2.4) to what is going to be laid out: between U+2068
 * and U+2069, its own isolates closed, and without what would close ours. Whatever bidi controls it
 * has, what stands beside it keeps its place. Nothing else is changed: not for a terminal as it is.
 */
void safe_isolate(struct str *out, const char *utf8, size_t n);

#endif
