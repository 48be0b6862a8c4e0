/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paths as people type them.
 */
#ifndef APP_HOME_H
#define APP_HOME_H

/* A path where "~/" at its start is the person's home, as a shell reads it; the caller's. */
char *home_expand(const char *path);

#endif
