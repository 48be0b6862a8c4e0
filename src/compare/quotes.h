/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shared quotations: what one text has in quotation marks, of whatever kind, and another has too,
 * in quotation marks or not. A single word in quotation marks is none, nor a name.
 */
#ifndef COMPARE_QUOTES_H
#define COMPARE_QUOTES_H

#include "compare/link.h"

/* A quotation that stands in another text too. Where both are quoted, a.text < b.text. */
struct shared_quote {
	struct unit_ref a, b;
	struct cp_range quote, found; /* in a, without its marks; in b */
	bool quoted;                  /* found in quotation marks */
	bool exact;                   /* the same words, folded, in the same order */
};

#endif
