/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/stances.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/theme.h"
#include "base/xalloc.h"

static void the_default_scheme_has_its_fixed_signs(void **state)
{
	static const struct {
		const char *value, *symbol, *colour;
	} expected[] = {
		{"agree", "✓", "green"}, {"disagree", "✗", "vermilion"}, {"discuss", "~", "blue"}};
	(void)state;
	struct stance_scheme scheme;
	assert_int_equal(stances_load(STANCES_DEFAULT, &scheme, NULL), STATUS_OK);
	assert_int_equal(scheme.n, 3);
	for (size_t i = 0; i < scheme.n; i++) {
		assert_string_equal(scheme.values[i].value, expected[i].value);
		assert_string_equal(scheme.values[i].symbol, expected[i].symbol);
		assert_string_equal(scheme.values[i].colour, expected[i].colour);
	}
	assert_ptr_equal(stance_find(&scheme, "discuss"), &scheme.values[2]);
	assert_null(stance_find(&scheme, ""));
	assert_null(stance_find(&scheme, "unrelated"));
	stance_scheme_release(&scheme);
}

static bool is_colour(const char *colour)
{
	const char *name;
	for (size_t i = 0; (name = theme_colour_name(i)); i++)
		if (strcmp(name, colour) == 0)
			return true;
	return false;
}

static bool has_arabic(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= 0xD8 && (unsigned char)*text <= 0xDB)
			return true;
	return false;
}

/* No two alike, and none without a word in either language. */
static void check_values(const struct stance_scheme *english, const struct stance_scheme *arabic)
{
	assert_true(english->n > 1);
	assert_int_equal(arabic->n, english->n);
	for (size_t i = 0; i < english->n; i++) {
		const struct stance_value *value = &english->values[i];
		assert_true(*value->symbol && is_colour(value->colour));
		assert_true(*value->label && *value->definition);
		assert_false(has_arabic(value->label) || has_arabic(value->definition));
		assert_true(has_arabic(arabic->values[i].label));
		assert_true(has_arabic(arabic->values[i].definition));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(english->values[k].symbol, value->symbol);
	}
}

static void every_scheme_is_whole_in_english_and_arabic(void **state)
{
	(void)state;
	struct stance_entries list;
	assert_int_equal(stances_list(&list, NULL), STATUS_OK);
	assert_int_equal(list.n, 4);
	assert_string_equal(list.items[0].name, STANCES_DEFAULT);
	for (size_t i = 0; i < list.n; i++) {
		struct stance_scheme english, arabic;
		const char *name = list.items[i].name;
		assert_true(*list.items[i].title && *list.items[i].source);
		assert_int_equal(stances_load_in(name, "en", &english, NULL), STATUS_OK);
		assert_int_equal(stances_load_in(name, "ar", &arabic, NULL), STATUS_OK);
		assert_true(has_arabic(arabic.title) && !has_arabic(english.title));
		check_values(&english, &arabic);
		stance_scheme_release(&english);
		stance_scheme_release(&arabic);
	}
	stance_entries_release(&list);
}

static void a_language_that_is_not_there_reads_english(void **state)
{
	(void)state;
	struct stance_scheme scheme;
	assert_int_equal(stances_load_in("sdqc", "fi", &scheme, NULL), STATUS_OK);
	assert_string_equal(scheme.values[0].label, "supports");
	stance_scheme_release(&scheme);
}

/* A name is looked up, never a path. */
static void what_is_no_scheme_is_refused_with_those_there_are(void **state)
{
	static const char *const names[] = {"no", "index", "../stances/sdqc", ""};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct fault f = FAULT_NONE;
		struct stance_scheme scheme;
		assert_int_equal(stances_load(names[i], &scheme, &f), STATUS_NOT_FOUND);
		assert_string_equal(f.subject, names[i]);
		assert_string_equal(f.detail, "arastance, emergent, sdqc, three-way");
		assert_int_equal(scheme.n, 0);
		stance_scheme_release(&scheme);
		fault_release(&f);
	}
}

static void a_project_without_a_file_has_the_default(void **state)
{
	(void)state;
	struct project project = {.store = NULL};
	struct stance_scheme scheme;
	assert_int_equal(stances_of_project(&project, &scheme, NULL), STATUS_OK);
	assert_string_equal(scheme.name, STANCES_DEFAULT);
	stance_scheme_release(&scheme);
}

/* One that another version of the program knew. */
static void a_scheme_that_is_gone_keeps_its_name(void **state)
{
	(void)state;
	char path[] = "stances_test.XXXXXX";
	assert_non_null(mkdtemp(path));
	char *file = xasprintf("%s/p.hashiya", path);
	struct project project = {.path = file};
	assert_int_equal(store_open(&project.store, file, STORE_CREATE, NULL), STATUS_OK);
	struct act_label label = {.what = "test", .subject = "", .object = ""};
	assert_int_equal(store_begin(project.store, "c", &label, NULL), STATUS_OK);
	assert_int_equal(store_property_set(project.store, "stance_scheme", "gone", NULL),
			 STATUS_OK);
	assert_int_equal(store_commit(project.store, NULL), STATUS_OK);
	struct stance_scheme scheme;
	assert_int_equal(stances_of_project(&project, &scheme, NULL), STATUS_OK);
	assert_string_equal(scheme.name, "gone");
	assert_string_equal(scheme.title, "gone");
	assert_int_equal(scheme.n, 0);
	stance_scheme_release(&scheme);
	store_close(project.store);
	unlink(file);
	rmdir(path);
	free(file);
}

/* Articles that were judged are read all the same. */
static void without_its_files_a_scheme_has_its_name_and_no_values(void **state)
{
	(void)state;
	char *data = xstrdup(getenv("HASHIYA_DATA"));
	struct project project = {.store = NULL};
	struct stance_scheme scheme;
	struct fault f = FAULT_NONE;
	setenv("HASHIYA_DATA", "/nowhere", 1);
	assert_int_equal(stances_of_project(&project, &scheme, &f), STATUS_OK);
	setenv("HASHIYA_DATA", data, 1);
	assert_string_equal(scheme.name, STANCES_DEFAULT);
	assert_int_equal(scheme.n, 0);
	assert_int_equal(f.status, STATUS_OK);
	stance_scheme_release(&scheme);
	free(data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_default_scheme_has_its_fixed_signs),
		cmocka_unit_test(every_scheme_is_whole_in_english_and_arabic),
		cmocka_unit_test(a_language_that_is_not_there_reads_english),
		cmocka_unit_test(a_project_without_a_file_has_the_default),
		cmocka_unit_test(a_scheme_that_is_gone_keeps_its_name),
		cmocka_unit_test(without_its_files_a_scheme_has_its_name_and_no_values),
		cmocka_unit_test(what_is_no_scheme_is_refused_with_those_there_are),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
