/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/proof.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/xalloc.h"
#include "model/anchor.h"

/* "مُحمد" begins at 4: meem with a damma, so 4-6 is one cluster. */
static const char text[] = "one مُحمد two\nthree \U0001F468\u200D\U0001F469 four";

static struct document *document(void)
{
	return document_new(text_source_memory(xmemdup(text, strlen(text)), strlen(text)));
}

static struct proof *proof_of_text(void)
{
	struct document *doc = document();
	struct proof *proof;
	assert_int_equal(proof_new(doc, &proof, NULL), STATUS_OK);
	document_free(doc);
	return proof;
}

static struct highlight highlight(size_t start_cp, size_t end_cp)
{
	struct document *doc = document();
	struct highlight h = {.exact = NULL};
	struct cp_range range = {start_cp, end_cp};
	assert_int_equal(anchor_make(doc, range, &h, NULL), STATUS_OK);
	document_free(doc);
	return h;
}

static void replace(char **field, const char *with)
{
	free(*field);
	*field = xstrdup(with);
}

static void every_anchor_that_is_made_holds(void **state)
{
	struct proof *proof = proof_of_text();
	static const size_t ends[] = {0, 1, 4, 6, 9, 13, 14, 20, 23, 28};
	(void)state;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		for (size_t k = i + 1; k < sizeof ends / sizeof *ends; k++) {
			struct highlight h = highlight(ends[i], ends[k]);
			assert_int_equal(proof_check(proof, &h), FLAW_NONE);
			highlight_release(&h);
		}
	}
	proof_free(proof);
}

static void assert_flaw(const struct proof *proof, struct highlight *h, enum flaw expected,
			const char *name)
{
	assert_int_equal(proof_check(proof, h), expected);
	assert_string_equal(flaw_name(expected), name);
	highlight_release(h);
}

static void each_flaw_is_found(void **state)
{
	struct proof *proof = proof_of_text();
	struct highlight h = highlight(0, 3);
	(void)state;
	h.range.end_cp = 4;
	assert_flaw(proof, &h, FLAW_QUOTE, "quote");
	h = highlight(0, 3);
	h.range = (struct cp_range){3, 3};
	assert_flaw(proof, &h, FLAW_RANGE, "range");
	h = highlight(20, 28);
	h.range.end_cp = 29;
	assert_flaw(proof, &h, FLAW_RANGE, "range");
	h = highlight(10, 13);
	replace(&h.prefix, "مُحمد\n");
	assert_flaw(proof, &h, FLAW_CONTEXT, "context");
	h = highlight(10, 13);
	replace(&h.suffix, "\nthree but not this");
	assert_flaw(proof, &h, FLAW_CONTEXT, "context");
	h = highlight(0, 3);
	replace(&h.prefix, "before the text");
	assert_flaw(proof, &h, FLAW_CONTEXT, "context");
	h = highlight(4, 5);
	assert_flaw(proof, &h, FLAW_CLUSTER, "cluster");
	h = highlight(22, 23);
	assert_flaw(proof, &h, FLAW_CLUSTER, "cluster");
	h = highlight(0, 3);
	replace(&h.anchor_state, "sure");
	assert_flaw(proof, &h, FLAW_STATE, "state");
	proof_free(proof);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_anchor_that_is_made_holds),
		cmocka_unit_test(each_flaw_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
