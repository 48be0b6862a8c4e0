/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Windows: a paragraph of more than WINDOW_CP code points is laid out in pieces, so that the first
 * screen of a line of 10 MB costs no more than its first piece.
 *
 * A safe place to cut is between `letter, space` and `letter`, both letters of one direction, where
 * no isolate, embedding, override or bracket is open. There the pieces come out as the whole would:
 *
 *   P2-P3  the caller knows the direction of the whole, and hands it down with each piece.
 *   X1-X8  nothing is on the stack, nothing has overflowed: the piece begins as a paragraph does.
 *          A PDF or PDI without a partner before the cut does nothing on either side of it.
 *   X9-X10 both neighbours of the cut are at the base level, which is what sos and eos of the
 *          pieces come from; a run at another level near the cut has a run at the base level
 *          between itself and the cut.
 *   W1-W7  look back to the last strong character or to their neighbours, or on to the end of a run
 *          of ET. A letter stands on each side; W4 to W6 do not pass the space.
 *   N0     no pair has one bracket on each side (see below).
 *   N1-N2  the neutrals at the cut are that one space. Between letters of one direction it takes
 *          theirs; before eos it may take the base direction instead, but it is the end of a row,
 *          where L1 gives it the base level in any case.
 *   L1-L2  are of rows, and a piece begins a row.
 *   Joining, lam-alef, clusters (GB999), words (WB999), line breaks (LB18): a space between letters
 *          parts them all; LB14 to LB17 look through spaces for what no letter is.
 *
 * Where there is no such place among WINDOW_CP code points the paragraph is cut all the same: this
 * is the one deviation from the Unicode algorithms. In this order: between words where only
 * brackets are open (most have no partner, those that have it lose it); where a line may break;
 * between clusters; anywhere. And brackets are counted by piece: where more than 63 are open, N0
 * gives up on the piece and not on the whole paragraph.
 */
#ifndef TEXT_WINDOW_H
#define TEXT_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

enum { WINDOW_CP = 64 * 1024 };

/*
 * Where to cut `n_cp` code points (at least 1) that a paragraph begins or goes on with: 1 to n_cp.
 * `*safe` (may be NULL) tells whether nothing comes out otherwise than uncut.
 */
size_t window_cut(const char32_t *cps, size_t n_cp, bool *safe);

/* Gives a document nothing of which was read yet another size of windows: for tests. */
struct document;
void document_set_window(struct document *doc, size_t n_cp);

#endif
