/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The difference of two versions from inside: what its files share.
 *
 *   difference-read    both texts as code points, cut into pieces
 *   difference-anchor  pieces that are the same, in the longest common order
 *   difference-pair    between those, pieces that are alike: groups
 *   difference-words   the words that a group has in both texts
 *   difference-moved   pieces that are elsewhere in the other text
 *   difference-emit    segments: what is between the words, too
 *   difference-row     paragraphs beside each other; -part: of very long ones
 */
#ifndef COMPARE_DIFFERENCE_INTERNAL_H
#define COMPARE_DIFFERENCE_INTERNAL_H

#include <stdint.h>
#include <uchar.h>

#include "compare/difference.h"

/* A word, or a sign that says something, such as %. */
struct version_word {
	struct cp_range range;
	size_t form;     /* its folded letters: in the version's forms from here, */
	size_t n_form;   /* so many */
	uint64_t key;    /* of them */
	unsigned weight; /* what it tells: long words more than short ones */
};

struct word_key {
	uint64_t key;
	unsigned weight;
};

/* A passage, or a part of a very long one; without white space at its ends. */
struct version_piece {
	struct cp_range range;
	uint64_t key;        /* of its folded letters, whatever stands between the words */
	size_t n_letters;
	bool has_words;      /* the rest is known: version_words() */
	size_t first_word, n_words;
	size_t first_key;    /* the words' keys, sorted, in the version's keys */
	unsigned weight;     /* of all words */
};

/* One of the two texts. */
struct version {
	struct document *doc;
	size_t next_paragraph; /* to be read */
	bool read, wrapped;    /* all is read; its lines are of one width */
	char32_t *cps;
	size_t n_cp, cap_cp;
	size_t cut_cp; /* pieces are cut up to here */
	struct version_piece *pieces;
	size_t n_pieces, cap_pieces;
	struct version_word *words;
	size_t n_words, cap_words;
	struct word_key *keys;
	size_t n_keys, cap_keys;
	char32_t *forms;
	size_t n_forms, cap_forms;
};

/* Pieces of both texts that stand for each other: one for one, one for two, two for one. */
struct piece_group {
	size_t first[DIFFERENCE_SIDES], n[DIFFERENCE_SIDES];
	size_t first_match, n_matches; /* once its words were compared */
};

/* Pieces without a partner yet, between two groups. */
struct piece_gap {
	size_t start[DIFFERENCE_SIDES], end[DIFFERENCE_SIDES];
};

/*
 * A word of both texts, or a stretch that is exactly the same. The last of a group is empty, and
 * stands at its end.
 */
struct word_match {
	struct cp_range range[DIFFERENCE_SIDES];
	struct cp_range before[DIFFERENCE_SIDES]; /* all words since the last match */
	bool similar; /* not the same word, but much of it */
};

/* Two pieces, and with them as many that follow in both texts. */
struct piece_move {
	size_t piece[DIFFERENCE_SIDES], n;
};

enum difference_stage {
	STAGE_READ, STAGE_CUT, STAGE_ANCHOR, STAGE_PAIR, STAGE_WORDS, STAGE_MOVES, STAGE_EMIT,
	STAGE_DONE,
};

struct difference {
	enum difference_stage stage;
	struct version version[DIFFERENCE_SIDES];
	struct piece_group *groups; /* by place, once paired */
	size_t n_groups, cap_groups;
	struct piece_gap *gaps;     /* those left to be paired are the last */
	size_t n_gaps, cap_gaps;
	struct word_match *matches;
	size_t n_matches, cap_matches;
	size_t next_group;          /* whose words are to be compared */
	struct piece_move *moves;   /* by the older place */
	size_t n_moves;
	bool coarse;
	struct difference_segment *segments;
	size_t n_segments, cap_segments;
	struct difference_row *rows;
	size_t n_rows, cap_rows;
	struct difference_count count;
};

/* difference-read.c: each does about `max_cp` code points, and returns true when all is done. */
bool version_read(struct version *version, size_t max_cp);
bool version_cut(struct version *version, size_t max_cp);
/* The words of a piece; borrowed until the next piece's are asked for. */
const struct version_word *version_words(struct version *version, size_t piece);
void version_release(struct version *version);
bool version_is_space(char32_t cp);
/* What ends a paragraph and stands behind it. */
bool version_is_line_end(char32_t cp);
/* Of how much weight what two pieces have in common is; words of both were asked for. */
unsigned version_common(const struct version *a, size_t piece_a, const struct version *b,
			size_t piece_b);
/* Whether the two stretches range[DIFFERENCE_SIDES] are the same to the code point. */
bool version_same(const struct difference *d, const struct cp_range *range);

/* difference-anchor.c: groups of the same pieces, and the gaps between them. */
void difference_anchor(struct difference *d);
/*
 * Of `n` pairs, sorted by the first of each, the most that rise in the second too, in place;
 * returns how many. Not two are the same in either.
 */
size_t difference_rising(struct piece_move *pairs, size_t n);

/* difference-pair.c: takes the last gap. */
void difference_pair(struct difference *d);
/*
 * Pairs of pieces, out of two lists of them, that have more in common with each other than with any
 * other one, and at least `percent` of what they say; found by words in a row that are rare in
 * both. By the first of each; the caller's.
 */
struct piece_move *difference_alike(struct difference *d, size_t *const pieces[DIFFERENCE_SIDES],
				    const size_t n_pieces[DIFFERENCE_SIDES], unsigned percent,
				    size_t *n);

/* difference-words.c */
void difference_match_words(struct difference *d, struct piece_group *group);

/* difference-moved.c */
void difference_find_moves(struct difference *d);

/* difference-spelling.c: in what two words of one form differ, as difference_segment.spelling. */
unsigned spelling_compare(const char32_t *a, size_t n_a, const char32_t *b, size_t n_b);
/* Whether two words are the same but for where their hamzas sit: مسؤول مسئول, شيء شئ. */
bool spelling_is_of_hamza(const char32_t *a, size_t n_a, const char32_t *b, size_t n_b);

/* difference-emit.c, difference-row.c, difference-part.c */
void difference_emit(struct difference *d);
void difference_make_rows(struct difference *d);
/* A row of these lines, which begin where the last one ended; in parts where it is very long. */
void difference_add_row(struct difference *d, const struct cp_range range[DIFFERENCE_SIDES]);

#endif
