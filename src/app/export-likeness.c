/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-likeness.h"

#include <stdlib.h>

#include "app/compare-words.h"
#include "app/comparison.h"
#include "app/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/survey.h"

enum {
	LINKS = 200, OTHERS = 50,   /* entries of a list: a page is read by people */
	ALONE = 500,                /* folded ones of an article */
	WHY_WORDS = 8,              /* of each kind */
};

/* The texts of the articles that are compared, by their places among the compared ones. */
struct job {
	struct likeness *out;
	struct document *docs[COMPARE_TEXTS];
	struct compare_text *texts[COMPARE_TEXTS];
	size_t n;
	struct compare_set *set;
	struct survey *survey;
	enum status status; /* of the first text that could not be read */
	struct fault *f;
};

/* --- what is compared --- */

static enum likeness_state state_of(const struct article_list *articles, enum export_compare when)
{
	size_t n_bytes = 0, n = 0;
	for (size_t i = 0; i < articles->n; i++) {
		bool fits = articles->items[i].n_bytes <= COMPARE_BYTES;
		n += fits;
		n_bytes += fits ? articles->items[i].n_bytes : 0;
	}
	if (when == EXPORT_COMPARE_NEVER || n < 2)
		return LIKENESS_NOT;
	if (n > COMPARE_TEXTS)
		return LIKENESS_TOO_MANY;
	if (n_bytes > COMPARISON_UNASKED && when != EXPORT_COMPARE_ALWAYS)
		return LIKENESS_TOO_LARGE;
	return LIKENESS_DONE;
}

static enum status read_text(struct job *job, struct export_load *load, size_t place)
{
	const struct article *article = &load->articles.items[place];
	struct likeness *out = job->out;
	if (article->n_bytes > COMPARE_BYTES) {
		out->left_out[out->n_left_out++] = place;
		return STATUS_OK;
	}
	enum status status = project_document(load->project, article, &job->docs[job->n], job->f);
	if (status != STATUS_OK)
		return status;
	job->texts[job->n] = compare_text_new(job->docs[job->n], article->lang);
	compare_text_read(job->texts[job->n], SIZE_MAX);
	out->articles[job->n++].article = place;
	return STATUS_OK;
}

static enum status read_texts(struct job *job, struct export_load *load)
{
	size_t n = load->articles.n;
	enum status status = STATUS_OK;
	job->out->articles = xcalloc(n, sizeof *job->out->articles);
	job->out->left_out = xcalloc(n, sizeof *job->out->left_out);
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = read_text(job, load, i);
	job->out->n_articles = job->n;
	return status;
}

static void make_survey(struct job *job)
{
	job->set = compare_set_new((const struct compare_text *const *)job->texts, job->n);
	compare_set_build(job->set, SIZE_MAX);
	struct survey_maker *maker = survey_begin(job->set);
	survey_go_on(maker, SIZE_MAX);
	job->survey = survey_take(maker);
}

static void job_release(struct job *job)
{
	survey_free(job->survey);
	if (job->set)
		compare_set_free(job->set);
	for (size_t i = 0; i < job->n; i++) {
		compare_text_free(job->texts[i]);
		document_free(job->docs[i]);
	}
}

/* --- counts --- */

static void put_articles(struct job *job)
{
	struct likeness *out = job->out;
	for (size_t i = 0; i < job->n; i++)
		out->articles[i].n_passages = compare_text_count(job->texts[i]);
	for (size_t i = 0; i < job->survey->n_alone; i++)
		out->articles[job->survey->alone[i].text].n_alone++;
}

static void put_pairs(struct job *job)
{
	size_t n = job->n;
	job->out->pairs = xcalloc(n * n, sizeof *job->out->pairs);
	for (size_t i = 0; i < n * n; i++)
		job->out->pairs[i] = (struct likeness_pair){
			.n_linked = job->survey->pairs[i].n_linked,
			.n_copied = job->survey->pairs[i].n_copied,
			.across = compare_texts_are_foreign(job->texts[i / n],
							    job->texts[i % n])};
}

