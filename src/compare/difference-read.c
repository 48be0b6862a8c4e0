/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version as it is read: code points, pieces of about a sentence, and their words. */
#include "compare/difference-internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/form.h"
#include "model/white.h"
#include "text/break-class.h"
#include "text/fold.h"
#include "text/segment.h"

enum {
	MAX_STRETCH_CP = 16 * 1024, /* is cut at once; what ends it is looked for anew, */
	STRETCH_TAIL_CP = 1024,     /* where it is so near to its end */
	/*
	 * A passage of more than LONG_WORDS is cut further: behind words chosen by what they are,
	 * so that both versions are cut at the same words, and at the latest behind MOST_WORDS.
	 */
	LONG_PASSAGE_CP = 600,
	LONG_WORDS = 128,
	MOST_WORDS = 256,
	LEAST_WORDS = 16,
	ONE_OF_WORDS = 32,
	MIN_WRAPPED_CP = 50, /* of a line that goes on in the next */
	MAX_WRAPPED_CP = 110,
	MAX_WEIGHT = 8,
	LONGEST_REST = 8, /* signs that are no piece by themselves */
	NEXT_LINE = 0x85,
	PARAGRAPH_SEPARATOR = 0x2029,
};

static const uint64_t KEY_SEED = 0xcbf29ce484222325, KEY_PRIME = 0x100000001b3; /* FNV-1a */

bool version_is_space(char32_t cp)
{
	if (cp > ' ' && cp < 0x1680)
		return cp == 0x85 || cp == 0xA0;
	return cp <= ' ' || white_is_space(cp) || white_is_line_end(cp);
}

bool version_is_line_end(char32_t cp)
{
	return cp == '\n' || cp == NEXT_LINE || cp == PARAGRAPH_SEPARATOR;
}

/* The line end behind a paragraph, which has one. CR and CR LF are LF in a document's stream. */
static char32_t line_end_of(const struct version *version, const struct document_paragraph *at)
{
	char bytes[4] = "\n";
	size_t byte_off = at->byte_off + at->n_bytes;
	size_t left = document_bytes(version->doc) - byte_off;
	char32_t cp;
	size_t n = left < sizeof bytes ? left : sizeof bytes;
	if (n == 0 || document_read(version->doc, byte_off, bytes, n, NULL) != STATUS_OK)
		return '\n';
	utf8_next(bytes, n, &cp);
	return cp == NEXT_LINE || cp == PARAGRAPH_SEPARATOR ? cp : '\n';
}

static void add_paragraph(struct version *version, const struct document_paragraph *at)
{
	char32_t *cps = document_decode(version->doc, at, NULL);
	version->cps = vec_reserve(version->cps, &version->cap_cp, at->next_cp + 1, sizeof *cps);
	for (size_t i = 0; i < at->n_cp; i++)
		version->cps[at->start_cp + i] = cps ? cps[i] : 0xFFFD;
	if (at->next_cp > at->start_cp + at->n_cp)
		version->cps[at->start_cp + at->n_cp] = line_end_of(version, at);
	version->n_cp = at->next_cp;
	free(cps);
}

static bool ends_sentence(char32_t cp)
{
	enum sentence_class class = sentence_class(cp);
	return class == SENTENCE_STerm || class == SENTENCE_ATerm || class == SENTENCE_Close;
}

static size_t line_end(const struct version *version, size_t cp)
{
	while (cp < version->n_cp && !version_is_line_end(version->cps[cp]))
		cp++;
	return cp;
}

static bool is_wrapped_line(const struct version *version, size_t start, size_t end)
{
	return end - start >= MIN_WRAPPED_CP && end - start <= MAX_WRAPPED_CP &&
	       end + 1 < version->n_cp && !version_is_line_end(version->cps[end + 1]) &&
	       !ends_sentence(version->cps[end - 1]);
}

