/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya compare: where several articles say the same, how sure that is, and why. */
#include "cli/cli.h"

#include <string.h>

#include "app/i18n.h"
#include "cli/compare-json.h"
#include "cli/compare-print.h"
#include "cli/compared.h"

enum {
	DEFAULT_LIMIT = 10,
	MIN_WIDTH = 2, MAX_WIDTH = 100000, DEFAULT_WIDTH = 80,
	SURVEY_PERCENT = 60, /* of the whole job, where the links are written after it */
};

static enum status check_count(size_t n, struct fault *f)
{
	if (n >= 2 && n <= COMPARE_TEXTS)
		return STATUS_OK;
	return fault_setf(f, STATUS_USAGE, "compare",
			  /* TRANSLATORS: both are numbers: the most, and how many were given. */
			  _("it takes 2 to %d articles, not %zu"), COMPARE_TEXTS, n);
}

/* What is for people has no meaning in JSON. */
static enum status check_sense(const struct args *args, struct fault *f)
{
	static const enum argument of_people[] = {ARG_compare_width, ARG_compare_limit};
	for (size_t i = 0; i < sizeof of_people / sizeof *of_people; i++)
		if (args_flag(args, ARG_compare_json) && args_flag(args, of_people[i]))
			return fault_set(f, STATUS_USAGE, argument_info(of_people[i])->name);
	return STATUS_OK;
}

/* In a file or a pipe a passage is one line, in logical order, unless a width is asked for. */
static enum status read_options(const struct cli *cli, const struct args *args,
				struct compare_print *out, struct fault *f)
{
	size_t terminal = cli->out.width >= MIN_WIDTH ? cli->out.width : DEFAULT_WIDTH;
	*out = (struct compare_print){.limit = DEFAULT_LIMIT,
				      .width = cli->out.tty ? terminal : 0};
	enum status status = args_number(args, ARG_compare_limit, SIZE_MAX, &out->limit, f);
	if (status == STATUS_OK)
		status = args_number(args, ARG_compare_width, MAX_WIDTH, &out->width, f);
	if (status == STATUS_OK && args_flag(args, ARG_compare_width) && out->width < MIN_WIDTH)
		return fault_setf(f, STATUS_INVALID, args_value(args, ARG_compare_width),
				  _("--%s takes a number from %d on"),
				  argument_info(ARG_compare_width)->name, MIN_WIDTH);
	if (out->limit == 0)
		out->limit = SIZE_MAX;
	return status;
}

/* Nothing is wrong with it, but it is seldom what was meant. */
static void tell_of_twins(const struct compared *all)
{
	for (size_t i = 1; i < all->n; i++)
		if (strcmp(all->items[i].operand, all->items[i - 1].operand) == 0 &&
		    (i == 1 || strcmp(all->items[i].operand, all->items[i - 2].operand) != 0))
			say(_("%s is named twice"), all->items[i].operand);
}

static enum status print(struct compared *all, struct cli *cli, const struct args *args,
			 const struct compare_print *options, struct fault *f)
{
	bool json = args_flag(args, ARG_compare_json);
	compared_make_survey(all, json ? SURVEY_PERCENT : 100);
	if (!json || cli->out.tty)
		progress_end(&all->progress);
	if (json) {
		compare_json_print(all, &cli->out, SURVEY_PERCENT);
		return STATUS_OK;
	}
	return compare_print(all, options, &cli->out, f);
}

enum status cli_compare(struct cli *cli, const struct args *args, struct fault *f)
{
	struct compared all = {.items = NULL};
	struct compare_print options;
	enum status status = check_count(args->n_operands, f);
	if (status == STATUS_OK)
		status = check_sense(args, f);
	if (status == STATUS_OK)
		status = read_options(cli, args, &options, f);
	if (status == STATUS_OK)
		status = compared_load(&all, cli, args, args_flag(args, ARG_compare_lossy), f);
	if (status == STATUS_OK)
		tell_of_twins(&all);
	if (status == STATUS_OK)
		status = print(&all, cli, args, &options, f);
	compared_release(&all);
	return status;
}
