/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From shaped code points to cells: one cell a cluster, except where a cluster has several spacing
 * glyphs.
 */
#include <unigbrk.h>
#include <wchar.h>

#include "text/paragraph-internal.h"
#include "text/safe.h"
#include "text/shape.h"
#include "text/traits.h"

enum {
	DOTTED_CIRCLE = 0x25CC,
	REPLACEMENT = 0xFFFD,
	LINE_SEPARATOR = 0x2028,
	RETURN_SIGN = 0x21B5,
};

static enum glyph_kind glyph_kind(char32_t cp, bool reveal)
{
	uint16_t traits = cp < TRAITS_DIRECT ? traits_direct[cp] : 0;
	if (traits & TRAITS_PLAIN)
		return GLYPH_SPACING;
	if (traits & TRAITS_MARK)
		return GLYPH_MARK;
	if (safe_is_hidden(cp))
		return reveal ? GLYPH_SPACING : GLYPH_HIDDEN;
	return wcwidth((wchar_t)cp) == 0 && cp != 0 ? GLYPH_MARK : GLYPH_SPACING;
}

void cells_classify(const char32_t *cps, size_t n_cp, bool reveal, uint8_t *glyph_kinds)
{
	for (size_t i = 0; i < n_cp; i++)
		glyph_kinds[i] = (uint8_t)glyph_kind(cps[i], reveal);
}

/* What is shown as it is in one column. The joined forms are as narrow as their letters. */
static bool is_plain_glyph(char32_t glyph)
{
	if (glyph < TRAITS_DIRECT)
		return traits_direct[glyph] & TRAITS_PLAIN;
	return (glyph >= 0xFE80 && glyph <= 0xFEFC) || (glyph >= 0xFB50 && glyph <= 0xFBB1);
}

/* Terminals disagree about its width after an emoji; alone it is an emoji itself. */
static bool is_skin_tone(char32_t cp)
{
	return cp >= 0x1F3FB && cp <= 0x1F3FF;
}

/*
 * Nobody writes a cluster of more cells; a text made to hide something does. It is cut into
 * clusters of this many, so that each fits into a pane.
 */
enum { CLUSTER_CELLS = 8 };

struct builder {
	struct paragraph *para;
	const struct cell_source *source;
	size_t start; /* the cluster's first code point */
	size_t first; /* the cluster's first cell */
};

/* What stands for code point `i` at the head of a cell, and that cell's flags. */
static char32_t head_glyph(const struct builder *b, size_t i, uint8_t *flags)
{
	char32_t cp = b->source->cps[i], shaped = b->source->glyphs[i];
	*flags = 0;
	if (cp == '\t') {
		*flags = CELL_SPACE | CELL_TAB;
		return ' ';
	}
	if (cp == LINE_SEPARATOR && !b->source->reveal) {
		*flags = CELL_SPACE;
		return ' ';
	}
	char32_t glyph = cp == LINE_SEPARATOR ? RETURN_SIGN
			 : safe_is_hidden(cp) ? safe_revealed(cp)
					      : safe_glyph(shaped);
	if (glyph != shaped)
		*flags = CELL_VISIBLE;
	else if (b->para->kinds[i] == BIDI_SPACE)
		*flags = CELL_SPACE;
	return glyph;
}

static struct cell *last_cell(const struct builder *b)
{
	return b->para->n_cells > 0 ? &b->para->cells[b->para->n_cells - 1] : NULL;
}

static void add_cell(struct builder *b, size_t i, char32_t glyph, uint8_t flags)
{
	bool inside = b->para->n_cells > b->first;
	struct cell *cell = &b->para->cells[b->para->n_cells++];
	*cell = (struct cell){
		.start_cp = (uint32_t)b->start,
		.glyph = {glyph},
		.n_glyphs = 1,
		.width = (uint8_t)(glyph == GLYPH_LIGATED || is_plain_glyph(glyph)
					   ? 1
					   : wcwidth((wchar_t)glyph)),
		.level = b->para->levels[i],
		.flags = (uint8_t)(flags | (inside ? CELL_INSIDE : 0)),
	};
	if (inside)
		cell->start_cp = cell[-1].start_cp;
}

static void begin_cluster(struct builder *b, size_t start)
{
	b->start = start;
	b->first = b->para->n_cells;
}

