/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links: two units of two articles that may say the same, with a score, a band and the reasons.
 *
 * A score (score.h) says how much of what both say is in words that both have; it is the same from
 * either side. Who says it, the name and titles of whom it is about, and when, are facts of another
 * kind, and sentences share them that say different things: all words of such a group count as one
 * (phrases.h), and what is shared beside them are the facts. Without any, there is no link.
 *
 *	weak    .37   a third of those up to .40 say the same, more than half of those above it
 *	likely  .50   four of five do
 *	strong  .75   and 1.25 of it in facts: some three rare words; all that were seen do. Or it is
 *	              the same word for word; weak where that is less than three words
 *
 * measured on the invented events in Arabic (tests/fixtures/events). F1 of what is shown is highest
 * from .33 to .37. Between .66 and .75 there still are places and bodies of three words that a heading
 * shares with another (ميناء رأس المرسى).
 *
 * Nothing here says that two units contradict each other, or that no other article says a
 * thing: words cannot know that.
 */
#ifndef COMPARE_LINK_H
#define COMPARE_LINK_H

#include "compare/set.h"

/* How sure it is. */
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
	MATCH_ROOT, /* the same letters, without those that derive words or are written in two ways */
	MATCH_SENSE, /* other words, of one sense (thesaurus.h) */
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
	unsigned score; /* of COMPARE_ONE; may be above it */
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

/* The stable names: "none", "weak", "likely", "strong"; "word", "stem", "root", "sense". */
const char *band_name(enum band band);
const char *match_level_name(enum match_level level);

#endif
