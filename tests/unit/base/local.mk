# SPDX-License-Identifier: GPL-3.0-or-later
BASE_TESTS = \
	tests/unit/base/arena_test \
	tests/unit/base/fault_test \
	tests/unit/base/file_test \
	tests/unit/base/folder_test \
	tests/unit/base/json_test \
	tests/unit/base/map_test \
	tests/unit/base/status_test \
	tests/unit/base/str_test \
	tests/unit/base/utf8_test \
	tests/unit/base/vec_test \
	tests/unit/base/xalloc_test
check_PROGRAMS += $(BASE_TESTS)
TESTS += $(BASE_TESTS)
tests_unit_base_arena_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_fault_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_file_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_folder_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_json_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_map_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_status_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_str_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_utf8_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_vec_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
tests_unit_base_xalloc_test_LDADD = $(BASE_LIBS) $(TEST_LIBS)
