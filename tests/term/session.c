/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"

enum { DEADLINE_MS = 20000, LRM = 0x200e, LRO = 0x202d };

#define X256 "xterm-256color"

/* As measured (doc/TERMINALS.md), but mintty and Apple's, which are as documented. */
static const struct family families[] = {
	{"vte", X256, "VTE_VERSION=7006", "\033[?65;1;9c", "\033[>65;7006;1c", "\033[8;1$y", "\033[?2501;2$y",
	 "\033P>|VTE(7006)\033\\"},
	{"explicit", X256, "VTE_VERSION=7006", "\033[?65;1;9c", "\033[>65;7006;1c", "\033[8;2$y", "\033[?2501;2$y",
	 "\033P>|VTE(7006)\033\\"},
	{"konsole", X256, "KONSOLE_VERSION=221203", "\033[?62;1;4c", "\033[>1;115;0c", NULL, NULL,
	 "\033P>|Konsole 22.12.3\033\\"},
	{"mlterm", "xterm", "MLTERM=3.9.0", "\033[?63;1;2;3;4;7;29c", "\033[>24;279;0c", "\033[8;0$y",
	 "\033[?2501;0$y", NULL},
	{"xterm", X256, "XTERM_VERSION=XTerm(379)", "\033[?64;1;2;6;9;15;18;21;22c", "\033[>41;379;0c", "\033[8;0$y",
	 "\033[?2501;0$y", "\033P>|XTerm(379)\033\\"},
	{"kitty", X256, "KITTY_WINDOW_ID=1", "\033[?62;c", "\033[>1;4000;26c", "\033[8;0$y", "\033[?2501;0$y",
	 "\033P>|kitty(0.26.5)\033\\"},
	{"putty", "xterm", NULL, "\033[?6c", "\033[>0;136;0c", NULL, NULL, NULL},
	{"apple", X256, "TERM_PROGRAM=Apple_Terminal", "\033[?1;2c", "\033[>1;95;0c", NULL, NULL, NULL},
	{"mintty", X256, "TERM_PROGRAM=mintty", "\033[?64;1;2;4;6;9;15;21;22;28;29c", "\033[>77;30601;0c", NULL, NULL,
	 "\033P>|mintty 3.6.1\033\\"},
	{"wezterm", X256, "TERM_PROGRAM=WezTerm", "\033[?65;4;6;18;22c", "\033[>1;277;0c", "\033[8;2$y", NULL,
	 "\033P>|WezTerm 20230712-072601-f4abf8fd\033\\"},
	{"tmux", "tmux-256color", "TMUX=/nowhere,1,0", "\033[?1;2;4c", "\033[>84;0;0c", NULL, NULL,
	 "\033P>|tmux 3.3a\033\\"},
	{"screen", "screen-256color", "STY=1.pts", "\033[?1;2c", "\033[>83;40900;0c", NULL, NULL, NULL},
	{"silent", X256, NULL, NULL, NULL, NULL, NULL, NULL},
	{"linux", "linux", NULL, NULL, NULL, NULL, NULL, NULL},
	{"dumb", "dumb", NULL, NULL, NULL, NULL, NULL, NULL},
	{"unknown", "xterm-nosuch", NULL, NULL, NULL, NULL, NULL, NULL},
};

/* What terminals and multiplexers leave in the environment: also of whoever runs the tests. */
static const char *const told_by[] = {"TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "XTERM_VERSION",
				      "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "TERM_PROGRAM",
				      "TERMINAL_NAME", "WT_SESSION"};

const struct family *family_find(const char *name)
{
	for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
		if (strcmp(families[i].name, name) == 0)
			return &families[i];
	return NULL;
}

static void die(const char *what)
{
	perror(what);
	exit(99);
}

