/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project in a folder of its own, for the tests of what is done to projects.
 */
#ifndef UNIT_APP_SCRATCH_H
#define UNIT_APP_SCRATCH_H

#include "app/project.h"
#include "base/str.h"

struct scratch {
	char folder[32];
	struct options options; /* the coder is "me" */
	struct project project; /* its file does not exist yet */
};

/* Setup and teardown for cmocka. */
int scratch_make(void **state);
int scratch_remove(void **state);

/* Imports a text; its title is its first line. */
void scratch_import(struct scratch *scratch, const char *text);

/* Who works from here on. */
void scratch_become(struct scratch *scratch, const char *coder);

/*
 * All that people did, as text: two projects of the same logical content have the same. The caller's.
 */
char *scratch_content(struct scratch *scratch);

#endif
