/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/app.h"
#include "base/file.h"
#include "base/str.h"

/* Button events with drags, reported in SGR form. */
#define MOUSE_ON "\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

const char TERMINAL_MODES_OFF[] = MOUSE_OFF PASTE_OFF;

enum status terminal_init(struct terminal *terminal, enum bidi_mode mode, bool mouse,
			  struct fault *f)
{
	*terminal = (struct terminal){.in = STDIN_FILENO, .out = STDOUT_FILENO, .mouse = mouse};
	if (!isatty(terminal->in) || !isatty(terminal->out) ||
	    tcgetattr(terminal->in, &terminal->shell) != 0)
		return fault_set(f, STATUS_NO_TTY, NULL);
	guard_init(&terminal->guard, mode, (const char *(*)(const char *))getenv);
	return STATUS_OK;
}

void terminal_size(const struct terminal *terminal, size_t *n_rows, size_t *n_cols)
{
	struct winsize size = {.ws_row = 0};
	bool known = ioctl(terminal->out, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
		     size.ws_col > 0;

	*n_rows = known ? size.ws_row : 24;
	*n_cols = known ? size.ws_col : 80;
}

/* A terminal that takes no bytes is gone: reading from it tells. */
static void put(const struct terminal *terminal, const char *bytes, size_t n)
{
	(void)file_put(terminal->out, bytes, n);
}

static void put_str(const struct terminal *terminal, const char *text)
{
	put(terminal, text, strlen(text));
}

/* Every byte comes as it was typed: Ctrl-C, Ctrl-S, Ctrl-Z and the rest are keys. */
static void make_raw(const struct terminal *terminal)
{
	struct termios raw = terminal->shell;

	raw.c_iflag &= (tcflag_t) ~(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON |
				    IXOFF | INPCK);
	raw.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
	raw.c_cflag = (raw.c_cflag & (tcflag_t) ~(CSIZE | PARENB)) | CS8;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(terminal->in, TCSADRAIN, &raw);
}

void terminal_enter(struct terminal *terminal, bool ask)
{
	make_raw(terminal);
	guard_enter(&terminal->guard, terminal->out, ask);
	put_str(terminal, terminal->mouse ? PASTE_ON MOUSE_ON : PASTE_ON);
}

void terminal_leave(struct terminal *terminal)
{
	put_str(terminal, terminal->mouse ? TERMINAL_MODES_OFF : PASTE_OFF);
	guard_leave(&terminal->guard);
	tcsetattr(terminal->in, TCSADRAIN, &terminal->shell);
}

void terminal_set_mouse(struct terminal *terminal, bool on)
{
	terminal->mouse = on;
	put_str(terminal, on ? MOUSE_ON : MOUSE_OFF);
}

static void append_base64(struct str *out, const char *bytes, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < n; i += 3) {
		size_t left = n - i < 3 ? n - i : 3;
		unsigned word = 0;
		for (size_t k = 0; k < 3; k++)
			word = word << 8 | (k < left ? (unsigned char)bytes[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			str_append_char(out, k <= left ? digits[word >> (18 - 6 * k) & 63] : '=');
	}
}

bool terminal_copy(struct terminal *terminal, const char *text, size_t n)
{
	struct str bytes = STR_EMPTY;

	if (n > APP_COPY_MAX)
		return false;
	str_append_str(&bytes, "\033]52;c;");
	append_base64(&bytes, text, n);
	str_append_str(&bytes, "\033\\");
	put(terminal, bytes.p, bytes.len);
	str_release(&bytes);
	return true;
}
