/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/terminfo.h"

#include <curses.h>
#include <stdbool.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

#include "tui/tui.h"

enum status terminfo_check(struct fault *f)
{
	const char *name = getenv("TERM");
	int error;
	bool good = setupterm(NULL, STDOUT_FILENO, &error) == OK && tigetstr("cup");

	del_curterm(set_curterm(NULL));
	return good ? STATUS_OK : fault_setf(f, STATUS_NO_TTY, NULL, "TERM=%s", name ? name : "");
}

const char *tui_version(void)
{
	return curses_version();
}
