/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/comparison.h"

#include <stdlib.h>
#include <string.h>

#include "app/compared.h"
#include "app/reader-internal.h"
#include "base/xalloc.h"

enum {
	/* Of one slice of idle time: .1 to .3 ms. */
	SLICE_CP = 2048,
	SLICE_WORDS = 512,
	SLICE_STEPS = 1,
	READING_PARTS = 60,  /* of 100: reading, before the set is built */
	BYTES_PER_WORD = 8,  /* about */
};

/* An article of the set. */
struct member {
	struct compared *compared;
	char *ref;   /* its id, or its file's absolute path */
	char *title;
	size_t n_bytes;
};

struct comparison {
	struct member members[COMPARE_TEXTS];
	size_t n;
	size_t serial;
	enum comparison_state state;
	bool asked; /* it is made however large */
	struct compare_set *set; /* NULL until all was read */
	size_t built_words;      /* that it was asked to build */
	struct survey_maker *maker;
	struct survey *survey;
	bool survey_wanted;
	size_t n_left_out;
	char *left_out; /* the title of the first */
};

/* The panes whose articles are to be compared: the first pane of each. */
struct candidates {
	struct pane *panes[COMPARE_TEXTS];
	size_t n, n_bytes, n_left_out;
	const struct pane *left_out; /* the first; NULL */
};

static bool is_same_article(const struct pane *a, const struct pane *b)
{
	if (*a->article.id || *b->article.id)
		return strcmp(a->article.id, b->article.id) == 0;
	return a->path && b->path && strcmp(a->path, b->path) == 0;
}

static bool is_candidate(const struct candidates *candidates, const struct pane *pane)
{
	for (size_t i = 0; i < candidates->n; i++)
		if (is_same_article(candidates->panes[i], pane))
			return true;
	return false;
}

static void collect(struct candidates *candidates, const struct reader *reader)
{
	*candidates = (struct candidates){.n = 0};
	for (size_t i = 0; reader && i < reader->n_panes; i++) {
		struct pane *pane = reader->panes[i];
		size_t n_bytes = document_bytes(pane->doc);
		if (is_candidate(candidates, pane))
			continue;
		if (n_bytes > COMPARISON_LONGEST || candidates->n == COMPARE_TEXTS) {
			if (candidates->n_left_out++ == 0)
				candidates->left_out = pane;
			continue;
		}
		candidates->panes[candidates->n++] = pane;
		candidates->n_bytes += n_bytes;
	}
}

static const char *lang_of(const struct pane *pane)
{
	return pane->article.lang ? pane->article.lang : "";
}

/* What is known of the pane's text, or is to be found out: of the language that it is in now. */
static struct compared *compared_of(struct pane *pane)
{
	if (pane->compared && strcmp(pane->compared->lang, lang_of(pane)) != 0) {
		compared_drop(pane->compared);
		pane->compared = NULL;
	}
	if (!pane->compared)
		pane->compared = compared_new(pane->doc, lang_of(pane));
	return pane->compared;
}

static void drop_set(struct comparison *comparison)
{
	survey_cancel(comparison->maker);
	survey_free(comparison->survey);
	compare_set_free(comparison->set);
	comparison->maker = NULL;
	comparison->survey = NULL;
	comparison->set = NULL;
	comparison->built_words = 0;
	comparison->survey_wanted = false;
	for (size_t i = 0; i < comparison->n; i++) {
		compared_drop(comparison->members[i].compared);
		free(comparison->members[i].ref);
		free(comparison->members[i].title);
	}
	comparison->n = 0;
}

static char *ref_of(const struct pane *pane)
{
	char *path = *pane->article.id ? NULL : realpath(pane->path ? pane->path : "", NULL);
	return path ? path : xstrdup(pane->article.id);
}

static bool is_same_set(const struct comparison *comparison, const struct candidates *candidates)
{
	if (comparison->n != candidates->n)
		return false;
	for (size_t i = 0; i < candidates->n; i++)
		if (comparison->members[i].compared != candidates->panes[i]->compared)
			return false;
	return true;
}

