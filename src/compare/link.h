/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links: two units of two articles that may say the same, with a score, a band and the reasons.
 *
 * A score says how much of what both say is in words that both have; it is the same from either
 * side. Nothing here says that two units contradict each other, or that no other article says a
 * thing: words cannot know that.
 */
#ifndef COMPARE_LINK_H
#define COMPARE_LINK_H

#include "compare/set.h"

/* How sure it is, by the score. */
enum band {
	BAND_NONE,   /* not shown */
	BAND_WEAK,
	BAND_LIKELY,
	BAND_STRONG,
};

/* How alike two words are, the closest first. */
enum match_level {
	MATCH_WORD, /* the same word, folded; the same number, however it is written */
	MATCH_STEM,
	MATCH_ROOT, /* the same letters without ا و ي ء */
};

/* A word that both units have. */
struct match {
	struct cp_range a, b; /* of the documents' streams */
	enum match_level level;
	unsigned weight; /* what it adds to the score's base, of COMPARE_ONE */
	bool aside;      /* it is of a name, a title or a date that is counted once for all its words */
};

struct link {
	struct unit_ref a, b;
	unsigned score; /* of COMPARE_ONE */
	enum band band;
	bool same_names; /* what they share is who speaks or when; then the band is BAND_NONE */
};

struct link_list {
	struct link *items;
	size_t n, cap;
};

/* The reasons for a link, the heaviest first, then in the order of `a`. */
struct match_list {
	struct match *items;
	size_t n, cap;
};

/*
 * The best units of text `to` for `from`, at most `max`, best first (score, then order in the
 * text); those that share nothing are left out. Appended to `out` with `from` as their `a`. Nothing
 * where `to` is from.text itself.
 */
void compare_links(const struct compare_set *set, struct unit_ref from, size_t to, size_t max,
		   struct link_list *out);

/* The link between two units of two texts, whatever its score. */
struct link compare_link(const struct compare_set *set, struct unit_ref a, struct unit_ref b);

/* In place of what `out` held; its items are the caller's to free. */
void compare_why(const struct compare_set *set, struct unit_ref a, struct unit_ref b,
		 struct match_list *out);

/* The stable names: "none", "weak", "likely", "strong"; "word", "stem", "root". */
const char *band_name(enum band band);
const char *match_level_name(enum match_level level);

#endif
