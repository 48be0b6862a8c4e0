/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define N_(text) text

static const struct {
	const char *name;
	unsigned sections;
} commands[] = {
#define COMMAND(function, name, sections, footer, label, help, synonyms) {name, sections},
#include "app/command-reader.def"
#include "app/command.def"
#undef COMMAND
};
enum { N_COMMANDS = sizeof commands / sizeof *commands };

static struct keymap *keymap_of(const char *text)
{
	struct keymap *keymap = keymap_new();
	assert_int_equal(keymap_read(keymap, text, "test", NULL), STATUS_OK);
	return keymap;
}

static struct key key_of(const char *text)
{
	struct key key;
	assert_true(key_parse(text, &key) > 0);
	return key;
}

static void assert_runs(const struct keymap *keymap, enum section section, const char *key,
			const char *command)
{
	const struct binding *binding = keymap_find(keymap, section, key_of(key), NULL);
	assert_non_null(binding);
	assert_string_equal(binding->command, command);
}

static void a_line_is_a_key_a_command_and_an_argument(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of("# a comment\n\n[reader]\n  3\tgo-to-pane  3 of 4 \n");
	const struct binding *binding = keymap_exact(keymap, SECTION_READER, key_of("3"));
	assert_non_null(binding);
	assert_string_equal(binding->command, "go-to-pane");
	assert_string_equal(binding->argument, "3 of 4");
	keymap_free(keymap);
}

static void the_sections_own_key_comes_before_the_common_one(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of("[common]\nu undo\nq quit\n[reader]\nu up\n");
	assert_runs(keymap, SECTION_READER, "u", "up");
	assert_runs(keymap, SECTION_READER, "q", "quit");
	assert_runs(keymap, SECTION_LIBRARY, "u", "undo");
	keymap_free(keymap);
}

static void a_later_line_wins_and_none_takes_away(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of("u undo\nr redo\nu up\nr none\n");
	assert_runs(keymap, SECTION_READER, "u", "up");
	assert_null(keymap_find(keymap, SECTION_READER, key_of("r"), NULL));
	keymap_free(keymap);
}

static void brackets_are_keys_where_a_command_follows(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of("[reader]\n[  back\n]  on\n");
	assert_runs(keymap, SECTION_READER, "[", "back");
	assert_runs(keymap, SECTION_READER, "]", "on");
	keymap_free(keymap);
}

static void a_bad_line_is_told_by_its_number(void **state)
{
	(void)state;
	static const char *const bad[] = {"j down\nEntr open\n", "j down\nj\n",
					  "j down\n[nowhere]\n"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct keymap *keymap = keymap_new();
		struct fault f = FAULT_NONE;
		assert_int_equal(keymap_read(keymap, bad[i], "my.keys", &f), STATUS_INVALID);
		assert_string_equal(f.subject, "my.keys");
		assert_string_equal(f.detail, "2");
		fault_release(&f);
		keymap_free(keymap);
	}
}

static void an_arabic_key_works_at_its_latin_place(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of("[reader]\nj down\n[common]\n? help\n");
	struct key latin;
	const struct binding *binding =
		keymap_find(keymap, SECTION_READER, key_of("\xD8\xAA"), &latin);
	assert_non_null(binding);
	assert_string_equal(binding->command, "down");
	assert_int_equal(latin.code, 'j');
	assert_runs(keymap, SECTION_READER, "\xD8\x9F", "help");
	keymap_free(keymap);
}

static void an_exact_binding_wins_over_a_place(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of("[reader]\nj down\n[common]\n\xD8\xAA tag\n");
	struct key latin;
	const struct binding *binding =
		keymap_find(keymap, SECTION_READER, key_of("\xD8\xAA"), &latin);
	assert_non_null(binding);
	assert_string_equal(binding->command, "tag");
	assert_int_equal(latin.code, 0x062A);
	keymap_free(keymap);
}

static void the_keys_of_a_command_come_in_their_order(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of("[reader]\nj down\nDown down\nS-Down down extend\n");
	struct key keys[4];
	assert_int_equal(keymap_keys(keymap, SECTION_READER, "down", NULL, keys, 4), 3);
	assert_int_equal(keys[0].code, 'j');
	assert_int_equal(keys[1].code, NAMED_DOWN);
	assert_int_equal(keymap_keys(keymap, SECTION_READER, "down", "extend", keys, 4), 1);
	assert_int_equal(keymap_keys(keymap, SECTION_READER, "down", NULL, keys, 1), 1);
	assert_int_equal(keymap_keys(keymap, SECTION_LIBRARY, "down", NULL, keys, 4), 0);
	keymap_free(keymap);
}

static bool is_command(const char *name, enum section section)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return commands[i].sections & ((unsigned)section | SECTION_COMMON);
	return false;
}

static void every_default_key_runs_a_command_of_its_section(void **state)
{
	(void)state;
	enum section section = SECTION_COMMON;
	char line[200], key[40], command[60];
	for (const char *text = KEYMAP_DEFAULT; *text; text += strcspn(text, "\n") + 1) {
		snprintf(line, sizeof line, "%.*s", (int)strcspn(text, "\n"), text);
		for (unsigned bit = 1; *section_name((enum section)bit); bit <<= 1)
			if (line[0] == '[' && strncmp(line + 1, section_name((enum section)bit),
						      strlen(line) - 2) == 0)
				section = (enum section)bit;
		if (line[0] == '#' || sscanf(line, "%39s %59s", key, command) != 2)
			continue;
		if (!is_command(command, section))
			fail_msg("[%s] %s: no such command there", section_name(section), line);
	}
}

/* Shift with a letter, and Ctrl, are only ever second ways. */
static bool is_plain(struct key key)
{
	bool shifted_letter = key.code >= 'A' && key.code <= 'Z';
	return key.mods == 0 && !shifted_letter;
}

static void every_command_of_library_and_reader_has_a_plain_key_if_any(void **state)
{
	(void)state;
	struct keymap *keymap = keymap_of(KEYMAP_DEFAULT);
	for (size_t i = 0; i < N_COMMANDS; i++) {
		unsigned sections =
			commands[i].sections & (SECTION_LIBRARY | SECTION_READER | SECTION_COMMON);
		struct key keys[8];
		size_t n = keymap_keys(keymap, sections, commands[i].name, NULL, keys, 8),
		       n_plain = 0;
		for (size_t k = 0; k < n; k++)
			n_plain += is_plain(keys[k]);
		/* Its plain way is the palette. */
		if (strcmp(commands[i].name, "suspend") != 0 && n > 0 && n_plain == 0)
			fail_msg("%s has no key without Shift or Ctrl", commands[i].name);
	}
	keymap_free(keymap);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_a_key_a_command_and_an_argument),
		cmocka_unit_test(the_sections_own_key_comes_before_the_common_one),
		cmocka_unit_test(a_later_line_wins_and_none_takes_away),
		cmocka_unit_test(brackets_are_keys_where_a_command_follows),
		cmocka_unit_test(a_bad_line_is_told_by_its_number),
		cmocka_unit_test(an_arabic_key_works_at_its_latin_place),
		cmocka_unit_test(an_exact_binding_wins_over_a_place),
		cmocka_unit_test(the_keys_of_a_command_come_in_their_order),
		cmocka_unit_test(every_default_key_runs_a_command_of_its_section),
		cmocka_unit_test(every_command_of_library_and_reader_has_a_plain_key_if_any),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
