/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The units that people read and select by, found in a document wherever they are asked for: words,
 * passages, paragraphs.
 *
 * What is neither (spaces, punctuation between words, empty paragraphs) belongs to no unit. Ranges
 * are of the document's stream, without white space at their ends.
 */
#ifndef APP_UNIT_H
#define APP_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"

enum text_unit { UNIT_WORD, UNIT_PASSAGE, UNIT_PARAGRAPH };

/*
 * The unit at code point `cp`; where there is none, the nearest after it in its paragraph, else
 * before it. False in a paragraph that has none.
 */
bool unit_at(struct document *doc, enum text_unit unit, size_t cp, struct cp_range *out);

/*
 * The first unit that starts after `cp`, or the last that starts before it; false when there is
 * none.
 */
bool unit_next(struct document *doc, enum text_unit unit, size_t cp, struct cp_range *out);
bool unit_previous(struct document *doc, enum text_unit unit, size_t cp, struct cp_range *out);

#endif
