/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The palette and the help: every command of the table, with its keys, to be found and run. The
 * palette shows names first and takes `name argument`; the help shows keys first, and those of the
 * view that it was called from before the others.
 */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/picker.h"
#include "app/state.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "text/line.h"

enum { KEYS_SHOWN = 3, KEYS_COLUMNS = 14, NAMED_COLUMNS = 100 };

/* "j", or "j(ت)" with the keycap that an Arabic layout has there; the caller's. */
static char *key_text(struct key key, bool both_keycaps)
{
	char text[KEY_TEXT_SIZE], other[KEY_TEXT_SIZE];
	struct key arabic;
	key_format(key, text);
	if (!both_keycaps || !key_arabic(key, &arabic))
		return xstrdup(text);
	key_format(arabic, other);
	/* The letter is isolated, so that the brackets stay where they are. */
	return xasprintf("%s(\xE2\x81\xA8%s\xE2\x81\xA9)", text, other);
}

/* "j(ت) Down": as many keys as fit, the caller's; "" where no key runs it. */
static char *keys_text(const struct app *app, unsigned sections, const char *command,
		       bool both_keycaps)
{
	struct key keys[KEYS_SHOWN];
	struct str out = STR_EMPTY;
	size_t n = keymap_keys(app->keymap, sections, command, NULL, keys, KEYS_SHOWN);
	size_t columns = 0;
	for (size_t i = 0; i < n; i++) {
		char *text = key_text(keys[i], both_keycaps);
		size_t needs = line_columns(text, strlen(text));
		if (columns == 0 || columns + 1 + needs <= KEYS_COLUMNS)
			str_appendf(&out, columns > 0 ? " %s" : "%s", text);
		columns += columns > 0 ? needs + 1 : needs;
		free(text);
	}
	return str_take(&out);
}

/* What people may look for: names, synonyms, and the English words under another language. */
static char *search_words(const struct command *command, const char *keys)
{
	return xasprintf("%s %s %s %s %s", command->name, command->synonyms, command->label,
			 command->help, keys);
}

static void add_to_help(struct app *app, struct picker *picker, const struct command *command,
			unsigned sections)
{
	bool types = !(sections & ~(unsigned)SECTIONS_OF_TYPING);
	char *keys = keys_text(app, sections, command->name, !types);
	/* What a command does must fit; its name is for those who have the room. */
	bool named = app->frame.n_cols >= NAMED_COLUMNS;
	picker_add(picker, &(struct picker_item){
				   .label = xstrdup(_(command->help)),
				   .detail = named ? xstrdup(command->name) : NULL,
				   .synonyms = search_words(command, keys),
				   .symbol = xstrdup(keys),
				   .symbol_style = theme_style(ROLE_KEY, app->mono),
				   .symbol_columns = KEYS_COLUMNS,
				   .id = xstrdup(command->name),
			   });
	free(keys);
}

static void add_to_palette(struct app *app, struct picker *picker, const struct command *command,
			   unsigned sections)
{
	char *keys = keys_text(app, sections, command->name, false);
	picker_add(picker, &(struct picker_item){
				   .label = xstrdup(command->name),
				   .detail = xstrdup(_(command->help)),
				   .synonyms = search_words(command, keys),
				   .symbol = xstrdup(keys),
				   .symbol_style = theme_style(ROLE_KEY, app->mono),
				   .symbol_columns = KEYS_COLUMNS,
				   .id = xstrdup(command->name),
			   });
	free(keys);
}

typedef void add_command(struct app *app, struct picker *picker, const struct command *command,
			 unsigned sections);

/*
 * Adds the commands of `sections` but those of `others`, each with the keys that it has in
 * `keys_of`.
 */
static void add_commands(struct app *app, struct picker *picker, add_command *add,
			 unsigned sections, unsigned others, unsigned keys_of)
{
	size_t n;
	const struct command *commands = command_table(&n);
	for (size_t i = 0; i < n; i++)
		if ((commands[i].sections & sections) && !(commands[i].sections & others))
			add(app, picker, &commands[i], commands[i].sections & keys_of);
}

/*
 * What the view that help and palette are called from has of its own, then what works everywhere.
 */
static void add_commands_here(struct app *app, struct picker *picker, add_command *add,
			      const struct view *from)
{
	unsigned own = from->ops->section;
	add_commands(app, picker, add, own, 0, from->ops->takes_text ? own : own | SECTION_COMMON);
	add_commands(app, picker, add, SECTION_COMMON, own, SECTION_COMMON);
}

/* `data` is the view that it is called from, which stays below it. */
static void help_load(struct app *app, struct picker *picker, void *data)
{
	const struct view *from = data;
	unsigned here = (unsigned)from->ops->section | SECTION_COMMON;
	add_commands_here(app, picker, add_to_help, from);
	add_commands(app, picker, add_to_help, ~here, here, ~here);
}

static void palette_load(struct app *app, struct picker *picker, void *data)
{
	add_commands_here(app, picker, add_to_palette, data);
}

static void run_chosen(struct app *app, const struct picker_item *item, void *data)
{
	(void)data;
	app_run(app, item->id, "");
}

/* `export notes.csv`: a name and its argument. */
static void run_typed(struct app *app, const char *typed, void *data)
{
	(void)data;
	size_t n = strcspn(typed, " ");
	char *name = xstrndup(typed, n);
	app_run(app, name, typed + n + strspn(typed + n, " "));
	free(name);
}

void command_help(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {.choose = run_chosen, .load = help_load};
	(void)argument;
	/* TRANSLATORS: the title of the help; %s is the name of the coder, who marks */
	char *title = words_format(_("Help: type to find, Enter runs; coder: %s"),
				   app->options->coder);
	view_push(app, picker_new(app, title, NULL, &ops, view_top(app)));
	free(title);
}

void command_palette(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = run_chosen, .create = run_typed, .load = palette_load};
	if (argument[0])
		run_typed(app, argument, NULL);
	else
		view_push(app, picker_new(app, _("Commands"), _("run"), &ops, view_top(app)));
}
