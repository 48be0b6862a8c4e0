/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/place.h"

#include <stdint.h>

#include "app/i18n.h"
#include "model/anchor.h"

bool place_is_given(const struct args *args)
{
	return args_option(args, "quote") || args_option(args, "start") || args_option(args, "end");
}

static enum status find_quote(struct cli *cli, const struct args *args,
			      const struct article *article, const char *quote,
			      struct cp_range *range, struct fault *f)
{
	struct document *doc;
	size_t nth = 0;
	enum status status = args_option_number(args, "nth", 1000000, &nth, f);
	if (status == STATUS_OK)
		status = project_document(&cli->project, article, &doc, f);
	if (status != STATUS_OK)
		return status;
	status = anchor_find(doc, quote, nth, range, f);
	document_free(doc);
	return status;
}

enum status place_find(struct cli *cli, const struct args *args, const struct article *article,
		       struct cp_range *range, struct fault *f)
{
	const char *quote = args_option(args, "quote");
	if (quote)
		return find_quote(cli, args, article, quote, range, f);
	*range = (struct cp_range){.start_cp = SIZE_MAX, .end_cp = SIZE_MAX};
	enum status status =
		args_option_number(args, "start", SIZE_MAX - 1, &range->start_cp, f);
	if (status == STATUS_OK)
		status = args_option_number(args, "end", SIZE_MAX - 1, &range->end_cp, f);
	if (status == STATUS_OK && (range->start_cp == SIZE_MAX || range->end_cp == SIZE_MAX))
		status = fault_setf(f, STATUS_USAGE, args->subcommand->words,
				    _("it needs --quote, or --start and --end"));
	return status;
}

struct mention place_mention(const struct args *args)
{
	return (struct mention){
		.stance = (char *)args_option(args, "stance"),
		.attribution = (char *)args_option(args, "attribution"),
		.speaker = (char *)args_option(args, "speaker"),
		.certainty = (char *)args_option(args, "certainty"),
	};
}

bool place_mention_is_given(const struct args *args)
{
	struct mention given = place_mention(args);
	return given.stance || given.attribution || given.speaker || given.certainty;
}
