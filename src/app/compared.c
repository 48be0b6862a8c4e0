/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compared.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct compared *compared_new(struct document *doc, const char *lang)
{
	struct compared *compared = xcalloc(1, sizeof *compared);
	compared->text = compare_text_new(doc, lang);
	compared->lang = xstrdup_or_empty(lang);
	compared->n_users = 1;
	return compared;
}

struct compared *compared_use(struct compared *compared)
{
	compared->n_users++;
	return compared;
}

void compared_drop(struct compared *compared)
{
	if (!compared || --compared->n_users > 0)
		return;
	compare_text_free(compared->text);
	free(compared->lang);
	free(compared->n_others);
	free(compared);
}

bool compared_read(struct compared *compared, size_t max_cp)
{
	if (!compared->read) {
		compared->fed_cp += max_cp;
		compared->read = compare_text_read(compared->text, max_cp);
	}
	return compared->read;
}

void compared_forget_others(struct compared *compared, size_t serial)
{
	size_t n = compare_text_count(compared->text);
	free(compared->n_others);
	compared->n_others = xmalloc(n + 1);
	memset(compared->n_others, COMPARED_UNKNOWN, n + 1);
	compared->serial = serial;
}

/* The first unit that ends after `cp`, or the count. */
static size_t first_after(const struct compared *compared, size_t cp)
{
	size_t n = compare_text_count(compared->text), unit = compare_text_unit_at(compared->text, cp);
	while (unit < n && compare_text_unit(compared->text, unit).range.end_cp <= cp)
		unit++;
	return unit;
}

unsigned compared_others(const struct compared *compared, struct cp_range range)
{
	unsigned most = 0;
	if (!compared->n_others)
		return 0;
	size_t n = compare_text_count(compared->text);
	for (size_t i = first_after(compared, range.start_cp); i < n; i++) {
		size_t start_cp = compare_text_unit(compared->text, i).range.start_cp;
		if (start_cp >= range.end_cp)
			break;
		bool known = compared->n_others[i] != COMPARED_UNKNOWN;
		if (start_cp >= range.start_cp && known && compared->n_others[i] > most)
			most = compared->n_others[i];
	}
	return most;
}

bool compared_next_unknown(const struct compared *compared, struct cp_range range, size_t *unit)
{
	if (!compared->n_others)
		return false;
	size_t n = compare_text_count(compared->text), i = first_after(compared, range.start_cp);
	while (i < n && compared->n_others[i] != COMPARED_UNKNOWN)
		i++;
	*unit = i;
	return i < n && compare_text_unit(compared->text, i).range.start_cp < range.end_cp;
}
