/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number in words is read from left to right as it is said: parts below a thousand are added up
 * (in most languages only where "and" joins them), and multiplied by the thousand, million or
 * milliard after them.
 */
#include "compare/number.h"

#include <string.h>

#include "compare/decimal.h"
#include "compare/lexicon-data.h"
#include "compare/lexicon.h"
#include "text/code-point.h"

enum { HUNDRED = 2, THOUSAND = 3, NO_SCALE = 99, LONGEST_ENTRY = 4 };

/* What one entry of the numbers' table means, where it stands in a row of words. */
struct part {
	enum lexicon_kind kind;
	unsigned value;
	bool rare;
	bool joined;    /* with "and" before it */
	size_t cut;     /* letters of the first word that do not belong to it */
	bool definite;  /* an article is among them */
	size_t n_words; /* "and" included */
};

struct reader {
	enum language language;
	const struct letters *words;
	size_t n_words;
};

/* What was added up so far, in hundredths where there may be a half. */
struct sum {
	struct decimal total; /* in hundredths */
	unsigned group;       /* below 1000, still to be multiplied */
	unsigned hundredths;  /* of it, besides */
	bool halved;          /* the last scale has its half: ونصف المليون */
	unsigned scale;     /* the last one; the next is smaller */
	bool any, any_sure; /* parts; parts that are not rare by themselves */
	size_t n_words;
};

static const struct word_table *table_of(enum language language)
{
	return &lexicon_data[language].numbers;
}

/* The longest entry from the first word on; false where there is none. */
static bool find_entry(enum language language, const struct letters *words, size_t n_words,
		       struct part *part)
{
	char32_t joined[FORM_MAX];
	size_t n = n_words < LONGEST_ENTRY ? n_words : LONGEST_ENTRY;
	unsigned meaning = 0;
	if (n == 0 || !lexicon_find(table_of(language), words[0].cps, words[0].n_cp, &meaning))
		return false;
	for (; n > 0; n--) {
		size_t n_cp = lexicon_join(words, n, joined);
		if (n_cp > 0 && lexicon_find(table_of(language), joined, n_cp, &meaning) &&
		    (meaning & ~(unsigned)LEXICON_RARE) >> LEXICON_VALUE_BITS != LEXICON_BEGINS)
			break;
	}
	*part = (struct part){.kind = (meaning & ~(unsigned)LEXICON_RARE) >> LEXICON_VALUE_BITS,
			      .value = meaning & ((1u << LEXICON_VALUE_BITS) - 1),
			      .rare = meaning & LEXICON_RARE,
			      .n_words = n};
	return n > 0;
}

/* What may be written together with a number: one of `joining`, one of `before`, an article. */
struct clitics {
	char32_t joining;
	const char32_t *before;
	const char32_t *article;
};

static struct clitics clitics_of(enum language language)
{
	switch (language) {
	case LANGUAGE_ARABIC: return (struct clitics){U'و', U"فبلك", U"ال"};
	case LANGUAGE_HEBREW: return (struct clitics){U'ו', U"בלמכש", U"ה"};
	default: return (struct clitics){0, U"", U""};
	}
}

/* As find_entry(), with the first `cut` letters of the first word left out. */
static bool find_cut(const struct reader *r, size_t at, size_t cut, struct part *part)
{
	struct letters row[LONGEST_ENTRY];
	size_t n = r->n_words - at < LONGEST_ENTRY ? r->n_words - at : LONGEST_ENTRY;
	memcpy(row, r->words + at, n * sizeof *row);
	if (row[0].n_cp < cut + 2)
		return false;
	row[0].cps += cut;
	row[0].n_cp -= cut;
	if (!find_entry(r->language, row, n, part))
		return false;
	part->cut = cut;
	return true;
}

