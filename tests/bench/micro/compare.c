/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare.c - what comparing articles costs.
 *
 *   compare [-s SECONDS] FILE...
 *
 * Prints one row: how many articles, MB and words; milliseconds of processor time for reading them
 * (words) and for the set (stems, weights, postings), together the index; for a move of the cursor,
 * the median and the worst but for one in a hundred: the best matches in every other article, why,
 * and which figures differ; for all pairs, and for the survey (links, figures, quotations, copies)
 * with its longest step; bytes a word. What takes more than SECONDS (10) is stopped and estimated,
 * with a ~.
 */
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "compare/figures.h"
#include "compare/survey.h"
#include "compare/text-internal.h"

enum { MOVES = 1000, MATCHES = 10 };

struct bench {
	double seconds;
	size_t n, n_words, n_units, n_bytes;
	struct document *docs[COMPARE_TEXTS];
	struct compare_text *texts[COMPARE_TEXTS];
	struct compare_set *set;
	double read_ms, set_ms;
};

/* Of the processor: nothing here waits, and other programs may run. */
static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void open_file(struct bench *b, const char *path)
{
	struct text_source source;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || text_source_file(fd, &source, NULL) != STATUS_OK) {
		fprintf(stderr, "compare: cannot read %s\n", path);
		exit(2);
	}
	b->docs[b->n] = document_new(source);
	while (!document_scan(b->docs[b->n], SIZE_MAX))
		continue;
	b->n_bytes += document_bytes(b->docs[b->n]);
	b->n++;
}

/* The index: scanning the files for paragraphs is not part of it, the reader does that anyway. */
static void make_set(struct bench *b)
{
	const struct compare_text *texts[COMPARE_TEXTS];
	double start = now_ms();
	for (size_t i = 0; i < b->n; i++) {
		b->texts[i] = compare_text_new(b->docs[i], NULL);
		while (!compare_text_read(b->texts[i], SIZE_MAX))
			continue;
		texts[i] = b->texts[i];
		b->n_words += text_words(texts[i]).n;
		b->n_units += compare_text_count(texts[i]);
	}
	b->read_ms = now_ms() - start;
	start = now_ms();
	b->set = compare_set_new(texts, b->n);
	while (!compare_set_build(b->set, SIZE_MAX))
		continue;
	b->set_ms = now_ms() - start;
}

static size_t used_bytes(void)
{
	struct mallinfo2 info = mallinfo2();
	return info.uordblks + info.hblkhd;
}

static int by_size(const void *a, const void *b)
{
	const double *one = a, *two = b;
	return *one < *two ? -1 : *one > *two;
}

/* What the reader asks when the cursor comes to a unit. */
static void move(const struct bench *b, struct unit_ref unit)
{
	struct link_list links = {.items = NULL};
	struct match_list why = {.items = NULL};
	struct figure_pair_list figures = {.items = NULL};
	for (size_t to = 0; to < b->n; to++) {
		links.n = 0;
		compare_links(b->set, unit, to, MATCHES, &links);
		if (links.n == 0)
			continue;
		compare_why(b->set, unit, links.items[0].b, &why);
		compare_figures(b->set, &links.items[0], &figures);
	}
	free(links.items);
	free(why.items);
	free(figures.items);
}

/* Moves all over the last article, which is the short one where one is. */
static void measure_moves(const struct bench *b, double *median, double *worst)
{
	double *ms = xmalloc(MOVES * sizeof *ms), begin = now_ms();
	size_t last = b->n - 1, n_units = compare_text_count(b->texts[last]), n = 0;
	while (n < MOVES && n_units > 0 && (n < 10 || now_ms() - begin < b->seconds * 1e3)) {
		double start = now_ms();
		move(b, (struct unit_ref){last, n * 7919 % n_units});
		ms[n++] = now_ms() - start;
	}
	qsort(ms, n, sizeof *ms, by_size);
	*median = n > 0 ? ms[n / 2] : 0;
	*worst = n > 0 ? ms[n - 1 - n / 100] : 0;
	free(ms);
}

/* All links of all units; what is left of them after `seconds` is estimated. */
static double measure_pairs(const struct bench *b, bool *whole)
{
	struct link_list links = {.items = NULL};
	double start = now_ms(), most = b->seconds * 1e3;
	size_t done = 0;
	/* Units of every part of every text, so that an estimate is fair. */
	for (size_t k = 0; k < b->n_units && now_ms() - start < most; k++)
		for (size_t i = 0; i < b->n; i++) {
			if (k >= compare_text_count(b->texts[i]))
				continue;
			links.n = 0;
			for (size_t to = 0; to < b->n; to++)
				compare_links(b->set, (struct unit_ref){i, k}, to, MATCHES, &links);
			done++;
		}
	free(links.items);
	*whole = done == b->n_units;
	return done > 0 ? (now_ms() - start) * (double)b->n_units / (double)done : 0;
}

static double measure_survey(const struct bench *b, double *longest, bool *whole)
{
	struct survey_maker *maker = survey_begin(b->set);
	double start = now_ms(), most = b->seconds * 1e3, before = start;
	*longest = 0;
	*whole = false;
	while (!*whole && before - start < most) {
		*whole = survey_go_on(maker, 1);
		double now = now_ms();
		*longest = now - before > *longest ? now - before : *longest;
		before = now;
	}
	unsigned done = survey_done(maker);
	survey_cancel(maker);
	return *whole ? before - start : done > 0 ? (before - start) * 100 / done : 0;
}

static void measure(struct bench *b)
{
	double median, worst, longest;
	bool all_pairs, all_survey;
	size_t before = used_bytes();
	make_set(b);
	size_t bytes = used_bytes() - before;
	measure_moves(b, &median, &worst);
	double pairs = measure_pairs(b, &all_pairs);
	double survey = measure_survey(b, &longest, &all_survey);
	printf("%4zu %7.2f %8zu %7zu %9.1f %9.1f %8.3f %8.3f %s%10.1f %s%10.1f %8.2f %8.1f\n", b->n,
	       (double)b->n_bytes / (1 << 20), b->n_words, b->n_units, b->read_ms, b->set_ms,
	       median, worst, all_pairs ? " " : "~", pairs, all_survey ? " " : "~", survey, longest,
	       (double)bytes / (double)(b->n_words > 0 ? b->n_words : 1));
}

int main(int argc, char **argv)
{
	struct bench b = {.seconds = 10};
	int option;
	while ((option = getopt(argc, argv, "s:h")) != -1) {
		if (option != 's') {
			printf("%4s %7s %8s %7s %9s %9s %8s %8s %11s %11s %8s %8s\n", "n", "MB",
			       "words", "units", "read", "set", "p50", "p99", "pairs", "survey",
			       "step", "B/word");
			return 0;
		}
		b.seconds = strtod(optarg, NULL);
	}
	for (int i = optind; i < argc && b.n < COMPARE_TEXTS; i++)
		open_file(&b, argv[i]);
	if (b.n == 0)
		return 2;
	measure(&b);
	compare_set_free(b.set);
	for (size_t i = 0; i < b.n; i++) {
		compare_text_free(b.texts[i]);
		document_free(b.docs[i]);
	}
	return 0;
}
