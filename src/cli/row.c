/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/row.h"

#include <stddef.h>
#include <string.h>

#include "model/dir.h"

enum form { FORM_ID, FORM_TEXT, FORM_NUMBER, FORM_SIZE, FORM_FLAG, FORM_DIR, FORM_TARGET };

static const struct member {
	enum row_kind kind;
	const char *name;
	enum form form;
	size_t offset;
} members[] = {
#define MEMBER(kind, name, form, field, help) \
	{ROW_##kind, name, FORM_##form, offsetof(struct kind, field)},
#include "cli/row.def"
};

void json_flag_member(struct str *json, const char *name, bool flag)
{
	json_name(json, name);
	str_append_str(json, flag ? "true" : "false");
}

static void put_member(struct str *json, const struct member *member, const void *field)
{
	switch (member->form) {
	case FORM_ID:
		json_text_member(json, member->name, field);
		break;
	case FORM_TEXT:
		json_text_member(json, member->name, *(char *const *)field);
		break;
	case FORM_NUMBER:
		json_number_member(json, member->name, *(const int64_t *)field);
		break;
	case FORM_SIZE:
		json_number_member(json, member->name, (int64_t)*(const size_t *)field);
		break;
	case FORM_FLAG:
		json_flag_member(json, member->name, *(const bool *)field);
		break;
	case FORM_DIR:
		json_text_member(json, member->name, dir_name(*(const enum text_dir *)field));
		break;
	case FORM_TARGET:
		json_text_member(json, member->name,
				 note_target_name(*(const enum note_target *)field));
		break;
	}
}

void row_open(struct str *json, enum row_kind kind, const void *row)
{
	json_open(json, '{');
	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		if (members[i].kind == kind)
			put_member(json, &members[i], (const char *)row + members[i].offset);
}

void row_put(struct str *json, enum row_kind kind, const void *row)
{
	row_open(json, kind, row);
	json_close(json, '}');
}

static void put_array(struct str *json, enum row_kind kind, const void *rows, size_t n, size_t size)
{
	json_open(json, '[');
	for (size_t i = 0; i < n; i++)
		row_put(json, kind, (const char *)rows + i * size);
	json_close(json, ']');
}

void row_array_member(struct str *json, const char *name, enum row_kind kind, const void *rows,
		      size_t n, size_t size)
{
	json_name(json, name);
	put_array(json, kind, rows, n, size);
}

void json_print(struct out *out, struct str *json)
{
	str_append_char(json, '\n');
	out_data(out, json->p, json->len);
	str_release(json);
}

void row_print(struct out *out, enum row_kind kind, const void *row)
{
	struct str json = STR_EMPTY;
	row_put(&json, kind, row);
	json_print(out, &json);
}

void row_print_all(struct out *out, enum row_kind kind, const void *rows, size_t n, size_t size)
{
	struct str json = STR_EMPTY;
	put_array(&json, kind, rows, n, size);
	json_print(out, &json);
}
