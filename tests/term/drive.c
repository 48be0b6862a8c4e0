/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * drive SCRIPT: runs a program in a terminal as the lines of a script say, and judges what it shows and sends. The
 * language is described in the README beside this file.
 */
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "session.h"
#include "told.h"
#include "variables.h"

struct drive {
	struct session session;
	const char *script;
	int line;
	enum apart apart;
	struct variables variables;
};

static void show_screen(struct drive *d)
{
	for (int row = 0; d->session.vt && row < d->session.n_rows; row++) {
		struct str text = STR_EMPTY;
		session_row(&d->session, row, &text);
		if (text.len > 0)
			fprintf(stderr, "%3d|%s\n", row, text.p);
		str_release(&text);
	}
}

static void show_sent(const struct str *sent)
{
	size_t from = sent->len > 600 ? sent->len - 600 : 0;

	fputs("sent: ", stderr);
	for (size_t i = from; i < sent->len; i++)
		fprintf(stderr, isprint((unsigned char)sent->p[i]) ? "%c" : "\\x%02x", (unsigned char)sent->p[i]);
	fputc('\n', stderr);
}

static _Noreturn void fail(struct drive *d, const char *why, const char *what)
{
	fprintf(stderr, "%s:%d: %s: %s\n", d->script, d->line, why, what);
	if (d->session.ended)
		fprintf(stderr, "the program has ended, wait status %#x\n", (unsigned)d->session.exit_status);
	show_screen(d);
	show_sent(&d->session.sent);
	session_release(&d->session);
	exit(1);
}

/* \e \r \n \t \\ \xHH, in place. */
static size_t unescape(char *text)
{
	char *to = text;

	for (char *p = text; *p; p++) {
		static const char from[] = "ernt\\", into[] = "\033\r\n\t\\";
		const char *known = *p == '\\' && p[1] ? strchr(from, p[1]) : NULL;
		if (known) {
			*to++ = into[known - from];
			p++;
		} else if (*p == '\\' && p[1] == 'x') {
			char hex[3] = {p[2], p[3], '\0'};
			*to++ = (char)strtol(hex, NULL, 16);
			p += 3;
		} else {
			*to++ = *p;
		}
	}
	*to = '\0';
	return (size_t)(to - text);
}

static const struct {
	const char *name, *bytes;
} keys[] = {
	{"Enter", "\r"}, {"Esc", "\033"}, {"Tab", "\t"}, {"S-Tab", "\033[Z"}, {"Space", " "}, {"Backspace", "\177"},
	{"Up", "\033[A"}, {"Down", "\033[B"}, {"Right", "\033[C"}, {"Left", "\033[D"}, {"Home", "\033[H"},
	{"End", "\033[F"}, {"PageUp", "\033[5~"}, {"PageDown", "\033[6~"}, {"Delete", "\033[3~"}, {"F1", "\033OP"},
	{"F2", "\033OQ"}, {"F3", "\033OR"}, {"F4", "\033OS"}, {"F5", "\033[15~"}, {"F6", "\033[17~"},
	{"F7", "\033[18~"}, {"F8", "\033[19~"}, {"F9", "\033[20~"}, {"F10", "\033[21~"},
	{"S-Right", "\033[1;2C"}, {"S-Left", "\033[1;2D"}, {"S-Down", "\033[1;2B"}, {"S-Up", "\033[1;2A"},
	{"C-Home", "\033[1;5H"}, {"C-End", "\033[1;5F"}, {"C-Right", "\033[1;5C"}, {"C-Left", "\033[1;5D"},
};

static void type_key(struct drive *d, const char *name)
{
	char control;

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		if (strcmp(keys[i].name, name) == 0) {
			session_type(&d->session, keys[i].bytes, strlen(keys[i].bytes), d->apart);
			return;
		}
	}
	if (strncmp(name, "C-", 2) == 0 && name[2] && !name[3]) {
		control = (char)(name[2] & 0x1f);
		session_type(&d->session, &control, 1, APART_NOT);
	} else if (strncmp(name, "M-", 2) == 0 && name[2]) {
		session_type(&d->session, "\033", 1, APART_NOT);
		session_type(&d->session, name + 2, strlen(name + 2), APART_NOT);
	} else if (name[0] && (!name[1] || (name[0] & 0x80))) {
		session_type(&d->session, name, strlen(name), APART_NOT);
	} else {
		fail(d, "no such key", name);
	}
}

