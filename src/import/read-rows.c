/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codebook.csv (Taguette's too), documents.csv, claims.csv, mentions.csv, notes.csv: a row a row. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/cells.h"
#include "import/reader.h"
#include "model/dir.h"

/*
 * Columns that are not called as the member that they are. Where a file has several of one member,
 * the first here is it.
 */
static const struct alias {
	enum record_kind kind;
	const char *column, *member;
} aliases[] = {
	{RECORD_tag, "tag", "path"},
	{RECORD_tag, "path", "path"},
	{RECORD_tag, "name", "path"},
	{RECORD_tag, "description", "definition"},
	{RECORD_tag, "color", "colour"},
	{RECORD_claim, "claim", "statement"},
	{RECORD_mention, "claim_id", "claim"},
	{RECORD_mention, "highlight_id", "highlight"},
	{RECORD_note, "target_id", "target"},
	/* "target" is a title or a text, for people */
	{RECORD_note, "", "target"},
	{RECORD_mention, "", "claim"},
	{RECORD_note, "note", "text"},
};

struct table_reader {
	struct reader *reader;
	struct cells cells;
	enum record_kind kind;
	const struct record_member *members;
	size_t n_members;
	size_t *columns; /* of the members; SIZE_MAX: not in this file */
};

static enum record_kind kind_of(enum annotation_format format)
{
	switch (format) {
	case ANNOTATIONS_codebook:
		return RECORD_tag;
	case ANNOTATIONS_documents:
		return RECORD_article;
	case ANNOTATIONS_claims:
		return RECORD_claim;
	case ANNOTATIONS_mentions:
		return RECORD_mention;
	default:
		return RECORD_note;
	}
}

static size_t find_column(const struct table_reader *table, const char *member)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		const struct alias *alias = &aliases[i];
		if (alias->kind != table->kind || strcmp(alias->member, member) != 0)
			continue;
		size_t column = cells_column(&table->cells, alias->column);
		if (column != SIZE_MAX || !*alias->column)
			return column;
	}
	return cells_column(&table->cells, member);
}

static bool read_number(const char *cell, unsigned long long *out)
{
	char *end;
	errno = 0;
	*out = strtoull(cell, &end, 10);
	return !*end && cell[0] >= '0' && cell[0] <= '9' && !errno && *out <= INT64_MAX;
}

/* What a cell has to be, put into its field; N_MISTAKES where it is. */
static enum mistake_kind put(const char *cell, const struct record_member *member, void *row)
{
	char *field = (char *)row + member->offset;
	unsigned long long number = 0;
	if (member->form == MEMBER_TEXT) {
		*record_text(row, member) = xstrdup(cell);
		return N_MISTAKES;
	}
	if (!*cell)
		return N_MISTAKES;
	switch (member->form) {
	case MEMBER_ID:
		reader_id(cell, field);
		return N_MISTAKES;
	case MEMBER_DIR:
		return dir_parse(cell, (void *)field) ? N_MISTAKES : MISTAKE_NO_VALUE;
	case MEMBER_TARGET:
		return note_target_parse(cell, (void *)field) ? N_MISTAKES : MISTAKE_NO_VALUE;
	default:
		if (!read_number(cell, &number))
			return MISTAKE_NO_NUMBER;
		if (member->form == MEMBER_NUMBER)
			*(int64_t *)(void *)field = (int64_t)number;
		else
			*(size_t *)(void *)field = (size_t)number;
		return N_MISTAKES;
	}
}

/* A claim that somebody wrote into a table of their own is the same whenever it is read. */
static void make_id(struct annotation *a)
{
	if (a->kind == RECORD_claim && !a->row.claim.id[0] && a->row.claim.statement)
		reader_make_id(a->row.claim.id, "claim", a->row.claim.statement, NULL);
}

static enum status read_row(struct table_reader *table)
{
	struct annotation a = {.kind = table->kind, .line = table->cells.csv.line};
	for (size_t i = 0; i < table->n_members; i++) {
		const char *cell = cells_at(&table->cells, table->columns[i]);
		enum mistake_kind wrong =
			cell ? put(cell, &table->members[i], &a.row) : N_MISTAKES;
		a.has_dir |= cell && *cell && table->members[i].form == MEMBER_DIR;
		if (wrong == N_MISTAKES)
			continue;
		mistake_of(table->reader->mistake, wrong, a.line,
			   table->cells.names[table->columns[i]]);
		annotation_release(&a);
		return STATUS_BAD_ANNOTATIONS;
	}
	make_id(&a);
	return reader_give(table->reader, &a);
}

static enum status read_all(struct table_reader *table)
{
	bool end = false;
	table->members = record_members(table->kind, &table->n_members);
	table->columns = xcalloc(table->n_members, sizeof *table->columns);
	for (size_t i = 0; i < table->n_members; i++)
		table->columns[i] = find_column(table, table->members[i].name);
	enum status status = cells_next(&table->cells, table->reader, &end);
	while (status == STATUS_OK && !end) {
		status = read_row(table);
		if (status == STATUS_OK)
			status = cells_next(&table->cells, table->reader, &end);
	}
	return status;
}

enum status read_rows(struct reader *reader, enum annotation_format format)
{
	struct table_reader table = {.reader = reader, .kind = kind_of(format)};
	enum status status = cells_begin(&table.cells, reader);
	if (status == STATUS_OK)
		status = read_all(&table);
	free(table.columns);
	cells_release(&table.cells);
	return status;
}
