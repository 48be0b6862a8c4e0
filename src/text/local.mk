# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = \
	src/text/bidi.c src/text/bidi.h src/text/bidi-internal.h \
	src/text/block.c \
	src/text/break-class.c src/text/break-class.h \
	src/text/code-point.h \
	src/text/break-data.c src/text/break-data.h \
	src/text/cells.c \
	src/text/document.c src/text/document.h src/text/document-internal.h \
	src/text/explicit.c \
	src/text/fold.c src/text/fold.h \
	src/text/lanes.h \
	src/text/line.c src/text/line.h \
	src/text/line-cache.c src/text/line-cache.h \
	src/text/linebreak.c src/text/linebreak.h \
	src/text/paragraph.c src/text/paragraph.h src/text/paragraph-internal.h \
	src/text/passage.c src/text/passage.h src/text/passage-internal.h \
	src/text/passage-cut.c src/text/passage-walk.c \
	src/text/place.c \
	src/text/resolve.c \
	src/text/safe.c src/text/safe.h src/text/hidden.def \
	src/text/scan.c \
	src/text/segment.c src/text/segment.h \
	src/text/sentence.c src/text/sentence.h \
	src/text/shape.c src/text/shape.h \
	src/text/sieve.c src/text/sieve.h \
	src/text/skim.c src/text/skim.h \
	src/text/source.c \
	src/text/traits.c src/text/traits-data.c src/text/traits.h \
	src/text/unfold.c src/text/unfold.h \
	src/text/version.c src/text/version.h \
	src/text/window.c src/text/window.h \
	src/text/wrap.c
libtext_a_CPPFLAGS = $(AM_CPPFLAGS) $(FRIBIDI_CFLAGS)
EXTRA_DIST += src/text/README src/text/break-data.py

TEXT_LIBS = libtext.a $(BASE_LIBS) $(FRIBIDI_LIBS) $(UNISTRING_LIBS)
