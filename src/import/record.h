/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows as records with named members: what annotations.jsonl and our tables say of a row, and where
 * in the row that goes (record.def).
 */
#ifndef IMPORT_RECORD_H
#define IMPORT_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "model/rows.h"

/* Each hangs only on those before it. */
enum record_kind {
	RECORD_property,
	RECORD_article,
	RECORD_tag,
	RECORD_highlight,
	RECORD_coding,
	RECORD_claim,
	RECORD_mention,
	RECORD_coverage,
	RECORD_relation,
	RECORD_note,
	N_RECORDS
};

/* What a member is in the row. */
enum member_form {
	MEMBER_ID,     /* char[ID_SIZE] */
	MEMBER_TEXT,   /* char * */
	MEMBER_NUMBER, /* int64_t */
	MEMBER_OFFSET, /* size_t */
	MEMBER_DIR,    /* enum text_dir */
	MEMBER_TARGET, /* enum note_target */
};

struct record_member {
	enum record_kind kind;
	const char *name;
	enum member_form form;
	size_t offset; /* of the field in its row, in bytes */
};

/* "article", "tag" ... Static. */
const char *record_name(enum record_kind kind);

/* False for a name that is none of them; `*out` stays. */
bool record_parse(const char *name, enum record_kind *out);

/* The members of a kind, `*n` of them. Static. */
const struct record_member *record_members(enum record_kind kind, size_t *n);

/* The field of `row` that a member of the form MEMBER_TEXT is in. */
char **record_text(void *row, const struct record_member *member);

#endif
