/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya highlight, and its list, move and remove */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/json.h"
#include "cli/grid.h"
#include "model/anchor.h"
#include "text/safe.h"

/* The place that --quote or --start and --end tell. */
static enum status find_range(struct cli *cli, const struct args *args,
			      const struct article *article, struct cp_range *range,
			      struct fault *f)
{
	const char *quote = args_value(args, ARG_highlight_quote);
	size_t nth = 0;
	*range = (struct cp_range){.start_cp = SIZE_MAX, .end_cp = SIZE_MAX};
	enum status status = args_number(args, ARG_highlight_nth, 1000000, &nth, f);
	if (status == STATUS_OK)
		status = args_number(args, ARG_highlight_start, SIZE_MAX - 1, &range->start_cp, f);
	if (status == STATUS_OK)
		status = args_number(args, ARG_highlight_end, SIZE_MAX - 1, &range->end_cp, f);
	if (status != STATUS_OK)
		return status;
	if (!quote && (range->start_cp == SIZE_MAX || range->end_cp == SIZE_MAX))
		return fault_setf(f, STATUS_USAGE, "highlight",
				  _("it needs --quote, or --start and --end"));
	if (!quote)
		return STATUS_OK;
	struct document *doc;
	status = project_document(&cli->project, article, &doc, f);
	if (status != STATUS_OK)
		return status;
	status = anchor_find(doc, quote, nth, range, f);
	document_free(doc);
	return status;
}

static enum status mark(struct cli *cli, const struct args *args, const struct article *article,
			struct fault *f)
{
	struct mark mark = {.note = args_value(args, ARG_highlight_note)};
	struct highlight highlight;
	bool widened;
	enum status status = find_range(cli, args, article, &mark.range, f);
	if (status != STATUS_OK)
		return status;
	mark.tags = args_values(args, ARG_highlight_tag, &mark.n_tags);
	status = project_mark(&cli->project, article, &mark, &highlight, &widened, f);
	free(mark.tags);
	if (status != STATUS_OK)
		return status;
	if (widened)
		say(_("widened to whole characters: %s"), highlight.exact);
	out_line(&cli->out, "%s", highlight.id);
	highlight_release(&highlight);
	return STATUS_OK;
}

enum status cli_highlight(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article article = {.number = 0};
	enum status status = project_article(&cli->project, args->operands[0], true, &article, f);
	if (status == STATUS_OK)
		status = mark(cli, args, &article, f);
	article_release(&article);
	return status;
}

/* What a list of highlights shows. */
struct marks {
	struct article_list articles;
	struct highlight_list highlights;
	struct tag_list tags;
	struct coding_list codings;
	struct note_list notes;
};

static void marks_release(struct marks *marks)
{
	article_list_release(&marks->articles);
	highlight_list_release(&marks->highlights);
	tag_list_release(&marks->tags);
	coding_list_release(&marks->codings);
	note_list_release(&marks->notes);
}

/*
 * Of one article (its id), or all (NULL); all lists of one moment, so that codings_end() finds its
 * way.
 */
static enum status marks_load(struct marks *marks, struct store *store, const char *article,
			      struct fault *f)
{
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = store_article_list(store, &marks->articles, f);
	if (status == STATUS_OK)
		status = store_highlight_list(store, article, &marks->highlights, f);
	if (status == STATUS_OK)
		status = store_tag_list(store, &marks->tags, f);
	if (status == STATUS_OK)
		status = store_coding_list(store, article, &marks->codings, f);
	if (status == STATUS_OK)
		status = store_note_list(store, NULL, &marks->notes, f);
	store_read_end(store);
	return status;
}

static int64_t number_of(const struct marks *marks, const char *article)
{
	for (size_t i = 0; i < marks->articles.n; i++)
		if (strcmp(marks->articles.items[i].id, article) == 0)
			return marks->articles.items[i].number;
	return 0;
}

static const char *tag_path(const struct marks *marks, const char *id)
{
	for (size_t i = 0; i < marks->tags.n; i++)
		if (strcmp(marks->tags.items[i].id, id) == 0)
			return marks->tags.items[i].path;
	return "";
}

/* The codings of the next highlight: they come in the highlights' order. */
static size_t codings_end(const struct marks *marks, const char *highlight, size_t at)
{
	while (at < marks->codings.n && strcmp(marks->codings.items[at].highlight, highlight) == 0)
		at++;
	return at;
}

