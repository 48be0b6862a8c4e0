/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya import: all files of one command are one act; a bad one is told and passed over. */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>

#include "app/i18n.h"
#include "app/versions.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "cli/given.h"
#include "cli/import-annotations.h"
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
		struct import_outcome outcome;
	} *items;
	size_t n, cap;
	enum status bad; /* of the last file that was passed over, or OK */
};

/* A later version, and what became of the highlights. */
static void tell_version(struct out *out, const struct result *result)
{
	const struct import_outcome *outcome = &result->outcome;
	out_line(out, _("imported: %" PRId64 " %s, a new version of %" PRId64), result->article.number,
		 result->article.title, outcome->base_number);
	if (outcome->n_exact + outcome->n_moved + outcome->n_orphans > 0)
		/* TRANSLATORS: of highlights: at their old place, at another, without one */
		out_line(out, _("  highlights: exact %zu, moved %zu, orphans %zu"),
			 outcome->n_exact, outcome->n_moved, outcome->n_orphans);
}

/* The orphans among what `review` has of an article. */
static void tell_orphans(struct out *out, const struct review *review)
{
	for (size_t i = 0; i < review->n; i++)
		if (review->items[i].orphan)
			out_line(out, _("  no place: %s %s"), review->items[i].id,
				 review->items[i].old.exact);
}

static void append_orphans(struct str *json, const struct review *review)
{
	json_name(json, "orphans");
	json_open(json, '[');
	for (size_t i = 0; i < review->n; i++) {
		if (!review->items[i].orphan)
			continue;
		json_open(json, '{');
		json_text_member(json, "id", review->items[i].id);
		json_text_member(json, "exact", review->items[i].old.exact);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void append_result(struct str *json, const struct result *result,
			  const struct review *review)
{
	const struct import_outcome *outcome = &result->outcome;
	row_open(json, ROW_article, &result->article);
	json_flag_member(json, "existing", outcome->existing);
	if (outcome->base_number) {
		json_number_member(json, "exact", (int64_t)outcome->n_exact);
		json_number_member(json, "moved", (int64_t)outcome->n_moved);
		append_orphans(json, review);
	}
	json_close(json, '}');
}

static void tell_one(struct out *out, const struct result *result, const struct review *review)
{
	if (result->outcome.base_number) {
		tell_version(out, result);
		tell_orphans(out, review);
		return;
	}
	out_line(out, result->outcome.existing ? _("already there: %" PRId64 " %s")
					       : _("imported: %" PRId64 " %s"),
		 result->article.number, result->article.title);
}

/* "Imported" is said of what is saved, so after the act. */
static enum status tell(struct cli *cli, const struct results *results, bool as_json,
			struct fault *f)
{
	struct str json = STR_EMPTY;
	enum status status = STATUS_OK;
	json_open(&json, '[');
	for (size_t i = 0; i < results->n && status == STATUS_OK; i++) {
		const struct result *result = &results->items[i];
		struct review review = {.items = NULL};
		if (result->outcome.n_orphans > 0)
			status = project_review(&cli->project, result->article.id, &review, f);
		if (as_json)
			append_result(&json, result, &review);
		else
			tell_one(&cli->out, result, &review);
		review_release(&review);
	}
	json_close(&json, ']');
	if (as_json && status == STATUS_OK)
		json_print(&cli->out, &json);
	str_release(&json);
	return status;
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
	struct import_as as = {.version_of = args_value(args, ARG_import_version_of),
			       .separate = args_flag(args, ARG_import_new),
			       .bare = args_flag(args, ARG_import_no_carry)};
	struct result result;
	status = project_import_as(&cli->project, &imported, fields, &as, &result.article,
				   &result.outcome, f);
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
		project_group_begin(&cli->project, ACT_IMPORT_FILES, NULL, args->n_operands, f);
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
	if (args_flag(args, ARG_import_annotations))
		return import_annotations(cli, args, f);
	enum status status = read_fields(args, &fields, f);
	if (status != STATUS_OK)
		return status;
	status = args->n_operands == 1 ? import_all(cli, args, &fields, &results, f)
				       : import_many(cli, args, &fields, &results, f);
	if (status == STATUS_OK) {
		status = tell(cli, &results, args_flag(args, ARG_import_json), f);
		if (status == STATUS_OK)
			status = results.bad;
	}
	results_release(&results);
	return status;
}
