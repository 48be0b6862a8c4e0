/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/options.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/coder.h"
#include "app/i18n.h"
#include "app/nearest.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"

enum option_kind { KIND_TEXT, KIND_NAME, KIND_BIDI, KIND_COLOR, KIND_SWITCH, KIND_FLAG };
enum option_where { WHERE_ANYWHERE, WHERE_COMMAND_LINE };

static const struct option_def {
	struct option_info info;
	enum option_kind kind;
	size_t offset; /* of the field in struct options */
} table[N_OPTIONS] = {
#define OPTION(field, name, short_name, kind, argument, where, help)                      \
	[OPTION_##field] = {{name, short_name, argument, help, WHERE_##where == WHERE_ANYWHERE}, \
			    KIND_##kind,                                                  \
			    offsetof(struct options, field)},
#include "app/option.def"
#undef OPTION
};

const struct option_info *option_info(size_t index)
{
	return &table[index].info;
}

void options_init(struct options *options)
{
	*options = (struct options){.bidi = BIDI_AUTO, .color = COLOR_AUTO, .mouse = true};
}

void options_release(struct options *options)
{
	free(options->project);
	free(options->coder);
	free(options->copy_command);
	*options = (struct options){.project = NULL};
}

/* The entry called `name`, or N_OPTIONS. */
static size_t find(const char *name)
{
	size_t i = 0;
	while (i < N_OPTIONS && strcmp(table[i].info.name, name) != 0)
		i++;
	return i;
}

static bool color_parse(const char *value, enum color_mode *out)
{
	static const char *const names[] = {
		[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(value, names[i]) == 0) {
			*out = (enum color_mode)i;
			return true;
		}
	}
	return false;
}

/* One of two words. */
static bool either_parse(const char *value, const char *yes, const char *no, bool *out)
{
	*out = strcmp(value, yes) == 0;
	return *out || strcmp(value, no) == 0;
}

/* Writes `value` into the field; false where it is none of the values allowed. */
static bool store_value(struct options *options, const struct option_def *def, const char *value)
{
	void *field = (char *)options + def->offset;
	switch (def->kind) {
	case KIND_TEXT:
	case KIND_NAME:
		if (!*value || (def->kind == KIND_NAME && !utf8_check(value, strlen(value), NULL)))
			return false;
		free(*(char **)field);
		*(char **)field = xstrdup(value);
		return true;
	case KIND_BIDI:
		return bidi_mode_parse(value, field);
	case KIND_COLOR:
		return color_parse(value, field);
	case KIND_SWITCH:
		return either_parse(value, "on", "off", field);
	case KIND_FLAG:
		return either_parse(value && *value ? value : "yes", "yes", "no", field);
	}
	return false;
}

static const char *allowed_values(enum option_kind kind)
{
	switch (kind) {
	case KIND_NAME:
		return "UTF-8, not empty";
	case KIND_BIDI:
		return "auto, app, terminal";
	case KIND_COLOR:
		return "auto, always, never";
	case KIND_SWITCH:
		return "on, off";
	case KIND_FLAG:
		return "yes, no";
	default:
		return "not empty";
	}
}

/* Sets entry `index` unless a stronger source has set it. A bad value is a fault all the same. */
static enum status set_from(struct options *options, size_t index, const char *value,
			    enum option_source source, struct fault *f)
{
	const struct option_def *def = &table[index];
	struct options scratch;
	bool weaker = options->source[index] > source;
	if (weaker)
		options_init(&scratch);
	bool ok = store_value(weaker ? &scratch : options, def, value);
	if (weaker)
		options_release(&scratch);
	else if (ok)
		options->source[index] = (unsigned char)source;
	if (ok)
		return STATUS_OK;
	return fault_setf(f, STATUS_INVALID, value, "%s: %s", def->info.name,
			  allowed_values(def->kind));
}

static enum status unknown_option(const char *name, struct fault *f)
{
	struct nearest nearest = NEAREST(name);
	for (size_t i = 0; i < N_OPTIONS; i++)
		nearest_offer(&nearest, table[i].info.name);
	if (!nearest.name)
		return fault_set(f, STATUS_USAGE, name);
	return fault_setf(f, STATUS_USAGE, name, "%s?", nearest.name);
}

enum status options_set(struct options *options, const char *name, const char *value,
			struct fault *f)
{
	size_t index = find(name);
	if (index == N_OPTIONS)
		return unknown_option(name, f);
	return set_from(options, index, value, SOURCE_COMMAND_LINE, f);
}

enum status options_set_config(struct options *options, const char *name, const char *value,
			       struct fault *f)
{
	size_t index = find(name);
	if (index == N_OPTIONS || !table[index].info.in_config)
		return unknown_option(name, f);
	return set_from(options, index, value, SOURCE_CONFIG, f);
}

static enum status from_environment(struct options *options, const char *variable, size_t index,
				    struct fault *f)
{
	const char *value = getenv(variable);
	if (!value || !*value)
		return STATUS_OK;
	return set_from(options, index, value, SOURCE_ENVIRONMENT, f);
}

char *options_xdg_path(const char *variable, const char *fallback, const char *name)
{
	const char *base = getenv(variable);
	if (base && base[0] == '/') /* the specification: a relative one is to be ignored */
		return xasprintf("%s/hashiya/%s", base, name);
	const char *home = getenv("HOME");
	const struct passwd *user = home && *home ? NULL : getpwuid(getuid());
	home = user ? user->pw_dir : home && *home ? home : "/";
	return xasprintf("%s/%s/hashiya/%s", home, fallback, name);
}

static char *login_name(void)
{
	const struct passwd *user = getpwuid(getuid());
	const char *name = user ? user->pw_name : getenv("LOGNAME");
	return name && *name ? xstrdup(name) : xasprintf("user %ld", (long)getuid());
}

/* Who told the interface once is the same in scripts. */
static void finish_coder(struct options *options)
{
	if (options->coder)
		return;
	options->coder = coder_recall();
	if (options->coder)
		options->source[OPTION_coder] = SOURCE_STATE;
	else
		options->coder = login_name();
}

enum status options_finish(struct options *options, struct fault *f)
{
	enum status status = from_environment(options, "HASHIYA_PROJECT", OPTION_project, f);
	if (status == STATUS_OK)
		status = from_environment(options, "HASHIYA_CODER", OPTION_coder, f);
	if (status == STATUS_OK)
		status = from_environment(options, "HASHIYA_BIDI", OPTION_bidi, f);
	if (status != STATUS_OK)
		return status;
	const char *no_color = getenv("NO_COLOR");
	if (no_color && *no_color && options->source[OPTION_color] < SOURCE_ENVIRONMENT)
		options->color = COLOR_NEVER;
	if (!options->project)
		options->project = options_xdg_path("XDG_DATA_HOME", ".local/share",
						    "default.hashiya");
	finish_coder(options);
	return STATUS_OK;
}
