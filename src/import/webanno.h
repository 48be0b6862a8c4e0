/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * W3C Web Annotation (REC-annotation-model-20170223): the parts of an annotation. Only read-jsonld.c
 * and webanno-*.c include it.
 */
#ifndef IMPORT_WEBANNO_H
#define IMPORT_WEBANNO_H

#include "import/json-read.h"
#include "import/reader.h"

/* One annotation: what its targets share. */
struct webanno {
	struct reader *reader;
	const json_t *object;
	size_t item;        /* its number in the file, from 1 */
	char own[ID_SIZE];  /* its id where that is a UUID, else "" */
	char *made_id;      /* what an annotation without an id is made from, or NULL */
	char *coder, *created_at, *updated_at;
};

/* The value itself where it is no array, else its first; NULL: none. */
const json_t *webanno_first(const json_t *value);

/* JSON-LD says "id" or "@id", "type" or "@type". */
const char *webanno_id(const json_t *object);
const char *webanno_type(const json_t *object); /* the first; "?" where there is none */
bool webanno_is_a(const json_t *object, const char *type);

/* Whether `value`, a text or an array of texts, has `text`. */
bool webanno_has(const json_t *value, const char *text);

/* A copy, or NULL for NULL. */
char *webanno_copy(const char *text);

/*
 * Gives what a target says: a highlight, unless it is the one that was given last (`latest`, which
 * is kept up to date), and what the bodies say of it.
 */
enum status webanno_give_target(struct webanno *anno, const json_t *target, size_t index, size_t n,
				char latest[ID_SIZE]) MUST_USE;

/* Gives what the bodies say of the highlight `target`, or (whole) of all of an article. */
enum status webanno_give_bodies(struct webanno *anno, const struct annotation *target,
				bool whole) MUST_USE;

#endif
