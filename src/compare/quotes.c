/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A quotation is looked for in the units that have its rarest word, and there around that word: as
 * much of it as stands in the same order (the longest common subsequence), within about its length.
 */
#include "compare/quotes.h"

#include <stdlib.h>

#include "base/vec.h"
#include "compare/quotes-internal.h"

enum {
	LONGEST = 120, /* words of a quotation; of a longer one, the first ones are looked for */
	LEAST_CONTENT = 2,
	LEAST_UNQUOTED = 4, /* the same where the other text has no marks */
	LEAST_ROW = 5,      /* or else so many words of any kind, one after the other */
	SHORT = 4,          /* of so few, none may be missing or at another place */
	MOST_UNITS = 64,    /* of a text that have its rarest word; else that is too common */
	MOST_PLACES = 64,   /* of that word, in all of them, that are looked at */
	LEAST_RARE = 2, /* words that not every other unit has: one of a row, none of a LONG one */
	LONG = 6,
};

/* A word that says something, of a quotation or of where it may stand. */
struct token {
	uint32_t root, stem, weight;
	uint32_t at; /* index of the text's words */
};

struct tokens {
	struct token items[2 * LONGEST];
	size_t n;
};

static struct word_run words_of(const struct compare_set *set, size_t text)
{
	return text_words(compare_set_text(set, text));
}

/* What says something of words[first, end) of a text, as far as there is room. */
static void gather(const struct compare_set *set, size_t text, size_t first, size_t end,
		   struct tokens *out)
{
	struct word_run words = words_of(set, text);
	out->n = 0;
	for (size_t i = first; i < end && out->n < 2 * LONGEST; i++) {
		const struct word *word = &words.items[i];
		if (!word_counts(word))
			continue;
		const struct term *term = set_term(set, text, word);
		out->items[out->n++] = (struct token){
			.root = set_root(set, text, word),
			.stem = term->stem,
			.weight = term->weight,
			.at = (uint32_t)i,
		};
	}
}

/* Whether it says enough: not a word, a name, or what everybody says. */
static bool says_enough(const struct compare_set *set, const struct quotation *quotation)
{
	struct word_run words = words_of(set, quotation->at.text);
	size_t n_content = 0, n_aside = 0, n_rare = 0;
	for (size_t i = quotation->first; i < quotation->first + quotation->n; i++) {
		const struct word *word = &words.items[i];
		if (!word_counts(word))
			continue;
		n_content++;
		n_aside += (word->flags & WORD_ASIDE) != 0;
		n_rare += set_root_is_rare(set, set_root(set, quotation->at.text, word));
	}
	if (quotation->n >= LEAST_ROW)
		n_rare++;
	return n_content >= LEAST_CONTENT && n_aside < n_content &&
	       (n_rare >= LEAST_RARE || n_content >= LONG);
}

void quotes_of_unit(const struct compare_set *set, struct unit_ref unit, struct quotation_list *out)
{
	const struct compare_text *text = compare_set_text(set, unit.text);
	struct word_run all = text_words(text), words = text_unit_words(text, unit.unit);
	for (size_t i = 0; i < words.n; i++) {
		if (!(words.items[i].flags & WORD_QUOTE))
			continue;
		struct quotation found = {.at = unit, .n = 1};
		found.first = (size_t)(words.items + i - all.items);
		while (found.n < LONGEST && found.first + found.n < all.n &&
		       (all.items[found.first + found.n].flags & (WORD_QUOTED | WORD_QUOTE)) ==
			       WORD_QUOTED)
			found.n++;
		if (says_enough(set, &found))
			VEC_PUSH(out->items, out->n, out->cap, found);
	}
}

/* What was found of a quotation at one place. */
struct finding {
	size_t n;                       /* words that say something */
	size_t first, last;             /* words of the text: the first and the last of them */
	size_t quote_first, quote_last; /* the same in the quotation's text */
};

/* The longest subsequence that two rows of tokens have in common, as n[i][k] of what follows. */
struct subsequence {
	uint8_t n[LONGEST + 1][2 * LONGEST + 1];
};

static void measure(const struct tokens *quote, const struct tokens *place,
		    struct subsequence *longest)
{
	for (size_t k = 0; k <= place->n; k++)
		longest->n[quote->n][k] = 0;
	for (size_t i = quote->n; i-- > 0;) {
		longest->n[i][place->n] = 0;
		for (size_t k = place->n; k-- > 0;) {
			uint8_t down = longest->n[i + 1][k], right = longest->n[i][k + 1];
			if (quote->items[i].root == place->items[k].root)
				longest->n[i][k] = (uint8_t)(longest->n[i + 1][k + 1] + 1);
			else
				longest->n[i][k] = down > right ? down : right;
		}
	}
}