/* Whether most lines are of one width, and go on in the next one. */
static bool is_wrapped(const struct version *version)
{
	size_t n_lines = 0, n_wrapped = 0;
	for (size_t start = 0, end; start < version->n_cp; start = end + 1) {
		end = line_end(version, start);
		n_lines += end > start;
		n_wrapped += end > start && is_wrapped_line(version, start, end);
	}
	return n_wrapped > 1 && n_wrapped * 2 > n_lines;
}

bool version_read(struct version *version, size_t max_cp)
{
	size_t from = version->n_cp;
	struct document_paragraph at;
	while (!version->read && version->n_cp - from < max_cp) {
		if (document_paragraph(version->doc, version->next_paragraph, &at)) {
			add_paragraph(version, &at);
			version->next_paragraph++;
		} else {
			version->read = true;
			version->wrapped = is_wrapped(version);
		}
	}
	return version->read;
}

static bool is_punctuation(char32_t cp)
{
	switch (line_class(cp)) {
	case LINE_QU: case LINE_OP: case LINE_CL: case LINE_CP: case LINE_EX: case LINE_IS:
	case LINE_HY: case LINE_BA: case LINE_B2: case LINE_NS: case LINE_IN: case LINE_SY:
	case LINE_CM: case LINE_ZWJ: case LINE_WJ: case LINE_ZW: case LINE_GL: case LINE_BB:
	case LINE_WIDE_OP:
		return true;
	default:
		return cp == '*' || cp == '_' || cp == 0x2022 || cp == 0x25AA || cp == 0x25CF;
	}
}

/* Whether what begins with these is a word, or a sign that counts as one. */
static bool is_word(const char32_t *cps, size_t n)
{
	return segment_is_word(cps, n) || !(version_is_space(*cps) || is_punctuation(*cps));
}

/* The key of the letters, and how many they are. */
static void key_letters(const struct version *version, struct version_piece *piece)
{
	char32_t folded[FOLD_MAX];
	bool between = true;
	piece->key = KEY_SEED;
	for (size_t i = piece->range.start_cp; i < piece->range.end_cp; i++) {
		char32_t cp = version->cps[i];
		if (version_is_space(cp)) {
			between = true;
			continue;
		}
		size_t n = fold_code_point(cp, folded);
		for (size_t k = 0; k < n; k++) {
			if (is_punctuation(folded[k]))
				continue;
			if (between)
				piece->key = (piece->key ^ ' ') * KEY_PRIME;
			between = false;
			piece->key = (piece->key ^ folded[k]) * KEY_PRIME;
			piece->n_letters++;
		}
	}
}

/* Whether nothing but spaces stands between the last piece and `start`. */
static bool follows_last(const struct version *version, size_t start)
{
	if (version->n_pieces == 0)
		return false;
	size_t cp = version->pieces[version->n_pieces - 1].range.end_cp;
	while (cp < start && version->cps[cp] == ' ')
		cp++;
	return cp == start;
}

/* Signs without a word, such as a picture at the end of a paragraph, are of the piece before. */
static bool is_rest(const struct version *version, const struct version_piece *piece)
{
	size_t start = piece->range.start_cp;
	return piece->n_letters <= LONGEST_REST &&
	       segment_count_words(version->cps + start, piece->range.end_cp - start) == 0 &&
	       follows_last(version, start);
}

static void add_piece(struct version *version, size_t start, size_t end)
{
	while (start < end && version_is_space(version->cps[start]))
		start++;
	while (end > start && version_is_space(version->cps[end - 1]))
		end--;
	if (start == end)
		return;
	struct version_piece piece = {.range = {start, end}};
	key_letters(version, &piece);
	if (is_rest(version, &piece)) {
		size_t first = version->pieces[--version->n_pieces].range.start_cp;
		piece = (struct version_piece){.range = {first, end}};
		key_letters(version, &piece);
	}
	VEC_PUSH(version->pieces, version->n_pieces, version->cap_pieces, piece);
}

