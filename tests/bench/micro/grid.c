/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * grid.c - what a key costs in the coverage grid of many claims and articles.
 *
 *   grid [CLAIMS [ARTICLES [MENTIONS [MOST_MS]]]]
 *
 * Makes a project, then times from key to frame: the grid opened for the first time, opened again, a
 * claim down, a column on, a page down, and a cell recorded as absent. Prints medians and the worst in
 * milliseconds. Ends with 1 where the worst of opening again, moving and turning a page is over MOST_MS.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "app/project.h"
#include "base/xalloc.h"
#include "import/import.h"

enum { ROUNDS = 31, ROWS = 50, COLUMNS = 200 };

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void must(enum status status, const struct fault *f)
{
	if (!status)
		return;
	fprintf(stderr, "grid: %s\n", f->subject ? f->subject : status_message(status));
	exit(2);
}

static void add_article(struct project *project, size_t i, struct article *out)
{
	char *text = xasprintf("A headline of article %zu\n\nA sentence of it. Another of it.\n", i);
	struct import_options options = {.lossy = false};
	struct imported imported;
	struct fault f = FAULT_NONE;
	must(import_bytes(text, strlen(text), "-", &options, &imported, &f), &f);
	must(project_import(project, &imported, NULL, out, NULL, &f), &f);
	imported_release(&imported);
	free(text);
}

static void add_claim(struct project *project, size_t i, char id[ID_SIZE])
{
	struct claim claim = {.statement = xasprintf("Claim %zu: the talks lasted %zu hours", i, i)};
	struct fault f = FAULT_NONE;
	must(project_claim_add(project, &claim, &f), &f);
	memcpy(id, claim.id, ID_SIZE);
	claim_release(&claim);
}

static void add_mention(struct project *project, const struct article *article, size_t start_cp,
			const char *claim, const char *stance)
{
	char held[ID_SIZE];
	struct mention mention = {.stance = (char *)stance};
	struct mark mark = {.range = {start_cp, start_cp + 1}, .mention = &mention};
	struct highlight made = {.exact = NULL};
	struct fault f = FAULT_NONE;
	memcpy(held, claim, ID_SIZE);
	memcpy(mention.claim, held, ID_SIZE);
	must(project_mark(project, article, &mark, &made, NULL, &f), &f);
	highlight_release(&made);
}

/* Every mention in a cell of its own, as far as there are so many, in no order that helps. */
static void fill(struct project *project, size_t n_claims, size_t n_articles, size_t n_mentions)
{
	static const char *const stances[] = {"agree", "disagree", "discuss", ""};
	struct article *articles = xcalloc(n_articles, sizeof *articles);
	char(*claims)[ID_SIZE] = xcalloc(n_claims, sizeof *claims);
	struct fault f = FAULT_NONE;
	must(project_group_begin(project, ACT_IMPORT_FILES, NULL, n_articles, &f), &f);
	for (size_t i = 0; i < n_articles; i++)
		add_article(project, i, &articles[i]);
	for (size_t i = 0; i < n_claims; i++)
		add_claim(project, i, claims[i]);
	must(project_group_end(project, &f), &f);
	must(project_group_begin(project, ACT_IMPORT_FILES, NULL, n_mentions, &f), &f);
	for (size_t i = 0; i < n_mentions; i++) {
		size_t cell = i * 7919 % (n_claims * n_articles);
		add_mention(project, &articles[cell % n_articles], i % 40, claims[cell / n_articles],
			    stances[i % 4]);
	}
	must(project_group_end(project, &f), &f);
	for (size_t i = 0; i < n_articles; i++)
		article_release(&articles[i]);
	free(articles);
	free(claims);
}

static int by_size(const void *a, const void *b)
{
	const double *one = a, *two = b;
	return *one < *two ? -1 : *one > *two;
}

/* The worst of ROUNDS; `before` (0: none) is a key that is not timed. */
static double measure(struct app *app, const char *what, uint32_t before, uint32_t key, size_t rounds)
{
	double ms[ROUNDS];
	for (size_t i = 0; i < rounds; i++) {
		if (before)
			app_event(app, &(struct event){.kind = EVENT_KEY, .key = {.code = before}});
		(void)app_frame(app);
		double start = now_ms();
		app_event(app, &(struct event){.kind = EVENT_KEY, .key = {.code = key}});
		(void)app_frame(app);
		ms[i] = now_ms() - start;
	}
	qsort(ms, rounds, sizeof *ms, by_size);
	printf("%-28s %8.2f %8.2f\n", what, ms[rounds / 2], ms[rounds - 1]);
	return ms[rounds - 1];
}

static double more(double one, double other)
{
	return one > other ? one : other;
}

static double measure_all(const struct options *options)
{
	struct app *app;
	struct fault f = FAULT_NONE;
	must(app_new(&app, options, NULL, 0, ROWS, COLUMNS, &f), &f);
	printf("%-28s %8s %8s\n", "key to frame, ms", "median", "worst");
	measure(app, "the grid, first time", 0, 'm', 1);
	double worst = measure(app, "the grid again", NAMED_ESCAPE, 'm', ROUNDS);
	worst = more(worst, measure(app, "a claim down", 0, 'j', ROUNDS));
	worst = more(worst, measure(app, "a column on", 0, 'l', ROUNDS));
	worst = more(worst, measure(app, "a page down", 0, ' ', ROUNDS));
	measure(app, "recorded as absent", 'k', 'a', ROUNDS);
	app_free(app);
	return worst;
}

static size_t number(char **argv, int argc, int i, size_t otherwise)
{
	return i < argc ? (size_t)strtoul(argv[i], NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/hashiya-grid-XXXXXX";
	size_t n_claims = number(argv, argc, 1, 200), n_articles = number(argv, argc, 2, 500);
	size_t n_mentions = number(argv, argc, 3, 10000), most_ms = number(argv, argc, 4, 50);
	struct options options;
	struct project project;
	struct fault f = FAULT_NONE;
	setlocale(LC_ALL, "C.UTF-8");
	if (!mkdtemp(folder))
		return 2;
	options_init(&options);
	options.project = xasprintf("%s/p.hashiya", folder);
	options.coder = xstrdup("bench");
	options.source[OPTION_coder] = SOURCE_COMMAND_LINE;
	must(project_open(&project, &options, false, &f), &f);
	fill(&project, n_claims, n_articles, n_mentions);
	project_close(&project);
	printf("%zu claims, %zu articles, %zu mentions\n", n_claims, n_articles, n_mentions);
	double worst = measure_all(&options);
	unlink(options.project);
	rmdir(folder);
	options_release(&options);
	return worst > (double)most_ms;
}
