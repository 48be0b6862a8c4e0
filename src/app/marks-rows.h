/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the project that highlights are made of, as far as the coder sees them, gone through
 * highlight by highlight. Only marks-load.c includes it.
 */
#ifndef APP_MARKS_ROWS_H
#define APP_MARKS_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/marks.h"
#include "model/lookup.h"
#include "model/stance.h"

struct marks_rows {
	const struct marks_source *source;
	struct highlight_list highlights;
	/* What others did is left out where it is not seen. The first two go by place, as highlights. */
	struct coding_list codings;
	struct mention_list mentions;
	struct note_list notes;
	struct tag_list tags;
	struct claim_list claims; /* read where there are mentions, as is the scheme */
	struct stance_scheme scheme;
	struct lookup tags_by_id, claims_by_id, notes_by_target;
	struct tag_look *looks; /* of tags, in their order */
	bool *asked_tags;       /* of tags: the filter asks for it */
	bool several;           /* others than this coder did something here, and are seen */
	size_t next_coding, next_mention;
};

/* What is on one highlight. */
struct mark_rows {
	const struct highlight *highlight;
	const struct coding *codings;
	const struct mention *mentions;
	size_t n_codings, n_mentions;
	const struct note *note; /* any; NULL */
};

/* Of one article, or of all (NULL). Release it in any case. */
enum status marks_rows_read(struct marks_rows *rows, const struct marks_source *source,
			    const char *article, struct fault *f) MUST_USE;
void marks_rows_release(struct marks_rows *rows);

/* Those of the `i`th highlight; to be called with 0, 1, 2, ... */
struct mark_rows marks_rows_next(struct marks_rows *rows, size_t i);

/* Whether it is seen: an orphan is not; nor, blind, another's with nothing of one's own on it. */
bool mark_rows_seen(const struct marks_rows *rows, const struct mark_rows *mark);
/* Whether the filter asks for it. */
bool mark_rows_asked(const struct marks_rows *rows, const struct mark_rows *mark);

/* The tag's place among the tags, the claim's row; n, NULL: it is gone. */
size_t marks_rows_tag(const struct marks_rows *rows, const char *id);
const struct claim *marks_rows_claim(const struct marks_rows *rows, const char *id);

#endif
