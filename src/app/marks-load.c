/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the project's rows to what the reader shows of them, and what it says. */
#include "app/marks.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/marks-rows.h"
#include "app/stance-look.h"
#include "app/words.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "text/safe.h"

/* A highlight without a tag has a sign of its own. */
static const char UNTAGGED[] = "◌";

enum { STATEMENT_CPS = 24 };

/* What is said of a highlight, and by whom. */
struct saying {
	const struct marks_rows *rows;
	const struct mark_rows *mark;
	struct str out;
	bool by_coder; /* several did something here: each thing is told with who did it */
};

/* Appends a thing, and in brackets who did it. Both are foreign text. */
static void say(struct saying *saying, const char *between, const char *what, const char *who)
{
	char *words = saying->by_coder ? words_format("%s (%s)", what, who)
				       : words_format("%s", what);
	if (saying->out.len > 0)
		str_append_str(&saying->out, between);
	str_append_str(&saying->out, words);
	free(words);
}

/* The first of the coders, or NULL where there are others too. */
static const char *only_coder(const struct mark_rows *mark)
{
	const char *only = mark->n_codings > 0    ? mark->codings[0].coder
			   : mark->n_mentions > 0 ? mark->mentions[0].coder
						  : mark->highlight->coder;
	for (size_t i = 0; i < mark->n_codings; i++)
		if (strcmp(mark->codings[i].coder, only) != 0)
			return NULL;
	for (size_t i = 0; i < mark->n_mentions; i++)
		if (strcmp(mark->mentions[i].coder, only) != 0)
			return NULL;
	return only;
}

/* A tag's codings stand together: "place (nadia, omar)". */
static void say_tags(struct saying *saying)
{
	const struct mark_rows *mark = saying->mark;
	for (size_t i = 0, next; i < mark->n_codings; i = next) {
		const struct coding *first = &mark->codings[i];
		size_t tag = marks_rows_tag(saying->rows, first->tag);
		struct str who = STR_EMPTY;
		for (next = i; next < mark->n_codings &&
			       strcmp(mark->codings[next].tag, first->tag) == 0; next++)
			str_appendf(&who, next > i ? ", %s" : "%s", mark->codings[next].coder);
		if (tag < saying->rows->tags.n)
			say(saying, ", ", saying->rows->tags.items[tag].path, str_cstr(&who));
		str_release(&who);
	}
	if (saying->out.len == 0 && mark->n_mentions == 0)
		str_append_str(&saying->out, _("no tag"));
}

static struct stance_look look_of(const struct marks_rows *rows, const struct mention *mention)
{
	return stance_look_of(&rows->scheme, mention->stance, rows->source->mono);
}

/* "claim 2 ✓", and of the only one the beginning of its statement; the caller's. */
static char *claim_words(const struct saying *saying, const struct mention *mention,
			 const struct claim *claim)
{
	const char *symbol = look_of(saying->rows, mention).symbol;
	/* TRANSLATORS: a claim's number, and the symbol of the stance to it */
	char *words = words_format(_("claim %zu %s"), (size_t)claim->number, symbol);
	if (saying->mark->n_mentions > 1)
		return words;
	/* Our words are not isolated: what is said of a claim runs as they do. */
	struct str all = STR_EMPTY;
	char *excerpt = words_excerpt(claim->statement, STATEMENT_CPS);
	str_appendf(&all, "%s ", words);
	safe_isolate(&all, excerpt, strlen(excerpt));
	free(excerpt);
	free(words);
	return str_take(&all);
}

static void say_claims(struct saying *saying)
{
	const struct mark_rows *mark = saying->mark;
	for (size_t i = 0; i < mark->n_mentions; i++) {
		const struct mention *mention = &mark->mentions[i];
		const struct claim *claim = marks_rows_claim(saying->rows, mention->claim);
		if (!claim)
			continue;
		char *words = claim_words(saying, mention, claim);
		say(saying, i > 0 ? ", " : " · ", words, mention->coder);
		free(words);
	}
}

