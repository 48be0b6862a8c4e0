/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The functions that fill the columns of one table, in a few words each: the cell `name` of a row,
 * which is a `type`.
 */
#ifndef EXPORT_CELLS_H
#define EXPORT_CELLS_H

#include "base/str.h"

#define CELL(table, type, name) \
	static void table##_##name(const type *row, struct str *out)

#define TEXT_CELL(table, type, name, value)                                        \
	CELL(table, type, name)                                                     \
	{                                                                           \
		const char *text = (value);                                         \
		if (text)                                                           \
			str_append_str(out, text);                                  \
	}

#define COUNT_CELL(table, type, name, value)                                       \
	CELL(table, type, name)                                                     \
	{                                                                           \
		str_append_number(out, (int64_t)(value));                           \
	}

#endif
