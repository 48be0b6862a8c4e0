/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane-draw.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/compare-words.h"
#include "app/gutter.h"
#include "app/i18n.h"
#include "app/overview.h"
#include "app/strip.h"
#include "base/str.h"
#include "base/xalloc.h"

enum {
	WIDE_HEADER = 56,     /* columns from which the header has words and not only figures */
	DIRECTION_SAMPLE = 8,  /* paragraphs that tell which way an article is read, */
	DIRECTION_CP = 1 << 14, /* or the first of them that have so many code points */
	N_FACTS = 6,          /* that a header tells */
};

/* The columns beside the text, by where they are on the screen. */
struct margin {
	size_t n_cols;   /* of the strip, and of the gutter before it; 0: there is no room */
	size_t gutter;   /* the column of that; SIZE_MAX: none */
	size_t overview;
	struct strip_place strip;
};

/* What lies over one row of text. */
struct cover {
	const struct shown_mark *marks[STRIP_DEPTH]; /* the last to begin first */
	size_t n_marks;
	bool more; /* and others */
	const struct shown_mark *picked; /* the one that was gone to; NULL */
	struct cp_range selection; /* empty: none */
	bool hits;
	bool linked; /* with words of another article */
	bool draft; /* of a note, on what begins on the row */
};

/*
 * Whether most of the article's beginning is read from right to left: the strip is then on the
 * right. A terminal that orders the text itself would take a number that follows Arabic for a part
 * of it (UAX #9 W2): there nothing of ours stands behind the text.
 */
static bool reads_rtl(struct pane *pane)
{
	size_t rtl = 0, ltr = 0;
	if (pane->layouts.options.order == ORDER_LOGICAL)
		return false;
	if (pane->layouts.options.dir != DIR_AUTO)
		return pane->layouts.options.dir == DIR_RTL;
	for (size_t i = 0; i < DIRECTION_SAMPLE && rtl + ltr < DIRECTION_CP; i++) {
		const struct layout *layout = layout_get(&pane->layouts, i);
		if (!layout)
			break;
		*(paragraph_is_rtl(layout->para) ? &rtl : &ltr) += layout->at.n_cp;
	}
	return rtl > ltr;
}

/* Lays the text out in `area`, below the header and beside the strip. */
static void place_text(struct pane *pane, struct area area,
		       const struct paragraph_options *options, size_t n_margin)
{
	struct area text = area;
	if (text.n_rows > 1) {
		text.row++;
		text.n_rows--;
	}
	text.n_cols -= n_margin;
	if (pane_resize(pane, text, options) || !pane->side_known) {
		pane->strip_right = reads_rtl(pane);
		pane->side_known = true;
	}
	if (!pane->strip_right)
		pane->area.col += n_margin;
}

/* From the text outwards: a blank column, the gutter if there is one, the lanes, the overview. */
static struct margin place_margin(struct pane *pane, struct frame *frame, struct area area,
				  const struct paragraph_options *options,
				  const struct pane_look *look)
{
	size_t n_lanes = strip_lanes(area.n_cols), n = strip_columns(area.n_cols) + look->gutter;
	bool fits = area.n_cols > n + 2;
	place_text(pane, area, options, fits ? n : 0);
	bool right = pane->strip_right;
	size_t col = right ? pane->area.col + pane->area.n_cols : area.col;
	return (struct margin){
		.n_cols = fits ? n : 0,
		.gutter = !fits || !look->gutter ? SIZE_MAX : col + (right ? 1 : n_lanes + 1),
		.overview = right ? col + n - 1 : col,
		.strip = {.row = pane->area.row,
			  .col = !fits ? frame->n_cols : right ? col + look->gutter : col,
			  .n_lanes = n_lanes,
			  .right = right,
			  .text = look->text,
			  .zone = ZONE_STRIP + (int)look->index}};
}

/*
 * The colour is that of the highlight on top: the one that was gone to, else the innermost. Where
 * another lies below, letters are bold and underlined; where it has another tag, underlined.
 */
