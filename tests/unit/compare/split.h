/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of text as a row of words, each with its form. */
#ifndef TESTS_UNIT_COMPARE_SPLIT_H
#define TESTS_UNIT_COMPARE_SPLIT_H

#include "compare/form.h"

enum { SPLIT_MAX = 128 };

struct split {
	struct letters words[SPLIT_MAX];
	char32_t forms[SPLIT_MAX][FORM_MAX];
	size_t n;
};

/* At most SPLIT_MAX words; the signs of per cent are among them. */
void split_init(struct split *split, const char *utf8);

/* The form of a word by itself, as UTF-8; the caller's to free. */
char *form_text(const char *utf8);

/* Folded letters as UTF-8; the caller's to free. */
char *letters_text(const char32_t *cps, size_t n_cp);

#endif
