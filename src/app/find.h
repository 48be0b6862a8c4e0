/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every place where some words stand in a document, folded (text/fold.h), found a slice at a time
 * from the text's start. Its bytes go through a sieve (text/sieve.h); only paragraphs that may hold
 * the words are decoded. Where a paragraph comes in windows, a hit may begin in one and end in the
 * next.
 */
#ifndef APP_FIND_H
#define APP_FIND_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"
#include "text/fold.h"
#include "text/sieve.h"

/* Zero is a valid empty one: nothing is looked for. */
struct finds {
	struct folded needle;
	const struct unfold *unfold; /* borrowed */
	struct sieve sieve;          /* chosen as soon as some of the text is there */
	bool has_sieve;
	struct cp_range *hits; /* in order; they do not overlap */
	size_t n, cap;
	size_t next_byte; /* where the next slice begins, in the source */
	bool done;        /* the whole text was looked through */
	char *block;      /* read and being looked through, while there is more to do */
};

void finds_release(struct finds *finds);

/* Looks for `utf8` from here on; "" for nothing. `unfold` is to outlive the search. */
void finds_start(struct finds *finds, const char *utf8, const struct unfold *unfold);
bool finds_active(const struct finds *finds);

/*
 * Looks further, for about as long as `max_bytes` take to be decoded and folded; true when all is
 * done.
 */
bool finds_scan(struct finds *finds, struct document *doc, size_t max_bytes);

/* Whether all hits that start at or before `cp` are known. */
bool finds_reached(const struct finds *finds, struct document *doc, size_t cp);

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
