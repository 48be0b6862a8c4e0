/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya review: the highlights that were carried over to a new version, and decisions on them. */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/versions.h"
#include "base/xalloc.h"
#include "cli/grid.h"
#include "cli/row.h"

/* Nothing that is less than whole is rounded to it. */
static int per_mille(double score)
{
	return score < 1 ? (int)(score * 1000) : 1000;
}

/* As JSON has it, and people read it. */
static void append_score(struct str *out, double score)
{
	str_appendf(out, "%d.%03d", per_mille(score) / 1000, per_mille(score) % 1000);
}

static void append_quote(struct str *json, const char *name, const struct highlight *highlight)
{
	json_name(json, name);
	json_open(json, '{');
	json_text_member(json, "article", highlight->article);
	json_text_member(json, "id", highlight->id);
	json_number_member(json, "start", (int64_t)highlight->range.start_cp);
	json_number_member(json, "end", (int64_t)highlight->range.end_cp);
	json_text_member(json, "exact", highlight->exact);
	json_text_member(json, "prefix", highlight->prefix);
	json_text_member(json, "suffix", highlight->suffix);
	json_close(json, '}');
}

static void append_item(struct str *json, const struct review_item *item)
{
	json_open(json, '{');
	json_text_member(json, "id", item->id);
	json_text_member(json, "article", item->article);
	json_number_member(json, "number", item->number);
	json_text_member(json, "state", item->orphan ? "orphan" : "moved");
	json_text_member(json, "coder", item->orphan ? item->old.coder : item->now.coder);
	if (item->score >= 0) {
		json_name(json, "score");
		append_score(json, item->score);
	}
	if (item->old.exact)
		append_quote(json, "old", &item->old);
	if (!item->orphan)
		append_quote(json, "now", &item->now);
	json_close(json, '}');
}

static void print_json(struct out *out, const struct review *review)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < review->n; i++)
		append_item(&json, &review->items[i]);
	json_close(&json, ']');
	json_print(out, &json);
}

static const char *quote_of(const struct highlight *highlight)
{
	return highlight->exact ? highlight->exact : "";
}

static void print_table(struct out *out, const struct review *review)
{
	struct grid grid;
	struct str score = STR_EMPTY;
	grid_init(&grid, 6, 5, 1u << 1 | 1u << 2 | 1u << 3);
	for (size_t i = 0; i < review->n; i++) {
		const struct review_item *item = &review->items[i];
		grid_add(&grid, item->id);
		grid_addf(&grid, "%" PRId64, item->number);
		str_clear(&score);
		append_score(&score, item->score);
		grid_add(&grid, item->score < 0 ? "-" : str_cstr(&score));
		if (item->orphan)
			grid_add(&grid, "-");
		else
			grid_addf(&grid, "%zu", item->now.range.start_cp);
		grid_add(&grid, quote_of(&item->old));
		/* TRANSLATORS: instead of the new place of a highlight that has none */
		grid_add(&grid, item->orphan ? _("no place") : quote_of(&item->now));
	}
	grid_print(&grid, out);
	str_release(&score);
}

/* What `--accept` names: ids, or "all" that have a place and at least the score asked for. */
static char **accepted(const struct args *args, const struct review *review, size_t least,
		       size_t *n)
{
	char **ids = args_values(args, ARG_review_accept, n);
	if (*n != 1 || strcmp(ids[0], "all") != 0)
		return ids;
	ids = xrealloc(ids, review->n + 1, sizeof *ids);
	*n = 0;
	for (size_t i = 0; i < review->n; i++)
		if (!review->items[i].orphan && review->items[i].score * 100 >= (double)least)
			ids[(*n)++] = review->items[i].id;
	return ids;
}

static enum status load(struct cli *cli, const struct args *args, struct review *review,
			struct fault *f)
{
	return project_review(&cli->project, args->n_operands ? args->operands[0] : NULL, review,
			      f);
}

/* The decisions, one act each, and how many they were of. */
static enum status decide(struct cli *cli, const struct args *args, const struct review *review,
			  size_t *n, struct fault *f)
{
	size_t least = 0, n_accepted, n_rejected;
	enum status status = args_number(args, ARG_review_least, 100, &least, f);
	if (status != STATUS_OK)
		return status;
	char **yes = accepted(args, review, least, &n_accepted);
	char **no = args_values(args, ARG_review_reject, &n_rejected);
	if (n_accepted > 0)
		status = project_accept(&cli->project, (const char *const *)yes, n_accepted, f);
	if (status == STATUS_OK && n_rejected > 0)
		status = project_reject(&cli->project, (const char *const *)no, n_rejected, f);
	*n = n_accepted + n_rejected;
	free(yes);
	free(no);
	return status;
}

/* --place ID, at --start and --end. */
static enum status place(struct cli *cli, const struct args *args, struct fault *f)
{
	struct cp_range range = {SIZE_MAX, SIZE_MAX};
	enum status status = args_number(args, ARG_review_start, SIZE_MAX - 1, &range.start_cp, f);
	if (status == STATUS_OK)
		status = args_number(args, ARG_review_end, SIZE_MAX - 1, &range.end_cp, f);
	if (status == STATUS_OK && (range.start_cp == SIZE_MAX || range.end_cp == SIZE_MAX))
		status = fault_setf(f, STATUS_USAGE, "review", _("--place needs --start and --end"));
	if (status != STATUS_OK)
		return status;
	return project_place(&cli->project, NULL, args_value(args, ARG_review_place), range, f);
}

/* After decisions: how many are left. */
static enum status tell_left(struct cli *cli, const struct args *args, size_t n, struct fault *f)
{
	struct review left = {.items = NULL};
	enum status status = load(cli, args, &left, f);
	if (status == STATUS_OK && args_flag(args, ARG_review_json)) {
		print_json(&cli->out, &left);
	} else if (status == STATUS_OK) {
		/* TRANSLATORS: of highlights that had to be looked at */
		out_line(&cli->out, _("decided: %zu, left: %zu"), n, left.n);
	}
	review_release(&left);
	return status;
}

enum status cli_review(struct cli *cli, const struct args *args, struct fault *f)
{
	struct review review = {.items = NULL};
	size_t n = 0;
	bool places = args_value(args, ARG_review_place) != NULL;
	enum status status = load(cli, args, &review, f);
	if (status == STATUS_OK)
		status = decide(cli, args, &review, &n, f);
	if (status == STATUS_OK && places)
		status = place(cli, args, f);
	if (status == STATUS_OK && n + places > 0)
		status = tell_left(cli, args, n + places, f);
	else if (status == STATUS_OK && args_flag(args, ARG_review_json))
		print_json(&cli->out, &review);
	else if (status == STATUS_OK)
		print_table(&cli->out, &review);
	review_release(&review);
	return status;
}
