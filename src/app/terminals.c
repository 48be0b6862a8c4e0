/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/terminals.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"

enum { FILE_MAX = 64 * 1024, ENTRIES_MAX = 200 };

struct entry {
	enum bidi_mode mode;
	const char *name, *term; /* in the text */
};

/* The file taken apart; entries point into `text`. */
struct memory {
	struct str text;
	struct entry entries[ENTRIES_MAX];
	size_t n;
};

char *terminals_path(void)
{
	return options_xdg_path("XDG_STATE_HOME", ".local/state", "terminals");
}

/* `MODE NAME TERM`, one space between; false for all else. */
static bool entry_parse(char *line, struct entry *out)
{
	const char *mode = strsep(&line, " ");
	*out = (struct entry){.name = strsep(&line, " "), .term = strsep(&line, " ")};
	return out->term && !line && guard_is_name(out->name) && guard_is_name(out->term) &&
	       bidi_mode_parse(mode, &out->mode);
}

/* A file that is not there, or cannot be read, or is far too long, remembers nothing. */
static void memory_read(struct memory *memory, const char *path)
{
	*memory = (struct memory){.text = STR_EMPTY};
	struct fault ignored = FAULT_NONE;
	bool whole = file_read(path, FILE_MAX, &memory->text, &ignored) == STATUS_OK;
	fault_release(&ignored);
	char *rest = whole ? memory->text.p : NULL;
	for (char *line; memory->n < ENTRIES_MAX && rest && (line = strsep(&rest, "\n"));)
		memory->n += entry_parse(line, &memory->entries[memory->n]);
}

static bool is_of(const struct entry *entry, const struct guard *guard)
{
	return strcmp(entry->name, guard->name) == 0 && strcmp(entry->term, guard->term) == 0;
}

bool terminals_recall(const struct guard *guard, enum bidi_mode *out)
{
	char *path = terminals_path();
	struct memory memory;
	memory_read(&memory, path);
	bool found = false;
	for (size_t i = 0; i < memory.n; i++) {
		if (is_of(&memory.entries[i], guard)) {
			*out = memory.entries[i].mode;
			found = true;
		}
	}
	str_release(&memory.text);
	free(path);
	return found;
}

bool terminals_mode(const struct options *options, const struct guard *guard, enum bidi_mode *out)
{
	*out = options->bidi;
	return options->source[OPTION_bidi] == SOURCE_DEFAULT && terminals_recall(guard, out);
}

const char *terminals_advice(enum term_hint hint)
{
	switch (hint) {
	case TERM_HINT_FORCE_LTR:
		return _("kitty turns words around: set force_ltr yes in kitty.conf");
	case TERM_HINT_REORDERS:
		return _("more panes: switch off this terminal's bidirectional text, then F9");
	case TERM_HINT_NONE:
		break;
	}
	return NULL;
}

static void append_entry(struct str *out, enum bidi_mode mode, const char *name, const char *term)
{
	str_appendf(out, "%s %s %s\n", bidi_mode_name(mode), name, term);
}

static enum status write_file(const char *path, const struct str *text, struct fault *f)
{
	char *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path));
	enum status status = file_make_folders(folder, f);
	if (status == STATUS_OK)
		status = file_replace_bytes(path, str_cstr(text), text->len, f);
	free(folder);
	return status;
}

/* All but this terminal's; then `mode`, unless it is NULL, for which the oldest of too many goes. */
static enum status rewrite(const struct guard *guard, const enum bidi_mode *mode, struct fault *f)
{
	char *path = terminals_path();
	struct memory memory;
	struct str text = STR_EMPTY;
	memory_read(&memory, path);
	str_append_str(&text, "# hashiya: which bidi mode reads right in which terminal "
			      "(doctor --bidi)\n");
	for (size_t i = mode && memory.n == ENTRIES_MAX; i < memory.n; i++) {
		const struct entry *entry = &memory.entries[i];
		if (!is_of(entry, guard))
			append_entry(&text, entry->mode, entry->name, entry->term);
	}
	if (mode)
		append_entry(&text, *mode, guard->name, guard->term);
	enum status status = write_file(path, &text, f);
	str_release(&text);
	str_release(&memory.text);
	free(path);
	return status;
}

enum status terminals_remember(const struct guard *guard, enum bidi_mode mode, struct fault *f)
{
	return rewrite(guard, &mode, f);
}

enum status terminals_forget(const struct guard *guard, struct fault *f)
{
	enum bidi_mode ignored;
	return terminals_recall(guard, &ignored) ? rewrite(guard, NULL, f) : STATUS_OK;
}
