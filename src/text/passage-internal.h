/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about passages ask of each other. */
#ifndef TEXT_PASSAGE_INTERNAL_H
#define TEXT_PASSAGE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "text/code-point.h"
#include "text/document.h"
#include "text/passage.h"

/*
 * How far what stands at a place can reach, in code points: to the mark that closes a quotation,
 * and back to the last place where it does not matter which quotations were open before.
 */
enum { PASSAGE_CONTEXT_CP = 2048 };

/* White space, line separators too. */
bool passage_is_space(char32_t cp);

/* The mark that ends a passage at the text's end, closing marks and footnotes aside; 0 without. */
char32_t passage_terminal(const char32_t *cps, size_t n_cp);

/*
 * What passages are cut from: a paragraph; or, of one that a file has in lines of one width, so
 * many lines; or a window of a long one. `cps` has in addition what stands around the block's own
 * part in the same paragraph, as far as it can matter. The line ends in it are spaces.
 */
struct block {
	char32_t *cps;
	size_t n_cp;
	size_t start_cp;           /* of `cps`, in the document's stream */
	size_t own_start, own_end; /* the block's own part of `cps` */
	size_t first, last;        /* indices of its own paragraphs in the document */
	bool begun, goes_on;       /* before its own part; after it */
};

/* A block of lines begins anew at each index that this divides. */
enum { BLOCK_LINES = 64 };

/* A document as blocks; begin with nothing but `doc`. */
struct block_reader {
	struct document *doc;
	enum { WRAPPED_UNKNOWN, WRAPPED_NO, WRAPPED_YES } wrapped;
};

/* The block that holds paragraph `index`; false where there is none, or it cannot be read. */
bool block_load(struct block_reader *reader, size_t index, struct block *out);
void block_release(struct block *block);

/* The passages that begin in a block; all zero is empty. */
struct passages {
	struct passage *items;
	size_t n, cap;
	size_t lead_end_cp; /* where the one ends that goes on from the block before */
	size_t first, last; /* the block's paragraphs */
	bool begun, goes_on; /* as in the block */
};

/*
 * The block that holds paragraph `index`, and its passages in place of what `all` held; false
 * without one. Both are the caller's.
 */
bool passages_load(struct block_reader *reader, size_t index, struct block *block,
		   struct passages *all);
void passages_release(struct passages *all);

/* One past a bullet or number at the head of a line, and the spaces around it; 0 without one. */
size_t block_bullet(const char32_t *cps, size_t n_cp);

/* Whether a line is one URL and nothing else. */
bool block_is_url(const char32_t *cps, size_t n_cp);

#endif
