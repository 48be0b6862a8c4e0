/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The thesaurus is what its lists say. With GENERATE=1 this prints src/compare/thesaurus-data.c
 * from them and the stemmer.
 */
#include "compare/thesaurus.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/vec.h"
#include "compare/split.h"
#include "compare/stem.h"
#include "compare/thesaurus-data.h"

enum { SENSES_OF_WORD = 4, LINE = 4096 };

/* A word of a list: its stem, and its sense. */
struct entry {
	char32_t stem[FORM_MAX];
	size_t n;
	uint32_t sense;
};

struct entries {
	struct entry *items;
	size_t n, cap;
	size_t n_senses; /* of all lists so far */
};

static size_t never(const void *self, const char32_t *form, size_t n)
{
	(void)self;
	(void)form;
	(void)n;
	return 0;
}

static size_t stem_of(enum language language, struct letters word, char32_t out[FORM_MAX])
{
	struct stemmer *stemmer = stemmer_new((struct stem_counts){.count = never});
	size_t n = stemmer_stem(stemmer, language, word.cps, word.n_cp, out);
	stemmer_free(stemmer);
	return n;
}

static int compare_stems(const struct entry *a, const struct entry *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (a->stem[i] != b->stem[i])
			return a->stem[i] < b->stem[i] ? -1 : 1;
	return a->n < b->n ? -1 : a->n > b->n;
}

static int by_stem_and_sense(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = compare_stems(x, y);
	return order ? order : x->sense < y->sense ? -1 : x->sense > y->sense;
}

/* A sense: the words of a line, up to a comment. */
static void add_sense(struct entries *all, enum language language, char *line)
{
	struct split words;
	line[strcspn(line, "#\n")] = '\0';
	split_init(&words, line);
	for (size_t i = 0; i < words.n; i++) {
		struct entry entry = {.sense = (uint32_t)all->n_senses};
		entry.n = stem_of(language, words.words[i], entry.stem);
		VEC_PUSH(all->items, all->n, all->cap, entry);
	}
	all->n_senses += words.n > 0;
}

static void drop_doubles(struct entries *all)
{
	size_t kept = 0;
	for (size_t i = 0; i < all->n; i++)
		if (kept == 0 || by_stem_and_sense(&all->items[kept - 1], &all->items[i]) != 0)
			all->items[kept++] = all->items[i];
	all->n = kept;
}

/* In place of the items of another language; a language without a list has none. */
static void read_list(struct entries *all, enum language language)
{
	char path[LINE], line[LINE];
	const char *srcdir = getenv("srcdir");
	all->n = 0;
	snprintf(path, sizeof path, "%s/src/compare/thesaurus/%s.txt", srcdir ? srcdir : ".",
		 language_tag(language));
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		add_sense(all, language, line);
	if (file)
		fclose(file);
	if (all->n > 0)
		qsort(all->items, all->n, sizeof *all->items, by_stem_and_sense);
	drop_doubles(all);
}

/* Items of an array, so many columns wide. */
struct column {
	size_t used;
};

static void print_item(struct column *column, const char *item)
{
	if (column->used + strlen(item) > 90) {
		printf("\n\t");
		column->used = 0;
	}
	fputs(item, stdout);
	column->used += strlen(item);
}

static void print_letters(const struct entries *all, const char *tag)
{
	size_t n = 0;
	printf("\nstatic const char16_t %s_letters[] =\n\tu\"", tag);
	for (size_t i = 0; i < all->n; i++) {
		char *stem = letters_text(all->items[i].stem, all->items[i].n);
		if (n > 0 && n + all->items[i].n > 80) {
			printf("\"\n\tu\"");
			n = 0;
		}
		fputs(stem, stdout);
		n += all->items[i].n;
		free(stem);
	}
	puts("\";");
}

static void print_numbers(const struct entries *all, const char *tag, const char *name)
{
	struct column column = {0};
	size_t start = 0;
	char item[16];
	bool starts = strcmp(name, "starts") == 0;
	printf("\nstatic const uint%d_t %s_%s[] = {\n\t", starts ? 16 : 32, tag, name);
	for (size_t i = 0; i < all->n; i++) {
		snprintf(item, sizeof item, "%zu,", starts ? start : all->items[i].sense);
		print_item(&column, item);
		start += all->items[i].n;
	}
	snprintf(item, sizeof item, "%zu", start);
	puts(starts ? item : "");
	puts("};");
}

