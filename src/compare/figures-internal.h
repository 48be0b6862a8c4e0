/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as they are found in one unit, before they are compared. */
#ifndef COMPARE_FIGURES_INTERNAL_H
#define COMPARE_FIGURES_INTERNAL_H

#include "compare/figures.h"
#include "compare/set-internal.h"

/* What is counted where the number says per cent; where it stands without a noun, alone. */
#define FIGURE_PERCENT UINT32_MAX
#define FIGURE_ALONE (UINT32_MAX - 1)
/* Currencies that have a sign and a name in many languages; one unit each. */
#define FIGURE_DOLLAR (UINT32_MAX - 2)
#define FIGURE_EURO (UINT32_MAX - 3)
enum { FIGURE_SPECIAL = 4 };

struct found_figure {
	uint32_t number, noun; /* words of the unit, by index; the same where one is both */
	uint32_t thing;        /* what the noun is in the set, or one of the above */
	bool measure;          /* the noun measures things of all kinds: dollars, years, per cent */
	bool half;             /* "and a half" follows */
	bool bare;             /* no noun follows; it counts what happened: مقتل 12 */
	uint64_t low, high;    /* what the number may stand for, in thousandths */
};

struct found_figures {
	struct found_figure *items; /* in order */
	size_t n, cap;
};

/*
 * Appends those of a unit of a built set, at most `max`. Returns how many it has. A number alone is
 * no figure, but bears out another unit's.
 */
size_t figures_find(const struct compare_set *set, struct unit_ref unit, size_t max,
		    struct found_figures *out);

/* Whether a word may say what a figure is of: not dollar, square, year, reached. */
bool figure_word_tells(const struct compare_set *set, size_t text, const struct word *word);

/* The digits of a figure: "1250", "3.5"; of a dual "2". */
void figure_value(const struct compare_text *text, struct word_run words,
		  const struct found_figure *figure, struct str *out);

/* Two figures that differ, by index. */
struct figure_clash {
	size_t a, b;
};

struct figure_clashes {
	struct figure_clash *items;
	size_t n, cap;
};

/* What figures_find() gave of a unit. */
struct unit_figures {
	const struct found_figure *items;
	size_t n;
};

/* Those of two linked units, in place of what `out` held. */
void figures_clash(const struct compare_set *set, const struct link *link, struct unit_figures of_a,
		   struct unit_figures of_b, struct figure_clashes *out);

#endif
