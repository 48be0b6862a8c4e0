/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya import --annotations: what came of each line of the file. */
#include "cli/import-annotations.h"

#include <stdlib.h>
#include <string.h>

#include "app/annotations.h"
#include "app/i18n.h"
#include "app/words.h"
#include "base/json.h"

enum { EXCERPT_CP = 60 };

static const char *const kinds[N_RECORDS] = {
	[RECORD_property] = N_("properties"), [RECORD_article] = N_("articles"),
	[RECORD_tag] = N_("tags"),	      [RECORD_highlight] = N_("highlights"),
	[RECORD_coding] = N_("codings"),      [RECORD_claim] = N_("claims"),
	[RECORD_mention] = N_("mentions"),    [RECORD_coverage] = N_("coverage"),
	[RECORD_relation] = N_("relations"),  [RECORD_note] = N_("notes"),
};

static enum status read_format(const struct args *args, enum annotation_format *out,
			       struct fault *f)
{
	const char *name = args_value(args, ARG_import_format);
	*out = N_ANNOTATION_FORMATS;
	if (!name || annotation_format_parse(name, out))
		return STATUS_OK;
	struct str all = STR_EMPTY;
	const char *known;
	for (size_t i = 0; (known = annotation_format_name(i)); i++)
		str_appendf(&all, "%s%s", i > 0 ? ", " : "", known);
	fault_setf(f, STATUS_INVALID, name, "--format: %s", str_cstr(&all));
	str_release(&all);
	return STATUS_INVALID;
}

static bool any(const size_t counts[N_TAKEN])
{
	for (size_t i = 0; i < N_TAKEN; i++)
		if (counts[i])
			return true;
	return false;
}

static void tell_counts(struct out *out, const struct annotations_report *report)
{
	for (size_t i = 0; i < N_RECORDS; i++) {
		const size_t *n = report->rows[i];
		if (any(n))
			/* TRANSLATORS: %s is "highlights", "tags" ...; after an import of annotations */
			out_line(out, _("%s: %zu added, %zu changed, %zu already there, %zu not imported"),
				 _(kinds[i]), n[TAKEN_ADDED], n[TAKEN_CHANGED], n[TAKEN_THERE],
				 n[TAKEN_SKIPPED]);
	}
	const size_t *n = report->anchored;
	if (any(report->rows[RECORD_highlight]))
		out_line(out, _("places: %zu exact, %zu kept as they were, %zu moved, %zu not found"),
			 n[ANCHORED_EXACT], n[ANCHORED_KEPT], n[ANCHORED_MOVED],
			 n[ANCHORED_ORPHAN]);
}

static void tell_remark(struct out *out, const struct annotations_report *report,
			const struct remark *remark)
{
	char *what = words_excerpt(remark->what, EXCERPT_CP);
	const char *words = _(remark_words(remark->kind));
	if (report->items)
		/* TRANSLATORS: number of an annotation in a file, what came of it, a quote or a name */
		out_line(out, _("annotation %zu: %s: %s"), remark->line, words, what);
	else
		/* TRANSLATORS: the same with a line of the file */
		out_line(out, _("line %zu: %s: %s"), remark->line, words, what);
	free(what);
	if (!remark->now)
		return;
	char *now = words_excerpt(remark->now, EXCERPT_CP);
	/* TRANSLATORS: where a highlight is now: its text there, the article, from where to where in
	 * code points, how sure that is in per cent */
	out_line(out, _("  now %s (%s, %zu to %zu, %d %%)"), now, remark->article,
		 remark->to.start_cp, remark->to.end_cp, (int)(remark->score * 100));
	free(now);
}

static void tell(struct out *out, const struct annotations_report *report, bool dry_run)
{
	tell_counts(out, report);
	for (size_t i = 0; i < report->n; i++)
		tell_remark(out, report, &report->remarks[i]);
	if (dry_run)
		out_line(out, _("nothing was written (--dry-run)"));
}

