# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libexport.a
libexport_a_SOURCES = \
	src/export/annotations.c \
	src/export/cells.h \
	src/export/column.c src/export/column.def src/export/column.h \
	src/export/csv.c src/export/csv.h \
	src/export/filter.c src/export/filter.h \
	src/export/grids.c \
	src/export/headers.c src/export/headers.h \
	src/export/jsonld.c src/export/jsonld.h \
	src/export/jsonl.c src/export/jsonl.h src/export/member.def \
	src/export/likeness.h \
	src/export/mentions.c \
	src/export/notes.c src/export/notes.h \
	src/export/html.c src/export/html.h \
	src/export/place.c src/export/place.h \
	src/export/report.c src/export/report.h \
	src/export/report-articles.c \
	src/export/report-claims.c \
	src/export/report-compared.c \
	src/export/report-gather.c \
	src/export/report-grid.c \
	src/export/report-internal.h \
	src/export/report-part.c \
	src/export/report-style.c \
	src/export/report-tags.c \
	src/export/row.c src/export/row.h \
	src/export/rows.c src/export/rows.h \
	src/export/since.c src/export/since.h \
	src/export/sink.h \
	src/export/table.h \
	src/export/tables.c \
	src/export/tally.c src/export/tally.h
libexport_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/export/README

EXPORT_LIBS = libexport.a $(MODEL_LIBS)
