/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations, one by one, and where another text has them. */
#ifndef COMPARE_QUOTES_INTERNAL_H
#define COMPARE_QUOTES_INTERNAL_H

#include "compare/quotes.h"
#include "compare/set-internal.h"

/* What stands between quotation marks; it may go over the end of its unit. */
struct quotation {
	struct unit_ref at; /* where it begins */
	size_t first, n;    /* words of the text */
};

struct quotation_list {
	struct quotation *items;
	size_t n, cap;
};

struct quote_list {
	struct shared_quote *items;
	size_t n, cap;
};

/* Appends the quotations that begin in a unit of a built set and say enough to be looked for. */
void quotes_of_unit(const struct compare_set *set, struct unit_ref unit,
		    struct quotation_list *out);

/* Where text `to` has most of it; false where it has not enough. */
bool quote_find(const struct compare_set *set, const struct quotation *quotation, size_t to,
		struct shared_quote *out);

/* Of two texts' quotes that are the same from either side, keeps one; puts them in order. */
void quotes_settle(struct quote_list *list);

/* The order of a survey: by a, then place, then b. */
int shared_quote_compare(const void *one, const void *other);

#endif
