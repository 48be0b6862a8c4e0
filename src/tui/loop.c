/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/tui.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "base/clock.h"
#include "tui/input.h"
#include "tui/screen.h"
#include "tui/signals.h"
#include "tui/terminal.h"
#include "tui/terminfo.h"

enum {
	READ_SIZE = 65536,
	TICK_MS = 1000,
	FIRST_TICK_MS = 250, /* what may wait until somebody has seen the first frame, waits so long */
	BATCH_MS = 40,      /* input that never stops is shown so often */
	IDLE_DRAW_MS = 100, /* and so is what idle work changes */
	ASKED_MS = 3000,    /* who has not answered by then never will */
	DRAIN_MS = 200,     /* the longest that quitting waits for an answer */
};

struct loop {
	struct app *app;
	struct terminal terminal;
	struct screen *screen;
	struct input input;
	int signals;       /* where signals arrive */
	bool interrupted;  /* a hangup, or a signal that ends */
	bool gone;         /* the terminal itself is gone */
	bool stale;        /* the app may look otherwise than the screen */
	bool idle;         /* the app may have idle work */
	int64_t asked_ms, drawn_ms, read_ms, tick_ms;
	char bytes[READ_SIZE];
};

static void draw(struct loop *loop)
{
	screen_draw(loop->screen, app_frame(loop->app), guard_marks(&loop->terminal.guard));
	loop->stale = false;
	loop->drawn_ms = clock_ms();
}

/* Only replies count now; keys are for nobody. */
static void take_replies(struct loop *loop)
{
	struct event event;

	while (input_next(&loop->input, &event))
		if (event.kind == EVENT_REPLY)
			guard_learn(&loop->terminal.guard, event.text, event.n_text);
}

/* Answers to our queries may still come. */
static bool expects_replies(const struct loop *loop)
{
	return loop->terminal.guard.queries && clock_ms() - loop->asked_ms < ASKED_MS;
}

/* A reply that is on its way must not land in the shell. */
static void drain(struct loop *loop)
{
	int64_t until = clock_ms() + DRAIN_MS, left = DRAIN_MS;

	take_replies(loop);
	for (; expects_replies(loop) && left > 0; left = until - clock_ms()) {
		struct pollfd p = {.fd = loop->terminal.in, .events = POLLIN};
		ssize_t n = 0;
		if (poll(&p, 1, (int)left) > 0)
			n = read(p.fd, loop->bytes, sizeof loop->bytes);
		if (n <= 0)
			return;
		input_feed(&loop->input, loop->bytes, (size_t)n, loop->read_ms);
		take_replies(loop);
	}
}

static void suspend(struct loop *loop)
{
	drain(loop);
	screen_suspend(loop->screen);
	terminal_leave(&loop->terminal);
	crash_disarm();
	signals_stop();
}

static void resize(struct loop *loop)
{
	struct event event = {.kind = EVENT_RESIZE};

	terminal_size(&loop->terminal, &event.n_rows, &event.n_cols);
	screen_resize(loop->screen, event.n_rows, event.n_cols);
	app_event(loop->app, &event);
}

/* Before the terminal is entered, the app hears what is known of it. */
static void settle_bidi(struct loop *loop)
{
	if (app_terminal(loop->app, &loop->terminal.guard))
		guard_set_mode(&loop->terminal.guard, (enum bidi_mode)app_bidi_mode(loop->app));
}

/* Armed before it is entered: at any moment a crash undoes what was done so far. */
static void enter(struct loop *loop, bool ask)
{
	crash_arm(&loop->terminal);
	terminal_enter(&loop->terminal, ask);
}

/*
 * The terminal is ours again, and may have been anything meanwhile; the last replies may have told
 * what it is.
 */
static void resume(struct loop *loop)
{
	settle_bidi(loop);
	enter(loop, false);
	resize(loop);
}