static void begin_set(struct comparison *comparison, const struct candidates *candidates)
{
	drop_set(comparison);
	comparison->serial++;
	comparison->n = candidates->n;
	for (size_t i = 0; i < candidates->n; i++)
		comparison->members[i] = (struct member){
			.compared = compared_use(candidates->panes[i]->compared),
			.ref = ref_of(candidates->panes[i]),
			.n_bytes = document_bytes(candidates->panes[i]->doc)};
	comparison->state = COMPARISON_MAKING;
}

static void take_title(char **title, const struct pane *pane)
{
	const char *now = pane && pane->article.title ? pane->article.title : "";
	if (!*title || strcmp(*title, now) != 0)
		xstrset(title, now);
}

/* Titles may be edited, and articles left out come and go, without another set. */
static void take_titles(struct comparison *comparison, const struct candidates *candidates)
{
	for (size_t i = 0; i < comparison->n; i++)
		take_title(&comparison->members[i].title, candidates->panes[i]);
}

static void take_left_out(struct comparison *comparison, const struct candidates *candidates)
{
	comparison->n_left_out = candidates->n_left_out;
	take_title(&comparison->left_out, candidates->left_out);
}

static enum comparison_state do_without(struct comparison *comparison, enum comparison_state state)
{
	drop_set(comparison);
	return comparison->state = state;
}

enum comparison_state comparison_want(struct app *app, bool asked)
{
	struct candidates candidates;
	if (!app->comparison)
		app->comparison = xcalloc(1, sizeof *app->comparison);
	struct comparison *comparison = app->comparison;
	collect(&candidates, app->reader);
	take_left_out(comparison, &candidates);
	if (candidates.n < 2) {
		comparison->asked = false;
		return do_without(comparison, COMPARISON_ALONE);
	}
	comparison->asked |= asked;
	if (candidates.n_bytes > COMPARISON_UNASKED && !comparison->asked)
		return do_without(comparison, COMPARISON_LARGE);
	for (size_t i = 0; i < candidates.n; i++)
		compared_of(candidates.panes[i]);
	if (!is_same_set(comparison, &candidates))
		begin_set(comparison, &candidates);
	take_titles(comparison, &candidates);
	if (comparison->state == COMPARISON_MAKING)
		reader_work(app);
	return comparison->state;
}

/* Reads on in the first text of which not all was read; false when there is none. */
static bool read_on(struct comparison *comparison)
{
	for (size_t i = 0; i < comparison->n; i++) {
		if (comparison->members[i].compared->read)
			continue;
		compared_read(comparison->members[i].compared, SLICE_CP);
		return true;
	}
	return false;
}

static struct compare_set *new_set(const struct comparison *comparison)
{
	const struct compare_text *texts[COMPARE_TEXTS];
	for (size_t i = 0; i < comparison->n; i++)
		texts[i] = comparison->members[i].compared->text;
	return compare_set_new(texts, comparison->n);
}

static void make_set(struct app *app)
{
	struct comparison *comparison = app->comparison;
	if (read_on(comparison))
		return;
	if (!comparison->set)
		comparison->set = new_set(comparison);
	comparison->built_words += SLICE_WORDS;
	if (!compare_set_build(comparison->set, SLICE_WORDS))
		return;
	for (size_t i = 0; i < comparison->n; i++)
		compared_forget_others(comparison->members[i].compared, comparison->serial);
	comparison->state = COMPARISON_READY;
	app->wants_frame = true;
}

static void make_survey(struct app *app)
{
	struct comparison *comparison = app->comparison;
	if (!comparison->maker)
		comparison->maker = survey_begin(comparison->set);
	if (!survey_go_on(comparison->maker, SLICE_STEPS))
		return;
	comparison->survey = survey_take(comparison->maker);
	comparison->maker = NULL;
	app->wants_frame = true;
}

bool comparison_go_on(struct app *app)
{
	struct comparison *comparison = app->comparison;
	if (!comparison || comparison->n == 0)
		return false;
	/* A pane may have gone since the last look, and its text with it. */
	enum comparison_state state = comparison_want(app, false);
	bool makes = state == COMPARISON_MAKING;
	bool surveys = state == COMPARISON_READY && comparison->survey_wanted && !comparison->survey;
	if (makes)
		make_set(app);
	else if (surveys)
		make_survey(app);
	return makes || surveys;
}

