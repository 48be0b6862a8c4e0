/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "cli/args.h"

/* Parses the words up to a NULL. */
static enum status parse(struct args *args, struct options *options, struct fault *f, char **words)
{
	size_t n = 0;
	while (words[n])
		n++;
	options_init(options);
	return args_parse(args, options, words, n, f);
}

#define PARSE(...) parse(&args, &options, &f, (char *[]){__VA_ARGS__, NULL})
#define RELEASE() args_release(&args), options_release(&options), fault_release(&f)

static void options_stand_before_behind_and_between_operands(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	assert_int_equal(
		PARSE("-w", "70", "--project=p", "show", "1", "--cells", "2", "-wx", "-w90"),
		STATUS_OK);
	assert_string_equal(args.subcommand->words, "show");
	assert_int_equal(args.n_operands, 2);
	assert_string_equal(args.operands[1], "2");
	assert_string_equal(options.project, "p");
	assert_true(args_flag(&args, ARG_show_cells));
	assert_string_equal(args_value(&args, ARG_show_width), "90");
	RELEASE();
}

static void the_longest_name_of_a_subcommand_wins(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	assert_int_equal(PARSE("highlight", "list"), STATUS_OK);
	assert_string_equal(args.subcommand->words, "highlight list");
	assert_int_equal(args.n_operands, 0);
	RELEASE();
	assert_int_equal(PARSE("highlight", "add", "1"), STATUS_OK);
	assert_string_equal(args.subcommand->words, "highlight");
	assert_int_equal(args.n_operands, 1);
	RELEASE();
	assert_int_equal(PARSE("highlight", "./list"), STATUS_OK);
	assert_string_equal(args.operands[0], "./list");
	RELEASE();
}

static void two_dashes_end_the_options_and_one_is_standard_input(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	assert_int_equal(PARSE("import", "-", "--", "--title", "list"), STATUS_OK);
	assert_int_equal(args.n_operands, 3);
	assert_string_equal(args.operands[0], "-");
	assert_string_equal(args.operands[1], "--title");
	RELEASE();
}

static void values_can_be_given_more_than_once(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	size_t n;
	assert_int_equal(PARSE("highlight", "1", "-t", "a", "--tag=b", "-tc"), STATUS_OK);
	char **tags = args_values(&args, ARG_highlight_tag, &n);
	assert_int_equal(n, 3);
	assert_string_equal(tags[1], "b");
	assert_string_equal(tags[2], "c");
	free(tags);
	RELEASE();
}

static void what_is_not_understood_is_told_with_the_nearest(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	assert_int_equal(PARSE("show", "1", "--widht=3"), STATUS_USAGE);
	assert_non_null(strstr(f.detail, "--width"));
	RELEASE();
	assert_int_equal(PARSE("list", "--width", "3"), STATUS_USAGE);
	RELEASE();
	assert_int_equal(PARSE("hilight", "1"), STATUS_USAGE);
	assert_non_null(strstr(f.detail, "highlight"));
	RELEASE();
	assert_int_equal(PARSE("tag"), STATUS_USAGE);
	RELEASE();
	assert_int_equal(PARSE("show", "1", "--width"), STATUS_USAGE);
	RELEASE();
	assert_int_equal(PARSE("list", "--json=yes"), STATUS_USAGE);
	RELEASE();
	assert_int_equal(PARSE("highlight", "1", "--quote", "\xFF"), STATUS_INVALID);
	RELEASE();
}

static void a_number_is_digits_up_to_a_bound(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	static const char *const bad[] = {
		"", "x", "-1", "+1", " 1", "1x", "101", "99999999999999999999999"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		size_t out = 7;
		assert_int_equal(PARSE("show", "1", "--width", (char *)bad[i]), STATUS_OK);
		assert_int_equal(args_number(&args, ARG_show_width, 100, &out, NULL), STATUS_INVALID);
		assert_int_equal(out, 7);
		RELEASE();
	}
	size_t out = 7;
	assert_int_equal(PARSE("show", "1", "-w", "100"), STATUS_OK);
	assert_int_equal(args_number(&args, ARG_show_width, 100, &out, NULL), STATUS_OK);
	assert_int_equal(out, 100);
	RELEASE();
}

