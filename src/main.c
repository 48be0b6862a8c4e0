/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wiring: the command line and the interface, which know nothing of each other. */
#include "cli/cli.h"

int main(int argc, char **argv)
{
	static const struct interface interface = {.run = NULL, .run_headless = NULL};
	return cli_main(argc, argv, &interface);
}
