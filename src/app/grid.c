/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/grid.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/grid-internal.h"
#include "app/i18n.h"
#include "app/prompt.h"
#include "base/xalloc.h"

static const struct view_ops grid_ops;

static struct grid *grid_of(struct view *view)
{
	return (struct grid *)view;
}

size_t grid_claim_at(const struct grid *grid)
{
	return grid->claims.n > 0 ? grid->shown[grid->claims.cursor] : grid->evidence.claims.n;
}

size_t grid_article_at(const struct grid *grid)
{
	return grid->columns.cursor > 0 ? grid->columns.cursor - 1 : grid->evidence.articles.n;
}

/* The grid where it is on top; NULL. */
static struct grid *on_top(const struct app *app)
{
	return app->top->ops == &grid_ops ? app->grid : NULL;
}

const struct claim *grid_claim(const struct app *app)
{
	const struct grid *grid = on_top(app);
	size_t i = grid ? grid_claim_at(grid) : 0;
	return grid && i < grid->evidence.claims.n ? &grid->evidence.claims.items[i] : NULL;
}

const struct article *grid_article(const struct app *app)
{
	const struct grid *grid = on_top(app);
	size_t i = grid ? grid_article_at(grid) : 0;
	return grid && i < grid->evidence.articles.n ? &grid->evidence.articles.items[i] : NULL;
}

/* Rows stay in the order of their numbers. */
static void apply_filter(struct grid *grid)
{
	picker_filter_apply_in_order(&grid->filter, grid->needle);
	grid->shown = xrealloc(grid->shown, grid->filter.n_matches + 1, sizeof *grid->shown);
	if (grid->filter.n_matches > 0)
		memcpy(grid->shown, grid->filter.matches,
		       grid->filter.n_matches * sizeof *grid->shown);
	list_set(&grid->claims, grid->filter.n_matches);
}

static void go_to(struct grid *grid, const char *claim)
{
	for (size_t i = 0; i < grid->claims.n; i++)
		if (strcmp(grid->evidence.claims.items[grid->shown[i]].id, claim) == 0)
			grid->claims.cursor = i;
}

/* The id of the claim at the cursor, "" where there is none, in `id`. */
static void keep_claim(const struct grid *grid, char id[ID_SIZE])
{
	size_t at = grid_claim_at(grid);
	id[0] = '\0';
	if (at < grid->evidence.claims.n)
		memcpy(id, grid->evidence.claims.items[at].id, ID_SIZE);
}

void grid_narrow(struct grid *grid, const char *needle)
{
	char *copy = xstrdup(needle), claim[ID_SIZE];
	keep_claim(grid, claim);
	free(grid->needle);
	grid->needle = copy;
	apply_filter(grid);
	go_to(grid, claim);
}

static void make_filter(struct grid *grid)
{
	picker_filter_release(&grid->filter);
	for (size_t i = 0; i < grid->evidence.claims.n; i++) {
		const struct claim *claim = &grid->evidence.claims.items[i];
		char *number = xasprintf("%lld", (long long)claim->number);
		picker_filter_add(&grid->filter,
				  &(struct picker_item){.label = claim->statement,
							.detail = number,
							.synonyms = claim->verdict});
		free(number);
	}
}

/* The cursor stays on its claim and its article. */
static void grid_reload(struct view *view, struct app *app)
{
	struct grid *grid = grid_of(view);
	struct fault f = FAULT_NONE;
	char claim[ID_SIZE], article[ID_SIZE] = "";
	size_t at = grid_article_at(grid);
	keep_claim(grid, claim);
	if (at < grid->evidence.articles.n)
		memcpy(article, grid->evidence.articles.items[at].id, ID_SIZE);
	grid->changes = app->project.store ? store_changes(app->project.store) : 0;
	if (evidence_load(&grid->evidence, &app->project, &f)) {
		app_say_fault(app, &f);
		return;
	}
	make_filter(grid);
	apply_filter(grid);
	go_to(grid, claim);
	list_set(&grid->columns, grid->evidence.articles.n + 1);
	at = *article ? evidence_article(&grid->evidence, article) : grid->evidence.articles.n;
	if (at < grid->evidence.articles.n)
		grid->columns.cursor = at + 1;
}

static struct grid *grid_new(void)
{
	struct grid *grid = xcalloc(1, sizeof *grid);
	grid->view.ops = &grid_ops;
	grid->needle = xstrdup("");
	grid->changes = -1;
	return grid;
}

void grid_free(struct grid *grid)
{
	if (!grid)
		return;
	evidence_release(&grid->evidence);
	picker_filter_release(&grid->filter);
	free(grid->needle);
	free(grid->shown);
	str_release(&grid->status);
	free(grid);
}

void grid_show(struct app *app)
{
	if (!app->grid)
		app->grid = grid_new();
	while (view_is_on_stack(app, &grid_ops) && app->top != &app->grid->view)
		view_pop(app);
	if (app->top != &app->grid->view)
		view_push(app, &app->grid->view);
	/* While it was away nobody told it of changes. */
	if (!app->project.store || app->grid->changes != store_changes(app->project.store))
		grid_reload(&app->grid->view, app);
}

