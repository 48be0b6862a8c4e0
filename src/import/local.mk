# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libimport.a
libimport_a_SOURCES = \
	src/import/import.c src/import/import.h \
	src/import/plain.c src/import/plain.h \
	src/import/record.c src/import/record.def src/import/record.h \
	src/import/table.c src/import/table.h \
	src/import/title.c
libimport_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/import/README

IMPORT_LIBS = libimport.a $(MODEL_LIBS)
