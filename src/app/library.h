/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The library: the project's articles as a table, and what is done with them.
 *
 * The rows are loaded once and again only when they change; drawing looks at those on the screen
 * alone.
 */
#ifndef APP_LIBRARY_H
#define APP_LIBRARY_H

#include <stdbool.h>

#include "app/view.h"
#include "model/rows.h"

struct library;
struct reader;

/* Loads the articles of the app's project. */
struct library *library_new(struct app *app);
void library_free(struct library *library);
struct view *library_view(struct library *library);

const struct article_list *library_articles(const struct library *library);

/* The article at the cursor; NULL where there is none. Borrowed until the next reload. */
const struct article *library_focus(const struct library *library);
/* Moves the cursor to an article. */
void library_go_to(struct library *library, const char *id);

/* From an article that is open to the next that is not, if there is one. */
void library_skip_open(struct library *library, const struct reader *reader);

/*
 * The ids of the marked articles in the order in which they were marked, or of the one at the
 * cursor: the caller's, and so are they.
 */
char **library_chosen(const struct library *library, size_t *n);
void library_unmark(struct library *library);
/* How many are marked. */
size_t library_marked(const struct library *library);

#endif
