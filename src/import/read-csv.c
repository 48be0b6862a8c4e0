/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * annotations.csv, and the highlights of Taguette, whose columns are the first of ours.
 *
 * A row says several things at once: a highlight, and a tag or a mention on it, and a note. Whose
 * the highlight itself is stands there only where nothing else does.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "import/cells.h"
#include "import/reader.h"
#include "model/dir.h"

/* The columns that annotations.csv is read by. */
enum column {
#define COLUMN(name) COL_##name,
#define COLUMNS                                                                                    \
	COLUMN(id)                                                                                 \
	COLUMN(document)                                                                           \
	COLUMN(tag)                                                                                \
	COLUMN(content)                                                                            \
	COLUMN(start)                                                                              \
	COLUMN(end)                                                                                \
	COLUMN(offset_unit)                                                                        \
	COLUMN(prefix)                                                                             \
	COLUMN(suffix)                                                                             \
	COLUMN(document_id)                                                                        \
	COLUMN(outlet)                                                                             \
	COLUMN(author)                                                                             \
	COLUMN(published_at)                                                                       \
	COLUMN(url)                                                                                \
	COLUMN(lang)                                                                               \
	COLUMN(dir)                                                                                \
	COLUMN(document_sha256)                                                                    \
	COLUMN(tag_definition)                                                                     \
	COLUMN(note)                                                                               \
	COLUMN(coder)                                                                              \
	COLUMN(created_at)                                                                         \
	COLUMN(updated_at)                                                                         \
	COLUMN(claim_id)                                                                           \
	COLUMN(claim)                                                                              \
	COLUMN(stance)                                                                             \
	COLUMN(stance_scheme)                                                                      \
	COLUMN(attribution)                                                                        \
	COLUMN(speaker)                                                                            \
	COLUMN(certainty)                                                                          \
	COLUMN(anchor_state)
	COLUMNS
#undef COLUMN
		N_COLUMNS
};

static const char *const column_names[N_COLUMNS] = {
#define COLUMN(name) [COL_##name] = #name,
	COLUMNS
#undef COLUMN
};

struct note_seen {
	char *text, *coder;
	size_t line;
};

struct rows {
	struct reader *reader;
	struct cells cells;
	size_t columns[N_COLUMNS]; /* SIZE_MAX: not in this file */
	char article[ID_SIZE];     /* of the row before */
	char highlight[ID_SIZE];   /* of the row before */
	struct note_seen *notes;   /* on it */
	size_t n_notes, cap_notes;
};

static const char *at(const struct rows *rows, enum column column)
{
	return cells_at(&rows->cells, rows->columns[column]);
}

/* A copy; NULL where there is no such column. */
static char *copy(const struct rows *rows, enum column column)
{
	const char *cell = at(rows, column);
	return cell ? xstrdup(cell) : NULL;
}

static bool is_empty(const struct rows *rows, enum column column)
{
	const char *cell = at(rows, column);
	return !cell || !*cell;
}

static size_t line_of(const struct rows *rows)
{
	return rows->cells.csv.line;
}

static enum status read_offset(const struct rows *rows, enum column column, size_t *out)
{
	const char *cell = at(rows, column);
	char *end;
	errno = 0;
	unsigned long long value = strtoull(cell, &end, 10);
	if (*end || cell[0] < '0' || cell[0] > '9' || errno || value > SIZE_MAX)
		return mistake_of(rows->reader->mistake, MISTAKE_NO_NUMBER, line_of(rows),
				  column_names[column]);
	*out = (size_t)value;
	return STATUS_OK;
}

/* Other units than ours are no place to look at: the quote is looked for. */
static enum status read_range(const struct rows *rows, struct cp_range *out)
{
	const char *unit = at(rows, COL_offset_unit);
	*out = (struct cp_range){0, 0};
	if (is_empty(rows, COL_start) || is_empty(rows, COL_end) ||
	    (unit && strcmp(unit, "codepoint") != 0))
		return STATUS_OK;
	enum status status = read_offset(rows, COL_start, &out->start_cp);
	return status == STATUS_OK ? read_offset(rows, COL_end, &out->end_cp) : status;
}

