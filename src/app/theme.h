/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Styles by what they mean, and how each tag looks.
 *
 * Colours are for eyes that tell them apart (Okabe and Ito's palette); nothing depends on them
 * alone: every tag has a symbol of its own, and without colour (--color=never, NO_COLOR) every role
 * has attributes of its own.
 */
#ifndef APP_THEME_H
#define APP_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "app/frame.h"
#include "model/rows.h"

enum role {
	ROLE_TEXT,
	ROLE_DIM,         /* what matters less: details, labels, positions */
	ROLE_TITLE,       /* of a view or a pane */
	ROLE_TITLE_FOCUS, /* of the pane that has the focus */
	ROLE_STATUS,      /* the status line */
	ROLE_ERROR,       /* on it */
	ROLE_FOOTER,      /* the line of keys */
	ROLE_KEY,         /* a key in it, or in the help */
	ROLE_RULE,        /* lines between panes, borders of boxes */
	ROLE_CURSOR,      /* the item that has the cursor */
	ROLE_SELECTION,   /* selected text */
	ROLE_HIT,         /* found text */
	ROLE_HIT_CURRENT, /* the hit that the cursor is at */
	ROLE_FIELD,       /* text being typed */
	ROLE_WARNING,     /* a badge: hidden characters, a change that is not saved */
	ROLE_DELETED,     /* of an older version: what the newer one has not */
	ROLE_INSERTED,    /* the other way round */
	ROLE_SPELLING,    /* the same word, written in another way */
	ROLE_MOVED,       /* it stands elsewhere in the other version */
	N_ROLES
};

struct style theme_style(enum role role, bool mono);

/* How a tag looks wherever it is shown. */
struct tag_look {
	struct style style; /* over text that it marks */
	char symbol[8];     /* one column, UTF-8 */
};

/*
 * Looks for all `tags`, in their order; the caller's to free. A tag's own colour and symbol count;
 * others get the next free pair, in the order in which the tags were made, so that a new tag
 * changes no other's look.
 */
struct tag_look *theme_tags(const struct tag_list *tags, bool mono);

/*
 * The same of tag `index` for what is no terminal: its symbol, borrowed from the tag or static, and
 * the name of its colour.
 */
void theme_tag_names(const struct tag_list *tags, size_t index, const char **symbol,
		     const char **colour);

/* A colour by its name, as of a symbol; that of plain text where no colour has it, and in mono. */
struct style theme_colour(const char *name, bool mono);

/* The names that tag.colour may have; NULL after the last. */
const char *theme_colour_name(size_t index);

#endif