/* "place, time · claim 2 ✓ · nadia · note"; the caller's. */
static char *words_of(const struct marks_rows *rows, const struct mark_rows *mark)
{
	const char *only = only_coder(mark);
	struct saying saying = {
		.rows = rows, .mark = mark, .out = STR_EMPTY, .by_coder = rows->several && !only};
	say_tags(&saying);
	say_claims(&saying);
	saying.by_coder = false;
	if (rows->several && only)
		say(&saying, " · ", only, "");
	if (mark->note)
		/* TRANSLATORS: a highlight has a note */
		say(&saying, " · ", _("note"), "");
	return str_take(&saying.out);
}

static void add_tag(struct shown_mark *mark, const struct marks_rows *rows, size_t tag,
		    struct str *paths)
{
	if (mark->n_tags == 0)
		mark->look = rows->looks[tag];
	else
		str_append_str(paths, ", ");
	if (mark->n_tags == 1)
		mark->second = rows->looks[tag];
	str_append_str(paths, rows->tags.items[tag].path);
	mark->n_tags++;
}

/* The tags of all its coders, each once, and how the first two look. */
static void add_tags(struct shown_mark *shown, const struct marks_rows *rows,
		     const struct mark_rows *mark)
{
	struct str paths = STR_EMPTY;
	const char *before = "";
	for (size_t i = 0; i < mark->n_codings; i++) {
		const char *id = mark->codings[i].tag;
		size_t tag = marks_rows_tag(rows, id);
		if (tag < rows->tags.n && strcmp(id, before) != 0)
			add_tag(shown, rows, tag, &paths);
		before = id;
	}
	shown->tags = str_take(&paths);
}

/* A highlight without a tag looks as its first stance, if it has one. */
static void set_plain_look(struct tag_look *look, const struct marks_rows *rows,
			   const struct mark_rows *mark)
{
	*look = (struct tag_look){.style = {.fg = -1, .bg = -1, .attrs = ATTR_UNDERLINE}};
	strcpy(look->symbol, UNTAGGED);
	if (mark->n_mentions == 0)
		return;
	struct stance_look stance = look_of(rows, &mark->mentions[0]);
	look->style = stance.style;
	if (strlen(stance.symbol) < sizeof look->symbol)
		strcpy(look->symbol, stance.symbol);
}

static void add(struct marks *marks, const struct marks_rows *rows, const struct mark_rows *mark)
{
	const struct highlight *highlight = mark->highlight;
	struct shown_mark shown = {.range = highlight->range, .quote = xstrdup(highlight->exact)};
	memcpy(shown.id, highlight->id, sizeof shown.id);
	memcpy(shown.article, highlight->article, sizeof shown.article);
	set_plain_look(&shown.look, rows, mark);
	add_tags(&shown, rows, mark);
	shown.linked = mark->n_mentions > 0;
	shown.words = words_of(rows, mark);
	marks_add(marks, &shown);
}

/* In the order of the rows; NULL: of all articles. */
static enum status load(struct marks *marks, const struct marks_source *source,
			const char *article, struct fault *f)
{
	struct marks_rows rows;
	enum status status = marks_rows_read(&rows, source, article, f);
	if (status == STATUS_OK)
		marks_release(marks);
	for (size_t i = 0; status == STATUS_OK && i < rows.highlights.n; i++) {
		struct mark_rows mark = marks_rows_next(&rows, i);
		if (!mark_rows_seen(&rows, &mark))
			continue;
		marks->n_all++;
		if (mark_rows_asked(&rows, &mark))
			add(marks, &rows, &mark);
	}
	marks_rows_release(&rows);
	return status;
}

enum status marks_load(struct marks *marks, const struct marks_source *source, const char *article,
		       struct fault *f)
{
	enum status status = load(marks, source, article, f);
	if (status == STATUS_OK)
		marks_sort(marks);
	return status;
}

enum status marks_load_all(struct marks *marks, const struct marks_source *source, struct fault *f)
{
	return load(marks, source, NULL, f);
}
