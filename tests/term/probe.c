/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loop with an app that does nothing but tell what reached it: tests of src/tui alone.
 *
 * Row 0 is Arabic, row 1 tells the size, what the guard knows of the terminal, and the ticks, row 2 the last events. q quits, s suspends, r redraws, m switches the mouse,
 * b cycles the bidi modes, c copies, d dies, w asks for idle work; n, p and f scroll the lines below, which count.
 */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "tui/tui.h"

struct app {
	struct frame frame;
	struct str events, terminal;
	enum app_request request;
	int bidi;
	int work, ticks;
	size_t top; /* the first line shown below */
	bool mouse, done;
};

enum status app_new(struct app **out, const struct options *options, char **args, size_t n_args, size_t n_rows,
		    size_t n_cols, struct fault *f)
{
	struct app *app = xcalloc(1, sizeof *app);

	(void)args;
	(void)n_args;
	(void)f;
	frame_init(&app->frame, n_rows, n_cols);
	app->mouse = options->mouse;
	app->bidi = (int)options->bidi;
	*out = app;
	return STATUS_OK;
}

void app_free(struct app *app)
{
	frame_release(&app->frame);
	str_release(&app->events);
	str_release(&app->terminal);
	free(app);
}

static void take_key(struct app *app, struct key key)
{
	static const struct {
		uint32_t code;
		enum app_request request;
	} requests[] = {{'s', REQUEST_SUSPEND}, {'r', REQUEST_REDRAW}, {'m', REQUEST_MOUSE}, {'b', REQUEST_BIDI},
			{'c', REQUEST_COPY}};
	char text[KEY_TEXT_SIZE];

	for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++)
		if (requests[i].code == key.code && key.mods == 0)
			app->request = requests[i].request;
	if (app->request == REQUEST_MOUSE)
		app->mouse = !app->mouse;
	if (app->request == REQUEST_BIDI)
		app->bidi = (app->bidi + 1) % 3;
	app->done = key.code == 'q';
	app->work = key.code == 'w' ? 100 : app->work;
	app->top += key.code == 'n' ? 1 : key.code == 'f' ? 7 : 0;
	app->top -= key.code == 'p' && app->top > 0;
	if (key.code == 'd')
		abort();
	key_format(key, text);
	str_appendf(&app->events, " %s", text);
}

void app_event(struct app *app, const struct event *event)
{
	switch (event->kind) {
	case EVENT_KEY:
		take_key(app, event->key);
		break;
	case EVENT_MOUSE:
		str_appendf(&app->events, " mouse%d@%zu,%zu", (int)event->mouse.kind, event->mouse.row, event->mouse.col);
		break;
	case EVENT_PASTE:
		str_appendf(&app->events, " paste(%.*s)", (int)event->n_text, event->text);
		break;
	case EVENT_RESIZE:
		frame_resize(&app->frame, event->n_rows, event->n_cols);
		break;
	case EVENT_REPLY:
		abort();
	case EVENT_TICK:
		app->ticks++;
		break;
	case EVENT_HANGUP:
		break;
	}
}

/* A row from its glyphs, one cell each: nothing here needs the text engine. */
static void put_row(struct app *app, size_t row, const char32_t *text, struct style style)
{
	for (size_t col = 0; row < app->frame.n_rows && col + 1 < app->frame.n_cols && text[col]; col++) {
		struct frame_cell *cell = frame_at(&app->frame, row, col + 1);
		cell->glyph[0] = text[col];
		cell->style = style;
	}
}

static void put_ascii(struct app *app, size_t row, const char *text)
{
	char32_t wide[200];
	size_t n = 0;

	while (text[n] && n < 199) {
		wide[n] = text[n] < ' ' ? '?' : (unsigned char)text[n];
		n++;
	}
	wide[n] = 0;
	put_row(app, row, wide, (struct style){.fg = -1, .bg = -1});
}

const struct frame *app_frame(struct app *app)
{
	const char *events = str_cstr(&app->events);
	size_t n = strlen(events);
	struct str size = STR_EMPTY;

	frame_clear(&app->frame, (struct style){.fg = -1, .bg = -1});
	put_row(app, 0, U"\ufee1\ufefc\ufeb3", (struct style){.fg = 0, .bg = 214, .attrs = ATTR_BOLD});
	str_appendf(&size, "%zux%zu%s %s, %d ticks", app->frame.n_rows, app->frame.n_cols, app->work ? "" : " idle",
		    str_cstr(&app->terminal), app->ticks);
	put_ascii(app, 1, str_cstr(&size));
	put_ascii(app, 2, n > 70 ? events + n - 70 : events);
	for (size_t row = 3; row < app->frame.n_rows; row++) {
		str_clear(&size);
		str_appendf(&size, "line %zu", app->top + row - 3);
		put_ascii(app, row, str_cstr(&size));
	}
	str_release(&size);
	app->frame.cursor_shown = true;
	app->frame.cursor_row = 1;
	app->frame.cursor_col = 3;
	return &app->frame;
}

bool app_has_work(const struct app *app)
{
	return app->work > 0;
}

bool app_idle(struct app *app)
{
	if (app->work > 0)
		app->work--;
	return app->work > 0;
}

bool app_wants_frame(const struct app *app)
{
	(void)app;
	return false;
}

bool app_done(const struct app *app)
{
	return app->done;
}

const char *app_last_words(struct app *app)
{
	(void)app;
	return NULL;
}

bool app_terminal(struct app *app, const struct guard *guard)
{
	bool reorders = guard_reorders(guard);

	str_clear(&app->terminal);
	str_appendf(&app->terminal, "%s by %s%s hint %d", guard->name, guard->known_by ? guard->known_by : "nothing",
		    reorders ? ", reorders" : "", (int)guard_hint(guard));
	return false;
}

enum app_request app_request(struct app *app)
{
	enum app_request request = app->request;

	app->request = REQUEST_NONE;
	return request;
}

int app_bidi_mode(const struct app *app)
{
	return app->bidi;
}

bool app_mouse(const struct app *app)
{
	return app->mouse;
}

const char *app_copy_text(const struct app *app, size_t *n)
{
	(void)app;
	*n = strlen("\u0633\u0644\u0627\u0645");
	return "\u0633\u0644\u0627\u0645";
}

int main(int argc, char **argv)
{
	struct options options = {.bidi = BIDI_AUTO, .color = COLOR_AUTO, .mouse = true};
	struct fault fault = FAULT_NONE;

	setlocale(LC_ALL, "");
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--mono") == 0)
			options.color = COLOR_NEVER;
		else if (strncmp(argv[i], "--bidi=", 7) != 0 || !bidi_mode_parse(argv[i] + 7, &options.bidi))
			return 99;
	enum status status = tui_run(&options, NULL, 0, &fault);
	fault_release(&fault);
	return status_exit_code(status);
}
