# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/arena.c src/base/arena.h \
	src/base/clock.c src/base/clock.h \
	src/base/fault.c src/base/fault.h \
	src/base/file.c src/base/file.h \
	src/base/folder.c src/base/folder.h \
	src/base/json.c src/base/json.h \
	src/base/map.c src/base/map.h \
	src/base/status.c src/base/status.def src/base/status.h \
	src/base/str.c src/base/str.h \
	src/base/utf8.c src/base/utf8.h \
	src/base/vec.c src/base/vec.h \
	src/base/xalloc.c src/base/xalloc.h
libbase_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/base/README

BASE_LIBS = libbase.a $(LIBINTL)
