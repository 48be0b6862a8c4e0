/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <unistd.h>

#include "app/i18n.h"
#include "base/clock.h"
#include "base/str.h"

enum { FIRST_MS = 300, AGAIN_MS = 100 };

/* Over what was told before. A word that cannot be written is not missed. */
static void write_over(const char *text)
{
	struct str line = STR_EMPTY;
	str_appendf(&line, "\r%s\033[K", text);
	ssize_t written = write(STDERR_FILENO, line.p, line.len);
	(void)written;
	str_release(&line);
}

void progress_begin(struct progress *progress)
{
	*progress = (struct progress){.wanted = isatty(STDERR_FILENO) == 1,
				      .next_ms = clock_ms() + FIRST_MS};
}

void progress_tell(struct progress *progress, unsigned percent)
{
	if (!progress->wanted || clock_ms() < progress->next_ms)
		return;
	struct str text = STR_EMPTY;
	/* TRANSLATORS: how far a job of the command line is, in per cent. */
	str_appendf(&text, _("comparing: %u %%"), percent);
	write_over(str_cstr(&text));
	str_release(&text);
	progress->shown = true;
	progress->next_ms = clock_ms() + AGAIN_MS;
}

void progress_end(struct progress *progress)
{
	if (progress->shown)
		write_over("");
	progress->wanted = progress->shown = false;
}
