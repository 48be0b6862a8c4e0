/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines belong together, and what they say. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <wchar.h>

#include "base/xalloc.h"
#include "text/break-class.h"
#include "text/passage-internal.h"

enum {
	SAMPLE = 64,             /* lines that tell whether a text is hard-wrapped */
	SAMPLE_PARAGRAPHS = 512, /* and how far they are looked for */
	MIN_COLS = 60,           /* of a wrapped line */
	MAX_COLS = 80,
	LONGEST_LINE = 400,      /* code points: 80 columns and their marks */
	LONGEST_NUMBER = 3,      /* digits of a number at the head of a line */
};

/* What a paragraph is to its neighbours in a hard-wrapped text. */
enum line_kind {
	KIND_NONE, /* not there, or too long to be a line of several */
	KIND_BLANK,
	KIND_ITEM, /* begins with a bullet */
	KIND_URL,
	KIND_TEXT,
};

static size_t skip_spaces(const char32_t *cps, size_t n_cp, size_t i)
{
	while (i < n_cp && passage_is_space(cps[i]))
		i++;
	return i;
}

/* Past what cannot be seen at the head of a line, marks of direction too. */
static size_t skip_head(const char32_t *cps, size_t n_cp)
{
	size_t i = 0;
	while (i < n_cp &&
	       (passage_is_space(cps[i]) || sentence_class(cps[i]) == SENTENCE_Format))
		i++;
	return i;
}

/* What may stand close to a bullet: a letter; one of Hebrew or Arabic. */
static bool is_letter(char32_t cp, bool rtl)
{
	enum { FIRST_HEBREW = 0x0590, LAST_ARABIC = 0x08FF };
	return uc_is_general_category(cp, UC_LETTER) &&
	       (!rtl || (cp >= FIRST_HEBREW && cp <= LAST_ARABIC));
}

/* One past `12.`, `٣)` or `1-` at `i`, or `i`: before a space, or `١.نص`. */
static size_t skip_number(const char32_t *cps, size_t n_cp, size_t i)
{
	size_t end = i;
	while (end < n_cp && end - i < LONGEST_NUMBER && uc_decimal_value(cps[end]) >= 0)
		end++;
	if (end == i || end + 1 >= n_cp || !is_one_of(cps[end], U".)-–"))
		return i;
	bool parted = passage_is_space(cps[end + 1]) ||
		      (cps[end] == '.' && is_letter(cps[end + 1], true));
	return parted ? end + 1 : i;
}

/* One past `–`, `-`, `ــ` or `*` at `i`, or `i`: before a space; a dash also before a letter. */
static size_t skip_dash(const char32_t *cps, size_t n_cp, size_t i)
{
	enum { TATWEEL = 0x0640 };
	bool tatweels = cps[i] == TATWEEL && i + 1 < n_cp && cps[i + 1] == TATWEEL;
	size_t end = i + 1 + tatweels;
	if (end >= n_cp || !(tatweels || is_one_of(cps[i], U"–—-*")))
		return i;
	bool dash = is_one_of(cps[i], U"–—-") && is_letter(cps[end], cps[i] == '-');
	return dash || passage_is_space(cps[end]) ? end : i;
}

/* One past whatever marks an item of a list at `i`, or `i`. */
static size_t skip_bullet(const char32_t *cps, size_t n_cp, size_t i)
{
	if (i >= n_cp)
		return i;
	if (is_one_of(cps[i], U"•▪●‣◦▫■□○◆►⁃"))
		return i + 1;
	size_t end = skip_dash(cps, n_cp, i);
	return end > i ? end : skip_number(cps, n_cp, i);
}

size_t block_bullet(const char32_t *cps, size_t n_cp)
{
	size_t start = skip_head(cps, n_cp), end = skip_bullet(cps, n_cp, start);
	size_t text = skip_spaces(cps, n_cp, end);
	bool rule = text < n_cp && cps[text] == cps[start]; /* * * * */
	return end == start || rule ? 0 : text;
}

