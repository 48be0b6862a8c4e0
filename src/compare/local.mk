# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcompare.a
libcompare_a_SOURCES = \
	src/compare/best.c src/compare/best.h \
	src/compare/copies.c src/compare/copies.h src/compare/copies-internal.h \
	src/compare/copy-index.c \
	src/compare/cutting.c \
	src/compare/dateline.c \
	src/compare/decimal.c src/compare/decimal.h \
	src/compare/difference-anchor.c \
	src/compare/difference-emit.c \
	src/compare/difference-internal.h \
	src/compare/difference-moved.c \
	src/compare/difference-pair.c \
	src/compare/difference-part.c \
	src/compare/difference-read.c \
	src/compare/difference-row.c \
	src/compare/difference-spelling.c \
	src/compare/difference-words.c \
	src/compare/difference.c src/compare/difference.def src/compare/difference.h \
	src/compare/figure-find.c \
	src/compare/figures.c src/compare/figures.h src/compare/figures-internal.h \
	src/compare/form.c src/compare/form.h \
	src/compare/forms.c src/compare/forms.h \
	src/compare/guess.c src/compare/guess.h \
	src/compare/language.c src/compare/language.def src/compare/language.h \
	src/compare/lexicon-data.c src/compare/lexicon-data.h \
	src/compare/lexicon.c src/compare/lexicon.h \
	src/compare/link.c src/compare/link.h \
	src/compare/number.c src/compare/number.h \
	src/compare/overlap.c src/compare/overlap.h \
	src/compare/phrases.c src/compare/phrases.h \
	src/compare/postings.c \
	src/compare/quotes.c src/compare/quotes.h src/compare/quotes-internal.h \
	src/compare/score.c src/compare/score.h \
	src/compare/set.c src/compare/set.h src/compare/set-internal.h src/compare/set-state.h \
	src/compare/stem-arabic.c \
	src/compare/stem-hebrew.c \
	src/compare/stem-internal.h \
	src/compare/stem-persian.c \
	src/compare/stem.c src/compare/stem.h \
	src/compare/survey-figures.c src/compare/survey-figures.h \
	src/compare/survey.c src/compare/survey.h \
	src/compare/text-asides.c \
	src/compare/text-clauses.c \
	src/compare/text-marks.c src/compare/text-reading.h \
	src/compare/text-words.c \
	src/compare/text.c src/compare/text.h src/compare/text-internal.h \
	src/compare/thesaurus-data.c src/compare/thesaurus-data.h \
	src/compare/thesaurus.c src/compare/thesaurus.h \
	src/compare/tokens.c \
	src/compare/vocabulary.c \
	src/compare/word-table.c src/compare/word-table.h \
	src/compare/weights.c \
	src/compare/why.c
libcompare_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/compare/README src/compare/lexicon-data.py
EXTRA_DIST += \
	src/compare/lexicon/ar.txt \
	src/compare/lexicon/de.txt \
	src/compare/lexicon/en.txt \
	src/compare/lexicon/es.txt \
	src/compare/lexicon/fa.txt \
	src/compare/lexicon/fr.txt \
	src/compare/lexicon/he.txt \
	src/compare/lexicon/ru.txt \
	src/compare/lexicon/tr.txt \
	src/compare/lexicon/ur.txt

EXTRA_DIST += \
	src/compare/thesaurus/ar.txt \
	src/compare/thesaurus/en.txt \
	src/compare/thesaurus/fa.txt \
	src/compare/thesaurus/fr.txt \
	src/compare/thesaurus/he.txt \
	src/compare/thesaurus/ru.txt \
	src/compare/thesaurus/ur.txt

COMPARE_LIBS = libcompare.a $(MODEL_LIBS) $(STEMMER_LIBS) -lm