static void range_member(struct str *json, const char *name, struct cp_range range)
{
	json_name(json, name);
	json_open(json, '[');
	json_number(json, (int64_t)range.start_cp);
	json_number(json, (int64_t)range.end_cp);
	json_close(json, ']');
}

static void remark_json(struct str *json, const struct annotations_report *report,
			const struct remark *remark)
{
	json_open(json, '{');
	json_text_member(json, "kind", remark_name(remark->kind));
	json_text_member(json, "type", record_name(remark->row));
	json_number_member(json, report->items ? "annotation" : "line", (int64_t)remark->line);
	json_text_member(json, "what", remark->what);
	if (remark->article)
		json_text_member(json, "article", remark->article);
	if (remark->from.end_cp)
		range_member(json, "from", remark->from);
	if (remark->to.end_cp)
		range_member(json, "to", remark->to);
	if (remark->now)
		json_text_member(json, "now", remark->now);
	if (remark->to.end_cp)
		json_number_member(json, "score_percent", (int64_t)(remark->score * 100));
	json_close(json, '}');
}

static void counts_json(struct str *json, const struct annotations_report *report)
{
	json_name(json, "rows");
	json_open(json, '{');
	for (size_t i = 0; i < N_RECORDS; i++) {
		json_name(json, record_name((enum record_kind)i));
		json_open(json, '{');
		for (size_t k = 0; k < N_TAKEN; k++)
			json_number_member(json, taken_name((enum taken)k),
					   (int64_t)report->rows[i][k]);
		json_close(json, '}');
	}
	json_close(json, '}');
	json_name(json, "anchored");
	json_open(json, '{');
	for (size_t i = 0; i < N_ANCHORED; i++)
		json_number_member(json, anchored_name((enum anchored)i),
				   (int64_t)report->anchored[i]);
	json_close(json, '}');
}

static void tell_json(struct out *out, const struct annotations_report *report, bool dry_run)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_name(&json, "dry_run");
	str_append_str(&json, dry_run ? "true" : "false");
	counts_json(&json, report);
	json_name(&json, "remarks");
	json_open(&json, '[');
	for (size_t i = 0; i < report->n; i++)
		remark_json(&json, report, &report->remarks[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	str_append_char(&json, '\n');
	out_data(out, json.p, json.len);
	str_release(&json);
}

static bool wrote(const struct annotations_report *report, bool dry_run)
{
	for (size_t i = 0; i < N_RECORDS; i++)
		if (report->rows[i][TAKEN_ADDED] || report->rows[i][TAKEN_CHANGED])
			return !dry_run;
	return false;
}

static enum status import_file(struct cli *cli, const struct args *args, const char *path,
			       enum annotation_format format, struct fault *f)
{
	bool dry_run = args_flag(args, ARG_import_dry_run);
	struct annotations_report report;
	enum status status =
		project_annotations(&cli->project, path, format, dry_run, &report, f);
	if (status == STATUS_OK && args_flag(args, ARG_import_json))
		tell_json(&cli->out, &report, dry_run);
	else if (status == STATUS_OK)
		tell(&cli->out, &report, dry_run);
	if (status == STATUS_OK && !annotations_report_exact(&report))
		status = fault_set(f, wrote(&report, dry_run) ? STATUS_INEXACT : STATUS_NOT_TAKEN, path);
	annotations_report_release(&report);
	return status;
}

/* A file that came in with changes does not keep the next from being tried. */
enum status import_annotations(struct cli *cli, const struct args *args, struct fault *f)
{
	enum annotation_format format;
	enum status status = read_format(args, &format, f), worst = status;
	for (size_t i = 0; i < args->n_operands && status == STATUS_OK; i++) {
		status = import_file(cli, args, args->operands[i], format, f);
		if (status == STATUS_INEXACT || status == STATUS_NOT_TAKEN) {
			worst = status;
			status = STATUS_OK;
		}
	}
	return status == STATUS_OK ? worst : status;
}
