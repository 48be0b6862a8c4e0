/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which highlights the reader shows: those with any of some tags (and those below them), any of some
 * claims, by any of some coders. Kinds that are asked for must all agree, and a coder has to be the
 * one who gave the tag or made the link.
 */
#ifndef APP_MARK_FILTER_H
#define APP_MARK_FILTER_H

#include <stdbool.h>
#include <stddef.h>

enum filter_kind { FILTER_TAG, FILTER_CLAIM, FILTER_CODER };

struct filter_item {
	enum filter_kind kind;
	char *key; /* the id of a tag or claim, the name of a coder */
};

/* Zero is a valid one that shows all. */
struct mark_filter {
	struct filter_item *items;
	size_t n, cap;
};

void mark_filter_release(struct mark_filter *filter);

bool mark_filter_has(const struct mark_filter *filter, enum filter_kind kind, const char *key);
/* Whether anything of this kind is asked for. */
bool mark_filter_asks(const struct mark_filter *filter, enum filter_kind kind);
/* Asks for it, or no longer. */
void mark_filter_toggle(struct mark_filter *filter, enum filter_kind kind, const char *key);

/* The filter as text, a line each, for the project's settings; the caller's. */
char *mark_filter_write(const struct mark_filter *filter);
/* In the place of what it asked for; lines that are not understood are passed over. */
void mark_filter_read(struct mark_filter *filter, const char *text);

#endif