/* Taguette counts its highlights from 1 in each of its projects. */
static void read_highlight_id(const struct rows *rows, char out[ID_SIZE])
{
	const char *id = at(rows, COL_id), *title = at(rows, COL_document);
	reader_id(id ? id : "", out);
	if (!id || strlen(id) < ID_SIZE - 1)
		reader_make_id(out, title ? title : "", at(rows, COL_content), id ? id : "", NULL);
}

static void read_target(const struct rows *rows, struct annotation_target *target)
{
	const char *id = at(rows, COL_document_id);
	if (id && *id)
		reader_id(id, target->id);
	target->sha256 = copy(rows, COL_document_sha256);
	target->url = copy(rows, COL_url);
	target->title = copy(rows, COL_document);
}

/* What a row says of its article beside its title; once for rows that stand together. */
static enum status give_article(struct rows *rows)
{
	struct annotation a = {.kind = RECORD_article, .line = line_of(rows), .weak = true};
	struct article *article = &a.row.article;
	const char *dir = at(rows, COL_dir);
	if (is_empty(rows, COL_document_id))
		return STATUS_OK;
	reader_id(at(rows, COL_document_id), article->id);
	if (strcmp(article->id, rows->article) == 0)
		return STATUS_OK;
	memcpy(rows->article, article->id, ID_SIZE);
	a.has_dir = dir && *dir;
	if (a.has_dir && !dir_parse(dir, &article->dir))
		return mistake_of(rows->reader->mistake, MISTAKE_NO_VALUE, a.line, "dir");
	article->outlet = copy(rows, COL_outlet);
	article->author = copy(rows, COL_author);
	article->published_at = copy(rows, COL_published_at);
	article->url = copy(rows, COL_url);
	article->lang = copy(rows, COL_lang);
	return reader_give(rows->reader, &a);
}

static enum status give_highlight(struct rows *rows, const char *id)
{
	struct annotation a = {.kind = RECORD_highlight,
			       .line = line_of(rows),
			       .borrowed = !is_empty(rows, COL_tag) ||
					   !is_empty(rows, COL_claim_id)};
	struct highlight *h = &a.row.highlight;
	memcpy(h->id, id, ID_SIZE);
	read_target(rows, &a.target);
	h->exact = copy(rows, COL_content);
	h->prefix = copy(rows, COL_prefix);
	h->suffix = copy(rows, COL_suffix);
	h->anchor_state = copy(rows, COL_anchor_state);
	h->coder = copy(rows, COL_coder);
	h->created_at = copy(rows, COL_created_at);
	h->updated_at = copy(rows, COL_updated_at);
	enum status status = read_range(rows, &h->range);
	if (status == STATUS_OK)
		return reader_give(rows->reader, &a);
	annotation_release(&a);
	return status;
}

static enum status give_tag(struct rows *rows)
{
	struct annotation a = {.kind = RECORD_tag, .line = line_of(rows), .weak = true};
	a.row.tag.path = copy(rows, COL_tag);
	a.row.tag.definition = copy(rows, COL_tag_definition);
	return reader_give(rows->reader, &a);
}

static enum status give_coding(struct rows *rows, const char *highlight)
{
	struct annotation a = {.kind = RECORD_coding, .line = line_of(rows)};
	struct coding *coding = &a.row.coding;
	memcpy(coding->highlight, highlight, ID_SIZE);
	a.tag_path = copy(rows, COL_tag);
	coding->coder = copy(rows, COL_coder);
	coding->created_at = copy(rows, COL_created_at);
	coding->updated_at = copy(rows, COL_updated_at);
	return reader_give(rows->reader, &a);
}

static enum status give_claim(struct rows *rows, const char *id)
{
	struct annotation a = {.kind = RECORD_claim, .line = line_of(rows), .weak = true};
	memcpy(a.row.claim.id, id, ID_SIZE);
	a.row.claim.statement = copy(rows, COL_claim);
	a.row.claim.coder = copy(rows, COL_coder);
	return reader_give(rows->reader, &a);
}