/* With a preposition, an article or both before it. */
static bool find_behind(const struct reader *r, size_t at, size_t cut, struct part *part)
{
	struct clitics clitics = clitics_of(r->language);
	struct letters word = r->words[at];
	if (find_cut(r, at, cut, part))
		return true;
	if (cut < word.n_cp && is_one_of(word.cps[cut], clitics.before)) {
		cut++;
		if (find_cut(r, at, cut, part))
			return true;
	}
	size_t article = 0;
	while (clitics.article[article] && cut + article < word.n_cp &&
	       word.cps[cut + article] == clitics.article[article])
		article++;
	bool found = article > 0 && !clitics.article[article] &&
		     find_cut(r, at, cut + article, part);
	part->definite = found;
	return found;
}

/* Some words that look as if a clitic and a number are none: لست. */
static bool is_known_word(const struct reader *r, size_t at)
{
	const struct word_table *words = &lexicon_data[r->language].words;
	return lexicon_find(words, r->words[at].cps, r->words[at].n_cp, &(unsigned){0});
}

/* The part that begins with word `at`. */
static bool find_part(const struct reader *r, size_t at, struct part *part)
{
	if (at >= r->n_words)
		return false;
	if (find_entry(r->language, r->words + at, r->n_words - at, part)) {
		if (part->kind != LEXICON_AND)
			return true;
		size_t n_and = part->n_words;
		if (at == 0 || at + n_and >= r->n_words || !find_behind(r, at + n_and, 0, part))
			return false;
		part->joined = true;
		part->n_words += n_and;
		return part->kind != LEXICON_AND;
	}
	struct clitics clitics = clitics_of(r->language);
	bool joined = clitics.joining && r->words[at].cps[0] == clitics.joining;
	if (!clitics.joining || !find_behind(r, at, joined, part))
		return false;
	if (part->kind != LEXICON_FRACTION && is_known_word(r, at))
		return false;
	part->joined = joined;
	return true;
}

/* Whether tens and units, hundreds and tens are joined by "and" and never stand side by side. */
static bool needs_and(enum language language)
{
	return language == LANGUAGE_ARABIC || language == LANGUAGE_PERSIAN ||
	       language == LANGUAGE_HEBREW;
}

/* Whether `value` goes on with what `group` began: 20 and 5, 200 and 25, in Arabic 5 and 20. */
static bool goes_on(enum language language, unsigned group, const struct part *part)
{
	unsigned value = part->value;
	if (group == 0)
		return true;
	if (needs_and(language) && !part->joined)
		return false;
	if (group % 100 == 0)
		return value < 100 && value > 0;
	unsigned rest = group % 100;
	bool unit_first = language == LANGUAGE_ARABIC && rest < 10 && value % 10 == 0;
	if (unit_first)
		return value >= 20 && value < 100;
	bool plain = needs_and(language) || !part->joined || language == LANGUAGE_FRENCH ||
		     language == LANGUAGE_SPANISH;
	unsigned least = language == LANGUAGE_TURKISH ? 10 : 20; /* on beş is 15 */
	return plain && rest >= least && rest % 10 == 0 && value > 0 && value < 10;
}

static bool add_total(struct sum *sum, unsigned hundredths, unsigned scale)
{
	struct decimal part = {.digits = hundredths};
	if (scale >= sum->scale || !decimal_scale(&part, scale))
		return false;
	sum->total.digits += part.digits;
	sum->scale = scale;
	sum->group = 0;
	sum->hundredths = 0;
	return true;
}

/* Half a million; two and a half; مليون ونصف. */
static bool add_fraction(struct sum *sum, const struct part *part)
{
	if (!sum->any || (sum->group > 0 && sum->hundredths == 0)) {
		sum->hundredths = part->value;
		return true;
	}
	struct decimal half = {.digits = part->value};
	bool after_scale = sum->group + sum->hundredths == 0 && sum->scale != NO_SCALE;
	bool added = part->joined || part->n_words > 1; /* et demi */
	if (!after_scale || !added || sum->halved || !decimal_scale(&half, sum->scale))
		return false;
	sum->total.digits += half.digits;
	sum->halved = true;
	return true;
}

