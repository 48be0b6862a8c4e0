/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/data.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

/* The folder of the program's own file, the caller's; NULL where the system does not tell. */
static char *program_folder(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	if (n < 0)
		return NULL;
	path[n] = '\0';
	char *slash = strrchr(path, '/');
	return slash ? xstrndup(path, (size_t)(slash - path)) : NULL;
}

char *data_path(const char *name)
{
	const char *given = getenv("HASHIYA_DATA");
	if (given && *given)
		return xasprintf("%s/%s", given, name);
	char *folder = program_folder();
	char *path = xasprintf("%s/../share/hashiya/%s", folder ? folder : "", name);
	if (!folder || access(path, R_OK) != 0) {
		free(path);
		path = xasprintf("%s/%s", PKGDATADIR, name);
	}
	free(folder);
	return path;
}

enum status data_table(const char *name, struct table *out, struct fault *f)
{
	char *path = data_path(name);
	enum status status = table_read(out, path, f);
	free(path);
	return status;
}

const char *data_cell_in(const struct table *table, size_t row, const char *name, const char *lang)
{
	char *column = xasprintf("%s_%s", name, lang);
	const char *text = table_cell(table, row, column);
	free(column);
	return *text ? text : table_cell(table, row, name);
}
