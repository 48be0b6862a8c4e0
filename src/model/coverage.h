/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who says what of each claim: the grid of claims and articles.
 *
 * What a cell shows is derived. All mentions of the claim in the article count: one stance among
 * them is the cell's, several are mixed, and a mention that nobody judged says only that the claim
 * is there. Where nothing is mentioned, somebody may have looked and found it absent; where nobody
 * looked, it is unread. A mention beats "absent": it is there to be read.
 */
#ifndef MODEL_COVERAGE_H
#define MODEL_COVERAGE_H

#include <stddef.h>

#include "base/arena.h"
#include "model/rows.h"

enum coverage_state {
	COVERAGE_UNREAD,    /* neither mentioned nor said to be absent */
	COVERAGE_ABSENT,    /* somebody looked; the article does not say it */
	COVERAGE_MENTIONED, /* it does, and no stance was judged */
	COVERAGE_STANCE,    /* with one stance */
	COVERAGE_MIXED,     /* with several */
};
enum { N_COVERAGE_STATES = COVERAGE_MIXED + 1 };

struct coverage_cell {
	enum coverage_state state;
	const char *stance; /* of COVERAGE_STANCE, else ""; the grid's */
	size_t n_mentions;
};

/* In the order of the lists that it was made from. */
struct coverage_grid {
	struct coverage_cell *cells; /* a row for each claim, in it a cell for each article */
	size_t n_claims, n_articles;
	struct arena stances;
};

/*
 * Of `coder` alone, or of all coders (NULL). Mentions and coverage of claims and articles that are
 * not in the lists are passed over.
 */
void coverage_grid_make(const struct claim_list *claims, const struct article_list *articles,
			const struct mention_list *mentions, const struct coverage_list *coverage,
			const char *coder, struct coverage_grid *out);
void coverage_grid_release(struct coverage_grid *grid);

/*
 * The same mention by mention, for who has no list of them: both lists stay until the maker is
 * freed. `out` is all zero, and becomes a grid in which nothing is absent; or it is a grid of these
 * lists, to be changed.
 */
struct coverage_maker;
struct coverage_maker *coverage_maker_new(const struct claim_list *claims,
					  const struct article_list *articles,
					  struct coverage_grid *out);
void coverage_maker_add(struct coverage_maker *maker, const char *claim, const char *article,
			const char *stance);
/* What is recorded as absent, in place of what was. */
void coverage_maker_absent(struct coverage_maker *maker, const struct coverage_list *coverage,
			   const char *coder);
void coverage_maker_free(struct coverage_maker *maker);

const struct coverage_cell *coverage_grid_cell(const struct coverage_grid *grid, size_t claim,
					       size_t article);

/*
 * The word that exports have for a state: "unread", "absent", "mentioned", "mixed"; "" for
 * COVERAGE_STANCE, where the stance is the word. Static.
 */
const char *coverage_state_name(enum coverage_state state);
/* Its sign, one cell wide, and its colour (a name of app/theme); "" for COVERAGE_STANCE. Static. */
const char *coverage_state_symbol(enum coverage_state state);
const char *coverage_state_colour(enum coverage_state state);

#endif
