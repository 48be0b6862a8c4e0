/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/jsonl.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "export/notes.h"
#include "model/dir.h"

struct writer {
	const struct sink *sink;
	struct str line; /* kept for its memory */
};

static struct str *begin_line(struct writer *writer, const char *type)
{
	json_open(&writer->line, '{');
	json_text_member(&writer->line, "type", type);
	return &writer->line;
}

static enum status end_line(struct writer *writer, struct fault *f)
{
	json_close(&writer->line, '}');
	str_append_char(&writer->line, '\n');
	enum status status = writer->sink->write(writer->sink->self, writer->line.p,
						 writer->line.len, f);
	str_clear(&writer->line);
	return status;
}

static void put_properties(struct str *out, const char *name, const struct property_list *row)
{
	json_name(out, name);
	json_open(out, '{');
	for (size_t i = 0; i < row->n; i++) {
		const struct property *item = &row->items[i];
		json_text(out, item->name, strlen(item->name));
		str_append_char(out, ':');
		json_text(out, item->value, strlen(item->value));
	}
	json_close(out, '}');
}

/* --- a line of each type --- */

static enum status write_project(struct writer *writer, const struct property_list *row,
				 struct fault *f)
{
	struct str *out = begin_line(writer, "project");
#define PROJECT(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_coder(struct writer *writer, const struct coder *row, struct fault *f)
{
	struct str *out = begin_line(writer, "coder");
#define CODER(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_article(struct writer *writer, const struct article *row, struct fault *f)
{
	struct str *out = begin_line(writer, "article");
#define ARTICLE(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_tag(struct writer *writer, const struct tag *row, struct fault *f)
{
	struct str *out = begin_line(writer, "tag");
#define TAG(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_highlight(struct writer *writer, const struct highlight *row,
				   struct fault *f)
{
	struct str *out = begin_line(writer, "highlight");
#define HIGHLIGHT(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_coding(struct writer *writer, const struct coding *row, struct fault *f)
{
	struct str *out = begin_line(writer, "coding");
#define CODING(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_claim(struct writer *writer, const struct claim *row, struct fault *f)
{
	struct str *out = begin_line(writer, "claim");
#define CLAIM(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_mention(struct writer *writer, const struct mention *row, struct fault *f)
{
	struct str *out = begin_line(writer, "mention");
#define MENTION(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_coverage(struct writer *writer, const struct coverage *row,
				  struct fault *f)
{
	struct str *out = begin_line(writer, "coverage");
#define COVERAGE(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_relation(struct writer *writer, const struct relation *row,
				  struct fault *f)
{
	struct str *out = begin_line(writer, "relation");
#define RELATION(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

static enum status write_note(struct writer *writer, const struct note *row, struct fault *f)
{
	struct str *out = begin_line(writer, "note");
#define NOTE(name, put, value, help) put(out, #name, value);
#include "export/member.def"
	return end_line(writer, f);
}

/* --- all lines of each type, in their order --- */

struct articles {
	const struct article_list *list;
	struct lookup index;
	bool *written;
	size_t *chain; /* a version, what it is a version of, and so on */
};

/* What it is a version of is not named where that is not in the file. */
static enum status write_version(struct writer *writer, const struct articles *articles, size_t i,
				 struct fault *f)
{
	struct article row = articles->list->items[i];
	if (row.version_of[0] && lookup_find(&articles->index, row.version_of) == SIZE_MAX)
		row.version_of[0] = '\0';
	return write_article(writer, &row, f);
}

/* Writes what an article is a version of, unless it is written, and then the article. */
static enum status write_chain(struct writer *writer, struct articles *articles, size_t i,
			       struct fault *f)
{
	size_t n = 0;
	while (i != SIZE_MAX && !articles->written[i]) {
		const struct article *article = &articles->list->items[i];
		articles->written[i] = true; /* at once: a damaged project may have a circle */
		articles->chain[n++] = i;
		i = article->version_of[0] ? lookup_find(&articles->index, article->version_of)
					   : SIZE_MAX;
	}
	enum status status = STATUS_OK;
	while (n > 0 && status == STATUS_OK)
		status = write_version(writer, articles, articles->chain[--n], f);
	return status;
}

static enum status write_articles(struct writer *writer, const struct article_list *list,
				  struct fault *f)
{
	struct articles articles = {
		.list = list,
		.written = xcalloc(list->n ? list->n : 1, sizeof *articles.written),
		.chain = xcalloc(list->n ? list->n : 1, sizeof *articles.chain)};
	LOOKUP_BY_ID(&articles.index, list);
	enum status status = STATUS_OK;
	for (size_t i = 0; i < list->n && status == STATUS_OK; i++)
		status = write_chain(writer, &articles, i, f);
	lookup_release(&articles.index);
	free(articles.written);
	free(articles.chain);
	return status;
}

static enum status each_highlight(void *context, const struct article *article,
				  const struct annotated *at, struct fault *f)
{
	(void)article;
	return write_highlight(context, &at->highlight, f);
}

static enum status each_coding(void *context, const struct article *article,
			       const struct annotated *at, struct fault *f)
{
	(void)article;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < at->n_codings && status == STATUS_OK; i++)
		status = write_coding(context, &at->codings[i], f);
	return status;
}

static enum status each_mention(void *context, const struct article *article,
				const struct annotated *at, struct fault *f)
{
	(void)article;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < at->n_mentions && status == STATUS_OK; i++)
		status = write_mention(context, &at->mentions[i], f);
	return status;
}

static enum status each_note(void *context, const struct placed_note *note, struct fault *f)
{
	return write_note(context, note->note, f);
}

/* Writes all of a list, as long as `status` is OK. */
#define WRITE_LIST(writer, type, list)                                          \
	for (size_t i = 0; i < (list)->n && status == STATUS_OK; i++)           \
		status = write_##type((writer), &(list)->items[i], f)

/* Names, sorted, each once. */
struct names {
	char **items;
	size_t n, cap;
	const char *last; /* the one looked for last: rows of one coder come together */
};

static void add_name(struct names *names, const char *name)
{
	if (names->last && strcmp(names->last, name) == 0)
		return;
	size_t low = 0, high = names->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(names->items[middle], name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == names->n || strcmp(names->items[low], name) != 0) {
		VEC_PUSH(names->items, names->n, names->cap, NULL);
		memmove(names->items + low + 1, names->items + low,
			(names->n - 1 - low) * sizeof *names->items);
		names->items[low] = xstrdup(name);
	}
	names->last = names->items[low];
}

static enum status add_names(void *context, const struct article *article,
			     const struct annotated *at, struct fault *f)
{
	(void)article, (void)f;
	add_name(context, at->highlight.coder);
	for (size_t i = 0; i < at->n_codings; i++)
		add_name(context, at->codings[i].coder);
	for (size_t i = 0; i < at->n_mentions; i++)
		add_name(context, at->mentions[i].coder);
	for (size_t i = 0; i < at->n_notes; i++)
		add_name(context, at->notes[i].coder);
	return STATUS_OK;
}

#define ADD_NAMES(names, list)                       \
	for (size_t i = 0; i < (list)->n; i++)       \
		add_name((names), (list)->items[i].coder)

/* Those who made any row of the file. */
static enum status write_coders(struct writer *writer, const struct export_rows *rows,
				struct fault *f)
{
	struct names names = {.n = 0};
	ADD_NAMES(&names, rows->claims);
	ADD_NAMES(&names, rows->coverage);
	ADD_NAMES(&names, rows->relations);
	ADD_NAMES(&names, rows->notes);
	enum status status = rows_each(rows, ANNOTATED_ALL, add_names, &names, f);
	for (size_t i = 0; i < names.n; i++) {
		struct coder coder = {.name = names.items[i]};
		if (status == STATUS_OK)
			status = write_coder(writer, &coder, f);
		free(names.items[i]);
	}
	free(names.items);
	return status;
}

/* What comes before the highlights. */
static enum status write_head(struct writer *writer, const struct export_rows *rows,
			      struct fault *f)
{
	enum status status = write_project(writer, rows->properties, f);
	if (status == STATUS_OK)
		status = write_coders(writer, rows, f);
	if (status == STATUS_OK)
		status = write_articles(writer, rows->articles, f);
	WRITE_LIST(writer, tag, rows->tags_above);
	WRITE_LIST(writer, tag, rows->tags);
	return status;
}

enum status jsonl_write(const struct export_rows *rows, const struct sink *sink, struct fault *f)
{
	struct writer writer = {.sink = sink};
	enum status status = write_head(&writer, rows, f);
	if (status == STATUS_OK)
		status = rows_each(rows, 0, each_highlight, &writer, f);
	if (status == STATUS_OK)
		status = rows_each(rows, ANNOTATED_CODINGS, each_coding, &writer, f);
	WRITE_LIST(&writer, claim, rows->claims);
	if (status == STATUS_OK)
		status = rows_each(rows, ANNOTATED_MENTIONS, each_mention, &writer, f);
	WRITE_LIST(&writer, coverage, rows->coverage);
	WRITE_LIST(&writer, relation, rows->relations);
	if (status == STATUS_OK)
		status = notes_each(rows, each_note, &writer, f);
	str_release(&writer.line);
	return status;
}