static bool add_scale(struct sum *sum, const struct part *part)
{
	unsigned hundredths = sum->group * 100 + sum->hundredths;
	if (sum->halved)
		return !part->joined && part->value == sum->scale;
	/* "five and thousand" is none, nor are "thousands". */
	if (hundredths > 0 ? part->joined : part->rare)
		return false;
	if (part->value != HUNDRED)
		return add_total(sum, hundredths > 0 ? hundredths : 100, part->value);
	unsigned group = sum->group > 0 ? sum->group : 1;
	if (group > 9 || sum->hundredths > 0)
		return false;
	sum->group = group * 100;
	return true;
}

static bool add_part(enum language language, struct sum *sum, const struct part *part)
{
	switch (part->kind) {
	case LEXICON_NUMBER:
		if (sum->any && sum->group == 0 && needs_and(language) && !part->joined)
			return false;
		if (sum->hundredths > 0 || !goes_on(language, sum->group, part))
			return false;
		sum->group += part->value;
		return true;
	case LEXICON_SCALE: return add_scale(sum, part);
	case LEXICON_FRACTION: return add_fraction(sum, part);
	case LEXICON_DUAL: return sum->group == 0 && add_total(sum, 200, part->value);
	case LEXICON_THOUSANDS:
		return sum->group == 0 && add_total(sum, part->value * 100, THOUSAND);
	default: return false;
	}
}

/*
 * ألفا شخص, مليونا دولار: two of them, the dual before its noun, where nothing is multiplied by
 * it. Before anything else it is one: بلغ ألفا ومئتين, عشرين ألفا.
 */
static bool is_construct_dual(const struct reader *r, const struct sum *sum,
			      const struct part *part)
{
	size_t last = sum->n_words + part->n_words, next = last;
	if (r->language != LANGUAGE_ARABIC || part->kind != LEXICON_SCALE || part->definite ||
	    sum->group + sum->hundredths > 0 || next >= r->n_words)
		return false;
	struct letters word = r->words[last - 1], noun = r->words[next];
	unsigned traits = lexicon_traits(r->language, noun.cps, noun.n_cp);
	bool time = traits & 1u << LEXICON_TIME && !(traits & 1u << LEXICON_MEASURE);
	bool adverb = noun.n_cp > 0 && noun.cps[noun.n_cp - 1] == U'ا';
	return word.cps[word.n_cp - 1] == U'ا' && noun.n_cp > 2 && !adverb && !time &&
	       noun.cps[0] > U'ء' && noun.cps[0] <= U'ي' && noun.cps[0] != U'و' &&
	       (noun.cps[0] != U'ا' || noun.cps[1] != U'ل') &&
	       !(traits & (1u << LEXICON_STOP | 1u << LEXICON_SAYING));
}

/* مئتين وخمسين ألفا ومئتي ألف are two numbers: what is multiplied by a thousand is not added. */
static struct sum read_spelled(const struct reader *r)
{
	struct sum sum = {.scale = NO_SCALE}, scaled = sum;
	struct part part;
	while (find_part(r, sum.n_words, &part)) {
		struct sum longer = sum;
		if (is_construct_dual(r, &sum, &part))
			part.kind = LEXICON_DUAL;
		if (!add_part(r->language, &longer, &part)) {
			if (part.kind == LEXICON_SCALE && scaled.any && !part.joined)
				sum = scaled;
			break;
		}
		sum = longer;
		sum.any_sure |= !part.rare || sum.any;
		sum.any = true;
		sum.n_words += part.n_words;
		if (sum.group + sum.hundredths == 0)
			scaled = sum;
	}
	sum.total.digits += sum.group * 100 + sum.hundredths;
	sum.total.n_fraction = 2;
	return sum;
}

