/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two words that fold to the same. */
#include "compare/difference-internal.h"

#include "text/code-point.h"
#include "text/fold.h"
#include "text/safe.h"

static bool is_digit_of(char32_t cp, char32_t folded)
{
	return is_between(folded, '0', '9') && !is_between(cp, 0xFB00, 0xFFEF);
}

/* Of a character that vanishes when it is folded. */
static enum spelling kind_of_mark(char32_t cp)
{
	enum { TATWEEL = 0x0640 };
	if (cp == TATWEEL)
		return SPELLING_TATWEEL;
	if (is_between(cp, 0x0591, 0x05C7))
		return SPELLING_NIQQUD;
	return safe_is_hidden(cp) ? SPELLING_HIDDEN : SPELLING_TASHKEEL;
}

/* Of two letters that are not the same, but fold to `folded`; 0: they do not. */
static enum spelling kind_of_letters(char32_t a, char32_t b, char32_t folded)
{
	if (is_one_of(a, U"أإآٱٲٳؤئ") || is_one_of(b, U"أإآٱٲٳؤئ"))
		return SPELLING_HAMZA;
	if (a == U'ة' || b == U'ة')
		return SPELLING_TEH_MARBUTA;
	if (is_one_of(a, U"یکہھۃےۀ") || is_one_of(b, U"یکہھۃےۀ"))
		return SPELLING_PERSIAN;
	if (a == U'ى' || b == U'ى')
		return SPELLING_YEH;
	if (is_digit_of(a, folded) && is_digit_of(b, folded))
		return SPELLING_DIGITS;
	if (is_between(a, 0xFB00, 0xFFEF) || is_between(b, 0xFB00, 0xFFEF) || !folded)
		return SPELLING_FORM;
	return SPELLING_CASE;
}

/* One of the two words, letter by letter: each with the marks that follow it. */
struct letters {
	const char32_t *cps;
	size_t n, at;
	char32_t folded[FOLD_MAX]; /* of the letter at hand, */
	size_t n_folded, n_used;   /* so many of them compared */
	char32_t letter;
};

/* Brings up the next folded character; false at the end. */
static bool next_letter(struct letters *word)
{
	while (word->n_used == word->n_folded) {
		if (word->at == word->n)
			return false;
		word->letter = word->cps[word->at++];
		word->n_folded = fold_code_point(word->letter, word->folded);
		word->n_used = 0;
	}
	word->n_used++;
	return true;
}

/* The kinds of what vanishes from here on, up to the next letter. */
static size_t marks_here(const struct letters *word)
{
	char32_t folded[FOLD_MAX];
	size_t end = word->at;
	while (end < word->n && fold_code_point(word->cps[end], folded) == 0)
		end++;
	return end;
}

static unsigned compare_marks(struct letters *a, struct letters *b)
{
	size_t end_a = marks_here(a), end_b = marks_here(b);
	unsigned kinds = 0;
	while (a->at < end_a || b->at < end_b) {
		bool same = a->at < end_a && b->at < end_b && a->cps[a->at] == b->cps[b->at];
		if (!same && a->at < end_a)
			kinds |= 1u << kind_of_mark(a->cps[a->at]);
		if (!same && b->at < end_b)
			kinds |= 1u << kind_of_mark(b->cps[b->at]);
		a->at += a->at < end_a;
		b->at += b->at < end_b;
	}
	return kinds;
}

/* Goes on to the next mark of a kind; `*n_letters` counts the letters passed. */
static void skip_to_mark(const char32_t *cps, size_t n, enum spelling kind, size_t *i,
			 size_t *n_letters)
{
	char32_t folded[FOLD_MAX];
	for (; *i < n; (*i)++) {
		size_t n_folded = fold_code_point(cps[*i], folded);
		if (n_folded == 0 && kind_of_mark(cps[*i]) == kind)
			return;
		*n_letters += n_folded;
	}
}

/* A tatweel beside a mark must not count as another mark: each kind is looked at by itself. */
static bool has_same_marks(const char32_t *a, size_t n_a, const char32_t *b, size_t n_b,
			   enum spelling kind)
{
	size_t i = 0, k = 0, letters_a = 0, letters_b = 0;
	for (;;) {
		skip_to_mark(a, n_a, kind, &i, &letters_a);
		skip_to_mark(b, n_b, kind, &k, &letters_b);
		if (i == n_a || k == n_b)
			return i == n_a && k == n_b;
		if (a[i++] != b[k++] || letters_a != letters_b)
			return false;
	}
}

unsigned spelling_compare(const char32_t *a, size_t n_a, const char32_t *b, size_t n_b)
{
	struct letters x = {.cps = a, .n = n_a}, y = {.cps = b, .n = n_b};
	unsigned kinds = 0, marks = compare_marks(&x, &y);
	bool in_x, in_y;
	while ((in_x = next_letter(&x)) & (in_y = next_letter(&y))) {
		char32_t folded = x.folded[x.n_used - 1];
		bool same = folded == y.folded[y.n_used - 1];
		if (x.letter != y.letter)
			kinds |= 1u << kind_of_letters(x.letter, y.letter, same ? folded : 0);
		marks |= compare_marks(&x, &y);
	}
	/* An accent by itself, and in its letter. */
	if (in_x != in_y)
		kinds |= 1u << SPELLING_FORM;
	marks |= compare_marks(&x, &y);
	for (enum spelling kind = 0; kind < SPELLING_KINDS; kind++)
		if ((marks & 1u << kind) && !has_same_marks(a, n_a, b, n_b, kind))
			kinds |= 1u << kind;
	return kinds;
}

/* The next letter of a word, its marks passed over; false at the end. */
static bool next_visible(const char32_t *cps, size_t n, size_t *i)
{
	char32_t folded[FOLD_MAX];
	while (*i < n && fold_code_point(cps[*i], folded) == 0)
		(*i)++;
	return *i < n;
}

/* The letter at `*i`, a hamza without its seat, be that below it or before it: ئ and يء. */
static char32_t without_seat(const char32_t *cps, size_t n, size_t *i)
{
	size_t next = *i + 1;
	if (is_one_of(cps[*i], U"أإآٱؤئ"))
		return U'ء';
	if (!is_one_of(cps[*i], U"يىو") || !next_visible(cps, n, &next) || cps[next] != U'ء')
		return cps[*i];
	*i = next;
	return U'ء';
}

bool spelling_is_of_hamza(const char32_t *a, size_t n_a, const char32_t *b, size_t n_b)
{
	size_t i = 0, k = 0;
	for (;; i++, k++) {
		bool in_a = next_visible(a, n_a, &i), in_b = next_visible(b, n_b, &k);
		if (!in_a || !in_b)
			return i > 0 && in_a == in_b;
		if (without_seat(a, n_a, &i) != without_seat(b, n_b, &k))
			return false;
	}
}
