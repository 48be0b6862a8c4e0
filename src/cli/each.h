/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same act for each of several operands, as one step of undo: all of them, or none.
 */
#ifndef CLI_EACH_H
#define CLI_EACH_H

#include "cli/cli.h"

typedef enum status each_action(struct cli *cli, const struct args *args, char *operand, void *data,
				struct fault *f);

/*
 * Runs `action` for the operands from `first` on. One alone is the act that the action makes of it;
 * several are one act of that `kind`.
 */
enum status each_operand(struct cli *cli, const struct args *args, size_t first, enum act_kind kind,
			 each_action *action, void *data, struct fault *f) MUST_USE;

#endif
