/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/colour.h"

#include <curses.h>

/* The first 16 as xterm has them; people change them, but nobody makes red green. */
static const unsigned basic[16] = {
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
	0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
};

unsigned colour_rgb(int index)
{
	static const unsigned level[6] = {0, 0x5f, 0x87, 0xaf, 0xd7, 0xff};

	if (index < 16)
		return basic[index];
	if (index >= 232)
		return (unsigned)(8 + 10 * (index - 232)) * 0x010101u;
	index -= 16;
	return level[index / 36] << 16 | level[index / 6 % 6] << 8 | level[index % 6];
}

/* Squared, green weighing most, as it does for the eye. */
static int distance(unsigned a, unsigned b)
{
	int red = (int)(a >> 16) - (int)(b >> 16);
	int green = (int)(a >> 8 & 0xff) - (int)(b >> 8 & 0xff);
	int blue = (int)(a & 0xff) - (int)(b & 0xff);

	return 3 * red * red + 6 * green * green + blue * blue;
}

/* How far the strongest of red, green, blue is above the weakest. */
static int saturation(unsigned rgb)
{
	int least = 0xff, most = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		int part = (int)(rgb >> shift & 0xff);
		least = part < least ? part : least;
		most = part > most ? part : most;
	}
	return most - least;
}

int colour_nearest(int index, int n_colours)
{
	enum { HUE = 0x40 }; /* paler is a grey */
	int best = -1;
	unsigned rgb;

	if (index < n_colours)
		return index;
	rgb = colour_rgb(index);
	for (int i = 0; i < n_colours; i++) {
		/* Half of all terminals are white: a pale blue made white would not be seen. */
		if (saturation(rgb) > HUE && saturation(basic[i]) == 0)
			continue;
		if (best < 0 || distance(rgb, basic[i]) < distance(rgb, basic[best]))
			best = i;
	}
	return best;
}

void colours_init(struct colours *colours, bool wanted)
{
	*colours = (struct colours){.n_colours = 0};
	if (!wanted || !has_colors() || start_color() == ERR || use_default_colors() == ERR ||
	    COLORS < 8)
		return;
	colours->n_colours = COLORS;
	colours->max_pairs =
		COLOR_PAIRS - 1 < COLOURS_SLOTS / 2 ? COLOR_PAIRS - 1 : COLOURS_SLOTS / 2;
}

/* As the terminal numbers it. */
static int native(const struct colours *colours, int index)
{
	if (index < 0)
		return -1;
	if (colours->n_colours > 256)
		return (int)colour_rgb(index & 0xff);
	int n = colours->n_colours < 16 ? 8 : colours->n_colours < 256 ? 16 : 256;
	return colour_nearest(index & 0xff, n);
}

static int pair_make(struct colours *colours, int index_fg, int index_bg)
{
	int fg = native(colours, index_fg), bg = native(colours, index_bg);

	if (colours->n_pairs >= colours->max_pairs)
		return 0;
	/* Two colours that this terminal cannot tell apart. */
	if (fg >= 0 && fg == bg && index_fg != index_bg)
		fg = distance(colour_rgb(index_bg), 0) > distance(colour_rgb(index_bg), 0xffffff)
			     ? 0
			     : 7;
	if (init_extended_pair(colours->n_pairs + 1, fg, bg) == ERR)
		return 0;
	return ++colours->n_pairs;
}

/* 0 where there is none left, or none needed. */
static int pair_of(struct colours *colours, int16_t fg, int16_t bg)
{
	size_t slot = ((size_t)(fg + 1) * 257 + (size_t)(bg + 1)) % COLOURS_SLOTS;

	if ((fg < 0 && bg < 0) || colours->n_colours == 0)
		return 0;
	while (colours->slots[slot].pair) {
		if (colours->slots[slot].fg == fg && colours->slots[slot].bg == bg)
			return colours->slots[slot].pair;
		slot = (slot + 1) % COLOURS_SLOTS;
	}
	int pair = pair_make(colours, fg, bg);
	if (pair) {
		colours->slots[slot].fg = fg;
		colours->slots[slot].bg = bg;
		colours->slots[slot].pair = pair;
	}
	return pair;
}

struct ink colours_ink(struct colours *colours, struct style style)
{
	static const struct {
		unsigned attr, curses;
	} attrs[] = {{ATTR_BOLD, A_BOLD}, {ATTR_UNDERLINE, A_UNDERLINE}, {ATTR_REVERSE, A_REVERSE},
		     {ATTR_DIM, A_DIM}, {ATTR_ITALIC, A_ITALIC}};
	struct ink ink = {.attrs = A_NORMAL, .pair = pair_of(colours, style.fg, style.bg)};

	if (ink.pair == 0 && style.bg >= 0)
		style.attrs |= ATTR_UNDERLINE;
	for (size_t i = 0; i < sizeof attrs / sizeof attrs[0]; i++)
		if (style.attrs & attrs[i].attr)
			ink.attrs |= attrs[i].curses;
	return ink;
}
