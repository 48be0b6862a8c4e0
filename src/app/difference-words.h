/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The differences of two versions in words, as the view and the subcommand say them. */
#ifndef APP_DIFFERENCE_WORDS_H
#define APP_DIFFERENCE_WORDS_H

#include "base/str.h"
#include "compare/difference.h"

/* Appends "spelling (hamza, tashkeel)", "moved, and edited", ... */
void difference_words(const struct difference_segment *segment, struct str *out);

/* Appends "inserted: 3 · spelling: 8", "nothing differs"; and what was told as a whole only. */
void difference_summary(const struct difference *difference, struct str *out);

#endif
