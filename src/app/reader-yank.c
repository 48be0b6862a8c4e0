/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copying: always from the logical text. What the terminal itself would copy off the screen is
 * reversed.
 */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/copy.h"
#include "app/i18n.h"
#include "app/reader-internal.h"

static void give_to_command(struct app *app, const struct str *text, size_t n_cp)
{
	struct fault f = FAULT_NONE;
	const char *command = app->options->copy_command;
	if (copy_run(command, str_cstr(text), text->len, &f))
		app_say_fault(app, &f);
	else
		/* TRANSLATORS: %s is the command of the setting copy-command */
		app_say(app,
			ngettext("%zu character copied by %s", "%zu characters copied by %s", n_cp),
			n_cp, command);
}

static void give_to_terminal(struct app *app, struct str *text, size_t n_cp)
{
	if (text->len > APP_COPY_MAX) {
		app_complain(app, _("too much for a terminal's clipboard: set copy-command, or take less"));
		return;
	}
	free(app->copy_text);
	app->copy_text = str_take(text);
	app->request = REQUEST_COPY;
	app_say(app,
		ngettext("%zu character sent to the terminal's clipboard (OSC 52)",
			 "%zu characters sent to the terminal's clipboard (OSC 52)", n_cp),
		n_cp);
}

void command_yank(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct cp_range range;
	char highlight[ID_SIZE];
	struct str text = STR_EMPTY;
	struct fault f = FAULT_NONE;
	(void)argument;
	if (!reader_target(pane, &range, highlight)) {
		app_complain(app, _("there is nothing to copy here"));
		return;
	}
	if (document_extract(pane->doc, range, &text, &f))
		app_say_fault(app, &f);
	else if (app->options->copy_command)
		give_to_command(app, &text, range.end_cp - range.start_cp);
	else
		give_to_terminal(app, &text, range.end_cp - range.start_cp);
	pane->selecting = SELECT_NONE;
	str_release(&text);
}