void session_set_family(struct session *s, const struct family *family)
{
	s->family = family;
	for (size_t i = 0; i < sizeof told_by / sizeof *told_by; i++)
		unsetenv(told_by[i]);
	setenv("TERM", family->term, 1);
	if (family->env) {
		char *name = xstrdup(family->env), *value = strchr(name, '=');
		*value++ = '\0';
		setenv(name, value, 1);
		free(name);
	}
}

void session_init(struct session *s)
{
	*s = (struct session){.n_rows = 24, .n_cols = 80, .master = -1, .slave = -1};
	/* Nobody is asked for a name but where the script takes this away. */
	setenv("HASHIYA_CODER", "coder", 0);
	session_set_family(s, family_find("vte"));
}

/*
 * A character of two columns, on its way when the terminal becomes one column wide, makes libvterm write beyond the row.
 * So its screen has two at the least; the program is told the truth.
 */
static int vterm_columns(int n_cols)
{
	return n_cols > 1 ? n_cols : 2;
}

static void vterm_open(struct session *s)
{
	s->vt = vterm_new(s->n_rows, vterm_columns(s->n_cols));
	vterm_set_utf8(s->vt, 1);
	s->screen = vterm_obtain_screen(s->vt);
	vterm_screen_enable_altscreen(s->screen, 1);
	vterm_screen_reset(s->screen, 1);
}

/* The job in front, as a shell starts it. */
static int start_program(char **argv)
{
	int pid = fork();

	if (pid == 0) {
		setpgid(0, 0);
		signal(SIGTTOU, SIG_IGN);
		tcsetpgrp(0, getpid());
		signal(SIGTTOU, SIG_DFL);
		signal(SIGHUP, SIG_DFL);
		execv(argv[0], argv);
		_exit(127);
	}
	setpgid(pid, pid);
	return pid;
}

/* Job control and nothing else: tells of stops and of the end, continues when told to. */
static _Noreturn void be_shell(char **argv, int status, int control)
{
	int word[2] = {start_program(argv), 0};
	char byte;

	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	if (write(status, word, sizeof word) != sizeof word)
		_exit(98);
	while (waitpid(word[0], &word[1], WUNTRACED) > 0) {
		bool stopped = WIFSTOPPED(word[1]);
		tcsetpgrp(0, getpgrp());
		if (write(status, word, sizeof word) != sizeof word || !stopped)
			break;
		if (read(control, &byte, 1) != 1)
			break;
		tcsetpgrp(0, word[0]);
		kill(-word[0], SIGCONT);
	}
	_exit(0);
}

static void fork_shell(struct session *s, char **argv)
{
	int status[2], control[2];

	if (pipe(status) || pipe(control))
		die("pipe");
	s->shell = fork();
	if (s->shell == 0) {
		setsid();
		ioctl(s->slave, TIOCSCTTY, 0);
		for (int fd = 0; fd < 3; fd++)
			dup2(s->slave, fd);
		close(s->master);
		close(s->slave);
		close(status[0]);
		close(control[1]);
		be_shell(argv, status[1], control[0]);
	}
	close(status[1]);
	close(control[0]);
	s->status = status[0];
	s->control = control[1];
}

void session_run(struct session *s, char **argv)
{
	struct winsize size = {.ws_row = (unsigned short)s->n_rows, .ws_col = (unsigned short)s->n_cols};
	int word[2];

	if (s->master < 0) {
		if (openpty(&s->master, &s->slave, NULL, NULL, &size) != 0)
			die("openpty");
		vterm_open(s);
	}
	tcgetattr(s->slave, &s->before);
	str_clear(&s->sent);
	s->stopped = s->ended = false;
	fork_shell(s, argv);
	if (read(s->status, word, sizeof word) != sizeof word)
		die("the shell");
	s->program = word[0];
}

static void reap(struct session *s)
{
	if (s->shell) {
		waitpid(s->shell, NULL, 0);
		close(s->status);
		close(s->control);
	}
	s->shell = 0;
}

