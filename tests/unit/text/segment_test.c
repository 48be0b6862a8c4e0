/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passages by their table; words as they are counted. (Clusters and words as such:
 * conformance_test.)
 */
#include "text/segment.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "text/decode.h"
#include "text/table.h"
#include "text/tap.h"

/* The text with | where a passage begins. */
static void mark_passages(const char32_t *cps, size_t n_cp, struct str *out)
{
	bool *starts = xcalloc(n_cp, sizeof *starts);
	segment_passages(cps, n_cp, starts);
	for (size_t i = 0; i < n_cp; i++) {
		if (i > 0 && starts[i])
			str_append_char(out, '|');
		utf8_append(out, &cps[i], 1);
	}
	free(starts);
}

static void passage_case(const char *name, const char *marked)
{
	size_t n_cp, n = 0;
	char32_t *cps = table_text(marked, strlen(marked), &n_cp);
	for (size_t i = 0; i < n_cp; i++)
		if (cps[i] != '|')
			cps[n++] = cps[i];
	struct str got = STR_EMPTY;
	mark_passages(cps, n, &got);
	bool same = strcmp(str_cstr(&got), marked) == 0;
	tap_result(same, name);
	if (!same)
		tap_why("got %s", str_cstr(&got));
	str_release(&got);
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

static size_t count(const char *text)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(text, strlen(text), &n_cp);
	size_t n = segment_count_words(cps, n_cp);
	free(cps);
	return n;
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	table_run("passages.test", passage_case);
	a_quotation_holds_passages_together_for_400_characters();
	tap_result(count("") == 0 && count(" ،. ") == 0, "punctuation and spaces are no words");
	tap_result(count("قال John Smith: نعم، 10-20٪.") == 6, "words and numbers are counted");
	tap_result(count("مُحَمَّدٌ ـــ") == 2, "marks do not part a word");
	return tap_end();
}