static uint64_t key_of(const char32_t *cps, size_t n)
{
	uint64_t key = KEY_SEED;
	for (size_t i = 0; i < n; i++)
		key = (key ^ cps[i]) * KEY_PRIME;
	return key;
}

static bool cuts_here(uint64_t key, size_t n_words)
{
	/* The low bits of FNV-1a are poorer than those above. */
	return n_words >= MOST_WORDS || (n_words >= LEAST_WORDS && (key >> 32) % ONE_OF_WORDS == 0);
}

/*
 * A passage as one piece, or as several where it is very long. Of one that goes on behind `end`
 * only whole pieces are taken, if there are any; returns up to where.
 */
static size_t add_passage(struct version *version, size_t start, size_t end, bool goes_on)
{
	size_t n_cp = end - start, n_words = 0, first = 0;
	const char32_t *cps = version->cps + start;
	if (n_cp < LONG_PASSAGE_CP || segment_count_words(cps, n_cp) < LONG_WORDS) {
		add_piece(version, start, end);
		return end;
	}
	bool *starts = xcalloc(n_cp, sizeof *starts);
	segment_words(cps, n_cp, starts);
	for (size_t word = 0, next; word < n_cp; word = next) {
		for (next = word + 1; next < n_cp && !starts[next];)
			next++;
		n_words += is_word(cps + word, next - word);
		if (!is_word(cps + word, next - word) || next == n_cp ||
		    !cuts_here(key_of(cps + word, next - word), n_words))
			continue;
		add_piece(version, start + first, start + next);
		first = next;
		n_words = 0;
	}
	free(starts);
	if (goes_on && first > 0)
		return start + first;
	add_piece(version, start + first, end);
	return end;
}

/* Where the lines end that belong together from `start` on. */
static size_t stretch_end(const struct version *version, size_t start)
{
	size_t end = line_end(version, start);
	while (version->wrapped && end > start && end - start < MAX_STRETCH_CP &&
	       is_wrapped_line(version, start, end)) {
		start = end + 1;
		end = line_end(version, start);
	}
	return end;
}

/* Cuts what begins at `start`, a line or lines; returns where to go on. */
static size_t cut_stretch(struct version *version, size_t start)
{
	size_t end = stretch_end(version, start), n_cp = end - start;
	bool whole = n_cp <= MAX_STRETCH_CP;
	if (!whole)
		n_cp = MAX_STRETCH_CP;
	if (n_cp == 0)
		return start + 1;
	char32_t *cps = xcalloc(n_cp, sizeof *cps);
	bool *starts = xcalloc(n_cp, sizeof *starts);
	for (size_t i = 0; i < n_cp; i++) {
		char32_t cp = version->cps[start + i];
		cps[i] = version_is_line_end(cp) ? ' ' : cp;
	}
	segment_passages(cps, n_cp, starts);
	size_t first = 0, known = whole ? n_cp : n_cp - STRETCH_TAIL_CP;
	for (size_t i = 1; i < known; i++) {
		if (!starts[i])
			continue;
		add_passage(version, start + first, start + i, false);
		first = i;
	}
	free(starts);
	free(cps);
	if (whole || first == 0)
		return add_passage(version, start + first, start + n_cp, !whole);
	return start + first;
}

bool version_cut(struct version *version, size_t max_cp)
{
	size_t from = version->cut_cp;
	while (version->cut_cp < version->n_cp && version->cut_cp - from < max_cp)
		version->cut_cp = cut_stretch(version, version->cut_cp);
	return version->cut_cp >= version->n_cp;
}

static void push_letters(struct version *version, const char32_t *cps, size_t n)
{
	for (size_t i = 0; i < n; i++)
		VEC_PUSH(version->forms, version->n_forms, version->cap_forms, cps[i]);
}

