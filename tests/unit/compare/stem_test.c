/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems by their table: which words meet, in which way, and which must not. */
#include "compare/stem.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare/split.h"
#include "text/tap.h"
#include "text/table.h"

/* How often a form stands among those of a row. */
static size_t count(const void *self, const char32_t *form, size_t n)
{
	const struct split *set = self;
	size_t found = 0;
	for (size_t i = 0; i < set->n; i++)
		found += set->words[i].n_cp == n &&
			 memcmp(set->words[i].cps, form, n * sizeof *form) == 0;
	return found;
}

struct stems {
	char32_t stem[FORM_MAX], skeleton[FORM_MAX];
	size_t n_stem, n_skeleton;
};

static struct stems stems_of(const struct split *set, enum language language, struct letters word)
{
	struct stemmer *stemmer = stemmer_new((struct stem_counts){.self = set, .count = count});
	struct stems stems;
	stems.n_stem = stemmer_stem(stemmer, language, word.cps, word.n_cp, stems.stem);
	stems.n_skeleton = stem_skeleton(language, stems.stem, stems.n_stem, stems.skeleton);
	stemmer_free(stemmer);
	return stems;
}

static bool same(const char32_t *a, size_t n_a, const char32_t *b, size_t n_b)
{
	return n_a > 0 && n_a == n_b && memcmp(a, b, n_a * sizeof *a) == 0;
}

static char relation(const struct stems *a, const struct stems *b)
{
	if (same(a->stem, a->n_stem, b->stem, b->n_stem))
		return '~';
	return same(a->skeleton, a->n_skeleton, b->skeleton, b->n_skeleton) ? '=' : '!';
}

static void say_why(const struct stems *a, const struct stems *b)
{
	char *stem_a = letters_text(a->stem, a->n_stem), *stem_b = letters_text(b->stem, b->n_stem);
	tap_why("the stems are %s and %s", stem_a, stem_b);
	free(stem_a);
	free(stem_b);
}

/* Two words apart, their relation, and the set that they stand in. */
struct pair {
	struct split first, second, set;
	char wanted;
};

/* In place, for the words of a split point into it. */
static void read_pair(const char *row, struct pair *pair)
{
	char *text = strdup(row);
	char *others = strstr(text, " | ");
	size_t mark = strcspn(text, "~=!");
	if (others)
		*others = '\0';
	pair->wanted = text[mark];
	split_init(&pair->second, text + mark + 1);
	text[mark] = '\0';
	split_init(&pair->first, text);
	char *set = NULL;
	if (asprintf(&set, "%s %s %s", text, pair->wanted == '!' ? "" : text + mark + 1,
		     others ? others + 3 : "") >= 0)
		split_init(&pair->set, set);
	free(set);
	free(text);
}

static void stem_case(const char *tag, const char *row)
{
	struct pair pair;
	read_pair(row, &pair);
	enum language language = language_of_tag(tag);
	if (pair.first.n != 1 || pair.second.n != 1) {
		tap_result(false, row);
		return;
	}
	struct stems a = stems_of(&pair.set, language, pair.first.words[0]),
		     b = stems_of(&pair.set, language, pair.second.words[0]);
	bool ok = relation(&a, &b) == pair.wanted;
	tap_result(ok, row);
	if (!ok)
		say_why(&a, &b);
}

/* A word of FORM_MAX letters, with the endings and beginnings of every language. */
static void a_stem_is_never_empty_or_too_long(void)
{
	static const char32_t *const letters[] = {U"و", U"ا", U"ه", U"ي", U"ו",
						  U"י", U"ה", U"ß", U"œ"};
	struct split set = {.n = 0};
	bool ok = true;
	for (size_t k = 0; k < sizeof letters / sizeof *letters; k++)
		for (enum language language = LANGUAGE_OTHER; language < LANGUAGE_COUNT; language++)
			for (size_t n = 1; n <= FORM_MAX; n++) {
				char32_t form[FORM_MAX];
				for (size_t i = 0; i < n; i++)
					form[i] = letters[k][0];
				struct stems stems =
					stems_of(&set, language, (struct letters){form, n});
				ok &= stems.n_stem >= 1 && stems.n_stem <= FORM_MAX;
			}
	tap_result(ok, "a stem is never empty, and never too long");
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	table_run("compare/stems.test", stem_case);
	a_stem_is_never_empty_or_too_long();
	return tap_end();
}
