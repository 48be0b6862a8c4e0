# SPDX-License-Identifier: GPL-3.0-or-later
COMPARE_TESTS = \
	tests/unit/compare/difference_test \
	tests/unit/compare/language_test
check_PROGRAMS += $(COMPARE_TESTS)
TESTS += $(COMPARE_TESTS)
tests_unit_compare_language_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_difference_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
