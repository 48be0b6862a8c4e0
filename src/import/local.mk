# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libimport.a
libimport_a_SOURCES = \
	src/import/annotations.c src/import/annotations.h src/import/format.def \
	src/import/cells.c src/import/cells.h \
	src/import/csv.c src/import/csv.h \
	src/import/folder.c src/import/folder.h \
	src/import/import.c src/import/import.h \
	src/import/json-read.c src/import/json-read.h \
	src/import/mistake.c src/import/mistake.def src/import/mistake.h \
	src/import/plain.c src/import/plain.h \
	src/import/read-csv.c \
	src/import/read-doccano.c \
	src/import/read-hypothesis.c \
	src/import/read-jsonl.c \
	src/import/read-jsonld.c \
	src/import/read-rows.c \
	src/import/reader.c src/import/reader.h \
	src/import/reader-check.c \
	src/import/reader-give.c \
	src/import/record.c src/import/record.def src/import/record.h \
	src/import/table.c src/import/table.h \
	src/import/title.c \
	src/import/version.c src/import/version.h \
	src/import/webanno-body.c \
	src/import/webanno-target.c \
	src/import/webanno.h
libimport_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
EXTRA_DIST += src/import/README

IMPORT_LIBS = libimport.a $(MODEL_LIBS) $(JANSSON_LIBS)
