/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/compare-json.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/compare-json-internal.h"
#include "cli/row.h"

enum {
	BEST = 10, /* links of each unit to each other article */
	PIECE_BYTES = 64 * 1024,
};

/* All but the last byte: it tells base/json whether a comma is due. */
void writer_hand_on(struct writer *writer)
{
	struct str *json = &writer->json;
	if (json->len < PIECE_BYTES)
		return;
	char last = json->p[json->len - 1];
	out_data(writer->out, json->p, json->len - 1);
	str_clear(json);
	str_append_char(json, last);
}

void writer_open(struct writer *writer, const char *name, char bracket)
{
	json_name(&writer->json, name);
	json_open(&writer->json, bracket);
}

void json_ref(struct str *json, struct unit_ref ref)
{
	char id[64];
	int n = snprintf(id, sizeof id, "%zu:%zu", ref.text + 1, ref.unit + 1);
	json_text(json, id, (size_t)n);
}

void json_ref_member(struct str *json, const char *name, struct unit_ref ref)
{
	json_name(json, name);
	json_ref(json, ref);
}

void json_range_member(struct str *json, const char *name, struct cp_range range)
{
	json_name(json, name);
	json_open(json, '[');
	json_number(json, (int64_t)range.start_cp);
	json_number(json, (int64_t)range.end_cp);
	json_close(json, ']');
}

void json_parts_member(struct str *json, const char *name, unsigned parts)
{
	unsigned thousandths = (parts * 1000 + COMPARE_ONE / 2) / COMPARE_ONE;
	json_name(json, name);
	str_appendf(json, "%u.%03u", thousandths / 1000, thousandths % 1000);
}

static void put_unit(struct writer *writer, struct unit_ref ref)
{
	struct str *json = &writer->json;
	struct unit unit = compared_unit(writer->all, ref);
	json_open(json, '{');
	json_ref_member(json, "id", ref);
	json_text_member(json, "file", writer->all->items[ref.text].operand);
	json_text_member(json, "kind", unit_kind_name(unit.kind));
	json_size_member(json, "start", unit.range.start_cp);
	json_size_member(json, "end", unit.range.end_cp);
	json_close(json, '}');
	writer_hand_on(writer);
}

static void put_units(struct writer *writer)
{
	struct unit_ref ref;
	writer_open(writer, "units", '[');
	for (ref.text = 0; ref.text < writer->all->n; ref.text++)
		for (ref.unit = 0; ref.unit < compare_text_count(writer->all->items[ref.text].text);
		     ref.unit++)
			put_unit(writer, ref);
	json_close(&writer->json, ']');
}

static void put_why(struct writer *writer, const struct link *link)
{
	struct str *json = &writer->json;
	compare_why(writer->all->set, link->a, link->b, &writer->why);
	writer_open(writer, "why", '[');
	for (size_t i = 0; i < writer->why.n; i++) {
		const struct match *match = &writer->why.items[i];
		json_open(json, '{');
		json_range_member(json, "a", match->a);
		json_range_member(json, "b", match->b);
		json_text_member(json, "level", match_level_name(match->level));
		json_parts_member(json, "w", match->weight);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_link(struct writer *writer, const struct link *link)
{
	struct str *json = &writer->json;
	json_open(json, '{');
	json_ref_member(json, "a", link->a);
	json_ref_member(json, "b", link->b);
	json_parts_member(json, "score", link->score);
	json_text_member(json, "band", band_name(link->band));
	json_flag_member(json, "shown", link->band != BAND_NONE);
	put_why(writer, link);
	json_close(json, '}');
	writer_hand_on(writer);
}

/* The best of every unit of `from` towards `to`. */
static void add_links(struct writer *writer, size_t from, size_t to)
{
	struct compared *all = writer->all;
	struct unit_ref ref = {.text = from};
	for (; ref.unit < compare_text_count(all->items[from].text); ref.unit++)
		compare_links(all->set, ref, to, BEST, &writer->links);
}

/* As it is seen from the earlier article. */
static void turn(struct link *link)
{
	struct unit_ref a = link->a;
	if (a.text < link->b.text)
		return;
	link->a = link->b;
	link->b = a;
}

static int by_units(const void *a, const void *b)
{
	const struct link *x = a, *y = b;
	if (x->a.unit != y->a.unit)
		return x->a.unit < y->a.unit ? -1 : 1;
	return (x->b.unit > y->b.unit) - (x->b.unit < y->b.unit);
}

/* A link may be among the best from either side: it is written once. */
static void put_pair(struct writer *writer, size_t a, size_t b)
{
	struct link_list *links = &writer->links;
	links->n = 0;
	add_links(writer, a, b);
	add_links(writer, b, a);
	for (size_t i = 0; i < links->n; i++)
		turn(&links->items[i]);
	if (links->n)
		qsort(links->items, links->n, sizeof *links->items, by_units);
	for (size_t i = 0; i < links->n && !writer->out->error; i++)
		if (i == 0 || by_units(&links->items[i - 1], &links->items[i]) != 0)
			put_link(writer, &links->items[i]);
}

static void put_links(struct writer *writer, unsigned done_percent)
{
	size_t n = writer->all->n, n_pairs = n * (n - 1) / 2, n_done = 0;
	size_t left = 100 - done_percent;
	writer_open(writer, "links", '[');
	for (size_t a = 0; a < n; a++)
		for (size_t b = a + 1; b < n && !writer->out->error; b++) {
			put_pair(writer, a, b);
			progress_tell(&writer->all->progress, done_percent + (unsigned)(left * ++n_done / n_pairs));
		}
	json_close(&writer->json, ']');
}

void compare_json_print(struct compared *all, struct out *out, unsigned done_percent)
{
	struct writer writer = {.all = all, .out = out};
	json_open(&writer.json, '{');
	put_units(&writer);
	put_links(&writer, done_percent);
	compare_json_survey(&writer);
	json_close(&writer.json, '}');
	str_append_char(&writer.json, '\n');
	progress_end(&all->progress);
	out_data(out, writer.json.p, writer.json.len);
	str_release(&writer.json);
	free(writer.links.items);
	free(writer.why.items);
}
