/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the words of a unit to its figures. A number is one only with the noun that it counts, which
 * follows it (or its hedge, or "of"), or with a sign of currency or per cent; where in doubt it is
 * none.
 */
#include "base/vec.h"
#include "compare/figures-internal.h"
#include "compare/lexicon.h"
#include "compare/number.h"

enum { THOUSANDTHS = 1000 };

/* A unit while its figures are looked for. */
struct finding {
	const struct compare_set *set;
	const struct compare_text *text;
	size_t text_index;
	enum language language;
	struct word_run words;
};

static const struct word *word_at(const struct finding *f, size_t i)
{
	return &f->words.items[i];
}

static struct form form_at(const struct finding *f, size_t i)
{
	return text_form(f->text, word_at(f, i)->form);
}

static size_t end_of(const struct finding *f, size_t i)
{
	return word_range(word_at(f, i)).end_cp;
}

static bool is_number(const struct finding *f, size_t i)
{
	return i < f->words.n && word_at(f, i)->kind == WORD_NUMBER;
}

/* Code points between a word and the one before it. */
static size_t gap_before(const struct finding *f, size_t i)
{
	return word_at(f, i)->start_cp - end_of(f, i - 1);
}

/* Whether no mark parts the word from the one before, but for a hyphen. */
static bool goes_on(const struct finding *f, size_t i)
{
	unsigned flags = word_at(f, i)->flags;
	return !(flags & WORD_CUT) && (!(flags & WORD_PARTED) || gap_before(f, i) == 1);
}

/* How many words from `i` on are an entry of a list. */
static size_t match_at(const struct finding *f, enum lexicon_list list, size_t i)
{
	struct letters letters[LEXICON_PHRASE];
	size_t n = 0;
	for (; n < LEXICON_PHRASE && i + n < f->words.n && (n == 0 || goes_on(f, i + n)); n++) {
		struct form form = form_at(f, i + n);
		letters[n] = (struct letters){form.cps, form.n_cp};
	}
	return lexicon_match(f->language, list, letters, n);
}

/* How many words before `i` are an entry of a list. */
static size_t match_before(const struct finding *f, enum lexicon_list list, size_t i)
{
	for (size_t n = LEXICON_PHRASE; n > 0; n--)
		if (n <= i && goes_on(f, i) && match_at(f, list, i - n) == n)
			return n;
	return 0;
}

static bool begins_with(struct form form, const char32_t *letters)
{
	size_t i = 0;
	while (letters[i] && i < form.n_cp && form.cps[i] == letters[i])
		i++;
	return letters[i] == 0;
}

static bool ends_with(struct form form, const char32_t *letters)
{
	size_t n = 0;
	while (letters[n])
		n++;
	if (n > form.n_cp)
		return false;
	form.cps += form.n_cp - n;
	return begins_with(form, letters);
}

/* In thousandths; false of what is too large to be compared. */
static bool read_value(struct form form, uint64_t *value)
{
	uint64_t fraction = 0;
	*value = 0;
	for (size_t i = 0; i < form.n_cp && form.cps[i] != '%'; i++) {
		if (form.cps[i] == '.') {
			fraction = 1;
			continue;
		}
		if (form.cps[i] < '0' || form.cps[i] > '9' || *value > UINT64_MAX / 100000)
			return false;
		if (fraction <= THOUSANDTHS / 10) {
			*value = *value * 10 + (form.cps[i] - '0');
			fraction *= 10;
		}
	}
	for (fraction = fraction ? fraction : 1; fraction < THOUSANDTHS; fraction *= 10)
		*value *= 10;
	return true;
}

/* Of a number in hundreds, of a thousand and more, half its last digit: it may be rounded. */
static uint64_t rounded_by(uint64_t value)
{
	uint64_t step = THOUSANDTHS;
	while (value > 0 && value % (step * 10) == 0)
		step *= 10;
	bool round = step >= 100 * (uint64_t)THOUSANDTHS && value / step >= 10;
	return round ? step / 2 : 0;
}

/* Urdu and Turkish have the hedge between number and noun. */
static bool hedges_follow(const struct finding *f)
{
	return f->language == LANGUAGE_URDU || f->language == LANGUAGE_TURKISH;
}

