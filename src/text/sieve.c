/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/sieve.h"

#include "base/utf8.h"

enum { SAMPLE = 16 * 1024, REPLACEMENT = 0xFFFD };

static bool has_lead(const struct sieve *sieve, uint8_t lead)
{
	for (size_t i = 0; i < sieve->n_leads; i++)
		if (sieve->lead[i][0] == lead)
			return true;
	return false;
}

static bool add_lead(struct sieve *sieve, uint8_t lead)
{
	if (has_lead(sieve, lead))
		return true;
	if (sieve->n_leads == SIEVE_LEADS)
		return false;
	sieve->lead[sieve->n_leads++] = lanes_of(lead);
	return true;
}

static void drop_pair(struct sieve *sieve, size_t i)
{
	sieve->n_pairs--;
	sieve->first[i] = sieve->first[sieve->n_pairs];
	sieve->second[i] = sieve->second[sieve->n_pairs];
}

/*
 * Two bytes that may stand together. Of characters of three bytes and more, two that begin with
 * the same byte are looked for by that byte: joined forms are many, and not in most texts.
 */
static bool add_pair(struct sieve *sieve, uint8_t first, uint8_t second)
{
	enum { THREE_BYTES = 0xE0 };
	if (has_lead(sieve, first))
		return true;
	for (size_t i = 0; i < sieve->n_pairs; i++) {
		if (sieve->first[i][0] != first)
			continue;
		if (sieve->second[i][0] == second)
			return true;
		if (first >= THREE_BYTES) {
			drop_pair(sieve, i);
			return add_lead(sieve, first);
		}
	}
	if (sieve->n_pairs == SIEVE_PAIRS)
		return false;
	sieve->first[sieve->n_pairs] = lanes_of(first);
	sieve->second[sieve->n_pairs++] = lanes_of(second);
	return true;
}

static bool add_character(struct sieve *sieve, char32_t cp)
{
	char bytes[4];
	size_t n = utf8_encode(cp, bytes);
	return n == 1 ? add_lead(sieve, (uint8_t)bytes[0])
		      : add_pair(sieve, (uint8_t)bytes[0], (uint8_t)bytes[1]);
}

/* Looks for the letter at `place`; false where that takes too much. */
static bool look_for(struct sieve *sieve, const struct folded *needle, size_t place,
		     const struct unfold *unfold)
{
	char32_t letter = needle->cps[place];
	size_t n;
	const struct unfolding *from = unfold_of(unfold, letter, &n);
	*sieve = (struct sieve){.place = place};
	/* Ill-formed bytes are that one too. */
	if (letter == REPLACEMENT || !add_character(sieve, letter))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!add_character(sieve, from[i].from))
			return false;
	return true;
}

/* Where, of LANES bytes, those looked for stand; reads one byte more. */
static lanes match(const struct sieve *sieve, const char *bytes)
{
	lanes here = lanes_load(bytes), next = lanes_load(bytes + 1), found = {0};
	for (size_t k = 0; k < sieve->n_pairs; k++)
		found |= (lanes)(here == sieve->first[k]) & (lanes)(next == sieve->second[k]);
	for (size_t k = 0; k < sieve->n_leads; k++)
		found |= (lanes)(here == sieve->lead[k]);
	return found;
}

/* The first of the bytes looked for at or after `from`; `n` where there is none. */
static size_t next_byte(const struct sieve *sieve, const char *bytes, size_t n, size_t from)
{
	size_t i = from;
	for (; i + LANES < n; i += LANES) {
		lanes found = match(sieve, bytes + i);
		if (lanes_any(found))
			return i + lanes_first(found);
	}
	if (i >= n)
		return n;
	char rest[LANES + 1] = {0};
	memcpy(rest, bytes + i, n - i);
	i += lanes_first(match(sieve, rest));
	return i < n ? i : n;
}

