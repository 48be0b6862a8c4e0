/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The stance schemes that come with the program: share/hashiya/stances, a file each, and index.csv
 * with their names, titles and sources. Texts are in the interface's language where the file has
 * it (columns with "_ar" behind the name), else in English.
 */
#ifndef APP_STANCES_H
#define APP_STANCES_H

#include "app/project.h"
#include "model/stance.h"

/* The scheme of a project that chose none. */
#define STANCES_DEFAULT "arastance"

/*
 * Loads the scheme `name`; release it in any case. NOT_FOUND with the names there are where it
 * is none of them.
 */
enum status stances_load(const char *name, struct stance_scheme *out, struct fault *f) MUST_USE;
/* The same in the language `lang` (BCP 47). */
enum status stances_load_in(const char *name, const char *lang, struct stance_scheme *out,
			    struct fault *f) MUST_USE;

/*
 * The scheme of a project, STANCES_DEFAULT where it chose none. One that is not there any more
 * comes with its name and no values: what was judged by it stays readable.
 */
enum status stances_of_project(const struct project *project, struct stance_scheme *out,
			       struct fault *f) MUST_USE;

/* The schemes there are, in the order in which to offer them. */
struct stance_entry {
	char *name, *title, *source;
};
struct stance_entries {
	struct stance_entry *items;
	size_t n, cap;
};
/* Release it in any case. */
enum status stances_list(struct stance_entries *out, struct fault *f) MUST_USE;
void stance_entries_release(struct stance_entries *entries);

#endif
