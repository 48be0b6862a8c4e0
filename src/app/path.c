/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/path.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/home.h"
#include "base/str.h"
#include "base/xalloc.h"

/* The folder of `typed`, its first `n` bytes, as the system takes it. */
static char *folder_of(const char *typed, size_t n)
{
	char *folder = n > 0 ? xstrndup(typed, n) : xstrdup("."), *expanded = home_expand(folder);

	free(folder);
	return expanded;
}

static bool is_directory(const char *folder, const char *name)
{
	char *path = xasprintf("%s/%s", folder, name);
	struct stat st;
	bool is = stat(path, &st) == 0 && S_ISDIR(st.st_mode);

	free(path);
	return is;
}

/* A name is cut between characters, never inside one. */
static size_t common_length(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] && a[n] == b[n])
		n++;
	while (n > 0 && ((unsigned char)a[n] & 0xc0) == 0x80)
		n--;
	return n;
}

/* Hidden files are for those who type the dot. */
static bool begins(const char *name, const char *start)
{
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
	    (name[0] == '.' && start[0] != '.'))
		return false;
	return strncmp(name, start, strlen(start)) == 0;
}

/* What all names that begin with `start` have in common; NULL: there are none. */
static char *common_name(const char *folder, const char *start, size_t *n_matches)
{
	DIR *dir = opendir(folder);
	char *common = NULL;
	const struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		if (!begins(entry->d_name, start))
			continue;
		if (common)
			common[common_length(common, entry->d_name)] = '\0';
		else
			common = xstrdup(entry->d_name);
		(*n_matches)++;
	}
	if (dir)
		closedir(dir);
	return common;
}

char *path_complete(const char *typed, size_t *n_matches)
{
	const char *slash = strrchr(typed, '/');
	size_t n_folder = slash ? (size_t)(slash - typed) + 1 : 0;
	char *folder = folder_of(typed, n_folder);
	struct str out = STR_EMPTY;

	*n_matches = 0;
	char *common = common_name(folder, typed + n_folder, n_matches);
	if (common) {
		str_append(&out, typed, n_folder);
		str_append_str(&out, common);
		if (*n_matches == 1 && is_directory(folder, common))
			str_append_char(&out, '/');
	} else {
		str_append_str(&out, typed);
	}
	free(common);
	free(folder);
	return str_take(&out);
}
