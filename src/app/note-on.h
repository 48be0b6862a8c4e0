/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A note of this coder on anything that is known by its id: a claim, a highlight, an article, the
 * project as a whole.
 */
#ifndef APP_NOTE_ON_H
#define APP_NOTE_ON_H

#include "model/rows.h"

struct app;

/* The draft's name of a note on the project, which has no id. */
#define NOTE_ON_PROJECT "project"

/*
 * Opens the editor on this coder's note on `target` ("" is the project). `subject` is what the
 * title names: a statement, a quote, a title.
 */
void note_on(struct app *app, enum note_target kind, const char *target, const char *subject);

#endif