static void take(struct finding *found, const struct token *quote, const struct token *place)
{
	if (found->n++ == 0) {
		found->first = place->at;
		found->quote_first = quote->at;
	}
	found->last = place->at;
	found->quote_last = quote->at;
}

static struct finding trace(const struct tokens *quote, const struct tokens *place,
			    const struct subsequence *longest)
{
	struct finding found = {.n = 0};
	for (size_t i = 0, k = 0; i < quote->n && k < place->n;) {
		if (quote->items[i].root == place->items[k].root) {
			take(&found, &quote->items[i++], &place->items[k++]);
		} else if (longest->n[i + 1][k] >= longest->n[i][k + 1]) {
			i++;
		} else {
			k++;
		}
	}
	return found;
}

/* All of a short quotation, word after word, stem by stem, from `start` of the place on. */
static bool stands_at(const struct tokens *quote, const struct tokens *place, size_t start)
{
	if (start + quote->n > place->n)
		return false;
	for (size_t i = 0; i < quote->n; i++)
		if (quote->items[i].stem != place->items[start + i].stem)
			return false;
	return true;
}

static struct finding find_short(const struct tokens *quote, const struct tokens *place)
{
	struct finding found = {.n = 0};
	for (size_t start = 0; start < place->n && found.n == 0; start++) {
		if (!stands_at(quote, place, start))
			continue;
		for (size_t i = 0; i < quote->n; i++)
			take(&found, &quote->items[i], &place->items[start + i]);
	}
	return found;
}

/* Most of a longer one; a word in five may be dropped or stand elsewhere. */
static struct finding find_long(const struct tokens *quote, const struct tokens *place)
{
	struct subsequence longest;
	measure(quote, place, &longest);
	struct finding found = trace(quote, place, &longest);
	if (found.n * 5 < quote->n * 4)
		found.n = 0;
	return found;
}

/* A quotation while it is looked for. */
struct search {
	const struct compare_set *set;
	const struct quotation *quotation;
	struct tokens quote;
	size_t to;
	size_t n_places; /* looked at for the anchor at hand */
	struct finding best;
};

static bool is_quoted(const struct search *s, size_t word)
{
	return words_of(s->set, s->to).items[word].flags & WORD_QUOTED;
}

static bool is_in_marks(const struct search *s, const struct finding *found)
{
	return is_quoted(s, found->first) && is_quoted(s, found->last);
}

static bool is_enough(const struct search *s, const struct finding *found)
{
	size_t row = found->last - found->first;
	bool is_row = row + 1 >= LEAST_ROW && row == found->quote_last - found->quote_first;
	size_t least = is_in_marks(s, found) || is_row ? LEAST_CONTENT : LEAST_UNQUOTED;
	return found->n >= least;
}

/* Looks around a word of the other text that may be the quotation's token `anchor`. */
static void look_around(struct search *s, size_t word, const struct token *anchor)
{
	struct tokens place;
	struct word_run words = words_of(s->set, s->to);
	size_t before = anchor->at - s->quotation->first;
	size_t after = s->quotation->n - before;
	before += before / 4 + 1;
	after += after / 4 + 1;
	size_t first = word > before ? word - before : 0;
	size_t end = word + after < words.n ? word + after : words.n;
	gather(s->set, s->to, first, end, &place);
	struct finding found =
		s->quote.n <= SHORT ? find_short(&s->quote, &place) : find_long(&s->quote, &place);
	if (found.n > s->best.n && is_enough(s, &found))
		s->best = found;
}

static void look_in_unit(struct search *s, struct unit_ref unit, const struct token *anchor)
{
	const struct compare_text *text = compare_set_text(s->set, unit.text);
	struct word_run all = text_words(text), words = text_unit_words(text, unit.unit);
	for (size_t i = 0; i < words.n && s->n_places < MOST_PLACES; i++) {
		if (words.items[i].kind == WORD_STOP ||
		    set_root(s->set, unit.text, &words.items[i]) != anchor->root)
			continue;
		s->n_places++;
		look_around(s, (size_t)(words.items + i - all.items), anchor);
	}
}

/* The token of most weight, but for `other` (NULL: none). */
static const struct token *rarest(const struct tokens *quote, const struct token *other)
{
	const struct token *best = NULL;
	for (size_t i = 0; i < quote->n; i++) {
		const struct token *token = &quote->items[i];
		if (token != other && (!best || token->weight > best->weight))
			best = token;
	}
	return best;
}

static void look_for(struct search *s, const struct token *anchor)
{
	struct root_units units = set_root_units(s->set, anchor->root, s->to);
	if (units.n > MOST_UNITS)
		return;
	s->n_places = 0;
	for (size_t i = 0; i < units.n; i++)
		look_in_unit(s, root_unit(s->set, &units, i), anchor);
}

