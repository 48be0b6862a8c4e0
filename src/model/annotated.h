/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A highlight with all that hangs on it: what one meets on a walk over a project.
 *
 * Whoever hands it out owns what it points to, and says for how long.
 */
#ifndef MODEL_ANNOTATED_H
#define MODEL_ANNOTATED_H

#include "model/rows.h"

/* Its parts, for who wants but some of them: what is not asked for costs nothing. */
enum annotated_parts {
	ANNOTATED_CODINGS = 1,
	ANNOTATED_MENTIONS = 2,
	ANNOTATED_NOTES = 4,
	ANNOTATED_ALL = 7
};

struct annotated {
	struct highlight highlight;
	struct coding *codings; /* by tag path, byte for byte, then coder */
	size_t n_codings;
	struct mention *mentions; /* by coder, then claim id */
	size_t n_mentions;
	struct note *notes; /* by coder */
	size_t n_notes;
	bool chosen; /* the highlight itself, and not only for what hangs on it */
};

#endif
