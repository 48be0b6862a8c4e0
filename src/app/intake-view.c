/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations from a file, in the interface: the path is asked for, and what came of it is listed. */
#include <stdlib.h>
#include <string.h>

#include "app/annotations.h"
#include "app/command.h"
#include "app/i18n.h"
#include "app/path.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "app/state.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { EXCERPT_CP = 60 };

static void load_remarks(struct app *app, struct picker *picker, void *data)
{
	const struct annotations_report *report = data;
	(void)app;
	for (size_t i = 0; i < report->n; i++) {
		const struct remark *remark = &report->remarks[i];
		const char *words = _(remark_words(remark->kind));
		struct picker_item item = {
			.label = words_excerpt(remark->what, EXCERPT_CP),
			.detail = report->items
					  ? words_format(_("annotation %zu: %s"), remark->line, words)
					  : words_format(_("line %zu: %s"), remark->line, words),
			.synonyms = remark->article ? xstrdup(remark->article) : NULL};
		picker_add(picker, &item);
	}
}

/* What moved or has no place is looked at where that is decided. */
static void choose_remark(struct app *app, const struct picker_item *item, void *data)
{
	(void)item, (void)data;
	command_review(app, "");
}

static void free_report(void *data)
{
	annotations_report_release(data);
	free(data);
}

static void list_remarks(struct app *app, const char *path, struct annotations_report *report)
{
	static const struct picker_ops ops = {
		.load = load_remarks, .choose = choose_remark, .free_data = free_report};
	/* TRANSLATORS: the title of a list; %s is a file */
	char *title = words_format(_("%s: what is not as the file says"), path);
	view_push(app, picker_new(app, title, NULL, &ops, report));
	free(title);
}

static void say_counts(struct app *app, const struct annotations_report *report)
{
	size_t n[N_TAKEN] = {0};
	for (size_t i = 0; i < N_RECORDS; i++)
		for (size_t k = 0; k < N_TAKEN; k++)
			n[k] += report->rows[i][k];
	app_say(app, _("imported: %zu new, %zu changed, %zu left out; moved %zu, not found %zu"),
		n[TAKEN_ADDED], n[TAKEN_CHANGED], n[TAKEN_SKIPPED],
		report->anchored[ANCHORED_MOVED], report->anchored[ANCHORED_ORPHAN]);
}

static bool import_from(struct app *app, const char *path)
{
	struct fault f = FAULT_NONE;
	struct annotations_report *report = xcalloc(1, sizeof *report);
	/* "-" would be standard input: here, the keyboard. */
	if (project_annotations(&app->project, strcmp(path, "-") == 0 ? "./-" : path,
				N_ANNOTATION_FORMATS, false, report, &f)) {
		app_say_fault(app, &f);
		free_report(report);
		return false;
	}
	app_reload(app);
	if (report->n)
		list_remarks(app, path, report);
	say_counts(app, report);
	if (!report->n)
		free_report(report);
	return true;
}

static bool import_typed(struct app *app, const char *text, void *data)
{
	char *path = path_typed(text);
	(void)data;
	bool done = import_from(app, path);
	free(path);
	return done;
}

void command_import_annotations(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {.accept = import_typed, .paths = true};
	if (argument[0])
		(void)import_typed(app, argument, NULL);
	else
		view_push(app, prompt_new(app, _("Annotations from the file:"), "",
					  &ops, NULL));
}
