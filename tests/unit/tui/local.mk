# SPDX-License-Identifier: GPL-3.0-or-later
TUI_TESTS = tests/unit/tui/colour_test tests/unit/tui/input_test tests/unit/tui/scroll_test
check_PROGRAMS += $(TUI_TESTS)
TESTS += $(TUI_TESTS)
tests_unit_tui_colour_test_LDADD = $(TUI_LIBS) $(TEST_LIBS)
tests_unit_tui_input_test_LDADD = $(TUI_LIBS) $(TEST_LIBS)
tests_unit_tui_scroll_test_LDADD = $(TUI_LIBS) $(TEST_LIBS)
