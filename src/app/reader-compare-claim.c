/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim made of a link: what the passage at the cursor and its match both say. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/claim-link.h"
#include "app/compare-words.h"
#include "app/comparison.h"
#include "app/i18n.h"
#include "app/prompt.h"
#include "app/reader-internal.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { QUOTE_CPS = 200, PASSAGES = 2 };

/* The passage at the cursor, and the one that is like it. */
struct passages {
	struct pane *panes[PASSAGES]; /* compared before they are used */
	struct cp_range ranges[PASSAGES];
};

/* The files of both are in the project after it. */
static enum status adopt(struct app *app, const struct passages *passages, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < PASSAGES && !status; i++) {
		if (!reader_is_open(app, passages->panes[i]))
			return fault_set(f, STATUS_NOT_FOUND,
					 _("the article of this passage was closed"));
		status = reader_adopt_range(app, passages->panes[i], passages->ranges[i], f);
	}
	return status;
}

/* Inside of an act. What the passages hold is for a person to say. */
static enum status write(struct app *app, const struct passages *passages, struct claim *claim,
			 struct fault *f)
{
	enum status status = project_claim_add(&app->project, claim, f);
	for (size_t i = 0; i < PASSAGES && !status; i++) {
		struct mention mention = {
			.stance = "", .attribution = "", .speaker = "", .certainty = ""};
		struct mark mark = {.range = passages->ranges[i], .mention = &mention};
		memcpy(mention.claim, claim->id, ID_SIZE);
		status = project_mark(&app->project, &passages->panes[i]->article, &mark, NULL,
				      NULL, f);
	}
	return status;
}

static enum status save(struct app *app, const struct passages *passages, struct claim *claim,
			struct fault *f)
{
	enum status status = adopt(app, passages, f);
	if (!status)
		status = project_group_begin(&app->project, ACT_CLAIM_MATCH, claim->statement, 1, f);
	if (status)
		return status;
	status = write(app, passages, claim, f);
	if (!status)
		return project_group_end(&app->project, f);
	project_group_drop(&app->project);
	return status;
}

/* From here on `.` links a third article's passage to the same claim. */
static void saved(struct app *app, const struct claim *claim)
{
	struct claim_link link = {.statement = claim->statement};
	memcpy(link.claim, claim->id, ID_SIZE);
	claim_link_remember(app, &link);
	app_say(app, _("claim %zu: both passages linked, not judged yet"),
		(size_t)claim->number);
}

static bool accept(struct app *app, const char *text, void *data)
{
	const struct passages *passages = data;
	const char *lang = reader_is_open(app, passages->panes[0])
				   ? passages->panes[0]->article.lang
				   : NULL;
	struct claim claim = {.statement = xstrdup(text), .lang = xstrdup_or_empty(lang)};
	struct fault f = FAULT_NONE;
	bool done = !save(app, passages, &claim, &f);
	if (done)
		saved(app, &claim);
	else
		app_say_fault(app, &f);
	claim_release(&claim);
	app_reload(app);
	return done;
}

/* What is selected, else the passage at the cursor; and that of the link. */
static struct passages passages_of(struct app *app, const struct link *link)
{
	struct pane *pane = reader_pane(app);
	struct passages out = {.panes = {pane, comparison_pane(app, link->b.text)},
			       .ranges = {app->reader->links.range}};
	const struct compare_text *text = compare_set_text(comparison_set(app), link->b.text);
	out.ranges[1] = compare_text_unit(text, link->b.unit).range;
	pane_selection(pane, &out.ranges[0]);
	return out;
}

void command_claim_from_match(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {.accept = accept, .free_data = free};
	const struct cursor_links *here = &app->reader->links;
	(void)argument;
	if (!reader_may_write(app) || !reader_has_links(app))
		return;
	if (!here->has_current) {
		app_complain(app, "%s", _(band_words(BAND_NONE)));
		return;
	}
	struct passages passages = passages_of(app, &here->current);
	char *quote = reader_text(passages.panes[0], passages.ranges[0], NULL);
	char *excerpt = words_excerpt(quote ? quote : "", QUOTE_CPS);
	view_push(app, prompt_new(app, _("Claim:"), excerpt, &ops,
				  xmemdup(&passages, sizeof passages)));
	free(excerpt);
	free(quote);
}