/* Conditions for session_until(). */
static bool shows(struct session *s, void *data)
{
	bool found = false;

	for (int row = 0; row < s->n_rows && !found; row++) {
		struct str text = STR_EMPTY;
		session_row(s, row, &text);
		found = strstr(str_cstr(&text), data) != NULL;
		str_release(&text);
	}
	return found;
}

static bool shows_not(struct session *s, void *data)
{
	return !shows(s, data);
}

struct wanted {
	int row, col;
	const char *text;
	size_t n;
};

static bool row_is(struct session *s, void *data)
{
	const struct wanted *wanted = data;
	struct str text = STR_EMPTY;

	session_row(s, wanted->row, &text);
	bool same = strcmp(str_cstr(&text), wanted->text) == 0;
	str_release(&text);
	return same;
}

static bool row_has(struct session *s, void *data)
{
	const struct wanted *wanted = data;
	struct str text = STR_EMPTY;

	session_row(s, wanted->row, &text);
	bool has = strstr(str_cstr(&text), wanted->text) != NULL;
	str_release(&text);
	return has;
}

static bool cursor_is(struct session *s, void *data)
{
	const struct wanted *wanted = data;
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(s->vt), &pos);
	return pos.row == wanted->row && pos.col == wanted->col;
}

static bool has_sent(struct session *s, void *data)
{
	const struct wanted *wanted = data;
	return s->sent.len > 0 && memmem(s->sent.p, s->sent.len, wanted->text, wanted->n) != NULL;
}

static bool has_ended(struct session *s, void *data)
{
	(void)data;
	return s->ended;
}

static bool has_stopped(struct session *s, void *data)
{
	(void)data;
	return s->stopped;
}

static bool rows_marked(struct session *s, void *data)
{
	bool wanted = *(bool *)data;

	for (int row = 0; row < s->n_rows; row++)
		if (session_row_marked(s, row) != wanted)
			return false;
	return true;
}

static bool style_is(struct session *s, void *data)
{
	const struct wanted *wanted = data;
	VTermScreenCell cell;
	int index;

	vterm_screen_get_cell(s->screen, (VTermPos){.row = wanted->row, .col = wanted->col}, &cell);
	if (sscanf(wanted->text, "bg %d", &index) == 1)
		return VTERM_COLOR_IS_INDEXED(&cell.bg) && cell.bg.indexed.idx == index;
	if (sscanf(wanted->text, "fg %d", &index) == 1)
		return VTERM_COLOR_IS_INDEXED(&cell.fg) && cell.fg.indexed.idx == index;
	if (strcmp(wanted->text, "bold") == 0)
		return cell.attrs.bold;
	if (strcmp(wanted->text, "underline") == 0)
		return cell.attrs.underline != 0;
	if (strcmp(wanted->text, "reverse") == 0)
		return cell.attrs.reverse;
	return strcmp(wanted->text, "plain") == 0 && !cell.attrs.bold && !cell.attrs.underline && !cell.attrs.reverse;
}

static void expect(struct drive *d, bool (*done)(struct session *s, void *data), void *data, const char *what)
{
	if (!session_until(&d->session, done, data))
		fail(d, "waited in vain", what);
}

static int signal_number(struct drive *d, const char *name)
{
	static const struct {
		const char *name;
		int signo;
	} signals[] = {{"TERM", SIGTERM}, {"HUP", SIGHUP}, {"INT", SIGINT}, {"SEGV", SIGSEGV}, {"ABRT", SIGABRT},
		       {"BUS", SIGBUS}, {"QUIT", SIGQUIT}, {"TSTP", SIGTSTP}, {"KILL", SIGKILL}};

	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
		if (strcmp(signals[i].name, name) == 0)
			return signals[i].signo;
	fail(d, "no such signal", name);
}

/* The program itself, or the probe beside this file, of the build that is tested. */
static char *program_path(struct drive *d, const char *name)
{
	const char *build = getenv("builddir");

	if (!name || (strcmp(name, "hashiya") != 0 && strcmp(name, "probe") != 0))
		fail(d, "no such program", name ? name : "");
	return xasprintf("%s/%s%s", build ? build : ".", *name == 'p' ? "tests/term/" : "", name);
}

static void do_run(struct drive *d, char *rest)
{
	char *argv[32] = {program_path(d, strtok(rest, " "))};
	size_t n = 1;

	for (char *word = strtok(NULL, " "); word && n < 31; word = strtok(NULL, " "))
		argv[n++] = word;
	session_run(&d->session, argv);
	free(argv[0]);
}

