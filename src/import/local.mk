# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libimport.a
libimport_a_SOURCES =
libimport_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/import/README

IMPORT_LIBS = libimport.a $(MODEL_LIBS)
