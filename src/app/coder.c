/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/coder.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/i18n.h"
#include "app/options.h"
#include "app/prompt.h"
#include "app/state.h"
#include "app/words.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"

enum { FILE_MAX = 4096 };

static char *state_path(void)
{
	return options_xdg_path("XDG_STATE_HOME", ".local/state", "coder");
}

/* The first line without white space at its ends; NULL where that is no name. The caller's. */
static char *tidy_name(const char *text)
{
	static const char SPACE[] = " \t\r";
	size_t n = strcspn(text, "\n"), start = strspn(text, SPACE);
	while (n > start && strchr(SPACE, text[n - 1]))
		n--;
	if (n <= start || !utf8_check(text + start, n - start, NULL))
		return NULL;
	return xstrndup(text + start, n - start);
}

char *coder_recall(void)
{
	char *path = state_path(), *name = NULL;
	struct str text = STR_EMPTY;
	struct fault ignored = FAULT_NONE;
	if (file_read(path, FILE_MAX, &text, &ignored) == STATUS_OK)
		name = tidy_name(str_cstr(&text));
	fault_release(&ignored);
	str_release(&text);
	free(path);
	return name;
}

enum status coder_remember(const char *name, struct fault *f)
{
	char *path = state_path(), *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path));
	char *line = xasprintf("%s\n", name);
	enum status status = file_make_folders(folder, f);
	if (status == STATUS_OK)
		status = file_replace_bytes(path, line, strlen(line), f);
	free(line);
	free(folder);
	free(path);
	return status;
}

/* What was chosen on the command line, by the environment or in the config file stays as it is. */
static bool is_remembered(const struct app *app)
{
	return app->options->source[OPTION_coder] <= SOURCE_STATE;
}

static void say_coder(struct app *app)
{
	struct fault f = FAULT_NONE;
	if (!is_remembered(app))
		/* TRANSLATORS: %s is a name */
		app_say(app, _("coder: %s, until the end of this session"), app->options->coder);
	else if (coder_remember(app->options->coder, &f))
		app_say_fault(app, &f);
	else
		/* TRANSLATORS: %s is a name */
		app_say(app, _("coder: %s"), app->options->coder);
}

/* False, and said why, where `text` is no name. */
static bool become(struct app *app, const char *text)
{
	char *name = tidy_name(text);
	if (!name) {
		app_complain(app, _("a coder has a name"));
		return false;
	}
	app_set_coder(app, name);
	free(name);
	say_coder(app);
	app_reload(app);
	return true;
}

/* A command that waits for the name. */
struct waiting {
	const char *command;
	char *argument;
};

static bool answer(struct app *app, const char *text, void *data)
{
	const struct waiting *waiting = data;
	if (!become(app, text))
		return false;
	app_run(app, waiting->command, waiting->argument);
	return true;
}

static void free_waiting(void *data)
{
	struct waiting *waiting = data;
	free(waiting->argument);
	free(waiting);
}

/* A demo is thrown away, and a project that cannot be written takes no acts. */
static bool must_ask(const struct app *app)
{
	const struct store *store = app->project.store;
	return app->options->source[OPTION_coder] == SOURCE_DEFAULT && !app->project.demo_dir &&
	       !(store && (store_is_readonly(store) || store_is_newer(store)));
}

bool coder_asks(struct app *app, const struct command *command, const char *argument)
{
	static const struct prompt_ops ops = {.accept = answer, .free_data = free_waiting};
	if (!(command->sections & COMMAND_ACTS) || !must_ask(app))
		return false;
	struct waiting *waiting = xmalloc(sizeof *waiting);
	*waiting = (struct waiting){command->name, xstrdup(argument)};
	/* TRANSLATORS: asked once, before the first thing is marked */
	view_push(app, prompt_new(app, _("Your name as a coder:"), app->options->coder, &ops,
				  waiting));
	app_say(app, _("all that you mark has your name; Enter takes the one proposed"));
	return true;
}

static bool change(struct app *app, const char *text, void *data)
{
	(void)data;
	return become(app, text);
}

void command_coder(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {.accept = change};
	if (*argument)
		become(app, argument);
	else
		view_push(app, prompt_new(app, _("Your name as a coder:"), app->options->coder,
					  &ops, NULL));
}

void command_blind(struct app *app, const char *argument)
{
	(void)argument;
	app_set_blind(app, !app->options->blind);
	app_reload(app);
	if (app->options->blind)
		app_say(app, _("what other coders did is hidden"));
	else
		app_say(app, _("what all coders did is shown"));
}

char *coder_badge(const struct app *app)
{
	if (app->options->blind)
		/* TRANSLATORS: a badge: what others than this coder did is hidden */
		return words_format(_("blind: %s"), app->options->coder);
	return app->n_coders > 1 ? words_format("%s", app->options->coder) : NULL;
}
