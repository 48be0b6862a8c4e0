/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which way the interface runs: under a language that is written from right to left the first
 * column of a table stands at the right. Texts keep their own direction wherever they stand.
 */
#ifndef APP_MIRROR_H
#define APP_MIRROR_H

#include <stdbool.h>

#include "app/view.h"

/* Whether the interface's language is written from right to left. */
bool mirror_is_on(void);

/*
 * The part of `area` that is `n_cols` columns wide and begins `offset` columns from its left edge,
 * or where `mirrored` from its right one; what does not fit is cut off.
 */
struct area mirror_part(struct area area, size_t offset, size_t n_cols, bool mirrored);

#endif
