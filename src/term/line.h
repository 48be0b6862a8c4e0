/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of a terminal made quiet, so that what it answers is not shown; and as it was before. */
#ifndef TERM_LINE_H
#define TERM_LINE_H

#include <stdbool.h>

/*
 * Bytes of `fd` come as they are typed and are not shown; Ctrl-C is a signal all the same, Ctrl-Z
 * is not. False, and nothing done, where it is no terminal. One at a time.
 */
bool line_quiet(int fd);

/* As it was; nothing where it is not quiet. Also for handlers of signals. */
void line_restore(void);

#endif
