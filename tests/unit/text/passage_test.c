/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passages by their table. Each text is cut as one, and as a document: forwards, backwards, from
 * every place in it, and in windows as small as words, which must all tell the same.
 */
#include "text/passage.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "text/segment.h"
#include "text/table.h"
#include "text/tap.h"
#include "text/window.h"

struct found {
	struct passage *items;
	size_t n, cap;
};

static struct document *document_of(const char32_t *cps, size_t n_cp, size_t window_cp)
{
	struct str utf8 = STR_EMPTY;
	utf8_append(&utf8, cps, n_cp);
	size_t n = utf8.len;
	struct document *doc = document_new(text_source_memory(str_take(&utf8), n));
	document_set_window(doc, window_cp);
	return doc;
}

static bool same_range(struct cp_range a, struct cp_range b)
{
	return a.start_cp == b.start_cp && a.end_cp == b.end_cp;
}

static struct found walk(struct document *doc)
{
	struct found found = {.items = NULL};
	struct passage passage;
	bool more = passage_next(doc, 0, &passage);
	struct passage first;
	if (passage_at(doc, 0, &first) && first.range.start_cp == 0)
		VEC_PUSH(found.items, found.n, found.cap, first);
	while (more) {
		VEC_PUSH(found.items, found.n, found.cap, passage);
		more = passage_next(doc, passage.range.start_cp, &passage);
	}
	return found;
}

/*
 * What is found backwards, and from places inside that are `step` apart, against what was found
 * forwards.
 */
static bool agrees(struct document *doc, const struct found *found, size_t step)
{
	struct passage passage;
	for (size_t i = 0; i < found->n; i++) {
		struct cp_range range = found->items[i].range;
		bool before = passage_previous(doc, range.start_cp, &passage);
		if (before != (i > 0) ||
		    (i > 0 && !same_range(passage.range, found->items[i - 1].range)))
			return false;
		for (size_t cp = range.start_cp; cp < range.end_cp; cp += step)
			if (!passage_at(doc, cp, &passage) || !same_range(passage.range, range) ||
			    passage.kind != found->items[i].kind)
				return false;
	}
	return true;
}

/* Whether `cps` are the document's in `range`, but for spaces in place of line ends. */
static bool same_text(struct document *doc, struct cp_range range, const char32_t *cps)
{
	struct str utf8 = STR_EMPTY;
	size_t n_cp = 0;
	bool same = document_extract(doc, range, &utf8, NULL) == STATUS_OK;
	char32_t *expected = utf8_decode(str_cstr(&utf8), utf8.len, &n_cp);
	same &= n_cp == range.end_cp - range.start_cp;
	for (size_t i = 0; same && i < n_cp; i++)
		same = cps[i] == expected[i] || (cps[i] == ' ' && expected[i] == '\n');
	free(expected);
	str_release(&utf8);
	return same;
}

/* Whether the walk that reads all once finds the same, and their text. */
static bool walks_alike(struct document *doc, const struct found *found)
{
	struct passage_walk *walker = passage_walk_new(doc);
	struct passage passage;
	const char32_t *cps;
	bool same = true;
	size_t n = 0;
	for (; same && passage_walk_next(walker, &passage, &cps); n++)
		same = n < found->n && same_range(passage.range, found->items[n].range) &&
		       passage.kind == found->items[n].kind &&
		       same_text(doc, passage.range, cps);
	passage_walk_free(walker);
	return same && n == found->n;
}

static bool same_passages(const struct found *a, const struct found *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (!same_range(a->items[i].range, b->items[i].range))
			return false;
	return a->n == b->n;
}

/* Whether windows of `window_cp` change nothing. */
static bool holds_in_windows(const char32_t *cps, size_t n_cp, size_t window_cp)
{
	struct document *whole = document_of(cps, n_cp, n_cp + 1),
			*windows = document_of(cps, n_cp, window_cp);
	struct found a = walk(whole), b = walk(windows);
	bool same = same_passages(&a, &b) && agrees(whole, &a, 1) && agrees(windows, &b, 1) &&
		    walks_alike(whole, &a) && walks_alike(windows, &b);
	free(a.items);
	free(b.items);
	document_free(whole);
	document_free(windows);
	return same;
}

