/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/stances.h"

#include <stdlib.h>
#include <string.h>

#include "app/data.h"
#include "app/language.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

static enum status read_table(const char *name, struct table *out, struct fault *f)
{
	char *file = xasprintf("stances/%s.csv", name);
	enum status status = data_table(file, out, f);
	free(file);
	return status;
}

/* The row of `name` in the index; its n_rows where there is none. */
static size_t row_of(const struct table *index, const char *name)
{
	size_t row = 0;
	while (row < index->n_rows && strcmp(table_cell(index, row, "name"), name) != 0)
		row++;
	return row;
}

/* "a, b, c", the caller's. */
static char *names_of(const struct table *index)
{
	struct str names = STR_EMPTY;
	for (size_t row = 0; row < index->n_rows; row++)
		str_appendf(&names, "%s%s", row ? ", " : "", table_cell(index, row, "name"));
	return str_take(&names);
}

static enum status refuse(const struct table *index, const char *name, struct fault *f)
{
	char *names = names_of(index);
	enum status status = fault_setf(f, STATUS_NOT_FOUND, name, "%s", names);
	free(names);
	return status;
}

static void fill(struct stance_scheme *scheme, const struct table *table, const char *lang)
{
	for (size_t row = 0; row < table->n_rows; row++) {
		struct stance_value value = {
			.value = xstrdup(table_cell(table, row, "value")),
			.label = xstrdup(data_cell_in(table, row, "label", lang)),
			.symbol = xstrdup(table_cell(table, row, "symbol")),
			.colour = xstrdup(table_cell(table, row, "colour")),
			.definition = xstrdup(data_cell_in(table, row, "definition", lang))};
		VEC_PUSH(scheme->values, scheme->n, scheme->cap, value);
	}
}

enum status stances_load_in(const char *name, const char *lang, struct stance_scheme *out,
			    struct fault *f)
{
	struct table index, table;
	*out = (struct stance_scheme){.name = xstrdup(name)};
	enum status status = read_table("index", &index, f);
	size_t row = status == STATUS_OK ? row_of(&index, name) : 0;
	if (status == STATUS_OK && row == index.n_rows)
		status = refuse(&index, name, f);
	if (status == STATUS_OK) {
		out->title = xstrdup(data_cell_in(&index, row, "title", lang));
		status = read_table(name, &table, f);
		if (status == STATUS_OK)
			fill(out, &table, lang);
		table_release(&table);
	}
	table_release(&index);
	return status;
}

enum status stances_load(const char *name, struct stance_scheme *out, struct fault *f)
{
	return stances_load_in(name, interface_language(), out, f);
}

enum status stances_of_project(const struct project *project, struct stance_scheme *out,
			       struct fault *f)
{
	char *name = NULL;
	enum status status = STATUS_OK;
	*out = (struct stance_scheme){.name = NULL};
	if (project->store)
		status = store_property_get(project->store, "stance_scheme", &name, f);
	const char *chosen = name && *name ? name : STANCES_DEFAULT;
	if (status == STATUS_OK)
		status = stances_load(chosen, out, f);
	/* Articles are read without their data files, too. */
	if (status == STATUS_NOT_FOUND || status == STATUS_NO_FILE) {
		if (f)
			fault_release(f);
		stance_scheme_release(out);
		out->name = xstrdup(chosen);
		out->title = xstrdup(chosen);
		status = STATUS_OK;
	}
	free(name);
	return status;
}

enum status stances_list(struct stance_entries *out, struct fault *f)
{
	struct table index;
	*out = (struct stance_entries){.items = NULL};
	enum status status = read_table("index", &index, f);
	for (size_t row = 0; status == STATUS_OK && row < index.n_rows; row++) {
		struct stance_entry entry = {
			.name = xstrdup(table_cell(&index, row, "name")),
			.title = xstrdup(data_cell_in(&index, row, "title", interface_language())),
			.source = xstrdup(table_cell(&index, row, "source"))};
		VEC_PUSH(out->items, out->n, out->cap, entry);
	}
	table_release(&index);
	return status;
}

void stance_entries_release(struct stance_entries *entries)
{
	for (size_t i = 0; i < entries->n; i++) {
		free(entries->items[i].name);
		free(entries->items[i].title);
		free(entries->items[i].source);
	}
	free(entries->items);
	*entries = (struct stance_entries){.items = NULL};
}
