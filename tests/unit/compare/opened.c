/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/opened.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"

struct compare_text *opened_read(struct document **doc, const char *utf8, size_t slice)
{
	*doc = document_new(text_source_memory(xstrdup(utf8), strlen(utf8)));
	struct compare_text *text = compare_text_new(*doc, NULL);
	while (!compare_text_read(text, slice))
		continue;
	return text;
}

void opened_init(struct opened *opened, const char *const *texts, size_t n, size_t slice)
{
	const struct compare_text *borrowed[COMPARE_TEXTS];
	*opened = (struct opened){.n = n};
	for (size_t i = 0; i < n; i++) {
		opened->texts[i] = opened_read(&opened->docs[i], texts[i], slice);
		borrowed[i] = opened->texts[i];
	}
	opened->set = compare_set_new(borrowed, n);
	while (!compare_set_build(opened->set, slice))
		continue;
}

void opened_release(struct opened *opened)
{
	compare_set_free(opened->set);
	for (size_t i = 0; i < opened->n; i++) {
		compare_text_free(opened->texts[i]);
		document_free(opened->docs[i]);
	}
}

char *opened_text(const struct opened *opened, size_t text, struct cp_range range)
{
	struct str utf8 = STR_EMPTY;
	if (document_extract(opened->docs[text], range, &utf8, NULL) != STATUS_OK)
		abort();
	return str_take(&utf8);
}
