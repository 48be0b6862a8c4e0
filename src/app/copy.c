/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum { WAIT_MS = 2000, STEP_MS = 10 };

extern char **environ;

/* The words of `command`, ended by NULL, in `buffer`, which is cut up; the caller's. */
static char **split(char *buffer)
{
	char **words = NULL, *rest = NULL;
	size_t n = 0, cap = 0;
	for (char *word = strtok_r(buffer, " \t", &rest); word; word = strtok_r(NULL, " \t", &rest))
		VEC_PUSH(words, n, cap, word);
	VEC_PUSH(words, n, cap, NULL);
	return words;
}

/* Starts it with `in` as its standard input and nowhere to write to: the screen is ours. */
static int start(char **words, int in, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	int error = posix_spawnp(pid, words[0], &actions, NULL, words, environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

/* Writes all of it, as long as somebody reads. */
static bool feed(int out, const char *text, size_t n)
{
	struct pollfd ready = {.fd = out, .events = POLLOUT};
	while (n > 0) {
		ssize_t written = write(out, text, n);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0 && (errno != EAGAIN || poll(&ready, 1, WAIT_MS) <= 0))
			return false;
		if (written > 0) {
			text += written;
			n -= (size_t)written;
		}
	}
	return true;
}

/* True unless it is known to have failed. */
static bool ended_well(pid_t pid)
{
	for (int waited = 0; waited < WAIT_MS; waited += STEP_MS) {
		int status;
		pid_t ended = waitpid(pid, &status, WNOHANG);
		if (ended == pid)
			return WIFEXITED(status) && WEXITSTATUS(status) == 0;
		if (ended < 0)
			return true;
		poll(NULL, 0, STEP_MS);
	}
	return true;
}

static enum status run(const char *command, char **words, const char *text, size_t n,
		       struct fault *f)
{
	int ends[2];
	pid_t pid;
	if (!words[0])
		return fault_set(f, STATUS_INVALID, "copy-command");
	if (pipe2(ends, O_CLOEXEC) < 0)
		return fault_errno(f, command);
	errno = start(words, ends[0], &pid);
	close(ends[0]);
	if (errno) {
		close(ends[1]);
		return fault_errno(f, command);
	}
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	bool fed = feed(ends[1], text, n);
	close(ends[1]);
	bool well = ended_well(pid);
	return fed && well ? STATUS_OK : fault_set(f, STATUS_IO, command);
}

enum status copy_run(const char *command, const char *text, size_t n, struct fault *f)
{
	char *buffer = xstrdup(command);
	char **words = split(buffer);
	enum status status = run(command, words, text, n, f);
	free(words);
	free(buffer);
	return status;
}
