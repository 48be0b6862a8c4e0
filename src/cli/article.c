/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya text, edit, remove */
#include "cli/cli.h"

#include <stdlib.h>

#include "app/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "cli/given.h"
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
	free(*field);
	*field = xstrdup(value);
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

enum status cli_edit(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article article = {.number = 0};
	enum status status = project_article(&cli->project, args->operands[0], false, &article, f);
	if (status == STATUS_OK)
		status = apply_edits(args, &article, f);
	if (status == STATUS_OK)
		status = project_edit(&cli->project, &article, f);
	article_release(&article);
	return status;
}

/* An article that was removed, and how many highlights went with it. */
struct removed {
	char *title;
	size_t n_highlights;
};

static enum status remove_one(struct cli *cli, const char *ref, struct removed *out,
			      struct fault *f)
{
	struct article article = {.number = 0};
	enum status status = project_article(&cli->project, ref, false, &article, f);
	if (status == STATUS_OK)
		status = project_remove(&cli->project, article.id, &out->n_highlights, f);
	if (status == STATUS_OK)
		out->title = xstrdup(article.title);
	article_release(&article);
	return status;
}

/* One article is one act by its title; several are one act together. */
static enum status remove_all(struct cli *cli, const struct args *args, struct removed *removed,
			      struct fault *f)
{
	if (args->n_operands == 1)
		return remove_one(cli, args->operands[0], &removed[0], f);
	enum status status =
		project_group_begin(&cli->project, ACT_REMOVE_ARTICLES, args->n_operands, f);
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < args->n_operands && status == STATUS_OK; i++)
		status = remove_one(cli, args->operands[i], &removed[i], f);
	if (status == STATUS_OK)
		return project_group_end(&cli->project, f);
	project_group_drop(&cli->project);
	return status;
}

/* "Removed" is said of what is saved: a bad operand takes the others back. */
enum status cli_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	struct removed *removed = xcalloc(args->n_operands, sizeof *removed);
	enum status status = remove_all(cli, args, removed, f);
	for (size_t i = 0; i < args->n_operands; i++) {
		size_t n = removed[i].n_highlights;
		if (status == STATUS_OK)
			out_line(&cli->out,
				 ngettext("removed with %zu highlight: %s",
					  "removed with %zu highlights: %s", n),
				 n, removed[i].title);
		free(removed[i].title);
	}
	free(removed);
	return status;
}
