/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All that is known about claims, of one moment and as far as this coder sees it: the claims, the
 * articles, which passages speak of which claim and how, what was looked for in vain, and the grid
 * that follows from it.
 */
#ifndef APP_EVIDENCE_H
#define APP_EVIDENCE_H

#include "app/project.h"
#include "model/coverage.h"
#include "model/stance.h"

struct evidence {
	struct claim_list claims;       /* by number */
	struct article_list articles;   /* by number */
	struct mention_list mentions;   /* by article, then place: evidence_load_mentions() */
	struct coverage_list coverage;
	struct relation_list relations;
	struct note_list notes;         /* of all targets */
	struct stance_scheme scheme;
	struct coverage_grid grid;      /* claims by articles */
};

/*
 * In place of what `evidence` held; on a fault it is as it was. Without a project file all lists
 * are empty. Mentions are only counted in the grid, which is quick where there are very many; the
 * second loads their list, too.
 */
enum status evidence_load(struct evidence *evidence, const struct project *project,
			  struct fault *f) MUST_USE;
enum status evidence_load_mentions(struct evidence *evidence, const struct project *project,
				   struct fault *f) MUST_USE;
/* Reads again what is recorded as absent, and that alone. */
enum status evidence_load_coverage(struct evidence *evidence, const struct project *project,
				   struct fault *f) MUST_USE;
void evidence_release(struct evidence *evidence);

/* The mentions of one cell as they are now, as far as they are seen; into an empty list. */
enum status evidence_of_cell(const struct project *project, const char *claim, const char *article,
			     struct mention_list *out, struct fault *f) MUST_USE;

/* The index of a claim or an article by its id; the list's n where it is not there. */
size_t evidence_claim(const struct evidence *evidence, const char *id);
size_t evidence_article(const struct evidence *evidence, const char *id);

/* Whether anyone wrote a note on this id. */
bool evidence_noted(const struct evidence *evidence, const char *target);

/* Whether claim `a` is `kind` of claim `b`; and whether the two have any relation. */
bool evidence_relation(const struct evidence *evidence, const char *a, const char *b,
		       const char *kind);
bool evidence_related(const struct evidence *evidence, const char *one, const char *other);

/* Whether a claim has relations; and whether it has a note or these. */
bool evidence_has_relations(const struct evidence *evidence, const char *claim);
bool evidence_has_more(const struct evidence *evidence, const char *claim);

/*
 * "contradicts 5, updated by 7": what a claim is to others, translated, the caller's; "" for
 * nothing.
 */
char *evidence_relations(const struct evidence *evidence, const char *claim);

#endif
