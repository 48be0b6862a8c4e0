# SPDX-License-Identifier: GPL-3.0-or-later
EXPORT_TESTS = \
	tests/unit/export/annotations_test \
	tests/unit/export/csv_test \
	tests/unit/export/filter_test \
	tests/unit/export/headers_test \
	tests/unit/export/html_test
check_PROGRAMS += $(EXPORT_TESTS)
TESTS += $(EXPORT_TESTS)
tests_unit_export_annotations_test_LDADD = $(EXPORT_LIBS) $(TEST_LIBS)
tests_unit_export_csv_test_LDADD = $(EXPORT_LIBS) $(TEST_LIBS)
tests_unit_export_filter_test_LDADD = $(EXPORT_LIBS) $(TEST_LIBS)
tests_unit_export_headers_test_LDADD = $(EXPORT_LIBS) $(TEST_LIBS)
tests_unit_export_html_test_LDADD = $(EXPORT_LIBS) $(TEST_LIBS)
