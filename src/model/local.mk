# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libmodel.a
libmodel_a_SOURCES = \
	src/model/anchor.c src/model/anchor.h \
	src/model/annotated.h \
	src/model/approx.c src/model/approx.h \
	src/model/count.c src/model/count.h \
	src/model/coverage.c src/model/coverage.h \
	src/model/dir.c src/model/dir.h \
	src/model/fields.c src/model/fields.h \
	src/model/id.c src/model/id.h \
	src/model/lineage.c src/model/lineage.h \
	src/model/proof.c src/model/proof.h \
	src/model/instant.c src/model/instant.h \
	src/model/lookup.c src/model/lookup.h \
	src/model/reanchor.c src/model/reanchor.h src/model/reanchor-internal.h \
	src/model/reanchor-chain.c src/model/reanchor-find.c \
	src/model/rows.c src/model/rows.h \
	src/model/stance.c src/model/stance.h \
	src/model/statement.c src/model/statement.h \
	src/model/tagpath.c src/model/tagpath.h \
	src/model/version.c src/model/version.h \
	src/model/vocabulary.c src/model/vocabulary.def src/model/vocabulary.h \
	src/model/white.c src/model/white.h
libmodel_a_CPPFLAGS = $(AM_CPPFLAGS) $(NETTLE_CFLAGS)
EXTRA_DIST += src/model/README

MODEL_LIBS = libmodel.a $(TEXT_LIBS) $(NETTLE_LIBS)
