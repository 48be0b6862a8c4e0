/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "store/store.h"

const char *store_sqlite_version(void)
{
	return sqlite3_libversion();
}
