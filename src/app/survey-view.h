/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The survey as people see it: what the articles in the panes share, each with each and in lists;
 * whatever it shows leads to its place in the panes.
 *
 * The app keeps the view while it is not shown, so that coming back from a passage finds the list
 * and the cursor where they were.
 */
#ifndef APP_SURVEY_VIEW_H
#define APP_SURVEY_VIEW_H

#include <stdbool.h>

struct app;
struct survey_view;

/* Puts the view on top, where it was left. Its survey is made in idle time. */
void survey_view_show(struct app *app);
/* app->survey is NULL after it. */
void survey_view_free(struct app *app);

/* Whether the panes were reached from here: then Esc in them comes back. */
bool survey_view_waits(const struct app *app);

#endif
