/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs the cases of layout.test. With GENERATE=1 it prints the file with the rows that there are
 * now.
 */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "text/tap.h"
#include "text/paragraph.h"
#include "text/table.h"

struct layout_case {
	char name[256];
	char32_t *cps;
	size_t n_cp;
	size_t width; /* 0: one row as wide as it is */
	struct paragraph_options options;
	struct str want; /* the rows of the file */
	bool open;
};

/* A row as the file writes it. */
static void describe_row(const struct paragraph *para, const struct row *row, size_t width,
			 struct str *out)
{
	struct placed_cell *placed = xcalloc(row->n_cells, sizeof *placed);
	size_t n = row_place(para, row, width ? width : row->columns, placed);
	str_appendf(out, "row %c", paragraph_is_rtl(para) ? 'R' : 'L');
	if (n > 0 && placed[0].col > 0)
		str_appendf(out, " =%u", placed[0].col);
	for (size_t i = 0; i < n; i++) {
		const struct cell *cell = placed[i].cell;
		for (size_t g = 0; g < cell->n_glyphs; g++)
			str_appendf(out, "%c%04X", g ? '+' : ' ', (unsigned)cell->glyph[g]);
		str_appendf(out, "@%u", cell->start_cp);
		if (cell->end_cp > cell->start_cp + 1)
			str_appendf(out, "-%u", cell->end_cp - 1);
		if (placed[i].width != 1)
			str_appendf(out, "*%u", placed[i].width);
	}
	str_append_char(out, '\n');
	free(placed);
}

static void describe(const struct layout_case *c, struct str *out)
{
	size_t n_rows;
	struct paragraph *para = paragraph_new(c->cps, c->n_cp, &c->options);
	struct row *rows = paragraph_wrap(para, c->width ? c->width : 10000, &n_rows);
	for (size_t r = 0; r < n_rows; r++)
		describe_row(para, &rows[r], c->width, out);
	free(rows);
	paragraph_free(para);
}

static void finish(struct layout_case *c, bool generate)
{
	struct str got = STR_EMPTY;
	if (c->open) {
		describe(c, &got);
		if (generate)
			fputs(str_cstr(&got), stdout);
		else
			tap_result(strcmp(str_cstr(&got), str_cstr(&c->want)) == 0, c->name);
		if (!generate && strcmp(str_cstr(&got), str_cstr(&c->want)) != 0)
			tap_why("got %s", str_cstr(&got));
	}
	str_release(&got);
	str_release(&c->want);
	free(c->cps);
	*c = (struct layout_case){.open = false};
}

static bool is_line(const char *line, const char *word, const char **rest)
{
	size_t n = strlen(word);
	if (strncmp(line, word, n) != 0 || (line[n] != ' ' && line[n] != '\0'))
		return false;
	*rest = line + n + (line[n] == ' ');
	return true;
}

/* False for a line that means nothing. */
static bool take_line(struct layout_case *c, const char *line)
{
	const char *rest;
	if (is_line(line, "case", &rest)) {
		snprintf(c->name, sizeof c->name, "%s", rest);
		c->options.fallback = DIR_LTR;
		c->open = true;
	} else if (is_line(line, "text", &rest)) {
		c->cps = table_text(rest, strlen(rest), &c->n_cp);
	} else if (is_line(line, "dir", &rest)) {
		c->options.dir = strcmp(rest, "rtl") == 0 ? DIR_RTL : DIR_LTR;
	} else if (is_line(line, "reveal", &rest)) {
		c->options.reveal = true;
	} else if (is_line(line, "logical", &rest)) {
		c->options.order = ORDER_LOGICAL;
	} else if (is_line(line, "width", &rest)) {
		c->width = strtoul(rest, NULL, 10);
	} else if (is_line(line, "row", &rest)) {
		str_appendf(&c->want, "%s\n", line);
	} else {
		return line[0] == '\0' || line[0] == '#';
	}
	return true;
}

static void run(FILE *file, bool generate)
{
	struct layout_case c = {.open = false};
	char *line = NULL;
	size_t cap = 0;
	while (getline(&line, &cap, file) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '\0' || strncmp(line, "case ", 5) == 0)
			finish(&c, generate);
		if (generate && strncmp(line, "row", 3) != 0)
			puts(line);
		if (!take_line(&c, line))
			tap_result(false, line);
	}
	finish(&c, generate);
	free(line);
}

int main(void)
{
	const char *source = getenv("srcdir");
	bool generate = getenv("GENERATE") != NULL;
	char path[4096];
	setlocale(LC_ALL, "C.UTF-8");
	snprintf(path, sizeof path, "%s/tests/unit/text/layout.test", source ? source : ".");
	FILE *file = fopen(path, "r");
	if (!file) {
		tap_why("%s: %s", path, strerror(errno));
		return 99;
	}
	run(file, generate);
	fclose(file);
	return generate ? 0 : tap_end();
}
