/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file of annotations says, on its way into a project. Only intake*.c and
 * project-annotations.c include it.
 */
#ifndef APP_INTAKE_H
#define APP_INTAKE_H

#include "app/annotations.h"
#include "base/map.h"

/* A highlight whose quote does not stand where the file says; an orphan until it is looked for. */
struct astray {
	struct highlight row;
	char *title; /* of its article */
	size_t line;
};

struct intake {
	struct project *project;
	struct annotations_report *report;
	struct article_list articles; /* of the project */
	size_t latest;                /* of them: looked for last */
	struct map article_ids;       /* the file's to ours, where they differ */
	struct map tag_ids, tag_paths;
	struct document *doc;         /* of the article looked at last, or NULL */
	char doc_of[ID_SIZE];
	struct astray *astray;
	size_t n_astray, cap_astray;
};

/* Loads what is matched with. Release it in any case. */
enum status intake_begin(struct intake *intake, struct project *project,
			 struct annotations_report *report, struct fault *f) MUST_USE;
void intake_release(struct intake *intake);

/* Takes one thing (annotation_sink); all inside an act. */
enum status intake_take(void *self, struct annotation *annotation, struct fault *f);
void intake_pass(void *self, size_t line, const char *what);

/* After the last: looks for the quotes that went astray. */
enum status intake_find_astray(struct intake *intake, struct fault *f) MUST_USE;

/* intake-article.c */
enum status intake_article(struct intake *intake, struct annotation *a, struct fault *f) MUST_USE;
/* The article of the project that is meant; NULL: there is none. Borrowed until the next row. */
const struct article *intake_find_article(struct intake *intake, const char *id,
					  const struct annotation_target *target);
/* Its document, the intake's until the next call. */
enum status intake_document(struct intake *intake, const char *article, struct document **out,
			    struct fault *f) MUST_USE;

/* intake-anchor.c */
enum status intake_highlight(struct intake *intake, struct annotation *a, struct fault *f)
	MUST_USE;

/* intake-merge.c */
/* What the file does not say (NULL) is as it is in `there`; empty, where that is NULL. */
void intake_fill(enum record_kind kind, void *row, const void *there);
/* Whether both rows, with all they have, say the same but for id, number, coder and times. */
bool intake_same(enum record_kind kind, const void *a, const void *b);

/* intake-report.c */
void intake_count(struct intake *intake, const struct annotation *a, enum taken came);
void intake_put(struct intake *intake, const struct annotation *a, enum put came);
/* Adds a remark about the row, which is borrowed; copies `what` and `article` (may be NULL). */
struct remark *intake_remark(struct intake *intake, enum remark_kind kind, const struct annotation *a,
			     const char *what, const char *article);
/* Counts it as skipped, and says why. */
void intake_skip(struct intake *intake, const struct annotation *a, enum remark_kind why,
		 const char *what);

#endif
