/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/key.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static const struct {
	const char *name;
	uint32_t code;
} names[] = {
	{"Space", ' '},
	{"Enter", NAMED_ENTER},
	{"Esc", NAMED_ESCAPE},
	{"Tab", NAMED_TAB},
	{"Backspace", NAMED_BACKSPACE},
	{"Up", NAMED_UP},
	{"Down", NAMED_DOWN},
	{"Left", NAMED_LEFT},
	{"Right", NAMED_RIGHT},
	{"Home", NAMED_HOME},
	{"End", NAMED_END},
	{"PageUp", NAMED_PAGE_UP},
	{"PageDown", NAMED_PAGE_DOWN},
	{"Insert", NAMED_INSERT},
	{"Delete", NAMED_DELETE},
	{"F1", NAMED_F1},
	{"F2", NAMED_F2},
	{"F3", NAMED_F3},
	{"F4", NAMED_F4},
	{"F5", NAMED_F5},
	{"F6", NAMED_F6},
	{"F7", NAMED_F7},
	{"F8", NAMED_F8},
	{"F9", NAMED_F9},
	{"F10", NAMED_F10},
	{"F11", NAMED_F11},
	{"F12", NAMED_F12},
};
enum { N_NAMES = sizeof names / sizeof *names };

static const struct {
	char letter;
	uint8_t mod;
} mods[] = {{'C', MOD_CTRL}, {'M', MOD_META}, {'S', MOD_SHIFT}};
enum { N_MODS = sizeof mods / sizeof *mods };

/*
 * XKB `ara`: what arrives, and the Latin key at its place. Only what the layout puts where a Latin
 * one has something else; the first of two rows for one Latin key is the one to show.
 */
static const struct {
	char32_t arabic;
	char latin;
} positions[] = {
	{0x0636, 'q'}, {0x0635, 'w'}, {0x062B, 'e'}, {0x0642, 'r'}, {0x0641, 't'}, {0x063A, 'y'},
	{0x0639, 'u'}, {0x0647, 'i'}, {0x062E, 'o'}, {0x062D, 'p'}, {0x062C, '['}, {0x062F, ']'},
	{0x0634, 'a'}, {0x0633, 's'}, {0x064A, 'd'}, {0x0628, 'f'}, {0x0644, 'g'}, {0x0627, 'h'},
	{0x062A, 'j'}, {0x0646, 'k'}, {0x0645, 'l'}, {0x0643, ';'}, {0x0637, '\''}, {0x0630, '`'},
	{0x0626, 'z'}, {0x0621, 'x'}, {0x0624, 'c'}, {0x0631, 'v'}, {0xFEFB, 'b'}, {0x0649, 'n'},
	{0x0629, 'm'}, {0x0648, ','}, {0x0632, '.'}, {0x0638, '/'},
	{0x061F, '?'}, {0x060C, ','}, {0x061B, ';'},
};
enum { N_POSITIONS = sizeof positions / sizeof *positions };

bool key_equal(struct key a, struct key b)
{
	return a.code == b.code && a.mods == b.mods;
}

/* The code of a key's name without modifiers; 0 where it is none. */
static uint32_t code_of(const char *name, size_t n)
{
	for (size_t i = 0; i < N_NAMES; i++)
		if (strlen(names[i].name) == n && memcmp(names[i].name, name, n) == 0)
			return names[i].code;
	/* At the start of a line of a keymap the sign itself would begin a comment. */
	if (n == 4 && memcmp(name, "Hash", 4) == 0)
		return '#';
	char32_t cp = 0;
	bool one = n > 0 && utf8_next(name, n, &cp) == n;
	return one && cp > ' ' && cp != 0x7F && cp != 0xFFFD ? cp : 0;
}

/* The modifier that `text` begins with, if something follows it; else 0. */
static uint8_t mod_of(const char *text, size_t n)
{
	for (size_t i = 0; i < N_MODS; i++)
		if (n > 2 && text[0] == mods[i].letter && text[1] == '-')
			return mods[i].mod;
	return 0;
}

size_t key_parse(const char *text, struct key *out)
{
	size_t n = strcspn(text, " \t\n");
	size_t i = 0;
	uint8_t all = 0;
	for (uint8_t mod; (mod = mod_of(text + i, n - i)) != 0; i += 2)
		all |= mod;
	*out = (struct key){.code = code_of(text + i, n - i), .mods = all};
	return out->code ? n : 0;
}

static const char *name_of(uint32_t code)
{
	for (size_t i = 0; i < N_NAMES; i++)
		if (names[i].code == code)
			return names[i].name;
	return NULL;
}

void key_format(struct key key, char out[KEY_TEXT_SIZE])
{
	size_t n = 0;
	for (size_t i = 0; i < N_MODS; i++)
		if (key.mods & mods[i].mod)
			n += (size_t)snprintf(out + n, KEY_TEXT_SIZE - n, "%c-", mods[i].letter);
	const char *name = name_of(key.code);
	if (name)
		snprintf(out + n, KEY_TEXT_SIZE - n, "%s", name);
	else
		out[n + utf8_encode(key.code, out + n)] = '\0';
}

bool key_latin(struct key key, struct key *out)
{
	*out = key;
	if (key.code >= 0x0660 && key.code <= 0x0669)
		out->code = '0' + (key.code - 0x0660);
	else if (key.code >= 0x06F0 && key.code <= 0x06F9)
		out->code = '0' + (key.code - 0x06F0);
	else
		for (size_t i = 0; i < N_POSITIONS; i++)
			if (positions[i].arabic == key.code)
				out->code = (unsigned char)positions[i].latin;
	return out->code != key.code;
}

bool key_arabic(struct key key, struct key *out)
{
	for (size_t i = 0; i < N_POSITIONS; i++)
		if ((unsigned char)positions[i].latin == key.code && key.mods == 0) {
			*out = (struct key){.code = positions[i].arabic, .mods = 0};
			return true;
		}
	return false;
}
