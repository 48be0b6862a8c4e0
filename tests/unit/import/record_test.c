/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "import/record.h"

static void every_kind_has_a_name_that_leads_back_to_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_RECORDS; i++) {
		enum record_kind kind = N_RECORDS;
		assert_true(record_parse(record_name((enum record_kind)i), &kind));
		assert_int_equal(kind, i);
	}
	enum record_kind kind = RECORD_tag;
	assert_false(record_parse("Tag", &kind));
	assert_int_equal(kind, RECORD_tag);
}

static void every_row_begins_with_its_id_and_ends_with_its_times(void **state)
{
	(void)state;
	for (size_t i = RECORD_article; i < N_RECORDS; i++) {
		size_t n;
		const struct record_member *members = record_members((enum record_kind)i, &n);
		assert_true(n >= 4);
		assert_string_equal(members[0].name, "id");
		assert_int_equal(members[0].form, MEMBER_ID);
		assert_int_equal(members[0].offset, 0);
		assert_string_equal(members[n - 2].name, "created_at");
		assert_string_equal(members[n - 1].name, "updated_at");
	}
}

static void a_member_is_where_its_field_is(void **state)
{
	(void)state;
	struct highlight row = {.range = {.start_cp = 3, .end_cp = 9}};
	size_t n, seen = 0;
	const struct record_member *members = record_members(RECORD_highlight, &n);
	for (size_t i = 0; i < n; i++) {
		if (members[i].form != MEMBER_OFFSET)
			continue;
		size_t value;
		memcpy(&value, (const char *)&row + members[i].offset, sizeof value);
		assert_int_equal(value, seen++ == 0 ? 3 : 9);
	}
	assert_int_equal(seen, 2);
}

static void targets_of_notes_have_names_that_lead_back(void **state)
{
	(void)state;
	for (int i = NOTE_ARTICLE; i <= NOTE_PROJECT; i++) {
		enum note_target kind;
		assert_true(note_target_parse(note_target_name((enum note_target)i), &kind));
		assert_int_equal(kind, i);
	}
	enum note_target kind;
	assert_false(note_target_parse("coding", &kind));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_has_a_name_that_leads_back_to_it),
		cmocka_unit_test(every_row_begins_with_its_id_and_ends_with_its_times),
		cmocka_unit_test(a_member_is_where_its_field_is),
		cmocka_unit_test(targets_of_notes_have_names_that_lead_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
