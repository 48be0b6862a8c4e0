/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows as JSON objects: the same members (row.def) wherever a subcommand prints one.
 *
 * Texts are exact: whoever reads them is a program.
 */
#ifndef CLI_ROW_H
#define CLI_ROW_H

#include <stdbool.h>

#include "base/json.h"
#include "cli/out.h"
#include "model/rows.h"

enum row_kind {
	ROW_article,
	ROW_highlight,
	ROW_tag,
	ROW_claim,
	ROW_mention,
	ROW_coverage,
	ROW_relation,
	ROW_note,
	ROW_coder,
	ROW_act
};

/* `row` is a struct of the kind's name. Opens an object with its members; close it. */
void row_open(struct str *json, enum row_kind kind, const void *row);
/* The object whole. */
void row_put(struct str *json, enum row_kind kind, const void *row);
/* A member whose value is an array of `n` rows, each of `size` bytes. */
void row_array_member(struct str *json, const char *name, enum row_kind kind, const void *rows,
		      size_t n, size_t size);

void json_flag_member(struct str *json, const char *name, bool flag);

/* Prints the JSON on a line, and frees it. */
void json_print(struct out *out, struct str *json);

/* Prints one row. */
void row_print(struct out *out, enum row_kind kind, const void *row);
/* Prints an array of rows. */
void row_print_all(struct out *out, enum row_kind kind, const void *rows, size_t n, size_t size);

#endif
