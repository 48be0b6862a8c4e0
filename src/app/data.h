/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the files are that come with the program: $HASHIYA_DATA; else ../share/hashiya beside the
 * folder that the program lies in, which is so for an installed one, moved or not, and for one
 * built in a folder of its source; else the folder that it was configured for.
 */
#ifndef APP_DATA_H
#define APP_DATA_H

#include "import/table.h"

/* The path of `name` in that folder, the caller's. */
char *data_path(const char *name);

/* Reads the table `name` of that folder, as table_read() does; release it in any case. */
enum status data_table(const char *name, struct table *out, struct fault *f) MUST_USE;

/*
 * The cell of column `name` in the language `lang` (BCP 47): of the column "NAME_LANG" where it has
 * something, else of "NAME". Lives in the table.
 */
const char *data_cell_in(const struct table *table, size_t row, const char *name,
			 const char *lang);

#endif