bool block_is_url(const char32_t *cps, size_t n_cp)
{
	static const char32_t *const begins[] = {U"https://", U"http://", U"www.", U"ftp://"};
	size_t start = skip_head(cps, n_cp), end = start;
	while (end < n_cp && !passage_is_space(cps[end]))
		end++;
	if (skip_spaces(cps, n_cp, end) < n_cp)
		return false;
	for (size_t b = 0; b < sizeof begins / sizeof *begins; b++) {
		size_t k = 0;
		while (begins[b][k] && start + k < end && cps[start + k] == begins[b][k])
			k++;
		if (!begins[b][k])
			return start + k < end;
	}
	return false;
}

static enum line_kind line_kind(const char32_t *cps, size_t n_cp)
{
	if (skip_spaces(cps, n_cp, 0) == n_cp)
		return KIND_BLANK;
	if (block_bullet(cps, n_cp) > 0)
		return KIND_ITEM;
	return block_is_url(cps, n_cp) ? KIND_URL : KIND_TEXT;
}

/* A paragraph that is a line: its code points, the caller's to free; NULL of what is none. */
static char32_t *read_line(struct document *doc, size_t index, struct document_paragraph *at)
{
	if (!document_paragraph(doc, index, at) || at->continues || at->n_cp > LONGEST_LINE)
		return NULL;
	return document_decode(doc, at, NULL);
}

static enum line_kind kind_of(struct document *doc, size_t index)
{
	struct document_paragraph at;
	char32_t *cps = read_line(doc, index, &at);
	enum line_kind kind = cps ? line_kind(cps, at.n_cp) : KIND_NONE;
	free(cps);
	return kind;
}

static size_t columns(const char32_t *cps, size_t n_cp)
{
	size_t n = 0;
	for (size_t i = 0; i < n_cp; i++) {
		int width = cps[i] < 0x300 ? 1 : wcwidth((wchar_t)cps[i]);
		n += width > 0 ? (size_t)width : 0;
	}
	return n;
}

/* What a sample of lines tells. The last of several lines is as short as it happens to be. */
struct sample {
	size_t n_lines, n_wrapped, n_long;
	size_t n_run; /* lines since the last blank one */
	size_t n_cols; /* of the last line */
	bool ended; /* the last line ends a passage */
};

static void count_line(struct sample *s)
{
	s->n_lines++;
	s->n_wrapped += s->n_cols >= MIN_COLS && s->n_cols <= MAX_COLS && !s->ended;
	s->n_long += s->n_cols > MAX_COLS;
}

/* Takes a paragraph, NULL being a long one, and counts the one before if it can tell something. */
static void take_line(struct sample *s, const char32_t *cps, size_t n_cp)
{
	bool line = !cps || skip_spaces(cps, n_cp, 0) < n_cp;
	if (s->n_run > 0 && (line || s->n_run == 1 || s->n_cols > MAX_COLS))
		count_line(s);
	s->n_run = line ? s->n_run + 1 : 0;
	s->n_cols = cps ? columns(cps, n_cp) : SIZE_MAX;
	s->ended = cps && passage_terminal(cps, n_cp) != 0;
}

/*
 * Whether most lines are filled and do not end where a passage does, and few are longer. Two are
 * the least that can tell: one may be a headline.
 */
static bool is_hard_wrapped(struct document *doc)
{
	enum { FEW = 4 };
	struct sample s = {.n_lines = 0};
	struct document_paragraph at;
	for (size_t i = 0; i < SAMPLE_PARAGRAPHS && s.n_lines < SAMPLE; i++) {
		if ((s.n_lines - s.n_wrapped) * 2 > SAMPLE || !document_paragraph(doc, i, &at))
			break;
		char32_t *cps = read_line(doc, i, &at);
		take_line(&s, cps, at.n_cp);
		free(cps);
	}
	take_line(&s, U"", 0);
	return s.n_wrapped >= 2 && s.n_wrapped * 2 > s.n_lines && s.n_long * FEW <= s.n_lines;
}

/* The sample is looked at only where two lines stand that could belong together. */
static bool in_hard_wrapped(struct block_reader *reader)
{
	if (reader->wrapped == WRAPPED_UNKNOWN)
		reader->wrapped = is_hard_wrapped(reader->doc) ? WRAPPED_YES : WRAPPED_NO;
	return reader->wrapped == WRAPPED_YES;
}

