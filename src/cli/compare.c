/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya compare: where several articles say the same, how sure that is, and why. */
#include "cli/cli.h"

#include "app/i18n.h"
#include "cli/compare-json.h"
#include "cli/compared.h"

enum { READ_PERCENT = 10 };

static enum status check_count(size_t n, struct fault *f)
{
	if (n >= 2 && n <= COMPARE_TEXTS)
		return STATUS_OK;
	return fault_setf(f, STATUS_USAGE, "compare",
			  /* TRANSLATORS: both are numbers: the most, and how many were given. */
			  _("it takes 2 to %d articles, not %zu"), COMPARE_TEXTS, n);
}

enum status cli_compare(struct cli *cli, const struct args *args, struct fault *f)
{
	struct compared all = {.items = NULL};
	enum status status = check_count(args->n_operands, f);
	if (status == STATUS_OK)
		status = compared_load(&all, cli, args, args_flag(args, ARG_compare_lossy), f);
	if (status == STATUS_OK)
		compare_json_print(&all, &cli->out, READ_PERCENT);
	compared_release(&all);
	return status;
}
