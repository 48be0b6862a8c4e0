# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libexport.a
libexport_a_SOURCES = \
	src/export/annotations.c \
	src/export/column.c src/export/column.def src/export/column.h \
	src/export/csv.h \
	src/export/jsonl.h src/export/member.def \
	src/export/place.c src/export/place.h \
	src/export/report.h \
	src/export/row.c src/export/row.h \
	src/export/tables.c
libexport_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/export/README

EXPORT_LIBS = libexport.a $(MODEL_LIBS)
