/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status line's message: one thing said at a time, until the next key. */
#include "app/state.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "app/words.h"
#include "base/xalloc.h"

static void say(struct app *app, bool is_error, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));
static void say(struct app *app, bool is_error, const char *format, va_list args)
{
	char *text = words_vformat(format, args);
	app_say_nothing(app);
	app->message = text;
	app->message_is_error = is_error;
}

void app_say(struct app *app, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(app, false, format, args);
	va_end(args);
}

void app_complain(struct app *app, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(app, true, format, args);
	va_end(args);
}

void app_say_nothing(struct app *app)
{
	free(app->message);
	free(app->message_hint);
	app->message = app->message_hint = NULL;
	app->message_is_guess = false;
}

void app_say_fault(struct app *app, struct fault *f)
{
	struct str words = STR_EMPTY;
	words_fault(&words, f);
	app_complain(app, "%s", str_cstr(&words));
	const char *hint = words_hint(f);
	app->message_hint = hint ? xstrdup(hint) : NULL;
	str_release(&words);
	fault_release(f);
}
