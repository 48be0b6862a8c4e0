# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libterm.a
libterm_a_SOURCES = \
	src/term/guard.c src/term/guard.h \
	src/term/kind.c src/term/kind.h \
	src/term/line.c src/term/line.h \
	src/term/replies.c src/term/replies.h
libterm_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/term/README

TERM_LIBS = libterm.a $(BASE_LIBS)
