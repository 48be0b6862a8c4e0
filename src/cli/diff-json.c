/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs as JSON: offsets are code points of each text, the end exclusive. */
#include <string.h>

#include "base/json.h"
#include "cli/diff.h"
#include "cli/row.h"


static void range_member(struct str *json, const char *name, struct cp_range range)
{
	json_name(json, name);
	json_open(json, '[');
	json_number(json, (int64_t)range.start_cp);
	json_number(json, (int64_t)range.end_cp);
	json_close(json, ']');
}

static void spelling_member(struct str *json, unsigned spelling)
{
	json_name(json, "spelling");
	json_open(json, '[');
	for (enum spelling kind = 0; kind < SPELLING_KINDS; kind++) {
		const char *name = spelling_name(kind);
		if (spelling & 1u << kind)
			json_text(json, name, strlen(name));
	}
	json_close(json, ']');
}

static void put_segment(struct str *json, const struct difference_segment *segment)
{
	json_open(json, '{');
	json_text_member(json, "kind", difference_kind_name(segment->kind));
	range_member(json, "old", segment->range[SIDE_OLD]);
	range_member(json, "new", segment->range[SIDE_NEW]);
	if (segment->kind != DIFFERENCE_SAME) {
		range_member(json, "old_mark", segment->mark[SIDE_OLD]);
		range_member(json, "new_mark", segment->mark[SIDE_NEW]);
	}
	if (segment->kind == DIFFERENCE_SPELLING)
		spelling_member(json, segment->spelling);
	if (segment->kind == DIFFERENCE_MOVED) {
		json_size_member(json, "other", segment->other);
		json_flag_member(json, "edited", segment->edited);
	}
	json_close(json, '}');
}

static void put_counts(struct str *json, const struct difference *difference)
{
	struct difference_count count = difference_count(difference);
	json_name(json, "counts");
	json_open(json, '{');
	json_size_member(json, "changes", count.n_changes);
	for (enum difference_kind kind = DIFFERENCE_SAME + 1; kind < DIFFERENCE_KINDS; kind++)
		json_size_member(json, difference_kind_name(kind), count.of[kind]);
	json_close(json, '}');
}

void diff_json_print(const struct diff *diff, struct out *out)
{
	struct str json = STR_EMPTY;
	size_t n;
	const struct difference_segment *segments = difference_segments(diff->difference, &n);
	json_open(&json, '{');
	json_flag_member(&json, "same", difference_count(diff->difference).n_changes == 0);
	json_flag_member(&json, "coarse", difference_is_coarse(diff->difference));
	json_text_member(&json, "old", diff->article[SIDE_OLD].operand);
	json_text_member(&json, "new", diff->article[SIDE_NEW].operand);
	put_counts(&json, diff->difference);
	json_name(&json, "segments");
	json_open(&json, '[');
	for (size_t i = 0; i < n; i++)
		put_segment(&json, &segments[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(out, &json);
}
