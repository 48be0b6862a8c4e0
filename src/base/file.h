/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole files in and out.
 *
 * A file is replaced whole or not at all: whoever looks, at whatever moment, finds the old one or
 * the new one. Descriptors are close-on-exec.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/fault.h"
#include "base/str.h"

/* Writes all of it to `fd`; false and errno where that takes no more. */
bool file_put(int fd, const void *bytes, size_t n);

/*
 * Appends what `fd` has until its end to `out`; more than `limit` bytes is TOO_LARGE. `name` is the
 * subject of a fault. A directory is IS_DIRECTORY.
 */
enum status file_read_fd(int fd, const char *name, size_t limit, struct str *out, struct fault *f)
	MUST_USE;

/* The same for a path; "-" is an ordinary name. */
enum status file_read(const char *path, size_t limit, struct str *out, struct fault *f) MUST_USE;

/* Writes a file's content to `stream`; what stdio could not write is found out by the caller. */
typedef enum status file_writer(FILE *stream, void *context, struct fault *f);

/*
 * Makes `path` hold what `write` writes. A regular or missing file (symlinks resolved) is replaced
 * through a temporary file beside it, synced, with the mode of the file that it replaces or else
 * the umask's; anything else (a device, a pipe) is written in place. On a failure the old file
 * stands as it was; NO_FOLDER where there is none to write it in.
 */
enum status file_replace(const char *path, file_writer *write, void *context, struct fault *f)
	MUST_USE;

/* The same with `n` bytes. */
enum status file_replace_bytes(const char *path, const void *bytes, size_t n, struct fault *f)
	MUST_USE;

/*
 * Runs `write` on `fd`, flushes, syncs where `sync`, and closes `fd` whatever happens. `path` is the
 * subject of a fault.
 */
enum status file_write_and_close(int fd, const char *path, bool sync, file_writer *write,
				 void *context, struct fault *f) MUST_USE;

/* A rename to `path` is on the disk when its folder is. Not every file system can sync one. */
void file_sync_folder_of(const char *path);

/* Makes `folder` and those above it, where missing, for their owner alone (0700). */
enum status file_make_folders(const char *folder, struct fault *f) MUST_USE;

/*
 * Where file_replace() writes: `path` with its symlinks resolved, one that points to nothing yet
 * too. The caller's.
 */
char *file_target(const char *path);

/*
 * Why a file could not be made at `path`, by errno: NO_FOLDER names the folder that is missing, or
 * is none.
 */
enum status file_create_fault(const char *path, struct fault *f) MUST_USE;

#endif
