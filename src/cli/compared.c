/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/compared.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "cli/given.h"
#include "import/import.h"

enum {
	READ_CP = 64 * 1024, BUILD_WORDS = 64 * 1024, /* between two looks at the clock */
	SURVEY_STEPS = 16,
	READ_PERCENT = 10, /* of the whole job */
};

/* An article without text has no units: nothing is wrong with it among others. */
static enum status open_file(struct compared_article *item, const struct import_options *options,
			     struct fault *f)
{
	struct imported imported = {.text = NULL};
	enum status status = import_path(item->operand, options, &imported, f);
	if (status == STATUS_EMPTY) {
		if (f)
			fault_release(f);
		imported = (struct imported){.text = xstrdup("")};
		status = STATUS_OK;
	}
	if (status != STATUS_OK)
		return status;
	item->article = imported.article;
	item->doc = document_new(text_source_memory(imported.text, imported.n_bytes));
	return STATUS_OK;
}

enum status compared_open(struct compared_article *item, struct cli *cli, bool lossy,
			  struct fault *f)
{
	const struct import_options options = {
		.lossy = lossy, .text_only = true, .max_bytes = COMPARE_BYTES};
	bool is_file;
	enum status status =
		given_article(&cli->project, item->operand, &item->article, &is_file, f);
	if (status == STATUS_OK && is_file)
		return open_file(item, &options, f);
	if (status == STATUS_OK)
		status = project_document(&cli->project, &item->article, &item->doc, f);
	if (status == STATUS_OK && document_bytes(item->doc) > COMPARE_BYTES)
		return fault_setf(f, STATUS_TOO_LARGE, item->operand, "> %d bytes", COMPARE_BYTES);
	return status;
}

static int by_operand(const void *a, const void *b)
{
	return strcmp(((const struct compared_article *)a)->operand,
		      ((const struct compared_article *)b)->operand);
}

static void read_texts(struct compared *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct compared_article *item = &all->items[i];
		item->text = compare_text_new(item->doc, item->article.lang);
		while (!compare_text_read(item->text, READ_CP))
			progress_tell(&all->progress, (unsigned)(READ_PERCENT * i / all->n));
	}
}

static void build_set(struct compared *all)
{
	const struct compare_text *texts[COMPARE_TEXTS];
	for (size_t i = 0; i < all->n; i++)
		texts[i] = all->items[i].text;
	all->set = compare_set_new(texts, all->n);
	while (!compare_set_build(all->set, BUILD_WORDS))
		progress_tell(&all->progress, READ_PERCENT);
}

enum status compared_load(struct compared *all, struct cli *cli, const struct args *args,
			  bool lossy, struct fault *f)
{
	enum status status = STATUS_OK;
	*all = (struct compared){.items = xcalloc(args->n_operands, sizeof *all->items),
				 .n = args->n_operands};
	progress_begin(&all->progress);
	for (size_t i = 0; i < all->n; i++)
		all->items[i].operand = args->operands[i];
	qsort(all->items, all->n, sizeof *all->items, by_operand);
	for (size_t i = 0; i < all->n && status == STATUS_OK; i++)
		status = compared_open(&all->items[i], cli, lossy, f);
	if (status != STATUS_OK)
		return status;
	read_texts(all);
	build_set(all);
	return STATUS_OK;
}

void compared_make_survey(struct compared *all, unsigned until_percent)
{
	struct survey_maker *maker = survey_begin(all->set);
	unsigned share = until_percent - READ_PERCENT;
	while (!survey_go_on(maker, SURVEY_STEPS))
		progress_tell(&all->progress, READ_PERCENT + share * survey_done(maker) / 100);
	all->survey = survey_take(maker);
}

void compared_article_release(struct compared_article *item)
{
	if (item->text)
		compare_text_free(item->text);
	if (item->doc)
		document_free(item->doc);
	article_release(&item->article);
}

void compared_release(struct compared *all)
{
	progress_end(&all->progress);
	survey_free(all->survey);
	if (all->set)
		compare_set_free(all->set);
	for (size_t i = 0; i < all->n; i++)
		compared_article_release(&all->items[i]);
	free(all->items);
	*all = (struct compared){.items = NULL};
}

struct unit compared_unit(const struct compared *all, struct unit_ref ref)
{
	return compare_text_unit(all->items[ref.text].text, ref.unit);
}

bool compared_across(const struct compared *all, size_t a, size_t b)
{
	return compare_texts_are_foreign(all->items[a].text, all->items[b].text);
}

enum status compared_text(const struct compared *all, size_t text, struct cp_range range, char **out,
			  struct fault *f)
{
	struct str line = STR_EMPTY;
	enum status status = document_extract(all->items[text].doc, range, &line, f);
	for (size_t i = 0; i < line.len; i++)
		if (line.p[i] == '\n')
			line.p[i] = ' ';
	*out = str_take(&line);
	return status;
}

char *compared_words(const void *all, size_t text, struct cp_range range)
{
	char *words;
	if (compared_text(all, text, range, &words, NULL) == STATUS_OK)
		return words;
	free(words);
	return NULL;
}
