/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the report: what was gathered on one walk over the project, and who writes which
 * section of it. Only report*.c include it.
 *
 * Ids of elements are made of places in lists, from 1: c3 is the third claim, a2 the second
 * article, c3a2 what that says of it, g3 the claim's row of the grid, x1y2 what the first of the
 * articles that are compared shares with the second.
 */
#ifndef EXPORT_REPORT_INTERNAL_H
#define EXPORT_REPORT_INTERNAL_H

#include "base/arena.h"
#include "export/html.h"
#include "export/report.h"
#include "model/coverage.h"

#define N_(text) text

/* Somebody's words on something. */
struct remark {
	const char *coder, *text;
};

/* A highlight that has a claim or a note. */
struct passage {
	size_t article; /* its place in the list */
	const char *exact;
	const size_t *tags; /* places in the list of tags, each once */
	size_t n_tags;
	const struct remark *remarks;
	size_t n_remarks;
	bool has_claim;
};

/* A mention, and the passage it is of. */
struct link {
	size_t claim, article; /* places in the lists */
	size_t i;              /* in report.mentions: the order of the walk */
	const struct passage *passage;
};

struct tag_count {
	size_t n_highlights, n_articles;
	size_t last_article; /* that was counted, from 1 */
};

struct report {
	const struct export_rows *rows;
	const struct report_options *options;
	struct html html;
	struct arena arena; /* of what follows, but for the arrays themselves */
	struct lookup articles, claims, tags;
	struct mention_list mentions; /* strings in the arena */
	struct link *links;           /* by claim, then in the order of the walk */
	size_t n_links, cap_links;
	struct passage **passages; /* in the order of the walk */
	size_t n_passages, cap_passages;
	const char **coders;          /* who did any of it, by name */
	size_t n_coders, cap_coders;
	const struct note **notes; /* by kind, target, then as listed */
	struct tag_count *counts; /* one for each tag */
	size_t n_highlights;
	struct coverage_grid grid;
};

/* The walk: fills all that is gathered. */
enum status report_gather(struct report *report, struct fault *f) MUST_USE;

/* Sections, in the order of the page. What has nothing to show writes nothing. */
void report_grid(struct report *report);
void report_claims(struct report *report);
void report_chart(struct report *report);
void report_codebook(struct report *report);
void report_notes(struct report *report);
void report_compared(struct report *report);
void report_articles(struct report *report);
bool report_has_notes(const struct report *report);
bool report_has_compared(const struct report *report);

/* What the sections share (report-part.c). A word is a msgid. */
const char *report_word(const struct report *report, const char *msgid);
void report_put_word(struct report *report, const char *msgid);
/* The heading of a section that begins here; `id` and `msgid` are ours. */
void report_section(struct report *report, const char *id, const char *msgid);
/* "<name class=... lang=... dir=...>text</name>"; `lang` "" is unknown, `dir` DIR_AUTO its own. */
struct report_text {
	const char *element, *class;
	const char *lang;
	enum text_dir dir;
};
void report_put_text(struct report *report, struct report_text as, const char *text);
/* A name, or another few words, inside a line. */
void report_put_inline(struct report *report, const char *text);
/* A term and its value, of a definition list; nothing where there is no value. */
void report_put_field(struct report *report, const char *msgid, const char *value);
/* "#a2" as a link that shows an article's number. */
void report_put_article_link(struct report *report, size_t article);
void report_put_tags(struct report *report, const struct passage *passage);
void report_put_remarks(struct report *report, const struct remark *remarks, size_t n);
/* The notes on one thing; "" is the project. */
void report_put_notes(struct report *report, enum note_target kind, const char *target);

/* How a cell or a stance looks: a class for its colour, a sign, a word. */
struct report_look {
	const char *colour; /* a name of app/theme, or "" */
	const char *symbol;
	const char *word;
};
struct report_look report_stance_look(const struct report *report, const char *stance);
struct report_look report_cell_look(const struct report *report,
				    const struct coverage_cell *cell);
/* ` class="CLASS k-COLOUR"`, where there is a class ("" is none) or a colour of ours. */
void report_put_colour(struct report *report, const char *class, const char *colour);
/* A sign on its colour, and a space; nothing where there is none. For eyes only: a word follows. */
void report_put_sign(struct report *report, const char *colour, const char *symbol);
struct report_tag_look report_tag_look(const struct report *report, size_t tag);

/* The style sheet. Static. */
extern const char REPORT_STYLE[];

/* The fill of a bar: "#009e73"; grey where the name is none. Static. */
const char *report_fill(const char *colour);

#endif
