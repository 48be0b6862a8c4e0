/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya coder: who you are, and who worked here */
#include "cli/cli.h"

#include <string.h>

#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/grid.h"
#include "cli/row.h"

/* What coders made, all of one moment. */
struct works {
	struct coder_list coders;
	struct highlight_list highlights;
	struct coding_list codings;
	struct mention_list mentions;
	struct coverage_list absent;
	struct note_list notes;
};

static void works_release(struct works *works)
{
	coder_list_release(&works->coders);
	highlight_list_release(&works->highlights);
	coding_list_release(&works->codings);
	mention_list_release(&works->mentions);
	coverage_list_release(&works->absent);
	note_list_release(&works->notes);
}

static enum status works_load(struct works *works, struct store *store, struct fault *f)
{
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = store_coder_list(store, &works->coders, f);
	if (status == STATUS_OK)
		status = store_highlight_list(store, NULL, &works->highlights, f);
	if (status == STATUS_OK)
		status = store_coding_list(store, NULL, &works->codings, f);
	if (status == STATUS_OK)
		status = store_mention_list(store, NULL, &works->mentions, f);
	if (status == STATUS_OK)
		status = store_coverage_list(store, &works->absent, f);
	if (status == STATUS_OK)
		status = store_note_list(store, NULL, &works->notes, f);
	store_read_end(store);
	return status;
}

/* What one of them made. */
struct work {
	size_t n_highlights, n_codings, n_mentions, n_absent, n_notes;
};

static struct work count(const struct works *works, const char *coder)
{
	struct work work = {.n_highlights = 0};
#define COUNT(total, list)                         \
	for (size_t i = 0; i < works->list.n; i++) \
		work.total += strcmp(works->list.items[i].coder, coder) == 0
	COUNT(n_highlights, highlights);
	COUNT(n_codings, codings);
	COUNT(n_mentions, mentions);
	COUNT(n_absent, absent);
	COUNT(n_notes, notes);
#undef COUNT
	return work;
}

static bool is_me(const struct cli *cli, const struct coder *coder)
{
	return strcmp(coder->name, cli->options.coder) == 0;
}

static void print_json(struct cli *cli, const struct works *works)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < works->coders.n; i++) {
		const struct coder *coder = &works->coders.items[i];
		struct work work = count(works, coder->name);
		row_open(&json, ROW_coder, coder);
		json_flag_member(&json, "me", is_me(cli, coder));
		json_number_member(&json, "n_highlights", (int64_t)work.n_highlights);
		json_number_member(&json, "n_codings", (int64_t)work.n_codings);
		json_number_member(&json, "n_mentions", (int64_t)work.n_mentions);
		json_number_member(&json, "n_absent", (int64_t)work.n_absent);
		json_number_member(&json, "n_notes", (int64_t)work.n_notes);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_print(&cli->out, &json);
}

static void print_table(struct cli *cli, const struct works *works)
{
	struct grid grid;
	grid_init(&grid, 7, 1, 1u << 2 | 1u << 3 | 1u << 4 | 1u << 5 | 1u << 6);
	const char *const headers[] = {"",	      _("coder"),  _("marks"), _("tags"),
				       _("passages"), _("absent"), _("notes")};
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		grid_add(&grid, headers[i]);
	for (size_t i = 0; i < works->coders.n; i++) {
		const struct coder *coder = &works->coders.items[i];
		struct work work = count(works, coder->name);
		grid_add(&grid, is_me(cli, coder) ? "*" : "");
		grid_add(&grid, coder->name);
		grid_addf(&grid, "%zu", work.n_highlights);
		grid_addf(&grid, "%zu", work.n_codings);
		grid_addf(&grid, "%zu", work.n_mentions);
		grid_addf(&grid, "%zu", work.n_absent);
		grid_addf(&grid, "%zu", work.n_notes);
	}
	grid_print(&grid, &cli->out);
}

/* Who is blind to others sees nothing of them. */
static void keep_seen(const struct project *project, struct coder_list *list)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct coder row = list->items[i];
		if (project_sees(project, row.name))
			list->items[n++] = row;
		else
			coder_release(&row);
	}
	list->n = n;
}

/* Who did nothing here yet is told too. */
static void add_me(struct cli *cli, struct coder_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (is_me(cli, &list->items[i]))
			return;
	struct coder *me = coder_list_add(list);
	me->name = xstrdup(cli->options.coder);
	me->created_at = xstrdup("");
	me->updated_at = xstrdup("");
}

enum status cli_coder(struct cli *cli, const struct args *args, struct fault *f)
{
	struct works works = {.coders = {.items = NULL}};
	enum status status = STATUS_OK;
	if (cli->project.store)
		status = works_load(&works, cli->project.store, f);
	keep_seen(&cli->project, &works.coders);
	add_me(cli, &works.coders);
	if (status == STATUS_OK && args_option(args, "json")) {
		print_json(cli, &works);
	} else if (status == STATUS_OK) {
		out_line(&cli->out, _("you are %s"), cli->options.coder);
		print_table(cli, &works);
	}
	works_release(&works);
	return status;
}
