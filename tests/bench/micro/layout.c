/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * layout.c - what layout costs, stage by stage, beside fribidi alone, in the same run.
 *
 *   layout FILE [ROUNDS [LEAST]]
 *
 * Prints MB of source a second; medians over rounds, in each of which the stages, the whole (bytes to
 * placed cells, as the program does it) and fribidi (types, brackets, levels, joining, shaping, a
 * reordering every 80 characters, of text that is decoded already) take turns. Ends with 1 where the
 * whole is not at least LEAST times as fast as fribidi.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/document.h"
#include "text/paragraph-internal.h"
#include "text/segment.h"
#include "text/shape.h"

enum { COLUMNS = 80, MAX_ROUNDS = 99, MAX_CELLS = 1 << 17 };

enum stage {
	DECODE, GRAPHEMES, LINE_BREAKS, LEVELS, SHAPE, CELLS, WRAP, PLACE, /* of the whole */
	WHOLE, ALONE,
	N_STAGES,
};

static const char *const stage_names[N_STAGES] = {
	"decode", "clusters", "line breaks", "levels", "join and shape", "cells", "wrap", "place",
	"the whole", "fribidi alone",
};

static const struct paragraph_options options = {.fallback = DIR_RTL};

struct bench {
	const char *bytes;
	size_t n_bytes;
	const char32_t *cps; /* the file decoded, for fribidi */
	size_t n_cp;
	double seconds[N_STAGES][MAX_ROUNDS];
	struct placed_cell *placed; /* room for any row */
};

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Counts what has passed since `*since` to `*total`. */
static void lap(double *total, double *since)
{
	double t = now();
	*total += t - *since;
	*since = t;
}

static void place_rows(const struct bench *bench, const struct paragraph *para,
		       const struct row *rows, size_t n_rows)
{
	for (size_t r = 0; r < n_rows; r++)
		row_place(para, &rows[r], COLUMNS, bench->placed);
}

/* The arrays between the stages of one paragraph. */
struct tables {
	FriBidiCharType *types;
	char32_t *glyphs;
	uint8_t *glyph_kinds;
	bool *cluster_starts;
};

static struct tables tables_new(size_t n)
{
	return (struct tables){
		.types = xcalloc(n, sizeof(FriBidiCharType)),
		.glyphs = xcalloc(n, sizeof(char32_t)),
		.glyph_kinds = xcalloc(n, 1),
		.cluster_starts = xcalloc(n, sizeof(bool)),
	};
}

static void tables_free(struct tables *tables)
{
	free(tables->types);
	free(tables->glyphs);
	free(tables->glyph_kinds);
	free(tables->cluster_starts);
}

/* Each stage of one paragraph by itself, over what the stages before it made. */
static void run_stages(const struct bench *bench, const char *bytes, size_t n_bytes,
		       double seconds[N_STAGES])
{
	size_t n, n_rows;
	double since = now();
	char32_t *cps = utf8_decode(bytes, n_bytes, &n);
	lap(&seconds[DECODE], &since);
	struct paragraph *para = paragraph_new(cps, n, &options);
	struct tables t = tables_new(n);
	since = now();
	segment_graphemes(cps, n, t.cluster_starts);
	lap(&seconds[GRAPHEMES], &since);
	linebreak_find(cps, n, para->breaks);
	lap(&seconds[LINE_BREAKS], &since);
	bidi_types(cps, n, t.types);
	bidi_levels(cps, t.types, n, para->base, para->levels);
	lap(&seconds[LEVELS], &since);
	cells_classify(cps, n, false, t.glyph_kinds);
	shape_glyphs(cps, t.glyph_kinds, t.types, para->levels, n, t.glyphs);
	lap(&seconds[SHAPE], &since);
	para->n_cells = 0;
	cells_build(para, &(struct cell_source){cps, t.glyphs, t.glyph_kinds, t.cluster_starts,
						false});
	lap(&seconds[CELLS], &since);
	struct row *rows = paragraph_wrap(para, COLUMNS, &n_rows);
	lap(&seconds[WRAP], &since);
	place_rows(bench, para, rows, n_rows);
	lap(&seconds[PLACE], &since);
	free(rows);
	tables_free(&t);
	paragraph_free(para);
	free(cps);
}

static struct document *open_document(const struct bench *bench)
{
	char *copy = xmemdup(bench->bytes, bench->n_bytes);
	return document_new(text_source_memory(copy, bench->n_bytes));
}

static void time_stages(struct bench *bench, size_t round)
{
	double seconds[N_STAGES] = {0};
	struct document *doc = open_document(bench);
	struct document_paragraph at;
	for (size_t i = 0; document_paragraph(doc, i, &at); i++)
		run_stages(bench, bench->bytes + at.byte_off, at.n_bytes, seconds);
	document_free(doc);
	for (size_t s = 0; s < WHOLE; s++)
		bench->seconds[s][round] = seconds[s];
}

