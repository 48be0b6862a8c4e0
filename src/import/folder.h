/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folder that `export --all` writes: annotations.jsonl, and the texts of its articles in
 * texts/ID.txt. Only src/import/ includes it.
 */
#ifndef IMPORT_FOLDER_H
#define IMPORT_FOLDER_H

#include "import/annotations.h"

struct folder {
	const char *path;
	const struct annotation_sink *to;
};

/* Adds its text, where it is there, to each article, and hands on to `to`. */
struct annotation_sink folder_sink(struct folder *folder);

#endif
