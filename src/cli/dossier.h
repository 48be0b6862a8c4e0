/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All that is known of one claim: who speaks of it where, who does not, what it is to other claims,
 * and notes. As far as project_sees() who made it.
 */
#ifndef CLI_DOSSIER_H
#define CLI_DOSSIER_H

#include "app/evidence.h"
#include "cli/out.h"

struct dossier {
	struct evidence evidence; /* rows of other claims left out, but for the claims and articles */
	const struct claim *claim;      /* in there, with counts of what is seen */
	struct highlight_list passages; /* one for each mention, in their order */
};

/* `ref` as for project_claim(), of a project that is there. Release it in any case. */
enum status dossier_load(struct dossier *dossier, const struct project *project, const char *ref,
			 struct fault *f) MUST_USE;
void dossier_release(struct dossier *dossier);

/* Loads and prints the JSON of one claim. */
enum status dossier_print(struct out *out, const struct project *project, const char *ref,
			  struct fault *f) MUST_USE;

#endif
