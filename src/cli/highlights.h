/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Highlights with all that hangs on them, as lists and JSON show them: as far as project_sees() who
 * made it.
 */
#ifndef CLI_HIGHLIGHTS_H
#define CLI_HIGHLIGHTS_H

#include "app/project.h"
#include "cli/out.h"
#include "model/lookup.h"

struct highlights {
	const struct project *project; /* borrowed */
	struct article_list articles;
	struct highlight_list highlights;
	struct tag_list tags;
	struct coding_list codings; /* these and the rest: of coders who are seen */
	struct mention_list mentions;
	struct note_list notes;
	struct lookup articles_by_id, tags_by_id, codings_of, mentions_of, notes_of;
};

/* Of one article (its id), or all (NULL); all lists are of one moment. Release it in any case. */
enum status highlights_load(struct highlights *all, const struct project *project,
			    const char *article, struct fault *f) MUST_USE;
void highlights_release(struct highlights *all);

/* Which highlights are wanted: NULL is any. */
struct highlights_filter {
	const char *tag;   /* a path: that tag, or one below it */
	const char *claim; /* an id */
	const char *coder; /* a name: who made the highlight, or did what the others ask for */
};
/* Drops from `highlights` what is not wanted, or not seen. */
void highlights_filter(struct highlights *all, const struct highlights_filter *filter);

const char *highlights_tag_path(const struct highlights *all, const char *tag);
/* 0 where there is none. */
int64_t highlights_article_number(const struct highlights *all, const char *article);

/* Highlight `i` as a JSON object. */
void highlights_put(struct str *json, const struct highlights *all, size_t i);

/* Loads and prints one highlight as JSON. */
enum status highlights_print_one(struct out *out, const struct project *project,
				 const char *highlight, struct fault *f) MUST_USE;

#endif
