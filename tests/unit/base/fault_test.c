/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/fault.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void setting_a_fault_returns_its_status_and_copies_the_subject(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	char path[] = "a.txt";
	assert_int_equal(fault_set(&f, STATUS_EMPTY, path), STATUS_EMPTY);
	path[0] = 'b';
	assert_int_equal(f.status, STATUS_EMPTY);
	assert_string_equal(f.subject, "a.txt");
	assert_null(f.detail);
	fault_release(&f);
}

static void nobody_needs_to_listen(void **state)
{
	(void)state;
	errno = ENOENT;
	assert_int_equal(fault_set(NULL, STATUS_BUSY, "p"), STATUS_BUSY);
	assert_int_equal(fault_setf(NULL, STATUS_BUSY, "p", "%d", 1), STATUS_BUSY);
	assert_int_equal(fault_errno(NULL, "p"), STATUS_NO_FILE);
}

static void a_later_fault_replaces_all_of_an_earlier_one(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	fault_setf(&f, STATUS_NEWER_PROJECT, "p", "version %d", 9);
	assert_string_equal(f.detail, "version 9");
	fault_set(&f, STATUS_USAGE, NULL);
	assert_int_equal(f.status, STATUS_USAGE);
	assert_null(f.subject);
	assert_null(f.detail);
	fault_release(&f);
}

static void a_fault_may_be_rewritten_from_its_own_words(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	fault_set(&f, STATUS_IO, "subject");
	fault_setf(&f, STATUS_CORRUPT, f.subject, "was %s", f.subject);
	assert_string_equal(f.subject, "subject");
	assert_string_equal(f.detail, "was subject");
	fault_release(&f);
}

static void errno_becomes_a_status_and_only_a_vague_one_has_a_detail(void **state)
{
	(void)state;
	static const struct {
		int error;
		enum status status;
	} cases[] = {
		{ENOENT, STATUS_NO_FILE},  {ENOTDIR, STATUS_NO_FILE}, {EISDIR, STATUS_IS_DIRECTORY},
		{EACCES, STATUS_PERMISSION}, {EROFS, STATUS_READONLY}, {EEXIST, STATUS_EXISTS},
		{ENOSPC, STATUS_NO_SPACE}, {EFBIG, STATUS_TOO_LARGE}, {EIO, STATUS_IO},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fault f = FAULT_NONE;
		errno = cases[i].error;
		assert_int_equal(fault_errno(&f, "x"), cases[i].status);
		assert_int_equal(errno, cases[i].error);
		if (cases[i].status == STATUS_IO)
			assert_string_equal(f.detail, strerror(cases[i].error));
		else
			assert_null(f.detail);
		fault_release(&f);
	}
}

static void a_released_fault_is_no_fault(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	fault_setf(&f, STATUS_IO, "x", "y");
	fault_release(&f);
	assert_int_equal(f.status, STATUS_OK);
	assert_null(f.subject);
	assert_null(f.detail);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(setting_a_fault_returns_its_status_and_copies_the_subject),
		cmocka_unit_test(nobody_needs_to_listen),
		cmocka_unit_test(a_later_fault_replaces_all_of_an_earlier_one),
		cmocka_unit_test(a_fault_may_be_rewritten_from_its_own_words),
		cmocka_unit_test(errno_becomes_a_status_and_only_a_vague_one_has_a_detail),
		cmocka_unit_test(a_released_fault_is_no_fault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
