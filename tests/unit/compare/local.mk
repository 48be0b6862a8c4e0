# SPDX-License-Identifier: GPL-3.0-or-later
COMPARE_TESTS = \
	tests/unit/compare/best_test \
	tests/unit/compare/copies_test \
	tests/unit/compare/difference_test \
	tests/unit/compare/figures_test \
	tests/unit/compare/form_test \
	tests/unit/compare/guess_test \
	tests/unit/compare/language_test \
	tests/unit/compare/lexicon_test \
	tests/unit/compare/link_test \
	tests/unit/compare/number_test \
	tests/unit/compare/quotes_test \
	tests/unit/compare/stem_test \
	tests/unit/compare/survey_test \
	tests/unit/compare/text_test \
	tests/unit/compare/thesaurus_test
check_PROGRAMS += $(COMPARE_TESTS)
TESTS += $(COMPARE_TESTS) tests/unit/compare/lexicon_data.py
EXTRA_DIST += \
	tests/unit/compare/lexicon_data.py \
	tests/unit/compare/numbers.test \
	tests/unit/compare/stems.test
COMPARE_SPLIT = tests/unit/compare/split.c tests/unit/compare/split.h
COMPARE_TABLE = $(TEXT_TABLE) $(COMPARE_SPLIT)
COMPARE_OPENED = tests/unit/compare/opened.c tests/unit/compare/opened.h
tests_unit_compare_language_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_difference_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_link_test_SOURCES = tests/unit/compare/link_test.c $(COMPARE_OPENED)
tests_unit_compare_link_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_link_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_text_test_SOURCES = tests/unit/compare/text_test.c $(COMPARE_OPENED)
tests_unit_compare_text_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_text_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_form_test_SOURCES = tests/unit/compare/form_test.c $(COMPARE_SPLIT)
tests_unit_compare_form_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_form_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_lexicon_test_SOURCES = tests/unit/compare/lexicon_test.c $(COMPARE_SPLIT)
tests_unit_compare_lexicon_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_lexicon_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_number_test_SOURCES = tests/unit/compare/number_test.c $(COMPARE_TABLE)
tests_unit_compare_number_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_number_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_stem_test_SOURCES = tests/unit/compare/stem_test.c $(COMPARE_TABLE)
tests_unit_compare_stem_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_stem_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_guess_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_figures_test_SOURCES = tests/unit/compare/figures_test.c $(COMPARE_OPENED)
tests_unit_compare_figures_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_figures_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_quotes_test_SOURCES = tests/unit/compare/quotes_test.c $(COMPARE_OPENED)
tests_unit_compare_quotes_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_quotes_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_copies_test_SOURCES = tests/unit/compare/copies_test.c $(COMPARE_OPENED) \
	tests/unit/compare/copier.c tests/unit/compare/copier.h
tests_unit_compare_copies_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_copies_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_survey_test_SOURCES = tests/unit/compare/survey_test.c $(COMPARE_OPENED)
tests_unit_compare_survey_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_survey_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_best_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
tests_unit_compare_thesaurus_test_SOURCES = tests/unit/compare/thesaurus_test.c $(COMPARE_SPLIT)
tests_unit_compare_thesaurus_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_compare_thesaurus_test_LDADD = $(COMPARE_LIBS) $(TEST_LIBS)
