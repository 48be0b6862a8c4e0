/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/theme.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { OWN = -1, BLACK = 16, WHITE = 231, GREY = 245, DARK = 236, LIGHT = 252 };

/* For each role: with colour, without. */
static const struct style roles[N_ROLES][2] = {
	[ROLE_TEXT] = {{OWN, OWN, 0}, {OWN, OWN, 0}},
	[ROLE_DIM] = {{GREY, OWN, 0}, {OWN, OWN, ATTR_DIM}},
	[ROLE_TITLE] = {{OWN, OWN, ATTR_BOLD}, {OWN, OWN, ATTR_BOLD}},
	[ROLE_TITLE_FOCUS] = {{BLACK, 117, ATTR_BOLD}, {OWN, OWN, ATTR_BOLD | ATTR_REVERSE}},
	[ROLE_STATUS] = {{LIGHT, DARK, 0}, {OWN, OWN, ATTR_REVERSE}},
	[ROLE_ERROR] = {{WHITE, 124, ATTR_BOLD}, {OWN, OWN, ATTR_REVERSE | ATTR_BOLD}},
	[ROLE_FOOTER] = {{GREY, OWN, 0}, {OWN, OWN, 0}},
	[ROLE_KEY] = {{117, OWN, ATTR_BOLD}, {OWN, OWN, ATTR_BOLD}},
	/* Plain: on each row another colour would come and go with each rule, a fifth of a frame's bytes. */
	[ROLE_RULE] = {{OWN, OWN, 0}, {OWN, OWN, 0}},
	[ROLE_CURSOR] = {{OWN, OWN, ATTR_REVERSE}, {OWN, OWN, ATTR_REVERSE}},
	[ROLE_SELECTION] = {{BLACK, 153, 0}, {OWN, OWN, ATTR_REVERSE}},
	[ROLE_HIT] = {{OWN, OWN, ATTR_BOLD | ATTR_UNDERLINE},
		      {OWN, OWN, ATTR_BOLD | ATTR_UNDERLINE}},
	[ROLE_HIT_CURRENT] = {{BLACK, 229, ATTR_BOLD | ATTR_UNDERLINE},
			      {OWN, OWN, ATTR_BOLD | ATTR_UNDERLINE | ATTR_REVERSE}},
	[ROLE_FIELD] = {{OWN, OWN, ATTR_UNDERLINE}, {OWN, OWN, ATTR_UNDERLINE}},
	[ROLE_WARNING] = {{214, OWN, ATTR_BOLD}, {OWN, OWN, ATTR_BOLD | ATTR_REVERSE}},
	[ROLE_DELETED] = {{BLACK, 216, 0}, {OWN, OWN, ATTR_REVERSE}},
	[ROLE_INSERTED] = {{BLACK, 115, ATTR_BOLD | ATTR_UNDERLINE},
			   {OWN, OWN, ATTR_BOLD | ATTR_UNDERLINE}},
	[ROLE_SPELLING] = {{BLACK, 153, ATTR_UNDERLINE}, {OWN, OWN, ATTR_UNDERLINE | ATTR_DIM}},
	[ROLE_MOVED] = {{BLACK, 182, ATTR_ITALIC}, {OWN, OWN, ATTR_ITALIC | ATTR_BOLD}},
};

struct style theme_style(enum role role, bool mono)
{
	return roles[role][mono];
}

/* Okabe and Ito's palette in the nearest of 256 colours, and black or white on each by contrast. */
static const struct {
	const char *name;
	int16_t fg, bg;
} colours[] = {
	{"orange", BLACK, 178}, {"sky", BLACK, 74},   {"green", BLACK, 36},
	{"yellow", BLACK, 227}, {"blue", WHITE, 25},  {"vermilion", BLACK, 166},
	{"purple", BLACK, 175}, {"grey", BLACK, 248},
};
enum { N_COLOURS = sizeof colours / sizeof *colours };

/* As many as there are pairs before a colour and a symbol come together again. */
static const char *const symbols[] = {"●", "■", "▲", "◆", "▼", "★", "◉", "▣", "○", "□",
				      "△", "◇", "▽", "☆", "◎", "▢", "◐", "◧", "◭"};
enum { N_SYMBOLS = sizeof symbols / sizeof *symbols };

const char *theme_colour_name(size_t index)
{
	return index < N_COLOURS ? colours[index].name : NULL;
}

/* N_COLOURS where no colour has this name. */
static size_t colour_index(const char *name)
{
	size_t i = 0;
	while (i < N_COLOURS && strcmp(colours[i].name, name) != 0)
		i++;
	return i;
}

static struct style colour_style(size_t index, bool mono)
{
	if (mono)
		return (struct style){.fg = OWN, .bg = OWN, .attrs = ATTR_UNDERLINE};
	return (struct style){.fg = colours[index].fg, .bg = colours[index].bg, .attrs = 0};
}

struct style theme_colour(const char *name, bool mono)
{
	size_t index = colour_index(name);
	return mono || index == N_COLOURS ? theme_style(ROLE_TEXT, mono)
					  : colour_style(index, mono);
}

/* Ids are UUIDv7: their order is the order in which the tags were made. */
static size_t made_before(const struct tag_list *tags, size_t index)
{
	size_t n = 0;
	for (size_t i = 0; i < tags->n; i++)
		if (strcmp(tags->items[i].id, tags->items[index].id) < 0)
			n++;
	return n;
}

/* Where a tag's look comes from, its own or the next free one. */
struct source {
	size_t colour;
	const char *symbol;
};

static struct source source_of(const struct tag_list *tags, size_t index)
{
	const struct tag *tag = &tags->items[index];
	size_t place = made_before(tags, index), colour = colour_index(tag->colour);
	bool own = tag->symbol[0] && strlen(tag->symbol) < sizeof((struct tag_look *)0)->symbol;
	return (struct source){.colour = colour < N_COLOURS ? colour : place % N_COLOURS,
			       .symbol = own ? tag->symbol : symbols[place % N_SYMBOLS]};
}

void theme_tag_names(const struct tag_list *tags, size_t index, const char **symbol,
		     const char **colour)
{
	struct source source = source_of(tags, index);
	*symbol = source.symbol;
	*colour = colours[source.colour].name;
}

struct tag_look *theme_tags(const struct tag_list *tags, bool mono)
{
	struct tag_look *looks = xcalloc(tags->n, sizeof *looks);
	for (size_t i = 0; i < tags->n; i++) {
		struct source source = source_of(tags, i);
		looks[i].style = colour_style(source.colour, mono);
		strcpy(looks[i].symbol, source.symbol);
	}
	return looks;
}