void session_release(struct session *s)
{
	if (s->shell && !s->ended) {
		kill(s->program, SIGKILL);
		kill(s->shell, SIGKILL);
	}
	reap(s);
	if (s->vt)
		vterm_free(s->vt);
	if (s->master >= 0)
		close(s->master);
	if (s->slave >= 0)
		close(s->slave);
	str_release(&s->sent);
	str_release(&s->held);
}

void session_resize(struct session *s, int n_rows, int n_cols)
{
	struct winsize size = {.ws_row = (unsigned short)n_rows, .ws_col = (unsigned short)n_cols};

	s->n_rows = n_rows;
	s->n_cols = n_cols;
	if (s->vt)
		vterm_set_size(s->vt, n_rows, vterm_columns(n_cols));
	if (s->master >= 0)
		ioctl(s->master, TIOCSWINSZ, &size);
}

void session_signal(struct session *s, int signo)
{
	kill(s->program, signo);
}

void session_continue(struct session *s)
{
	s->stopped = false;
	if (write(s->control, "c", 1) != 1)
		die("continue");
}

void session_hang_up(struct session *s)
{
	close(s->master);
	s->master = -1;
}

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void answer(struct session *s, const char *reply)
{
	if (!reply)
		return;
	if (s->hold)
		str_append_str(&s->held, reply);
	else
		session_type(s, reply, strlen(reply), APART_NOT);
}

/* Queries come whole: the program writes them so. */
static void answer_queries(struct session *s, const char *bytes, size_t n)
{
	const struct {
		const char *query, *reply;
	} answers[] = {
		{"\033[8$p", s->family->bdsm}, {"\033[?2501$p", s->family->autodetect}, {"\033[>0q", s->family->version},
		{"\033[>c", s->family->da2}, {"\033[c", s->family->da1},
	};

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < sizeof answers / sizeof *answers; k++) {
			size_t len = strlen(answers[k].query);
			if (n - i >= len && memcmp(bytes + i, answers[k].query, len) == 0)
				answer(s, answers[k].reply);
		}
	}
}

static void take_output(struct session *s)
{
	char bytes[65536];
	ssize_t n = read(s->master, bytes, sizeof bytes);

	if (n <= 0)
		return;
	str_append(&s->sent, bytes, (size_t)n);
	vterm_input_write(s->vt, bytes, (size_t)n);
	answer_queries(s, bytes, (size_t)n);
}

static void take_status(struct session *s)
{
	int word[2];

	if (read(s->status, word, sizeof word) != sizeof word)
		die("the shell");
	s->stopped = WIFSTOPPED(word[1]);
	s->ended = !s->stopped;
	s->exit_status = word[1];
}

/* What is there to take; false when nothing came for `ms`. */
static bool take(struct session *s, int ms)
{
	struct pollfd fds[] = {{.fd = s->master, .events = POLLIN}, {.fd = s->ended ? -1 : s->status, .events = POLLIN}};

	if (poll(fds, 2, ms) <= 0)
		return false;
	if (fds[0].revents & POLLIN)
		take_output(s);
	else if (fds[1].revents)
		take_status(s);
	return true;
}

bool session_until(struct session *s, bool (*done)(struct session *s, void *data), void *data)
{
	int64_t deadline = now_ms() + DEADLINE_MS;

	while (!done(s, data)) {
		if (now_ms() > deadline)
			return false;
		if (!take(s, 10) && s->ended)
			return done(s, data);
	}
	if (s->ended)
		reap(s);
	return true;
}

/* What the kernel tells of a process in /proc, as text; "" where there is none. */
static void process_text(int pid, const char *what, char *out, size_t size)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/%d/%s", pid, what);
	FILE *file = fopen(path, "r");
	size_t n = file ? fread(out, 1, size - 1, file) : 0;
	if (file)
		fclose(file);
	out[n] = '\0';
}

static bool sleeps(int pid)
{
	char text[512];

	process_text(pid, "stat", text, sizeof text);
	const char *name_end = strrchr(text, ')');
	return name_end && strncmp(name_end, ") S", 3) == 0;
}

