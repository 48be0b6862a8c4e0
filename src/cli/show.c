/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya show: articles, or files as they are, side by side. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "cli/cells.h"
#include "cli/paint.h"
#include "cli/panes.h"

enum { DEFAULT_WIDTH = 80, MAX_WIDTH = 100000 };

/* All panes of one command. */
struct show {
	struct show_pane *panes;
	size_t n;
	size_t width;
	struct paint paint;
};

/* A file that is in no project is shown as it is, with U+FFFD where it is not UTF-8. */
static enum status open_file(struct show_pane *pane, const char *path, struct fault *f)
{
	struct import_options options = {.lossy = true};
	struct imported imported;
	enum status status = import_path(path, &options, &imported, f);
	if (status != STATUS_OK)
		return status;
	pane->article = imported.article;
	pane->doc = document_new(text_source_memory(imported.text, imported.n_bytes));
	return STATUS_OK;
}

static enum status open_article(struct cli *cli, struct show_pane *pane, const char *ref, struct fault *f)
{
	struct fault why = FAULT_NONE;
	bool is_file = access(ref, F_OK) == 0;
	if (strcmp(ref, "-") == 0)
		return open_file(pane, ref, f);
	enum status status = project_article(&cli->project, ref, false, &pane->article, &why);
	if (is_file && (status == STATUS_NOT_FOUND || status == STATUS_BAD_UTF8)) {
		fault_release(&why);
		return open_file(pane, ref, f);
	}
	if (status == STATUS_OK)
		status = project_document(&cli->project, &pane->article, &pane->doc, &why);
	if (status == STATUS_OK)
		status = store_highlight_list(cli->project.store, pane->article.id, &pane->highlights, &why);
	if (f)
		*f = why;
	else
		fault_release(&why);
	return status;
}

static enum status open_panes(struct cli *cli, struct show *show, const struct args *args, struct fault *f)
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
		struct cp_range range = {para.start_cp, para.start_cp + para.n_cp + 1};
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

static enum status print(struct cli *cli, struct show *show, const struct args *args, struct fault *f)
{
	if (args_flag(args, ARG_show_cells))
		return print_cells(cli, show, f);
	if (is_plain(cli, args))
		return print_text(&cli->out, &show->panes[0], f);
	if (show->n == 1 && !cli->out.tty)
		return paint_body(&show->paint, &cli->out, &show->panes[0], show->width, f);
	enum status status = STATUS_OK;
	if (cli->project.store)
		status = paint_load(&show->paint, cli->project.store, f);
	return status == STATUS_OK ? print_blocks(cli, show, f) : status;
}

enum status cli_show(struct cli *cli, const struct args *args, struct fault *f)
{
	struct show show = {.n = args->n_operands, .width = cli->out.width ? cli->out.width : DEFAULT_WIDTH};
	enum status status = args_number(args, ARG_show_width, MAX_WIDTH, &show.width, f);
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
