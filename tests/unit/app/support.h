/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pane over a text, for the tests of what works on panes.
 */
#ifndef UNIT_APP_SUPPORT_H
#define UNIT_APP_SUPPORT_H

#include "app/pane.h"

/* A document over a copy of `utf8`. */
struct document *text_document(const char *utf8);

/* A pane on it, `n_rows` by `n_cols`; pane_release() frees what it holds. */
void text_pane(struct pane *pane, const char *utf8, size_t n_rows, size_t n_cols);

/* The text of a range, in a static buffer. */
const char *range_text(struct document *doc, struct cp_range range);

/* A mark to be added: no quote, no tags. */
struct shown_mark plain_mark(const char *id, size_t start_cp, size_t end_cp, const char *symbol);

#endif
