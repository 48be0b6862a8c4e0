/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/xalloc.h"

/* Tags t0, t1, ... made in this order. */
static void add_tag(struct tag_list *tags, unsigned number, const char *colour, const char *symbol)
{
	struct tag *tag = tag_list_add(tags);
	snprintf(tag->id, sizeof tag->id, "%08x-0000-7000-8000-000000000000", number);
	tag->path = xasprintf("t%u", number);
	tag->name = xstrdup(tag->path);
	tag->colour = xstrdup(colour);
	tag->symbol = xstrdup(symbol);
}

static bool same_look(const struct tag_look *a, const struct tag_look *b)
{
	return a->style.bg == b->style.bg && strcmp(a->symbol, b->symbol) == 0;
}

static void the_first_tags_all_look_different_without_colour(void **state)
{
	(void)state;
	struct tag_list tags = {.items = NULL};
	for (unsigned i = 0; i < 16; i++)
		add_tag(&tags, i, "", "");
	struct tag_look *looks = theme_tags(&tags, true);
	for (size_t i = 0; i < tags.n; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(looks[i].symbol, looks[j].symbol);
	free(looks);
	tag_list_release(&tags);
}

static void a_new_tag_changes_no_others_look(void **state)
{
	(void)state;
	struct tag_list tags = {.items = NULL}, more = {.items = NULL};
	for (unsigned i = 0; i < 5; i++)
		add_tag(&tags, i, "", "");
	/* Lists are in the order of paths, which is not the one in which tags were made. */
	add_tag(&more, 9, "", "");
	for (unsigned i = 0; i < 5; i++)
		add_tag(&more, i, "", "");
	struct tag_look *before = theme_tags(&tags, false), *after = theme_tags(&more, false);
	for (size_t i = 0; i < tags.n; i++)
		assert_true(same_look(&before[i], &after[i + 1]));
	free(before);
	free(after);
	tag_list_release(&tags);
	tag_list_release(&more);
}

static void a_tags_own_colour_and_symbol_count(void **state)
{
	(void)state;
	struct tag_list tags = {.items = NULL};
	add_tag(&tags, 0, "blue", "\xD8\xAD");
	add_tag(&tags, 1, "no such colour", "too long for one");
	struct tag_look *looks = theme_tags(&tags, false);
	assert_string_equal(looks[0].symbol, "\xD8\xAD");
	assert_int_equal(looks[0].style.bg, 25);
	assert_true(looks[1].style.bg >= 0 && looks[1].symbol[0] != '\0' &&
		    strcmp(looks[1].symbol, "too long for one") != 0);
	free(looks);
	tag_list_release(&tags);
}

static void no_role_has_a_colour_in_mono(void **state)
{
	(void)state;
	for (int role = 0; role < N_ROLES; role++) {
		struct style style = theme_style((enum role)role, true);
		assert_true(style.fg == -1 && style.bg == -1);
	}
}

static void colours_have_names(void **state)
{
	(void)state;
	assert_string_equal(theme_colour_name(0), "orange");
	assert_null(theme_colour_name(8));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_tags_all_look_different_without_colour),
		cmocka_unit_test(a_new_tag_changes_no_others_look),
		cmocka_unit_test(a_tags_own_colour_and_symbol_count),
		cmocka_unit_test(no_role_has_a_colour_in_mono),
		cmocka_unit_test(colours_have_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
