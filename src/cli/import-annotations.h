/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `import` with --annotations. */
#ifndef CLI_IMPORT_ANNOTATIONS_H
#define CLI_IMPORT_ANNOTATIONS_H

#include "cli/cli.h"

/*
 * Prints what came of the file. INEXACT where not all of it is in the project as the file says it:
 * what was moved, orphaned, or not taken stands in the report. NOT_TAKEN where besides nothing was
 * written, so that undo would take back something else.
 */
enum status import_annotations(struct cli *cli, const struct args *args, struct fault *f) MUST_USE;

#endif