static size_t count(const struct sieve *sieve, const char *bytes, size_t n)
{
	size_t found = 0;
	for (size_t i = next_byte(sieve, bytes, n, 0); i < n;
	     i = next_byte(sieve, bytes, n, i + 1))
		found++;
	return found;
}

static bool is_first(const struct folded *needle, size_t place)
{
	for (size_t i = 0; i < place; i++)
		if (needle->cps[i] == needle->cps[place])
			return false;
	return true;
}

void sieve_init(struct sieve *sieve, const struct folded *needle, const struct unfold *unfold,
		const char *sample, size_t n)
{
	struct sieve tried;
	size_t best = SIZE_MAX;
	*sieve = (struct sieve){.place = 0};
	for (size_t place = 0; place < needle->n_cps && best > 0; place++) {
		if (!is_first(needle, place) || !look_for(&tried, needle, place, unfold))
			continue;
		size_t found = count(&tried, sample, n < SAMPLE ? n : SAMPLE);
		if (found < best) {
			best = found;
			*sieve = tried;
		}
	}
}

/* What a character says of the words, at the letter it would have to be. */
enum agreement { DIFFERS, AGREES, VANISHES, UNDECIDED };

static enum agreement compare(char32_t cp, char32_t letter)
{
	char32_t parts[FOLD_MAX];
	size_t n = fold_code_point(cp, parts);
	if (n == 0)
		return VANISHES;
	/* Of a ligature, a part may be in the hit. */
	if (n > 1)
		return UNDECIDED;
	return parts[0] == letter ? AGREES : DIFFERS;
}

static bool may_follow(const struct sieve *sieve, const struct folded *needle, const char *bytes,
		       size_t n, size_t at)
{
	enum agreement agreement;
	for (size_t i = sieve->place + 1; i < needle->n_cps && at < n; i += agreement == AGREES) {
		char32_t cp;
		at += utf8_next(bytes + at, n - at, &cp);
		agreement = compare(cp, needle->cps[i]);
		if (agreement == DIFFERS || agreement == UNDECIDED)
			return agreement == UNDECIDED;
	}
	return true;
}

/* Where the character before `at` begins; `at` itself where that cannot be told. */
static size_t character_before(const char *bytes, size_t at, char32_t *cp)
{
	size_t i = at;
	while (i > 0 && at - i < 4 && ((uint8_t)bytes[--i] & 0xC0) == 0x80)
		;
	return i < at && utf8_next(bytes + i, at - i, cp) == at - i ? i : at;
}

static bool may_precede(const struct sieve *sieve, const struct folded *needle, const char *bytes,
			size_t at)
{
	enum agreement agreement;
	for (size_t i = sieve->place; i > 0; i -= agreement == AGREES) {
		char32_t cp;
		size_t before = character_before(bytes, at, &cp);
		if (before == at)
			return true;
		at = before;
		agreement = compare(cp, needle->cps[i - 1]);
		if (agreement == DIFFERS || agreement == UNDECIDED)
			return agreement == UNDECIDED;
	}
	return true;
}

static bool may_be_hit(const struct sieve *sieve, const struct folded *needle, const char *bytes,
		       size_t n, size_t at)
{
	char32_t cp;
	size_t end = at + utf8_next(bytes + at, n - at, &cp);
	enum agreement agreement = compare(cp, needle->cps[sieve->place]);
	if (agreement != AGREES)
		return agreement == UNDECIDED;
	return may_follow(sieve, needle, bytes, n, end) && may_precede(sieve, needle, bytes, at);
}

size_t sieve_next(const struct sieve *sieve, const struct folded *needle, const char *bytes,
		  size_t n, size_t from)
{
	if (sieve->n_pairs == 0 && sieve->n_leads == 0)
		return from < n ? from : n;
	size_t at = next_byte(sieve, bytes, n, from);
	while (at < n && !may_be_hit(sieve, needle, bytes, n, at))
		at = next_byte(sieve, bytes, n, at + 1);
	return at;
}
