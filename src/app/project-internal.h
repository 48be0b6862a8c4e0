/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the actions of project.h become acts of the store. Only the project*.c files include it.
 */
#ifndef APP_PROJECT_INTERNAL_H
#define APP_PROJECT_INTERNAL_H

#include "app/act.h"
#include "app/project.h"

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

/* For reading where the project may not exist yet: NO_PROJECT. */
enum status project_readable(const struct project *project, struct fault *f) MUST_USE;

#endif
