/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya highlight list */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/grid.h"
#include "cli/highlights.h"
#include "cli/row.h"
#include "text/safe.h"

static void print_json(struct out *out, const struct highlights *all)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < all->highlights.n; i++)
		highlights_put(&json, all, i);
	json_close(&json, ']');
	json_print(out, &json);
}

static void append_tag(struct str *tags, const char *path)
{
	str_append_str(tags, tags->len ? ", " : "");
	safe_isolate(tags, path, strlen(path));
}

static void append_tags(struct str *tags, const struct highlights *all, const char *highlight)
{
	size_t at = lookup_first(&all->codings_of, highlight);
	for (; lookup_is(&all->codings_of, at, highlight); at++) {
		const struct coding *coding =
			&all->codings.items[lookup_row(&all->codings_of, at)];
		append_tag(tags, highlights_tag_path(all, coding->tag));
	}
}

static void print_table(struct out *out, const struct highlights *all)
{
	struct grid grid;
	struct str tags = STR_EMPTY;
	grid_init(&grid, 5, 4, 1u << 1 | 1u << 2);
	for (size_t i = 0; i < all->highlights.n; i++) {
		const struct highlight *highlight = &all->highlights.items[i];
		str_clear(&tags);
		append_tags(&tags, all, highlight->id);
		grid_add(&grid, highlight->id);
		grid_addf(&grid, "%" PRId64, highlights_article_number(all, highlight->article));
		grid_addf(&grid, "%zu", highlight->range.start_cp);
		grid_add(&grid, str_cstr(&tags));
		grid_add(&grid, highlight->exact);
	}
	grid_print(&grid, out);
	str_release(&tags);
}

/* What the options name has to be there, so that a misspelled name is no empty list. */
struct wanted {
	struct article article;
	struct claim claim;
	struct tag tag;
	struct highlights_filter filter;
};

static enum status read_wanted(struct cli *cli, const struct args *args, struct wanted *out,
			       struct fault *f)
{
	const char *tag = args_value(args, ARG_highlight_list_tag);
	const char *claim = args_value(args, ARG_highlight_list_claim);
	enum status status = STATUS_OK;
	if (args->n_operands)
		status = project_article(&cli->project, args->operands[0], false, &out->article, f);
	if (status == STATUS_OK && tag)
		status = project_tag(&cli->project, tag, &out->tag, f);
	if (status == STATUS_OK && claim)
		status = project_claim(&cli->project, claim, &out->claim, f);
	out->filter = (struct highlights_filter){
		.tag = out->tag.path,
		.claim = claim ? out->claim.id : NULL,
		.coder = args_value(args, ARG_highlight_list_coder),
	};
	return status;
}

enum status cli_highlight_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct wanted wanted = {.article = {.number = 0}};
	struct highlights all = {.project = NULL};
	enum status status = read_wanted(cli, args, &wanted, f);
	if (status == STATUS_OK)
		status = highlights_load(&all, &cli->project,
				    args->n_operands ? wanted.article.id : NULL, f);
	if (status == STATUS_OK)
		highlights_filter(&all, &wanted.filter);
	if (status == STATUS_OK && args_flag(args, ARG_highlight_list_json))
		print_json(&cli->out, &all);
	else if (status == STATUS_OK)
		print_table(&cli->out, &all);
	highlights_release(&all);
	article_release(&wanted.article);
	claim_release(&wanted.claim);
	tag_release(&wanted.tag);
	return status;
}