static struct style mark_style(const struct cover *cover, struct cp_range cell, struct style style)
{
	const struct shown_mark *top = NULL;
	size_t n = 0;
	for (size_t i = 0; i < cover->n_marks; i++) {
		const struct shown_mark *mark = cover->marks[i];
		if (!cp_ranges_overlap(mark->range, cell))
			continue;
		n++;
		if (!top || mark == cover->picked)
			top = mark;
	}
	if (!top)
		return style;
	struct style marked = top->look.style;
	if (n > 1)
		marked.attrs |= ATTR_BOLD | ATTR_UNDERLINE;
	else if (top->n_tags > 1)
		marked.attrs |= ATTR_UNDERLINE;
	return marked;
}

/*
 * A word that the linked passage has too is underlined; where all is, by a highlight without colour
 * or one over another, it is bold too, or else italic.
 */
static uint16_t linked_attrs(uint16_t attrs)
{
	if (!(attrs & ATTR_UNDERLINE))
		return attrs | ATTR_UNDERLINE;
	return attrs | (attrs & ATTR_BOLD ? ATTR_ITALIC : ATTR_BOLD);
}

static struct style found_style(const struct pane *pane, struct cp_range cell,
				const struct pane_look *look, struct style style)
{
	const struct cp_range *hit = finds_touching(&pane->finds, cell);
	if (!hit)
		return style;
	bool current = look->focus && pane->cursor_cp >= hit->start_cp &&
		       pane->cursor_cp < hit->end_cp;
	struct style found = current ? look->hit_current : look->hit;
	style.attrs |= found.attrs;
	if (found.bg >= 0) {
		style.fg = found.fg;
		style.bg = found.bg;
	}
	return style;
}

static struct style cell_style(const struct pane *pane, const struct cover *cover,
			       struct cp_range cell, const struct pane_look *look)
{
	struct style style = mark_style(cover, cell, look->text);
	if (cover->hits)
		style = found_style(pane, cell, look, style);
	if (cp_ranges_overlap(cover->selection, cell)) {
		struct style selected = look->selection;
		selected.attrs |= style.attrs & (ATTR_UNDERLINE | ATTR_BOLD);
		style = selected;
	}
	if (cover->linked && linked_has_word(&pane->linked, cell))
		style.attrs = linked_attrs(style.attrs);
	return style;
}

static void draw_strip(struct frame *frame, const struct strip_place *place,
		       const struct cover *cover, struct cp_range range)
{
	struct strip_row row = {.range = range,
				.marks = cover->marks,
				.n_marks = cover->n_marks,
				.more = cover->more,
				.draft = cover->draft};
	strip_draw_row(frame, place, &row);
}

static struct cover cover_of(const struct pane *pane, struct cp_range range,
			     struct cp_range selection)
{
	struct cover cover = {.selection = selection};
	size_t n = marks_touching(&pane->marks, range, cover.marks, STRIP_DEPTH);
	cover.n_marks = n < STRIP_DEPTH ? n : STRIP_DEPTH;
	cover.more = n > STRIP_DEPTH;
	cover.hits = finds_active(&pane->finds) && finds_touching(&pane->finds, range) != NULL;
	cover.linked = linked_has_word(&pane->linked, range);
	cover.picked = cover.n_marks > 1 ? pane_picked(pane) : NULL;
	cover.draft = drafts_begin_in(&pane->drafts, range);
	return cover;
}

static void put_cursor(struct pane *pane, struct frame *frame, size_t row, struct cp_range range,
		       bool last)
{
	bool here = pane->cursor_cp >= range.start_cp && (pane->cursor_cp < range.end_cp || last);
	if (!here)
		return;
	frame->cursor_row = row;
	frame->cursor_col = pane->area.col + pane_cursor_col(pane);
	frame->cursor_shown = true;
}

/* The code points of the row; empty where there is none. */
static struct cp_range draw_row(struct pane *pane, struct frame *frame, struct place place,
				struct cp_range selection, const struct margin *margin,
				const struct pane_look *look)
{
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	const struct strip_place *strip = &margin->strip;
	if (layout == NULL)
		return (struct cp_range){0, 0};
	size_t base = layout->at.start_cp;
	struct cp_range range = {base + layout->rows[place.row].start_cp,
				 base + layout->rows[place.row].end_cp};
	struct cover cover = cover_of(pane, range, selection);
	const struct placed_cell *cells;
	size_t n = place_cells(&pane->layouts, place, &cells);
	bool plain = cover.n_marks == 0 && !cover.hits && !cover.linked && !cp_ranges_overlap(selection, range);
	for (size_t i = 0; i < n; i++) {
		const struct cell *cell = cells[i].cell;
		struct cp_range at = {base + cell->start_cp, base + cell->end_cp};
		struct style style = plain ? look->text : cell_style(pane, &cover, at, look);
		frame_cell_put(frame, strip->row, pane->area.col + cells[i].col, cell, cells[i].width,
			       style, ZONE_PANE + (int)look->index, base);
	}
	if (margin->gutter != SIZE_MAX)
		gutter_draw_row(pane, frame, strip->row, margin->gutter, range, look->mono,
				strip->zone);
	draw_strip(frame, strip, &cover, range);
	if (look->focus)
		put_cursor(pane, frame, strip->row, range, place.row + 1 == layout->n_rows);
	return range;
}

