/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/coder.h"
#include "app/options.h"
#include "base/file.h"
#include "base/xalloc.h"

static int clear_environment(void **state)
{
	(void)state;
	unsetenv("HASHIYA_PROJECT");
	unsetenv("HASHIYA_BIDI");
	unsetenv("HASHIYA_CODER");
	unsetenv("XDG_STATE_HOME");
	unsetenv("NO_COLOR");
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	setenv("HOME", "/home/of-nobody", 1);
	return 0;
}

static void finish(struct options *options)
{
	assert_int_equal(options_finish(options, NULL), STATUS_OK);
}

static void what_is_not_set_has_its_default(void **state)
{
	(void)state;
	struct options options;
	options_init(&options);
	finish(&options);
	assert_string_equal(options.project,
			    "/home/of-nobody/.local/share/hashiya/default.hashiya");
	assert_true(strlen(options.coder) > 0);
	assert_int_equal(options.bidi, BIDI_AUTO);
	assert_int_equal(options.color, COLOR_AUTO);
	assert_true(options.mouse);
	options_release(&options);
}

static void the_xdg_folder_counts_only_if_it_is_absolute(void **state)
{
	(void)state;
	struct options options;
	setenv("XDG_DATA_HOME", "/x", 1);
	options_init(&options);
	finish(&options);
	assert_string_equal(options.project, "/x/hashiya/default.hashiya");
	options_release(&options);
	setenv("XDG_DATA_HOME", "relative", 1);
	options_init(&options);
	finish(&options);
	assert_string_equal(options.project,
			    "/home/of-nobody/.local/share/hashiya/default.hashiya");
	options_release(&options);
}

static void the_command_line_is_stronger_than_the_environment_and_that_than_the_config(void **state)
{
	(void)state;
	struct options options;
	setenv("HASHIYA_PROJECT", "/env", 1);
	setenv("HASHIYA_BIDI", "app", 1);
	setenv("NO_COLOR", "1", 1);
	options_init(&options);
	assert_int_equal(options_set(&options, "project", "/line", NULL), STATUS_OK);
	assert_int_equal(options_set(&options, "color", "always", NULL), STATUS_OK);
	assert_int_equal(options_set_config(&options, "project", "/config", NULL), STATUS_OK);
	assert_int_equal(options_set_config(&options, "bidi", "terminal", NULL), STATUS_OK);
	assert_int_equal(options_set_config(&options, "coder", "config's", NULL), STATUS_OK);
	finish(&options);
	assert_string_equal(options.project, "/line");
	assert_int_equal(options.bidi, BIDI_APP);
	assert_int_equal(options.color, COLOR_ALWAYS);
	assert_string_equal(options.coder, "config's");
	options_release(&options);
}

static void no_color_wins_over_the_default(void **state)
{
	(void)state;
	struct options options;
	setenv("NO_COLOR", "1", 1);
	options_init(&options);
	finish(&options);
	assert_int_equal(options.color, COLOR_NEVER);
	options_release(&options);
}

/* The name and who set it, as the options come out where the config file says `config`, or NULL. */
static void assert_coder(const char *config, const char *name, enum option_source source)
{
	struct options options;
	options_init(&options);
	if (config)
		assert_int_equal(options_set_config(&options, "coder", config, NULL), STATUS_OK);
	finish(&options);
	assert_string_equal(options.coder, name);
	assert_int_equal(options.source[OPTION_coder], source);
	options_release(&options);
}

static void a_name_that_was_given_once_counts_where_nothing_else_says_one(void **state)
{
	(void)state;
	char folder[] = "/tmp/hashiya-state-XXXXXX";
	assert_non_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	assert_null(coder_recall());
	assert_int_equal(coder_remember("نادية ب", NULL), STATUS_OK);
	assert_coder(NULL, "نادية ب", SOURCE_STATE);
	assert_coder("config's", "config's", SOURCE_CONFIG);
	setenv("HASHIYA_CODER", "env's", 1);
	assert_coder("config's", "env's", SOURCE_ENVIRONMENT);
	char *inside = xasprintf("%s/hashiya", folder), *path = xasprintf("%s/coder", inside);
	assert_int_equal(file_replace_bytes(path, " \n", 2, NULL), STATUS_OK);
	assert_null(coder_recall());
	assert_int_equal(unlink(path) + rmdir(inside) + rmdir(folder), 0);
	free(path);
	free(inside);
}

