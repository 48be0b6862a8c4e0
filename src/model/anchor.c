/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/anchor.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/segment.h"

enum {
	CLUSTER_WINDOW = 64,     /* code points looked at on each side of a boundary, at first */
	SEARCH_WINDOW = 1 << 18, /* code points searched at a time */
};

/* A stretch of the text: its code points and where clusters begin in it. */
struct window {
	size_t start_cp;
	char32_t *cps;
	bool *starts;
	size_t n_cp;
};

static enum status window_init(struct window *w, struct document *doc, struct cp_range range,
			       struct fault *f)
{
	struct str utf8 = STR_EMPTY;
	*w = (struct window){.start_cp = range.start_cp};
	enum status status = document_extract(doc, range, &utf8, f);
	if (status == STATUS_OK) {
		w->cps = utf8_decode(str_cstr(&utf8), utf8.len, &w->n_cp);
		w->starts = xcalloc(w->n_cp, sizeof *w->starts);
		segment_graphemes(w->cps, w->n_cp, w->starts);
	}
	str_release(&utf8);
	return status;
}

static void window_release(struct window *w)
{
	free(w->cps);
	free(w->starts);
}

/*
 * A letter, digit or space that neither extends what stands before it nor joins what comes after:
 * between two of these there is always a boundary (UAX #29 GB999).
 */
static bool is_plain(char32_t cp)
{
	return (cp >= 0x20 && cp < 0x300 && cp != 0xa9 && cp != 0xae) ||
	       (cp >= 0x0620 && cp <= 0x064a) || (cp >= 0x05d0 && cp <= 0x05ea) ||
	       (cp >= 0x4e00 && cp <= 0x9fff) || cp == '\n';
}

/*
 * What a window says about clusters holds only from its first sure boundary on: a cut through a run
 * of regional indicators, say, shows wrong pairs. Index of that boundary, or n_cp.
 */
static size_t first_sure(const struct window *w)
{
	if (w->start_cp == 0)
		return 0;
	for (size_t i = 1; i < w->n_cp; i++)
		if (is_plain(w->cps[i - 1]) && is_plain(w->cps[i]))
			return i;
	return w->n_cp;
}

/* Looks for the cluster around `cp` in `w`; false where the window is too small to tell. */
static bool cluster_in(const struct window *w, size_t cp, bool at_end, struct cp_range *out)
{
	size_t at = cp - w->start_cp, start = at, end = at + 1;
	if (first_sure(w) > at)
		return false;
	while (!w->starts[start])
		start--;
	while (end < w->n_cp && !w->starts[end])
		end++;
	if (end == w->n_cp && !at_end)
		return false;
	*out = (struct cp_range){w->start_cp + start, w->start_cp + end};
	return true;
}

/*
 * The grapheme cluster that holds code point `cp`; an empty range at `cp` at or beyond the text's
 * end.
 */
static enum status cluster_at(struct document *doc, size_t cp, struct cp_range *out,
			      struct fault *f)
{
	enum status status = STATUS_OK;
	bool found = false;
	for (size_t reach = CLUSTER_WINDOW; status == STATUS_OK && !found; reach *= 8) {
		struct cp_range range = {cp > reach ? cp - reach : 0,
					 cp < SIZE_MAX - reach ? cp + reach : SIZE_MAX};
		struct window w;
		status = window_init(&w, doc, range, f);
		if (status != STATUS_OK)
			break;
		bool at_end = w.n_cp < range.end_cp - range.start_cp;
		found = cp - w.start_cp >= w.n_cp;
		if (found)
			*out = (struct cp_range){cp, cp};
		else
			found = cluster_in(&w, cp, at_end, out);
		window_release(&w);
	}
	return status;
}

/* The nearest boundary between clusters at or before `*cp`, or with `after` at or after it. */
static enum status snap(struct document *doc, size_t *cp, bool after, struct fault *f)
{
	struct cp_range cluster;
	enum status status = cluster_at(doc, *cp, &cluster, f);
	if (status == STATUS_OK && *cp != cluster.start_cp)
		*cp = after ? cluster.end_cp : cluster.start_cp;
	return status;
}

/* Code points in the text. Reads all of it. */
static size_t length_cp(struct document *doc)
{
	while (!document_scan(doc, SIZE_MAX))
		;
	return document_known_cp(doc);
}

/* Clips a range that may reach beyond the text. Only one that does costs a scan of the whole. */
static enum status clip(struct document *doc, struct cp_range *range, struct fault *f)
{
	struct str last = STR_EMPTY;
	struct cp_range probe = {range->end_cp ? range->end_cp - 1 : 0, range->end_cp};
	enum status status = document_extract(doc, probe, &last, f);
	if (status == STATUS_OK && last.len == 0) {
		size_t end = length_cp(doc);
		range->end_cp = range->end_cp < end ? range->end_cp : end;
		range->start_cp = range->start_cp < end ? range->start_cp : end;
	}
	str_release(&last);
	return status;
}

enum status anchor_widen(struct document *doc, struct cp_range *range, bool *widened,
			 struct fault *f)
{
	enum status status = clip(doc, range, f);
	struct cp_range grown = *range;
	if (status == STATUS_OK && range->start_cp < range->end_cp) {
		status = snap(doc, &grown.start_cp, false, f);
		if (status == STATUS_OK)
			status = snap(doc, &grown.end_cp, true, f);
	}
	if (status != STATUS_OK)
		return status;
	if (widened)
		*widened = grown.start_cp != range->start_cp || grown.end_cp != range->end_cp;
	*range = grown;
	return STATUS_OK;
}