/* Returns the code points that are on the screen. `margin` is that of the first row. */
static struct cp_range draw_rows(struct pane *pane, struct frame *frame, struct margin margin,
				 const struct pane_look *look)
{
	struct cp_range selection = {0, 0}, shown = {0, 0};
	if (!pane_selection(pane, &selection))
		selection = (struct cp_range){0, 0};
	struct place place = pane->top;
	for (size_t i = 0; i < pane->area.n_rows; i++) {
		struct cp_range row = draw_row(pane, frame, place, selection, &margin, look);
		if (i == 0)
			shown.start_cp = row.start_cp;
		shown.end_cp = row.end_cp;
		margin.strip.row++;
		if (place_step(&pane->layouts, &place, 1) == 0)
			break;
	}
	return shown;
}

/* What a header tells of its article, in the order in which it stands. */
struct facts {
	char *items[N_FACTS]; /* NULL: there is nothing to tell */
	const char *between;
};

/* Which goes first where there is no room for all. That characters are hidden, goes last. */
enum fact { FACT_HIDDEN, FACT_LINKED, FACT_MARKS, FACT_NOTE, FACT_DRAFT, FACT_PERCENT };
static const enum fact dropped_first[] = {FACT_DRAFT,	FACT_NOTE,   FACT_MARKS,
					  FACT_PERCENT, FACT_LINKED, FACT_HIDDEN};

static const char *short_band_words(enum band band)
{
	static const char *const words[] = {
		/* TRANSLATORS: in a narrow pane's header: its article has no such passage that
		 * was found; the next three are as short: it perhaps, it probably says the same,
		 * or it does
		 */
		[BAND_NONE] = N_("no match"),
		[BAND_WEAK] = N_("perhaps"),
		[BAND_LIKELY] = N_("probably"),
		[BAND_STRONG] = N_("same"),
	};
	return words[band];
}

/* Whether the pane's article says what the cursor is at, and where; NULL: nothing to tell. */
static char *linked_fact(const struct linked *linked, bool wide)
{
	const char *where = linked_arrow(linked);
	enum band band = linked->state == LINKED_NOT ? BAND_NONE : linked->link.band;
	if (linked->state == LINKED_LEFT_OUT)
		/* TRANSLATORS: in a pane's header: the article is too long to be compared */
		return xstrdup(_("not compared"));
	if (linked->state == LINKED_UNTOLD || linked->state == LINKED_FROM ||
	    (linked->state != LINKED_NOT && band == BAND_NONE))
		return NULL;
	return xasprintf("%s%s", _(wide ? band_words(band) : short_band_words(band)), where);
}

static void collect_facts(struct facts *facts, struct pane *pane, bool wide)
{
	*facts = (struct facts){.between = wide ? " · " : " "};
	if (pane->hidden > 0)
		/* TRANSLATORS: a badge in a pane's header: bidi controls and other characters that
		 * cannot be seen
		 */
		facts->items[FACT_HIDDEN] = xasprintf(
			wide ? _("hidden characters: %zu") : _("hidden: %zu"), pane->hidden);
	facts->items[FACT_LINKED] = linked_fact(&pane->linked, wide);
	if (pane->marks.n < pane->marks.n_all)
		/* TRANSLATORS: in a pane's header: how many highlights the filter shows, of how many */
		facts->items[FACT_MARKS] = xasprintf(wide ? _("highlights: %zu of %zu") : "%zu/%zu",
						     pane->marks.n, pane->marks.n_all);
	else if (pane->marks.n > 0 && wide)
		facts->items[FACT_MARKS] = xasprintf(
			ngettext("%zu highlight", "%zu highlights", pane->marks.n), pane->marks.n);
	if (pane->noted)
		/* TRANSLATORS: in a pane's header: the article has a note; an unfinished one */
		facts->items[FACT_NOTE] = xstrdup(_("note"));
	if (drafts_on_article(&pane->drafts))
		facts->items[FACT_DRAFT] = xstrdup(_("draft"));
	/* Beside how sure it is, it would be taken for how sure it is. */
	if (!facts->items[FACT_LINKED])
		facts->items[FACT_PERCENT] = xasprintf("%u%%", pane_percent(pane));
}

