/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list that narrows as you type: tags, commands, highlights, articles, acts.
 *
 * The filter matches folded text (text/fold) anywhere in an item's label, detail or synonyms, every
 * word of it somewhere; those whose label begins with what is typed come first. What is typed may
 * itself be an answer (a new tag).
 */
#ifndef APP_PICKER_H
#define APP_PICKER_H

#include <stdbool.h>
#include <stddef.h>

#include "app/field.h"
#include "app/view.h"

struct picker_item {
	char *label;    /* foreign text: shown isolated, at its own direction */
	char *detail;   /* dimmed, at the other end; may be NULL */
	char *synonyms; /* matched, not shown; may be NULL */
	char *symbol;   /* before the label; may be NULL */
	struct style symbol_style;
	size_t symbol_columns; /* that all symbols of the list have; 0: each as wide as it is */
	bool marked;    /* a tag that the highlight has */
	char *id;       /* the owner's: a tag's path, a highlight's id, a command's name */
};

struct picker;

struct picker_ops {
	/*
	 * An item was chosen (Enter or click). The picker is gone from the stack before this is
	 * called; `item` lives through it.
	 */
	void (*choose)(struct app *app, const struct picker_item *item, void *data);
	/* What was typed was chosen and is not an item; NULL where that makes no sense. */
	void (*create)(struct app *app, const char *typed, void *data);
	/*
	 * One of `actions` on the item at the cursor. The list stays; call picker_reload().
	 * `actions` are the words of "toggle edit delete" that make sense here, or NULL: then so is
	 * `act`.
	 */
	const char *actions;
	void (*act)(struct app *app, struct picker *picker, const char *action,
		    const struct picker_item *item, void *data);
	/*
	 * What an action ("edit-item") is called at the foot, translated; NULL: as in the table of
	 * commands. May be NULL.
	 */
	const char *(*action_label)(const char *command);
	/* Fills the list, in the order to show it in when nothing is typed. */
	void (*load)(struct app *app, struct picker *picker, void *data);
	void (*free_data)(void *data); /* may be NULL */
};

/* A picker, to be pushed. `title` is copied; `create_label` ("new tag") may be NULL. */
struct view *picker_new(struct app *app, const char *title, const char *create_label,
			const struct picker_ops *ops, void *data);
/* For load(): takes over the item's strings. */
void picker_add(struct picker *picker, const struct picker_item *item);
/* In the place of the one that it was made with; copied. */
void picker_set_title(struct picker *picker, const char *title);
/* Loads the items again; the cursor stays on the item with the same id. */
void picker_reload(struct app *app, struct picker *picker);
/* Moves the cursor to the first item with this id, if there is one. */
void picker_go_to(struct picker *picker, const char *id);
/* A picker made by picker_new(), as which it is drawn. */
struct picker *picker_of(struct view *view);

#endif
