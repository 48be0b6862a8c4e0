/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done in a cell of the grid: its passages looked up, or the claim recorded as absent. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/claim-view.h"
#include "app/grid-internal.h"
#include "app/i18n.h"
#include "app/picker.h"
#include "app/reader-internal.h"
#include "app/stance-look.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { QUOTE_CPS = 200 };

/* A cell whose passages are listed. */
struct claim_in {
	char claim[ID_SIZE], article[ID_SIZE];
};

static void go_to(struct app *app, const char *highlight)
{
	struct fault f = FAULT_NONE;
	if (reader_go_to_mark(app, highlight, &f))
		app_say_fault(app, &f);
}

/* A passage, its stance, who speaks, and who says so. */
static void add_passage(struct app *app, struct picker *picker, const struct evidence *evidence,
			const struct mention *mention)
{
	struct highlight highlight = {.exact = NULL};
	struct fault f = FAULT_NONE;
	if (store_highlight_get(app->project.store, mention->highlight, &highlight, &f)) {
		app_say_fault(app, &f);
	} else {
		struct stance_look look =
			stance_look_of(&evidence->scheme, mention->stance, app->mono);
		picker_add(picker, &(struct picker_item){
					   .label = words_excerpt(highlight.exact, QUOTE_CPS),
					   .detail = *mention->speaker
							     ? words_format("%s · %s", look.label,
									    mention->speaker)
							     : xstrdup(look.label),
					   .symbol = xstrdup(look.symbol),
					   .symbol_style = look.style,
					   .symbol_columns = 1,
					   .id = xstrdup(highlight.id)});
	}
	highlight_release(&highlight);
}

static void load_passages(struct app *app, struct picker *picker, void *data)
{
	const struct claim_in *cell = data;
	struct mention_list mentions = {.items = NULL};
	struct fault f = FAULT_NONE;
	if (evidence_of_cell(&app->project, cell->claim, cell->article, &mentions, &f))
		app_say_fault(app, &f);
	for (size_t i = 0; i < mentions.n; i++)
		add_passage(app, picker, &app->grid->evidence, &mentions.items[i]);
	mention_list_release(&mentions);
}

static void choose_passage(struct app *app, const struct picker_item *item, void *data)
{
	(void)data;
	go_to(app, item->id);
}

static void list_passages(struct app *app, const struct claim *claim, const struct claim_in *cell)
{
	static const struct picker_ops ops = {
		.choose = choose_passage, .load = load_passages, .free_data = free};
	struct claim_in *copy = xmalloc(sizeof *copy);
	*copy = *cell;
	view_push(app, picker_new(app, claim->statement, NULL, &ops, copy));
}

/* Where nothing is linked, the article itself, where one would look for it. */
static void open_article(struct app *app, const struct article *article)
{
	char *refs[] = {xstrdup(article->id)};
	struct fault f = FAULT_NONE;
	size_t n_added;
	if (reader_add(app, refs, 1, &n_added, &f))
		app_say_fault(app, &f);
	free(refs[0]);
}

static void open_cell(struct app *app, const struct claim *claim, const struct article *article)
{
	struct mention_list mentions = {.items = NULL};
	struct claim_in cell;
	struct fault f = FAULT_NONE;
	memcpy(cell.claim, claim->id, ID_SIZE);
	memcpy(cell.article, article->id, ID_SIZE);
	if (evidence_of_cell(&app->project, claim->id, article->id, &mentions, &f))
		app_say_fault(app, &f);
	else if (mentions.n > 1)
		list_passages(app, claim, &cell);
	else if (mentions.n == 1)
		go_to(app, mentions.items[0].highlight);
	else
		open_article(app, article);
	mention_list_release(&mentions);
}

void command_open_passages(struct app *app, const char *argument)
{
	const struct claim *claim = grid_claim(app);
	const struct article *article = grid_article(app);
	(void)argument;
	if (!claim)
		app_say(app, _("there is no claim here; n types one"));
	else if (article)
		open_cell(app, claim, article);
	else
		claim_view_show(app, claim->id);
}

