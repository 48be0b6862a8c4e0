/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/each.h"

enum status each_operand(struct cli *cli, const struct args *args, size_t first, enum act_kind kind,
			 each_action *action, void *data, struct fault *f)
{
	size_t n = args->n_operands - first;
	if (n == 1)
		return action(cli, args, args->operands[first], data, f);
	enum status status = project_group_begin(&cli->project, kind, NULL, n, f);
	if (status != STATUS_OK)
		return status;
	for (size_t i = first; i < args->n_operands && status == STATUS_OK; i++)
		status = action(cli, args, args->operands[i], data, f);
	if (status == STATUS_OK)
		return project_group_end(&cli->project, f);
	project_group_drop(&cli->project);
	return status;
}
