/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on the project as a whole: undo, redo. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/library.h"
#include "app/state.h"
#include "base/xalloc.h"

/* Loads all again; an article that came back gets the library's cursor. */
static void reload_to_returned(struct app *app)
{
	const struct article_list *list = library_articles(app->library);
	size_t n_before = list->n, i = 0;
	char(*before)[ID_SIZE] = xcalloc(n_before + 1, sizeof *before);
	for (size_t k = 0; k < n_before; k++)
		memcpy(before[k], list->items[k].id, ID_SIZE);
	app_reload(app);
	/* Both lists are in the order of their numbers. */
	while (i < n_before && i < list->n && strcmp(before[i], list->items[i].id) == 0)
		i++;
	if (list->n > n_before)
		library_go_to(app->library, list->items[i].id);
	free(before);
}

void command_undo(struct app *app, const char *argument)
{
	(void)argument;
	struct fault f = FAULT_NONE;
	char *words = NULL;
	if (project_undo(&app->project, &words, &f))
		app_say_fault(app, &f);
	else
		app_say(app, _("undone: %s"), words);
	free(words);
	reload_to_returned(app);
}

void command_redo(struct app *app, const char *argument)
{
	(void)argument;
	struct fault f = FAULT_NONE;
	char *words = NULL;
	if (project_redo(&app->project, &words, &f))
		app_say_fault(app, &f);
	else
		app_say(app, _("done again: %s"), words);
	free(words);
	reload_to_returned(app);
}
