/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct document *text_document(const char *utf8)
{
	/* Widths of characters are the locale's. */
	setlocale(LC_CTYPE, "C.UTF-8");
	return document_new(text_source_memory(xstrdup(utf8), strlen(utf8)));
}

void text_pane(struct pane *pane, const char *utf8, size_t n_rows, size_t n_cols)
{
	struct paragraph_options options = {.fallback = DIR_LTR};
	pane_init(pane, text_document(utf8));
	pane_resize(pane, (struct area){0, 0, n_rows, n_cols}, &options);
}

const char *range_text(struct document *doc, struct cp_range range)
{
	static char text[4096];
	struct str out = STR_EMPTY;
	if (document_extract(doc, range, &out, NULL))
		return NULL;
	snprintf(text, sizeof text, "%s", str_cstr(&out));
	str_release(&out);
	return text;
}

struct shown_mark plain_mark(const char *id, size_t start_cp, size_t end_cp, const char *symbol)
{
	struct shown_mark mark = {.range = {start_cp, end_cp}};
	snprintf(mark.id, sizeof mark.id, "%s", id);
	snprintf(mark.look.symbol, sizeof mark.look.symbol, "%s", symbol);
	mark.look.style = (struct style){.fg = -1, .bg = -1, .attrs = ATTR_UNDERLINE};
	return mark;
}
