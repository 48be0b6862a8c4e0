/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/stem.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "compare/stem-internal.h"
#include "text/fold.h"

struct stemmer {
	struct stem_counts counts;
	struct sb_stemmer *snowball[LANGUAGE_COUNT]; /* NULL until it is asked for */
};

static const char *const snowball_names[LANGUAGE_COUNT] = {
	[LANGUAGE_ENGLISH] = "english", [LANGUAGE_FRENCH] = "french",
	[LANGUAGE_RUSSIAN] = "russian", [LANGUAGE_GERMAN] = "german",
	[LANGUAGE_SPANISH] = "spanish", [LANGUAGE_TURKISH] = "turkish",
};

static void (*const own_stems[LANGUAGE_COUNT])(struct cutting *) = {
	[LANGUAGE_ARABIC] = stem_arabic,
	[LANGUAGE_PERSIAN] = stem_persian,
	[LANGUAGE_URDU] = stem_urdu,
	[LANGUAGE_HEBREW] = stem_hebrew,
};

struct stemmer *stemmer_new(struct stem_counts counts)
{
	struct stemmer *stemmer = xcalloc(1, sizeof *stemmer);
	stemmer->counts = counts;
	return stemmer;
}

void stemmer_free(struct stemmer *stemmer)
{
	for (size_t i = 0; stemmer && i < LANGUAGE_COUNT; i++)
		sb_stemmer_delete(stemmer->snowball[i]);
	free(stemmer);
}

/* NULL where the library has no such language after all. */
static struct sb_stemmer *snowball_of(struct stemmer *stemmer, enum language language)
{
	struct sb_stemmer **at = &stemmer->snowball[language];
	if (!*at)
		*at = sb_stemmer_new(snowball_names[language], "UTF_8");
	return *at;
}

static size_t decode(const char *utf8, size_t n_bytes, char32_t out[FORM_MAX])
{
	size_t n_cp;
	char32_t *cps = utf8_decode(utf8, n_bytes, &n_cp);
	n_cp = n_cp < FORM_MAX ? n_cp : FORM_MAX;
	memcpy(out, cps, n_cp * sizeof *out);
	free(cps);
	return n_cp;
}

/* The length of its stem, written over the word. */
static size_t cut_by_snowball(struct sb_stemmer *snowball, char32_t word[FORM_MAX], size_t n)
{
	struct str utf8 = STR_EMPTY;
	utf8_append(&utf8, word, n);
	const sb_symbol *stem = sb_stemmer_stem(snowball, (const sb_symbol *)str_cstr(&utf8),
						(int)utf8.len);
	size_t length = stem ? decode((const char *)stem, (size_t)sb_stemmer_length(snowball), word)
			     : n;
	str_release(&utf8);
	return length;
}

/* organise is organize: the library's English knows only the latter. */
static void write_as_american(char32_t *word, size_t n)
{
	static const char32_t *const endings[] = {U"ise",   U"ised",    U"ises",     U"ising",
						  U"iser",  U"isers",   U"isation",  U"isations"};
	enum { MIN_REST = 3 };
	for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
		size_t length = letters_length(endings[e]);
		if (n >= length + MIN_REST &&
		    memcmp(word + n - length, endings[e], length * sizeof *word) == 0)
			word[n - length + 1] = 'z';
	}
}

/* Turkish endings stand on each other, and the library cuts some: başkanlar, başkan. */
static size_t stem_by_snowball(struct stemmer *stemmer, enum language language, char32_t *word,
			       size_t n)
{
	struct sb_stemmer *snowball = snowball_of(stemmer, language);
	bool again = language == LANGUAGE_TURKISH;
	if (!snowball)
		return n;
	if (language == LANGUAGE_ENGLISH)
		write_as_american(word, n);
	size_t before;
	do {
		before = n;
		n = cut_by_snowball(snowball, word, n);
	} while (again && n < before);
	return n;
}

size_t stemmer_stem(struct stemmer *stemmer, enum language language, const char32_t *form,
		    size_t n, char32_t out[FORM_MAX])
{
	n = n < FORM_MAX ? n : FORM_MAX;
	if (snowball_names[language]) {
		memcpy(out, form, n * sizeof *out);
		return stem_plain(out, stem_by_snowball(stemmer, language, out, n), out);
	}
	if (!own_stems[language])
		return stem_plain(form, n, out);
	struct cutting word = {.counts = stemmer->counts, .n = n};
	memcpy(word.cps, form, n * sizeof *form);
	own_stems[language](&word);
	memcpy(out, word.cps, word.n * sizeof *out);
	return word.n;
}

/* The letters that a Latin letter is written with elsewhere; how many. */
static size_t plain_letters(char32_t cp, char32_t out[2])
{
	static const struct {
		char32_t letter;
		char32_t plain[3];
	} letters[] = {{U'ß', U"ss"}, {U'æ', U"ae"}, {U'œ', U"oe"}, {U'ø', U"o"},
		       {U'ł', U"l"},  {U'đ', U"d"},  {U'ð', U"d"},  {U'þ', U"th"},
		       {U'ı', U"i"},  {U'ħ', U"h"},  {U'ŧ', U"t"}};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].letter == cp) {
			memcpy(out, letters[i].plain, 2 * sizeof *out);
			return letters_length(letters[i].plain);
		}
	out[0] = fold_base(cp);
	return 1;
}

