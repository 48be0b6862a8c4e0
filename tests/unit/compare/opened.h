/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of a test as an opened set. */
#ifndef TESTS_OPENED_H
#define TESTS_OPENED_H

#include "compare/link.h"

struct opened {
	size_t n;
	struct document *docs[COMPARE_TEXTS];
	struct compare_text *texts[COMPARE_TEXTS];
	struct compare_set *set;
};

/* Reads and builds all, `slice` code points and words at a time. */
void opened_init(struct opened *opened, const char *const *texts, size_t n, size_t slice);
void opened_release(struct opened *opened);

/* A text alone, read. */
struct compare_text *opened_read(struct document **doc, const char *utf8, size_t slice);

/* The text in a range, as UTF-8, the caller's to free. */
char *opened_text(const struct opened *opened, size_t text, struct cp_range range);

#endif
