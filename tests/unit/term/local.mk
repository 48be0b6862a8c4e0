# SPDX-License-Identifier: GPL-3.0-or-later
TERM_TESTS = tests/unit/term/guard_test tests/unit/term/kind_test tests/unit/term/replies_test
check_PROGRAMS += $(TERM_TESTS)
TESTS += $(TERM_TESTS)
tests_unit_term_guard_test_LDADD = $(TERM_LIBS) $(TEST_LIBS)
tests_unit_term_kind_test_LDADD = $(TERM_LIBS) $(TEST_LIBS)
tests_unit_term_replies_test_LDADD = $(TERM_LIBS) $(TEST_LIBS)
