/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/out.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/i18n.h"
#include "app/terminals.h"
#include "app/words.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "text/line.h"
#include "text/safe.h"

enum { FLUSH_BYTES = 64 * 1024 };

static size_t terminal_width(int fd)
{
	struct winsize size;
	return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void out_init(struct out *out, int fd)
{
	*out = (struct out){.fd = fd, .tty = isatty(fd) == 1, .order = ORDER_VISUAL};
	out->width = out->tty ? terminal_width(fd) : 0;
	out->color = out->tty;
}

static const char *environment(const char *name)
{
	return getenv(name);
}

void out_configure(struct out *out, const struct options *options)
{
	enum bidi_mode mode;
	if (options->color == COLOR_NEVER)
		out->color = false;
	else if (options->color == COLOR_ALWAYS)
		out->color = true;
	guard_init(&out->guard, options->bidi, environment);
	if (!out->tty)
		return;
	terminals_mode(options, &out->guard, &mode);
	out_set_bidi(out, mode);
}

void out_flush(struct out *out)
{
	if (!out->error && !file_put(out->fd, str_cstr(&out->buffer), out->buffer.len))
		out->error = errno;
	str_clear(&out->buffer);
}

void out_set_bidi(struct out *out, enum bidi_mode mode)
{
	out_flush(out);
	if (mode != out->guard.mode)
		guard_set_mode(&out->guard, mode);
	out->order = guard_logical(&out->guard) ? ORDER_LOGICAL : ORDER_VISUAL;
}

void out_raw(struct out *out, const char *bytes, size_t n)
{
	str_append(&out->buffer, bytes, n);
	if (out->buffer.len >= FLUSH_BYTES)
		out_flush(out);
}

void out_data(struct out *out, const char *bytes, size_t n)
{
	if (out->tty)
		safe_append(&out->buffer, bytes, n, true);
	else
		out_raw(out, bytes, n);
}

enum status out_finish(struct out *out, struct fault *f)
{
	out_flush(out);
	if (out->guarded)
		guard_leave(&out->guard);
	out->guarded = false;
	str_release(&out->buffer);
	if (!out->error)
		return STATUS_OK;
	errno = out->error;
	return fault_errno(f, _("standard output"));
}

void out_row_start(struct out *out)
{
	if (!out->tty)
		return;
	if (!out->guarded) {
		out_flush(out);
		guard_enter(&out->guard, out->fd, false);
		out->guarded = true;
	}
	if (guard_marks(&out->guard))
		str_append_str(&out->buffer, GUARD_MARKS_UTF8);
}

/* A line laid out for this terminal, as wide as it needs. */
static void append_visual(struct out *out, const char *text)
{
	struct line line;
	line_init(&line, text, strlen(text), SIZE_MAX / 2, DIR_AUTO, out->order);
	out_row_start(out);
	line_append(&line, &out->buffer);
	line_release(&line);
}

void out_line(struct out *out, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = words_vformat(format, args);
	va_end(args);
	if (out->tty)
		append_visual(out, text);
	else
		safe_append(&out->buffer, text, strlen(text), false);
	out_raw(out, "\n", 1);
	free(text);
}

/*
 * Standard error is not buffered: one line, made safe, one write. A line that cannot be written can
 * be told to nobody.
 */
static void write_error(const char *name, const char *text)
{
	struct str line = STR_EMPTY;
	str_append_str(&line, name);
	safe_append(&line, text, strlen(text), false);
	str_append_char(&line, '\n');
	ssize_t written = write(STDERR_FILENO, str_cstr(&line), line.len);
	(void)written;
	str_release(&line);
}

void say(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = xvasprintf(format, args);
	va_end(args);
	write_error("hashiya: ", text);
	free(text);
}

void say_fault(const struct fault *f)
{
	struct str words = STR_EMPTY;
	const char *hint = words_hint(f);
	words_fault(&words, f);
	say("%s", str_cstr(&words));
	if (hint)
		write_error("", hint);
	str_release(&words);
}