/* Whether this coder recorded the cell as absent. */
static bool is_checked(const struct app *app, const char *claim, const char *article)
{
	const struct coverage_list *list = &app->grid->evidence.coverage;
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->items[i].claim, claim) == 0 &&
		    strcmp(list->items[i].article, article) == 0 &&
		    strcmp(list->items[i].coder, app->options->coder) == 0)
			return true;
	return false;
}

/* How many changes there were, where all of them are shown; else -1. */
static int64_t changes_shown(const struct app *app)
{
	int64_t changes = store_changes(app->project.store);
	return changes == app->seen_changes && changes == app->grid->changes ? changes : -1;
}

/* What is absent is all that one act more changed, unless another program did something, too. */
static void reload_cells(struct app *app, int64_t before)
{
	int64_t after = store_changes(app->project.store);
	struct fault f = FAULT_NONE;
	if (before < 0 || after > before + 1 ||
	    evidence_load_coverage(&app->grid->evidence, &app->project, &f)) {
		fault_release(&f);
		app_reload(app);
		return;
	}
	app->seen_changes = app->grid->changes = after;
}

static void check(struct app *app, const struct claim *claim, const struct article *article)
{
	int64_t before = changes_shown(app);
	bool absent = !is_checked(app, claim->id, article->id);
	size_t number = (size_t)claim->number, in = (size_t)article->number;
	struct fault f = FAULT_NONE;
	if (project_absent(&app->project, claim->id, article->id, absent, &f))
		app_say_fault(app, &f);
	else
		app_say(app,
			absent ? _("saved: article %zu was checked, claim %zu is absent")
			       : _("saved: article %zu is not checked for claim %zu any more"),
			in, number);
	reload_cells(app, before);
}

/* All articles that nobody read for the claim, in one act. */
static enum status check_unread(struct app *app, size_t claim, size_t n, struct fault *f)
{
	const struct evidence *evidence = &app->grid->evidence;
	enum status status = project_group_begin(&app->project, ACT_ABSENTS, NULL, n, f);
	if (status)
		return status;
	for (size_t i = 0; i < evidence->articles.n && !status; i++)
		if (coverage_grid_cell(&evidence->grid, claim, i)->state == COVERAGE_UNREAD)
			status = project_absent(&app->project, evidence->claims.items[claim].id,
						evidence->articles.items[i].id, true, f);
	if (!status)
		return project_group_end(&app->project, f);
	project_group_drop(&app->project);
	return status;
}

static void check_row(struct app *app)
{
	const struct evidence *evidence = &app->grid->evidence;
	size_t claim = grid_claim_at(app->grid), n = 0;
	int64_t before = changes_shown(app);
	struct fault f = FAULT_NONE;
	for (size_t i = 0; i < evidence->articles.n; i++)
		n += coverage_grid_cell(&evidence->grid, claim, i)->state == COVERAGE_UNREAD;
	if (n == 0)
		app_say(app, _("no article is unread for this claim"));
	else if (check_unread(app, claim, n, &f))
		app_say_fault(app, &f);
	else
		app_say(app,
			ngettext("saved: checked, absent from %zu article; u takes it back",
				 "saved: checked, absent from %zu articles; u takes it back", n),
			n);
	reload_cells(app, before);
}

void command_check_absent(struct app *app, const char *argument)
{
	const struct claim *claim = grid_claim(app);
	const struct article *article = grid_article(app);
	(void)argument;
	if (!claim) {
		app_say(app, _("there is no claim here; n types one"));
		return;
	}
	if (!article) {
		check_row(app);
		return;
	}
	size_t at = grid_claim_at(app->grid), in = grid_article_at(app->grid);
	size_t n = coverage_grid_cell(&app->grid->evidence.grid, at, in)->n_mentions;
	if (n > 0)
		app_say(app,
			ngettext("not absent: %zu passage is linked here, Enter shows it",
				 "not absent: %zu passages are linked here, Enter shows them", n),
			n);
	else
		check(app, claim, article);
}