/* --- passages --- */

static char *text_of(const void *data, size_t text, struct cp_range range)
{
	const struct job *job = data;
	struct str line = STR_EMPTY;
	if (document_extract(job->docs[text], range, &line, NULL) == STATUS_OK)
		return str_take(&line);
	str_release(&line);
	return NULL;
}

static struct likeness_passage passage(struct job *job, size_t text, struct cp_range range)
{
	struct str line = STR_EMPTY;
	if (job->status == STATUS_OK)
		job->status = document_extract(job->docs[text], range, &line, job->f);
	return (struct likeness_passage){.article = job->out->articles[text].article,
					 .text = str_take(&line)};
}

static int by_start(const void *a, const void *b)
{
	const struct cp_range *x = a, *y = b;
	return (x->start_cp > y->start_cp) - (x->start_cp < y->start_cp);
}

/* The words of one side, counted from the passage's beginning; those that touch are one mark. */
static void mark(struct likeness_passage *passage, struct cp_range range,
		 const struct match_list *why, bool is_b)
{
	struct cp_range *marks = xcalloc(why->n + 1, sizeof *marks);
	size_t n = 0;
	for (size_t i = 0; i < why->n; i++)
		marks[i] = is_b ? why->items[i].b : why->items[i].a;
	qsort(marks, why->n, sizeof *marks, by_start);
	for (size_t i = 0; i < why->n; i++) {
		struct cp_range at = {marks[i].start_cp - range.start_cp,
				      marks[i].end_cp - range.start_cp};
		if (n && at.start_cp <= marks[n - 1].end_cp) {
			if (at.end_cp > marks[n - 1].end_cp)
				marks[n - 1].end_cp = at.end_cp;
		} else {
			marks[n++] = at;
		}
	}
	passage->marks = marks;
	passage->n_marks = n;
}

static struct likeness_link *add(struct likeness_list *list, struct likeness_passage a,
				 struct likeness_passage b, char *what)
{
	struct likeness_link link = {.a = a, .b = b, .what = what, .why = NULL};
	VEC_PUSH(list->items, list->n, list->cap, link);
	return &list->items[list->n - 1];
}

static struct cp_range unit_range(const struct job *job, struct unit_ref ref)
{
	return compare_text_unit(job->texts[ref.text], ref.unit).range;
}

static char *band_and_figures(struct job *job, const struct link *link)
{
	char *differing = differing_words(job->set, link, text_of, job);
	char *what = xasprintf("%s%s%s", _(band_words(link->band)), *differing ? " · " : "",
			       differing);
	free(differing);
	return what;
}

static void put_link(struct job *job, const struct link *link)
{
	struct cp_range a = unit_range(job, link->a), b = unit_range(job, link->b);
	struct match_list why = {.items = NULL};
	compare_why(job->set, link->a, link->b, &why);
	struct likeness_link *out =
		add(&job->out->links, passage(job, link->a.text, a),
		    passage(job, link->b.text, b), band_and_figures(job, link));
	mark(&out->a, a, &why, false);
	mark(&out->b, b, &why, true);
	out->why = why_words(&why, link, text_of, job, WHY_WORDS);
	free(why.items);
}

static void put_links(struct job *job)
{
	const struct survey *survey = job->survey;
	size_t n = 0;
	while (n < survey->n_links && survey->links[n].band >= BAND_LIKELY)
		n++;
	job->out->links.n_all = n;
	for (size_t i = 0; i < n && i < LINKS; i++)
		put_link(job, &survey->links[i]);
}

static void put_quotes(struct job *job)
{
	const struct survey *survey = job->survey;
	job->out->quotes.n_all = survey->n_all_quotes;
	for (size_t i = 0; i < survey->n_quotes && i < OTHERS; i++) {
		const struct shared_quote *quote = &survey->quotes[i];
		add(&job->out->quotes, passage(job, quote->a.text, quote->quote),
		    passage(job, quote->b.text, quote->found),
		    xstrdup(quote->quoted ? _("quoted in both") : _("quoted in one")));
	}
}

