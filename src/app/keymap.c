/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

struct keymap {
	struct binding *bindings;
	size_t n, cap;
};

const char KEYMAP_DEFAULT[] =
#include "app/default-keys.inc"
	;

static const struct {
	enum section section;
	const char *name;
} sections[] = {
	{SECTION_COMMON, "common"}, {SECTION_LIBRARY, "library"}, {SECTION_READER, "reader"},
	{SECTION_PICKER, "picker"}, {SECTION_EDITOR, "editor"},   {SECTION_PROMPT, "prompt"},
	{SECTION_FORM, "form"},     {SECTION_GRID, "grid"},       {SECTION_CLAIM, "claim"},
	{SECTION_ENDS, "ends"},     {SECTION_CHOICE, "choice"},
	{SECTION_CODEBOOK, "codebook"}, {SECTION_TIMELINE, "timeline"},
	{SECTION_REVIEW, "review"}, {SECTION_DIFFERENCE, "differences"},
	{SECTION_SURVEY, "survey"},
};
enum { N_SECTIONS = sizeof sections / sizeof *sections };

const char *section_name(enum section section)
{
	for (size_t i = 0; i < N_SECTIONS; i++)
		if (sections[i].section == section)
			return sections[i].name;
	return "";
}

struct keymap *keymap_new(void)
{
	return xcalloc(1, sizeof(struct keymap));
}

static void binding_release(struct binding *binding)
{
	free(binding->command);
	free(binding->argument);
}

void keymap_free(struct keymap *keymap)
{
	if (!keymap)
		return;
	for (size_t i = 0; i < keymap->n; i++)
		binding_release(&keymap->bindings[i]);
	free(keymap->bindings);
	free(keymap);
}

const struct binding *keymap_exact(const struct keymap *keymap, enum section section,
				   struct key key)
{
	for (size_t i = 0; i < keymap->n; i++)
		if (keymap->bindings[i].section == section &&
		    key_equal(keymap->bindings[i].key, key))
			return &keymap->bindings[i];
	return NULL;
}

static void keymap_unbind(struct keymap *keymap, enum section section, struct key key)
{
	const struct binding *found = keymap_exact(keymap, section, key);
	if (!found)
		return;
	size_t at = (size_t)(found - keymap->bindings);
	binding_release(&keymap->bindings[at]);
	keymap->n--;
	memmove(&keymap->bindings[at], &keymap->bindings[at + 1],
		(keymap->n - at) * sizeof *keymap->bindings);
}

/* Takes over the binding's strings. */
static void keymap_bind(struct keymap *keymap, struct binding binding)
{
	keymap_unbind(keymap, binding.section, binding.key);
	if (strcmp(binding.command, "none") == 0)
		binding_release(&binding);
	else
		VEC_PUSH(keymap->bindings, keymap->n, keymap->cap, binding);
}

/* "[name]"; false where no section has this name. */
static bool parse_section(const char *line, enum section *out)
{
	size_t n = strlen(line);
	for (size_t i = 0; i < N_SECTIONS; i++)
		if (n == strlen(sections[i].name) + 2 && line[n - 1] == ']' &&
		    strncmp(line + 1, sections[i].name, n - 2) == 0) {
			*out = sections[i].section;
			return true;
		}
	return false;
}

/* "key command argument"; false where it is not understood. */
static bool parse_binding(struct keymap *keymap, const char *line, enum section section)
{
	struct binding binding = {.section = section};
	size_t n_key = key_parse(line, &binding.key);
	const char *command = line + n_key + strspn(line + n_key, " \t");
	size_t n_command = strcspn(command, " \t");
	if (n_key == 0 || n_command == 0)
		return false;
	const char *argument = command + n_command;
	binding.command = xstrndup(command, n_command);
	binding.argument = xstrdup(argument + strspn(argument, " \t"));
	keymap_bind(keymap, binding);
	return true;
}

/* One line without its end and without white space around it. */
static bool parse_line(struct keymap *keymap, const char *line, enum section *section)
{
	if (line[0] == '\0' || (line[0] == '#' && (line[1] == ' ' || line[1] == '\0')))
		return true;
	/* "[" alone is a key. */
	if (line[0] == '[' && line[1] != ' ' && line[1] != '\t')
		return parse_section(line, section);
	return parse_binding(keymap, line, *section);
}

enum status keymap_read(struct keymap *keymap, const char *text, const char *name, struct fault *f)
{
	enum section section = SECTION_COMMON;
	for (size_t number = 1; *text; number++) {
		size_t n = strcspn(text, "\n");
		size_t start = strspn(text, " \t\r");
		size_t end = n;
		while (end > start && strchr(" \t\r", text[end - 1]))
			end--;
		char *line = xstrndup(text + start, end > start ? end - start : 0);
		bool understood = parse_line(keymap, line, &section);
		free(line);
		if (!understood)
			return fault_setf(f, STATUS_INVALID, name, "%zu", number);
		text += n + (text[n] == '\n');
	}
	return STATUS_OK;
}

static const struct binding *find_own_then_common(const struct keymap *keymap, enum section section,
						  struct key key)
{
	const struct binding *own = keymap_exact(keymap, section, key);
	return own ? own : keymap_exact(keymap, SECTION_COMMON, key);
}

const struct binding *keymap_find(const struct keymap *keymap, enum section section, struct key key,
				  struct key *latin)
{
	struct key position = key;
	const struct binding *found = find_own_then_common(keymap, section, key);
	if (!found && key_latin(key, &position))
		found = find_own_then_common(keymap, section, position);
	if (latin)
		*latin = found ? position : key;
	return found;
}

size_t keymap_keys(const struct keymap *keymap, unsigned in_sections, const char *command,
		   const char *argument, struct key *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < keymap->n && n < max; i++) {
		const struct binding *b = &keymap->bindings[i];
		if ((b->section & in_sections) && strcmp(b->command, command) == 0 &&
		    (!argument || strcmp(b->argument, argument) == 0))
			out[n++] = b->key;
	}
	return n;
}