size_t stem_plain(const char32_t *form, size_t n, char32_t out[FORM_MAX])
{
	char32_t plain[FORM_MAX];
	size_t length = 0;
	for (size_t i = 0; i < n && length + 2 <= FORM_MAX; i++) {
		plain[length] = form[i];
		length += form[i] >= 0x80 && form_is_latin(form[i])
				  ? plain_letters(form[i], plain + length)
				  : 1;
	}
	memcpy(out, plain, length * sizeof *out);
	return length;
}

/* The letters that are not among `vowels`. */
static size_t without(const char32_t *vowels, const char32_t *stem, size_t n, char32_t *out)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;
		while (vowels[k] && vowels[k] != stem[i])
			k++;
		if (!vowels[k])
			out[kept++] = stem[i];
	}
	return kept;
}

/*
 * A root of which only two letters are left began with و or أ, if the stem does: وفد and وفود, وزير
 * and وزراء; أسير and أسرى; أوراق is of ورق. 0 where it does not.
 */
static size_t with_initial(const char32_t *stem, size_t n, char32_t out[3])
{
	bool plural = n > 1 && stem[0] == U'ا' && stem[1] == U'و';
	char32_t initial = plural ? U'و' : stem[0];
	if (initial != U'و' && initial != U'ا')
		return 0;
	memmove(out + 1, out, 2 * sizeof *out);
	out[0] = initial;
	return 3;
}

/*
 * About the root: what derives nouns and verbs from it goes too, before it, in it and after it, so
 * that اقتراح and مقترح meet, or مهاجم, تهجم and هجوم. Three letters stay.
 */
static size_t arabic_root(const char32_t *stem, size_t n, char32_t *out)
{
	enum { ROOT = 3 };
	size_t kept = without(U"اويء", stem, n, out);
	if (kept == ROOT - 1)
		return with_initial(stem, n, out);
	bool nun = out[0] == U'ن' && out[1] != U'ت'; /* نرفض, انفجار; but انتخاب is of نخب */
	if (kept > ROOT && (out[0] == U'م' || out[0] == U'ت' || nun))
		memmove(out, out + 1, --kept * sizeof *out);
	while (kept > ROOT &&
	       (out[kept - 1] == U'ت' || out[kept - 1] == U'ن' || out[kept - 1] == U'ه'))
		kept--;
	if (kept == ROOT + 1 && out[1] == U'ت')
		memmove(out + 1, out + 2, (--kept - 1) * sizeof *out);
	return kept;
}

/* مسئول, مسوول and مسؤول: two such letters in a row are written in any way. */
static size_t with_one_glide(const char32_t *stem, size_t n, char32_t *out)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		bool glide = stem[i] == U'و' || stem[i] == U'ي';
		bool again = kept > 0 && glide && (out[kept - 1] == U'و' || out[kept - 1] == U'ي');
		if (again)
			out[kept - 1] = U'ي';
		else if (stem[i] != U'ء')
			out[kept++] = stem[i];
	}
	return kept;
}

/* organise, organize; colour, color; Zelensky, Zelenskyy. */
static size_t with_one_spelling(const char32_t *stem, size_t n, char32_t *out)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		char32_t cp = stem[i] == 'y' ? 'i' : stem[i] == 'z' ? 's' : stem[i];
		bool doubled = kept > 0 && out[kept - 1] == cp;
		bool our = cp == 'u' && kept > 0 && out[kept - 1] == 'o' && i + 1 < n &&
			   stem[i + 1] == 'r';
		if (!doubled && !our)
			out[kept++] = cp;
	}
	return kept;
}

static size_t at_most(size_t n, size_t most)
{
	return n < most ? n : most;
}

/*
 * Where words are derived by endings, they have their beginning in common: Regierung, regieren.
 * Five letters tell most of them from others, in Persian four; in English, police would be policy.
 */
size_t stem_skeleton(enum language language, const char32_t *stem, size_t n,
		     char32_t out[FORM_MAX])
{
	enum { SHORTEST = 3, BEGINNING = 5, IN_PERSIAN = 4 };
	size_t kept = 0;
	switch (language) {
	case LANGUAGE_ARABIC: kept = arabic_root(stem, n, out); break;
	case LANGUAGE_HEBREW: kept = without(U"וי", stem, n, out); break;
	case LANGUAGE_PERSIAN: kept = at_most(with_one_glide(stem, n, out), IN_PERSIAN); break;
	case LANGUAGE_URDU: kept = with_one_glide(stem, n, out); break;
	case LANGUAGE_ENGLISH: kept = with_one_spelling(stem, n, out); break;
	case LANGUAGE_FRENCH:
	case LANGUAGE_GERMAN:
	case LANGUAGE_SPANISH:
	case LANGUAGE_TURKISH: kept = at_most(with_one_spelling(stem, n, out), BEGINNING); break;
	case LANGUAGE_RUSSIAN:
	default: kept = at_most(without(U"", stem, n, out), BEGINNING); break;
	}
	return kept >= SHORTEST ? kept : 0;
}
