/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Annotations from a file into a project, and the report of what came of each.
 *
 * The file is read through before anything is written; then all of it is one act. What it says is
 * matched with the project: an article by its id, its digest, its address, its title; a highlight
 * by its quote at its range, else by looking for the quote (model/reanchor.h). What has no place is
 * kept as an orphan where its article is there, and what is not taken is told, each with its
 * reason.
 */
#ifndef APP_ANNOTATIONS_H
#define APP_ANNOTATIONS_H

#include "app/project.h"
#include "import/annotations.h"

/* Where the highlights of the file are now. */
enum anchored {
	ANCHORED_EXACT,  /* the quote stands where the file says, or, where it says no place, once */
	ANCHORED_KEPT,   /* it was moved or an orphan in the file already, or is older than what is here */
	ANCHORED_MOVED,  /* found somewhere else, or with changes: to be looked at */
	ANCHORED_ORPHAN, /* not found */
	N_ANCHORED
};

/* What came of a row. */
enum taken { TAKEN_ADDED, TAKEN_CHANGED, TAKEN_THERE, TAKEN_SKIPPED, N_TAKEN };

/* Why a line of the report is there. */
enum remark_kind {
#define REMARK(name, text, words) REMARK_##name,
#include "app/remark.def"
#undef REMARK
	N_REMARKS
};

struct remark {
	enum remark_kind kind;
	enum record_kind row;
	size_t line;     /* of the file */
	char *what;      /* a quote, a title, a value */
	char *article;   /* title, or NULL */
	char *now;       /* of a highlight that moved: what is highlighted now; or NULL */
	struct cp_range from, to; /* of one that moved: where the file says, where it is */
	double score;             /* of one that moved, 0 to 1 */
};

struct annotations_report {
	bool items; /* lines are items (struct mistake) */
	size_t rows[N_RECORDS][N_TAKEN];
	size_t anchored[N_ANCHORED];
	struct remark *remarks;
	size_t n, cap;
};
void annotations_report_release(struct annotations_report *report);

/* "exact", "kept", "moved", "orphan"; "added", "changed", "there", "skipped". Static. */
const char *anchored_name(enum anchored anchored);
const char *taken_name(enum taken taken);
/* What a remark says, a msgid for gettext. Static. */
const char *remark_words(enum remark_kind kind);
const char *remark_name(enum remark_kind kind);

/* Whether all of the file is in the project as the file says it. */
bool annotations_report_exact(const struct annotations_report *report);

/*
 * One act, or none with `dry_run`, which only says what would come of it. `path`: a file, "-", or a
 * folder. BAD_ANNOTATIONS with the place and what is wrong there as the detail; nothing is written.
 * Release the report in any case.
 */
enum status project_annotations(struct project *project, const char *path,
				enum annotation_format format, bool dry_run,
				struct annotations_report *report, struct fault *f) MUST_USE;

#endif
