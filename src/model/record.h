/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows as records with named members: the one table (record.def) from which annotations.jsonl is
 * written and read.
 */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "model/rows.h"

/* In the order of the file: each hangs only on those before it. */
enum record_kind {
	RECORD_coder,
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

/* What a member is in the row: char[ID_SIZE], char *, int64_t, size_t, enum text_dir, enum note_target. */
enum member_form { MEMBER_ID, MEMBER_TEXT, MEMBER_NUMBER, MEMBER_OFFSET, MEMBER_DIR, MEMBER_TARGET };

struct record_member {
	enum record_kind kind;
	const char *name;
	enum member_form form;
	size_t offset; /* of the field in its row, in bytes */
};

/* The form of the file that says {"type":"project","version":RECORD_VERSION}. */
enum { RECORD_VERSION = 1 };

/* "coder", "article" ... Static. */
const char *record_name(enum record_kind kind);

/* False for a name that is none of them; `*out` stays. */
bool record_parse(const char *name, enum record_kind *out);

/* The members of a kind, `*n` of them, in the order of the file. Static. */
const struct record_member *record_members(enum record_kind kind, size_t *n);

/* "article", "highlight", "claim", "tag", "project". */
const char *note_target_name(enum note_target kind);
bool note_target_parse(const char *name, enum note_target *out);

#endif
