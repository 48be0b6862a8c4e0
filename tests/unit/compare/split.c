/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/split.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/segment.h"

static void push(struct split *split, const char32_t *cps, size_t n_cp)
{
	if (split->n == SPLIT_MAX)
		return;
	char32_t *form = split->forms[split->n];
	size_t n = form_of(cps, n_cp, form);
	if (n > 0)
		split->words[split->n++] = (struct letters){form, n};
}

static void push_word(struct split *split, const char32_t *cps, size_t n_cp)
{
	struct cp_range part;
	if (cps[0] == '%' || cps[0] == U'٪')
		push(split, U"%", 1);
	for (size_t at = 0; segment_is_word(cps, n_cp) && form_next_part(cps, n_cp, &at, &part);)
		push(split, cps + part.start_cp, part.end_cp - part.start_cp);
}

void split_init(struct split *split, const char *utf8)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(utf8, strlen(utf8), &n_cp);
	bool *starts = xcalloc(n_cp + 1, sizeof *starts);
	segment_words(cps, n_cp, starts);
	split->n = 0;
	for (size_t i = 0, end; i < n_cp; i = end) {
		for (end = i + 1; end < n_cp && !starts[end]; end++)
			continue;
		push_word(split, cps + i, end - i);
	}
	free(starts);
	free(cps);
}

char *letters_text(const char32_t *cps, size_t n_cp)
{
	struct str utf8 = STR_EMPTY;
	utf8_append(&utf8, cps, n_cp);
	str_append_str(&utf8, "");
	return str_take(&utf8);
}

char *form_text(const char *utf8)
{
	char32_t form[FORM_MAX];
	size_t n_cp;
	char32_t *cps = utf8_decode(utf8, strlen(utf8), &n_cp);
	size_t n = form_of(cps, n_cp, form);
	free(cps);
	return letters_text(form, n);
}
