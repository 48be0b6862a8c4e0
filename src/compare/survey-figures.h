/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a survey: gathered, marked where linked units differ, then grouped. */
#ifndef COMPARE_SURVEY_FIGURES_H
#define COMPARE_SURVEY_FIGURES_H

#include "base/arena.h"
#include "compare/survey.h"

struct figure_table;

struct figure_table *figure_table_new(const struct compare_set *set);
void figure_table_free(struct figure_table *table);

/* Adds those of a unit; units come in order, all of them. */
void figure_table_add(struct figure_table *table, struct unit_ref unit);

/* Marks those that differ between two linked units. */
void figure_table_link(struct figure_table *table, const struct link *link);

/* Puts all into `survey`; what it needs lives in `arena`, but for the array of groups (free()). */
void figure_table_tell(const struct figure_table *table, struct arena *arena,
		       struct survey *survey);

#endif
