/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya note list */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdio.h>

#include "app/i18n.h"
#include "app/seen.h"
#include "cli/grid.h"
#include "cli/row.h"
#include "model/lookup.h"

/* Notes, and what they are on, of one moment. */
struct notes {
	struct note_list notes;
	struct article_list articles;
	struct claim_list claims;
	struct tag_list tags;
	struct lookup articles_by_id, claims_by_id, tags_by_id;
};

static void notes_release(struct notes *notes)
{
	lookup_release(&notes->articles_by_id);
	lookup_release(&notes->claims_by_id);
	lookup_release(&notes->tags_by_id);
	note_list_release(&notes->notes);
	article_list_release(&notes->articles);
	claim_list_release(&notes->claims);
	tag_list_release(&notes->tags);
}

static enum status notes_load(struct notes *notes, const struct project *project, struct fault *f)
{
	struct store *store = project->store;
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = store_note_list(store, NULL, &notes->notes, f);
	if (status == STATUS_OK)
		status = store_article_list(store, &notes->articles, f);
	if (status == STATUS_OK)
		status = store_claim_list(store, &notes->claims, f);
	if (status == STATUS_OK)
		status = store_tag_names(store, &notes->tags, f);
	store_read_end(store);
	KEEP_SEEN(note, project, &notes->notes);
	LOOKUP_BY_ID(&notes->articles_by_id, &notes->articles);
	LOOKUP_BY_ID(&notes->claims_by_id, &notes->claims);
	LOOKUP_BY_ID(&notes->tags_by_id, &notes->tags);
	return status;
}

/* What a person calls the thing that a note is on: its number, path or id. */
static void add_target(struct grid *grid, const struct notes *notes, const struct note *note)
{
	size_t row;
	if (note->kind == NOTE_ARTICLE && lookup_one(&notes->articles_by_id, note->target, &row))
		grid_addf(grid, "%" PRId64, notes->articles.items[row].number);
	else if (note->kind == NOTE_CLAIM && lookup_one(&notes->claims_by_id, note->target, &row))
		grid_addf(grid, "%" PRId64, notes->claims.items[row].number);
	else if (note->kind == NOTE_TAG && lookup_one(&notes->tags_by_id, note->target, &row))
		grid_add(grid, notes->tags.items[row].path);
	else
		grid_add(grid, note->target);
}

static void print_table(struct out *out, const struct notes *notes)
{
	struct grid grid;
	grid_init(&grid, 4, 3, 0);
	for (size_t i = 0; i < notes->notes.n; i++) {
		const struct note *note = &notes->notes.items[i];
		grid_add(&grid, note_target_name(note->kind));
		add_target(&grid, notes, note);
		grid_add(&grid, note->coder);
		grid_add(&grid, note->text);
	}
	grid_print(&grid, out);
}

enum status cli_note_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct notes notes = {.notes = {.items = NULL}};
	enum status status = notes_load(&notes, &cli->project, f);
	if (status == STATUS_OK && args_flag(args, ARG_note_list_json))
		row_print_all(&cli->out, ROW_note, notes.notes.items, notes.notes.n,
			      sizeof *notes.notes.items);
	else if (status == STATUS_OK)
		print_table(&cli->out, &notes);
	notes_release(&notes);
	return status;
}
