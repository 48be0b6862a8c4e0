/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/xalloc.h"

int scratch_make(void **state)
{
	struct scratch *scratch = xcalloc(1, sizeof *scratch);
	strcpy(scratch->folder, "/tmp/hashiya-scratch-XXXXXX");
	if (!mkdtemp(scratch->folder))
		return -1;
	options_init(&scratch->options);
	scratch->options.project = xasprintf("%s/p.hashiya", scratch->folder);
	scratch->options.coder = xstrdup("me");
	*state = scratch;
	return project_open(&scratch->project, &scratch->options, false, NULL) == STATUS_OK ? 0
											    : -1;
}

int scratch_remove(void **state)
{
	struct scratch *scratch = *state;
	project_close(&scratch->project);
	unlink(scratch->options.project);
	char *journal = xasprintf("%s-journal", scratch->options.project);
	unlink(journal);
	free(journal);
	options_release(&scratch->options);
	int gone = rmdir(scratch->folder);
	free(scratch);
	return gone;
}

void scratch_import(struct scratch *scratch, const char *text)
{
	struct import_options options = {.lossy = false};
	struct imported imported;
	assert_int_equal(import_bytes(text, strlen(text), "-", &options, &imported, NULL),
			 STATUS_OK);
	assert_int_equal(project_import(&scratch->project, &imported, NULL, NULL, NULL, NULL),
			 STATUS_OK);
	imported_release(&imported);
}

void scratch_become(struct scratch *scratch, const char *coder)
{
	free(scratch->options.coder);
	scratch->options.coder = xstrdup(coder);
}

/* Runs `list` on the store into a list of `type` called `rows`, and appends `format` for each. */
#define APPEND(type, list, format, ...)                                      \
	do {                                                                 \
		struct type##_list rows = {.items = NULL};                   \
		assert_int_equal(list, STATUS_OK);                           \
		for (size_t i = 0; i < rows.n; i++) {                        \
			const struct type *row = &rows.items[i];             \
			str_appendf(&out, #type " " format "\n", __VA_ARGS__); \
		}                                                            \
		type##_list_release(&rows);                                  \
	} while (0)

char *scratch_content(struct scratch *scratch)
{
	struct store *store = scratch->project.store;
	struct str out = STR_EMPTY;
	char *scheme;
	APPEND(article, store_article_list(store, &rows, NULL), "%s %s %zu", row->id, row->title,
	       row->n_highlights);
	APPEND(highlight, store_highlight_list(store, NULL, &rows, NULL), "%s %zu %s", row->id,
	       row->range.start_cp, row->coder);
	APPEND(tag, store_tag_list(store, &rows, NULL), "%s %s %s", row->id, row->path,
	       row->definition);
	APPEND(coding, store_coding_list(store, NULL, &rows, NULL), "%s %s %s %s", row->id,
	       row->highlight, row->tag, row->coder);
	APPEND(claim, store_claim_list(store, &rows, NULL), "%s %d %s %s %s", row->id,
	       (int)row->number, row->statement, row->lang, row->verdict);
	APPEND(mention, store_mention_list(store, NULL, &rows, NULL), "%s %s %s %s %s %s %s %s %s",
	       row->id, row->claim, row->highlight, row->coder, row->stance, row->stance_scheme,
	       row->attribution, row->speaker, row->certainty);
	APPEND(coverage, store_coverage_list(store, &rows, NULL), "%s %s %s %s", row->id,
	       row->claim, row->article, row->coder);
	APPEND(relation, store_relation_list(store, &rows, NULL), "%s %s %s %s", row->id, row->a,
	       row->kind, row->b);
	APPEND(note, store_note_list(store, NULL, &rows, NULL), "%s %d %s %s", row->id,
	       (int)row->kind, row->target, row->text);
	assert_int_equal(store_property_get(store, "stance_scheme", &scheme, NULL), STATUS_OK);
	str_appendf(&out, "scheme %s\n", scheme);
	free(scheme);
	return str_take(&out);
}
