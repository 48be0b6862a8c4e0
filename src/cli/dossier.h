/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All that is known of one claim: who speaks of it where, who does not, what it is to other claims,
 * and notes. As far as project_sees() who made it.
 */
#ifndef CLI_DOSSIER_H
#define CLI_DOSSIER_H

#include "app/project.h"
#include "cli/out.h"

struct dossier {
	struct claim claim;
	struct claim_list claims;       /* all */
	struct article_list articles;   /* all */
	struct highlight_list passages; /* one for each mention, in their order */
	struct mention_list mentions;   /* by article, then place */
	struct coverage_list absent;
	struct relation_list relations; /* from either side */
	struct note_list notes;         /* on the claim */
};

/* `ref` as for project_claim(), of a project that is there; all lists are of one moment. Release it in any case. */
enum status dossier_load(struct dossier *dossier, const struct project *project, const char *ref,
			 struct fault *f) MUST_USE;
void dossier_release(struct dossier *dossier);

/* As a JSON object. */
void dossier_put(struct str *json, const struct dossier *dossier);

/* Loads and prints the JSON of one claim. */
enum status dossier_print(struct out *out, const struct project *project, const char *ref,
			  struct fault *f) MUST_USE;

#endif
