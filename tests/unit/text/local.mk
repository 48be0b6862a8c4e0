# SPDX-License-Identifier: GPL-3.0-or-later
TEXT_TEST_CPPFLAGS = $(AM_CPPFLAGS) $(FRIBIDI_CFLAGS) -I$(top_srcdir)/tests/unit
TEXT_TAP = tests/unit/text/tap.c tests/unit/text/tap.h
TEXT_TABLE = $(TEXT_TAP) tests/unit/text/table.c tests/unit/text/table.h
TEXT_TESTS = \
	tests/unit/text/conformance_test \
	tests/unit/text/document_test \
	tests/unit/text/fold_test \
	tests/unit/text/layout_test \
	tests/unit/text/line_cache_test \
	tests/unit/text/line_test \
	tests/unit/text/paragraph_test \
	tests/unit/text/passage_test \
	tests/unit/text/properties_test \
	tests/unit/text/safe_test \
	tests/unit/text/segment_test \
	tests/unit/text/scan_test \
	tests/unit/text/sieve_test \
	tests/unit/text/traits_test \
	tests/unit/text/window_test
check_PROGRAMS += $(TEXT_TESTS)
TESTS += $(TEXT_TESTS) tests/unit/text/break_data.py
EXTRA_DIST += \
	tests/unit/text/break_data.py \
	tests/unit/text/folds.test \
	tests/unit/text/layout.test \
	tests/unit/text/passages.test

tests_unit_text_conformance_test_SOURCES = tests/unit/text/conformance_test.c $(TEXT_TAP)
tests_unit_text_conformance_test_CPPFLAGS = $(TEXT_TEST_CPPFLAGS)
tests_unit_text_conformance_test_LDADD = $(TEXT_LIBS)
tests_unit_text_document_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_fold_test_SOURCES = tests/unit/text/fold_test.c $(TEXT_TABLE)
tests_unit_text_fold_test_CPPFLAGS = $(TEXT_TEST_CPPFLAGS)
tests_unit_text_fold_test_LDADD = $(TEXT_LIBS)
tests_unit_text_layout_test_SOURCES = tests/unit/text/layout_test.c $(TEXT_TABLE)
tests_unit_text_layout_test_CPPFLAGS = $(TEXT_TEST_CPPFLAGS)
tests_unit_text_layout_test_LDADD = $(TEXT_LIBS)
tests_unit_text_line_cache_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_line_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_paragraph_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_properties_test_SOURCES = tests/unit/text/properties_test.c \
	tests/unit/text/properties.c tests/unit/text/properties.h $(TEXT_TAP)
tests_unit_text_properties_test_CPPFLAGS = $(TEXT_TEST_CPPFLAGS)
tests_unit_text_properties_test_LDADD = $(TEXT_LIBS)
tests_unit_text_safe_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_passage_test_SOURCES = tests/unit/text/passage_test.c $(TEXT_TABLE)
tests_unit_text_passage_test_CPPFLAGS = $(TEXT_TEST_CPPFLAGS)
tests_unit_text_passage_test_LDADD = $(TEXT_LIBS)
tests_unit_text_segment_test_SOURCES = tests/unit/text/segment_test.c $(TEXT_TAP)
tests_unit_text_segment_test_CPPFLAGS = $(TEXT_TEST_CPPFLAGS)
tests_unit_text_segment_test_LDADD = $(TEXT_LIBS)
tests_unit_text_traits_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_window_test_SOURCES = tests/unit/text/window_test.c \
	tests/unit/text/properties.c tests/unit/text/properties.h
tests_unit_text_window_test_CPPFLAGS = $(TEXT_TEST_CPPFLAGS)
tests_unit_text_window_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_scan_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
tests_unit_text_sieve_test_LDADD = $(TEXT_LIBS) $(TEST_LIBS)
