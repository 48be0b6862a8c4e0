/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/codebooks.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "app/data.h"
#include "app/i18n.h"
#include "app/language.h"
#include "app/theme.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

static const char INDEX[] = "codebooks/index.csv";

static struct codebook_entry entry_of(const struct table *index, size_t row)
{
	return (struct codebook_entry){.name = xstrdup(table_cell(index, row, "name")),
				       .lang = xstrdup(table_cell(index, row, "lang")),
				       .title = xstrdup(table_cell(index, row, "title")),
				       .source = xstrdup(table_cell(index, row, "source"))};
}

static void entry_release(struct codebook_entry *entry)
{
	free(entry->name);
	free(entry->lang);
	free(entry->title);
	free(entry->source);
}

enum status codebooks_list(struct codebook_entries *out, struct fault *f)
{
	struct table index;
	*out = (struct codebook_entries){.items = NULL};
	enum status status = data_table(INDEX, &index, f);
	for (size_t row = 0; status == STATUS_OK && row < index.n_rows; row++)
		VEC_PUSH(out->items, out->n, out->cap, entry_of(&index, row));
	table_release(&index);
	return status;
}

void codebook_entries_release(struct codebook_entries *entries)
{
	for (size_t i = 0; i < entries->n; i++)
		entry_release(&entries->items[i]);
	free(entries->items);
	*entries = (struct codebook_entries){.items = NULL};
}

/* The first of `names` that is a column; NULL where none is. */
static const char *column_of(const struct table *table, const char *const *names)
{
	const struct table_row *header = &table->rows[0];
	for (; *names; names++)
		for (size_t i = 0; i < header->n_cells; i++)
			if (strcmp(header->cells[i], *names) == 0)
				return *names;
	return NULL;
}

/* Which columns of a file are what; NULL for what it does not tell. */
struct columns {
	const char *path, *definition, *colour, *symbol, *key;
};

static struct columns find_columns(const struct table *table)
{
	static const char *const paths[] = {"tag", "path", "name", NULL};
	static const char *const definitions[] = {"description", "definition", NULL};
	static const char *const colours[] = {"colour", "color", NULL};
	static const char *const symbols[] = {"symbol", NULL};
	static const char *const keys[] = {"key", NULL};
	return (struct columns){.path = column_of(table, paths),
				.definition = column_of(table, definitions),
				.colour = column_of(table, colours),
				.symbol = column_of(table, symbols),
				.key = column_of(table, keys)};
}

static char *cell(const struct table *table, size_t row, const char *column)
{
	return xstrdup(column ? table_cell(table, row, column) : "");
}

static bool is_colour(const char *name)
{
	const char *known;
	for (size_t i = 0; (known = theme_colour_name(i)); i++)
		if (strcmp(known, name) == 0)
			return true;
	return false;
}

static void add_tag(const struct table *table, size_t row, const struct columns *columns,
		    char *path, struct tag_list *out)
{
	struct tag *tag = tag_list_add(out);
	tag->path = path;
	tag->name = xstrdup(tagpath_name(path));
	tag->definition = cell(table, row, columns->definition);
	tag->colour = cell(table, row, columns->colour);
	tag->symbol = cell(table, row, columns->symbol);
	tag->key = cell(table, row, columns->key);
	tag->created_at = xstrdup("");
	tag->updated_at = xstrdup("");
	tag->last_used_at = xstrdup("");
	if (!is_colour(tag->colour))
		*tag->colour = '\0';
}

static enum status take_tags(const struct table *table, const char *file, struct tag_list *out,
			     struct fault *f)
{
	struct columns columns = find_columns(table);
	if (!columns.path)
		return fault_setf(f, STATUS_INVALID, file, _("no column tag, path or name"));
	for (size_t row = 0; row < table->n_rows; row++) {
		char *path = NULL;
		if (tagpath_tidy(table_cell(table, row, columns.path), &path, NULL) != STATUS_OK)
			/* TRANSLATORS: %zu is the number of a row of a table */
			return fault_setf(f, STATUS_INVALID, file, _("row %zu: not a tag's path"),
					  row + 2);
		add_tag(table, row, &columns, path, out);
	}
	return STATUS_OK;
}

enum status codebook_read(const char *path, struct codebook *out, struct fault *f)
{
	struct table table;
	const char *slash = strrchr(path, '/');
	*out = (struct codebook){.entry = {.name = xstrdup(slash ? slash + 1 : path),
					   .lang = xstrdup(""),
					   .title = xstrdup(""),
					   .source = xstrdup("")}};
	enum status status = table_read(&table, path, f);
	if (status == STATUS_OK)
		status = take_tags(&table, path, &out->tags, f);
	table_release(&table);
	return status;
}

/* The row of `name` in `lang`; its n_rows where there is none. */
static size_t row_of(const struct table *index, const char *name, const char *lang)
{
	size_t row = 0;
	while (row < index->n_rows && (strcmp(table_cell(index, row, "name"), name) != 0 ||
				       strcmp(table_cell(index, row, "lang"), lang) != 0))
		row++;
	return row;
}

/* In the language asked for; where none was, in the interface's, else in English. */
static size_t choose_row(const struct table *index, const char *name, const char *lang)
{
	size_t row = row_of(index, name, lang ? lang : interface_language());
	return row == index->n_rows && !lang ? row_of(index, name, "en") : row;
}

/* Names the codebooks there are, or the languages of the one that there is. */
static enum status refuse(const struct table *index, const char *name, const char *lang,
			  struct fault *f)
{
	struct str there = STR_EMPTY;
	bool known = row_of(index, name, "en") < index->n_rows;
	for (size_t row = 0; row < index->n_rows; row++) {
		bool wanted = known ? strcmp(table_cell(index, row, "name"), name) == 0
				    : strcmp(table_cell(index, row, "lang"), "en") == 0;
		if (wanted)
			str_appendf(&there, "%s%s", there.len ? ", " : "",
				    table_cell(index, row, known ? "lang" : "name"));
	}
	enum status status = fault_setf(f, STATUS_NOT_FOUND, known && lang ? lang : name, "%s",
					str_cstr(&there));
	str_release(&there);
	return status;
}

enum status codebook_load(const char *name, const char *lang, struct codebook *out,
			  struct fault *f)
{
	struct table index, table;
	*out = (struct codebook){.entry = {.name = NULL}};
	enum status status = data_table(INDEX, &index, f);
	size_t row = status == STATUS_OK ? choose_row(&index, name, lang) : 0;
	if (status == STATUS_OK && row == index.n_rows)
		status = refuse(&index, name, lang, f);
	if (status == STATUS_OK) {
		out->entry = entry_of(&index, row);
		char *file = xasprintf("codebooks/%s.%s.csv", name, out->entry.lang);
		status = data_table(file, &table, f);
		if (status == STATUS_OK)
			status = take_tags(&table, file, &out->tags, f);
		table_release(&table);
		free(file);
	}
	table_release(&index);
	return status;
}

void codebook_release(struct codebook *codebook)
{
	entry_release(&codebook->entry);
	tag_list_release(&codebook->tags);
	*codebook = (struct codebook){.entry = {.name = NULL}};
}
