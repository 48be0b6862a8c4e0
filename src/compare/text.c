/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/text.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/text-reading.h"

enum { LEAST_OF_UNKNOWN = 20 }; /* words: of fewer no language is told by them */

struct compare_text *compare_text_new(struct document *doc, const char *lang)
{
	struct compare_text *text = xcalloc(1, sizeof *text);
	text->tag = lang && *lang ? xstrdup(lang) : NULL;
	text->reading = xcalloc(1, sizeof *text->reading);
	text->reading->walk = passage_walk_new(doc);
	return text;
}

/* What reading took is given back. */
static void close_reading(struct compare_text *text)
{
	struct text_reading *reading = text->reading;
	passage_walk_free(reading->walk);
	free(reading->starts);
	free(reading->quoted);
	free(reading->letters);
	free(reading);
	text->reading = NULL;
}

void compare_text_free(struct compare_text *text)
{
	if (!text)
		return;
	if (text->reading)
		close_reading(text);
	free(text->tag);
	free(text->units);
	free(text->words);
	forms_release(&text->forms);
	free(text);
}

static enum unit_kind kind_of(enum passage_kind kind)
{
	switch (kind) {
	case PASSAGE_HEADING: return UNIT_HEADING;
	case PASSAGE_URL: return UNIT_URL;
	default: return UNIT_TEXT;
	}
}

static bool is_terminal(char32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == U'؟' || cp == U'۔';
}

/* The next unit with its words; false after the last. */
static bool cut_unit(struct compare_text *text, size_t *n_cp)
{
	struct passage passage;
	const char32_t *cps;
	if (!passage_walk_next(text->reading->walk, &passage, &cps))
		return false;
	struct read_unit unit = {.start_cp = (uint32_t)passage.range.start_cp,
				 .end_cp = (uint32_t)passage.range.end_cp,
				 .first_word = (uint32_t)text->n_words,
				 .kind = (uint8_t)kind_of(passage.kind)};
	*n_cp = passage.range.end_cp - passage.range.start_cp;
	unit.ended = is_terminal(cps[*n_cp - 1]);
	VEC_PUSH(text->units, text->n_units, text->cap_units, unit);
	text_cut_words(text, passage.range.start_cp, cps, *n_cp);
	return true;
}

static void end_cutting(struct compare_text *text)
{
	passage_walk_free(text->reading->walk);
	text->reading->walk = NULL;
	text->language = text->tag ? language_of_tag(text->tag) : guess_article(&text->guess);
	text->is_latin = text->guess.words[GUESS_LATIN] * 2 > text->guess.n_words;
}

/* One past the words of unit `i`. */
static size_t end_word(const struct compare_text *text, size_t i)
{
	return i + 1 < text->n_units ? text->units[i + 1].first_word : text->n_words;
}

/* Marks the next unit's words, and moves them to where those before end now. */
static size_t mark_unit(struct compare_text *text)
{
	struct text_reading *reading = text->reading;
	struct read_unit *unit = &text->units[reading->n_marked];
	struct word *words = text->words + unit->first_word;
	size_t n = text_mark_words(text, words, end_word(text, reading->n_marked) -
							unit->first_word);
	if (unit->kind != UNIT_URL && !unit->ended && text_is_dateline(text, words, n))
		unit->kind = UNIT_DATELINE;
	unit->first_word = (uint32_t)reading->n_kept;
	for (size_t i = 0; i < n; i++)
		text->words[reading->n_kept++] = words[i];
	reading->n_marked++;
	return unit->end_cp - unit->start_cp;
}

static void end_marking(struct compare_text *text)
{
	text->n_words = text->reading->n_kept;
	text->cap_words = text->n_words + 1;
	text->words = xrealloc(text->words, text->cap_words, sizeof *text->words);
	text->cap_units = text->n_units + 1;
	text->units = xrealloc(text->units, text->cap_units, sizeof *text->units);
	forms_close(&text->forms);
	close_reading(text);
}

bool compare_text_read(struct compare_text *text, size_t max_cp)
{
	size_t n = 0, n_cp = 0;
	while (text->reading && text->reading->walk && n < max_cp) {
		if (!cut_unit(text, &n_cp))
			end_cutting(text);
		n += n_cp + 1;
	}
	while (text->reading && !text->reading->walk && n < max_cp) {
		if (text->reading->n_marked < text->n_units)
			n += mark_unit(text) + 1;
		else
			end_marking(text);
	}
	return !text->reading;
}

enum language compare_text_language(const struct compare_text *text)
{
	return text->language;
}

bool compare_text_has_language(const struct compare_text *text)
{
	bool is_known = text->language != LANGUAGE_OTHER || text->tag;
	return text->n_words >= (is_known ? 1 : LEAST_OF_UNKNOWN);
}

bool compare_texts_are_foreign(const struct compare_text *a, const struct compare_text *b)
{
	return compare_text_has_language(a) && compare_text_has_language(b) &&
	       a->language != b->language;
}

size_t compare_text_count(const struct compare_text *text)
{
	return text->n_units;
}

struct unit compare_text_unit(const struct compare_text *text, size_t i)
{
	const struct read_unit *unit = &text->units[i];
	return (struct unit){.kind = unit->kind, .range = {unit->start_cp, unit->end_cp}};
}

size_t compare_text_unit_at(const struct compare_text *text, size_t cp)
{
	size_t low = 0, high = text->n_units;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (text->units[middle].end_cp <= cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low == text->n_units && low > 0 ? low - 1 : low;
}

struct word_run text_unit_words(const struct compare_text *text, size_t i)
{
	size_t first = text->units[i].first_word;
	return (struct word_run){text->words + first, end_word(text, i) - first};
}

struct word_run text_words(const struct compare_text *text)
{
	return (struct word_run){text->words, text->n_words};
}

struct form text_form(const struct compare_text *text, uint32_t form)
{
	struct letters letters = forms_letters(&text->forms, form);
	return (struct form){letters.cps, letters.n_cp, text->forms.items[form].traits};
}

const char *unit_kind_name(enum unit_kind kind)
{
	static const char *const names[] = {
		[UNIT_TEXT] = "text",
		[UNIT_HEADING] = "heading",
		[UNIT_URL] = "url",
		[UNIT_DATELINE] = "dateline",
	};
	return names[kind];
}
