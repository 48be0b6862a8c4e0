/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decoding: whatever the bytes, code points come out that encode to well-formed UTF-8; documents
 * agree with it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "fuzz.h"
#include "text/document.h"

static const char *check_decoded(const char *bytes, size_t n, const char32_t *cps, size_t n_cp)
{
	struct str back = STR_EMPTY;
	const char *wrong = NULL;
	utf8_append(&back, cps, n_cp);
	if (!utf8_check(str_cstr(&back), back.len, NULL))
		wrong = "what was decoded does not encode to well-formed UTF-8";
	else if (utf8_count(bytes, n) != n_cp || utf8_count(str_cstr(&back), back.len) != n_cp)
		wrong = "counting and decoding disagree";
	else if (utf8_offset(bytes, n, n_cp) != n)
		wrong = "all code points do not take all bytes";
	else if (utf8_check(bytes, n, NULL) !=
		 (back.len == n && memcmp(str_cstr(&back), bytes, n) == 0))
		wrong = "well-formed bytes change, or ill-formed ones do not";
	str_release(&back);
	return wrong;
}

/* Paragraphs follow each other, and each has as many code points as it says. */
static const char *check_paragraphs(struct document *doc)
{
	struct document_paragraph para, before = {0};
	for (size_t i = 0; document_paragraph(doc, i, &para); i++) {
		size_t n_cp;
		char32_t *cps = document_decode(doc, &para, NULL);
		struct str text = STR_EMPTY;
		struct cp_range range = {para.start_cp, para.start_cp + para.n_cp};
		if (document_extract(doc, range, &text, NULL) != STATUS_OK)
			return "a paragraph cannot be extracted";
		free(utf8_decode(str_cstr(&text), text.len, &n_cp));
		str_release(&text);
		free(cps);
		if (n_cp != para.n_cp)
			return "a paragraph has not as many code points as it says";
		if (i > 0 && para.start_cp - (before.start_cp + before.n_cp) > 1)
			return "there is a gap between paragraphs";
		if (document_paragraph_at(doc, para.start_cp) != i)
			return "a paragraph is not found by its first code point";
		before = para;
	}
	return NULL;
}

const char *fuzz_decode(const uint8_t *bytes, size_t n)
{
	size_t n_cp;
	char *copy = xmemdup(bytes, n);
	char32_t *cps = utf8_decode(copy, n, &n_cp);
	const char *wrong = check_decoded(copy, n, cps, n_cp);
	free(cps);
	struct document *doc = document_new(text_source_memory(copy, n));
	if (!wrong)
		wrong = check_paragraphs(doc);
	document_free(doc);
	return wrong;
}
