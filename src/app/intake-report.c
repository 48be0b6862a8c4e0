/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/intake.h"
#include "base/vec.h"
#include "base/xalloc.h"

void intake_count(struct intake *intake, const struct annotation *a, enum taken came)
{
	intake->report->rows[a->kind][came]++;
}

void intake_put(struct intake *intake, const struct annotation *a, enum put came)
{
	static const enum taken names[] = {[PUT_ADDED] = TAKEN_ADDED,
					    [PUT_CHANGED] = TAKEN_CHANGED,
					    [PUT_SAME] = TAKEN_THERE,
					    [PUT_TAKEN] = TAKEN_THERE,
					    [PUT_DENIED] = TAKEN_SKIPPED};
	intake_count(intake, a, names[came]);
}

struct remark *intake_remark(struct intake *intake, enum remark_kind kind,
			     const struct annotation *a, const char *what, const char *article)
{
	struct annotations_report *report = intake->report;
	struct remark remark = {.kind = kind,
				.row = a->kind,
				.line = a->line,
				.what = xstrdup_or_null(what ? what : ""),
				.article = xstrdup_or_null(article)};
	VEC_PUSH(report->remarks, report->n, report->cap, remark);
	return &report->remarks[report->n - 1];
}

void intake_skip(struct intake *intake, const struct annotation *a, enum remark_kind why,
		 const char *what)
{
	intake_count(intake, a, TAKEN_SKIPPED);
	intake_remark(intake, why, a, what, a->target.title);
}

void annotations_report_release(struct annotations_report *report)
{
	for (size_t i = 0; i < report->n; i++) {
		free(report->remarks[i].what);
		free(report->remarks[i].article);
		free(report->remarks[i].now);
	}
	free(report->remarks);
	*report = (struct annotations_report){.n = 0};
}

const char *anchored_name(enum anchored anchored)
{
	static const char *const names[N_ANCHORED] = {"exact", "kept", "moved", "orphan"};
	return names[anchored];
}

const char *taken_name(enum taken taken)
{
	static const char *const names[N_TAKEN] = {"added", "changed", "there", "skipped"};
	return names[taken];
}

static const struct {
	const char *name, *words;
} remarks[N_REMARKS] = {
#define REMARK(name, text, words) [REMARK_##name] = {text, words},
#include "app/remark.def"
#undef REMARK
};

const char *remark_name(enum remark_kind kind)
{
	return remarks[kind].name;
}

const char *remark_words(enum remark_kind kind)
{
	return remarks[kind].words;
}

bool annotations_report_exact(const struct annotations_report *report)
{
	return report->n == 0;
}
