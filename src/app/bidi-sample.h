/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two lines that :bidi shows, so that a person sees at once whether the terminal and the mode
 * agree.
 */
#ifndef APP_BIDI_SAMPLE_H
#define APP_BIDI_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/frame.h"

struct app;

enum { BIDI_SAMPLE_LINES = 2 };

/* Line `i` of the sample, in logical order; static. */
const char *bidi_sample_line(size_t i);

/* How to see that they are right, for who does not read Arabic; translated. */
const char *bidi_sample_good(void);

/* A box on the last rows before `end_row`. */
void bidi_sample_draw(struct app *app, struct frame *frame, size_t end_row);

/*
 * To be told of each command before it runs, "" for other keys: the sample goes at the next that is
 * not for another mode. True where that was `back`, and the mode before came back by it.
 */
bool bidi_sample_takes(struct app *app, const char *command);

#endif
