/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a link does when all is said: the claim where it is new, the highlight, the mention. */
#include "app/claim-link.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/reader-internal.h"
#include "app/stance-look.h"
#include "app/stances.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { SAID_CPS = 40 };

/* Inside of an act where the claim is a new one, whose id the link gets. */
static enum status write_link(struct app *app, struct claim_link *link, struct fault *f)
{
	struct mention mention = {.stance = link->stance,
				  .attribution = link->attribution,
				  .speaker = link->speaker,
				  .certainty = link->certainty};
	struct highlight made = {.exact = NULL};
	struct mark mark = {.range = link->range, .mention = &mention};
	enum status status;
	memcpy(mention.claim, link->claim, ID_SIZE);
	if (*link->highlight)
		return project_mention(&app->project, link->highlight, &mention, f);
	status = project_mark(&app->project, &link->pane->article, &mark, &made, NULL, f);
	memcpy(link->highlight, made.id, ID_SIZE);
	highlight_release(&made);
	return status;
}

static enum status add_claim(struct app *app, struct claim_link *link, struct fault *f)
{
	struct claim claim = {.statement = xstrdup(link->statement), .lang = xstrdup(link->lang)};
	enum status status = project_claim_add(&app->project, &claim, f);
	memcpy(link->claim, claim.id, ID_SIZE);
	claim_release(&claim);
	return status;
}

/* The claim, the highlight and the link in one act. */
static enum status write_with_claim(struct app *app, struct claim_link *link, struct fault *f)
{
	enum status status = project_group_begin(&app->project, ACT_CLAIM_PASSAGE,
						 link->statement, 1, f);
	if (status)
		return status;
	status = add_claim(app, link, f);
	if (!status)
		status = write_link(app, link, f);
	if (!status)
		return project_group_end(&app->project, f);
	project_group_drop(&app->project);
	memset(link->claim, 0, ID_SIZE);
	return status;
}

static enum status save(struct app *app, struct claim_link *link, struct fault *f)
{
	enum status status = STATUS_OK;
	if (!*link->highlight && !reader_is_open(app, link->pane))
		return fault_set(f, STATUS_NOT_FOUND, _("the article of this passage was closed"));
	if (!*link->highlight)
		status = reader_adopt_range(app, link->pane, link->range, f);
	if (!status)
		status = *link->claim ? write_link(app, link, f) : write_with_claim(app, link, f);
	if (!status && reader_is_open(app, link->pane))
		link->pane->selecting = SELECT_NONE;
	return status;
}

static void say_linked(struct app *app, const struct claim_link *link)
{
	struct stance_scheme scheme = {.values = NULL};
	char *excerpt = words_excerpt(link->statement, SAID_CPS);
	if (!stances_of_project(&app->project, &scheme, NULL)) {
		struct stance_look look = stance_look_of(&scheme, link->stance, app->mono);
		/* TRANSLATORS: a passage was linked: a symbol, a stance, and the claim's beginning */
		app_say(app, _("saved: %s %s: %s"), look.symbol, look.label, excerpt);
	}
	stance_scheme_release(&scheme);
	free(excerpt);
}

/* What `.` does from here on: the same claim and stance. Who speaks is another passage's matter. */
void claim_link_remember(struct app *app, const struct claim_link *link)
{
	struct claim_link last = {.statement = link->statement, .stance = link->stance};
	memcpy(last.claim, link->claim, ID_SIZE);
	if (app->last_link)
		claim_link_free(app->last_link);
	app->last_link = claim_link_new(&last);
	app->repeats_link = true;
}

bool claim_link_save(struct app *app, const struct claim_link *asked)
{
	struct claim_link *link = claim_link_new(asked);
	struct fault f = FAULT_NONE;
	bool done = !save(app, link, &f);
	if (done) {
		say_linked(app, link);
		claim_link_remember(app, link);
	} else {
		app_say_fault(app, &f);
	}
	claim_link_free(link);
	app_reload(app);
	return done;
}
