/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/doctor.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/bidi-sample.h"
#include "app/i18n.h"
#include "app/terminals.h"
#include "base/clock.h"
#include "term/line.h"
#include "term/replies.h"

enum { ANSWER_MS = 500 }; /* a terminal that has said nothing by then is taken as mute */

/* The next byte: what is typed, -1 at the end, 0 for a part of a reply, which goes to the guard. */
static int take_byte(struct out *out, struct replies *replies)
{
	char c;
	ssize_t n;
	do
		n = read(STDIN_FILENO, &c, 1);
	while (n < 0 && errno == EINTR);
	if (n <= 0)
		return -1;
	enum reply_piece piece = replies_take(replies, c);
	if (piece == PIECE_REPLY)
		guard_reply(&out->guard, replies->bytes, replies->n);
	return piece == PIECE_KEY ? (unsigned char)c : 0;
}

/* What is typed before the last answer is for nobody. */
static void take_answers(struct out *out)
{
	struct replies replies = {.n = 0};
	struct pollfd p = {.fd = STDIN_FILENO, .events = POLLIN};
	int64_t until = clock_ms() + ANSWER_MS;
	for (int64_t left = ANSWER_MS; out->guard.queries && left > 0; left = until - clock_ms())
		if (poll(&p, 1, (int)left) > 0 && take_byte(out, &replies) < 0)
			return;
}

bool doctor_identify(struct cli *cli)
{
	struct out *out = &cli->out;
	if (!out->tty || !line_quiet(STDIN_FILENO))
		return false;
	out_set_bidi(out, BIDI_AUTO);
	guard_enter(&out->guard, out->fd, true);
	out->guarded = true;
	take_answers(out);
	return true;
}

/* Two modes may come to the same in this terminal. */
static bool is_new_way(const struct guard *guard, enum bidi_mode mode)
{
	struct guard this = *guard, earlier = *guard;
	this.mode = mode;
	for (enum bidi_mode before = BIDI_AUTO; before < mode; before++) {
		earlier.mode = before;
		if (guard_marks(&earlier) == guard_marks(&this) &&
		    guard_logical(&earlier) == guard_logical(&this))
			return false;
	}
	return true;
}

static void show_way(struct out *out, enum bidi_mode mode)
{
	out_set_bidi(out, mode);
	out_line(out, "%s", "");
	for (size_t i = 0; i < BIDI_SAMPLE_LINES; i++)
		out_line(out, "    %s", bidi_sample_line(i));
	out_line(out,
		 _("Does this read right? (%s)   Enter: yes   Space: no, another way   q: leave"),
		 bidi_mode_name(mode));
	out_flush(out);
}

enum answer { ANSWER_YES, ANSWER_NO, ANSWER_LEAVE };

static enum answer take_answer(struct out *out)
{
	struct replies replies = {.n = 0};
	for (;;) {
		switch (take_byte(out, &replies)) {
		case '\r': case '\n': case 'y':
			return ANSWER_YES;
		case ' ': case 'n':
			return ANSWER_NO;
		case -1: case 'q': case 4: /* Ctrl-D */
			return ANSWER_LEAVE;
		}
	}
}

static enum status remember(struct cli *cli, enum bidi_mode mode, struct fault *f)
{
	struct out *out = &cli->out;
	enum status status = terminals_remember(&out->guard, mode, f);
	if (status != STATUS_OK)
		return status;
	char *path = terminals_path();
	/* TRANSLATORS: a bidi mode, a terminal's name, its TERM, a file */
	out_line(out, _("remembered: %s in %s (%s), in %s"), bidi_mode_name(mode), out->guard.name,
		 out->guard.term, path);
	if (cli->options.source[OPTION_bidi] != SOURCE_DEFAULT)
		out_line(out, _("but the option bidi is set to %s, and that is stronger"),
			 bidi_mode_name(cli->options.bidi));
	free(path);
	return STATUS_OK;
}

static void tell_before(struct cli *cli)
{
	struct out *out = &cli->out;
	if (!cli->utf8)
		out_line(out, "%s",
			 _("This locale is not UTF-8: where letters are strange, set LC_ALL to "
			   "one that is, and the terminal too."));
	out_line(out, "%s", _("Two lines follow, in each way that this terminal offers."));
	out_line(out, "%s", bidi_sample_good());
}

static void tell_none_is_right(struct out *out)
{
	out_set_bidi(out, BIDI_AUTO);
	const char *advice = terminals_advice(guard_hint(&out->guard));
	out_line(out, "%s", _("None of them: nothing is remembered."));
	if (advice)
		out_line(out, "%s", advice);
}

enum status doctor_bidi(struct cli *cli, struct fault *f)
{
	struct out *out = &cli->out;
	tell_before(cli);
	for (enum bidi_mode mode = BIDI_AUTO; mode <= BIDI_TERMINAL; mode++) {
		if (!is_new_way(&out->guard, mode))
			continue;
		show_way(out, mode);
		switch (take_answer(out)) {
		case ANSWER_YES:
			return remember(cli, mode, f);
		case ANSWER_NO:
			break;
		case ANSWER_LEAVE:
			return STATUS_OK;
		}
	}
	tell_none_is_right(out);
	return STATUS_OK;
}

enum status doctor_forget(struct cli *cli, struct fault *f)
{
	struct out *out = &cli->out;
	enum status status = terminals_forget(&out->guard, f);
	if (status == STATUS_OK)
		out_line(out, _("forgotten: %s (%s)"), out->guard.name, out->guard.term);
	return status;
}