static void put_copies(struct job *job)
{
	const struct survey *survey = job->survey;
	job->out->copies.n_all = survey->n_all_copies;
	for (size_t i = 0; i < survey->n_copies && i < OTHERS; i++) {
		const struct copy *copy = &survey->copies[i];
		const struct match run = {.a = copy->run_a, .b = copy->run_b};
		const struct match_list runs = {.items = (struct match *)&run, .n = 1};
		struct likeness_link *out =
			add(&job->out->copies, passage(job, copy->a.text, copy->range_a),
			    passage(job, copy->b.text, copy->range_b), copy_measures(copy));
		mark(&out->a, copy->range_a, &runs, false);
		mark(&out->b, copy->range_b, &runs, true);
	}
}

static void put_alone(struct job *job)
{
	const struct survey *survey = job->survey;
	for (size_t i = 0; i < survey->n_alone; i++) {
		struct unit_ref ref = survey->alone[i];
		struct likeness_article *article = &job->out->articles[ref.text];
		if (!article->alone)
			article->alone = xcalloc(article->n_alone, sizeof *article->alone);
		if (article->n_listed < ALONE)
			article->alone[article->n_listed++] =
				passage(job, ref.text, unit_range(job, ref));
	}
}

/* --- figures --- */

static void put_figure(struct job *job, const struct figure_group *group)
{
	struct likeness_figure *out = &job->out->figures[job->out->n_figures++];
	out->noun = figure_noun(group, text_of, job);
	out->values = xcalloc(job->n, sizeof *out->values);
	for (size_t i = 0; i < job->n; i++)
		out->values[i] = figure_values(group, i);
}

static void put_figures(struct job *job)
{
	const struct survey *survey = job->survey;
	job->out->figures = xcalloc(survey->n_figures + 1, sizeof *job->out->figures);
	for (size_t i = 0; i < survey->n_figures && survey->figures[i].differs; i++)
		put_figure(job, &survey->figures[i]);
}

/* --- the whole --- */

enum status export_likeness(struct export_load *load, enum export_compare when,
			    struct likeness *out, struct fault *f)
{
	struct job job = {.out = out, .status = STATUS_OK, .f = f};
	*out = (struct likeness){.state = state_of(&load->articles, when)};
	if (out->state != LIKENESS_DONE)
		return STATUS_OK;
	job.status = read_texts(&job, load);
	if (job.status == STATUS_OK) {
		make_survey(&job);
		put_articles(&job);
		put_pairs(&job);
		put_links(&job);
		put_quotes(&job);
		put_copies(&job);
		put_alone(&job);
		put_figures(&job);
	}
	job_release(&job);
	return job.status;
}

static void list_release(struct likeness_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		struct likeness_link *link = &list->items[i];
		free(link->a.text);
		free(link->a.marks);
		free(link->b.text);
		free(link->b.marks);
		free(link->what);
		free(link->why);
	}
	free(list->items);
}

void export_likeness_release(struct likeness *likeness)
{
	list_release(&likeness->links);
	list_release(&likeness->quotes);
	list_release(&likeness->copies);
	for (size_t i = 0; i < likeness->n_figures; i++) {
		free(likeness->figures[i].noun);
		for (size_t k = 0; k < likeness->n_articles; k++)
			free(likeness->figures[i].values[k]);
		free(likeness->figures[i].values);
	}
	free(likeness->figures);
	for (size_t i = 0; i < likeness->n_articles; i++) {
		for (size_t k = 0; k < likeness->articles[i].n_listed; k++)
			free(likeness->articles[i].alone[k].text);
		free(likeness->articles[i].alone);
	}
	free(likeness->articles);
	free(likeness->left_out);
	free(likeness->pairs);
}
