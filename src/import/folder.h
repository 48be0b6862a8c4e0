/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folder that `export --all` writes: annotations.jsonl, and the texts of its articles in
 * texts/ID.txt. Only src/import/ includes it.
 */
#ifndef IMPORT_FOLDER_H
#define IMPORT_FOLDER_H

#include "import/annotations.h"

struct folder {
	char *path;
	char *annotations;                 /* the path of annotations.jsonl in it */
	struct annotation_sink sink;       /* adds its text to each article, and hands on to: */
	const struct annotation_sink *to;  /* borrowed */
};

void folder_open(struct folder *folder, const char *path, const struct annotation_sink *to);
void folder_close(struct folder *folder);

#endif
