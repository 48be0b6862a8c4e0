/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/stance-look.h"

#include "app/i18n.h"
#include "app/theme.h"

/* Of a stance that another scheme has. */
static const char FOREIGN[] = "¤";

struct stance_look coverage_look(enum coverage_state state, bool mono)
{
	static const char *const labels[N_COVERAGE_STATES] = {
		/* TRANSLATORS: what an article does with a claim: nobody looked yet */
		[COVERAGE_UNREAD] = N_("unread"),
		/* TRANSLATORS: somebody looked; the article does not say it */
		[COVERAGE_ABSENT] = N_("absent"),
		/* TRANSLATORS: it speaks of it, and no stance was chosen */
		[COVERAGE_MENTIONED] = N_("not judged"),
		[COVERAGE_STANCE] = "",
		/* TRANSLATORS: its passages have different stances */
		[COVERAGE_MIXED] = N_("mixed"),
	};
	return (struct stance_look){
		.symbol = coverage_state_symbol(state),
		.label = _(labels[state]),
		/* Most cells of a young grid: they make way for those that say something. */
		.style = state == COVERAGE_UNREAD ? theme_style(ROLE_DIM, mono)
						  : theme_colour(coverage_state_colour(state), mono),
	};
}

struct stance_look stance_look_of(const struct stance_scheme *scheme, const char *stance,
				  bool mono)
{
	const struct stance_value *value = stance_find(scheme, stance);
	if (!*stance)
		return coverage_look(COVERAGE_MENTIONED, mono);
	if (!value)
		return (struct stance_look){FOREIGN, stance, theme_style(ROLE_TEXT, mono)};
	return (struct stance_look){value->symbol, value->label, theme_colour(value->colour, mono)};
}

struct stance_look coverage_cell_look(const struct stance_scheme *scheme,
				      const struct coverage_cell *cell, bool mono)
{
	return cell->state == COVERAGE_STANCE ? stance_look_of(scheme, cell->stance, mono)
					      : coverage_look(cell->state, mono);
}
