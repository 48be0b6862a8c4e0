/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A passage as the command line tells it, and what its link to a claim says: the options that
 * `highlight`, `claim add` and `claim link` share.
 */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include "cli/cli.h"

/* Whether --quote, --start or --end was given. */
bool place_is_given(const struct args *args);

/*
 * The range that --quote (with --nth), or --start and --end, tell in `article`. USAGE where neither
 * was given; else as anchor_find().
 */
enum status place_find(struct cli *cli, const struct args *args, const struct article *article,
		       struct cp_range *range, struct fault *f) MUST_USE;

/* What --stance, --attribution, --speaker and --certainty say; NULL where not given. Borrowed. */
struct mention place_mention(const struct args *args);
/* Whether one of them was given. */
bool place_mention_is_given(const struct args *args);

#endif