static void do_key(struct drive *d, char *rest)
{
	char *name = strtok(rest, " "), *count = strtok(NULL, " ");

	if (!name)
		fail(d, "no key", "");
	for (int i = count ? atoi(count) : 1; i > 0; i--)
		type_key(d, name);
}

static void do_paste(struct drive *d, char *rest)
{
	size_t n = unescape(rest);

	session_type(&d->session, "\033[200~", 6, d->apart);
	session_type(&d->session, rest, n, d->apart);
	session_type(&d->session, "\033[201~", 6, d->apart);
}

static void do_row(struct drive *d, char *rest, bool (*done)(struct session *s, void *data))
{
	struct wanted wanted = {.row = (int)strtol(rest, &rest, 10)};

	if (wanted.row < 0)
		wanted.row += d->session.n_rows;
	wanted.text = *rest == ' ' ? rest + 1 : rest;
	expect(d, done, &wanted, wanted.text);
}

static void do_place(struct drive *d, char *rest, bool (*done)(struct session *s, void *data))
{
	struct wanted wanted = {.row = (int)strtol(rest, &rest, 10)};

	wanted.col = (int)strtol(rest, &rest, 10);
	wanted.text = *rest == ' ' ? rest + 1 : rest;
	expect(d, done, &wanted, wanted.text);
}

static void do_sent(struct drive *d, char *rest)
{
	struct wanted wanted = {.text = rest, .n = unescape(rest)};
	expect(d, has_sent, &wanted, "these bytes to be sent");
}

static void do_unsent(struct drive *d, char *rest)
{
	struct wanted wanted = {.text = rest, .n = unescape(rest)};
	if (has_sent(&d->session, &wanted))
		fail(d, "sent", "what must not be");
}

/* `first` and `last`: what was sent since the mark begins or ends with these bytes. */
static void do_first(struct drive *d, char *rest)
{
	size_t n = unescape(rest);
	struct wanted wanted = {.text = rest, .n = n};

	expect(d, has_sent, &wanted, "these bytes to be sent");
	if (memcmp(d->session.sent.p, rest, n) != 0)
		fail(d, "sent", "something before it");
}

static void do_last(struct drive *d, char *rest)
{
	const struct str *sent = &d->session.sent;
	size_t n = unescape(rest);

	if (sent->len < n || memcmp(sent->p + sent->len - n, rest, n) != 0)
		fail(d, "not the last bytes sent", rest);
}

static void do_exit(struct drive *d, char *rest)
{
	expect(d, has_ended, NULL, "the program to end");
	if (!WIFEXITED(d->session.exit_status) || WEXITSTATUS(d->session.exit_status) != atoi(rest))
		fail(d, "another end than exit", rest);
}

static void do_killed(struct drive *d, char *rest)
{
	expect(d, has_ended, NULL, "the program to end");
	if (!WIFSIGNALED(d->session.exit_status) || WTERMSIG(d->session.exit_status) != signal_number(d, rest))
		fail(d, "another end than by signal", rest);
}

static void do_marked(struct drive *d, char *rest)
{
	bool wanted = strcmp(rest, "yes") == 0;
	expect(d, rows_marked, &wanted, "the guard's marks in all rows or in none");
}

static void do_family(struct drive *d, char *rest)
{
	const struct family *family = family_find(rest);

	if (!family)
		fail(d, "no such terminal", rest);
	session_set_family(&d->session, family);
}

static void do_size(struct drive *d, char *rest)
{
	int n_rows, n_cols;

	if (sscanf(rest, "%d %d", &n_rows, &n_cols) != 2)
		fail(d, "no size", rest);
	session_resize(&d->session, n_rows, n_cols);
}

static void do_env(struct drive *d, char *rest)
{
	char *value = strchr(rest, '=');

	if (value) {
		*value++ = '\0';
		setenv(rest, value, 1);
	} else {
		unsetenv(rest);
	}
	(void)d;
}

static void do_shell(struct drive *d, char *rest)
{
	if (system(rest) != 0)
		fail(d, "this failed", rest);
}

struct file_part {
	const char *path, *text;
};

/* A journal beside a database takes back what stands in it, until it is empty. */
static bool is_journaled(const char *path)
{
	char *journal = xasprintf("%s-journal", path);
	struct stat info;
	bool journaled = stat(journal, &info) == 0 && info.st_size > 0;

	free(journal);
	return journaled;
}