/* Asking the line's own end brings what was typed there first: it is nowhere between. */
static bool nothing_waits(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	return poll(&p, 1, 0) == 0;
}

static bool has_settled(const struct session *s)
{
	return nothing_waits(s->slave) && sleeps(s->program) && nothing_waits(s->master);
}

bool session_settle(struct session *s)
{
	int64_t deadline = now_ms() + DEADLINE_MS;
	bool settled;

	while (!(settled = s->ended || has_settled(s)) && now_ms() < deadline)
		while (take(s, 1))
			continue;
	return settled;
}

static bool all_read(struct session *s, void *data)
{
	int n = 0;

	(void)data;
	return s->ended || ioctl(s->slave, FIONREAD, &n) != 0 || n == 0;
}

void session_type(struct session *s, const char *bytes, size_t n, enum apart apart)
{
	while (n > 0) {
		size_t piece = apart == APART_NOT ? n : apart == APART_KEYS && *bytes == '\033' ? 3 : 1;
		ssize_t written = write(s->master, bytes, piece < n ? piece : n);
		if (written < 0 && errno != EINTR)
			die("typing");
		if (written > 0) {
			bytes += written;
			n -= (size_t)written;
		}
		if (apart != APART_NOT)
			session_until(s, all_read, NULL);
	}
}

static bool is_guard_mark(uint32_t cp)
{
	return cp == LRM || cp == LRO;
}

static void append_cp(struct str *out, uint32_t cp)
{
	if (cp < 0x80) {
		str_append_char(out, (char)cp);
	} else if (cp < 0x800) {
		str_appendf(out, "%c%c", (char)(0xc0 | cp >> 6), (char)(0x80 | (cp & 0x3f)));
	} else if (cp < 0x10000) {
		str_appendf(out, "%c%c%c", (char)(0xe0 | cp >> 12), (char)(0x80 | (cp >> 6 & 0x3f)),
			    (char)(0x80 | (cp & 0x3f)));
	} else {
		str_appendf(out, "%c%c%c%c", (char)(0xf0 | cp >> 18), (char)(0x80 | (cp >> 12 & 0x3f)),
			    (char)(0x80 | (cp >> 6 & 0x3f)), (char)(0x80 | (cp & 0x3f)));
	}
}

void session_row(struct session *s, int row, struct str *out)
{
	VTermScreenCell cell;

	for (int col = 0; col < s->n_cols; col += cell.width > 0 ? cell.width : 1) {
		vterm_screen_get_cell(s->screen, (VTermPos){.row = row, .col = col}, &cell);
		if (!cell.chars[0])
			str_append_char(out, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			if (!is_guard_mark(cell.chars[i]))
				append_cp(out, cell.chars[i]);
	}
	while (out->len > 0 && out->p[out->len - 1] == ' ')
		str_truncate(out, out->len - 1);
}

bool session_row_marked(struct session *s, int row)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(s->screen, (VTermPos){.row = row, .col = 0}, &cell);
	return cell.chars[1] == LRM && cell.chars[2] == LRO;
}

bool session_line_restored(struct session *s)
{
	struct termios now;

	return tcgetattr(s->slave, &now) == 0 && now.c_lflag == s->before.c_lflag &&
	       now.c_iflag == s->before.c_iflag && now.c_oflag == s->before.c_oflag;
}

bool session_line_empty(struct session *s)
{
	struct termios before, raw;
	int n = 0;

	if (tcgetattr(s->slave, &before) != 0)
		return false;
	raw = before;
	raw.c_lflag &= (tcflag_t)~ICANON; /* in which bytes count before their line has ended */
	tcsetattr(s->slave, TCSANOW, &raw);
	ioctl(s->slave, FIONREAD, &n);
	tcsetattr(s->slave, TCSANOW, &before);
	return n == 0;
}
