/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two lines at the foot of the screen: what is going on, and the keys that matter here.
 */
#ifndef APP_FOOTER_H
#define APP_FOOTER_H

#include "app/frame.h"

struct app;

enum { FOOTER_RANKS = 9 }; /* the highest rank in command.def */

/* The project, the message, the top view's status and whether all is saved. */
void status_draw(struct app *app, struct frame *frame, size_t row);
/*
 * Keys with their commands' labels, each of which takes clicks (ZONE_KEY); or what to do about a
 * fault just told.
 */
void footer_draw(struct app *app, struct frame *frame, size_t row);

#endif