/* A sign or words of percent after the number. */
static void take_percent(const struct reader *r, struct number *out)
{
	struct part part;
	size_t at = out->n_words;
	bool leads = r->language == LANGUAGE_TURKISH; /* yüzde 40 */
	if (!leads && at < r->n_words &&
	    find_entry(r->language, r->words + at, r->n_words - at, &part) &&
	    part.kind == LEXICON_PERCENT) {
		out->percent = true;
		out->n_words += part.n_words;
	} else if (at < r->n_words && r->words[at].n_cp == 1 &&
		   (r->words[at].cps[0] == '%' || r->words[at].cps[0] == U'٪')) {
		out->percent = true;
		out->n_words++;
	}
}

static bool read_count(const struct reader *r, struct number *out)
{
	struct sum sum = read_spelled(r);
	if (!sum.any_sure)
		return false;
	out->kind = NUMBER_COUNT;
	out->spelled = true;
	out->n_words = sum.n_words;
	decimal_write(sum.total, out->value);
	take_percent(r, out);
	return true;
}

static bool is_digit(char32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* Digits and nothing else; how many there are. */
static size_t count_digits(struct letters word)
{
	size_t n = 0;
	while (n < word.n_cp && is_digit(word.cps[n]))
		n++;
	return n == word.n_cp ? n : 0;
}

/* 1 250 000: joins groups of three behind a word of at most three digits; how many words. */
static size_t join_groups(const struct reader *r, char32_t out[FORM_MAX], size_t *n_cp)
{
	enum { GROUP = 3, GROUPS = 5 };
	size_t n = 1;
	*n_cp = count_digits(r->words[0]);
	memcpy(out, r->words[0].cps, *n_cp * sizeof *out);
	bool begins = *n_cp >= 1 && *n_cp <= GROUP && r->words[0].cps[0] != '0';
	while (begins && n < r->n_words && n < GROUPS && count_digits(r->words[n]) == GROUP) {
		memcpy(out + *n_cp, r->words[n].cps, GROUP * sizeof *out);
		*n_cp += GROUP;
		n++;
	}
	return n;
}

/* A thousand or more after digits: 2.5 million. */
static bool scale_after(const struct reader *r, size_t at, struct part *part)
{
	return at < r->n_words && find_entry(r->language, r->words + at, r->n_words - at, part) &&
	       part->kind == LEXICON_SCALE && part->value >= THOUSAND;
}

/* 3 ملايين ونصف المليون: half of the last scale. */
static void take_half(const struct reader *r, unsigned scale, struct number *out,
		      struct decimal *value)
{
	struct part part;
	if (!find_part(r, out->n_words, &part) || part.kind != LEXICON_FRACTION || !part.joined ||
	    value->n_fraction > 0)
		return;
	struct decimal half = {part.value, 2};
	if (!decimal_scale(&half, scale))
		return;
	value->digits += half.digits;
	out->n_words += part.n_words;
	if (find_part(r, out->n_words, &part) && part.kind == LEXICON_SCALE && !part.joined &&
	    part.value == scale)
		out->n_words += part.n_words;
}

/* Any number of them: 5 thousand million. */
static void take_scales(const struct reader *r, struct number *out, struct decimal *value)
{
	struct part part;
	unsigned scale = 0;
	while (scale_after(r, out->n_words, &part) && decimal_scale(value, part.value)) {
		out->n_words += part.n_words;
		scale = part.value;
	}
	if (scale > 0)
		take_half(r, scale, out, value);
}

static bool read_digits(const struct reader *r, struct number *out)
{
	struct letters word = r->words[0];
	char32_t grouped[FORM_MAX];
	size_t n_cp;
	struct decimal value;
	out->n_words = join_groups(r, grouped, &n_cp);
	if (out->n_words > 1)
		word = (struct letters){grouped, n_cp};
	bool scaled = scale_after(r, out->n_words, &(struct part){.n_words = 0});
	if (!decimal_read(r->language, word.cps, word.n_cp, scaled, &value))
		return false;
	take_scales(r, out, &value);
	out->kind = NUMBER_COUNT;
	decimal_write(value, out->value);
	take_percent(r, out);
	return true;
}

/* What a rare name of a month needs beside it: a day or a year. */
static bool is_day_or_year(const struct reader *r, size_t at)
{
	size_t n = at < r->n_words ? count_digits(r->words[at]) : 0;
	return n == 4 || (n > 0 && n <= 2);
}

static bool same_month(const struct reader *r, size_t at, const struct part *month,
		       struct part *again)
{
	return find_part(r, at, again) && again->kind == LEXICON_MONTH &&
	       again->value == month->value && !again->joined;
}

/* شباط (فبراير) is one month. */
static bool read_month(const struct reader *r, const struct part *month, struct number *out)
{
	struct part again;
	out->kind = NUMBER_MONTH;
	out->n_words = month->n_words;
	bool twice = same_month(r, out->n_words, month, &again);
	if (twice)
		out->n_words += again.n_words;
	decimal_write((struct decimal){.digits = month->value}, out->value);
	return twice || !month->rare || is_day_or_year(r, out->n_words);
}

/* ساعتين; but الساعتين are two that were named before. */
static bool read_pair(const struct reader *r, const struct part *pair, struct number *out)
{
	struct letters word = r->words[0];
	out->kind = NUMBER_COUNT;
	out->n_words = 1;
	out->spelled = true;
	memcpy(out->value, "2", sizeof "2");
	out->n_noun_cp = word.n_cp - pair->cut - 2;
	memcpy(out->noun, word.cps + pair->cut, out->n_noun_cp * sizeof *out->noun);
	if (pair->value)
		out->noun[out->n_noun_cp - 1] = U'ه';
	return !pair->definite;
}

/* In Arabic with a ten after it: الخامس عشر, الخامس والعشرين. */
static bool read_ordinal(const struct reader *r, const struct part *ordinal, struct number *out)
{
	struct part ten;
	bool follows = r->language == LANGUAGE_ARABIC && ordinal->value < 10 &&
		       find_part(r, out->n_words, &ten) && ten.kind == LEXICON_NUMBER &&
		       ten.value % 10 == 0 && ten.value < 100 &&
		       (ten.joined ? ten.value > 10 : ten.value == 10);
	out->kind = NUMBER_ORDINAL;
	if (follows) {
		out->n_words += ten.n_words;
		decimal_write((struct decimal){.digits = ordinal->value + ten.value}, out->value);
	}
	return !ordinal->rare;
}

static bool read_named(const struct reader *r, const struct part *part, struct number *out)
{
	out->n_words = part->n_words;
	decimal_write((struct decimal){.digits = part->value}, out->value);
	switch (part->kind) {
	case LEXICON_MONTH: return read_month(r, part, out);
	case LEXICON_WEEKDAY: out->kind = NUMBER_WEEKDAY; return !part->rare;
	case LEXICON_ORDINAL: return read_ordinal(r, part, out);
	case LEXICON_PAIR: return read_pair(r, part, out);
	default: out->definite = part->definite; return read_count(r, out);
	}
}

static bool read_percent(enum language language, const struct letters *words, size_t n_words,
			 const struct part *percent, struct number *out)
{
	struct reader after = {language, words + percent->n_words, n_words - percent->n_words};
	bool found = after.n_words > 0 && after.words[0].n_cp > 0 &&
		     (is_digit(after.words[0].cps[0]) ? read_digits(&after, out)
						      : read_count(&after, out));
	out->n_words += percent->n_words;
	out->percent = true;
	return found;
}

bool number_read(enum language language, const struct letters *words, size_t n_words,
		 struct number *out)
{
	struct reader r = {.language = language, .words = words, .n_words = n_words};
	struct part part;
	*out = (struct number){.n_words = 0};
	if (n_words == 0 || words[0].n_cp == 0)
		return false;
	if (is_digit(words[0].cps[0]) && read_digits(&r, out))
		return true;
	if (!find_part(&r, 0, &part))
		return false;
	return part.kind == LEXICON_PERCENT ? read_percent(language, words, n_words, &part, out)
		     : read_named(&r, &part, out);
}
