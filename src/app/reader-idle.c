/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the reader does while nobody types: hits, the next screen, links to other articles, hidden
 * characters. It never makes the first frame or a key wait.
 */
#include "app/reader-internal.h"

#include <stdint.h>
#include <stdlib.h>

#include "text/safe.h"

enum { SLICE = 16 * 1024 }; /* code points or bytes decoded: .1 or .2 ms */

static void look_for_hidden(struct pane *pane)
{
	for (size_t seen = 0; seen < SLICE && pane->hidden_para != SIZE_MAX;) {
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
}

static bool identify(struct app *app, struct pane *pane)
{
	if (pane->identified)
		return false;
	reader_identify(app, pane);
	return true;
}

static bool find(struct app *app, struct pane *pane)
{
	if (!finds_active(&pane->finds) || pane->finds.done)
		return false;
	finds_scan(&pane->finds, pane->doc, SLICE);
	reader_find_go_on(app);
	return true;
}

static bool look_ahead(struct app *app, struct pane *pane)
{
	(void)app;
	if (pane_is_ahead(pane))
		return false;
	pane_look_ahead(pane);
	return true;
}

/* Not of one pane, but of all. */
static bool compare(struct app *app, struct pane *pane)
{
	return pane == reader_pane(app) && reader_compare(app);
}

static bool count_hidden(struct app *app, struct pane *pane)
{
	(void)app;
	if (pane->hidden_para == SIZE_MAX)
		return false;
	look_for_hidden(pane);
	return true;
}

/*
 * What somebody waits for comes first, in all panes, beginning with the one that has the focus.
 * Each does a slice, and tells whether there was anything to do.
 */
static bool (*const steps[])(struct app *app, struct pane *pane) = {identify, find, look_ahead,
								     compare, count_hidden};

static bool slice(struct app *app, void *data)
{
	struct reader *reader = data;
	for (size_t step = 0; step < sizeof steps / sizeof *steps; step++)
		for (size_t i = 0; i < reader->n_panes; i++)
			if (steps[step](app, reader->panes[(reader->focus + i) % reader->n_panes]))
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