/* Words of a hedge after the number: elsewhere only what can be nothing else, as "at least". */
static size_t hedge_after(const struct finding *f, enum lexicon_list list, size_t number)
{
	bool follows = number + 1 < f->words.n && goes_on(f, number + 1);
	size_t n = follows ? match_at(f, list, number + 1) : 0;
	return n > 1 || hedges_follow(f) ? n : 0;
}

static size_t hedge_around(const struct finding *f, enum lexicon_list list, size_t number)
{
	size_t before = match_before(f, list, number), after = hedge_after(f, list, number);
	return before > after ? before : after;
}

/*
 * "More than 20" may be up to 30, "less than 30" down to 20, "about 20" between 18 and 22; 12,300
 * may be what 12,345 was rounded to.
 */
static void hedge(const struct finding *f, size_t number, uint64_t value, struct found_figure *out)
{
	size_t more = hedge_around(f, LEXICON_MORE, number);
	size_t less = hedge_around(f, LEXICON_LESS, number);
	size_t about = hedge_around(f, LEXICON_ABOUT, number);
	uint64_t rounded = rounded_by(value);
	out->low = value - rounded;
	out->high = value + rounded;
	if (more > 0 && more > less && more > about) {
		out->high = value + value / 2;
	} else if (less > 0 && less > about) {
		out->low = value - value / 3;
	} else if (about > 0) {
		out->low = value - value / 10;
		out->high = value + value / 10;
	}
}

/* "And a half" after the noun (three hours and a half), or in its place (3 and a half hours). */
static size_t half_at(const struct finding *f, size_t i)
{
	return i < f->words.n && goes_on(f, i) ? match_at(f, LEXICON_HALF, i) : 0;
}

/* The number before it where both are one range or score; its own index where there is none. */
static size_t joined_number(const struct finding *f, size_t number)
{
	if (number > 0 && is_number(f, number - 1) && gap_before(f, number) == 1)
		return number - 1;
	if (number > 1 && is_number(f, number - 2) && word_at(f, number - 1)->kind == WORD_STOP &&
	    goes_on(f, number) && goes_on(f, number - 1))
		return number - 2;
	return number;
}

/* What the number may stand for; false where that is nothing that can be compared. */
static bool read_number(const struct finding *f, size_t number, struct found_figure *out)
{
	uint64_t value, low;
	size_t joined = joined_number(f, number);
	if (!read_value(form_at(f, number), &value))
		return false;
	if (out->half)
		value += THOUSANDTHS / 2;
	hedge(f, number, value, out);
	if (joined == number)
		return true;
	if (!read_value(form_at(f, joined), &low) || low >= value)
		return false; /* a score */
	out->low = low;
	return true;
}

/* Whether the number counts the word after it, though it looks like a year: 2000 people. */
static bool is_count(const struct finding *f, size_t number)
{
	unsigned traits = form_at(f, number + 1).traits;
	unsigned counted = 1u << LEXICON_COUNTED | 1u << LEXICON_MEASURE;
	bool time = traits & 1u << LEXICON_TIME && !(traits & 1u << LEXICON_COUNTED);
	return traits & counted && !time && match_before(f, LEXICON_DATED, number) == 0;
}

/* Four digits that are mostly a year: of this calendar, or of the Persian one. */
static bool is_year(const struct finding *f, size_t i)
{
	uint64_t value;
	uint64_t first = f->language == LANGUAGE_PERSIAN ? 1300 : 1900, last = first + 199;
	if (word_at(f, i)->n_cp != 4 || !read_value(form_at(f, i), &value))
		return false;
	if (i + 1 < f->words.n && goes_on(f, i + 1) && is_count(f, i))
		return false;
	return value >= first * THOUSANDTHS && value <= last * THOUSANDTHS;
}

/* "One" in letters is mostly no number. */
static bool is_pronoun(const struct finding *f, size_t i)
{
	struct form form = form_at(f, i);
	return form.n_cp == 1 && form.cps[0] == '1' && word_at(f, i)->n_cp > 1;
}

static bool is_sign(const struct finding *f, size_t i)
{
	return i < f->words.n && word_at(f, i)->kind == WORD_SIGN;
}

