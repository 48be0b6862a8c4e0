/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/headless.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/xalloc.h"

enum { KEYS_LIMIT = 1 << 20 };

static void print_frame(struct app *app, bool styles)
{
	struct str text = STR_EMPTY;
	frame_dump(app_frame(app), styles, &text);
	fwrite(str_cstr(&text), 1, text.len, stdout);
	str_release(&text);
}

/* The loop draws after every event, and what a view learns from drawing its next event may need. */
static void feed(struct app *app, const struct event *event)
{
	app_event(app, event);
	(void)app_frame(app);
}

static void feed_key(struct app *app, struct key key)
{
	if (!app_done(app))
		feed(app, &(struct event){.kind = EVENT_KEY, .key = key});
}

static bool do_dump(struct app *app, const char *argument)
{
	print_frame(app, false);
	return !argument[0];
}

static bool do_styles(struct app *app, const char *argument)
{
	print_frame(app, true);
	return !argument[0];
}

static bool do_type(struct app *app, const char *argument)
{
	for (size_t n = strlen(argument); n > 0;) {
		char32_t cp;
		size_t used = utf8_next(argument, n, &cp);
		feed_key(app, (struct key){.code = cp});
		argument += used;
		n -= used;
	}
	return true;
}

static bool do_paste(struct app *app, const char *argument)
{
	feed(app,
	     &(struct event){.kind = EVENT_PASTE, .text = argument, .n_text = strlen(argument)});
	return true;
}

static bool do_resize(struct app *app, const char *argument)
{
	struct event event = {.kind = EVENT_RESIZE};
	if (sscanf(argument, "%zux%zu", &event.n_rows, &event.n_cols) != 2)
		return false;
	feed(app, &event);
	return true;
}

static void feed_mouse(struct app *app, enum mouse_kind kind, size_t row, size_t col)
{
	struct event event = {.kind = EVENT_MOUSE};
	event.mouse.kind = kind;
	event.mouse.row = row;
	event.mouse.col = col;
	event.mouse.clicks = 1;
	feed(app, &event);
}

static bool do_click(struct app *app, const char *argument)
{
	size_t row, col;
	if (sscanf(argument, "%zu,%zu", &row, &col) != 2)
		return false;
	feed_mouse(app, MOUSE_PRESS, row, col);
	feed_mouse(app, MOUSE_RELEASE, row, col);
	return true;
}

static bool do_drag(struct app *app, const char *argument)
{
	size_t row, col, to_row, to_col;
	if (sscanf(argument, "%zu,%zu %zu,%zu", &row, &col, &to_row, &to_col) != 4)
		return false;
	feed_mouse(app, MOUSE_PRESS, row, col);
	feed_mouse(app, MOUSE_DRAG, to_row, to_col);
	feed_mouse(app, MOUSE_RELEASE, to_row, to_col);
	return true;
}

static bool do_tick(struct app *app, const char *argument)
{
	feed(app, &(struct event){.kind = EVENT_TICK});
	return !argument[0];
}

/* As in the loop, a frame that somebody waits for is drawn, and may bring more work. */
static bool do_idle(struct app *app, const char *argument)
{
	do {
		if (app_wants_frame(app))
			(void)app_frame(app);
		while (app_idle(app))
			continue;
	} while (app_wants_frame(app));
	return !argument[0];
}

static const struct {
	const char *name;
	/* False: the argument is not understood. */
	bool (*run)(struct app *app, const char *argument);
} directives[] = {
	{"dump", do_dump},   {"styles", do_styles}, {"type", do_type},
	{"paste", do_paste}, {"resize", do_resize}, {"click", do_click},
	{"drag", do_drag},   {"tick", do_tick},     {"idle", do_idle},
};
enum { N_DIRECTIVES = sizeof directives / sizeof *directives };

static bool run_directive(struct app *app, const char *line)
{
	size_t n = strcspn(line, " ");
	const char *argument = line[n] ? line + n + 1 : "";
	for (size_t i = 0; i < N_DIRECTIVES; i++)
		if (strlen(directives[i].name) == n && memcmp(directives[i].name, line, n) == 0)
			return directives[i].run(app, argument);
	return false;
}

static bool run_keys(struct app *app, const char *line)
{
	for (line += strspn(line, " \t"); *line; line += strspn(line, " \t")) {
		struct key key;
		size_t n = key_parse(line, &key);
		if (n == 0)
			return false;
		feed_key(app, key);
		line += n;
	}
	return true;
}

static bool run_line(struct app *app, const char *line)
{
	/* A lone @ or # is a key. */
	if (line[0] == '@' && line[1] != '\0' && line[1] != ' ')
		return run_directive(app, line + 1);
	if (line[0] == '#' && (line[1] == ' ' || line[1] == '\0'))
		return true;
	return run_keys(app, line);
}

static enum status run_lines(struct app *app, const char *text, const char *name, struct fault *f)
{
	for (size_t number = 1; *text && !app_done(app); number++) {
		size_t n = strcspn(text, "\n");
		char *line = xstrndup(text, n);
		bool understood = run_line(app, line);
		free(line);
		if (!understood)
			return fault_setf(f, STATUS_INVALID, name, "%zu", number);
		text += n + (text[n] == '\n');
	}
	return STATUS_OK;
}

enum status headless_run(const struct options *options, char **args, size_t n_args,
			 const char *keys_path, size_t n_rows, size_t n_cols, struct fault *f)
{
	struct app *app = NULL;
	struct str keys = STR_EMPTY;
	enum status status = file_read(keys_path, KEYS_LIMIT, &keys, f);
	if (!status)
		status = app_new(&app, options, args, n_args, n_rows, n_cols, f);
	if (!status) {
		(void)app_frame(app);
		status = run_lines(app, str_cstr(&keys), keys_path, f);
	}
	if (!status && !app_done(app))
		print_frame(app, false);
	app_free(app);
	str_release(&keys);
	return status;
}
