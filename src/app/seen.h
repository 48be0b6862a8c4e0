/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists without what a coder who is blind to others does not see.
 */
#ifndef APP_SEEN_H
#define APP_SEEN_H

#include "app/project.h"

/* Leaves in a list of rows of a `type` those whose coder the project sees (project_sees()). */
#define KEEP_SEEN(type, project, list)                                              \
	do {                                                                        \
		size_t kept = 0;                                                    \
		for (size_t i = 0; i < (list)->n; i++)                              \
			if (project_sees(project, (list)->items[i].coder))          \
				(list)->items[kept++] = (list)->items[i];           \
			else                                                        \
				type##_release(&(list)->items[i]);                  \
		(list)->n = kept;                                                   \
	} while (0)

#endif
