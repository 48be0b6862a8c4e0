/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies of highlights on a later version of their article, and the list of those that have no
 * place there (app/versions.h). Only the project*.c files include it; all is done inside an act.
 */
#ifndef APP_CARRY_H
#define APP_CARRY_H

#include "app/versions.h"

/* Copies all highlights of `base`, and what it has for orphans itself; adds to the counts. */
enum status carry_over(struct project *project, const struct article *base,
		       const struct article *to, struct import_outcome *outcome,
		       struct fault *f) MUST_USE;

/* The copy of one highlight at `range` of `to`, exact, with all that hangs on it. */
enum status carry_one(struct project *project, const struct highlight *origin,
		      const struct article *to, struct cp_range range, struct fault *f) MUST_USE;

/* Writes the list of orphans of an article, "" for none. */
enum status carry_set_orphans(struct project *project, const char *article, const char *ids,
			      struct fault *f) MUST_USE;

/* The next id in such a list, and `*list` behind it; false at the end. */
bool carry_next_orphan(const char **list, char id[ID_SIZE]);

#endif
