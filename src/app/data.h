/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the files are that come with the program: $HASHIYA_DATA; else ../share/hashiya beside the
 * folder that the program lies in, which is so for an installed one, moved or not, and for one
 * built in a folder of its source; else the folder that it was configured for.
 */
#ifndef APP_DATA_H
#define APP_DATA_H

/* The path of `name` in that folder, the caller's. */
char *data_path(const char *name);

#endif
