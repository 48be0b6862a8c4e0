/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/window.h"

#include <stdlib.h>
#include <unictype.h>
#include <unigbrk.h>

#include "base/xalloc.h"
#include "text/bidi-internal.h"
#include "text/linebreak.h"
#include "text/segment.h"

enum open {
	OPEN_NOTHING,
	OPEN_BRACKETS,
	OPEN_LEVELS, /* isolates, embeddings, overrides */
};

/* What is open at a place: how the stacks of X1-X8 and of N0 stand, without their levels. */
struct structure {
	size_t isolates, embeddings; /* those that overflow, too: each is closed in its turn */
	FriBidiBracketType brackets[MAX_BRACKETS]; /* of the base level */
	size_t n_brackets;
	bool lost; /* which brackets pair cannot be told any more */
};

static void open_bracket(struct structure *s, FriBidiBracketType id)
{
	if (s->n_brackets < MAX_BRACKETS)
		s->brackets[s->n_brackets++] = id;
	else
		s->lost = true;
}

static void close_bracket(struct structure *s, FriBidiBracketType id)
{
	size_t k = s->n_brackets;
	while (k > 0 && s->brackets[k - 1] != id)
		k--;
	if (k > 0)
		s->n_brackets = k - 1;
}

static void see_bracket(struct structure *s, char32_t cp)
{
	FriBidiBracketType bracket = bidi_bracket(cp);
	if (bracket == FRIBIDI_NO_BRACKET)
		return;
	if (FRIBIDI_IS_BRACKET_OPEN(bracket))
		open_bracket(s, FRIBIDI_BRACKET_ID(bracket));
	else
		close_bracket(s, FRIBIDI_BRACKET_ID(bracket));
}

/* Brackets before and after an embedding are of two sequences (X10). */
static void see_embedding(struct structure *s)
{
	s->embeddings++;
	s->lost |= s->n_brackets > 0;
}

static void see_control(struct structure *s, char32_t cp, FriBidiCharType type)
{
	if (bidi_is_initiator(type))
		s->isolates++;
	else if (type == FRIBIDI_TYPE_PDI)
		s->isolates -= s->isolates > 0;
	else if (s->isolates > 0)
		return;
	else if (type == FRIBIDI_TYPE_PDF)
		s->embeddings -= s->embeddings > 0;
	else if (FRIBIDI_IS_EXPLICIT(type))
		see_embedding(s);
	else if (s->embeddings == 0)
		see_bracket(s, cp);
}

/* `open[i]`: what is open before code point i. */
static void find_open(const char32_t *cps, size_t n_cp, uint8_t *open)
{
	struct structure s = {.lost = false};
	for (size_t i = 0; i < n_cp; i++) {
		open[i] = s.isolates + s.embeddings > 0	   ? OPEN_LEVELS
			  : s.lost || s.n_brackets > 0 ? OPEN_BRACKETS
						       : OPEN_NOTHING;
		if (bidi_may_be_bracket(cps[i])) /* as all controls of UAX #9 may */
			see_control(&s, cps[i], bidi_type(cps[i]));
	}
}

/* The direction of a letter; DIR_AUTO of anything else. */
static enum text_dir letter_direction(char32_t cp)
{
	FriBidiCharType type = bidi_type(cp);
	if (!FRIBIDI_IS_LETTER(type) || !uc_is_general_category(cp, UC_LETTER))
		return DIR_AUTO;
	return FRIBIDI_IS_RTL(type) ? DIR_RTL : DIR_LTR;
}

/* A letter and a space before, a letter of the same direction after. */
static bool is_between_words(const char32_t *cps, size_t i)
{
	if (i < 2 || cps[i - 1] != ' ' || cps[i - 2] == ' ')
		return false;
	enum text_dir before = letter_direction(cps[i - 2]);
	return before != DIR_AUTO && before == letter_direction(cps[i]) &&
	       uc_is_grapheme_break(' ', cps[i]);
}

/* The last place between words where no more is open than `allowed`; 0 where there is none. */
static size_t last_between_words(const char32_t *cps, size_t n_cp, const uint8_t *open,
				 enum open allowed)
{
	size_t i = n_cp - 1;
	while (i > 0 && (open[i] > allowed || !is_between_words(cps, i)))
		i--;
	return i;
}

/* Where no place is safe: the last break opportunity, or cluster, or the end. */
static size_t forced_cut(const char32_t *cps, size_t n_cp)
{
	bool *clusters = xcalloc(n_cp, sizeof *clusters);
	uint8_t *breaks = xcalloc(n_cp, sizeof *breaks);
	segment_graphemes(cps, n_cp, clusters);
	linebreak_find(cps, n_cp, breaks);
	size_t line = n_cp - 1, cluster = n_cp - 1;
	while (cluster > 0 && !clusters[cluster])
		cluster--;
	while (line > 0 && (!clusters[line] || breaks[line] == BREAK_NO))
		line--;
	free(clusters);
	free(breaks);
	return line > 0 ? line : cluster > 0 ? cluster : n_cp;
}

size_t window_cut(const char32_t *cps, size_t n_cp, bool *safe)
{
	uint8_t *open = xmalloc(n_cp);
	find_open(cps, n_cp, open);
	size_t cut = last_between_words(cps, n_cp, open, OPEN_NOTHING);
	if (safe)
		*safe = cut > 0;
	if (cut == 0)
		cut = last_between_words(cps, n_cp, open, OPEN_BRACKETS);
	free(open);
	return cut > 0 ? cut : forced_cut(cps, n_cp);
}
