# SPDX-License-Identifier: GPL-3.0-or-later
CLI_TESTS = \
	tests/cli/articles.py \
	tests/cli/bad-input.py \
	tests/cli/blind.py \
	tests/cli/claims.py \
	tests/cli/check.py \
	tests/cli/codebooks.py \
	tests/cli/commands.py \
	tests/cli/compare.py \
	tests/cli/csv-export.py \
	tests/cli/demo-data.py \
	tests/cli/demo.py \
	tests/cli/differences.py \
	tests/cli/export-filters.py \
	tests/cli/export-folder.py \
	tests/cli/export-forms.py \
	tests/cli/export-tables.py \
	tests/cli/fixtures.py \
	tests/cli/help.py \
	tests/cli/hostile.py \
	tests/cli/hostile-lines.py \
	tests/cli/hostile-resize.py \
	tests/cli/hostile-screen.py \
	tests/cli/import-annotations.py \
	tests/cli/kill.py \
	tests/cli/manual.py \
	tests/cli/random-acts.py \
	tests/cli/readme.py \
	tests/cli/report.py \
	tests/cli/round-trip.py \
	tests/cli/restart.py \
	tests/cli/show.py \
	tests/cli/tag-keys.py \
	tests/cli/versions.py
TESTS += $(CLI_TESTS)
dist_check_SCRIPTS += $(CLI_TESTS)
EXTRA_DIST += tests/cli/exported_project.py tests/cli/web_annotation.py
EXTRA_DIST += tests/cli/annotated.py tests/cli/hostile_cases.py tests/cli/hostile_project.py tests/cli/program.py tests/cli/readme.keys
