/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who marks and tags. Every act has its coder, so the interface asks for the name before the first
 * one, once: it is remembered in $XDG_STATE_HOME/hashiya/coder, for subcommands too. An option, the
 * environment and the config file are stronger; where all are silent it is the login name.
 *
 * The commands `coder` and `blind` are here.
 */
#ifndef APP_CODER_H
#define APP_CODER_H

#include <stdbool.h>

#include "base/fault.h"

struct app;
struct command;

/* The name that was answered, the caller's; NULL where nobody was asked yet. */
char *coder_recall(void);
enum status coder_remember(const char *name, struct fault *f) MUST_USE;

/*
 * Whether the name has to be asked for before `command` may run: then it is, and the answer runs the
 * command.
 */
bool coder_asks(struct app *app, const struct command *command, const char *argument);

/*
 * What the status line says of it, the caller's: that others are hidden, or where there are others
 * who one is; NULL: nothing.
 */
char *coder_badge(const struct app *app);

#endif
