/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-words.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/words.h"
#include "base/xalloc.h"

const char *band_words(enum band band)
{
	static const char *const words[] = {
		[BAND_NONE] = N_("no match found"),
		[BAND_WEAK] = N_("perhaps the same"),
		[BAND_LIKELY] = N_("probably the same"),
		[BAND_STRONG] = N_("says the same"),
	};
	return words[band];
}

/* What is said of words together: how alike they are, or that they count once for all of them. */
enum kind { KIND_WORD, KIND_STEM, KIND_ROOT, KIND_SENSE, KIND_ASIDE, N_KINDS };

static enum kind kind_of(const struct match *match)
{
	static const enum kind kinds[] = {
		[MATCH_WORD] = KIND_WORD,
		[MATCH_STEM] = KIND_STEM,
		[MATCH_ROOT] = KIND_ROOT,
		[MATCH_SENSE] = KIND_SENSE,
	};
	return match->aside ? KIND_ASIDE : kinds[match->level];
}

/* The list is ours, each word in it isolated: as a whole it runs as the words before it do. */
static char *kind_words(enum kind kind, const char *list, size_t n)
{
	switch (kind) {
	case KIND_WORD:
		return xasprintf(ngettext("same word: %s", "same words: %s", n), list);
	case KIND_STEM:
		return xasprintf(ngettext("same stem: %s", "same stems: %s", n), list);
	case KIND_ROOT:
		/* TRANSLATORS: the letters of two words are the same but for weak ones. */
		return xasprintf(_("same root letters: %s"), list);
	case KIND_SENSE:
		/* TRANSLATORS: two words that mean the same, such as talks and negotiations. */
		return xasprintf(_("same sense: %s"), list);
	default:
		/* TRANSLATORS: shared words that come together and count once: who speaks, when. */
		return xasprintf(_("same name, phrase or date: %s"), list);
	}
}

/* "word", or "word ~ another" where they are not written alike; "" where they cannot be read. */
static char *match_words(const struct match *match, const struct link *link, range_words *words,
			 const void *texts)
{
	char *a = words(texts, link->a.text, match->a), *b = words(texts, link->b.text, match->b);
	char *out;
	if (!a || !b)
		out = xstrdup("");
	else if (strcmp(a, b) == 0)
		out = words_format("%s", a);
	else
		out = words_format(match->level >= MATCH_ROOT ? "%s \u2248 %s" : "%s ~ %s", a, b);
	free(a);
	free(b);
	return out;
}

/* Words of one kind, as they come. */
struct group {
	struct str text;
	char **items;
	size_t n;
};

static bool has(const struct group *group, const char *item)
{
	for (size_t i = 0; i < group->n; i++)
		if (strcmp(group->items[i], item) == 0)
			return true;
	return false;
}

/* Takes over `item`; a word that stands there already, or one too many, is not said. */
static void add(struct group *group, char *item, size_t max)
{
	if (!*item || has(group, item) || group->n > max) {
		free(item);
		return;
	}
	if (group->n)
		/* TRANSLATORS: between the words of a list. */
		str_append_str(&group->text, _(", "));
	str_append_str(&group->text, group->n < max ? item : "\u2026");
	group->items[group->n++] = item;
}

static void end_group(struct group *group, enum kind kind, struct str *out)
{
	if (group->n) {
		char *text = kind_words(kind, str_cstr(&group->text), group->n);
		if (out->len)
			/* TRANSLATORS: between the kinds of reasons, each a list of words. */
			str_append_str(out, _("; "));
		str_append_str(out, text);
		free(text);
	}
	for (size_t i = 0; i < group->n; i++)
		free(group->items[i]);
	free(group->items);
	str_release(&group->text);
}

char *why_words(const struct match_list *why, const struct link *link, range_words *words,
		const void *texts, size_t max)
{
	struct str out = STR_EMPTY;
	for (size_t kind = 0; kind < N_KINDS; kind++) {
		struct group group = {.items = xcalloc(max + 1, sizeof *group.items)};
		for (size_t i = 0; i < why->n; i++)
			if (kind_of(&why->items[i]) == kind)
				add(&group, match_words(&why->items[i], link, words, texts), max);
		end_group(&group, (enum kind)kind, &out);
	}
	return str_take(&out);
}

char *differing_words(const struct compare_set *set, const struct link *link, range_words *words,
		      const void *texts)
{
	struct figure_pair_list list = {.items = NULL};
	char *said = NULL;
	compare_figures(set, link, &list);
	if (list.n > 0) {
		char *a = words(texts, link->a.text, list.items[0].number_a);
		char *b = words(texts, link->b.text, list.items[0].number_b);
		/* TRANSLATORS: two articles give different numbers of the same thing; these */
		said = words_format(_("figures differ: %s / %s"), a ? a : "", b ? b : "");
		free(a);
		free(b);
	}
	free(list.items);
	return said ? said : xstrdup("");
}

unsigned parts_percent(unsigned parts)
{
	return (parts * 100 + COMPARE_ONE / 2) / COMPARE_ONE;
}

char *score_words(unsigned parts)
{
	unsigned hundredths = parts_percent(parts);
	return xasprintf("%u.%02u", hundredths / 100, hundredths % 100);
}

const char *copy_words(const struct copy *copy)
{
	/* TRANSLATORS: a passage has the words of another: all, most, some, or some in a row */
	if (!copy->copied)
		return N_("shared run");
	if (copy->contained == COMPARE_ONE)
		return N_("copied");
	return copy->contained * 2 >= COMPARE_ONE ? N_("copied in large part")
						  : N_("copied in part");
}

char *copy_measures(const struct copy *copy)
{
	/* TRANSLATORS: how much of the shorter passage stands in the longer one, in per cent */
	char *part = words_format(_("%d%% of the shorter one"), (int)parts_percent(copy->contained));
	char *run = words_format(ngettext("%zu word in a row", "%zu words in a row", copy->n_run),
				 copy->n_run);
	char *words = copy->copied ? xasprintf("%s · %s · %s", _(copy_words(copy)), part, run)
				   : xasprintf("%s · %s", _(copy_words(copy)), run);
	free(run);
	free(part);
	return words;
}

char *figure_noun(const struct figure_group *group, range_words *words, const void *texts)
{
	const struct figure *first = &group->items[0];
	char *noun = group->percent ? NULL : words(texts, first->at.text, first->noun);
	return noun ? noun : xstrdup(group->percent ? "%" : "");
}

static bool was_given(const struct figure_group *group, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (group->items[k].at.text == group->items[i].at.text &&
		    strcmp(group->items[k].value, group->items[i].value) == 0)
			return true;
	return false;
}

char *figure_values(const struct figure_group *group, size_t text)
{
	struct str out = STR_EMPTY;
	bool any = false;
	for (size_t i = 0; i < group->n_items; i++) {
		if (group->items[i].at.text != text || was_given(group, i))
			continue;
		str_append_str(&out, any ? _(", ") : "");
		str_append_str(&out, group->items[i].value);
		any = true;
	}
	if (any)
		return str_take(&out);
	str_release(&out);
	return NULL;
}
