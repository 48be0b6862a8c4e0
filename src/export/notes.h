/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The notes of an export in their order: those on the project, then on articles, highlights, tags
 * and claims, each kind in the order of what the notes are on, then by coder.
 */
#ifndef EXPORT_NOTES_H
#define EXPORT_NOTES_H

#include "export/rows.h"

/* A note and what it is on; what that is not is NULL. */
struct placed_note {
	const struct note *note;
	const struct article *article; /* of a highlight too */
	const struct highlight *highlight;
	const struct tag *tag;
	const struct claim *claim;
};

typedef enum status note_visit(void *context, const struct placed_note *note, struct fault *f);

enum status notes_each(const struct export_rows *rows, note_visit *visit, void *context,
		       struct fault *f) MUST_USE;

#endif