static char *join_facts(const struct facts *facts)
{
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < N_FACTS; i++)
		if (facts->items[i])
			str_appendf(&out, "%s%s", out.len ? facts->between : "", facts->items[i]);
	return str_take(&out);
}

/*
 * What stands at the end of the header, in at most `room` columns, `*n_cols` of them. The caller's.
 */
static char *header_facts(struct pane *pane, struct frame *frame, size_t room, bool wide,
			  size_t *n_cols)
{
	struct facts facts;
	collect_facts(&facts, pane, wide);
	char *joined = join_facts(&facts);
	for (size_t i = 0; i < N_FACTS && frame_columns(frame, joined) > room; i++) {
		free(facts.items[dropped_first[i]]);
		facts.items[dropped_first[i]] = NULL;
		free(joined);
		joined = join_facts(&facts);
	}
	for (size_t i = 0; i < N_FACTS; i++)
		free(facts.items[i]);
	*n_cols = frame_columns(frame, joined);
	return joined;
}

/* "▶2 ", and "▶2/3 " where the others cannot be seen beside it. */
static void format_number(const struct pane_look *look, char *out, size_t size)
{
	const char *sign = look->focus ? "▶" : " ";
	if (look->n_panes > 0)
		snprintf(out, size, "%s%zu/%zu ", sign, look->index + 1, look->n_panes);
	else
		snprintf(out, size, "%s%zu ", sign, look->index + 1);
}

/*
 * The header is a bar; the pane that has the focus is told by a sign too, so that no colour is
 * needed. The facts stand at its end, but before a title that the terminal orders (reads_rtl()).
 */
static void draw_header(struct pane *pane, struct frame *frame, struct area area,
			const struct pane_look *look)
{
	struct style style = theme_style(look->focus ? ROLE_TITLE_FOCUS : ROLE_TITLE, look->mono);
	int zone = ZONE_STRIP + (int)look->index;
	char number[64];
	size_t col = area.col, end = area.col + area.n_cols;
	format_number(look, number, sizeof number);
	frame_fill(frame, area.row, area.col, 1, area.n_cols, style, zone);
	col += frame_text(frame, area.row, col, area.n_cols, number, style, zone, ALIGN_LEFT);
	size_t room = end > col + 1 ? end - col - 1 : 0, n_facts;
	char *facts = header_facts(pane, frame, room, area.n_cols >= WIDE_HEADER, &n_facts);
	if (n_facts > 0 && frame->order == ORDER_LOGICAL) {
		frame_text(frame, area.row, col, n_facts, facts, style, zone, ALIGN_LEFT);
		col += n_facts + 2;
	} else if (n_facts > 0) {
		end -= n_facts + 1;
		frame_text(frame, area.row, end + 1, n_facts, facts, style, zone, ALIGN_LEFT);
	}
	if (col < end)
		frame_title(frame, area.row, col, end - col, pane->article.title, pane->article.dir,
			    style, zone, ALIGN_START);
	free(facts);
}

void pane_draw(struct pane *pane, struct frame *frame, struct area area,
	       const struct paragraph_options *options, const struct pane_look *look)
{
	struct margin margin = place_margin(pane, frame, area, options, look);
	pane->whole = area;
	marks_set_lanes(&pane->marks, pane->area.n_cols, margin.strip.n_lanes);
	if (area.n_rows > 1)
		draw_header(pane, frame, area, look);
	pane->shown = draw_rows(pane, frame, margin, look);
	if (margin.n_cols > 0)
		overview_draw(pane, frame, margin.overview, pane->shown, look->text,
			      ZONE_OVERVIEW + (int)look->index);
}
