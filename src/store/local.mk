# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	src/store/act.c \
	src/store/article.c \
	src/store/aside.c \
	src/store/body.c \
	src/store/claim.c \
	src/store/coder.c \
	src/store/coding.c \
	src/store/connection.c \
	src/store/coverage.c \
	src/store/create.c \
	src/store/highlight.c \
	src/store/history.c \
	src/store/mention.c \
	src/store/migrate.c \
	src/store/note.c \
	src/store/number.c \
	src/store/open.c \
	src/store/property.c \
	src/store/put.c \
	src/store/query.c \
	src/store/ref.c \
	src/store/relation.c \
	src/store/schema.c \
	src/store/stances.c \
	src/store/tag.c \
	src/store/target.c \
	src/store/version.c \
	src/store/walk.c src/store/walk.h \
	src/store/sql.def src/store/store-internal.h src/store/store.h
libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE3_CFLAGS)
EXTRA_DIST += src/store/README

STORE_LIBS = libstore.a $(MODEL_LIBS) $(SQLITE3_LIBS)