static void print_language(const struct entries *all, const char *tag)
{
	print_letters(all, tag);
	print_numbers(all, tag, "starts");
	print_numbers(all, tag, "senses");
}

static void print_tables(void)
{
	struct entries all = {.items = NULL};
	size_t counts[LANGUAGE_COUNT];
	puts("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
	     "/* Written by GENERATE=1 tests/unit/compare/thesaurus_test from the lists in thesaurus/. */\n"
	     "#include \"compare/thesaurus-data.h\"\n\n"
	     "#include \"compare/language.h\"");
	for (enum language i = LANGUAGE_OTHER; i < LANGUAGE_COUNT; i++) {
		read_list(&all, i);
		counts[i] = all.n;
		if (all.n > 0)
			print_language(&all, language_tag(i));
	}
	puts("\nconst struct word_table thesaurus_data[LANGUAGE_COUNT] = {");
	for (enum language i = LANGUAGE_OTHER; i < LANGUAGE_COUNT; i++) {
		const char *tag = language_tag(i);
		if (counts[i] > 0)
			printf("\t{%s_letters, %s_starts, %s_senses, %zu},\n", tag, tag, tag,
			       counts[i]);
		else
			puts("\t{0},");
	}
	printf("};\n\nconst size_t thesaurus_senses_count = %zu;\n", all.n_senses);
	free(all.items);
}

static void the_tables_are_what_the_lists_and_the_stemmer_give(void **state)
{
	(void)state;
	struct entries all = {.items = NULL};
	for (enum language language = LANGUAGE_OTHER; language < LANGUAGE_COUNT; language++) {
		read_list(&all, language);
		assert_int_equal(thesaurus_data[language].n, all.n);
		for (size_t i = 0; i < all.n; i++) {
			struct word_values senses = thesaurus_senses(language, all.items[i].stem,
								all.items[i].n);
			struct word_values one = {&all.items[i].sense, 1};
			assert_true(senses_meet(senses, one));
			assert_in_range(senses.n, 1, SENSES_OF_WORD);
		}
	}
	assert_int_equal(thesaurus_count(), all.n_senses);
	free(all.items);
}

static bool meet(enum language language, const char *a, const char *b)
{
	struct split first, second;
	char32_t stem_a[FORM_MAX], stem_b[FORM_MAX];
	split_init(&first, a);
	split_init(&second, b);
	size_t n_a = stem_of(language, first.words[0], stem_a),
	       n_b = stem_of(language, second.words[0], stem_b);
	return senses_meet(thesaurus_senses(language, stem_a, n_a),
			   thesaurus_senses(language, stem_b, n_b));
}

static void words_of_one_sense_meet(void **state)
{
	(void)state;
	assert_true(meet(LANGUAGE_ARABIC, "المحادثات", "مفاوضات"));
	assert_true(meet(LANGUAGE_ARABIC, "مصرع", "ومقتل") || meet(LANGUAGE_ARABIC, "مصرع", "مقتل"));
	assert_true(meet(LANGUAGE_ARABIC, "زيادة", "ارتفاع"));
	assert_true(meet(LANGUAGE_ENGLISH, "talks", "negotiations"));
	assert_true(meet(LANGUAGE_ENGLISH, "killed", "deaths"));
}

static void words_of_other_senses_do_not(void **state)
{
	(void)state;
	assert_false(meet(LANGUAGE_ARABIC, "ارتفاع", "انخفاض"));
	assert_false(meet(LANGUAGE_ARABIC, "مفاوضات", "انتخابات"));
	assert_false(meet(LANGUAGE_ENGLISH, "rise", "fall"));
	assert_false(meet(LANGUAGE_ENGLISH, "talks", "table"));
	assert_false(meet(LANGUAGE_OTHER, "talks", "negotiations"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables_are_what_the_lists_and_the_stemmer_give),
		cmocka_unit_test(words_of_one_sense_meet),
		cmocka_unit_test(words_of_other_senses_do_not),
	};
	setlocale(LC_ALL, "C.UTF-8");
	if (getenv("GENERATE")) {
		print_tables();
		return 0;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
