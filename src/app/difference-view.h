/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What differs between two versions of a text: both beside each other, paragraph by paragraph, each
 * in its own direction; where there is no room for that, one below the other. Paragraphs in which
 * nothing differs are folded.
 */
#ifndef APP_DIFFERENCE_VIEW_H
#define APP_DIFFERENCE_VIEW_H

#include "compare/difference.h"
#include "model/rows.h"

struct app;

struct difference_text {
	struct article article; /* title, dir and lang count; the rest may be empty */
	char *ref;              /* by which the reader opens it: an id, or a file's absolute path */
	char *label;            /* "version 1 of 2"; NULL: none */
	struct document *doc;
};

/* Takes over both, the older first. They are compared in idle time. */
void difference_view_open(struct app *app, const struct difference_text texts[DIFFERENCE_SIDES]);
void difference_text_release(struct difference_text *text);

#endif
