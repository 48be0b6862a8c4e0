/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tag-key.h"

#include <string.h>

#include "app/command.h"
#include "app/i18n.h"
#include "app/keymap.h"
#include "app/state.h"

/* All of `text` is one key. */
static bool parse(const char *text, struct key *out)
{
	return *text && key_parse(text, out) == strlen(text);
}

/* The first tag but `but` (a path; NULL: any) that has this key; NULL. */
static const struct tag *find(const struct tag_list *tags, struct key key, const char *but)
{
	for (size_t i = 0; i < tags->n; i++) {
		struct key its;
		if (parse(tags->items[i].key, &its) && key_equal(its, key) &&
		    (!but || strcmp(tags->items[i].path, but) != 0))
			return &tags->items[i];
	}
	return NULL;
}

bool tag_key_takes(struct app *app, struct key key)
{
	struct tag_list tags = {.items = NULL};
	struct fault f = FAULT_NONE;
	if (view_top(app)->ops->section != SECTION_READER || !app->project.store)
		return false;
	if (store_tag_names(app->project.store, &tags, &f))
		app_say_fault(app, &f);
	const struct tag *tag = find(&tags, key, NULL);
	if (tag)
		app_run(app, "tag", tag->path);
	tag_list_release(&tags);
	return tag != NULL;
}

/* The command that the reader has for a key; NULL. Static. */
static const struct command *bound(struct key key)
{
	struct keymap *keymap = keymap_new();
	const struct binding *binding = NULL;
	if (keymap_read(keymap, KEYMAP_DEFAULT, "default.keys", NULL) == STATUS_OK)
		binding = keymap_find(keymap, SECTION_READER, key, NULL);
	const struct command *command = binding ? command_find(binding->command) : NULL;
	keymap_free(keymap);
	return command;
}

static enum status check_others(const struct project *project, const char *path, struct key key,
				const char *text, struct fault *f)
{
	struct tag_list tags = {.items = NULL};
	enum status status =
		project->store ? store_tag_names(project->store, &tags, f) : STATUS_OK;
	const struct tag *other = find(&tags, key, path);
	if (status == STATUS_OK && other)
		/* TRANSLATORS: after a key; %s is a tag */
		status = fault_setf(f, STATUS_INVALID, text, _("the tag %s has this key"),
				    other->path);
	tag_list_release(&tags);
	return status;
}

enum status tag_key_check(const struct project *project, const char *path, const char *text,
			  struct fault *f)
{
	struct key key;
	if (!text || !*text)
		return STATUS_OK;
	if (!parse(text, &key))
		return fault_setf(f, STATUS_INVALID, text,
				  _("a key is a character, F11, or M- and a character"));
	const struct command *command = bound(key);
	if (command)
		/* TRANSLATORS: after a key; %s is what it does */
		return fault_setf(f, STATUS_INVALID, text,
				  _("taken for: %s; try a capital, or M-"),
				  _(command->label));
	return check_others(project, path, key, text, f);
}