static void time_whole(struct bench *bench, size_t round)
{
	struct document *doc = open_document(bench);
	struct document_paragraph at;
	double since = now();
	for (size_t i = 0; document_paragraph(doc, i, &at); i++) {
		size_t n_rows;
		struct paragraph *para = document_lay_out(doc, &at, &options, NULL);
		struct row *rows = paragraph_wrap(para, COLUMNS, &n_rows);
		place_rows(bench, para, rows, n_rows);
		free(rows);
		paragraph_free(para);
	}
	lap(&bench->seconds[WHOLE][round], &since);
	document_free(doc);
}

/* Room for fribidi to work in. */
struct fribidi_room {
	FriBidiChar *shaped;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels;
	FriBidiArabicProp *joining;
};

static void fribidi_paragraph(const struct fribidi_room *room, const char32_t *cps,
			      FriBidiStrIndex n)
{
	FriBidiParType dir = FRIBIDI_PAR_ON;
	fribidi_get_bidi_types(cps, n, room->types);
	fribidi_get_bracket_types(cps, n, room->types, room->brackets);
	if (!fribidi_get_par_embedding_levels_ex(room->types, room->brackets, n, &dir,
						 room->levels))
		abort();
	fribidi_get_joining_types(cps, n, room->joining);
	fribidi_join_arabic(room->types, n, room->levels, room->joining);
	memcpy(room->shaped, cps, (size_t)n * sizeof *cps);
	fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, room->levels, n, room->joining,
		      room->shaped);
	for (FriBidiStrIndex at = 0; at < n; at += COLUMNS)
		if (!fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, room->types,
					  n - at < COLUMNS ? n - at : COLUMNS, at, dir,
					  room->levels, room->shaped, NULL))
			abort();
}

static void time_fribidi(struct bench *bench, size_t round)
{
	size_t n = bench->n_cp;
	struct fribidi_room room = {
		.shaped = xcalloc(n, sizeof(FriBidiChar)),
		.types = xcalloc(n, sizeof(FriBidiCharType)),
		.brackets = xcalloc(n, sizeof(FriBidiBracketType)),
		.levels = xcalloc(n, sizeof(FriBidiLevel)),
		.joining = xcalloc(n, sizeof(FriBidiArabicProp)),
	};
	double since = now();
	for (size_t start = 0, end; start < n; start = end + 1) {
		end = start;
		while (end < n && bench->cps[end] != '\n')
			end++;
		fribidi_paragraph(&room, bench->cps + start, (FriBidiStrIndex)(end - start));
	}
	lap(&bench->seconds[ALONE][round], &since);
	free(room.shaped);
	free(room.types);
	free(room.brackets);
	free(room.levels);
	free(room.joining);
}

static int compare(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double median(const double *values, size_t n)
{
	double sorted[MAX_ROUNDS];
	memcpy(sorted, values, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, compare);
	return n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/* Prints the table; the median of the rounds' ratios, whole to fribidi. */
static double report(struct bench *bench, size_t rounds)
{
	double ratios[MAX_ROUNDS];
	double whole = median(bench->seconds[WHOLE], rounds);
	printf("layout of %.1f MB, %d columns, medians of %zu rounds\n",
	       (double)bench->n_bytes / 1e6, COLUMNS, rounds);
	for (size_t s = 0; s < N_STAGES; s++) {
		double seconds = median(bench->seconds[s], rounds);
		printf("  %-16s %8.1f MB/s", stage_names[s],
		       (double)bench->n_bytes / 1e6 / seconds);
		printf(s < WHOLE ? " %5.1f %% of the whole\n" : "\n", 100 * seconds / whole);
	}
	for (size_t r = 0; r < rounds; r++)
		ratios[r] = bench->seconds[ALONE][r] / bench->seconds[WHOLE][r];
	return median(ratios, rounds);
}

int main(int argc, char **argv)
{
	struct str text = STR_EMPTY;
	size_t rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : 5;
	double least = argc > 3 ? strtod(argv[3], NULL) : 0;
	setlocale(LC_ALL, "C.UTF-8");
	if (argc < 2 || rounds < 1 || rounds > MAX_ROUNDS ||
	    file_read(argv[1], SIZE_MAX, &text, NULL) != STATUS_OK)
		return 2;
	struct bench bench = {.bytes = str_cstr(&text), .n_bytes = text.len};
	char32_t *cps = utf8_decode(bench.bytes, bench.n_bytes, &bench.n_cp);
	bench.cps = cps;
	bench.placed = xcalloc(MAX_CELLS, sizeof *bench.placed);
	for (size_t round = 0; round < rounds; round++) {
		time_stages(&bench, round);
		time_whole(&bench, round);
		time_fribidi(&bench, round);
	}
	double ratio = report(&bench, rounds);
	printf("  the whole is %.2f times as fast as fribidi alone", ratio);
	if (least > 0)
		printf("; at least %.2f is %s", least, ratio >= least ? "met" : "MISSED");
	putchar('\n');
	free(bench.placed);
	free(cps);
	str_release(&text);
	return ratio < least;
}
