# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = \
	src/text/decode.h \
	src/text/document.h \
	src/text/fold.h \
	src/text/line.h \
	src/text/paragraph.h \
	src/text/safe.h \
	src/text/segment.h
libtext_a_CPPFLAGS = $(AM_CPPFLAGS) $(FRIBIDI_CFLAGS)
EXTRA_DIST += src/text/README

TEXT_LIBS = libtext.a $(BASE_LIBS) $(FRIBIDI_LIBS) $(UNISTRING_LIBS)
