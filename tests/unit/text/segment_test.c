/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words as people count them and go through them. (Clusters and words as such: conformance_test;
 * passages: passage_test.)
 */
#include "text/segment.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/tap.h"

static size_t count(const char *text)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(text, strlen(text), &n_cp);
	size_t n = segment_count_words(cps, n_cp);
	free(cps);
	return n;
}

/* Each word in [], nothing else of the text. */
static bool has_words(const char *text, const char *wanted)
{
	struct str got = STR_EMPTY;
	size_t n_cp;
	char32_t *cps = utf8_decode(text, strlen(text), &n_cp);
	bool *starts = xcalloc(n_cp + 1, sizeof *starts);
	segment_words(cps, n_cp, starts);
	for (size_t i = 0, end; i < n_cp; i = end) {
		for (end = i + 1; end < n_cp && !starts[end]; end++)
			continue;
		if (!segment_is_word(cps + i, end - i))
			continue;
		str_append_char(&got, '[');
		utf8_append(&got, cps + i, end - i);
		str_append_char(&got, ']');
	}
	bool same = strcmp(str_cstr(&got), wanted) == 0;
	if (!same)
		tap_why("got %s", str_cstr(&got));
	str_release(&got);
	free(starts);
	free(cps);
	return same;
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	tap_result(count("") == 0 && count(" ،. ") == 0, "punctuation and spaces are no words");
	tap_result(count("قال John Smith: نعم، 10-20٪.") == 6, "words and numbers are counted");
	tap_result(count("مُحَمَّدٌ ــ وبـ") == 2,
		   "marks do not part a word, and tatweels alone are none");
	tap_result(has_words("وقال بأن للاتحاد", "[وقال][بأن][للاتحاد]"),
		   "one-letter words are part of the word after them");
	tap_result(has_words("200,000 ٢٠٠٬٠٠٠ ٣٫٥ ۳٫۵ 50%", "[200,000][٢٠٠٬٠٠٠][٣٫٥][۳٫۵][50]"),
		   "numbers keep their points and groups");
	tap_result(has_words("The U.S. don’t", "[The][U.S][don’t]"), "initials are one word");
	tap_result(has_words("می‌خواهم צה\"ל צה״ל", "[می‌خواهم][צה\"ל][צה״ל]"),
		   "a non-joiner and gershayim part no word");
	tap_result(has_words("بـ”المثير” ــ كذا", "[بـ][المثير][كذا]"), "a dash is no word");
	tap_result(has_words("https://a.b/c?d", "[https][a.b][c][d]"),
		   "a URL is gone through part by part");
	return tap_end();
}
