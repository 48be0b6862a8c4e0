/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole folders out: a folder is replaced whole or not at all.
 */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/fault.h"
#include "base/file.h"

/* Writes what is to stand in the empty folder `path`. */
typedef enum status folder_writer(const char *path, void *context, struct fault *f);

/*
 * Makes `path` a folder that holds what `write` writes, and nothing else: whatever stood in one
 * that is there is gone then, so look first. It is made beside it, synced, and put in its place in
 * one step, with the mode of the one it replaces or else the umask's; where the file system has no
 * such step, the old one stands beside it for a moment. On a failure the old folder stands as it
 * was. NO_FOLDER where there is none to write it in, EXISTS where something else has that name.
 */
enum status folder_replace(const char *path, folder_writer *write, void *context,
			   struct fault *f) MUST_USE;

/* A new file in a folder that is being written: what stands there is not written over. */
enum status folder_add_file(const char *path, file_writer *write, void *context,
			    struct fault *f) MUST_USE;

#endif