/* Of a very long word all letters count, which a form has not. */
static void push_form(struct version *version, size_t start, size_t end)
{
	char32_t form[FORM_MAX], folded[FOLD_MAX];
	if (end - start <= FORM_MAX / 2) {
		push_letters(version, form, form_of(version->cps + start, end - start, form));
		return;
	}
	for (size_t i = start; i < end; i++)
		push_letters(version, folded, fold_code_point(version->cps[i], folded));
}

/* Adds a word of what stands in [start,end), unless nothing of it is to be seen. */
static void add_word(struct version *version, size_t start, size_t end)
{
	struct version_word word = {.range = {start, end}, .form = version->n_forms};
	push_form(version, start, end);
	word.n_form = version->n_forms - word.form;
	if (word.n_form == 0)
		return;
	word.key = key_of(version->forms + word.form, word.n_form);
	word.weight = word.n_form < MAX_WEIGHT ? (unsigned)word.n_form : MAX_WEIGHT;
	VEC_PUSH(version->words, version->n_words, version->cap_words, word);
}

static int by_key(const void *a, const void *b)
{
	const struct word_key *x = a, *y = b;
	return (x->key > y->key) - (x->key < y->key);
}

static void add_keys(struct version *version, struct version_piece *piece)
{
	piece->first_key = version->n_keys;
	for (size_t i = 0; i < piece->n_words; i++) {
		const struct version_word *word = &version->words[piece->first_word + i];
		/* Short words, mostly of grammar, tell less than their length. */
		struct word_key key = {word->key, word->weight > 1 ? word->weight - 1 : 1};
		VEC_PUSH(version->keys, version->n_keys, version->cap_keys, key);
		piece->weight += key.weight;
	}
	if (piece->n_words > 0)
		qsort(version->keys + piece->first_key, piece->n_words, sizeof *version->keys,
		      by_key);
}

const struct version_word *version_words(struct version *version, size_t index)
{
	struct version_piece *piece = &version->pieces[index];
	size_t start = piece->range.start_cp, n_cp = piece->range.end_cp - start;
	const char32_t *cps = version->cps + start;
	if (piece->has_words)
		return version->words + piece->first_word;
	bool *starts = xcalloc(n_cp, sizeof *starts);
	segment_words(cps, n_cp, starts);
	piece->has_words = true;
	piece->first_word = version->n_words;
	for (size_t word = 0, next; word < n_cp; word = next) {
		for (next = word + 1; next < n_cp && !starts[next];)
			next++;
		if (is_word(cps + word, next - word))
			add_word(version, start + word, start + next);
	}
	free(starts);
	piece->n_words = version->n_words - piece->first_word;
	add_keys(version, piece);
	return version->words + piece->first_word;
}

unsigned version_common(const struct version *a, size_t piece_a, const struct version *b,
			size_t piece_b)
{
	const struct version_piece *of_a = &a->pieces[piece_a], *of_b = &b->pieces[piece_b];
	const struct word_key *x = a->keys + of_a->first_key, *y = b->keys + of_b->first_key;
	unsigned common = 0;
	for (size_t i = 0, k = 0; i < of_a->n_words && k < of_b->n_words;) {
		if (x[i].key == y[k].key) {
			common += x[i].weight;
			i++;
			k++;
		} else if (x[i].key < y[k].key) {
			i++;
		} else {
			k++;
		}
	}
	return common;
}

bool version_same(const struct difference *d, const struct cp_range *range)
{
	size_t n = range[SIDE_OLD].end_cp - range[SIDE_OLD].start_cp;
	return n == range[SIDE_NEW].end_cp - range[SIDE_NEW].start_cp &&
	       (n == 0 || memcmp(d->version[SIDE_OLD].cps + range[SIDE_OLD].start_cp,
				 d->version[SIDE_NEW].cps + range[SIDE_NEW].start_cp,
				 n * sizeof(char32_t)) == 0);
}

void version_release(struct version *version)
{
	free(version->cps);
	free(version->pieces);
	free(version->words);
	free(version->keys);
	free(version->forms);
	*version = (struct version){.doc = NULL};
}
