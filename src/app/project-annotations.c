/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations from a file: read through, then taken in one act. */
#include <string.h>

#include "app/i18n.h"
#include "app/intake.h"
#include "app/project-internal.h"

/* The first time through: how much there is, and that it can be read. */
static enum status count(void *self, struct annotation *a, struct fault *f)
{
	(void)f;
	*(size_t *)self += !a->weak;
	return STATUS_OK;
}

/* Where and what, in words, of a file that cannot be read. */
static enum status refuse(const struct mistake *mistake, const char *path, struct fault *f)
{
	const char *words = _(mistake_words(mistake->kind));
	const char *name = mistake->name ? mistake->name : "";
	const char *colon = *name ? ": " : "";
	if (mistake->item)
		/* TRANSLATORS: %zu is the number of an annotation in a file, then a name in it
		 * (perhaps empty), a colon, what is wrong */
		return fault_setf(f, STATUS_BAD_ANNOTATIONS, path, _("annotation %zu: %s%s%s"),
				  mistake->line, name, colon, words);
	/* TRANSLATORS: the same with a line of the file */
	return fault_setf(f, STATUS_BAD_ANNOTATIONS, path, _("line %zu: %s%s%s"), mistake->line,
			  name, colon, words);
}

static enum status read_through(const struct annotations_file *file, enum annotation_format format,
				size_t *n, struct annotations_report *report, struct fault *f)
{
	struct mistake mistake = MISTAKE_NONE;
	struct annotation_sink sink = {.take = count, .self = n};
	enum status status = annotations_read(file, format, false, &sink, &mistake, f);
	if (status == STATUS_BAD_ANNOTATIONS)
		status = refuse(&mistake, file->path, f);
	report->items = mistake.item;
	mistake_release(&mistake);
	return status;
}

static enum status take_all(struct project *project, const struct annotations_file *file,
			    enum annotation_format format, struct annotations_report *report,
			    struct fault *f)
{
	struct intake intake;
	struct mistake mistake = MISTAKE_NONE;
	struct annotation_sink sink = {.take = intake_take, .pass = intake_pass, .self = &intake};
	enum status status = intake_begin(&intake, project, report, f);
	if (status == STATUS_OK)
		status = annotations_read(file, format, true, &sink, &mistake, f);
	if (status == STATUS_OK)
		status = intake_find_astray(&intake, f);
	mistake_release(&mistake);
	intake_release(&intake);
	return status;
}

static const char *base_name(const struct annotations_file *file)
{
	const char *path = file->folder ? file->folder : file->path;
	const char *slash = strrchr(path, '/');
	return slash && slash[1] ? slash + 1 : path;
}

static enum status take_in_act(struct project *project, const struct annotations_file *file,
			       enum annotation_format format, bool dry_run, size_t n,
			       struct annotations_report *report, struct fault *f)
{
	enum status status = dry_run ? project_readable(project, f) : STATUS_OK;
	if (status == STATUS_OK)
		status = act_begin(project, ACT_IMPORT_ANNOTATIONS, base_name(file), NULL, n, f);
	if (status != STATUS_OK)
		return status;
	status = take_all(project, file, format, report, f);
	if (!dry_run || status != STATUS_OK)
		return act_end(project, status, f);
	store_abandon(project->store);
	return STATUS_OK;
}

enum status project_annotations(struct project *project, const char *path,
				enum annotation_format format, bool dry_run,
				struct annotations_report *report, struct fault *f)
{
	struct annotations_file file;
	size_t n = 0;
	*report = (struct annotations_report){.n = 0};
	enum status status = annotations_load(path, &file, f);
	if (status == STATUS_OK)
		status = read_through(&file, format, &n, report, f);
	if (status == STATUS_OK)
		status = take_in_act(project, &file, format, dry_run, n, report, f);
	annotations_file_release(&file);
	return status;
}
