/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every place where some words stand in a document, folded (text/fold.h), found a slice at a time
 * from the text's start.
 */
#ifndef APP_FIND_H
#define APP_FIND_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"
#include "text/fold.h"

/* Zero is a valid empty one: nothing is looked for. */
struct finds {
	struct folded needle;
	struct cp_range *hits; /* in order; they do not overlap */
	size_t n, cap;
	size_t next_para; /* where the next slice begins */
	bool done;        /* the whole text was looked through */
};

void finds_release(struct finds *finds);

/* Looks for `utf8` from here on; "" for nothing. */
void finds_start(struct finds *finds, const char *utf8);
bool finds_active(const struct finds *finds);

/* Looks through paragraphs of about `max_cp` code points more; true when all is done. */
bool finds_scan(struct finds *finds, struct document *doc, size_t max_cp);

/*
 * The first hit that starts after `cp`, the last that starts before it, one that touches `range`;
 * NULL: none (so far).
 */
const struct cp_range *finds_next(const struct finds *finds, size_t cp);
const struct cp_range *finds_previous(const struct finds *finds, size_t cp);
const struct cp_range *finds_touching(const struct finds *finds, struct cp_range range);

/* The hit's place among all, from 1; 0 where none touches `cp`. */
size_t finds_number(const struct finds *finds, size_t cp);

#endif