static bool are_same(const struct search *s, size_t quote, size_t found)
{
	size_t text = s->quotation->at.text;
	const struct word *one = &words_of(s->set, text).items[quote];
	const struct word *other = &words_of(s->set, s->to).items[found];
	return set_term(s->set, text, one)->form == set_term(s->set, s->to, other)->form;
}

/* To words that say nothing by themselves, but are the same on either side; not over a mark. */
static void widen(struct search *s)
{
	bool in_marks = is_in_marks(s, &s->best);
	const struct quotation *q = s->quotation;
	struct finding *best = &s->best;
	size_t n_words = words_of(s->set, s->to).n;
	while (best->quote_first > q->first && best->first > 0 &&
	       are_same(s, best->quote_first - 1, best->first - 1) &&
	       is_quoted(s, best->first - 1) == in_marks) {
		best->quote_first--;
		best->first--;
	}
	while (best->quote_last + 1 < q->first + q->n && best->last + 1 < n_words &&
	       are_same(s, best->quote_last + 1, best->last + 1) &&
	       is_quoted(s, best->last + 1) == in_marks) {
		best->quote_last++;
		best->last++;
	}
}

/* Whether all of it is there word for word. */
static bool is_exact(const struct search *s)
{
	const struct finding *best = &s->best;
	size_t n = s->quotation->n;
	if (best->quote_first != s->quotation->first || best->last - best->first + 1 != n ||
	    best->quote_last - best->quote_first + 1 != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!are_same(s, best->quote_first + i, best->first + i))
			return false;
	return true;
}

static struct cp_range range_of(const struct compare_set *set, size_t text, size_t first,
				size_t last)
{
	struct word_run words = words_of(set, text);
	return (struct cp_range){word_range(&words.items[first]).start_cp,
				 word_range(&words.items[last]).end_cp};
}

static void turn(struct shared_quote *quote)
{
	struct unit_ref ref = quote->a;
	struct cp_range range = quote->quote;
	quote->a = quote->b;
	quote->b = ref;
	quote->quote = quote->found;
	quote->found = range;
}

static void tell(const struct search *s, struct shared_quote *out)
{
	const struct quotation *q = s->quotation;
	*out = (struct shared_quote){
		.a = q->at,
		.b.text = s->to,
		.quote = range_of(s->set, q->at.text, q->first, q->first + q->n - 1),
		.found = range_of(s->set, s->to, s->best.first, s->best.last),
		.quoted = is_in_marks(s, &s->best),
		.exact = is_exact(s),
	};
	out->b.unit = compare_text_unit_at(compare_set_text(s->set, s->to), out->found.start_cp);
	if (out->quoted && out->a.text > out->b.text)
		turn(out);
}

bool quote_find(const struct compare_set *set, const struct quotation *quotation, size_t to,
		struct shared_quote *out)
{
	struct search s = {.set = set, .quotation = quotation, .to = to};
	gather(set, quotation->at.text, quotation->first, quotation->first + quotation->n,
	       &s.quote);
	const struct token *anchor = rarest(&s.quote, NULL);
	look_for(&s, anchor);
	if (s.quote.n > SHORT && s.best.n < s.quote.n)
		look_for(&s, rarest(&s.quote, anchor));
	if (s.best.n == 0)
		return false;
	widen(&s);
	tell(&s, out);
	return true;
}

static int compare_ranges(struct cp_range a, struct cp_range b)
{
	if (a.start_cp != b.start_cp)
		return a.start_cp < b.start_cp ? -1 : 1;
	return (a.end_cp < b.end_cp) - (a.end_cp > b.end_cp);
}

int shared_quote_compare(const void *one, const void *other)
{
	const struct shared_quote *x = one, *y = other;
	if (x->a.text != y->a.text)
		return x->a.text < y->a.text ? -1 : 1;
	int order = compare_ranges(x->quote, y->quote);
	if (order == 0 && x->b.text != y->b.text)
		order = x->b.text < y->b.text ? -1 : 1;
	return order ? order : compare_ranges(x->found, y->found);
}

/* Whether two of the same texts are one quotation, seen from both sides. */
static bool are_one(const struct shared_quote *x, const struct shared_quote *y)
{
	return x->a.text == y->a.text && cp_ranges_overlap(x->quote, y->quote) && cp_ranges_overlap(x->found, y->found);
}

void quotes_settle(struct quote_list *list)
{
	size_t kept = 0;
	if (list->n == 0)
		return;
	qsort(list->items, list->n, sizeof *list->items, shared_quote_compare);
	for (size_t i = 1; i < list->n; i++)
		if (!are_one(&list->items[kept], &list->items[i]))
			list->items[++kept] = list->items[i];
	list->n = kept + 1;
}