static enum status give_mention(struct rows *rows, const char *highlight, const char *claim)
{
	struct annotation a = {.kind = RECORD_mention, .line = line_of(rows)};
	struct mention *mention = &a.row.mention;
	memcpy(mention->highlight, highlight, ID_SIZE);
	memcpy(mention->claim, claim, ID_SIZE);
	mention->coder = copy(rows, COL_coder);
	mention->stance = copy(rows, COL_stance);
	mention->stance_scheme = copy(rows, COL_stance_scheme);
	mention->attribution = copy(rows, COL_attribution);
	mention->speaker = copy(rows, COL_speaker);
	mention->certainty = copy(rows, COL_certainty);
	mention->created_at = copy(rows, COL_created_at);
	mention->updated_at = copy(rows, COL_updated_at);
	return reader_give(rows->reader, &a);
}

static void see_note(struct rows *rows)
{
	struct note_seen note = {.text = copy(rows, COL_note),
				 .coder = copy(rows, COL_coder),
				 .line = line_of(rows)};
	VEC_PUSH(rows->notes, rows->n_notes, rows->cap_notes, note);
}

static enum status give_note(struct rows *rows, struct note_seen *seen)
{
	struct annotation a = {.kind = RECORD_note, .line = seen->line};
	memcpy(a.row.note.target, rows->highlight, ID_SIZE);
	a.row.note.kind = NOTE_HIGHLIGHT;
	a.row.note.text = seen->text;
	a.row.note.coder = seen->coder;
	seen->text = seen->coder = NULL;
	return reader_give(rows->reader, &a);
}

static void forget_notes(struct rows *rows)
{
	for (size_t i = 0; i < rows->n_notes; i++) {
		free(rows->notes[i].text);
		free(rows->notes[i].coder);
	}
	rows->n_notes = 0;
}

static bool all_alike(const struct rows *rows)
{
	for (size_t i = 1; i < rows->n_notes; i++)
		if (strcmp(rows->notes[i].text, rows->notes[0].text) != 0)
			return false;
	return true;
}

/*
 * The notes on the highlight of the rows before. A coder without a note of their own is shown
 * another's: where all rows show the same one it was one coder's, and only else was it each one's.
 */
static enum status give_notes(struct rows *rows)
{
	size_t n = rows->n_notes > 0 && all_alike(rows) ? 1 : rows->n_notes;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = give_note(rows, &rows->notes[i]);
	forget_notes(rows);
	return status;
}

/* What a row says beside its highlight. */
static enum status give_attached(struct rows *rows, const char *highlight)
{
	enum status status = STATUS_OK;
	if (!is_empty(rows, COL_tag)) {
		status = give_tag(rows);
		if (status == STATUS_OK)
			status = give_coding(rows, highlight);
	}
	if (status == STATUS_OK && !is_empty(rows, COL_claim_id)) {
		char claim[ID_SIZE];
		reader_id(at(rows, COL_claim_id), claim);
		status = give_claim(rows, claim);
		if (status == STATUS_OK)
			status = give_mention(rows, highlight, claim);
	}
	if (status == STATUS_OK && !is_empty(rows, COL_note))
		see_note(rows);
	return status;
}

static enum status read_row(struct rows *rows)
{
	char id[ID_SIZE];
	enum status status = STATUS_OK;
	read_highlight_id(rows, id);
	if (strcmp(id, rows->highlight) != 0) {
		status = give_notes(rows);
		if (status == STATUS_OK)
			status = give_article(rows);
		if (status == STATUS_OK)
			status = give_highlight(rows, id);
		memcpy(rows->highlight, id, ID_SIZE);
	}
	return status == STATUS_OK ? give_attached(rows, id) : status;
}

static enum status read_all(struct rows *rows)
{
	for (size_t i = 0; i < N_COLUMNS; i++)
		rows->columns[i] = cells_column(&rows->cells, column_names[i]);
	if (rows->columns[COL_content] == SIZE_MAX)
		return mistake_of(rows->reader->mistake, MISTAKE_MISSING, 1, "content");
	bool end = false;
	enum status status = cells_next(&rows->cells, rows->reader, &end);
	while (status == STATUS_OK && !end) {
		status = read_row(rows);
		if (status == STATUS_OK)
			status = cells_next(&rows->cells, rows->reader, &end);
	}
	return status == STATUS_OK ? give_notes(rows) : status;
}

enum status read_csv(struct reader *reader)
{
	struct rows rows = {.reader = reader};
	enum status status = cells_begin(&rows.cells, reader);
	if (status == STATUS_OK)
		status = read_all(&rows);
	forget_notes(&rows);
	free(rows.notes);
	cells_release(&rows.cells);
	return status;
}
