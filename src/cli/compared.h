/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The articles that a command line names, read and set beside each other to be compared.
 *
 * They stand in the order of their operands' bytes, whatever order they were given in, so that what
 * is printed of them does not depend on it. A file is taken as it is, whatever a project knows of
 * its text; of an article of the project its language is taken from there.
 */
#ifndef CLI_COMPARED_H
#define CLI_COMPARED_H

#include "cli/cli.h"
#include "cli/progress.h"
#include "compare/survey.h"

struct compared_article {
	const char *operand; /* borrowed */
	struct article article;
	struct document *doc;
	struct compare_text *text;
};

struct compared {
	struct compared_article *items;
	size_t n;
	struct compare_set *set; /* built; its texts are those of `items` */
	struct survey *survey;   /* NULL: none was made */
	struct progress progress;
};

/*
 * Reads the operands of `args`. TOO_LARGE for an article of more than COMPARE_BYTES, or as the
 * reading of a file fails; a file with no text in it is an article without units. Release it in any
 * case.
 */
enum status compared_load(struct compared *all, struct cli *cli, const struct args *args,
			  bool lossy, struct fault *f) MUST_USE;
void compared_release(struct compared *all);

/* Opens one, its operand known, as compared_load() does; it has no `text` then. */
enum status compared_open(struct compared_article *item, struct cli *cli, bool lossy,
			  struct fault *f) MUST_USE;
void compared_article_release(struct compared_article *item);

/* Makes the survey. That ends at so many per cent of the whole job. */
void compared_make_survey(struct compared *all, unsigned until_percent);

/* Whether two articles are in different languages. */
bool compared_across(const struct compared *all, size_t a, size_t b);
/* A unit of one of them. */
struct unit compared_unit(const struct compared *all, struct unit_ref ref);
/* The text of a range on one line, the caller's. */
enum status compared_text(const struct compared *all, size_t text, struct cp_range range, char **out,
			  struct fault *f) MUST_USE;
/* The same as a range_words() of a struct compared (app/compare-words.h). */
char *compared_words(const void *all, size_t text, struct cp_range range);

#endif