static bool file_has(struct session *s, void *data)
{
	const struct file_part *part = data;
	struct str bytes = STR_EMPTY;
	FILE *file = fopen(part->path, "r");
	char buf[4096];
	size_t n;

	(void)s;
	while (file && (n = fread(buf, 1, sizeof buf, file)) > 0)
		str_append(&bytes, buf, n);
	bool has = !is_journaled(part->path) && bytes.len > 0 && memmem(bytes.p, bytes.len, part->text, strlen(part->text));
	if (file)
		fclose(file);
	str_release(&bytes);
	return has;
}

static void do_file(struct drive *d, char *rest)
{
	struct file_part part = {.path = strtok(rest, " "), .text = strtok(NULL, "")};

	if (!part.text)
		fail(d, "no text", rest);
	expect(d, file_has, &part, part.text);
}

static void do_release(struct drive *d, char *rest)
{
	(void)rest;
	d->session.hold = false;
	session_type(&d->session, str_cstr(&d->session.held), d->session.held.len, d->apart);
	str_clear(&d->session.held);
}

static void do_type(struct drive *d, char *rest)
{
	session_type(&d->session, rest, unescape(rest), d->apart);
}

static void do_wait(struct drive *d, char *rest)
{
	expect(d, shows, rest, rest);
}

static void do_gone(struct drive *d, char *rest)
{
	expect(d, shows_not, rest, rest);
}

static void do_row_is(struct drive *d, char *rest)
{
	do_row(d, rest, row_is);
}

static void do_row_has(struct drive *d, char *rest)
{
	do_row(d, rest, row_has);
}

static void do_style(struct drive *d, char *rest)
{
	do_place(d, rest, style_is);
}

static void do_cursor(struct drive *d, char *rest)
{
	do_place(d, rest, cursor_is);
}

static bool has_told(struct session *s, void *data)
{
	const struct wanted *wanted = data;
	struct str told = STR_EMPTY;

	told_append(&told, s->sent.p, s->sent.len);
	bool same = told.len == wanted->n && memcmp(str_cstr(&told), wanted->text, wanted->n) == 0;
	str_release(&told);
	return same;
}

static void do_told(struct drive *d, char *rest)
{
	struct wanted wanted = {.text = rest, .n = unescape(rest)};

	if (session_until(&d->session, has_told, &wanted))
		return;
	struct str told = STR_EMPTY;
	told_append(&told, d->session.sent.p, d->session.sent.len);
	fputs("told, ", stderr);
	show_sent(&told);
	str_release(&told);
	fail(d, "waited in vain", "these bytes, and no others, to be told");
}

static void do_mark(struct drive *d, char *rest)
{
	(void)rest;
	str_clear(&d->session.sent);
}

static void do_clear(struct drive *d, char *rest)
{
	static const char home[] = "\033[H\033[2J";

	(void)rest;
	if (d->session.vt)
		vterm_input_write(d->session.vt, home, sizeof home - 1);
}

static void do_settle(struct drive *d, char *rest)
{
	if (!session_settle(&d->session))
		fail(d, "it never has nothing to do", rest);
}

static FILE *file_open(struct drive *d, const char *path)
{
	FILE *file = fopen(path, "w");

	if (!file)
		fail(d, "this cannot be written", path);
	return file;
}

/* `bytes FILE`: what was sent since the mark. */
static void do_bytes(struct drive *d, char *rest)
{
	FILE *file = file_open(d, rest);

	fwrite(str_cstr(&d->session.sent), 1, d->session.sent.len, file);
	fclose(file);
}

/* Its code points in hexadecimal, and after a colon how it looks. */
static void put_cell(FILE *file, const VTermScreenCell *cell)
{
	fprintf(file, "%x", cell->chars[0] ? cell->chars[0] : ' ');
	for (int i = 1; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[0] && cell->chars[i]; i++)
		fprintf(file, "+%x", cell->chars[i]);
	fprintf(file, ":%d%d%d%d.%d.%d", cell->attrs.bold, cell->attrs.underline, cell->attrs.italic, cell->attrs.reverse,
		VTERM_COLOR_IS_INDEXED(&cell->fg) ? cell->fg.indexed.idx : -1,
		VTERM_COLOR_IS_INDEXED(&cell->bg) ? cell->bg.indexed.idx : -1);
}

/* `cells FILE`: the screen, a line a row, its cells with spaces between. */
static void do_cells(struct drive *d, char *rest)
{
	FILE *file = file_open(d, rest);
	VTermScreenCell cell;

	for (int row = 0; row < d->session.n_rows; row++) {
		for (int col = 0; col < d->session.n_cols; col++) {
			vterm_screen_get_cell(d->session.screen, (VTermPos){.row = row, .col = col}, &cell);
			fputs(col ? " " : "", file);
			put_cell(file, &cell);
		}
		fputc('\n', file);
	}
	fclose(file);
}

