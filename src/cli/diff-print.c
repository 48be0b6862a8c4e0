/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs, for people: brackets tell it, which need neither colour nor terminal. */
#include <stdlib.h>
#include <string.h>

#include "app/difference-words.h"
#include "app/i18n.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "cli/diff.h"
#include "cli/paint.h"

/* A difference being printed. */
struct sheet {
	const struct diff *diff;
	const struct difference_segment *segments;
	struct out *out;
	struct paint paint;
	size_t width;
	enum status status;
	struct fault *f;
};

static struct cp_range meet(struct cp_range a, struct cp_range b)
{
	struct cp_range both = {a.start_cp > b.start_cp ? a.start_cp : b.start_cp,
				a.end_cp < b.end_cp ? a.end_cp : b.end_cp};
	if (both.end_cp < both.start_cp)
		both.end_cp = both.start_cp;
	return both;
}

static bool is_empty(struct cp_range range)
{
	return range.start_cp == range.end_cp;
}

/* The line end behind a paragraph is not to be seen, but one that is a change by itself is. */
static void append_text(struct sheet *sheet, struct str *out, enum difference_side side,
			struct cp_range range, bool changed)
{
	struct str text = STR_EMPTY;
	if (sheet->status == STATUS_OK)
		sheet->status = document_extract(sheet->diff->article[side].doc, range, &text,
						 sheet->f);
	size_t n_blank = strspn(str_cstr(&text), " \n");
	for (size_t i = 0; i < text.len; i++)
		if (text.p[i] != '\n')
			str_append_char(out, text.p[i]);
		else if (changed && (i + 1 < text.len || n_blank == text.len))
			str_append_str(out, "\u21B5");
		else
			str_append_str(out, i + 1 < text.len ? " " : "");
	str_release(&text);
}

/* The brackets around what is in the older text, or in the newer one. */
static const char *bracket(enum difference_kind kind, enum difference_side side, bool opens)
{
	static const char *const brackets[][2] = {{"[-", "-]"}, {"{+", "+}"}, {"[~", "~]"}};
	return brackets[kind == DIFFERENCE_MOVED ? 2 : side][!opens];
}

/* The part of a segment that a row has on one side. */
static void append_part(struct sheet *sheet, struct str *out, enum difference_side side,
			const struct difference_segment *segment, const struct difference_row *row)
{
	struct cp_range part = meet(segment->range[side], row->range[side]);
	bool same = segment->kind == DIFFERENCE_SAME;
	if (is_empty(part))
		return;
	if (!same)
		str_append_str(out, bracket(segment->kind, side, true));
	append_text(sheet, out, side, part, !same);
	if (!same)
		str_append_str(out, bracket(segment->kind, side, false));
}

/* One side of a row. */
static char *side_text(struct sheet *sheet, enum difference_side side,
		       const struct difference_row *row)
{
	struct str out = STR_EMPTY;
	for (size_t i = row->first_segment; i < row->end_segment; i++)
		append_part(sheet, &out, side, &sheet->segments[i], row);
	return str_take(&out);
}

/* Both sides of a row in one line. */
static char *merged_text(struct sheet *sheet, const struct difference_row *row)
{
	struct str out = STR_EMPTY;
	for (size_t i = row->first_segment; i < row->end_segment; i++) {
		const struct difference_segment *segment = &sheet->segments[i];
		if (segment->kind != DIFFERENCE_SAME)
			append_part(sheet, &out, SIDE_OLD, segment, row);
		append_part(sheet, &out, SIDE_NEW, segment, row);
	}
	return str_take(&out);
}

/* The number of the paragraph in which a range begins, the caller's; "-" without one. */
static char *number_of(const struct sheet *sheet, enum difference_side side, struct cp_range range)
{
	struct document *doc = sheet->diff->article[side].doc;
	struct document_paragraph at;
	if (is_empty(range) ||
	    !document_paragraph(doc, document_paragraph_at(doc, range.start_cp), &at))
		return xstrdup("-");
	return xasprintf("%zu", at.number + 1);
}

/* "changed: inserted" of a paragraph that stands on both sides; "inserted" is one that came. */
static void append_changed(const struct difference_segment *kinds, const struct difference_row *row,
			   struct str *out)
{
	const struct difference_segment changed = {.kind = DIFFERENCE_CHANGED};
	bool partly = kinds[DIFFERENCE_INSERTED].kind != DIFFERENCE_SAME ||
		      kinds[DIFFERENCE_DELETED].kind != DIFFERENCE_SAME;
	if (!partly || kinds[DIFFERENCE_CHANGED].kind != DIFFERENCE_SAME ||
	    is_empty(row->range[SIDE_OLD]) || is_empty(row->range[SIDE_NEW]))
		return;
	difference_words(&changed, out);
	str_append_str(out, ": ");
}

/* Each kind of change that a row has, once. */
static char *kinds_of(const struct sheet *sheet, const struct difference_row *row)
{
	struct difference_segment kinds[DIFFERENCE_KINDS] = {{.kind = DIFFERENCE_SAME}};
	struct str out = STR_EMPTY;
	for (size_t i = row->first_segment; i < row->end_segment; i++) {
		const struct difference_segment *segment = &sheet->segments[i];
		if (is_empty(meet(segment->range[SIDE_OLD], row->range[SIDE_OLD])) &&
		    is_empty(meet(segment->range[SIDE_NEW], row->range[SIDE_NEW])))
			continue;
		kinds[segment->kind].kind = segment->kind;
		kinds[segment->kind].spelling |= segment->spelling;
		kinds[segment->kind].edited |= segment->edited;
	}
	bool any = false;
	append_changed(kinds, row, &out);
	for (enum difference_kind kind = DIFFERENCE_SAME + 1; kind < DIFFERENCE_KINDS; kind++) {
		if (kinds[kind].kind == DIFFERENCE_SAME)
			continue;
		str_append_str(&out, any ? _(", ") : "");
		any = true;
		difference_words(&kinds[kind], &out);
	}
	return str_take(&out);
}

