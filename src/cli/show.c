/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya show: articles, or files as they are, side by side. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/marks.h"
#include "base/xalloc.h"
#include "cli/cells.h"
#include "cli/given.h"
#include "cli/paint.h"
#include "cli/panes.h"
#include "model/anchor.h"
#include "model/id.h"

enum { DEFAULT_WIDTH = 80, MIN_WIDTH = 2, MAX_WIDTH = 100000 };

/* All panes of one command. */
struct show {
	struct show_pane *panes;
	size_t n;
	size_t width;
	struct paint paint;
};

/* Leaves the highlights that are seen. */
static enum status keep_seen(const struct project *project, struct show_pane *pane, struct fault *f)
{
	struct marks_source source = {.project = project};
	struct highlight_list *list = &pane->highlights;
	struct marks marks = {.items = NULL};
	enum status status = marks_load(&marks, &source, pane->article.id, f);
	size_t kept = 0;
	for (size_t i = 0; status == STATUS_OK && i < list->n; i++) {
		struct highlight highlight = list->items[i];
		if (marks_find(&marks, highlight.id))
			list->items[kept++] = highlight;
		else
			highlight_release(&highlight);
	}
	if (status == STATUS_OK)
		list->n = kept;
	marks_release(&marks);
	return status;
}

/* The article of the project, with its highlights. */
static enum status open_stored(struct cli *cli, struct show_pane *pane, struct fault *f)
{
	enum status status = project_document(&cli->project, &pane->article, &pane->doc, f);
	if (status == STATUS_OK)
		status = store_highlight_list(cli->project.store, pane->article.id,
					      &pane->highlights, f);
	anchor_drop_orphans(&pane->highlights);
	if (status == STATUS_OK && cli->options.blind)
		status = keep_seen(&cli->project, pane, f);
	return status;
}

/* The article that has this text, if there is one. */
static enum status find_text(struct cli *cli, const struct imported *imported, struct article *out)
{
	char sha256[SHA256_HEX_SIZE];
	if (!cli->project.store)
		return STATUS_NOT_FOUND;
	sha256_hex(imported->text, imported->n_bytes, sha256);
	return store_article_by_sha256(cli->project.store, sha256, out, NULL);
}

/*
 * A file is read once (it may be a pipe); where the project has its text, that is shown, with its
 * highlights.
 */
static enum status open_file(struct cli *cli, struct show_pane *pane, const char *path,
			     struct fault *f)
{
	struct import_options options = {.lossy = true};
	struct imported imported;
	enum status status = import_path(path, &options, &imported, f);
	if (status != STATUS_OK)
		return status;
	if (find_text(cli, &imported, &pane->article) == STATUS_OK) {
		imported_release(&imported);
		return open_stored(cli, pane, f);
	}
	pane->article = imported.article;
	pane->doc = document_new(text_source_memory(imported.text, imported.n_bytes));
	return STATUS_OK;
}

static enum status open_article(struct cli *cli, struct show_pane *pane, const char *ref,
				struct fault *f)
{
	bool is_file;
	enum status status = given_article(&cli->project, ref, &pane->article, &is_file, f);
	if (status != STATUS_OK)
		return status;
	return is_file ? open_file(cli, pane, ref, f) : open_stored(cli, pane, f);
}

static enum status open_panes(struct cli *cli, struct show *show, const struct args *args,
			      struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < args->n_operands && status == STATUS_OK; i++) {
		struct show_pane *pane = &show->panes[i];
		pane->order = cli->out.order;
		status = open_article(cli, pane, args->operands[i], f);
	}
	return status;
}

/* Logical order reads only where nothing stands beside it. */
static size_t panes_together(const struct show *show, size_t wanted)
{
	bool logical = show->panes[0].order == ORDER_LOGICAL;
	return logical ? 1 : panes_per_row(show->width, wanted);
}

static enum status print_blocks(struct cli *cli, struct show *show, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t first = 0; first < show->n && status == STATUS_OK;) {
		size_t n = panes_together(show, show->n - first);
		if (first)
			out_raw(&cli->out, "\n", 1);
		status = paint_block(&show->paint, &cli->out, show->panes + first, n,
				     panes_columns(show->width, n), f);
		first += n;
	}
	return status;
}

static enum status print_cells(struct cli *cli, struct show *show, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t first = 0; first < show->n && status == STATUS_OK;) {
		size_t n = panes_together(show, show->n - first);
		for (size_t i = first; i < first + n && status == STATUS_OK; i++) {
			show->panes[i].columns = panes_columns(show->width, n);
			status = cells_print(&cli->out, &show->panes[i], i + 1, f);
		}
		first += n;
	}
	return status;
}

static enum status print_text(struct out *out, struct show_pane *pane, struct fault *f)
{
	struct str text = STR_EMPTY;
	struct document_paragraph para;
	enum status status = STATUS_OK;
	for (size_t i = 0; status == STATUS_OK && document_paragraph(pane->doc, i, &para); i++) {
		struct cp_range range = {para.start_cp, para.next_cp};
		str_clear(&text);
		status = document_extract(pane->doc, range, &text, f);
		out_data(out, str_cstr(&text), text.len);
	}
	str_release(&text);
	return status;
}

/* One article in a pipe is its text, unless the person says who orders it or asks for cells. */
static bool is_plain(const struct cli *cli, const struct args *args)
{
	return args->n_operands == 1 && !cli->out.tty && cli->options.bidi != BIDI_APP;
}

static enum status print(struct cli *cli, struct show *show, const struct args *args,
			 struct fault *f)
{
	if (args_flag(args, ARG_show_cells))
		return print_cells(cli, show, f);
	if (is_plain(cli, args))
		return print_text(&cli->out, &show->panes[0], f);
	if (show->n == 1 && !cli->out.tty)
		return paint_body(&show->paint, &cli->out, &show->panes[0], show->width, f);
	enum status status = STATUS_OK;
	if (cli->project.store)
		status = paint_load(&show->paint, &cli->project, f);
	return status == STATUS_OK ? print_blocks(cli, show, f) : status;
}

/* A wide character has to fit. */
static enum status parse_width(const struct args *args, size_t *width, struct fault *f)
{
	enum status status = args_number(args, ARG_show_width, MAX_WIDTH, width, f);
	if (status == STATUS_OK && *width < MIN_WIDTH)
		return fault_setf(f, STATUS_INVALID, args_value(args, ARG_show_width),
				  _("--%s takes a number from %d on"),
				  argument_info(ARG_show_width)->name, MIN_WIDTH);
	return status;
}

enum status cli_show(struct cli *cli, const struct args *args, struct fault *f)
{
	struct show show = {.n = args->n_operands,
			    .width = cli->out.width ? cli->out.width : DEFAULT_WIDTH};
	enum status status = parse_width(args, &show.width, f);
	if (status != STATUS_OK)
		return status;
	show.panes = xcalloc(show.n, sizeof *show.panes);
	paint_init(&show.paint, &cli->out);
	status = open_panes(cli, &show, args, f);
	if (status == STATUS_OK)
		status = print(cli, &show, args, f);
	for (size_t i = 0; i < show.n; i++)
		show_pane_release(&show.panes[i]);
	paint_release(&show.paint);
	free(show.panes);
	return status;
}
