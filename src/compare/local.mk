# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcompare.a
libcompare_a_SOURCES = \
	src/compare/copies.h \
	src/compare/difference.c src/compare/difference.def src/compare/difference.h \
	src/compare/difference-anchor.c \
	src/compare/difference-emit.c \
	src/compare/difference-internal.h \
	src/compare/difference-moved.c \
	src/compare/difference-pair.c \
	src/compare/difference-read.c \
	src/compare/difference-row.c \
	src/compare/difference-spelling.c \
	src/compare/difference-words.c \
	src/compare/figures.h \
	src/compare/form.h \
	src/compare/guess.h \
	src/compare/language.c src/compare/language.def src/compare/language.h \
	src/compare/lexicon.h \
	src/compare/link.h \
	src/compare/number.h \
	src/compare/quotes.h \
	src/compare/set-internal.h \
	src/compare/set.h \
	src/compare/stem.h \
	src/compare/survey.h \
	src/compare/text-internal.h \
	src/compare/text.h
libcompare_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/compare/README

COMPARE_LIBS = libcompare.a $(MODEL_LIBS) $(STEMMER_LIBS)
