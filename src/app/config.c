/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The config file: `name = value` lines. A line that is wrong is told and passed over: the rest
 * still counts.
 */
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/words.h"
#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"

static const size_t max_bytes = 1024 * 1024;

struct config {
	struct options *options;
	const char *path;
	size_t line;
	void (*warn)(const char *text, void *data);
	void *data;
};

static char *trim(char *text)
{
	text += strspn(text, " \t");
	size_t n = strlen(text);
	while (n && strchr(" \t\r", text[n - 1]))
		text[--n] = '\0';
	return text;
}

static void warn(const struct config *config, const struct fault *f)
{
	struct str text = STR_EMPTY;
	str_appendf(&text, "%s:%zu: ", config->path, config->line);
	words_fault(&text, f);
	config->warn(str_cstr(&text), config->data);
	str_release(&text);
}

static void read_line(const struct config *config, char *line)
{
	char *name = trim(line);
	if (!*name || *name == '#')
		return;
	struct fault f = FAULT_NONE;
	char *equals = strchr(name, '=');
	enum status status = STATUS_USAGE;
	if (equals) {
		*equals = '\0';
		status = options_set_config(config->options, trim(name), trim(equals + 1), &f);
	} else {
		fault_setf(&f, STATUS_USAGE, name, "name = value");
	}
	if (status != STATUS_OK)
		warn(config, &f);
	fault_release(&f);
}

enum status options_read_config(struct options *options,
				void (*warn_fn)(const char *text, void *data), void *data,
				struct fault *f)
{
	char *path = options_xdg_path("XDG_CONFIG_HOME", ".config", "config");
	struct str text = STR_EMPTY;
	struct config config = {.options = options, .path = path, .warn = warn_fn, .data = data};
	enum status status = file_read(path, max_bytes, &text, f);
	if (status == STATUS_OK) {
		char *rest = text.p;
		for (char *line; rest && (line = strsep(&rest, "\n"));) {
			config.line++;
			read_line(&config, line);
		}
	} else if (status == STATUS_NO_FILE) {
		if (f)
			fault_release(f);
		status = STATUS_OK;
	}
	str_release(&text);
	free(path);
	return status;
}