/*
 * The subcommand is looked for before its options are known, so a name must mean one kind of thing.
 */
static void an_option_has_the_same_kind_of_value_in_every_subcommand(void **state)
{
	(void)state;
	const struct argument_info *a, *b;
	for (size_t i = 0; (a = argument_info(i)); i++) {
		for (size_t k = 0; (b = argument_info(k)); k++) {
			bool same = strcmp(a->name, b->name) == 0 ||
				    (a->short_name && a->short_name == b->short_name);
			assert_true(!same || !*a->value == !*b->value);
		}
		for (size_t k = 0; k < N_OPTIONS; k++) {
			bool same = strcmp(a->name, option_info(k)->name) == 0;
			assert_true(!same || i == ARG_doctor_bidi ||
				    (*a->value && *option_info(k)->argument));
			assert_true(!a->short_name || a->short_name != option_info(k)->short_name);
		}
	}
}

static void the_doctors_flag_is_not_the_programs_option_of_that_name(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	assert_int_equal(PARSE("doctor", "--bidi", "--forget"), STATUS_OK);
	assert_true(args_flag(&args, ARG_doctor_bidi) && args_flag(&args, ARG_doctor_forget));
	assert_int_equal(options.source[OPTION_bidi], SOURCE_DEFAULT);
	RELEASE();
	assert_int_equal(PARSE("doctor", "--bidi=app"), STATUS_OK);
	assert_false(args_flag(&args, ARG_doctor_bidi));
	assert_int_equal(options.bidi, BIDI_APP);
	RELEASE();
	assert_int_equal(PARSE("--bidi", "terminal", "doctor", "--bidi"), STATUS_OK);
	assert_true(args_flag(&args, ARG_doctor_bidi));
	assert_int_equal(options.bidi, BIDI_TERMINAL);
	RELEASE();
	assert_int_equal(PARSE("doctor", "--bidi", "app"), STATUS_USAGE);
	RELEASE();
	assert_int_equal(PARSE("list", "--bidi", "app"), STATUS_OK);
	assert_int_equal(options.bidi, BIDI_APP);
	RELEASE();
}

static void a_value_behind_a_subcommand_is_its_own_where_it_has_such_an_option(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	assert_int_equal(PARSE("--coder", "me", "highlight", "list", "--coder=you"), STATUS_OK);
	assert_string_equal(options.coder, "me");
	assert_string_equal(args_value(&args, ARG_highlight_list_coder), "you");
	assert_string_equal(args_option(&args, "coder"), "you");
	assert_null(args_option(&args, "json"));
	RELEASE();
	assert_int_equal(PARSE("claim", "list", "--coder", "me", "--json"), STATUS_OK);
	assert_string_equal(options.coder, "me");
	assert_string_equal(args_option(&args, "json"), "");
	RELEASE();
}

static void the_interface_takes_numbers_files_and_nothing(void **state)
{
	(void)state;
	struct args args;
	struct options options;
	struct fault f = FAULT_NONE;
	assert_int_equal(PARSE("3", "x.txt", "--size", "100x30", "--keys", "k"), STATUS_OK);
	assert_null(args.subcommand);
	assert_int_equal(args.n_operands, 2);
	assert_int_equal(args.headless.n_cols, 100);
	assert_int_equal(args.headless.n_rows, 30);
	assert_string_equal(args.headless.keys, "k");
	RELEASE();
	assert_int_equal(PARSE("--size", "0x30"), STATUS_INVALID);
	RELEASE();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_stand_before_behind_and_between_operands),
		cmocka_unit_test(the_longest_name_of_a_subcommand_wins),
		cmocka_unit_test(two_dashes_end_the_options_and_one_is_standard_input),
		cmocka_unit_test(values_can_be_given_more_than_once),
		cmocka_unit_test(what_is_not_understood_is_told_with_the_nearest),
		cmocka_unit_test(a_number_is_digits_up_to_a_bound),
		cmocka_unit_test(an_option_has_the_same_kind_of_value_in_every_subcommand),
		cmocka_unit_test(the_doctors_flag_is_not_the_programs_option_of_that_name),
		cmocka_unit_test(
			a_value_behind_a_subcommand_is_its_own_where_it_has_such_an_option),
		cmocka_unit_test(the_interface_takes_numbers_files_and_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
