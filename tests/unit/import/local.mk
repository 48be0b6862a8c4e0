# SPDX-License-Identifier: GPL-3.0-or-later
IMPORT_TESTS = \
	tests/unit/import/annotations_test \
	tests/unit/import/import_test \
	tests/unit/import/record_test \
	tests/unit/import/table_test \
	tests/unit/import/title_test
check_PROGRAMS += $(IMPORT_TESTS)
TESTS += $(IMPORT_TESTS)
tests_unit_import_annotations_test_LDADD = $(IMPORT_LIBS) $(TEST_LIBS)
tests_unit_import_import_test_LDADD = $(IMPORT_LIBS) $(TEST_LIBS)
tests_unit_import_record_test_LDADD = $(IMPORT_LIBS) $(TEST_LIBS)
tests_unit_import_table_test_LDADD = $(IMPORT_LIBS) $(TEST_LIBS)
tests_unit_import_title_test_LDADD = $(IMPORT_LIBS) $(TEST_LIBS)
