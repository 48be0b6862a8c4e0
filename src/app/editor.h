/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text of many lines: a note, an article that is pasted.
 *
 * What is typed is kept as a draft in the project, at least every second, until it is accepted or
 * emptied; opening an editor for the same target again brings the draft back.
 */
#ifndef APP_EDITOR_H
#define APP_EDITOR_H

#include <stdbool.h>

#include "app/view.h"

struct editor_ops {
	/*
	 * The editor is off the stack before this is called; `text` lives through it. False: it was
	 * not saved, and the draft is kept.
	 */
	bool (*accept)(struct app *app, const char *text, void *data);
	/*
	 * The editor is gone, and its draft is kept or removed, whichever came of it; may be NULL.
	 */
	void (*closed)(struct app *app);
	void (*free_data)(void *data); /* may be NULL */
};

/*
 * An editor, to be pushed. `title`, `text` and `target` (the draft's: an id, or a name of the
 * caller's) are copied.
 */
struct view *editor_new(struct app *app, const char *title, const char *text, const char *target,
			const struct editor_ops *ops, void *data);

#endif