static bool is_percent(const struct finding *f, size_t i)
{
	struct form form = form_at(f, i);
	return form.n_cp > 0 && form.cps[form.n_cp - 1] == '%';
}

/* Part of an address with its bytes as %D9%83. */
static bool is_of_address(const struct finding *f, size_t i)
{
	bool before = i > 0 && is_percent(f, i - 1) && gap_before(f, i) <= 1;
	bool after = i + 1 < f->words.n && is_percent(f, i) && gap_before(f, i + 1) <= 1 &&
		     (gap_before(f, i + 1) == 0 || word_at(f, i + 1)->flags & WORD_PARTED) &&
		     is_percent(f, i + 1);
	bool glued = i + 1 < f->words.n && gap_before(f, i + 1) == 0 && !is_sign(f, i + 1);
	return before || after || (is_percent(f, i) && glued);
}

/* F-22, COVID-19, G7: the number of a name; what is one letter is a preposition, or a hedge. */
static bool is_of_name(const struct finding *f, size_t i)
{
	if (i == 0 || is_number(f, i - 1))
		return false;
	bool touches = gap_before(f, i) == 0 ||
		       (gap_before(f, i) == 1 && word_at(f, i)->flags & WORD_PARTED);
	return (touches && form_at(f, i - 1).n_cp > 1) || match_before(f, LEXICON_NUMBERED, i);
}

/* Whether the number stands beside a part of a date, or says the hour. */
static bool is_of_date(const struct finding *f, size_t i)
{
	bool before = i > 0 && word_at(f, i - 1)->kind == WORD_DATE && goes_on(f, i);
	bool after = i + 1 < f->words.n && word_at(f, i + 1)->kind == WORD_DATE;
	return before || after || match_at(f, LEXICON_CLOCK, i + 1);
}

/* Whether the word ends as adjectives do, in languages that have them before the noun. */
static bool is_adjective(const struct finding *f, size_t i)
{
	static const struct {
		enum language language;
		const char32_t *endings[12];
	} adjectives[] = {
		{LANGUAGE_ENGLISH,
		 {U"ian", U"ean", U"ish", U"ese", U"ern", U"ic", U"al", U"ous", U"ive", U"ary"}},
		{LANGUAGE_RUSSIAN,
		 {U"ый", U"ий", U"ая", U"ое", U"ые", U"ие", U"ых", U"их", U"ого", U"его", U"ую"}},
		{LANGUAGE_GERMAN,
		 {U"ische", U"ischen", U"ischer", U"liche", U"lichen", U"licher", U"ige", U"igen"}},
	};
	struct form form = form_at(f, i);
	for (size_t a = 0; a < sizeof adjectives / sizeof *adjectives; a++)
		for (size_t e = 0; f->language == adjectives[a].language && e < 12; e++)
			if (adjectives[a].endings[e] && ends_with(form, adjectives[a].endings[e]))
				return true;
	return false;
}

/* Arabic counts no noun with its article, nor with a preposition and its article. */
static bool is_definite(const struct finding *f, size_t i)
{
	static const char32_t *const articles[] = {U"ال", U"لل", U"وال", U"بال", U"فال", U"كال"};
	for (size_t a = 0; a < sizeof articles / sizeof *articles; a++)
		if (f->language == LANGUAGE_ARABIC && begins_with(form_at(f, i), articles[a]))
			return true;
	return false;
}

/* Whether a word is in Latin letters in an article of another script: of what it cites. */
static bool is_foreign(const struct finding *f, size_t i)
{
	static const bool latin[LANGUAGE_COUNT] = {
		[LANGUAGE_OTHER] = true,  [LANGUAGE_ENGLISH] = true, [LANGUAGE_FRENCH] = true,
		[LANGUAGE_GERMAN] = true, [LANGUAGE_SPANISH] = true, [LANGUAGE_TURKISH] = true,
	};
	return !latin[f->language] && form_at(f, i).traits & FORM_LATIN;
}

/* "And" with what happened, of which the next number is: 12 وإصابة 40. */
static bool begins_event(const struct finding *f, size_t i)
{
	struct form form = form_at(f, i);
	return f->language == LANGUAGE_ARABIC && form.n_cp > 1 && form.cps[0] == U'و' &&
	       lexicon_has(f->language, LEXICON_EVENT, form.cps + 1, form.n_cp - 1);
}

