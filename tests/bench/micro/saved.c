/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * saved.c - what it costs until a mark is saved, durably, and the screen says so.
 *
 *   saved [MARKS [THERE]]
 *
 * Makes a project with THERE highlights, then marks MARKS passages, one act each. Timed are: the act
 * alone, from its beginning to the word that it is saved; the same by a key, to the frame that shows
 * it; and between them, in the same folder, one write of a page and fdatasync, without which nothing
 * is durable. Prints medians and the 99th of a hundred in milliseconds, and how many fdatasyncs they
 * are. Ends with 1 where the key costs more than PERF 18 allows: 8 in the median, 16 in the 99th.
 */
#include <fcntl.h>
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

enum { ROWS = 50, COLUMNS = 200, PAGE = 4096, MOST_MEDIAN = 8, MOST_99TH = 16 };

static const char sentence[] = "A sentence of it. ";
enum { SENTENCE = sizeof sentence - 1 };

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
	fprintf(stderr, "saved: %s\n", f->subject ? f->subject : status_message(status));
	exit(2);
}

/* An article of `n` sentences. */
static void add_article(struct project *project, size_t n, struct article *out)
{
	struct str text = STR_EMPTY;
	struct import_options options = {.lossy = false};
	struct imported imported;
	struct fault f = FAULT_NONE;
	str_append_str(&text, "A headline\n\n");
	for (size_t i = 0; i < n; i++)
		str_append_str(&text, i % 5 == 4 ? "The end of it.    \n" : sentence);
	must(import_bytes(text.p, text.len, "-", &options, &imported, &f), &f);
	must(project_import(project, &imported, NULL, out, NULL, &f), &f);
	imported_release(&imported);
	str_release(&text);
}

static void mark(struct project *project, const struct article *article, size_t start_cp,
		 size_t n_cp)
{
	char *tags[] = {(char *)"a/tag"};
	struct mark mark = {.range = {start_cp, start_cp + n_cp}, .tags = tags, .n_tags = 1};
	struct highlight made = {.exact = NULL};
	struct fault f = FAULT_NONE;
	must(project_mark(project, article, &mark, &made, NULL, &f), &f);
	highlight_release(&made);
}

static void fill(struct project *project, const struct article *article, size_t n)
{
	struct fault f = FAULT_NONE;
	must(project_group_begin(project, ACT_IMPORT_FILES, NULL, n, &f), &f);
	for (size_t i = 0; i < n; i++)
		mark(project, article, i * SENTENCE, 3);
	must(project_group_end(project, &f), &f);
}

/* A page written over and on disk. */
static double time_floor(int fd)
{
	static char page[PAGE];
	double start = now_ms();
	page[0]++;
	if (pwrite(fd, page, sizeof page, 0) != sizeof page || fdatasync(fd) != 0)
		exit(2);
	return now_ms() - start;
}

static double time_act(struct project *project, const struct article *article, size_t i)
{
	double start = now_ms();
	mark(project, article, i * SENTENCE, 5);
	return now_ms() - start;
}

static void press(struct app *app, uint32_t code)
{
	app_event(app, &(struct event){.kind = EVENT_KEY, .key = {.code = code}});
	(void)app_frame(app);
}

/* To the next passage, which is selected; the tag of before on it is what is timed. */
static double time_key(struct app *app)
{
	press(app, 's');
	press(app, NAMED_ENTER);
	double start = now_ms();
	press(app, '.');
	return now_ms() - start;
}

static int by_size(const void *a, const void *b)
{
	const double *one = a, *two = b;
	return *one < *two ? -1 : *one > *two;
}

struct figures {
	double p50, p99;
};

static struct figures tell(const char *what, double *ms, size_t n, const struct figures *floor)
{
	qsort(ms, n, sizeof *ms, by_size);
	struct figures found = {ms[n / 2], ms[n - 1 - n / 100]};
	printf("%-32s %8.3f %8.3f", what, found.p50, found.p99);
	if (floor)
		printf("   %5.1f x %5.1f x", found.p50 / floor->p50, found.p99 / floor->p50);
	printf("\n");
	return found;
}

/* By turns, so that what else the machine does befalls all alike. */
static bool measure(struct project *project, const struct article *article, struct app *app,
		    int fd, size_t n)
{
	double *floor = xcalloc(n, sizeof *floor), *act = xcalloc(n, sizeof *act),
	       *key = xcalloc(n, sizeof *key);
	for (size_t i = 0; i < n; i++) {
		floor[i] = time_floor(fd);
		act[i] = time_act(project, article, i);
		key[i] = time_key(app);
	}
	printf("%-32s %8s %8s   fdatasyncs (median)\n", "until a mark is saved, ms", "p50", "p99");
	struct figures least = tell("fdatasync of one page", floor, n, NULL);
	tell("the act", act, n, &least);
	struct figures most = tell("a key, to the frame", key, n, &least);
	free(floor);
	free(act);
	free(key);
	return most.p50 <= MOST_MEDIAN * least.p50 && most.p99 <= MOST_99TH * least.p50;
}

/* Opens the article and tags its first passage, so that `.` knows a tag. */
static struct app *open_reader(const struct options *options, const struct article *article)
{
	struct app *app;
	struct fault f = FAULT_NONE;
	char *ids[] = {(char *)article->id};
	must(app_new(&app, options, ids, 1, ROWS, COLUMNS, &f), &f);
	(void)app_frame(app);
	press(app, NAMED_ENTER);
	press(app, 't');
	for (const char *p = "a/tag"; *p; p++)
		press(app, (uint32_t)*p);
	press(app, NAMED_ENTER);
	return app;
}

static size_t number(char **argv, int argc, int i, size_t otherwise)
{
	return i < argc ? (size_t)strtoul(argv[i], NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
	char *folder = xasprintf("%s/hashiya-saved-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : ".");
	size_t n_marks = number(argv, argc, 1, 500), n_there = number(argv, argc, 2, 200);
	struct options options;
	struct project project;
	struct article article;
	struct fault f = FAULT_NONE;
	setlocale(LC_ALL, "C.UTF-8");
	if (!mkdtemp(folder))
		return 2;
	options_init(&options);
	options.project = xasprintf("%s/p.hashiya", folder);
	options.coder = xstrdup("bench");
	options.source[OPTION_coder] = SOURCE_COMMAND_LINE;
	must(project_open(&project, &options, false, &f), &f);
	add_article(&project, n_marks + n_there + 1000, &article);
	fill(&project, &article, n_there);
	char *floor_path = xasprintf("%s/floor", folder);
	int fd = open(floor_path, O_RDWR | O_CREAT | O_EXCL, 0600);
	if (fd < 0)
		return 2;
	struct app *app = open_reader(&options, &article);
	printf("%zu marks beside %zu\n", n_marks, n_there);
	bool good = measure(&project, &article, app, fd, n_marks);
	app_free(app);
	project_close(&project);
	article_release(&article);
	close(fd);
	unlink(floor_path);
	free(floor_path);
	unlink(options.project);
	char *journal = xasprintf("%s-journal", options.project);
	unlink(journal);
	free(journal);
	rmdir(folder);
	free(folder);
	options_release(&options);
	if (!good)
		printf("missed: at most %d in the median, %d in the 99th\n", MOST_MEDIAN, MOST_99TH);
	return good ? 0 : 1;
}
