/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two versions of one text: what is the same in both, and what was inserted, deleted, changed,
 * moved. This is the one comparison in which order counts.
 *
 * Passages that are the same are found first (those that stand once in either text, in the longest
 * common order: patience difference, Bram Cohen), between them those that are alike (dynamic
 * programming over one to one, one to two, two to one: Gale and Church 1993), then the words inside
 * (heaviest common subsequence). Few words that happen to be in both sides of a large change are
 * no islands in it (the "semantic clean-up" of Neil Fraser's diff-match-patch). What two texts have
 * in common where they share next to nothing is not looked for word by word; that is told
 * (difference_is_coarse()).
 *
 * Words are the same if they fold to the same (text/fold.h); where they are not written the same,
 * that is a change of spelling, with its kinds.
 */
#ifndef COMPARE_DIFFERENCE_H
#define COMPARE_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"

enum difference_side { SIDE_OLD, SIDE_NEW, DIFFERENCE_SIDES };

enum difference_kind {
#define DIFFERENCE(name, id) DIFFERENCE_##name,
#include "compare/difference.def"
	DIFFERENCE_KINDS,
};

/* In what two spellings of a word differ. */
enum spelling {
#define SPELLING(name, id) SPELLING_##name,
#include "compare/difference.def"
	SPELLING_KINDS,
};

/* A longer text is not compared, in bytes. */
enum { DIFFERENCE_MAX_BYTES = 8 << 20 };

/*
 * A stretch of both texts. The segments of a difference, one after the other, are exactly either
 * text. Where something is in one text only, the other range is empty and says where it would be.
 */
struct difference_segment {
	enum difference_kind kind;
	unsigned spelling;                        /* 1u << enum spelling, or-ed */
	struct cp_range range[DIFFERENCE_SIDES];  /* of the documents' streams */
	/* What of it differs: some letters of a word, or all. Empty in what is the same. */
	struct cp_range mark[DIFFERENCE_SIDES];
	/* DIFFERENCE_MOVED: the segment at its other place; each of the two is in one text only. */
	size_t other;
	bool edited; /* what was moved is not the same at both places */
};

/*
 * Paragraphs (lines) of both texts beside each other: those that have something in common, else
 * those of one text and none of the other. The rows of a difference have all lines in their order.
 * Those of very long paragraphs come in parts, each a row.
 */
struct difference_row {
	struct cp_range range[DIFFERENCE_SIDES]; /* with the line ends */
	bool continues;                          /* the row before: no line begins here */
	/* From the first to the last segment that it has a part of; some between may have none. */
	size_t first_segment, end_segment;
	bool same;                               /* nothing in it differs */
};

/* How many there are of each kind; what was moved counts once. */
struct difference_count {
	size_t of[DIFFERENCE_KINDS];
	size_t n_changes;                  /* of all kinds but DIFFERENCE_SAME */
	size_t n_words[DIFFERENCE_KINDS]; /* in them; where both texts have some, of the newer */
};

struct difference;

/* The documents are borrowed until all is done; each at most DIFFERENCE_MAX_BYTES. */
struct difference *difference_new(struct document *old, struct document *new);
void difference_free(struct difference *difference); /* may be NULL */

/*
 * Goes on for about the work that `max_cp` code points are, a piece of some milliseconds at the
 * most; true when all is done. SIZE_MAX: all at once.
 */
bool difference_go_on(struct difference *difference, size_t max_cp);

/* Of a difference that is done; borrowed as long as it lives. */
const struct difference_segment *difference_segments(const struct difference *difference,
						     size_t *n);
const struct difference_row *difference_rows(const struct difference *difference, size_t *n);
struct difference_count difference_count(const struct difference *difference);

/*
 * The segments that are a change each, in order: all but the same, and but the newer place of what
 * was moved.
 */
bool difference_is_change(const struct difference_segment *segment);

/* Whether some stretch was only told apart as a whole, for the texts have too little in common. */
bool difference_is_coarse(const struct difference *difference);

/* The stable names: "same", "inserted", ...; "hamza", "tashkeel", ... */
const char *difference_kind_name(enum difference_kind kind);
const char *spelling_name(enum spelling spelling);

#endif
