/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya text, edit, remove */
#include "cli/cli.h"

#include <stdlib.h>

#include "app/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "cli/each.h"
#include "cli/given.h"
#include "cli/row.h"
#include "model/fields.h"

enum { PIECE_BYTES = 256 * 1024 };

/* The bytes of a text, piece by piece: a large one is never in memory whole. */
static enum status print_source(struct out *out, const struct text_source *source, struct fault *f)
{
	enum status status = STATUS_OK;
	char *piece = xmalloc(PIECE_BYTES);
	for (size_t at = 0; at < source->size && status == STATUS_OK && !out->error;) {
		size_t n = source->size - at < PIECE_BYTES ? source->size - at : PIECE_BYTES;
		status = source->read(source->self, at, piece, n, f);
		if (at + n < source->size)
			n = utf8_whole(piece, n);
		if (status == STATUS_OK)
			out_data(out, piece, n);
		at += n;
	}
	free(piece);
	return status;
}

enum status cli_text(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article article = {.number = 0};
	struct text_source source;
	enum status status = project_article(&cli->project, args->operands[0], false, &article, f);
	if (status == STATUS_OK)
		status = store_article_source(cli->project.store, article.id, &source, f);
	if (status == STATUS_OK) {
		status = print_source(&cli->out, &source, f);
		source.close(source.self);
	}
	article_release(&article);
	return status;
}

/* A field that was given, empty or not, replaces the old one. */
static bool replace(const struct args *args, enum argument argument, char **field)
{
	const char *value = args_value(args, argument);
	if (!value)
		return false;
	xstrset(field, value);
	return true;
}

static enum status apply_edits(const struct args *args, struct article *article, struct fault *f)
{
	const char *dir = args_value(args, ARG_edit_dir);
	const struct article given = {
		.published_at = (char *)args_value(args, ARG_edit_date),
		.url = (char *)args_value(args, ARG_edit_url),
		.lang = (char *)args_value(args, ARG_edit_lang),
	};
	bool any = dir != NULL;
	enum status status = fields_check(&given, NULL, f);
	if (status == STATUS_OK && dir)
		status = given_dir(dir, &article->dir, f);
	any |= replace(args, ARG_edit_title, &article->title);
	any |= replace(args, ARG_edit_outlet, &article->outlet);
	any |= replace(args, ARG_edit_author, &article->author);
	any |= replace(args, ARG_edit_date, &article->published_at);
	any |= replace(args, ARG_edit_url, &article->url);
	any |= replace(args, ARG_edit_lang, &article->lang);
	if (status == STATUS_OK && !any)
		return fault_setf(f, STATUS_USAGE, "edit", _("nothing to change was given"));
	return status;
}

/* The row as it is now. */
static enum status print_article(struct cli *cli, const char *id, struct fault *f)
{
	struct article article = {.number = 0};
	enum status status = store_article_get(cli->project.store, id, &article, f);
	if (status == STATUS_OK)
		row_print(&cli->out, ROW_article, &article);
	article_release(&article);
	return status;
}

enum status cli_edit(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article article = {.number = 0};
	enum status status = project_article(&cli->project, args->operands[0], false, &article, f);
	if (status == STATUS_OK)
		status = apply_edits(args, &article, f);
	if (status == STATUS_OK)
		status = project_edit(&cli->project, &article, f);
	if (status == STATUS_OK && args_option(args, "json"))
		status = print_article(cli, article.id, f);
	article_release(&article);
	return status;
}

/* Articles that were removed, and how many highlights went with each. */
struct removed {
	struct removed_article {
		struct article article;
		size_t n_highlights;
	} *items;
	size_t n;
};

static enum status remove_one(struct cli *cli, const struct args *args, char *ref, void *data,
			      struct fault *f)
{
	struct removed *removed = data;
	struct removed_article *out = &removed->items[removed->n++];
	(void)args;
	enum status status = project_article(&cli->project, ref, false, &out->article, f);
	return status == STATUS_OK ? project_remove(&cli->project, out->article.id,
						    &out->n_highlights, f)
				   : status;
}

static void print_removed(struct out *out, const struct removed *removed)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < removed->n; i++) {
		const struct removed_article *gone = &removed->items[i];
		json_open(&json, '{');
		json_text_member(&json, "id", gone->article.id);
		json_number_member(&json, "number", gone->article.number);
		json_text_member(&json, "title", gone->article.title);
		json_number_member(&json, "n_highlights", (int64_t)gone->n_highlights);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_print(out, &json);
}

static void tell_removed(struct out *out, const struct removed *removed)
{
	for (size_t i = 0; i < removed->n; i++)
		out_line(out,
			 ngettext("removed with %zu highlight: %s",
				  "removed with %zu highlights: %s",
				  removed->items[i].n_highlights),
			 removed->items[i].n_highlights, removed->items[i].article.title);
	out_line(out, "%s", _("hashiya undo brings it back"));
}

/* "Removed" is said of what is saved: a bad operand takes the others back. */
enum status cli_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	struct removed removed = {.items = xcalloc(args->n_operands, sizeof *removed.items)};
	enum status status =
		each_operand(cli, args, 0, ACT_REMOVE_ARTICLES, remove_one, &removed, f);
	if (status == STATUS_OK && args_option(args, "json"))
		print_removed(&cli->out, &removed);
	else if (status == STATUS_OK)
		tell_removed(&cli->out, &removed);
	for (size_t i = 0; i < removed.n; i++)
		article_release(&removed.items[i].article);
	free(removed.items);
	return status;
}