/* A word that stands between two numbers is of neither, unless it is counted: five versus five. */
static bool parts_numbers(const struct finding *f, size_t i)
{
	unsigned counted = 1u << LEXICON_COUNTED | 1u << LEXICON_MEASURE | 1u << LEXICON_TIME;
	return is_number(f, i + 1) && goes_on(f, i + 1) && !(form_at(f, i).traits & counted);
}

static bool is_noun(const struct finding *f, size_t i)
{
	return i < f->words.n && word_at(f, i)->kind == WORD_CONTENT && goes_on(f, i) &&
	       !is_foreign(f, i) && !begins_event(f, i) && !parts_numbers(f, i);
}

/* An Arabic two in words stands behind its noun, never before it. */
static bool is_two_in_words(const struct finding *f, size_t i)
{
	struct form form = form_at(f, i);
	return f->language == LANGUAGE_ARABIC && form.n_cp == 1 && form.cps[0] == '2' &&
	       word_at(f, i)->n_cp > 2;
}

/* A number with the article counts the noun before it: المضخات الأربع عملت. */
static size_t noun_of_definite(const struct finding *f, size_t number)
{
	bool is = number > 1 && word_at(f, number - 1)->kind == WORD_CONTENT &&
		  goes_on(f, number) && is_definite(f, number - 1);
	return is ? number - 1 : 0;
}

/* Of one above ten, the noun may follow after all: الستين يوما, الثلاثة مليارات دولار. */
static bool noun_follows_definite(const struct finding *f, size_t number)
{
	uint64_t value;
	unsigned counted = 1u << LEXICON_COUNTED | 1u << LEXICON_MEASURE;
	if (!is_noun(f, number + 1) || !read_value(form_at(f, number), &value))
		return false;
	struct form next = form_at(f, number + 1);
	return value > 10 * THOUSANDTHS && (ends_with(next, U"ا") || next.traits & counted);
}

/* Where the noun of a number stands; 0 where it has none. */
static size_t find_noun(const struct finding *f, size_t number)
{
	size_t i = number + 1;
	if (hedges_follow(f))
		i += hedge_after(f, LEXICON_MORE, number) + hedge_after(f, LEXICON_LESS, number) +
		     hedge_after(f, LEXICON_ABOUT, number);
	size_t part = match_at(f, LEXICON_PART, i);
	i += part;
	if (word_at(f, number)->flags & WORD_DEFINITE && !noun_follows_definite(f, number))
		return noun_of_definite(f, number);
	if (part == 0 && is_two_in_words(f, number))
		return 0;
	if (!is_noun(f, i) || half_at(f, i) ||
	    (f->language == LANGUAGE_ARABIC && is_definite(f, i) != (part > 0)))
		return 0;
	for (size_t n = 0; n < 2 && is_adjective(f, i) && is_noun(f, i + 1); n++)
		i++;
	return i;
}

static bool begins_with_one_of(struct form form, const char32_t *const *beginnings)
{
	while (*beginnings && !begins_with(form, *beginnings))
		beginnings++;
	return *beginnings;
}

/* A sign of a currency is what its names are: $, dollars, دولارا, الدولارات. */
static uint32_t thing_of(const struct finding *f, size_t noun)
{
	static const char32_t *const dollars[] = {U"$",    U"dollar", U"dólar",  U"dolar", U"دولار",
						  U"دلار", U"ڈالر",   U"доллар", U"דולר",  NULL};
	static const char32_t *const euros[] = {U"€", U"euro", U"يورو", U"евро", U"אירו", NULL};
	struct form form = form_at(f, noun);
	if (f->language == LANGUAGE_ARABIC && begins_with(form, U"ال"))
		form = (struct form){form.cps + 2, form.n_cp - 2, form.traits};
	if (is_sign(f, noun) || match_at(f, LEXICON_MEASURE, noun) > 0) {
		if (begins_with_one_of(form, dollars))
			return FIGURE_DOLLAR;
		if (begins_with_one_of(form, euros))
			return FIGURE_EURO;
	}
	return set_root(f->set, f->text_index, word_at(f, noun));
}

