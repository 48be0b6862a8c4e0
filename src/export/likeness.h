/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the articles of a report compare with each other, as plain values. The caller found it out,
 * and owns it; words are in the report's language, articles are places in the report's list.
 */
#ifndef EXPORT_LIKENESS_H
#define EXPORT_LIKENESS_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"

/* What one article shares with another. */
struct likeness_pair {
	size_t n_linked; /* its passages that the other says too, or probably */
	size_t n_copied;
	bool across; /* they are in different languages */
};

/* A range of an article, and what of it is to be marked. */
struct likeness_passage {
	size_t article;
	char *text;
	struct cp_range *marks; /* of the text; in order, and none touches another */
	size_t n_marks;
};

struct likeness_article {
	size_t article;
	size_t n_passages;
	size_t n_alone; /* of these: no match was found */
	struct likeness_passage *alone; /* the first `n_listed` of them */
	size_t n_listed;
};

/* Two passages that share something. */
struct likeness_link {
	struct likeness_passage a, b;
	char *what; /* how sure it is, or what is shared */
	char *why;  /* in words; NULL where `what` says it */
};

/* Links, quotations or copies, the most telling first: `n` of `n_all`. */
struct likeness_list {
	struct likeness_link *items;
	size_t n, cap, n_all;
};

/* What articles say how many there are of something. */
struct likeness_figure {
	char *noun;
	char **values; /* one for each article that is compared; NULL: it gives none */
};

enum likeness_state {
	LIKENESS_NOT,       /* nobody wants it, or there are not two articles */
	LIKENESS_DONE,
	LIKENESS_TOO_MANY,  /* articles */
	LIKENESS_TOO_LARGE, /* they would take long: only who asks gets it */
};

struct likeness {
	enum likeness_state state;
	/* Of LIKENESS_DONE: */
	struct likeness_article *articles;
	size_t n_articles;
	size_t *left_out; /* places of articles that are too long */
	size_t n_left_out;
	struct likeness_pair *pairs; /* [first * n_articles + second] */
	struct likeness_list links, quotes, copies;
	struct likeness_figure *figures; /* that differ between passages that are linked */
	size_t n_figures;
};

#endif
