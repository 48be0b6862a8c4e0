/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/tap.h"

static FILE *open_table(const char *file)
{
	const char *source = getenv("srcdir");
	char path[4096];
	snprintf(path, sizeof path, "%s/tests/unit/%s", source ? source : ".", file);
	return fopen(path, "r");
}

void table_run(const char *file, void (*row)(const char *name, const char *rest))
{
	char *line = NULL;
	size_t cap = 0;
	FILE *table = open_table(file);
	if (!table) {
		tap_result(false, file);
		return;
	}
	while (getline(&line, &cap, table) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '\0' || line[0] == '#')
			continue;
		char *rest = strstr(line, ": ");
		if (rest) {
			*rest = '\0';
			row(line, rest + 2);
		} else {
			tap_result(false, line);
		}
	}
	free(line);
	fclose(table);
}

char32_t *table_text(const char *text, size_t n, size_t *n_cp)
{
	size_t n_raw, count = 0;
	char32_t *cps = utf8_decode(text, n, &n_raw);
	for (size_t i = 0; i < n_raw; i++) {
		char32_t kind = cps[i] == '\\' && i + 1 < n_raw ? cps[i + 1] : 0;
		size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
		char hex[9] = "";
		for (size_t d = 0; d < digits && i + 2 + d < n_raw; d++)
			hex[d] = (char)cps[i + 2 + d];
		cps[count++] = digits        ? (char32_t)strtoul(hex, NULL, 16)
			       : kind == 't' ? '\t'
			       : kind == 'n' ? '\n'
					     : cps[i];
		i += digits ? digits + 1 : kind == 't' || kind == 'n';
	}
	*n_cp = count;
	return cps;
}
