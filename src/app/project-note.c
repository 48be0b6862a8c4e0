/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: on an article, a highlight, a claim, a tag, or the project. */
#include "app/project-internal.h"

static enum act_kind act_of(enum note_target kind)
{
	static const enum act_kind kinds[] = {
		[NOTE_ARTICLE] = ACT_NOTE_ARTICLE, [NOTE_HIGHLIGHT] = ACT_NOTE_HIGHLIGHT,
		[NOTE_CLAIM] = ACT_NOTE_CLAIM,	   [NOTE_TAG] = ACT_NOTE_TAG,
		[NOTE_PROJECT] = ACT_NOTE_PROJECT,
	};
	return kinds[kind];
}

enum status project_note(struct project *project, enum note_target kind, const char *target,
			 const char *text, struct fault *f)
{
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = act_begin(project, *text ? act_of(kind) : ACT_NOTE_REMOVE, NULL, NULL, 1,
				   f);
	if (status == STATUS_OK)
		status = act_end(project, store_note_set(project->store, kind, target, text, f), f);
	return status;
}
