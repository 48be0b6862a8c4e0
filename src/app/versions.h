/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Versions: an article that is imported again with another text stays as it is, and the new text
 * becomes a later version of it (model/lineage.h), with copies of all its highlights.
 *
 * A copy has the tags, mentions and notes of every coder, and is "exact" or "moved" (model/
 * reanchor.h); its id says which highlight it is of (id_of_copy). A highlight without a place in
 * the new text has no row there, for a row has a range at which its quote stands, in every list and
 * every export. It stays where it is exact, on the older version, and the newer one keeps its id in
 * a list of orphans, a property of the project ("orphans:" and the article's id, ids with spaces
 * between), until a person gives it a place or leaves it out. Notes on the article and what was
 * found absent stay with the older version: they were judged of its text.
 */
#ifndef APP_VERSIONS_H
#define APP_VERSIONS_H

#include "app/project.h"

/* How an import treats an article that is there already with another text. */
struct import_as {
	const char *version_of; /* of which article (number, id); NULL: found by path or address */
	bool separate;          /* an article of its own, whatever is known of it */
	bool bare;              /* no copies of highlights */
};

/* What came of an import. */
struct import_outcome {
	bool existing;       /* the very text is there: nothing was done */
	int64_t base_number; /* the article that it is a version of; 0: none */
	size_t n_exact, n_moved, n_orphans; /* of what is seen; all are carried over */
};

/*
 * As project_import(), which is this with all of `as` unset. One act. A version is made of the
 * latest article that came from the same path (but "-") or that has the same address; outlet,
 * author, address, date, language and direction that neither the text nor `fields` has are those
 * of the older version.
 */
enum status project_import_as(struct project *project, struct imported *imported,
			      const struct article *fields, const struct import_as *as,
			      struct article *out, struct import_outcome *outcome,
			      struct fault *f) MUST_USE;

/* A carried highlight that somebody has to look at. */
struct review_item {
	char id[ID_SIZE];      /* of the highlight; of an orphan, the one it will have */
	char article[ID_SIZE]; /* the later version */
	int64_t number;        /* of that article */
	bool orphan;
	bool has_row; /* an orphan that came with annotations from elsewhere: a row of its own */
	/*
	 * The highlight of the older version; `exact` is NULL where it is gone, or where the place
	 * came with annotations from elsewhere.
	 */
	struct highlight old; /* of an orphan that has a row, that */
	struct highlight now; /* all zero for an orphan */
	double score;         /* model/reanchor.h; -1 where `old` is not known */
};

/* Owns its items; zero-initialise it. */
struct review {
	struct review_item *items;
	size_t n, cap;
};
void review_release(struct review *review);

/*
 * What is left to be looked at, of one article (a ref) or of all (NULL): by article number, those
 * with a place in its order, then orphans in the order of the older text.
 */
enum status project_review(struct project *project, const char *article,
			   struct review *out, struct fault *f) MUST_USE;

/*
 * Each is one act. `ids` are those of review items, or at least 8 first digits; NOT_FOUND.
 * Accepting makes a place exact (INVALID for an orphan, which has none); rejecting removes the
 * highlight, or takes the orphan off the list.
 */
enum status project_accept(struct project *project, const char *const *ids, size_t n,
			   struct fault *f) MUST_USE;
enum status project_reject(struct project *project, const char *const *ids, size_t n,
			   struct fault *f) MUST_USE;
/*
 * Gives an item another place, an orphan its first one, widened to whole clusters. One act.
 * `article` (an id; NULL: not said) is where the range is: INVALID where the item is of another.
 */
enum status project_place(struct project *project, const char *article, const char *id,
			  struct cp_range range, struct fault *f) MUST_USE;

/* The ids of a version's orphans, as they are kept; *out is the caller's. */
enum status project_orphans(struct project *project, const char *article, char **out,
			    struct fault *f) MUST_USE;

#endif
