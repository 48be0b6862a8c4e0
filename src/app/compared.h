/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What comparing knows of the text of one pane. The pane has it, and so has the set that is made of
 * it (comparison.h), so that neither need ask whether the other is still there.
 */
#ifndef APP_COMPARED_H
#define APP_COMPARED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/text.h"

enum { COMPARED_UNKNOWN = UINT8_MAX };

struct compared {
	struct compare_text *text;
	char *lang;      /* that the article was said to be in */
	size_t fed_cp;   /* how much of it was asked to be read */
	bool read;       /* all of it */
	/*
	 * For each unit, once it is read: how many other articles say the same, or probably; or
	 * COMPARED_UNKNOWN. They are of the set with this serial (comparison_serial()).
	 */
	uint8_t *n_others;
	size_t serial;
	size_t n_users;
};

/* Has one user. `doc` is borrowed until all is read. */
struct compared *compared_new(struct document *doc, const char *lang);
struct compared *compared_use(struct compared *compared);
/* NULL is nobody's. */
void compared_drop(struct compared *compared);

/* Reads on, about `max_cp` code points; true when all was read. */
bool compared_read(struct compared *compared, size_t max_cp);

/* Nothing is known of other articles any more: there is another set. */
void compared_forget_others(struct compared *compared, size_t serial);

/* The most articles that say what begins in `range`; 0, too, where that is not known yet. */
unsigned compared_others(const struct compared *compared, struct cp_range range);
/* The first unit that touches `range` of which it is not known; false without one. */
bool compared_next_unknown(const struct compared *compared, struct cp_range range, size_t *unit);

#endif
