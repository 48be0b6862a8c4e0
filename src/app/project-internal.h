/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the actions of project.h become acts of the store. Only the project*.c files include it.
 */
#ifndef APP_PROJECT_INTERNAL_H
#define APP_PROJECT_INTERNAL_H

#include "app/act.h"
#include "app/project.h"
#include "model/vocabulary.h"

/*
 * Begins an act (making the project where it does not exist yet), or joins the group under way.
 * `subject`, `object` (each may be NULL) and `n` are what its words in act.def take.
 */
enum status act_begin(struct project *project, enum act_kind kind, const char *subject,
		      const char *object, size_t n, struct fault *f) MUST_USE;

/*
 * Saves the act where `status` is OK, else forgets it; returns `status`, or why it could not be
 * saved.
 */
enum status act_end(struct project *project, enum status status, struct fault *f) MUST_USE;

/*
 * The same for what is done to a claim or passage, told by how its text begins; `other` (may be
 * NULL) is the object.
 */
enum status act_begin_on(struct project *project, enum act_kind kind, const char *text,
			 const char *other, struct fault *f) MUST_USE;

/* A tag's colour is one that app/theme knows, or "" (NULL too) for the next free one: INVALID. */
enum status tag_check_colour(const char *colour, struct fault *f) MUST_USE;

/* NULL is what was not given. */
const char *or_empty(const char *text);

/* For reading where the project may not exist yet: NO_PROJECT. */
enum status project_readable(const struct project *project, struct fault *f) MUST_USE;

/* Two claims by their refs; INVALID where they are one. Release both in any case. */
enum status claim_pair(const struct project *project, const char *a_ref, const char *b_ref,
		       struct claim *a, struct claim *b, struct fault *f) MUST_USE;

/* INVALID, with the values there are, unless `value` is one of them. */
enum status vocabulary_check(enum vocabulary vocabulary, const char *value, struct fault *f)
	MUST_USE;

/*
 * The link to a claim that `values` ask for (project_mention()), not yet stored: `out` is the
 * caller's. INVALID, NOT_FOUND.
 */
enum status mention_make(const struct project *project, const struct mention *values,
			 struct mention *out, struct fault *f) MUST_USE;
/* Stores it as this coder's on the highlight, inside of an act. Fills the row. */
enum status mention_write(struct project *project, const struct highlight *highlight,
			  struct mention *mention, struct fault *f) MUST_USE;

#endif