/* The app's mode is another now. */
static void set_bidi(struct loop *loop)
{
	bool asked = loop->terminal.guard.asked;

	guard_set_mode(&loop->terminal.guard, (enum bidi_mode)app_bidi_mode(loop->app));
	if (!asked)
		loop->asked_ms = clock_ms();
	screen_invalidate(loop->screen);
}

/* What only the terminal can do. */
static void serve(struct loop *loop)
{
	const char *text;
	size_t n;

	switch (app_request(loop->app)) {
	case REQUEST_NONE:
		break;
	case REQUEST_SUSPEND:
		suspend(loop);
		resume(loop);
		break;
	case REQUEST_REDRAW:
		screen_invalidate(loop->screen);
		break;
	case REQUEST_BIDI:
		set_bidi(loop);
		break;
	case REQUEST_MOUSE:
		terminal_set_mouse(&loop->terminal, app_mouse(loop->app));
		break;
	case REQUEST_COPY:
		text = app_copy_text(loop->app, &n);
		terminal_copy(&loop->terminal, text, n);
		break;
	}
}

static void take_reply(struct loop *loop, const struct event *event)
{
	struct guard *guard = &loop->terminal.guard;

	if (guard_reply(guard, event->text, event->n_text) == GUARD_CLEAR)
		screen_invalidate(loop->screen);
	/* Escape may stand behind the last one. */
	input_expect(&loop->input, expects_replies(loop));
	if (app_terminal(loop->app, guard))
		set_bidi(loop);
}

static void dispatch(struct loop *loop, const struct event *event)
{
	loop->stale = loop->idle = true;
	if (event->kind == EVENT_REPLY) {
		take_reply(loop, event);
		return;
	}
	app_event(loop->app, event);
	serve(loop);
}

static void hang_up(struct loop *loop)
{
	struct event event = {.kind = EVENT_HANGUP};

	if (!loop->interrupted)
		app_event(loop->app, &event);
	loop->interrupted = true;
}

static void take_signal(struct loop *loop, int signo)
{
	loop->stale = true;
	switch (signo) {
	case SIGWINCH:
		guard_enter(&loop->terminal.guard, loop->terminal.out, false);
		resize(loop);
		break;
	case SIGTSTP:
		suspend(loop);
		resume(loop);
		break;
	case SIGCONT: /* after a stop that nobody announced */
		resume(loop);
		break;
	default:
		hang_up(loop);
	}
}

