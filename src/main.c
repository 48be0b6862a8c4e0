/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wiring: the command line, the locale, the interface. */
#include <stdio.h>

int main(void)
{
	puts(PACKAGE_NAME " " PACKAGE_VERSION);
	return fflush(stdout) == 0 ? 0 : 3;
}
