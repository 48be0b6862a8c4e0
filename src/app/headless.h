/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program without a terminal: keys from a file in, frames out; for tests.
 *
 * The file holds keys in the notation of default.keys, with white space between, and lines that
 * begin with @:
 *
 *	@dump          print the frame        @styles        the same with styles
 *	@type TEXT     its characters, as keys               @paste TEXT    as bracketed paste
 *	@resize 24x80  rows and columns       @click 3,10    a press and a release at row, column
 *	@drag 3,10 5,2 press, drag, release   @tick          time passed
 *	@idle          idle work until there is none         # ...          a comment
 *
 * The last frame is printed at the end, unless the program ended by then.
 */
#ifndef APP_HEADLESS_H
#define APP_HEADLESS_H

#include <stddef.h>

#include "app/options.h"
#include "base/fault.h"

/* Prints to standard output. INVALID tells the line of the file that is not understood. */
enum status headless_run(const struct options *options, char **args, size_t n_args,
			 const char *keys_path, size_t n_rows, size_t n_cols,
			 struct fault *f) MUST_USE;

#endif
