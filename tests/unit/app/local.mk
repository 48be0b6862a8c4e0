# SPDX-License-Identifier: GPL-3.0-or-later
APP_TESTS = \
	tests/unit/app/act_test \
	tests/unit/app/drafts_test \
	tests/unit/app/editor_test \
	tests/unit/app/ends_test \
	tests/unit/app/form_test \
	tests/unit/app/prompt_test \
	tests/unit/app/path_test \
	tests/unit/app/choice_test \
	tests/unit/app/evidence_test \
	tests/unit/app/compare_words_test \
	tests/unit/app/copy_test \
	tests/unit/app/field_test \
	tests/unit/app/find_test \
	tests/unit/app/frame_test \
	tests/unit/app/gutter_test \
	tests/unit/app/job_test \
	tests/unit/app/key_test \
	tests/unit/app/keymap_test \
	tests/unit/app/layout_test \
	tests/unit/app/linked_test \
	tests/unit/app/list_test \
	tests/unit/app/marks_test \
	tests/unit/app/marks_load_test \
	tests/unit/app/motion_test \
	tests/unit/app/options_test \
	tests/unit/app/pane_test \
	tests/unit/app/overview_test \
	tests/unit/app/pane_draw_test \
	tests/unit/app/picker_filter_test \
	tests/unit/app/project_test \
	tests/unit/app/project_claim_test \
	tests/unit/app/prose_test \
	tests/unit/app/reader_compare_test \
	tests/unit/app/reader_session_test \
	tests/unit/app/say_test \
	tests/unit/app/stances_test \
	tests/unit/app/survey_rows_test \
	tests/unit/app/terminals_test \
	tests/unit/app/theme_test \
	tests/unit/app/timeline_test \
	tests/unit/app/unit_test \
	tests/unit/app/view_test \
	tests/unit/app/words_test
check_PROGRAMS += $(APP_TESTS)
TESTS += $(APP_TESTS)
tests_unit_app_act_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_choice_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_evidence_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_drafts_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_field_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_frame_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_job_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_key_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_keymap_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_linked_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_list_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_options_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_picker_filter_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_project_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_prose_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_reader_session_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_say_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_stances_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_survey_rows_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_terminals_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_timeline_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_theme_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_view_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_words_test_LDADD = $(APP_LIBS) $(TEST_LIBS)

# Tests of what works on panes have a text to work on.
APP_TEST_SUPPORT = tests/unit/app/support.c tests/unit/app/support.h
APP_TEST_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_unit_app_compare_words_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_compare_words_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_copy_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_find_test_SOURCES = tests/unit/app/find_test.c $(APP_TEST_SUPPORT)
tests_unit_app_find_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_find_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_reader_compare_test_SOURCES = tests/unit/app/reader_compare_test.c $(APP_TEST_SUPPORT)
tests_unit_app_reader_compare_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_reader_compare_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_gutter_test_SOURCES = tests/unit/app/gutter_test.c $(APP_TEST_SUPPORT)
tests_unit_app_gutter_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_gutter_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_layout_test_SOURCES = tests/unit/app/layout_test.c $(APP_TEST_SUPPORT)
tests_unit_app_layout_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_layout_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_marks_load_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_marks_test_SOURCES = tests/unit/app/marks_test.c $(APP_TEST_SUPPORT)
tests_unit_app_marks_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_marks_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_ends_test_SOURCES = tests/unit/app/ends_test.c $(APP_TEST_SUPPORT)
tests_unit_app_ends_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_ends_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_motion_test_SOURCES = tests/unit/app/motion_test.c $(APP_TEST_SUPPORT)
tests_unit_app_motion_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_motion_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_overview_test_SOURCES = tests/unit/app/overview_test.c $(APP_TEST_SUPPORT)
tests_unit_app_overview_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_overview_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_pane_draw_test_SOURCES = tests/unit/app/pane_draw_test.c $(APP_TEST_SUPPORT)
tests_unit_app_pane_draw_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_pane_draw_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_pane_test_SOURCES = tests/unit/app/pane_test.c $(APP_TEST_SUPPORT)
tests_unit_app_pane_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_pane_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_unit_test_SOURCES = tests/unit/app/unit_test.c $(APP_TEST_SUPPORT)
tests_unit_app_unit_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_unit_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_path_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_prompt_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_form_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_editor_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
tests_unit_app_project_claim_test_SOURCES = tests/unit/app/project_claim_test.c \
	tests/unit/app/scratch.c tests/unit/app/scratch.h
tests_unit_app_project_claim_test_CPPFLAGS = $(APP_TEST_CPPFLAGS)
tests_unit_app_project_claim_test_LDADD = $(APP_LIBS) $(TEST_LIBS)
