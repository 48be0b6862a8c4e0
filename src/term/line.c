/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term/line.h"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

/* Handlers know nothing but what is static. */
static struct {
	volatile sig_atomic_t quiet;
	int fd;
	struct termios before;
} line;

bool line_quiet(int fd)
{
	if (tcgetattr(fd, &line.before) != 0)
		return false;
	struct termios quiet = line.before;
	quiet.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON);
	quiet.c_cc[VSUSP] = _POSIX_VDISABLE; /* nobody would restore the line for the shell */
	quiet.c_cc[VMIN] = 1;
	quiet.c_cc[VTIME] = 0;
	line.fd = fd;
	line.quiet = 1;
	return tcsetattr(fd, TCSADRAIN, &quiet) == 0;
}

void line_restore(void)
{
	if (line.quiet)
		tcsetattr(line.fd, TCSADRAIN, &line.before);
	line.quiet = 0;
}
