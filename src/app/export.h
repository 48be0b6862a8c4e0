/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What leaves a project: tables and other forms of its annotations, to a file, standard output or a
 * folder, all of it or what a filter leaves (export/filter.h).
 *
 * An export is of one moment, whatever other programs write meanwhile, and a file or folder is
 * replaced whole or not at all. No project is ever written over: IS_PROJECT. With the option
 * `blind` what other coders did stays at home.
 */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include "app/project.h"
#include "export/csv.h"

/* FORMAT(id, "name", "ending of its files") */
#define EXPORT_FORMATS                       \
	FORMAT(CSV, "csv", ".csv")           \
	FORMAT(JSONL, "jsonl", ".jsonl")     \
	FORMAT(JSONLD, "jsonld", ".jsonld")  \
	FORMAT(HTML, "html", ".html")

enum export_format {
#define FORMAT(id, name, ending) EXPORT_##id,
	EXPORT_FORMATS
#undef FORMAT
	N_EXPORT_FORMATS
};

/* "csv", and ".csv". Static. */
const char *export_format_name(enum export_format format);
const char *export_format_ending(enum export_format format);

/* Names of one kind; borrowed. */
struct export_names {
	const char *const *items;
	size_t n; /* 0: no filter */
};

/* What to leave in. All zero is everything. */
struct export_filter {
	struct export_names articles; /* refs */
	struct export_names tags;     /* paths: with all below them */
	struct export_names claims;   /* refs */
	struct export_names coders;   /* names */
	const char *since;            /* ISO 8601, UTC or with an offset; NULL: ever */
};

/* COMPARE(id, "name"): whether the articles of a report are compared with each other. */
#define EXPORT_COMPARES         \
	COMPARE(AUTO, "auto")   \
	COMPARE(ALWAYS, "always") \
	COMPARE(NEVER, "never")

enum export_compare {
#define COMPARE(id, name) EXPORT_COMPARE_##id,
	EXPORT_COMPARES
#undef COMPARE
	N_EXPORT_COMPARES
};

/* "auto". Static. */
const char *export_compare_name(enum export_compare when);

struct export_request {
	enum export_format format;
	enum csv_table table;   /* of EXPORT_CSV */
	struct csv_options csv; /* of EXPORT_CSV */
	struct export_filter filter;
	/* Of EXPORT_HTML; NULL: the name of the project's file, in a folder a word for any. */
	const char *title;
	enum export_compare compare; /* of EXPORT_HTML, and of a folder's report */
};

/*
 * Writes to `path`; "-" is standard output. INVALID for a column or a time that makes no sense,
 * NOT_FOUND for an article, a tag or a claim that is not there.
 */
enum status project_export(struct project *project, const struct export_request *request,
			   const char *path, struct fault *f) MUST_USE;

/*
 * The whole folder: every table, annotations.jsonl and .jsonld, report.html, and texts/ID.txt.
 * A folder that is there is replaced where it is empty or holds nothing but such files; else EXISTS
 * names what is in the way.
 */
enum status project_export_all(struct project *project, const struct export_request *request,
			       const char *folder, struct fault *f) MUST_USE;

#endif
