/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the reader does while nobody types: hits, the next screen, hidden characters. It never makes
 * the first frame or a key wait.
 */
#include "app/reader-internal.h"

#include <stdint.h>
#include <stdlib.h>

#include "text/safe.h"

enum { SLICE_CP = 16 * 1024 }; /* code points: a millisecond or so */

/* True when there is more of the pane's text to look at. */
static bool look_for_hidden(struct pane *pane)
{
	for (size_t seen = 0; seen < SLICE_CP && pane->hidden_para != SIZE_MAX;) {
		struct document_paragraph at;
		if (!document_paragraph(pane->doc, pane->hidden_para, &at)) {
			pane->hidden_para = SIZE_MAX;
			break;
		}
		char32_t *cps = document_decode(pane->doc, &at, NULL);
		if (cps)
			pane->hidden += safe_count_hidden(cps, at.n_cp);
		free(cps);
		pane->hidden_para++;
		seen += at.n_cp + 1;
	}
	return pane->hidden_para != SIZE_MAX;
}

/* The first thing that is left to do for a pane; true when something was. */
static bool work_on(struct app *app, struct pane *pane)
{
	if (!pane->identified) {
		reader_identify(app, pane);
		return true;
	}
	if (finds_active(&pane->finds) && !pane->finds.done) {
		finds_scan(&pane->finds, pane->doc, SLICE_CP);
		reader_find_go_on(app);
		return true;
	}
	if (!pane_is_ahead(pane)) {
		pane_look_ahead(pane);
		return true;
	}
	if (pane->hidden_para != SIZE_MAX) {
		look_for_hidden(pane);
		return true;
	}
	return false;
}

static bool slice(struct app *app, void *data)
{
	struct reader *reader = data;
	for (size_t i = 0; i < reader->n_panes; i++)
		if (work_on(app, reader->panes[i]))
			return true;
	reader->working = false;
	return false;
}

void reader_work(struct app *app)
{
	struct job job = {.slice = slice, .data = app->reader};
	if (app->reader->working)
		return;
	app->reader->working = true;
	job_add(&app->jobs, &job);
}