/* Many of one kind at once are one. */
static void take_signals(struct loop *loop)
{
	static const int all[] = {SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
	unsigned char bytes[256];
	ssize_t n = read(loop->signals, bytes, sizeof bytes);

	for (size_t i = 0; n > 0 && i < sizeof all / sizeof all[0]; i++)
		if (memchr(bytes, all[i], (size_t)n))
			take_signal(loop, all[i]);
}

static bool readable(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	return poll(&p, 1, 0) > 0;
}

/* One read. After a hangup there is an end or an error, and reading again would spin. */
static void take_bytes(struct loop *loop)
{
	struct event event;
	ssize_t n = read(loop->terminal.in, loop->bytes, sizeof loop->bytes);

	if (n <= 0) {
		loop->gone = n == 0 || (errno != EINTR && errno != EAGAIN);
		return;
	}
	loop->read_ms = clock_ms();
	input_expect(&loop->input, expects_replies(loop));
	input_feed(&loop->input, loop->bytes, (size_t)n, loop->read_ms);
	while (!app_done(loop->app) && input_next(&loop->input, &event))
		dispatch(loop, &event);
}

/* All that is there, so that many presses are one frame. */
static void take_input(struct loop *loop)
{
	int64_t began = clock_ms();

	do
		take_bytes(loop);
	while (!loop->gone && !app_done(loop->app) && clock_ms() - began < BATCH_MS &&
	       readable(loop->terminal.in));
	if (loop->gone)
		hang_up(loop);
}

/* What the clock brings: the end of a lone Escape, and ticks. */
static void take_time(struct loop *loop)
{
	struct event event = {.kind = EVENT_TICK};
	int64_t now = clock_ms();
	int waits = input_waits(&loop->input);

	if (now >= loop->tick_ms) {
		loop->tick_ms = now + TICK_MS;
		dispatch(loop, &event);
	}
	if (waits >= 0 && now - loop->read_ms >= waits && !readable(loop->terminal.in))
		while (input_expire(&loop->input, &event))
			dispatch(loop, &event);
}

static int time_left(const struct loop *loop)
{
	int64_t now = clock_ms(), left = loop->tick_ms - now;
	int waits = input_waits(&loop->input);

	if (waits >= 0 && loop->read_ms + waits - now < left)
		left = loop->read_ms + waits - now;
	return left > 0 ? (int)left : 0;
}

static void work_idly(struct loop *loop)
{
	if (!app_has_work(loop->app)) {
		loop->idle = false;
		return;
	}
	loop->idle = app_idle(loop->app);
	if (app_wants_frame(loop->app) || !loop->idle || clock_ms() - loop->drawn_ms >= IDLE_DRAW_MS)
		loop->stale = true;
}

static void turn(struct loop *loop)
{
	struct pollfd fds[] = {
		{.fd = loop->terminal.in, .events = POLLIN},
		{.fd = loop->signals, .events = POLLIN},
	};
	int n = poll(fds, 2, loop->idle ? 0 : time_left(loop));

	if (n > 0 && fds[1].revents)
		take_signals(loop);
	if (n > 0 && fds[0].revents && !loop->interrupted)
		take_input(loop);
	if (!loop->interrupted)
		take_time(loop);
	if (n == 0 && loop->idle && !loop->stale)
		work_idly(loop);
}

static enum status run(struct loop *loop, size_t n_rows, size_t n_cols, bool color, struct fault *f)
{
	char ends_screen[CRASH_BYTES];

	settle_bidi(loop);
	loop->asked_ms = clock_ms();
	enter(loop, true);
	enum status status = screen_new(&loop->screen, n_rows, n_cols, color, f);
	if (status)
		goto out;
	screen_restore_bytes(ends_screen, sizeof ends_screen);
	crash_add(ends_screen);
	draw(loop);
	loop->tick_ms = clock_ms() + FIRST_TICK_MS;
	loop->idle = true;
	while (!loop->interrupted && !app_done(loop->app)) {
		turn(loop);
		if (loop->stale && !loop->interrupted && !app_done(loop->app))
			draw(loop);
	}
	if (!loop->gone)
		drain(loop);
	status = loop->interrupted ? fault_set(f, STATUS_INTERRUPTED, NULL) : STATUS_OK;
out:
	screen_free(loop->screen);
	terminal_leave(&loop->terminal);
	crash_disarm();
	return status;
}

/* Curses, and everything after it, needs a locale whose characters are UTF-8. */
static enum status need_utf8(struct fault *f)
{
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0 || setlocale(LC_CTYPE, "C.UTF-8"))
		return STATUS_OK;
	return fault_setf(f, STATUS_NO_TTY, NULL, "LC_CTYPE=%s", setlocale(LC_CTYPE, NULL));
}

enum status tui_run(const struct options *options, char **args, size_t n_args, struct fault *f)
{
	struct loop loop = {.signals = -1};
	size_t n_rows, n_cols;

	enum status status = need_utf8(f);
	if (!status)
		status = terminal_init(&loop.terminal, options->bidi, options->mouse, f);
	if (!status)
		status = terminfo_check(f);
	if (status)
		return status;
	terminal_size(&loop.terminal, &n_rows, &n_cols);
	status = app_new(&loop.app, options, args, n_args, n_rows, n_cols, f);
	if (status)
		return status;
	input_init(&loop.input);
	status = signals_open(&loop.signals, f);
	if (!status) {
		status = run(&loop, n_rows, n_cols, options->color != COLOR_NEVER, f);
		signals_close();
	}
	input_release(&loop.input);
	const char *last_words = status ? NULL : app_last_words(loop.app);
	if (last_words)
		fprintf(stderr, "%s\n", last_words);
	app_free(loop.app);
	return status;
}
