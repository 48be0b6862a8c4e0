/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the survey says in words: of a pair, of what is at the cursor, of the articles as a whole. */
#include "app/survey-view-internal.h"

#include <stdlib.h>
#include <string.h>

#include "app/compare-words.h"
#include "app/comparison.h"
#include "app/i18n.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { MOST_REASONS = 6, NOUN_CPS = 80 };

/* `out`, with a dot behind what is in it. Takes over `part`. */
static void append(struct str *out, char *part)
{
	if (*part && out->len > 0)
		str_append_str(out, " · ");
	str_append_str(out, part);
	free(part);
}

char *survey_pair_words(const struct survey_page *page, struct survey_scope pair)
{
	const struct survey *survey = page->survey;
	struct str out = STR_EMPTY;
	if (pair.a == pair.b) {
		size_t n = page->view->n_alone[pair.a];
		append(&out, words_format(_("article %zu"), pair.a + 1));
		/* TRANSLATORS: passages of an article that no match was found for */
		append(&out, words_format(ngettext("no match found for %zu passage",
						   "no match found for %zu passages", n), n));
		return str_take(&out);
	}
	const struct survey_pair *shared = &survey->pairs[pair.a * survey->n_texts + pair.b];
	append(&out, words_format(ngettext("%zu passage of article %zu has a match in article %zu",
					   "%zu passages of article %zu have a match in article %zu",
					   shared->n_linked),
				  shared->n_linked, pair.a + 1, pair.b + 1));
	if (shared->n_copied > 0)
		append(&out, words_format(_("copied: %zu"), shared->n_copied));
	return str_take(&out);
}

char *survey_reasons(const struct survey_page *page, const struct link *link)
{
	struct match_list why = {.items = NULL};
	compare_why(page->set, link->a, link->b, &why);
	char *words = why_words(&why, link, comparison_range_words, page->app, MOST_REASONS);
	free(why.items);
	return words;
}

static char *link_words(const struct survey_page *page, const struct link *link)
{
	unsigned n = survey_reach_of(&page->view->reach, link);
	struct str out = STR_EMPTY;
	char *score = score_words(link->score);
	append(&out, xstrdup(_(band_words(link->band))));
	/* TRANSLATORS: how much alike two passages are, as a number */
	append(&out, words_format(_("score %s"), score));
	free(score);
	append(&out, words_format(ngettext("in %zu article", "in %zu articles", n), (size_t)n));
	append(&out, differing_words(page->set, link, comparison_range_words, page->app));
	return str_take(&out);
}

char *survey_noun_words(const struct survey_page *page, const struct figure_group *group)
{
	if (group->percent)
		return xstrdup("%");
	char *words = survey_page_words(page, group->items[0].at, group->items[0].noun, NOUN_CPS);
	char *noun = words_excerpt(words, NOUN_CPS);
	free(words);
	return noun;
}

static char *figure_words(const struct survey_page *page, const struct figure_group *group)
{
	struct str out = STR_EMPTY;
	char *noun = survey_noun_words(page, group);
	append(&out, words_format("%s", noun));
	free(noun);
	append(&out, words_format(ngettext("in %zu article", "in %zu articles", group->n_texts),
				  group->n_texts));
	if (group->differs)
		append(&out, xstrdup(_("figures differ")));
	return str_take(&out);
}

static char *quote_words(const struct shared_quote *quote)
{
	struct str out = STR_EMPTY;
	append(&out, xstrdup(quote->exact ? _("the same quotation")
					  : _("nearly the same quotation")));
	append(&out, xstrdup(quote->quoted ? _("in quotation marks in both")
					   : _("without quotation marks in the second")));
	return str_take(&out);
}

char *survey_item_words(const struct survey_page *page, enum survey_list list, size_t item)
{
	const struct survey *survey = page->survey;
	switch (list) {
	case SURVEY_OF_LINKS:
		return link_words(page, &survey->links[item]);
	case SURVEY_OF_FIGURES:
		return figure_words(page, &survey->figures[item]);
	case SURVEY_OF_QUOTES:
		return quote_words(&survey->quotes[item]);
	case SURVEY_OF_COPIES:
		return copy_measures(&survey->copies[item]);
	case SURVEY_OF_ALONE:
	case SURVEY_OF_ARTICLES:
	case N_SURVEY_LISTS:
		break;
	}
	return xstrdup(_("no match found"));
}

/* "ar 1, 2": the articles of one language. */
static void append_language(const struct survey_page *page, enum language language,
			    struct str *out)
{
	bool any = false;
	for (size_t i = 0; i < page->survey->n_texts; i++) {
		const struct compare_text *text = compare_set_text(page->set, i);
		if (!compare_text_has_language(text) || compare_text_language(text) != language)
			continue;
		if (any)
			str_append_str(out, ", ");
		else
			str_appendf(out, "%s%s ", out->len > 0 ? " · " : "",
				    language_tag(language));
		str_append_number(out, (int64_t)i + 1);
		any = true;
	}
}

char *survey_languages_words(const struct survey_page *page)
{
	struct str languages = STR_EMPTY;
	size_t n = 0;
	for (enum language i = LANGUAGE_OTHER; i < LANGUAGE_COUNT; i++) {
		size_t before = languages.len;
		append_language(page, i, &languages);
		n += languages.len > before;
	}
	char *words = n < 2 ? xstrdup("")
			    /* TRANSLATORS: %s: which articles are in which languages */
			    : words_format(_("several languages (%s): only figures, dates and Latin "
					     "names are compared"),
					   str_cstr(&languages));
	str_release(&languages);
	return words;
}

char *survey_left_out_words(const struct app *app)
{
	const char *title = NULL;
	size_t n = comparison_left_out(app, &title);
	if (n == 0 || !title)
		return xstrdup("");
	return words_format(ngettext("%zu article is left out (too long, or beyond %d): %s",
				     "%zu articles are left out (too long, or beyond %d): %s", n),
			    n, COMPARE_TEXTS, title);
}