static void name_thing(const struct finding *f, size_t noun, struct found_figure *out)
{
	out->noun = (uint32_t)noun;
	out->thing = thing_of(f, noun);
	out->measure = is_sign(f, noun) || match_at(f, LEXICON_MEASURE, noun) > 0;
	out->half = half_at(f, noun + 1) > 0;
}

/* What the number counts. */
static void find_thing(const struct finding *f, size_t number, struct found_figure *out)
{
	size_t noun = find_noun(f, number);
	out->number = out->noun = (uint32_t)number;
	out->thing = FIGURE_ALONE;
	if (is_percent(f, number)) {
		out->thing = FIGURE_PERCENT;
		out->measure = true;
	} else if (number > 0 && is_sign(f, number - 1)) {
		name_thing(f, number - 1, out);
	} else if (is_sign(f, number + 1)) {
		name_thing(f, number + 1, out);
	} else if (is_year(f, number) || is_pronoun(f, number)) {
		return;
	} else if (noun > 0) {
		name_thing(f, noun, out);
	} else if (match_before(f, LEXICON_EVENT, number) == 1) {
		name_thing(f, number - 1, out);
		out->bare = true;
	}
}

/* The figure that the number is part of; false where it is of none. */
static bool read_figure(const struct finding *f, size_t number, struct found_figure *out)
{
	if (is_of_name(f, number) || is_of_address(f, number) || is_of_date(f, number))
		return false;
	find_thing(f, number, out);
	return read_number(f, number, out);
}

/* Whether it ends as duals do, in Arabic or Hebrew (folded); few words are looked up then. */
static bool may_be_dual(const struct finding *f, size_t i)
{
	struct form form = form_at(f, i);
	return word_at(f, i)->kind == WORD_CONTENT && form.n_cp > 2 &&
	       (form.cps[form.n_cp - 1] == U'ن' || form.cps[form.n_cp - 1] == U'מ');
}

/* Two of a thing in one word: ساعتين. */
static bool read_dual(const struct finding *f, size_t i, struct found_figure *out)
{
	struct form form = form_at(f, i);
	struct letters letters = {form.cps, form.n_cp};
	struct number number;
	if (!may_be_dual(f, i) || !number_read(f->language, &letters, 1, &number) ||
	    number.n_noun_cp == 0)
		return false;
	out->number = (uint32_t)i;
	name_thing(f, i, out);
	hedge(f, i, 2 * THOUSANDTHS + (out->half ? THOUSANDTHS / 2 : 0), out);
	return true;
}

size_t figures_find(const struct compare_set *set, struct unit_ref unit, size_t max,
		    struct found_figures *out)
{
	const struct compare_text *text = compare_set_text(set, unit.text);
	enum unit_kind kind = compare_text_unit(text, unit.unit).kind;
	struct finding f = {.set = set, .text = text, .text_index = unit.text};
	size_t n = 0;
	f.language = compare_text_language(text);
	f.words = text_unit_words(text, unit.unit);
	for (size_t i = 0; i < f.words.n && kind != UNIT_URL && kind != UNIT_DATELINE; i++) {
		struct found_figure found = {.number = 0};
		bool is = is_number(&f, i) ? read_figure(&f, i, &found) : read_dual(&f, i, &found);
		if (is && n < max)
			VEC_PUSH(out->items, out->n, out->cap, found);
		n += is;
	}
	return n;
}

bool figure_word_tells(const struct compare_set *set, size_t text, const struct word *word)
{
	struct form form = text_form(compare_set_text(set, text), word->form);
	unsigned of_any = 1u << LEXICON_MEASURE | 1u << LEXICON_AMOUNT | 1u << LEXICON_TIME;
	return word->kind == WORD_CONTENT && !(form.traits & of_any);
}

void figure_value(const struct compare_text *text, struct word_run words,
		  const struct found_figure *figure, struct str *out)
{
	const struct word *word = &words.items[figure->number];
	struct form form = text_form(text, word->form);
	if (word->kind != WORD_NUMBER)
		str_append_char(out, '2');
	for (size_t i = 0; word->kind == WORD_NUMBER && i < form.n_cp && form.cps[i] != '%'; i++)
		str_append_char(out, (char)form.cps[i]);
	if (figure->half)
		str_append_str(out, ".5");
}
