/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bidi-sample.h"

#include <string.h>

#include "app/command.h"
#include "app/i18n.h"
#include "app/state.h"
#include "app/theme.h"

/*
 * The first letters of the alphabet, apart and joined: whoever reads Arabic sees a reversal, and
 * whoever does not sees where 1 is.
 */
static const char *const SAMPLES[BIDI_SAMPLE_LINES] = {
	"١ ا ب ت ٢ (حاشية) ٣ 45",
	"left ا ب ت (حاشية) right",
};
enum { N_ROWS = BIDI_SAMPLE_LINES + 2 };

const char *bidi_sample_line(size_t i)
{
	return SAMPLES[i];
}

const char *bidi_sample_good(void)
{
	return _("good: ١ is the last on the right, and left and right are at their own ends");
}

void bidi_sample_draw(struct app *app, struct frame *frame, size_t end_row)
{
	struct style text = theme_style(ROLE_TEXT, app->mono);
	struct style title = theme_style(ROLE_TITLE_FOCUS, app->mono);
	if (end_row < N_ROWS)
		return;
	size_t row = end_row - N_ROWS;
	frame_fill(frame, row, 0, N_ROWS, frame->n_cols, text, ZONE_NONE);
	frame_fill(frame, row, 0, 1, frame->n_cols, title, ZONE_NONE);
	frame_text(frame, row, 1, frame->n_cols,
		   _("Is this right? F9 for another mode, Esc for the one before"), title,
		   ZONE_NONE, ALIGN_LEFT);
	for (size_t i = 0; i < BIDI_SAMPLE_LINES; i++)
		frame_text(frame, row + 1 + i, 1, frame->n_cols > 2 ? frame->n_cols - 2 : 0,
			   SAMPLES[i], text, ZONE_NONE, ALIGN_LEFT);
	frame_text(frame, row + N_ROWS - 1, 1, frame->n_cols, bidi_sample_good(),
		   theme_style(ROLE_DIM, app->mono), ZONE_NONE, ALIGN_LEFT);
}

static enum bidi_mode mode_after(enum bidi_mode mode)
{
	return mode == BIDI_AUTO ? BIDI_APP : mode == BIDI_APP ? BIDI_TERMINAL : BIDI_AUTO;
}

static void set_mode(struct app *app, enum bidi_mode mode)
{
	app->bidi = mode;
	app->bidi_chosen = true;
	app->request = REQUEST_BIDI;
	app_reload(app);
	app_say(app, _("bidi mode: %s; hashiya doctor --bidi remembers one"), bidi_mode_name(mode));
}

bool bidi_sample_takes(struct app *app, const char *command)
{
	if (!app->bidi_sample || strcmp(command, "bidi") == 0)
		return false;
	app->bidi_sample = false;
	if (strcmp(command, "back") != 0)
		return false;
	set_mode(app, app->bidi_before);
	return true;
}

void command_bidi(struct app *app, const char *argument)
{
	enum bidi_mode mode = mode_after(app->bidi);
	if (argument[0] && !bidi_mode_parse(argument, &mode)) {
		app_complain(app, _("there is no bidi mode %s: auto, app or terminal"), argument);
		return;
	}
	if (!app->bidi_sample)
		app->bidi_before = app->bidi;
	app->bidi_sample = true;
	set_mode(app, mode);
}