static void a_flag_may_be_yes_or_no_in_the_config_file(void **state)
{
	(void)state;
	struct options options;
	options_init(&options);
	assert_int_equal(options_set_config(&options, "blind", "yes", NULL), STATUS_OK);
	assert_true(options.blind);
	assert_int_equal(options_set_config(&options, "blind", "no", NULL), STATUS_OK);
	assert_false(options.blind);
	assert_int_equal(options_set_config(&options, "blind", "maybe", NULL), STATUS_INVALID);
	assert_int_equal(options_set(&options, "blind", NULL, NULL), STATUS_OK);
	assert_int_equal(options_set_config(&options, "blind", "no", NULL), STATUS_OK);
	assert_true(options.blind);
	options_release(&options);
}

static void a_wrong_value_names_the_allowed_ones_and_a_wrong_name_the_nearest(void **state)
{
	(void)state;
	struct options options;
	struct fault f = FAULT_NONE;
	options_init(&options);
	assert_int_equal(options_set(&options, "bidi", "both", &f), STATUS_INVALID);
	assert_string_equal(f.detail, "bidi: auto, app, terminal");
	assert_int_equal(options_set(&options, "colour", "auto", &f), STATUS_USAGE);
	assert_non_null(strstr(f.detail, "color"));
	assert_int_equal(options_set_config(&options, "demo", "on", &f), STATUS_USAGE);
	fault_release(&f);
	options_release(&options);
}

static void count_warning(const char *text, void *data)
{
	assert_non_null(strstr(text, "/hashiya/config:"));
	++*(size_t *)data;
}

static void a_bad_line_of_the_config_warns_and_the_rest_counts(void **state)
{
	(void)state;
	char folder[] = "/tmp/hashiya-config-XXXXXX";
	assert_non_null(mkdtemp(folder));
	char *inside = xasprintf("%s/hashiya", folder), *path = xasprintf("%s/config", inside);
	static const char text[] =
		"# a comment\n\n coder =  A B \r\ncolr = never\nno equals\nmouse=off\nbidi = x";
	assert_int_equal(mkdir(inside, 0700), 0);
	assert_int_equal(file_replace_bytes(path, text, strlen(text), NULL), STATUS_OK);
	setenv("XDG_CONFIG_HOME", folder, 1);
	struct options options;
	size_t warnings = 0;
	options_init(&options);
	assert_int_equal(options_read_config(&options, count_warning, &warnings, NULL), STATUS_OK);
	assert_int_equal(warnings, 3);
	assert_string_equal(options.coder, "A B");
	assert_false(options.mouse);
	options_release(&options);
	unlink(path);
	rmdir(inside);
	rmdir(folder);
	options_init(&options);
	assert_int_equal(options_read_config(&options, count_warning, &warnings, NULL), STATUS_OK);
	options_release(&options);
	free(path);
	free(inside);
}

static void a_coder_is_called_by_a_name_in_utf8_and_a_path_may_have_any_bytes(void **state)
{
	(void)state;
	struct options options;
	options_init(&options);
	assert_int_equal(options_set(&options, "coder", "n\xff", NULL), STATUS_INVALID);
	assert_int_equal(options_set(&options, "coder", "نادية", NULL), STATUS_OK);
	assert_int_equal(options_set(&options, "project", "p\xff", NULL), STATUS_OK);
	options_release(&options);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(what_is_not_set_has_its_default, clear_environment),
		cmocka_unit_test_setup(the_xdg_folder_counts_only_if_it_is_absolute,
				       clear_environment),
		cmocka_unit_test_setup(
			the_command_line_is_stronger_than_the_environment_and_that_than_the_config,
			clear_environment),
		cmocka_unit_test_setup(
			a_name_that_was_given_once_counts_where_nothing_else_says_one,
			clear_environment),
		cmocka_unit_test_setup(a_flag_may_be_yes_or_no_in_the_config_file,
				       clear_environment),
		cmocka_unit_test_setup(no_color_wins_over_the_default, clear_environment),
		cmocka_unit_test_setup(
			a_wrong_value_names_the_allowed_ones_and_a_wrong_name_the_nearest,
			clear_environment),
		cmocka_unit_test_setup(
			a_coder_is_called_by_a_name_in_utf8_and_a_path_may_have_any_bytes,
			clear_environment),
		cmocka_unit_test_setup(a_bad_line_of_the_config_warns_and_the_rest_counts,
				       clear_environment),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