static void append_codings(struct str *json, const struct marks *marks, size_t first, size_t end)
{
	json_name(json, "tags");
	json_open(json, '[');
	for (size_t i = first; i < end; i++) {
		json_open(json, '{');
		json_text_member(json, "tag", tag_path(marks, marks->codings.items[i].tag));
		json_text_member(json, "coder", marks->codings.items[i].coder);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void append_notes(struct str *json, const struct marks *marks, const char *highlight)
{
	json_name(json, "notes");
	json_open(json, '[');
	for (size_t i = 0; i < marks->notes.n; i++) {
		const struct note *note = &marks->notes.items[i];
		if (strcmp(note->target, highlight) != 0)
			continue;
		json_open(json, '{');
		json_text_member(json, "text", note->text);
		json_text_member(json, "coder", note->coder);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void append_json(struct str *json, const struct marks *marks,
			const struct highlight *highlight, size_t first, size_t end)
{
	json_open(json, '{');
	json_text_member(json, "id", highlight->id);
	json_text_member(json, "article", highlight->article);
	json_number_member(json, "number", number_of(marks, highlight->article));
	json_number_member(json, "start", (int64_t)highlight->range.start_cp);
	json_number_member(json, "end", (int64_t)highlight->range.end_cp);
	json_text_member(json, "exact", highlight->exact);
	json_text_member(json, "prefix", highlight->prefix);
	json_text_member(json, "suffix", highlight->suffix);
	json_text_member(json, "anchor_state", highlight->anchor_state);
	json_text_member(json, "coder", highlight->coder);
	append_codings(json, marks, first, end);
	append_notes(json, marks, highlight->id);
	json_text_member(json, "created_at", highlight->created_at);
	json_text_member(json, "updated_at", highlight->updated_at);
	json_close(json, '}');
}

static void print_json(struct out *out, const struct marks *marks)
{
	struct str json = STR_EMPTY;
	size_t at = 0;
	json_open(&json, '[');
	for (size_t i = 0; i < marks->highlights.n; i++) {
		const struct highlight *highlight = &marks->highlights.items[i];
		size_t end = codings_end(marks, highlight->id, at);
		append_json(&json, marks, highlight, at, end);
		at = end;
	}
	json_close(&json, ']');
	str_append_char(&json, '\n');
	out_data(out, json.p, json.len);
	str_release(&json);
}

static void append_tag(struct str *tags, const char *path)
{
	str_append_str(tags, tags->len ? ", " : "");
	safe_isolate(tags, path, strlen(path));
}

static void print_table(struct out *out, const struct marks *marks)
{
	struct grid grid;
	struct str tags = STR_EMPTY;
	size_t at = 0;
	grid_init(&grid, 5, 4, 1u << 1 | 1u << 2);
	for (size_t i = 0; i < marks->highlights.n; i++) {
		const struct highlight *highlight = &marks->highlights.items[i];
		str_clear(&tags);
		for (size_t end = codings_end(marks, highlight->id, at); at < end; at++)
			append_tag(&tags, tag_path(marks, marks->codings.items[at].tag));
		grid_add(&grid, highlight->id);
		grid_addf(&grid, "%" PRId64, number_of(marks, highlight->article));
		grid_addf(&grid, "%zu", highlight->range.start_cp);
		grid_add(&grid, str_cstr(&tags));
		grid_add(&grid, highlight->exact);
	}
	grid_print(&grid, out);
	str_release(&tags);
}

enum status cli_highlight_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article article = {.number = 0};
	struct marks marks = {.articles = {.items = NULL}};
	enum status status = STATUS_OK;
	if (args->n_operands)
		status = project_article(&cli->project, args->operands[0], false, &article, f);
	if (status == STATUS_OK)
		status = marks_load(&marks, cli->project.store,
				    args->n_operands ? article.id : NULL, f);
	if (status == STATUS_OK && args_flag(args, ARG_highlight_list_json))
		print_json(&cli->out, &marks);
	else if (status == STATUS_OK)
		print_table(&cli->out, &marks);
	marks_release(&marks);
	article_release(&article);
	return status;
}

enum status cli_highlight_move(struct cli *cli, const struct args *args, struct fault *f)
{
	struct highlight highlight = {.exact = NULL};
	enum status status = store_highlight_get(cli->project.store, args->operands[0], &highlight,
						 f);
	struct cp_range range = highlight.range;
	if (status == STATUS_OK)
		status = args_number(args, ARG_highlight_move_start, SIZE_MAX - 1, &range.start_cp,
				     f);
	if (status == STATUS_OK)
		status = args_number(args, ARG_highlight_move_end, SIZE_MAX - 1, &range.end_cp, f);
	if (status == STATUS_OK)
		status = project_resize_mark(&cli->project, highlight.id, range, f);
	highlight_release(&highlight);
	return status;
}

enum status cli_highlight_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	return project_unmark(&cli->project, (const char *const *)args->operands, args->n_operands,
			      f);
}