/* Whether paragraph `index` goes on with what the one before it says. */
static bool joins(struct block_reader *reader, size_t index)
{
	struct document_paragraph at;
	if (!document_paragraph(reader->doc, index, &at))
		return false;
	if (at.continues || index == 0 || reader->wrapped == WRAPPED_NO)
		return at.continues;
	if (kind_of(reader->doc, index) != KIND_TEXT)
		return false;
	enum line_kind before = kind_of(reader->doc, index - 1);
	return (before == KIND_TEXT || before == KIND_ITEM) && in_hard_wrapped(reader);
}

/* Whether a block begins with paragraph `index`, though it goes on with the one before. */
static bool begins_block(struct block_reader *reader, size_t index)
{
	struct document_paragraph at;
	return index % BLOCK_LINES == 0 ||
	       (document_paragraph(reader->doc, index, &at) && at.continues);
}

static size_t start_of(struct block_reader *reader, size_t index)
{
	struct document_paragraph at;
	return document_paragraph(reader->doc, index, &at) ? at.start_cp : 0;
}

static size_t end_of(struct block_reader *reader, size_t index)
{
	struct document_paragraph at;
	return document_paragraph(reader->doc, index, &at) ? at.start_cp + at.n_cp : 0;
}

/* The code points of paragraphs [from,to], with spaces between lines; false on a failure. */
static bool read_text(struct block_reader *reader, size_t from, size_t to,
		      struct block *block)
{
	block->start_cp = start_of(reader, from);
	block->n_cp = end_of(reader, to) - block->start_cp;
	block->cps = xrealloc(NULL, block->n_cp + 1, sizeof *block->cps);
	for (size_t i = from; i <= to; i++) {
		struct document_paragraph at;
		char32_t *cps = document_paragraph(reader->doc, i, &at)
					? document_decode(reader->doc, &at, NULL)
					: NULL;
		if (!cps) {
			block_release(block);
			return false;
		}
		size_t offset = at.start_cp - block->start_cp;
		if (offset > 0 && !at.continues)
			block->cps[offset - 1] = ' ';
		memcpy(block->cps + offset, cps, at.n_cp * sizeof *cps);
		free(cps);
	}
	return true;
}

/* Cuts off what is further away from the block's own part than it matters. */
static void trim_context(struct block *block)
{
	size_t before = block->own_start > PASSAGE_CONTEXT_CP
				? block->own_start - PASSAGE_CONTEXT_CP
				: 0;
	memmove(block->cps, block->cps + before, (block->n_cp - before) * sizeof *block->cps);
	block->start_cp += before;
	block->own_start -= before;
	block->own_end -= before;
	block->n_cp -= before;
	if (block->n_cp - block->own_end > PASSAGE_CONTEXT_CP)
		block->n_cp = block->own_end + PASSAGE_CONTEXT_CP;
}

bool block_load(struct block_reader *reader, size_t index, struct block *out)
{
	struct document_paragraph at;
	if (!document_paragraph(reader->doc, index, &at))
		return false;
	size_t first = index, last = index;
	while (!begins_block(reader, first) && joins(reader, first))
		first--;
	while (!begins_block(reader, last + 1) && joins(reader, last + 1))
		last++;
	size_t from = first, to = last, own_start = start_of(reader, first),
	       own_end = end_of(reader, last);
	*out = (struct block){.first = first, .last = last};
	out->begun = joins(reader, first);
	out->goes_on = joins(reader, last + 1);
	while (own_start - start_of(reader, from) < PASSAGE_CONTEXT_CP && joins(reader, from))
		from--;
	while (end_of(reader, to) - own_end < PASSAGE_CONTEXT_CP && joins(reader, to + 1))
		to++;
	if (!read_text(reader, from, to, out))
		return false;
	out->own_start = own_start - out->start_cp;
	out->own_end = own_end - out->start_cp;
	trim_context(out);
	return true;
}

void block_release(struct block *block)
{
	free(block->cps);
	*block = (struct block){.cps = NULL};
}
