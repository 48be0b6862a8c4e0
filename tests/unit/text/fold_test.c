/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "text/table.h"
#include "text/tap.h"

static void fold_case(const char *name, const char *rest)
{
	const char *equals = strstr(rest, " = ");
	size_t n_text, n_want;
	char32_t *text = table_text(rest, (size_t)(equals - rest), &n_text);
	char32_t *want = table_text(equals + 3, strlen(equals + 3), &n_want);
	struct folded got;
	fold_init(&got, text, n_text);
	bool same = got.n_cps == n_want && memcmp(got.cps, want, n_want * sizeof *want) == 0;
	tap_result(same, name);
	if (!same) {
		struct str shown = STR_EMPTY;
		utf8_append(&shown, got.cps, got.n_cps);
		tap_why("got %s", str_cstr(&shown));
		str_release(&shown);
	}
	folded_release(&got);
	free(text);
	free(want);
}

/*
 * Where `needle` stands in `hay` from folded index `from`, as a range of hay's code points; {9999,
 * 0}: nowhere.
 */
static struct cp_range find(const char *hay, const char *needle, size_t from)
{
	struct folded h, n;
	struct cp_range range = {9999, 0};
	fold_init_utf8(&h, hay, strlen(hay));
	fold_init_utf8(&n, needle, strlen(needle));
	size_t at = fold_find(&h, &n, from);
	if (at < h.n_cps)
		range = fold_origin(&h, at, n.n_cps);
	folded_release(&h);
	folded_release(&n);
	return range;
}

static void is_found(const char *name, struct cp_range got, size_t start, size_t end)
{
	tap_result(got.start_cp == start && got.end_cp == end, name);
	tap_why("%zu-%zu", got.start_cp, got.end_cp);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	table_run("text/folds.test", fold_case);
	is_found("a hit covers the marks after its last letter", find("قال مُحَمَّدٌ نعم", "محمد", 0), 4,
		 13);
	is_found("a hit begins at its first letter", find("ــأحمد", "احمد", 0), 2, 6);
	is_found("a hit at the end reaches the end", find("القمة", "قمه", 0), 2, 5);
	is_found("half a ligature is found with the whole of it", find("س\uFEFCم", "ل", 0), 1, 2);
	is_found("the next hit is looked for from where it is told", find("لا لا لا", "لا", 1), 3,
		 5);
	is_found("what is not there is not found", find("abc", "abd", 0), 9999, 0);
	is_found("a needle longer than the hay is not found", find("ab", "abc", 0), 9999, 0);
	is_found("an empty needle is nowhere", find("abc", "", 0), 9999, 0);
	is_found("a needle of marks only is nowhere", find("abc", "\u064E\u0651", 0), 9999, 0);
	is_found("a search beyond the end finds nothing", find("abc", "a", 7), 9999, 0);
	return tap_end();
}
