/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya diff: what differs between two versions, word by word. */
#include "cli/diff.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/given.h"
#include "model/lineage.h"

enum {
	MIN_WIDTH = 2, MAX_WIDTH = 100000, DEFAULT_WIDTH = 80,
	STEP_CP = 1 << 20, /* between two looks at the clock */
};

/* In a file or a pipe a paragraph is one line, in logical order, unless a width is asked for. */
static enum status read_width(const struct cli *cli, const struct args *args, size_t *width,
			      struct fault *f)
{
	*width = !cli->out.tty ? 0 : cli->out.width >= MIN_WIDTH ? cli->out.width : DEFAULT_WIDTH;
	if (args_flag(args, ARG_diff_json) && args_flag(args, ARG_diff_width))
		return fault_set(f, STATUS_USAGE, argument_info(ARG_diff_width)->name);
	enum status status = args_number(args, ARG_diff_width, MAX_WIDTH, width, f);
	if (status == STATUS_OK && args_flag(args, ARG_diff_width) && *width < MIN_WIDTH)
		return fault_setf(f, STATUS_INVALID, args_value(args, ARG_diff_width),
				  _("--%s takes a number from %d on"),
				  argument_info(ARG_diff_width)->name, MIN_WIDTH);
	return status;
}

/* The number of the version before article `id`, the caller's; NULL where there is none. */
static char *version_before(const struct article_list *articles, const char *id)
{
	struct lineage *lineages = lineage_make(articles);
	size_t n = articles->n, index = 0, before = n;
	while (index < n && strcmp(articles->items[index].id, id) != 0)
		index++;
	if (index < n)
		before = lineage_find(lineages, n, index, lineages[index].version - 1);
	free(lineages);
	return before < n ? xasprintf("%" PRId64, articles->items[before].number) : NULL;
}

/* An article alone is compared with the version before it. */
static enum status find_older(struct diff *diff, struct cli *cli, const char *operand,
			      struct fault *f)
{
	struct article article = {.number = 0};
	struct article_list articles = {.items = NULL};
	bool is_file;
	enum status status = given_article(&cli->project, operand, &article, &is_file, f);
	if (status == STATUS_OK && is_file)
		return fault_setf(f, STATUS_USAGE, operand, "%s",
				  _("a file has no versions: name two"));
	if (status == STATUS_OK)
		status = store_article_list(cli->project.store, &articles, f);
	if (status == STATUS_OK)
		diff->operand = version_before(&articles, article.id);
	if (status == STATUS_OK && !diff->operand)
		status = fault_setf(f, STATUS_NOT_FOUND, operand, "%s",
				    _("no version before this article: name two"));
	article_list_release(&articles);
	article_release(&article);
	return status;
}

static enum status check_operands(const struct args *args, struct fault *f)
{
	if (args->n_operands == 2 && strcmp(args->operands[0], "-") == 0 &&
	    strcmp(args->operands[1], "-") == 0)
		return fault_setf(f, STATUS_USAGE, "-", "%s", _("both are standard input"));
	return STATUS_OK;
}

static enum status open_both(struct diff *diff, struct cli *cli, const struct args *args,
			     struct fault *f)
{
	enum status status = check_operands(args, f);
	if (status == STATUS_OK && args->n_operands == 1)
		status = find_older(diff, cli, args->operands[0], f);
	diff->article[SIDE_OLD].operand = diff->operand ? diff->operand : args->operands[0];
	diff->article[SIDE_NEW].operand = args->operands[args->n_operands - 1];
	bool lossy = args_flag(args, ARG_diff_lossy);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES && status == STATUS_OK;
	     side++)
		status = compared_open(&diff->article[side], cli, lossy, f);
	return status;
}

static void make(struct diff *diff)
{
	struct progress progress;
	progress_begin(&progress);
	diff->difference =
		difference_new(diff->article[SIDE_OLD].doc, diff->article[SIDE_NEW].doc);
	while (!difference_go_on(diff->difference, STEP_CP))
		progress_tell(&progress, 0);
	progress_end(&progress);
}

static void release(struct diff *diff)
{
	difference_free(diff->difference);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		compared_article_release(&diff->article[side]);
	free(diff->operand);
}

enum status cli_diff(struct cli *cli, const struct args *args, struct fault *f)
{
	struct diff diff = {.difference = NULL};
	size_t width;
	enum status status = read_width(cli, args, &width, f);
	if (status == STATUS_OK)
		status = open_both(&diff, cli, args, f);
	if (status == STATUS_OK)
		make(&diff);
	if (status == STATUS_OK && args_flag(args, ARG_diff_json))
		diff_json_print(&diff, &cli->out);
	else if (status == STATUS_OK)
		status = diff_print(&diff, &cli->out, width, f);
	/* As diff(1) has it. It is no fault, so nothing is said of it. */
	if (status == STATUS_OK && difference_count(diff.difference).n_changes > 0)
		status = STATUS_CHECK_FAILED;
	release(&diff);
	return status;
}
