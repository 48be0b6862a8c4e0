# SPDX-License-Identifier: GPL-3.0-or-later
COMPARE_TESTS = \
	tests/unit/compare/difference_test \
	tests/unit/compare/language_test \
	tests/unit/compare/link_test \
	tests/unit/compare/text_test
check_PROGRAMS += $(COMPARE_TESTS)
TESTS += $(COMPARE_TESTS)
COMPARE_OPENED = tests/unit/compare/opened.c tests/unit/compare/opened.h
tests_unit_compare_language_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_difference_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_link_test_SOURCES = tests/unit/compare/link_test.c $(COMPARE_OPENED)
tests_unit_compare_link_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_link_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_text_test_SOURCES = tests/unit/compare/text_test.c $(COMPARE_OPENED)
tests_unit_compare_text_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_text_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
