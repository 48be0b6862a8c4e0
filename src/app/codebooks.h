/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Codebooks in files: those that come with the program (share/hashiya/codebooks: a file for each
 * name and language, and index.csv with their titles and sources), and anybody's CSV.
 *
 * The columns are Taguette's: `tag` (or `path`, or `name`) and `description` (or `definition`), and
 * beside them `colour` (or `color`), `symbol` and `key` where they are there. Others are passed
 * over, and so is a colour that is none of app/theme.
 */
#ifndef APP_CODEBOOKS_H
#define APP_CODEBOOKS_H

#include "base/fault.h"
#include "model/rows.h"

struct codebook_entry {
	char *name, *lang; /* "media-frames", "ar" */
	char *title;       /* in that language */
	char *source;      /* who made it, and where it is published */
};
struct codebook_entries {
	struct codebook_entry *items;
	size_t n, cap;
};

/* Those that come with the program. Release it in any case. */
enum status codebooks_list(struct codebook_entries *out, struct fault *f) MUST_USE;
void codebook_entries_release(struct codebook_entries *entries);

struct codebook {
	struct codebook_entry entry; /* of a file: its name, and "" else */
	struct tag_list tags;        /* with tidy paths; all but what a file tells is "" */
};

/*
 * One that comes with the program, in `lang`; NULL is the interface's language, else English.
 * NOT_FOUND with those there are. Release it in any case.
 */
enum status codebook_load(const char *name, const char *lang, struct codebook *out,
			  struct fault *f) MUST_USE;
/* INVALID for a file without a column of tags, or with its row where a path is none. As above. */
enum status codebook_read(const char *path, struct codebook *out, struct fault *f) MUST_USE;
void codebook_release(struct codebook *codebook);

#endif
