/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they are counted. (Clusters and words as such: conformance_test; passage_test.) */
#include "text/segment.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "text/decode.h"
#include "text/tap.h"

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
	tap_result(count("") == 0 && count(" ،. ") == 0, "punctuation and spaces are no words");
	tap_result(count("قال John Smith: نعم، 10-20٪.") == 6, "words and numbers are counted");
	tap_result(count("مُحَمَّدٌ ــ وبـ") == 2,
		   "marks do not part a word, and tatweels alone are none");
	return tap_end();
}
