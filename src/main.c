/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wiring: the command line and the interface, which know nothing of each other. */
#include "app/headless.h"
#include "cli/cli.h"
#include "tui/tui.h"

int main(int argc, char **argv)
{
	static const struct interface interface = {
		.run = tui_run, .run_headless = headless_run, .version = tui_version};
	return cli_main(argc, argv, &interface);
}
