/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text given to a program of the person's choice (`copy-command`): its words are split at spaces,
 * no shell sees them, and the text comes on its standard input.
 */
#ifndef APP_COPY_H
#define APP_COPY_H

#include <stddef.h>

#include "base/fault.h"

/*
 * Runs `command` with the text. Waits for its end for at most about two seconds: one that goes on
 * then is left alone. IO where it cannot be run, does not read, or fails.
 */
enum status copy_run(const char *command, const char *text, size_t n, struct fault *f) MUST_USE;

#endif
