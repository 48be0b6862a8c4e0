/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "told.h"

#include <stdbool.h>
#include <string.h>

enum { ESC = 0x1b, BEL = 0x07 };

/* Modes that curses switches: cursor keys, wrapping, the cursor's looks, the screen, insertion. */
static const char *const screen_modes[] = {"?1", "?7", "?12", "?25", "?12;25", "?3;4", "?1049", "4", "34", "?9"};

/* What terminfo has for the begin and the end of a screen: xterm's stack of titles, and the palette's reset. */
static const char *const screen_frames[] = {"\033[22;0;0t", "\033[23;0;0t", "\033]104\a"};

static bool is_screen_frame(const char *sequence, size_t n)
{
	for (size_t i = 0; i < sizeof screen_frames / sizeof *screen_frames; i++)
		if (strlen(screen_frames[i]) == n && memcmp(screen_frames[i], sequence, n) == 0)
			return true;
	return false;
}

static bool is_screen_mode(const char *params, size_t n)
{
	for (size_t i = 0; i < sizeof screen_modes / sizeof *screen_modes; i++)
		if (strlen(screen_modes[i]) == n && memcmp(screen_modes[i], params, n) == 0)
			return true;
	return false;
}

/* `seq` from behind the introducer to the final byte. */
static bool is_painting(const char *seq, size_t n)
{
	char final = n > 0 ? seq[n - 1] : '\0';

	if (final == 'h' || final == 'l')
		return is_screen_mode(seq, n - 1);
	if (n > 1 && (strchr("<=>?", seq[0]) || strchr(" !\"#$%&'()*+,-./", seq[n - 2])))
		return false;
	return final && strchr("ABCDEFGHIJKLMPSTXZ@`abdefgmr", final);
}

static size_t csi_length(const char *p, size_t n)
{
	size_t len = 2;

	while (len < n && (p[len] < '@' || p[len] > '~'))
		len++;
	return len < n ? len + 1 : n;
}

/* Up to and with BEL or ST. */
static size_t string_length(const char *p, size_t n)
{
	for (size_t len = 2; len < n; len++) {
		if (p[len] == BEL)
			return len + 1;
		if (p[len] == ESC && len + 1 < n && p[len + 1] == '\\')
			return len + 2;
	}
	return n;
}

void told_append(struct str *out, const char *sent, size_t n)
{
	while (n > 0) {
		size_t len = 1;
		bool told = false;
		if (n > 1 && sent[0] == ESC && sent[1] == '[') {
			len = csi_length(sent, n);
			told = !is_painting(sent + 2, len - 2);
		} else if (n > 1 && sent[0] == ESC && strchr("P]_^X", sent[1])) {
			len = string_length(sent, n);
			told = true;
		}
		if (told && !is_screen_frame(sent, len))
			str_append(out, sent, len);
		sent += len;
		n -= len;
	}
}
