# SPDX-License-Identifier: GPL-3.0-or-later
APP_TESTS = \
	tests/unit/app/field_test \
	tests/unit/app/frame_test \
	tests/unit/app/job_test \
	tests/unit/app/key_test \
	tests/unit/app/keymap_test \
	tests/unit/app/list_test \
	tests/unit/app/options_test \
	tests/unit/app/picker_filter_test \
	tests/unit/app/project_test \
	tests/unit/app/say_test \
	tests/unit/app/theme_test \
	tests/unit/app/view_test \
	tests/unit/app/words_test
check_PROGRAMS += $(APP_TESTS)
TESTS += $(APP_TESTS)
tests_unit_app_field_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_frame_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_job_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_key_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_keymap_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_list_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_options_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_picker_filter_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_project_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_say_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_theme_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_view_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_words_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
