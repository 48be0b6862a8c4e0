/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two lines that :bidi shows, so that a person sees at once whether the terminal and the mode
 * agree.
 */
#ifndef APP_BIDI_SAMPLE_H
#define APP_BIDI_SAMPLE_H

#include "app/frame.h"

struct app;

/* A box on the last rows before `end_row`. */
void bidi_sample_draw(struct app *app, struct frame *frame, size_t end_row);

#endif
