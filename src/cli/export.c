/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya export */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "app/export.h"
#include "app/i18n.h"
#include "app/nearest.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

/* What the command line asks for, and what of that is owned. */
struct asked {
	struct export_request request;
	char *columns;      /* the names that request.csv.columns points into */
	const char **names; /* request.csv.columns */
	size_t n_names, cap_names;
	char **articles, **tags, **claims, **coders;
};

static void asked_release(struct asked *asked)
{
	free(asked->columns);
	free(asked->names);
	free(asked->articles);
	free(asked->tags);
	free(asked->claims);
	free(asked->coders);
}

/* "--table: annotations, documents, ...", of `n` names. */
static enum status none_of(const char *option, const char *value, const char *(*name)(size_t),
			   size_t n, struct fault *f)
{
	struct str all = STR_EMPTY;
	for (size_t i = 0; i < n; i++)
		str_appendf(&all, "%s%s", i > 0 ? ", " : "", name(i));
	fault_setf(f, STATUS_INVALID, value, "--%s: %s", option, str_cstr(&all));
	str_release(&all);
	return STATUS_INVALID;
}

static const char *table_name(size_t i)
{
	return csv_table_name((enum csv_table)i);
}

static const char *format_name(size_t i)
{
	return export_format_name((enum export_format)i);
}

static enum status read_table(const struct args *args, struct export_request *out, struct fault *f)
{
	const char *value = args_value(args, ARG_export_table);
	if (!value || csv_table_find(value, &out->table))
		return STATUS_OK;
	return none_of("table", value, table_name, N_CSV_TABLES, f);
}

static enum status read_format(const struct args *args, struct export_request *out,
			       struct fault *f)
{
	const char *value = args_value(args, ARG_export_format);
	if (!value)
		return STATUS_OK;
	for (size_t i = 0; i < N_EXPORT_FORMATS; i++) {
		if (strcmp(format_name(i), value) != 0)
			continue;
		out->format = (enum export_format)i;
		return STATUS_OK;
	}
	return none_of("format", value, format_name, N_EXPORT_FORMATS, f);
}

static const char *compare_name(size_t i)
{
	return export_compare_name((enum export_compare)i);
}

