/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya import: all files of one command are one act; a bad one is told and passed over. */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>

#include "app/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "cli/given.h"
#include "cli/row.h"
#include "import/import.h"
#include "model/fields.h"

/* The fields that the person gave; its strings are borrowed, so it is never released. */
static enum status read_fields(const struct args *args, struct article *fields, struct fault *f)
{
	const char *dir = args_value(args, ARG_import_dir);
	*fields = (struct article){
		.title = (char *)args_value(args, ARG_import_title),
		.outlet = (char *)args_value(args, ARG_import_outlet),
		.author = (char *)args_value(args, ARG_import_author),
		.url = (char *)args_value(args, ARG_import_url),
		.lang = (char *)args_value(args, ARG_import_lang),
		.published_at = (char *)args_value(args, ARG_import_date),
	};
	enum status status = fields_check(fields, NULL, f);
	return status == STATUS_OK && dir ? given_dir(dir, &fields->dir, f) : status;
}

/* What came of the files, in their order. */
struct results {
	struct result {
		struct article article;
		bool existing;
	} *items;
	size_t n, cap;
	enum status bad; /* of the last file that was passed over, or OK */
};

/* "Imported" is said of what is saved, so after the act. */
static void tell(struct out *out, const struct results *results)
{
	for (size_t i = 0; i < results->n; i++) {
		const struct result *result = &results->items[i];
		out_line(out,
			 result->existing ? _("already there: %" PRId64 " %s")
					  : _("imported: %" PRId64 " %s"),
			 result->article.number, result->article.title);
	}
}

static void print_json(struct out *out, const struct results *results)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < results->n; i++) {
		row_open(&json, ROW_article, &results->items[i].article);
		json_flag_member(&json, "existing", results->items[i].existing);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_print(out, &json);
}

static void results_release(struct results *results)
{
	for (size_t i = 0; i < results->n; i++)
		article_release(&results->items[i].article);
	free(results->items);
}

/*
 * One file. What is wrong with the file itself is told here, and `results->bad` becomes its status.
 */
static enum status import_one(struct cli *cli, const struct args *args, const char *path,
			      const struct article *fields, struct results *results,
			      struct fault *f)
{
	struct import_options options = {.lossy = args_flag(args, ARG_import_lossy)};
	struct imported imported;
	struct fault own = FAULT_NONE;
	enum status status = import_path(path, &options, &imported, &own);
	if (status != STATUS_OK) {
		say_fault(&own);
		fault_release(&own);
		results->bad = status;
		return STATUS_OK;
	}
	struct result result;
	status = project_import(&cli->project, &imported, fields, &result.article, &result.existing,
				f);
	if (status == STATUS_OK)
		VEC_PUSH(results->items, results->n, results->cap, result);
	imported_release(&imported);
	return status;
}

static enum status import_all(struct cli *cli, const struct args *args,
			      const struct article *fields, struct results *results,
			      struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < args->n_operands && status == STATUS_OK; i++)
		status = import_one(cli, args, args->operands[i], fields, results, f);
	return status;
}

static enum status import_many(struct cli *cli, const struct args *args,
			       const struct article *fields, struct results *results,
			       struct fault *f)
{
	enum status status =
		project_group_begin(&cli->project, ACT_IMPORT_FILES, args->n_operands, f);
	if (status != STATUS_OK)
		return status;
	status = import_all(cli, args, fields, results, f);
	if (status == STATUS_OK)
		return project_group_end(&cli->project, f);
	project_group_drop(&cli->project);
	return status;
}

/* Of one file: the act is called by its title, and a bad file makes no project. */
enum status cli_import(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article fields;
	struct results results = {.bad = STATUS_OK};
	enum status status = read_fields(args, &fields, f);
	if (status != STATUS_OK)
		return status;
	status = args->n_operands == 1 ? import_all(cli, args, &fields, &results, f)
				       : import_many(cli, args, &fields, &results, f);
	if (status == STATUS_OK) {
		if (args_option(args, "json"))
			print_json(&cli->out, &results);
		else
			tell(&cli->out, &results);
		status = results.bad;
	}
	results_release(&results);
	return status;
}