/* As the table has it. */
static void write_one(char32_t cp, struct str *out)
{
	if (cp == '\n')
		str_append_str(out, "\\n");
	else if (cp == 0x2028 || cp == 0x200F)
		str_appendf(out, "\\u%04X", (unsigned)cp);
	else
		utf8_append(out, &cp, 1);
}

/* The text with | where a passage begins. */
static void mark_starts(const char32_t *cps, size_t n_cp, struct str *out)
{
	bool *starts = xcalloc(n_cp, sizeof *starts);
	segment_passages(cps, n_cp, starts);
	for (size_t i = 0; i < n_cp; i++) {
		if (i > 0 && starts[i])
			str_append_char(out, '|');
		write_one(cps[i], out);
	}
	free(starts);
}

/* The text with each passage in ⟦⟧, with its kind. */
static void mark_passages(const char32_t *cps, size_t n_cp, const struct found *found,
			  struct str *out)
{
	static const char *const kinds[] = {"", "heading:", "url:"};
	size_t next = 0;
	for (size_t i = 0; i <= n_cp; i++) {
		if (next < found->n && i == found->items[next].range.end_cp) {
			str_append_str(out, "⟧");
			next++;
		}
		if (next < found->n && i == found->items[next].range.start_cp)
			str_appendf(out, "⟦%s", kinds[found->items[next].kind]);
		if (i < n_cp)
			write_one(cps[i], out);
	}
}

static void judge(const char *name, const char *wanted, struct str *got, bool holds)
{
	bool same = strcmp(str_cstr(got), wanted) == 0;
	tap_result(same && holds, name);
	if (!same)
		tap_why("got %s", str_cstr(got));
	else if (!holds)
		tap_why("it depends on where one looks from");
	str_release(got);
}

static void text_case(const char *name, const char *wanted, const char32_t *cps, size_t n_cp)
{
	struct str got = STR_EMPTY;
	mark_starts(cps, n_cp, &got);
	judge(name, wanted, &got, holds_in_windows(cps, n_cp, 16));
}

static void document_case(const char *name, const char *wanted, const char32_t *cps, size_t n_cp)
{
	struct str got = STR_EMPTY;
	struct document *doc = document_of(cps, n_cp, WINDOW_CP);
	struct found found = walk(doc);
	mark_passages(cps, n_cp, &found, &got);
	judge(name, wanted, &got, agrees(doc, &found, 1) && walks_alike(doc, &found));
	free(found.items);
	document_free(doc);
}

/* `cps` without what marks passages in the table. */
static size_t without_marks(char32_t *cps, size_t n_cp)
{
	static const char32_t *const marks[] = {U"|", U"⟦heading:", U"⟦url:", U"⟦", U"⟧"};
	size_t n = 0;
	for (size_t i = 0; i < n_cp;) {
		size_t m = 0, length = 0;
		for (; m < sizeof marks / sizeof *marks; m++) {
			for (length = 0; marks[m][length] && i + length < n_cp; length++)
				if (cps[i + length] != marks[m][length])
					break;
			if (!marks[m][length])
				break;
		}
		if (m == sizeof marks / sizeof *marks)
			cps[n++] = cps[i++];
		else
			i += length;
	}
	return n;
}

static void passage_case(const char *name, const char *marked)
{
	size_t n_cp;
	bool document = strstr(marked, "⟦") != NULL;
	char32_t *cps = table_text(marked, strlen(marked), &n_cp);
	n_cp = without_marks(cps, n_cp);
	if (document)
		document_case(name, marked, cps, n_cp);
	else
		text_case(name, marked, cps, n_cp);
	free(cps);
}

/* “ + 500 letters with a full stop in each ten + ” */
static void a_quotation_holds_passages_together_for_400_characters(void)
{
	enum { SIZE = 502 };
	char32_t cps[SIZE];
	bool starts[SIZE];
	for (size_t i = 0; i < SIZE; i++)
		cps[i] = i % 10 == 8 ? '.' : i % 10 == 9 ? ' ' : 'a';
	cps[0] = U'“';
	cps[SIZE - 1] = U'”';
	segment_passages(cps, SIZE, starts);
	size_t first = 1;
	while (first < SIZE && !starts[first])
		first++;
	tap_result(first == 410,
		   "a quotation holds passages together for 400 characters, and no longer");
}

