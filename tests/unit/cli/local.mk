# SPDX-License-Identifier: GPL-3.0-or-later
CLI_UNIT_TESTS = \
	tests/unit/cli/args_test
check_PROGRAMS += $(CLI_UNIT_TESTS)
TESTS += $(CLI_UNIT_TESTS)
tests_unit_cli_args_test_LDADD = $(CLI_LIBS) $(TEST_LIBS)
