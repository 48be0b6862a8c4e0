# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstore.a
libstore_a_SOURCES =
libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE3_CFLAGS)
EXTRA_DIST += src/store/README

STORE_LIBS = libstore.a $(MODEL_LIBS) $(SQLITE3_LIBS)