/* `marked` without its | is what it stands for: the quoted parts are between them. */
static void quoted_case(const char *name, const char32_t *marked)
{
	char32_t cps[64];
	bool expected[64], quoted[64], inside = false;
	size_t n = 0;
	for (; *marked; marked++) {
		inside ^= *marked == '|';
		if (*marked == '|')
			continue;
		expected[n] = inside;
		cps[n++] = *marked;
	}
	segment_quotations(cps, n, quoted);
	tap_result(memcmp(expected, quoted, n * sizeof *quoted) == 0, name);
}

static void what_is_quoted_is_told_without_its_marks(void)
{
	quoted_case("a quotation is told without its marks", U"قال «|نعم|» ثم “|لا. لا|” فقط");
	quoted_case("” opens after a tatweel, and closes", U"وصفه بـ”|المثير للاهتمام|” اليوم");
	quoted_case("a quotation in a quotation belongs to it", U"a «|b «c» d|» e");
	quoted_case("an unclosed mark opens nothing", U"a “b c. d");
}

/* Sentences, quotations and brackets of a seed, `n_cp` code points. */
static void write_prose(unsigned seed, char32_t *cps, size_t n_cp)
{
	static const char32_t *const parts[] = {
		U"قال ", U"الوزير ", U"نعم", U"د. ", U". ", U"؟ ", U"! ", U"،", U" ", U"«", U"» ",
		U"“", U"” ", U"\"", U"[1] ", U".. ", U"the ", U"3.5 ", U"U.S. ", U"(", U") ", U"۔ ",
		U"मैं। ", U"他说。", U"عالم ", U"كان ", U"في ", U"بين ", U"ذلك ",
	};
	for (size_t n = 0; n < n_cp;) {
		seed = seed * 1103515245u + 12345u;
		const char32_t *part = parts[(seed >> 16) % (sizeof parts / sizeof *parts)];
		while (*part && n < n_cp)
			cps[n++] = *part++;
	}
}

static void a_paragraph_in_windows_has_the_passages_that_it_has_whole(void)
{
	enum { SIZE = 9000, TEXTS = 12 };
	char32_t *cps = xcalloc(SIZE, sizeof *cps);
	bool same = true;
	for (unsigned seed = 1; same && seed <= TEXTS; seed++) {
		write_prose(seed, cps, SIZE);
		struct document *whole = document_of(cps, SIZE, SIZE + 1),
				*windows = document_of(cps, SIZE, 500 + seed * 200);
		struct found a = walk(whole), b = walk(windows);
		same = a.n > 40 && same_passages(&a, &b) && walks_alike(windows, &a);
		free(a.items);
		free(b.items);
		document_free(whole);
		document_free(windows);
	}
	tap_result(same, "a paragraph in windows has the passages that it has whole");
	free(cps);
}

/* 1,000 lines of a hard-wrapped text without a blank one; a sentence is 3 lines long. */
static void lines_without_end_are_cut_as_one_text(void)
{
	enum { LINES = 1000, LINE = 70 };
	char32_t *cps = xcalloc(LINES * LINE, sizeof *cps);
	for (size_t i = 0; i < LINES * LINE; i++)
		cps[i] = i % LINE == LINE - 1 ? '\n' : i % 7 == 3 ? ' ' : 'a';
	for (size_t line = 0; line < LINES; line += 3)
		cps[line * LINE + 30] = '.', cps[line * LINE + 31] = ' ';
	struct document *doc = document_of(cps, LINES * LINE, WINDOW_CP);
	struct found found = walk(doc);
	bool whole = found.n == LINES / 3 + 2;
	for (size_t i = 1; whole && i + 1 < found.n; i++)
		whole = found.items[i].range.end_cp == i * 3 * LINE + 31 &&
			found.items[i].range.start_cp <= (i - 1) * 3 * LINE + 34;
	whole &= walks_alike(doc, &found);
	tap_result(whole && agrees(doc, &found, 29), "lines without end are cut as one text");
	if (!whole)
		tap_why("%zu passages", found.n);
	free(found.items);
	document_free(doc);
	free(cps);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	table_run("text/passages.test", passage_case);
	a_quotation_holds_passages_together_for_400_characters();
	what_is_quoted_is_told_without_its_marks();
	a_paragraph_in_windows_has_the_passages_that_it_has_whole();
	lines_without_end_are_cut_as_one_text();
	return tap_end();
}
