/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a pane shows of links: of the passage at the cursor, in the pane that has the focus; in the
 * others, of the one that may say the same.
 */
#ifndef APP_LINKED_H
#define APP_LINKED_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/link.h"

enum linked_state {
	LINKED_UNTOLD,  /* nothing is known of it, or there is nothing to tell */
	LINKED_FROM,    /* it is the passage at the cursor */
	LINKED_SHOWN,   /* it is on the screen */
	LINKED_ABOVE,   /* it is not, and the pane was left where it was */
	LINKED_BELOW,
	LINKED_NOT,     /* no match was found */
	LINKED_LEFT_OUT, /* the article is not compared */
};

/* Zero is a valid empty one. */
struct linked {
	enum linked_state state;
	struct link link;       /* to it (b), where there is one */
	struct cp_range unit;   /* is marked; empty: nothing is */
	struct cp_range *words; /* of it, that the other has too: in order, not overlapping */
	size_t n, cap;
	bool pinned;            /* the passage at pin_cp was gone to: another may be more alike */
	size_t pin_cp;
	bool held;              /* the pane was moved by hand, and is not moved by itself now */
};

void linked_release(struct linked *linked);
/* Nothing is marked; what is pinned or held stays so. */
void linked_clear(struct linked *linked);
/* Adds a word; the order is made by linked_sort(), after the last. */
void linked_add(struct linked *linked, struct cp_range word);
void linked_sort(struct linked *linked);

/* An arrow to what is not on the screen, behind a space; "". */
const char *linked_arrow(const struct linked *linked);

/* Whether `cell` shows some of a word; of the unit. */
bool linked_has_word(const struct linked *linked, struct cp_range cell);
bool linked_has(const struct linked *linked, struct cp_range cell);

#endif
