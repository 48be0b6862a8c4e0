/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/unit.h"

#include <stdlib.h>
#include <wctype.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/passage.h"
#include "text/segment.h"

/* The units of one paragraph, or of one window of it. */
struct units {
	struct cp_range *items;
	size_t n, cap;
	size_t first, end; /* the windows that they are of: half-open, indices in the document */
};

static bool is_space(char32_t cp)
{
	return cp == 0xa0 || cp == 0x202f || iswspace((wint_t)cp);
}

static void add_words(struct units *units, const char32_t *cps, size_t n_cp, size_t base_cp)
{
	bool *starts = xcalloc(n_cp + 1, sizeof *starts);
	segment_words(cps, n_cp, starts);
	for (size_t start = 0, end; start < n_cp; start = end) {
		end = start + 1;
		while (end < n_cp && !starts[end])
			end++;
		struct cp_range range = {base_cp + start, base_cp + end};
		if (segment_is_word(cps + start, end - start))
			VEC_PUSH(units->items, units->n, units->cap, range);
	}
	free(starts);
}

/* What is left of window `index` without the white space at its ends. */
static struct cp_range trimmed(struct document *doc, size_t index)
{
	struct document_paragraph at;
	document_paragraph(doc, index, &at);
	char32_t *cps = document_decode(doc, &at, NULL);
	size_t start = 0, end = cps != NULL ? at.n_cp : 0;
	while (start < end && is_space(cps[start]))
		start++;
	while (end > start && is_space(cps[end - 1]))
		end--;
	free(cps);
	return (struct cp_range){at.start_cp + start, at.start_cp + end};
}

static bool is_empty(struct cp_range range)
{
	return range.start_cp >= range.end_cp;
}

/* The whole paragraph that window `at` is of is one unit, however many windows it has. */
static void add_paragraph(struct units *units, struct document *doc, struct document_paragraph at)
{
	while (at.continues && document_paragraph(doc, units->first - 1, &at))
		units->first--;
	while (document_paragraph(doc, units->end, &at) && at.continues)
		units->end++;
	size_t first = units->first, last = units->end - 1;
	struct cp_range head = trimmed(doc, first), tail = head;
	while (is_empty(head) && first < last)
		head = trimmed(doc, ++first);
	while (last > first && is_empty(tail = trimmed(doc, last)))
		last--;
	struct cp_range whole = {head.start_cp, last > first ? tail.end_cp : head.end_cp};
	if (!is_empty(whole))
		VEC_PUSH(units->items, units->n, units->cap, whole);
}

/* The units of paragraph or window `index`; false when there is none. */
static bool load(struct units *units, struct document *doc, enum text_unit unit, size_t index)
{
	struct document_paragraph at;
	units->n = 0;
	units->first = index;
	units->end = index + 1;
	if (!document_paragraph(doc, index, &at))
		return false;
	if (unit == UNIT_PARAGRAPH) {
		add_paragraph(units, doc, at);
		return true;
	}
	char32_t *cps = document_decode(doc, &at, NULL);
	if (cps != NULL)
		add_words(units, cps, at.n_cp, at.start_cp);
	free(cps);
	return true;
}

/* The range of the passage that `find` finds. */
static bool range_of(bool (*find)(struct document *, size_t, struct passage *),
		     struct document *doc, size_t cp, struct cp_range *out)
{
	struct passage passage;
	bool found = find(doc, cp, &passage);
	if (found)
		*out = passage.range;
	return found;
}

bool unit_at(struct document *doc, enum text_unit unit, size_t cp, struct cp_range *out)
{
	if (unit == UNIT_PASSAGE)
		return range_of(passage_at, doc, cp, out);
	struct units units = {0};
	load(&units, doc, unit, document_paragraph_at(doc, cp));
	size_t i = 0;
	while (i < units.n && units.items[i].end_cp <= cp)
		i++;
	bool found = units.n > 0;
	if (found)
		*out = units.items[i < units.n ? i : units.n - 1];
	free(units.items);
	return found;
}

bool unit_next(struct document *doc, enum text_unit unit, size_t cp, struct cp_range *out)
{
	if (unit == UNIT_PASSAGE)
		return range_of(passage_next, doc, cp, out);
	struct units units = {0};
	bool found = false;
	for (size_t index = document_paragraph_at(doc, cp);
	     !found && load(&units, doc, unit, index); index = units.end) {
		size_t i = 0;
		while (i < units.n && units.items[i].start_cp <= cp)
			i++;
		found = i < units.n;
		if (found)
			*out = units.items[i];
	}
	free(units.items);
	return found;
}

bool unit_previous(struct document *doc, enum text_unit unit, size_t cp, struct cp_range *out)
{
	if (unit == UNIT_PASSAGE)
		return range_of(passage_previous, doc, cp, out);
	struct units units = {0};
	bool found = false;
	for (size_t left = document_paragraph_at(doc, cp) + 1; !found && left > 0;
	     left = units.first) {
		load(&units, doc, unit, left - 1);
		size_t i = units.n;
		while (i > 0 && units.items[i - 1].start_cp >= cp)
			i--;
		found = i > 0;
		if (found)
			*out = units.items[i - 1];
	}
	free(units.items);
	return found;
}
