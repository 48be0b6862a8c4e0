/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The throw-away project of --demo: three reports, a codebook, and marks that somebody left half
 * done.
 *
 * It is made of the files in share/hashiya/demo by the same actions that a person has, in a folder
 * of its own (0700) below $XDG_RUNTIME_DIR, $TMPDIR or /tmp. Nothing is written to $HOME.
 */
#ifndef APP_DEMO_H
#define APP_DEMO_H

#include "app/project.h"

/* Makes the folder and the project, and opens it: fills path, demo_dir and store of `project`. */
enum status demo_build(struct project *project, struct fault *f) MUST_USE;

/* Removes the folder; the project is closed. */
void demo_remove(const struct project *project);

/* Leaves the folder where it is: from here on nobody removes it. Frees demo_dir. */
void demo_leave(struct project *project);

/*
 * Removes the folder of the last demo that was built, if any; all of it may be called in a signal's
 * handler.
 */
void demo_remove_in_handler(void);

#endif