static enum status read_compare(const struct args *args, struct export_request *out,
				struct fault *f)
{
	const char *value = args_value(args, ARG_export_compare);
	if (!value)
		return STATUS_OK;
	for (size_t i = 0; i < N_EXPORT_COMPARES; i++) {
		if (strcmp(compare_name(i), value) != 0)
			continue;
		out->compare = (enum export_compare)i;
		return STATUS_OK;
	}
	return none_of("compare", value, compare_name, N_EXPORT_COMPARES, f);
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

/* A grid's columns are known when its rows are: it says by itself what it has not. */
static enum status check_column(enum csv_table table, const char *name, struct fault *f)
{
	struct nearest nearest = NEAREST(name);
	struct str all = STR_EMPTY;
	const char *header;
	bool found = csv_table_is_grid(table);
	for (size_t i = 0; (header = csv_column_header(table, i)); i++) {
		found |= strcmp(header, name) == 0;
		nearest_offer(&nearest, header);
		str_appendf(&all, "%s%s", i > 0 ? ", " : "", header);
	}
	if (!found && nearest.name)
		/* TRANSLATORS: after a column that does not exist; %s is the nearest that does */
		fault_setf(f, STATUS_INVALID, name, _("did you mean %s?"), nearest.name);
	else if (!found)
		fault_setf(f, STATUS_INVALID, name, "--columns: %s", str_cstr(&all));
	str_release(&all);
	return found ? STATUS_OK : STATUS_INVALID;
}

/*
 * Takes one name off a list with commas between, in place. A name with a comma, a title say, stands
 * in quotes as in CSV.
 */
static char *next_name(char **rest)
{
	char *name = *rest, *to = name, *at = name;
	bool quoted = *at == '"';
	at += quoted;
	while (*at && (quoted || *at != ',')) {
		bool quote = quoted && *at == '"';
		quoted &= !quote || at[1] == '"';
		at += quote;
		if (quoted || !quote)
			*to++ = *at++;
	}
	*rest = *at ? at + 1 : NULL;
	*to = '\0';
	return name;
}

static enum status read_columns(const struct args *args, struct asked *asked, struct fault *f)
{
	const char *value = args_value(args, ARG_export_columns);
	if (!value)
		return STATUS_OK;
	enum status status = STATUS_OK;
	char *rest = asked->columns = xstrdup(value);
	while (rest && status == STATUS_OK) {
		const char *name = next_name(&rest);
		VEC_PUSH(asked->names, asked->n_names, asked->cap_names, name);
		status = check_column(asked->request.table, name, f);
	}
	asked->request.csv.columns = asked->names;
	asked->request.csv.n_columns = asked->n_names;
	return status;
}

static char **read_names(const struct args *args, enum argument argument, struct export_names *out)
{
	char **values = args_values(args, argument, &out->n);
	out->items = (const char *const *)values;
	return values;
}

/* Articles may be named as operands too. */
static void read_articles(const struct args *args, struct asked *asked)
{
	size_t n;
	char **values = args_values(args, ARG_export_article, &n);
	asked->articles = xcalloc(n + args->n_operands + 1, sizeof *asked->articles);
	for (size_t i = 0; i < args->n_operands; i++)
		asked->articles[i] = args->operands[i];
	for (size_t i = 0; i < n; i++)
		asked->articles[args->n_operands + i] = values[i];
	asked->request.filter.articles = (struct export_names){
		(const char *const *)asked->articles, n + args->n_operands};
	free(values);
}

static void read_filter(const struct args *args, struct asked *asked)
{
	struct export_filter *filter = &asked->request.filter;
	read_articles(args, asked);
	asked->tags = read_names(args, ARG_export_tag, &filter->tags);
	asked->claims = read_names(args, ARG_export_claim, &filter->claims);
	asked->coders = read_names(args, ARG_export_coder, &filter->coders);
	filter->since = args_value(args, ARG_export_since);
	asked->request.title = args_value(args, ARG_export_title);
}

/* What has no meaning for what is asked for is a mistake, not a wish that is passed over. */
static enum status check_sense(const struct args *args, const struct export_request *request,
			       struct fault *f)
{
	static const enum argument of_tables[] = {ARG_export_table, ARG_export_columns,
						  ARG_export_delimiter, ARG_export_spreadsheet,
						  ARG_export_per_highlight};
	static const enum argument of_one[] = {ARG_export_table, ARG_export_columns,
					       ARG_export_format, ARG_export_output,
					       ARG_export_per_highlight};
	static const enum argument of_report[] = {ARG_export_title, ARG_export_compare};
	bool all = args_value(args, ARG_export_all);
	for (size_t i = 0; all && i < sizeof of_one / sizeof *of_one; i++)
		if (args_flag(args, of_one[i]))
			return fault_set(f, STATUS_USAGE, argument_info(of_one[i])->name);
	for (size_t i = 0; !all && request->format != EXPORT_CSV &&
			   i < sizeof of_tables / sizeof *of_tables; i++)
		if (args_flag(args, of_tables[i]))
			return fault_set(f, STATUS_USAGE, argument_info(of_tables[i])->name);
	for (size_t i = 0; !all && request->format != EXPORT_HTML &&
			   i < sizeof of_report / sizeof *of_report; i++)
		if (args_flag(args, of_report[i]))
			return fault_set(f, STATUS_USAGE, argument_info(of_report[i])->name);
	if (request->csv.per_highlight && request->table != CSV_matrix)
		return fault_set(f, STATUS_USAGE, "per-highlight");
	return STATUS_OK;
}

static enum status read_request(const struct args *args, struct asked *asked, struct fault *f)
{
	struct export_request *request = &asked->request;
	request->csv.spreadsheet = args_flag(args, ARG_export_spreadsheet);
	request->csv.per_highlight = args_flag(args, ARG_export_per_highlight);
	enum status status = read_format(args, request, f);
	if (status == STATUS_OK)
		status = read_table(args, request, f);
	if (status == STATUS_OK)
		status = check_sense(args, request, f);
	if (status == STATUS_OK)
		status = read_compare(args, request, f);
	if (status == STATUS_OK)
		status = read_delimiter(args, &request->csv.delimiter, f);
	if (status == STATUS_OK)
		status = read_columns(args, asked, f);
	read_filter(args, asked);
	return status;
}

enum status cli_export(struct cli *cli, const struct args *args, struct fault *f)
{
	struct asked asked = {.request = {.table = CSV_annotations}};
	const char *path = args_value(args, ARG_export_output);
	const char *folder = args_value(args, ARG_export_all);
	enum status status = read_request(args, &asked, f);
	if (status == STATUS_OK && folder)
		status = project_export_all(&cli->project, &asked.request, folder, f);
	else if (status == STATUS_OK)
		status = project_export(&cli->project, &asked.request, path ? path : "-", f);
	asked_release(&asked);
	return status;
}