/* The text of `range` in `*out`, which is freed first. */
static enum status quote(struct document *doc, struct cp_range range, char **out, struct fault *f)
{
	struct str text = STR_EMPTY;
	enum status status = document_extract(doc, range, &text, f);
	if (status == STATUS_OK) {
		free(*out);
		*out = str_take(&text);
	}
	str_release(&text);
	return status;
}

/* The ranges before and after `range` that are its context. */
static enum status context(struct document *doc, struct cp_range range, struct cp_range *before,
			   struct cp_range *after, struct fault *f)
{
	size_t start = range.start_cp;
	*before = (struct cp_range){start > ANCHOR_CONTEXT ? start - ANCHOR_CONTEXT : 0, start};
	*after = (struct cp_range){range.end_cp, range.end_cp + ANCHOR_CONTEXT};
	enum status status = snap(doc, &before->start_cp, true, f);
	if (status == STATUS_OK)
		status = snap(doc, &after->end_cp, false, f);
	return status;
}

enum status anchor_make(struct document *doc, struct cp_range range, struct highlight *h,
			struct fault *f)
{
	struct cp_range before, after;
	enum status status = quote(doc, range, &h->exact, f);
	if (status == STATUS_OK && !h->exact[0])
		status = fault_set(f, STATUS_INVALID, NULL);
	if (status == STATUS_OK)
		status = context(doc, range, &before, &after, f);
	if (status == STATUS_OK)
		status = quote(doc, before, &h->prefix, f);
	if (status == STATUS_OK)
		status = quote(doc, after, &h->suffix, f);
	if (status != STATUS_OK)
		return status;
	h->range = range;
	xstrset(&h->anchor_state, "exact");
	return STATUS_OK;
}

bool anchor_holds(struct document *doc, const struct highlight *h)
{
	char *text = NULL;
	bool holds = quote(doc, h->range, &text, NULL) == STATUS_OK && strcmp(text, h->exact) == 0;
	free(text);
	return holds;
}

/* A search through the text, window by window. */
struct search {
	const char *quote;
	size_t n_bytes, n_cp; /* of the quote */
	size_t wanted;        /* the number of the place to keep */
	size_t found;         /* places so far */
	size_t start_cp;      /* of the place kept */
};

/*
 * Notes the places in a window that begins at `start_cp`; one that only begins there is the next
 * window's.
 */
static void search_window(struct search *s, const struct str *utf8, size_t start_cp)
{
	const char *from = utf8->p, *end = utf8->p + utf8->len, *counted = from, *hit;
	size_t at_cp = start_cp;
	while ((hit = memmem(from, (size_t)(end - from), s->quote, s->n_bytes))) {
		at_cp += utf8_count(counted, (size_t)(hit - counted));
		counted = hit;
		if (++s->found == s->wanted)
			s->start_cp = at_cp;
		from = hit + 1;
	}
}

/*
 * Windows overlap by one code point less than the quote, so that each place lies whole in exactly
 * one.
 */
static enum status search_all(struct document *doc, struct search *s, bool stop, struct fault *f)
{
	enum status status = STATUS_OK;
	struct str utf8 = STR_EMPTY;
	size_t step = SEARCH_WINDOW, overlap = s->n_cp - 1;
	for (size_t at = 0; status == STATUS_OK; at += step) {
		str_clear(&utf8);
		status =
			document_extract(doc, (struct cp_range){at, at + step + overlap}, &utf8, f);
		if (status != STATUS_OK || utf8.len == 0)
			break;
		search_window(s, &utf8, at);
		if (stop && s->found >= s->wanted)
			break;
	}
	str_release(&utf8);
	return status;
}

enum status anchor_find(struct document *doc, const char *quote, size_t nth, struct cp_range *out,
			struct fault *f)
{
	size_t n_bytes = strlen(quote);
	struct search s = {.quote = quote,
			   .n_bytes = n_bytes,
			   .n_cp = utf8_count(quote, n_bytes),
			   .wanted = nth ? nth : 1};
	if (n_bytes == 0)
		return fault_set(f, STATUS_INVALID, NULL);
	enum status status = search_all(doc, &s, nth > 0, f);
	if (status != STATUS_OK)
		return status;
	if (s.found == 0)
		return fault_set(f, STATUS_QUOTE_ABSENT, quote);
	if (s.found < s.wanted)
		return fault_setf(f, STATUS_QUOTE_ABSENT, quote, "%zu x", s.found);
	if (nth == 0 && s.found > 1)
		return fault_setf(f, STATUS_QUOTE_AMBIGUOUS, quote, "%zu x", s.found);
	*out = (struct cp_range){s.start_cp, s.start_cp + s.n_cp};
	return STATUS_OK;
}

bool anchor_is_orphan(const struct highlight *h)
{
	return strcmp(h->anchor_state, "orphan") == 0;
}

void anchor_drop_orphans(struct highlight_list *list)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->n; i++) {
		if (anchor_is_orphan(&list->items[i]))
			highlight_release(&list->items[i]);
		else
			list->items[kept++] = list->items[i];
	}
	list->n = kept;
}
