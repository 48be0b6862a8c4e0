/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya export */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/nearest.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

static enum status read_table(const struct args *args, enum export_table *out, struct fault *f)
{
	static const char *const names[] = {[EXPORT_ANNOTATIONS] = "annotations",
					    [EXPORT_DOCUMENTS] = "documents",
					    [EXPORT_CODEBOOK] = "codebook"};
	const char *value = args_value(args, ARG_export_table);
	*out = EXPORT_ANNOTATIONS;
	for (size_t i = 0; value && i < sizeof names / sizeof *names; i++) {
		if (strcmp(value, names[i]) == 0) {
			*out = (enum export_table)i;
			value = NULL;
		}
	}
	return value ? fault_setf(f, STATUS_INVALID, value,
				  "--table: annotations, documents, codebook")
		     : STATUS_OK;
}

static enum status check_format(const struct args *args, struct fault *f)
{
	const char *value = args_value(args, ARG_export_format);
	if (!value || strcmp(value, "csv") == 0)
		return STATUS_OK;
	return fault_setf(f, STATUS_INVALID, value, "--format: csv");
}

static enum status read_delimiter(const struct args *args, char *out, struct fault *f)
{
	const char *value = args_value(args, ARG_export_delimiter);
	*out = ',';
	if (!value)
		return STATUS_OK;
	*out = strcmp(value, "tab") == 0 ? '\t' : value[0];
	if (csv_delimiter_ok(*out) && (*out == '\t' || strlen(value) == 1))
		return STATUS_OK;
	return fault_setf(f, STATUS_INVALID, value,
			  _("--delimiter: one ASCII character, not a quote, or tab"));
}

static enum status unknown_column(enum csv_table table, const char *name, struct fault *f)
{
	struct nearest nearest = NEAREST(name);
	struct str all = STR_EMPTY;
	const char *header;
	for (size_t i = 0; (header = csv_column_header(table, i)); i++) {
		nearest_offer(&nearest, header);
		str_appendf(&all, "%s%s", i > 0 ? ", " : "", header);
	}
	if (nearest.name)
		/* TRANSLATORS: after a column that does not exist; %s is the nearest that does */
		fault_setf(f, STATUS_INVALID, name, _("did you mean %s?"), nearest.name);
	else
		fault_setf(f, STATUS_INVALID, name, "--columns: %s", str_cstr(&all));
	str_release(&all);
	return STATUS_INVALID;
}

/* The columns of --columns, the caller's; NULL for all. */
static enum status read_columns(const struct args *args, enum csv_table table, size_t **out,
				size_t *n, struct fault *f)
{
	const char *value = args_value(args, ARG_export_columns);
	*out = NULL;
	*n = 0;
	if (!value)
		return STATUS_OK;
	char *list = xstrdup(value), *rest = list;
	enum status status = STATUS_OK;
	size_t cap = 0;
	for (char *name; status == STATUS_OK && (name = strsep(&rest, ","));) {
		size_t index;
		if (csv_column_find(table, name, &index))
			VEC_PUSH(*out, *n, cap, index);
		else
			status = unknown_column(table, name, f);
	}
	free(list);
	return status;
}

static enum csv_table csv_table_of(enum export_table table)
{
	return table == EXPORT_DOCUMENTS  ? CSV_DOCUMENTS
	       : table == EXPORT_CODEBOOK ? CSV_CODEBOOK
					  : CSV_ANNOTATIONS;
}

enum status cli_export(struct cli *cli, const struct args *args, struct fault *f)
{
	enum export_table table = EXPORT_ANNOTATIONS;
	struct csv_options csv = {.spreadsheet = args_flag(args, ARG_export_spreadsheet)};
	size_t *columns = NULL;
	const char *path = args_value(args, ARG_export_output);
	enum status status = check_format(args, f);
	if (status == STATUS_OK)
		status = read_table(args, &table, f);
	if (status == STATUS_OK)
		status = read_delimiter(args, &csv.delimiter, f);
	if (status == STATUS_OK)
		status = read_columns(args, csv_table_of(table), &columns, &csv.n_columns, f);
	csv.columns = columns;
	if (status == STATUS_OK && table == EXPORT_CODEBOOK && args->n_operands)
		status = fault_setf(f, STATUS_USAGE, args->operands[0],
				    _("the codebook is of all articles"));
	if (status == STATUS_OK)
		status = project_export(&cli->project, table, &csv, args->operands,
					args->n_operands, path ? path : "-", f);
	free(columns);
	return status;
}