unsigned comparison_done(const struct app *app)
{
	const struct comparison *comparison = app->comparison;
	size_t n_bytes = 1, read = 0, built = 0;
	if (!comparison || comparison->state != COMPARISON_MAKING)
		return comparison && comparison->state == COMPARISON_READY ? 100 : 0;
	for (size_t i = 0; i < comparison->n; i++) {
		const struct member *member = &comparison->members[i];
		size_t fed = member->compared->fed_cp;
		n_bytes += member->n_bytes;
		read += member->compared->read || fed > member->n_bytes ? member->n_bytes : fed;
	}
	if (comparison->built_words > 0)
		built = comparison->built_words * BYTES_PER_WORD;
	if (built > n_bytes)
		built = n_bytes;
	return (unsigned)((read * READING_PARTS + built * (99 - READING_PARTS)) / n_bytes);
}

const struct compare_set *comparison_set(const struct app *app)
{
	const struct comparison *comparison = app->comparison;
	return comparison && comparison->state == COMPARISON_READY ? comparison->set : NULL;
}

size_t comparison_serial(const struct app *app)
{
	return app->comparison ? app->comparison->serial : 0;
}

const struct survey *comparison_survey(struct app *app)
{
	if (comparison_want(app, false) != COMPARISON_READY)
		return NULL;
	app->comparison->survey_wanted = true;
	if (!app->comparison->survey)
		reader_work(app);
	return app->comparison->survey;
}

unsigned comparison_survey_done(const struct app *app)
{
	const struct comparison *comparison = app->comparison;
	if (!comparison || !comparison->maker)
		return comparison && comparison->survey ? 100 : 0;
	return survey_done(comparison->maker);
}

struct pane *comparison_pane(const struct app *app, size_t i)
{
	const struct comparison *comparison = app->comparison;
	for (size_t k = 0; app->reader && k < app->reader->n_panes; k++)
		if (app->reader->panes[k]->compared == comparison->members[i].compared)
			return app->reader->panes[k];
	return NULL;
}

/* A second pane of an article has no text of its own in the set. */
size_t comparison_text_of(const struct app *app, const struct pane *pane)
{
	size_t n = app->comparison ? app->comparison->n : 0, i = 0;
	for (; i < n; i++) {
		const struct pane *first = comparison_pane(app, i);
		if (first && (first == pane || is_same_article(first, pane)))
			break;
	}
	return i;
}

const char *comparison_title(const struct app *app, size_t i)
{
	return app->comparison->members[i].title;
}

char *comparison_words(const struct app *app, size_t i, struct cp_range range)
{
	struct pane *pane = comparison_pane(app, i);
	return pane ? reader_text(pane, range, NULL) : NULL;
}

char *comparison_range_words(const void *app, size_t i, struct cp_range range)
{
	return comparison_words(app, i, range);
}

char *comparison_unit_words(const struct app *app, struct unit_ref at)
{
	const struct compared *compared = app->comparison->members[at.text].compared;
	return comparison_words(app, at.text, compare_text_unit(compared->text, at.unit).range);
}

size_t comparison_left_out(const struct app *app, const char **title)
{
	const struct comparison *comparison = app->comparison;
	if (title)
		*title = comparison ? comparison->left_out : NULL;
	return comparison ? comparison->n_left_out : 0;
}

enum status comparison_show(struct app *app, const struct unit_ref *at, size_t n, struct fault *f)
{
	struct reader_place *places = xcalloc(n, sizeof *places);
	for (size_t i = 0; i < n; i++) {
		const struct member *member = &app->comparison->members[at[i].text];
		places[i].ref = xstrdup(member->ref);
		places[i].range = compare_text_unit(member->compared->text, at[i].unit).range;
	}
	enum status status = reader_go_to_places(app, places, n, f);
	for (size_t i = 0; i < n; i++)
		free(places[i].ref);
	free(places);
	return status;
}

void comparison_free(struct app *app)
{
	if (!app->comparison)
		return;
	drop_set(app->comparison);
	free(app->comparison->left_out);
	free(app->comparison);
	app->comparison = NULL;
}