static void print_head(struct sheet *sheet, const struct difference_row *row)
{
	char *old = number_of(sheet, SIDE_OLD, row->range[SIDE_OLD]);
	char *new = number_of(sheet, SIDE_NEW, row->range[SIDE_NEW]);
	char *kinds = kinds_of(sheet, row);
	out_line(sheet->out, "%s", "");
	out_line(sheet->out, "%s \u2192 %s  %s", old, new, kinds);
	free(kinds);
	free(new);
	free(old);
}

static struct show_pane open_pane(const struct sheet *sheet, enum difference_side side, char *text)
{
	const struct article *article = &sheet->diff->article[side].article;
	struct show_pane pane = {.order = sheet->out->order, .article = {.dir = article->dir}};
	xstrset(&pane.article.lang, article->lang ? article->lang : "");
	pane.doc = document_new(text_source_memory(text, strlen(text)));
	return pane;
}

/* Beside each other where there is room, and where the order is ours; else below each other. */
static void print_beside(struct sheet *sheet, const struct difference_row *row)
{
	size_t n = sheet->out->order == ORDER_LOGICAL ? 1 : panes_per_row(sheet->width, 2);
	struct show_pane panes[] = {open_pane(sheet, SIDE_OLD, side_text(sheet, SIDE_OLD, row)),
				    open_pane(sheet, SIDE_NEW, side_text(sheet, SIDE_NEW, row))};
	if (n == 2 && sheet->status == STATUS_OK)
		sheet->status = paint_rows(&sheet->paint, sheet->out, panes, n,
					   panes_columns(sheet->width, n), sheet->f);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		if (n == 1 && sheet->status == STATUS_OK && !is_empty(row->range[side]))
			sheet->status = paint_body(&sheet->paint, sheet->out, &panes[side],
						   sheet->width, sheet->f);
		show_pane_release(&panes[side]);
	}
}

static void print_row(struct sheet *sheet, const struct difference_row *row)
{
	print_head(sheet, row);
	if (sheet->width > 0) {
		print_beside(sheet, row);
		return;
	}
	char *text = merged_text(sheet, row);
	out_line(sheet->out, "%s", text);
	free(text);
}

static void print_unchanged(struct sheet *sheet, size_t n)
{
	char *words = words_format(
		ngettext("%zu paragraph unchanged", "%zu paragraphs unchanged", n), n);
	out_line(sheet->out, "%s", "");
	out_line(sheet->out, "(%s)", words);
	free(words);
}

static bool is_blank(const struct difference_row *row)
{
	return row->range[SIDE_OLD].end_cp - row->range[SIDE_OLD].start_cp < 2 &&
	       row->range[SIDE_NEW].end_cp - row->range[SIDE_NEW].start_cp < 2;
}

/* A blank line that came or went with a paragraph is not told of by itself. */
static bool is_told(const struct sheet *sheet, const struct difference_row *row)
{
	enum difference_kind kind = sheet->segments[row->first_segment].kind;
	bool comes_along = kind == DIFFERENCE_INSERTED || kind == DIFFERENCE_DELETED ||
			   kind == DIFFERENCE_MOVED;
	return !row->same && !(is_blank(row) && comes_along);
}

static void print_rows(struct sheet *sheet)
{
	size_t n, n_same = 0;
	const struct difference_row *rows = difference_rows(sheet->diff->difference, &n);
	for (size_t i = 0; i < n && sheet->status == STATUS_OK; i++) {
		n_same += rows[i].same && !rows[i].continues && !is_blank(&rows[i]);
		if (!is_told(sheet, &rows[i]))
			continue;
		if (n_same > 0)
			print_unchanged(sheet, n_same);
		n_same = 0;
		print_row(sheet, &rows[i]);
	}
	if (n_same > 0)
		print_unchanged(sheet, n_same);
}

static void print_titles(struct sheet *sheet)
{
	static const char *const signs[] = {"---", "+++"};
	struct str summary = STR_EMPTY;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		const struct compared_article *article = &sheet->diff->article[side];
		out_line(sheet->out, "%s %s  %s", signs[side], article->operand,
			 article->article.title ? article->article.title : "");
	}
	difference_summary(sheet->diff->difference, &summary);
	out_line(sheet->out, "%s", str_cstr(&summary));
	str_release(&summary);
}

enum status diff_print(struct diff *diff, struct out *out, size_t width, struct fault *f)
{
	struct sheet sheet = {
		.diff = diff, .out = out, .width = width, .status = STATUS_OK, .f = f};
	size_t n;
	sheet.segments = difference_segments(diff->difference, &n);
	if (difference_count(diff->difference).n_changes == 0)
		return STATUS_OK;
	paint_init(&sheet.paint, out);
	print_titles(&sheet);
	print_rows(&sheet);
	paint_release(&sheet.paint);
	return sheet.status;
}