static void end_cluster(struct builder *b, size_t end)
{
	for (size_t c = b->first; c < b->para->n_cells; c++)
		b->para->cells[c].end_cp = (uint32_t)end;
}

/* True where the last cell is a lam that waits for its alef. */
static bool lam_waits(const struct builder *b)
{
	return last_cell(b) && last_cell(b)->glyph[0] == GLYPH_LIGATED;
}

/* The cluster joins the one that lam began: what stands here up to the alef, and the alef's. */
static void join_lam(struct builder *b)
{
	b->first = b->para->n_cells - 1;
	while (b->para->cells[b->first].flags & CELL_INSIDE)
		b->first--;
}

static void add_spacing(struct builder *b, size_t i)
{
	uint8_t flags;
	bool begun = b->para->n_cells > b->first;
	if (begun && is_skin_tone(b->source->cps[i]))
		return;
	if (lam_waits(b)) {
		last_cell(b)->glyph[0] = b->source->glyphs[i];
		join_lam(b);
		return;
	}
	if (b->para->n_cells - b->first == CLUSTER_CELLS) {
		end_cluster(b, i);
		begin_cluster(b, i);
	}
	if (b->source->glyphs[i] == GLYPH_LIGATED && b->source->cps[i] != 0) {
		add_cell(b, i, GLYPH_LIGATED, 0);
		return;
	}
	char32_t glyph = head_glyph(b, i, &flags);
	add_cell(b, i, glyph, flags);
}

/* At most four marks, in text order; a mark with nothing to sit on gets a dotted circle. */
static void add_mark(struct builder *b, size_t i)
{
	if (b->para->n_cells == b->first && lam_waits(b))
		join_lam(b);
	else if (b->para->n_cells == b->first)
		add_cell(b, i, DOTTED_CIRCLE, 0);
	struct cell *cell = last_cell(b);
	if (cell->n_glyphs < CELL_GLYPHS)
		cell->glyph[cell->n_glyphs++] = b->source->glyphs[i];
	cell->flags &= (uint8_t)~CELL_SPACE;
}

static void add_cluster(struct builder *b, size_t start, size_t end)
{
	begin_cluster(b, start);
	for (size_t i = start; i < end; i++) {
		if (b->source->glyph_kinds[i] == GLYPH_SPACING)
			add_spacing(b, i);
		else if (b->source->glyph_kinds[i] == GLYPH_MARK)
			add_mark(b, i);
	}
	end_cluster(b, end);
}

/*
 * A prepended sign (U+06DD, the end of a verse) is one cluster with whatever follows it. They stay
 * together only where left to right is their order anyway; and a space has to hang alone.
 */
static bool parts_from_sign(const struct paragraph *para, const struct cell_source *source,
			    size_t i)
{
	bool ordered = para->levels[i] == para->levels[i - 1] && !(para->levels[i] & 1);
	bool kept = ordered && para->kinds[i] != BIDI_SPACE;
	return !kept && source->glyph_kinds[i] == GLYPH_SPACING &&
	       uc_graphemeclusterbreak_property(source->cps[i - 1]) == GBP_PREPEND;
}

/*
 * A cluster of one plain letter, digit, space: nearly all of them. False where it is none, or the
 * alef of a lam that waits.
 */
static bool add_plain(struct builder *b, size_t i)
{
	char32_t cp = b->source->cps[i], glyph = b->source->glyphs[i];
	if (cp >= TRAITS_DIRECT || !(traits_direct[cp] & TRAITS_PLAIN) ||
	    glyph == GLYPH_LIGATED || !is_plain_glyph(glyph) || lam_waits(b))
		return false;
	b->para->cells[b->para->n_cells++] = (struct cell){
		.start_cp = (uint32_t)i,
		.end_cp = (uint32_t)i + 1,
		.glyph = {glyph},
		.n_glyphs = 1,
		.width = 1,
		.level = b->para->levels[i],
		.flags = b->para->kinds[i] == BIDI_SPACE ? CELL_SPACE : 0,
	};
	return true;
}

void cells_build(struct paragraph *para, const struct cell_source *source)
{
	struct builder b = {.para = para, .source = source};
	for (size_t start = 0, end; start < para->n_cp; start = end) {
		end = start + 1;
		while (end < para->n_cp && !source->cluster_starts[end] &&
		       !parts_from_sign(para, source, end))
			end++;
		if (end > start + 1 || !add_plain(&b, start))
			add_cluster(&b, start, end);
	}
}