void grid_go_to_claim(struct app *app, const char *id)
{
	if (app->grid)
		go_to(app->grid, id);
}

static struct list *grid_claims(struct view *view)
{
	return &grid_of(view)->claims;
}

static struct list *grid_columns(struct view *view)
{
	return &grid_of(view)->columns;
}

/* Esc shows all claims again, then leaves. */
static void grid_back(struct view *view, struct app *app)
{
	struct grid *grid = grid_of(view);
	if (*grid->needle)
		grid_narrow(grid, "");
	else
		view_pop(app);
}

static bool grid_offers(struct view *view, struct app *app, const char *command)
{
	static const char *const on_claims[] = {"open-passages", "edit-claim", "delete-claim",
						"relate-claim",	 "merge-claim", "check-absent"};
	struct grid *grid = grid_of(view);
	(void)app;
	if (strcmp(command, "coverage-grid") == 0)
		return false;
	for (size_t i = 0; i < sizeof on_claims / sizeof *on_claims; i++)
		if (strcmp(command, on_claims[i]) == 0)
			return grid->claims.n > 0;
	return true;
}

static const char *grid_label(struct view *view, struct app *app, const char *command)
{
	(void)app;
	if (grid_of(view)->columns.cursor > 0)
		return NULL;
	/* TRANSLATORS: on a claim of the grid: all its passages; all unread articles are absent */
	return strcmp(command, "open-passages") == 0  ? _("passages")
	       : strcmp(command, "check-absent") == 0 ? _("rest absent")
						      : NULL;
}

static const char *grid_status(struct view *view, struct app *app)
{
	struct grid *grid = grid_of(view);
	size_t n = grid->evidence.claims.n;
	(void)app;
	str_clear(&grid->status);
	if (*grid->needle)
		/* TRANSLATORS: claims that match what was looked for, of all */
		str_appendf(&grid->status, _("%zu of %zu claims"), grid->claims.n, n);
	else
		str_appendf(&grid->status, ngettext("%zu claim", "%zu claims", n), n);
	return str_cstr(&grid->status);
}

/* The column at a place of the screen; the columns' n where there is none. */
static size_t column_at(const struct grid *grid, size_t col)
{
	for (size_t i = 0; i <= grid->shape.n_columns; i++) {
		struct area area = grid_column_area(grid, grid->shape.rows, i);
		if (col >= area.col && col < area.col + area.n_cols)
			return i == 0 ? 0 : grid->shape.first + i;
	}
	return grid->columns.n;
}

/* The cursor goes where the click was; a double click opens. */
static void grid_press(struct grid *grid, struct app *app, const struct event *event)
{
	struct area rows = grid->shape.rows;
	size_t row = event->mouse.row, column = column_at(grid, event->mouse.col);
	if (row < rows.row || row >= rows.row + rows.n_rows ||
	    grid->claims.top + row - rows.row >= grid->claims.n || column >= grid->columns.n)
		return;
	grid->claims.cursor = grid->claims.top + row - rows.row;
	grid->columns.cursor = column;
	if (event->mouse.clicks == 2)
		app_run(app, "open-passages", "");
}

static void grid_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct grid *grid = grid_of(view);
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(&grid->claims, LIST_SCROLL_NEXT);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(&grid->claims, LIST_SCROLL_PREVIOUS);
	else if (event->mouse.kind == MOUSE_PRESS)
		grid_press(grid, app, event);
}

/* grid_free() does it: the app keeps the grid. */
static void grid_view_free(struct view *view)
{
	(void)view;
}

static const struct view_ops grid_ops = {
	.section = SECTION_GRID,
	.covers = true,
	.draw = grid_draw,
	.list = grid_claims,
	.columns = grid_columns,
	.back = grid_back,
	.offers = grid_offers,
	.label = grid_label,
	.reload = grid_reload,
	.mouse = grid_mouse,
	.status = grid_status,
	.free = grid_view_free,
};

void command_coverage_grid(struct app *app, const char *argument)
{
	(void)argument;
	/* The key that brought it takes it away again. */
	if (on_top(app))
		view_pop(app);
	else
		grid_show(app);
}

static bool accept_filter(struct app *app, const char *text, void *data)
{
	(void)data;
	grid_narrow(app->grid, text);
	return true;
}

static void filter_changed(struct app *app, const char *text, void *data)
{
	(void)data;
	grid_narrow(app->grid, text);
}

static void filter_cancelled(struct app *app, void *data)
{
	(void)data;
	grid_narrow(app->grid, "");
}

void command_filter_claims(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {
		.accept = accept_filter, .cancel = filter_cancelled, .changed = filter_changed};
	if (*argument)
		grid_narrow(app->grid, argument);
	else
		view_push(app, prompt_new(app, _("Claims with:"), app->grid->needle, &ops, NULL));
}
