# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcli.a
libcli_a_SOURCES = \
	src/cli/args.c src/cli/args.h \
	src/cli/article.c \
	src/cli/cells.c src/cli/cells.h \
	src/cli/check.c \
	src/cli/claim.c \
	src/cli/claim-add.c \
	src/cli/claim-grid.c \
	src/cli/claim-link.c \
	src/cli/claim-scheme.c \
	src/cli/claim-show.c \
	src/cli/cli.c src/cli/cli.h \
	src/cli/codebook.c \
	src/cli/coder.c \
	src/cli/compare.c \
	src/cli/compare-json.c src/cli/compare-json.h src/cli/compare-json-internal.h \
	src/cli/compare-json-survey.c \
	src/cli/compare-passages.c \
	src/cli/compare-print.c src/cli/compare-print.h src/cli/compare-print-internal.h \
	src/cli/compared.c src/cli/compared.h \
	src/cli/diff.c src/cli/diff.h \
	src/cli/diff-json.c \
	src/cli/diff-print.c \
	src/cli/doctor.c src/cli/doctor.h \
	src/cli/doctor-bidi.c \
	src/cli/dossier.c src/cli/dossier.h \
	src/cli/each.c src/cli/each.h \
	src/cli/export.c \
	src/cli/given.c src/cli/given.h \
	src/cli/grid.c src/cli/grid.h \
	src/cli/help.c src/cli/help.h \
	src/cli/highlight.c \
	src/cli/highlight-list.c \
	src/cli/highlights.c src/cli/highlights.h \
	src/cli/history.c \
	src/cli/import.c \
	src/cli/import-annotations.c src/cli/import-annotations.h \
	src/cli/list.c \
	src/cli/note.c \
	src/cli/note-list.c \
	src/cli/out.c src/cli/out.h \
	src/cli/paint.c src/cli/paint.h \
	src/cli/panes.c src/cli/panes.h \
	src/cli/place.c src/cli/place.h \
	src/cli/progress.c src/cli/progress.h \
	src/cli/review.c \
	src/cli/row.c src/cli/row.def src/cli/row.h \
	src/cli/show.c \
	src/cli/subcommand.c src/cli/subcommand.def src/cli/subcommand.h \
	src/cli/tag.c \
	src/cli/tags.c src/cli/tags.h
libcli_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/cli/README

CLI_LIBS = libcli.a $(APP_LIBS)
