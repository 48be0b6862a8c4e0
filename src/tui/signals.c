/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

enum { CRASH_STACK = 16384 };

static const int piped[] = {SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
static const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP, SIGQUIT};
enum { N_PIPED = sizeof piped / sizeof piped[0], N_DEADLY = sizeof deadly / sizeof deadly[0] };

/* Handlers know nothing but what is static. */
static struct {
	volatile sig_atomic_t in;
	int out;
	struct sigaction before[N_PIPED];
} self_pipe;

static struct {
	volatile sig_atomic_t armed;
	int in, out;
	struct termios shell;
	char bytes[CRASH_BYTES];
	struct sigaction before[N_DEADLY];
	char stack[CRASH_STACK]; /* for a handler when the stack has run over */
} crash;

/* A full pipe holds more news than anyone needs. */
static void on_signal(int signo)
{
	int saved = errno;
	unsigned char byte = (unsigned char)signo;
	ssize_t ignored = write(self_pipe.in, &byte, 1);

	(void)ignored;
	errno = saved;
}

static void pass_on(int signo)
{
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};

	sigemptyset(&action.sa_mask);
	sigaction(signo, &action, NULL);
}

enum status signals_open(int *fd, struct fault *f)
{
	int ends[2];

	if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
		return fault_errno(f, NULL);
	self_pipe.in = ends[1];
	self_pipe.out = *fd = ends[0];
	for (size_t i = 0; i < N_PIPED; i++) {
		sigaction(piped[i], NULL, &self_pipe.before[i]);
		pass_on(piped[i]);
	}
	return STATUS_OK;
}

void signals_close(void)
{
	for (size_t i = 0; i < N_PIPED; i++)
		sigaction(piped[i], &self_pipe.before[i], NULL);
	close(self_pipe.in);
	close(self_pipe.out);
}

void signals_stop(void)
{
	struct sigaction dfl = {.sa_handler = SIG_DFL};

	sigemptyset(&dfl.sa_mask);
	sigaction(SIGTSTP, &dfl, NULL);
	sigaction(SIGCONT, &dfl, NULL);
	kill(0, SIGTSTP);
	pass_on(SIGTSTP);
	pass_on(SIGCONT);
}

static void crash_put(const char *bytes)
{
	ssize_t ignored = write(crash.out, bytes, strlen(bytes));
	(void)ignored;
}

/* Async-signal-safe. */
static void crash_restore(void)
{
	if (!crash.armed)
		return;
	crash.armed = 0;
	crash_put(crash.bytes);
	crash_put(TERMINAL_MODES_OFF);
	crash_put(guard_restore_bytes());
	tcsetattr(crash.in, TCSANOW, &crash.shell);
}

/* SA_RESETHAND: raised again, it kills as it would have without us. */
static void on_crash(int signo)
{
	crash_restore();
	raise(signo);
}

void crash_arm(const struct terminal *terminal)
{
	struct sigaction action = {.sa_handler = on_crash,
				   .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK)};
	stack_t stack = {.ss_sp = crash.stack, .ss_size = sizeof crash.stack};

	/* After a stop that nobody announced it still is; what was before stays known. */
	if (crash.armed)
		return;
	crash.in = terminal->in;
	crash.out = terminal->out;
	crash.shell = terminal->shell;
	crash.armed = 1;
	sigaltstack(&stack, NULL);
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < N_DEADLY; i++)
		sigaction(deadly[i], &action, &crash.before[i]);
	xalloc_on_failure(crash_restore);
}

void crash_add(const char *bytes)
{
	/* From the second byte on first: a handler sees nothing, or all. */
	strncpy(crash.bytes + 1, bytes[0] ? bytes + 1 : "", sizeof crash.bytes - 2);
	atomic_signal_fence(memory_order_release);
	crash.bytes[0] = bytes[0];
}

void crash_disarm(void)
{
	crash.armed = 0;
	for (size_t i = 0; i < N_DEADLY; i++)
		sigaction(deadly[i], &crash.before[i], NULL);
	xalloc_on_failure(NULL);
}
