/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reader: articles side by side.
 *
 * It is made when the first article is opened and kept until the last one is closed, shown or not. Its commands are those of
 * command-reader.def.
 */
#ifndef APP_READER_H
#define APP_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "app/view.h"
#include "base/fault.h"
#include "model/rows.h"

struct reader;

/*
 * Shows exactly these articles side by side, each at the position where it was left. A ref is a number, an id or a file's path; a file
 * that is not in the project is shown straight from the file. On a fault nothing has changed.
 */
enum status reader_open(struct app *app, char *const *refs, size_t n_refs, struct fault *f) MUST_USE;

/*
 * Shows these articles beside those that are open; the focus goes to the first of them, also where
 * it was open already. `*n_added` tells how many were not. On a fault nothing has changed.
 */
enum status reader_add(struct app *app, char *const *refs, size_t n_refs, size_t *n_added,
		       struct fault *f) MUST_USE;

/* Whether an article (its id) has a pane, and how many panes there are; `reader` may be NULL. */
bool reader_has(const struct reader *reader, const char *id);
size_t reader_count(const struct reader *reader);

/*
 * Goes to a highlight (its id), whose article gets a pane beside the others where it has none. On a
 * fault nothing has changed.
 */
enum status reader_go_to_mark(struct app *app, const char *highlight, struct fault *f) MUST_USE;
/*
 * Shows the articles of these highlights and no others side by side, one highlight of each, at their
 * places; the focus goes to number `focus` of them.
 */
enum status reader_open_marks(struct app *app, const struct highlight *const *highlights, size_t n,
			      size_t focus, struct fault *f) MUST_USE;

/* The panes of last time, from the project's settings; NOT_FOUND where there are none. */
enum status reader_restore(struct app *app, struct fault *f) MUST_USE;
/* Writes panes and positions to the project's settings, where there is a project. */
void reader_save(struct app *app);
/*
 * The same where they changed since the last time, once a second at the most: a crash loses no more.
 * What another session wrote meanwhile stays while nothing moves here.
 */
void reader_tick(struct app *app);

/*
 * The reader as a view, to be shown with view_base(); app->reader must not be NULL. Its reload() closes the panes of articles that
 * are gone.
 */
struct view *reader_view(struct reader *reader);

/* The id of the article in the pane that has the focus; NULL for a file that is not in the project. Borrowed. */
const char *reader_focus(const struct reader *reader);

/* app->reader is NULL after it. */
void reader_free(struct app *app);

#endif