static void do_apart(struct drive *d, char *rest)
{
	d->apart = strcmp(rest, "bytes") == 0 ? APART_BYTES : strcmp(rest, "yes") == 0 ? APART_KEYS : APART_NOT;
}

static void do_hold(struct drive *d, char *rest)
{
	(void)rest;
	str_clear(&d->session.held);
	d->session.hold = true;
}

static void do_signal(struct drive *d, char *rest)
{
	session_signal(&d->session, signal_number(d, rest));
}

static void do_stopped(struct drive *d, char *rest)
{
	(void)rest;
	expect(d, has_stopped, NULL, "the program to stop");
}

static void do_continue(struct drive *d, char *rest)
{
	(void)rest;
	session_continue(&d->session);
}

static void do_hangup(struct drive *d, char *rest)
{
	(void)rest;
	session_hang_up(&d->session);
}

static void do_empty(struct drive *d, char *rest)
{
	(void)rest;
	if (!session_line_empty(&d->session))
		fail(d, "the line", "has bytes for the shell");
}

static void do_restored(struct drive *d, char *rest)
{
	(void)rest;
	if (!session_line_restored(&d->session))
		fail(d, "the line's modes", "are not as they were");
}

static void do_let(struct drive *d, char *rest);
static void do_include(struct drive *d, char *rest);

static const struct {
	const char *name;
	void (*run)(struct drive *d, char *rest);
} verbs[] = {
	{"let", do_let}, {"include", do_include},
	{"terminal", do_family}, {"size", do_size}, {"env", do_env}, {"shell", do_shell}, {"file", do_file}, {"run", do_run},
	{"type", do_type}, {"key", do_key}, {"paste", do_paste}, {"apart", do_apart},
	{"hold", do_hold}, {"release", do_release}, {"resize", do_size},
	{"signal", do_signal}, {"stopped", do_stopped}, {"continue", do_continue}, {"hangup", do_hangup},
	{"wait", do_wait}, {"gone", do_gone}, {"row", do_row_is}, {"has", do_row_has}, {"style", do_style},
	{"cursor", do_cursor}, {"marked", do_marked},
	{"clear", do_clear}, {"mark", do_mark}, {"sent", do_sent}, {"unsent", do_unsent}, {"first", do_first}, {"last", do_last},
	{"told", do_told}, {"empty", do_empty},
	{"settle", do_settle}, {"bytes", do_bytes}, {"cells", do_cells},
	{"exit", do_exit}, {"killed", do_killed}, {"restored", do_restored},
};

static void do_let(struct drive *d, char *rest)
{
	char *value = strchr(rest, ' ');

	if (value)
		*value++ = '\0';
	variables_set(&d->variables, rest, value ? value : "");
}

static void do_line(struct drive *d, char *line)
{
	char *rest = strchr(line, ' ');

	if (!*line || *line == '#')
		return;
	if (rest)
		*rest++ = '\0';
	else
		rest = line + strlen(line);
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		if (strcmp(verbs[i].name, line) == 0) {
			verbs[i].run(d, rest);
			return;
		}
	}
	fail(d, "no such verb", line);
}

static bool run_script(struct drive *d, const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0;

	if (!file)
		return false;
	d->script = path;
	d->line = 0;
	while (getline(&line, &cap, file) > 0) {
		d->line++;
		line[strcspn(line, "\n")] = '\0';
		char *expanded = variables_expand(&d->variables, line);
		do_line(d, expanded);
		free(expanded);
	}
	free(line);
	fclose(file);
	return true;
}

/* A script beside this one; lines are counted on behind it. */
static void do_include(struct drive *d, char *rest)
{
	const char *script = d->script, *slash = strrchr(script, '/');
	int line = d->line;
	char *path = xasprintf("%.*s%s", slash ? (int)(slash + 1 - script) : 0, script, rest);

	if (!run_script(d, path))
		fail(d, "no such script", path);
	d->script = script;
	d->line = line;
	free(path);
}

int main(int argc, char **argv)
{
	struct drive d = {.line = 0};

	signal(SIGPIPE, SIG_IGN);
	session_init(&d.session);
	if (argc != 2 || !run_script(&d, argv[1])) {
		fprintf(stderr, "usage: drive SCRIPT\n");
		return 99;
	}
	session_release(&d.session);
	variables_release(&d.variables);
	return 0;
}
