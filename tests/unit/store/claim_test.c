/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims and what hangs on them; each act is taken back and done again to the letter. */
#include "store/support.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"

/* Two articles with two highlights each, two claims, and a tag. */
struct desk {
	struct scratch *scratch;
	struct store *store;
	char articles[2][ID_SIZE];
	char marks[4][ID_SIZE]; /* 0, 1 in the first article */
	char claims[2][ID_SIZE];
	struct tag tag;
};

static void add_claim(struct store *store, const char *statement, char id[ID_SIZE])
{
	struct claim claim = {.statement = xstrdup(statement)};
	begin(store, "ann");
	assert_ok(store_claim_add(store, &claim, NULL));
	commit(store);
	memcpy(id, claim.id, ID_SIZE);
	claim_release(&claim);
}

static int set_up_desk(void **state)
{
	if (scratch_setup(state))
		return 1;
	struct desk *desk = xcalloc(1, sizeof *desk);
	desk->scratch = *state;
	desk->store = desk->scratch->store;
	*state = desk;
	add_article(desk->store, "the first article", desk->articles[0]);
	add_article(desk->store, "the second article", desk->articles[1]);
	for (size_t i = 0; i < 4; i++)
		add_highlight(desk->store, desk->articles[i / 2], 4 * (i % 2), 4 * (i % 2) + 3,
			      desk->marks[i]);
	add_claim(desk->store, "it lasted three hours", desk->claims[0]);
	add_claim(desk->store, "nothing was agreed", desk->claims[1]);
	begin(desk->store, "ann");
	assert_ok(store_tag_ensure(desk->store, "a/tag", &desk->tag, NULL));
	commit(desk->store);
	return 0;
}

static int tear_down_desk(void **state)
{
	struct desk *desk = *state;
	*state = desk->scratch;
	tag_release(&desk->tag);
	free(desk);
	return scratch_teardown(state);
}

/* In an act of its own. */
static void mention(struct desk *desk, const char *coder, const char *claim, const char *mark,
		    const char *stance)
{
	struct mention row = {.stance = xstrdup(stance), .stance_scheme = xstrdup("arastance")};
	memcpy(row.claim, claim, ID_SIZE);
	memcpy(row.highlight, mark, ID_SIZE);
	begin(desk->store, coder);
	assert_ok(store_mention_set(desk->store, &row, NULL));
	commit(desk->store);
	mention_release(&row);
}

static void absent(struct desk *desk, const char *coder, const char *claim, const char *article,
		   bool is)
{
	begin(desk->store, coder);
	assert_ok(store_absent_set(desk->store, claim, article, is, NULL));
	commit(desk->store);
}

static void relate(struct desk *desk, const char *a, const char *b, const char *kind)
{
	struct relation row = {.kind = xstrdup(kind)};
	memcpy(row.a, a, ID_SIZE);
	memcpy(row.b, b, ID_SIZE);
	begin(desk->store, "ann");
	assert_ok(store_relation_add(desk->store, &row, NULL));
	commit(desk->store);
	relation_release(&row);
}

static void note(struct desk *desk, const char *coder, enum note_target kind, const char *target,
		 const char *text)
{
	begin(desk->store, coder);
	assert_ok(store_note_set(desk->store, kind, target, text, NULL));
	commit(desk->store);
}

static void assert_count(struct desk *desk, const char *table, const char *n)
{
	char *sql = xasprintf("SELECT count(*) FROM %s", table);
	assert_sql(desk->scratch->path, sql, n);
	free(sql);
}

/* The latest act of ann is undone and redone, and leaves what there was before and after. */
static void assert_reversible(struct desk *desk, const char *before)
{
	const char *path = desk->scratch->path;
	char *after = logical_content(path);
	assert_string_not_equal(before, after);
	assert_ok(store_undo(desk->store, "ann", NULL, NULL));
	char *undone = logical_content(path);
	assert_string_equal(undone, before);
	assert_ok(store_redo(desk->store, "ann", NULL, NULL));
	char *redone = logical_content(path);
	assert_string_equal(redone, after);
	free(after);
	free(undone);
	free(redone);
	assert_ok(store_check(desk->store, NULL));
}

/* Everything that can hang on the first claim, article, highlight and tag, by two coders. */
static void hang_all(struct desk *desk)
{
	static const char *const coders[] = {"ann", "bob"};
	begin(desk->store, "ann");
	assert_ok(store_coding_add(desk->store, desk->marks[0], desk->tag.id, NULL));
	commit(desk->store);
	for (size_t i = 0; i < 2; i++) {
		mention(desk, coders[i], desk->claims[0], desk->marks[0], "agree");
		absent(desk, coders[i], desk->claims[0], desk->articles[1], true);
		absent(desk, coders[i], desk->claims[1], desk->articles[0], true);
		note(desk, coders[i], NOTE_ARTICLE, desk->articles[0], "on the article");
		note(desk, coders[i], NOTE_HIGHLIGHT, desk->marks[0], "on the highlight");
		note(desk, coders[i], NOTE_CLAIM, desk->claims[0], "on the claim");
		note(desk, coders[i], NOTE_TAG, desk->tag.id, "on the tag");
		note(desk, coders[i], NOTE_PROJECT, "", "on the project");
	}
	relate(desk, desk->claims[0], desk->claims[1], "contradicts");
	relate(desk, desk->claims[1], desk->claims[0], "narrower");
}

static void a_claim_is_found_by_number_and_id_and_listed_with_counts(void **state)
{
	struct desk *desk = *state;
	struct claim claim;
	struct claim_list list = {.n = 0};
	struct fault f = FAULT_NONE;
	mention(desk, "ann", desk->claims[1], desk->marks[0], "agree");
	mention(desk, "ann", desk->claims[1], desk->marks[1], "agree");
	mention(desk, "bob", desk->claims[1], desk->marks[3], "");
	assert_ok(store_claim_get(desk->store, "2", &claim, NULL));
	assert_string_equal(claim.id, desk->claims[1]);
	assert_string_equal(claim.statement, "nothing was agreed");
	assert_string_equal(claim.coder, "ann");
	claim_release(&claim);
	assert_status(store_claim_get(desk->store, "7", &claim, &f), STATUS_NOT_FOUND);
	assert_string_equal(f.subject, "7");
	/* Both were made within a millisecond or so: 8 digits of the time may not tell them. */
	assert_status(store_claim_get(desk->store, "zz", &claim, &f), STATUS_NOT_FOUND);
	assert_ok(store_claim_get(desk->store, desk->claims[0], &claim, NULL));
	assert_int_equal(claim.number, 1);
	claim_release(&claim);
	assert_ok(store_claim_by_statement(desk->store, "nothing was agreed", &claim, NULL));
	assert_string_equal(claim.id, desk->claims[1]);
	assert_int_equal(claim.n_mentions, 3);
	claim_release(&claim);
	assert_status(store_claim_by_statement(desk->store, "Nothing was agreed", &claim, &f),
		      STATUS_NOT_FOUND);
	assert_ok(store_claim_list(desk->store, &list, NULL));
	assert_int_equal(list.n, 2);
	assert_int_equal(list.items[0].number, 1);
	assert_int_equal(list.items[0].n_mentions, 0);
	assert_int_equal(list.items[1].n_mentions, 3);
	assert_int_equal(list.items[1].n_articles, 2);
	claim_list_release(&list);
	fault_release(&f);
}

static void a_claims_number_is_never_used_again(void **state)
{
	struct desk *desk = *state;
	char id[ID_SIZE];
	struct claim claim;
	begin(desk->store, "ann");
	assert_ok(store_claim_remove(desk->store, desk->claims[1], NULL));
	commit(desk->store);
	add_claim(desk->store, "a third", id);
	assert_ok(store_claim_get(desk->store, "3", &claim, NULL));
	assert_string_equal(claim.id, id);
	claim_release(&claim);
	assert_status(store_claim_get(desk->store, "2", &claim, NULL), STATUS_NOT_FOUND);
}

static void an_edit_of_a_claim_is_kept_and_taken_back(void **state)
{
	struct desk *desk = *state;
	struct claim claim;
	char *before = logical_content(desk->scratch->path);
	assert_ok(store_claim_get(desk->store, "1", &claim, NULL));
	free(claim.verdict);
	claim.verdict = xstrdup("true");
	begin(desk->store, "ann");
	assert_ok(store_claim_update(desk->store, &claim, NULL));
	commit(desk->store);
	assert_sql(desk->scratch->path, "SELECT verdict FROM claim WHERE number = 1", "true");
	assert_reversible(desk, before);
	claim_release(&claim);
	free(before);
}

static void a_mention_is_one_a_claim_highlight_and_coder(void **state)
{
	struct desk *desk = *state;
	struct mention_list list = {.n = 0};
	struct mention one;
	mention(desk, "bob", desk->claims[0], desk->marks[0], "disagree");
	char *before = logical_content(desk->scratch->path);
	mention(desk, "ann", desk->claims[0], desk->marks[0], "agree");
	assert_reversible(desk, before);
	free(before);
	before = logical_content(desk->scratch->path);
	mention(desk, "ann", desk->claims[0], desk->marks[0], "discuss");
	assert_reversible(desk, before);
	free(before);
	assert_ok(store_mention_list(desk->store, desk->articles[0], &list, NULL));
	assert_int_equal(list.n, 2);
	assert_string_equal(list.items[0].coder, "ann");
	assert_string_equal(list.items[0].stance, "discuss");
	assert_string_equal(list.items[0].article, desk->articles[0]);
	assert_string_equal(list.items[1].coder, "bob");
	assert_string_equal(list.items[1].stance, "disagree");
	assert_ok(store_mention_get(desk->store, list.items[1].id, &one, NULL));
	assert_string_equal(one.coder, "bob");
	mention_release(&one);
	begin(desk->store, "ann");
	assert_ok(store_mention_remove(desk->store, list.items[0].id, NULL));
	assert_status(store_mention_remove(desk->store, list.items[0].id, NULL), STATUS_NOT_FOUND);
	commit(desk->store);
	assert_count(desk, "mention", "1");
	mention_list_release(&list);
}

static void mentions_are_listed_by_place_claim_and_coder(void **state)
{
	struct desk *desk = *state;
	struct mention_list list = {.n = 0};
	mention(desk, "bob", desk->claims[1], desk->marks[3], "");
	mention(desk, "ann", desk->claims[1], desk->marks[1], "");
	mention(desk, "zoe", desk->claims[0], desk->marks[1], "");
	mention(desk, "ann", desk->claims[0], desk->marks[1], "");
	mention(desk, "ann", desk->claims[0], desk->marks[0], "");
	assert_ok(store_mention_list(desk->store, NULL, &list, NULL));
	assert_int_equal(list.n, 5);
	assert_string_equal(list.items[0].highlight, desk->marks[0]);
	assert_string_equal(list.items[1].coder, "ann");
	assert_string_equal(list.items[1].claim, desk->claims[0]);
	assert_string_equal(list.items[2].coder, "zoe");
	assert_string_equal(list.items[3].claim, desk->claims[1]);
	assert_string_equal(list.items[4].highlight, desk->marks[3]);
	mention_list_release(&list);
}

struct stances {
	struct str text;
	const struct desk *desk;
};

/* "claim.article coder stance", by their places on the desk. */
static void write_stance(void *data, const struct mention_stance *row)
{
	struct stances *out = data;
	str_appendf(&out->text, "%d.%d %s %s;", strcmp(row->claim, out->desk->claims[1]) == 0,
		    strcmp(row->article, out->desk->articles[1]) == 0, row->coder, row->stance);
}

static void stances_are_told_of_every_mention_with_its_article(void **state)
{
	struct desk *desk = *state;
	struct stances all = {.text = STR_EMPTY, .desk = desk};
	assert_ok(store_mention_stances(desk->store, write_stance, &all, NULL));
	assert_int_equal(all.text.len, 0);
	mention(desk, "bob", desk->claims[1], desk->marks[3], "agree");
	mention(desk, "ann", desk->claims[0], desk->marks[2], "");
	mention(desk, "zoe", desk->claims[0], desk->marks[0], "disagree");
	assert_ok(store_mention_stances(desk->store, write_stance, &all, NULL));
	assert_int_equal(all.text.len, strlen("0.1 ann ;0.0 zoe disagree;1.1 bob agree;"));
	assert_non_null(strstr(str_cstr(&all.text), "0.1 ann ;"));
	assert_non_null(strstr(str_cstr(&all.text), "0.0 zoe disagree;"));
	assert_non_null(strstr(str_cstr(&all.text), "1.1 bob agree;"));
	str_release(&all.text);
}

static void a_mention_of_nothing_or_with_unknown_values_is_refused(void **state)
{
	struct desk *desk = *state;
	struct mention row = {.stance = xstrdup("agree"), .attribution = xstrdup("shouted")};
	memcpy(row.claim, desk->claims[0], ID_SIZE);
	begin(desk->store, "ann");
	assert_status(store_mention_set(desk->store, &row, NULL), STATUS_NOT_FOUND);
	memcpy(row.highlight, desk->marks[0], ID_SIZE);
	assert_status(store_mention_set(desk->store, &row, NULL), STATUS_INVALID);
	free(row.attribution);
	row.attribution = xstrdup("quoted");
	memcpy(row.claim, desk->marks[0], ID_SIZE);
	assert_status(store_mention_set(desk->store, &row, NULL), STATUS_NOT_FOUND);
	commit(desk->store);
	assert_count(desk, "mention", "0");
	mention_release(&row);
}

static void absence_is_recorded_once_a_coder_and_ends_with_a_mention(void **state)
{
	struct desk *desk = *state;
	struct coverage_list list = {.n = 0};
	absent(desk, "bob", desk->claims[1], desk->articles[0], true);
	absent(desk, "bob", desk->claims[0], desk->articles[1], true);
	absent(desk, "bob", desk->claims[0], desk->articles[0], true);
	absent(desk, "ann", desk->claims[0], desk->articles[1], true);
	absent(desk, "ann", desk->claims[0], desk->articles[1], true);
	assert_ok(store_coverage_list(desk->store, &list, NULL));
	assert_int_equal(list.n, 4);
	assert_string_equal(list.items[0].article, desk->articles[0]);
	assert_string_equal(list.items[1].coder, "ann");
	assert_string_equal(list.items[2].coder, "bob");
	assert_string_equal(list.items[2].state, "absent");
	assert_string_equal(list.items[3].claim, desk->claims[1]);
	coverage_list_release(&list);
	char *before = logical_content(desk->scratch->path);
	mention(desk, "ann", desk->claims[0], desk->marks[2], "agree");
	/* Hers is gone, his is his. */
	assert_count(desk, "coverage", "3");
	assert_reversible(desk, before);
	free(before);
	absent(desk, "bob", desk->claims[0], desk->articles[1], false);
	absent(desk, "bob", desk->claims[0], desk->articles[1], false);
	assert_count(desk, "coverage", "2");
}

static void a_relation_is_there_once_from_whichever_side(void **state)
{
	struct desk *desk = *state;
	struct relation_list list = {.n = 0};
	struct relation self = {.kind = xstrdup("updates")};
	relate(desk, desk->claims[1], desk->claims[0], "same_as");
	relate(desk, desk->claims[0], desk->claims[1], "same_as");
	relate(desk, desk->claims[1], desk->claims[0], "narrower");
	relate(desk, desk->claims[0], desk->claims[1], "narrower");
	relate(desk, desk->claims[0], desk->claims[1], "narrower");
	assert_ok(store_relation_list(desk->store, &list, NULL));
	assert_int_equal(list.n, 3);
	assert_string_equal(list.items[0].a, desk->claims[0]);
	assert_string_equal(list.items[1].kind, "narrower");
	assert_string_equal(list.items[2].kind, "same_as");
	begin(desk->store, "ann");
	assert_ok(store_relation_remove(desk->store, list.items[2].id, NULL));
	assert_status(store_relation_remove(desk->store, list.items[2].id, NULL),
		      STATUS_NOT_FOUND);
	memcpy(self.a, desk->claims[0], ID_SIZE);
	memcpy(self.b, desk->claims[0], ID_SIZE);
	assert_status(store_relation_add(desk->store, &self, NULL), STATUS_INVALID);
	commit(desk->store);
	assert_count(desk, "claim_relation", "2");
	relation_list_release(&list);
	relation_release(&self);
}

static void a_property_is_undone_like_the_rest(void **state)
{
	struct desk *desk = *state;
	char *value;
	char *before = logical_content(desk->scratch->path);
	assert_ok(store_property_get(desk->store, "stance_scheme", &value, NULL));
	assert_string_equal(value, "");
	free(value);
	begin(desk->store, "ann");
	assert_ok(store_property_set(desk->store, "stance_scheme", "fnc", NULL));
	commit(desk->store);
	assert_reversible(desk, before);
	assert_ok(store_property_get(desk->store, "stance_scheme", &value, NULL));
	assert_string_equal(value, "fnc");
	free(value);
	begin(desk->store, "ann");
	assert_ok(store_property_set(desk->store, "stance_scheme", "", NULL));
	commit(desk->store);
	char *after = logical_content(desk->scratch->path);
	assert_string_equal(after, before);
	free(after);
	free(before);
}

static void notes_are_one_a_target_and_coder_on_everything(void **state)
{
	struct desk *desk = *state;
	struct note_list list = {.n = 0};
	hang_all(desk);
	assert_count(desk, "note", "10");
	note(desk, "ann", NOTE_PROJECT, "", "again");
	note(desk, "ann", NOTE_TAG, desk->tag.id, "again");
	assert_count(desk, "note", "10");
	assert_ok(store_note_list(desk->store, "", &list, NULL));
	assert_int_equal(list.n, 2);
	assert_int_equal(list.items[0].kind, NOTE_PROJECT);
	assert_string_equal(list.items[0].target, "");
	assert_string_equal(list.items[0].text, "again");
	assert_true(strcmp(list.items[0].id, list.items[1].id) < 0);
	note_list_release(&list);
	assert_ok(store_note_list(desk->store, desk->claims[0], &list, NULL));
	assert_int_equal(list.n, 2);
	assert_int_equal(list.items[0].kind, NOTE_CLAIM);
	assert_string_equal(list.items[0].target, desk->claims[0]);
	note_list_release(&list);
	begin(desk->store, "ann");
	assert_status(store_note_set(desk->store, NOTE_CLAIM, desk->marks[0], "x", NULL),
		      STATUS_NOT_FOUND);
	store_abandon(desk->store);
	note(desk, "ann", NOTE_PROJECT, "", "");
	assert_count(desk, "note", "9");
}

static void what_hangs_on_a_thing_goes_and_comes_back_with_it(void **state)
{
	struct desk *desk = *state;
	hang_all(desk);
	char *before = logical_content(desk->scratch->path);
	for (int i = 0; i < 4; i++) {
		begin(desk->store, "ann");
		if (i == 0)
			assert_ok(store_claim_remove(desk->store, desk->claims[0], NULL));
		else if (i == 1)
			assert_ok(store_article_remove(desk->store, desk->articles[0], NULL));
		else if (i == 2)
			assert_ok(store_highlight_remove(desk->store, desk->marks[0], NULL));
		else
			assert_ok(store_tag_remove(desk->store, "a", NULL));
		commit(desk->store);
		assert_reversible(desk, before);
		assert_count(desk, "mention", i == 3 ? "2" : "0");
		assert_count(desk, "coverage", i < 2 ? "2" : "4");
		assert_count(desk, "claim_relation", i == 0 ? "0" : "2");
		assert_count(desk, "note", i == 1 ? "6" : "8");
		assert_count(desk, "coding", i == 0 ? "1" : "0");
		assert_ok(store_undo(desk->store, "ann", NULL, NULL));
	}
	free(before);
}

static void merging_claims_joins_what_hangs_on_them(void **state)
{
	struct desk *desk = *state;
	char third[ID_SIZE];
	add_claim(desk->store, "a third", third);
	mention(desk, "ann", desk->claims[0], desk->marks[0], "agree");
	mention(desk, "ann", desk->claims[1], desk->marks[0], "disagree");
	mention(desk, "ann", desk->claims[0], desk->marks[2], "agree");
	mention(desk, "bob", desk->claims[0], desk->marks[0], "agree");
	absent(desk, "ann", desk->claims[1], desk->articles[1], true);
	absent(desk, "bob", desk->claims[1], desk->articles[1], true);
	absent(desk, "bob", desk->claims[0], desk->articles[1], true);
	note(desk, "ann", NOTE_CLAIM, desk->claims[0], "hers");
	note(desk, "ann", NOTE_CLAIM, desk->claims[1], "hers too");
	note(desk, "bob", NOTE_CLAIM, desk->claims[0], "his");
	relate(desk, desk->claims[0], desk->claims[1], "same_as");
	relate(desk, desk->claims[0], third, "narrower");
	relate(desk, desk->claims[1], third, "narrower");
	relate(desk, third, desk->claims[0], "contradicts");
	relate(desk, desk->claims[1], third, "contradicts");
	char *before = logical_content(desk->scratch->path);
	begin(desk->store, "ann");
	assert_status(store_claim_merge(desk->store, third, third, NULL), STATUS_INVALID);
	assert_ok(store_claim_merge(desk->store, desk->claims[0], desk->claims[1], NULL));
	commit(desk->store);
	const char *path = desk->scratch->path;
	assert_sql(path, "SELECT count(*) FROM claim", "2");
	assert_sql(path, "SELECT group_concat(said, ' ') FROM (SELECT stance || name AS said FROM mention m"
			 " JOIN coder k ON k.id = m.coder ORDER BY said)",
		   "agreeann agreebob disagreeann");
	/* Hers is contradicted by what she linked to the other. */
	assert_sql(path, "SELECT group_concat(name) FROM coverage v JOIN coder k ON k.id = v.coder",
		   "bob");
	assert_sql(path, "SELECT group_concat(kind) FROM (SELECT kind FROM claim_relation"
			 " ORDER BY kind)", "contradicts,narrower");
	assert_sql(path, "SELECT text FROM note JOIN coder k ON k.id = note.coder"
			 " WHERE name = 'ann'", "hers too\n\nhers");
	assert_sql(path, "SELECT count(*) FROM note", "2");
	assert_reversible(desk, before);
	free(before);
}

static void merging_tags_joins_their_notes(void **state)
{
	struct desk *desk = *state;
	struct tag other;
	begin(desk->store, "ann");
	assert_ok(store_tag_ensure(desk->store, "other", &other, NULL));
	commit(desk->store);
	note(desk, "ann", NOTE_TAG, desk->tag.id, "from");
	note(desk, "ann", NOTE_TAG, other.id, "into");
	note(desk, "bob", NOTE_TAG, desk->tag.id, "his");
	char *before = logical_content(desk->scratch->path);
	begin(desk->store, "ann");
	assert_ok(store_tag_merge(desk->store, "a/tag", "other", NULL));
	commit(desk->store);
	assert_sql(desk->scratch->path, "SELECT group_concat(text, '+') FROM (SELECT text FROM note"
					" ORDER BY text)", "his+into\n\nfrom");
	assert_reversible(desk, before);
	free(before);
	tag_release(&other);
}

static void a_coding_moves_to_another_tag_with_its_coder(void **state)
{
	struct desk *desk = *state;
	struct coding_list list = {.n = 0};
	struct tag other;
	begin(desk->store, "bob");
	assert_ok(store_coding_add(desk->store, desk->marks[0], desk->tag.id, NULL));
	assert_ok(store_coding_add(desk->store, desk->marks[1], desk->tag.id, NULL));
	assert_ok(store_tag_ensure(desk->store, "other", &other, NULL));
	assert_ok(store_coding_add(desk->store, desk->marks[1], other.id, NULL));
	commit(desk->store);
	assert_ok(store_coding_list(desk->store, NULL, &list, NULL));
	assert_int_equal(list.n, 3);
	char *before = logical_content(desk->scratch->path);
	begin(desk->store, "ann");
	assert_ok(store_coding_retag(desk->store, list.items[0].id, other.id, NULL));
	assert_ok(store_coding_retag(desk->store, list.items[1].id, other.id, NULL));
	/* To where it is: nothing. */
	assert_ok(store_coding_retag(desk->store, list.items[2].id, other.id, NULL));
	assert_status(store_coding_retag(desk->store, desk->marks[0], other.id, NULL),
		      STATUS_NOT_FOUND);
	commit(desk->store);
	assert_reversible(desk, before);
	assert_sql(desk->scratch->path, "SELECT count(*) || min(name) || max(name) FROM coding"
					" JOIN coder ON coder.id = coding.coder", "2bobbob");
	free(before);
	coding_list_release(&list);
	tag_release(&other);
}

static void coders_are_listed_by_name(void **state)
{
	struct desk *desk = *state;
	struct coder_list list = {.n = 0};
	note(desk, "zoe", NOTE_PROJECT, "", "x");
	note(desk, "abe", NOTE_PROJECT, "", "x");
	assert_ok(store_coder_list(desk->store, &list, NULL));
	assert_int_equal(list.n, 3);
	assert_string_equal(list.items[0].name, "abe");
	assert_string_equal(list.items[2].name, "zoe");
	assert_int_equal(strlen(list.items[0].id), ID_SIZE - 1);
	coder_list_release(&list);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_desk, tear_down_desk)
	const struct CMUnitTest tests[] = {
		TEST(a_claim_is_found_by_number_and_id_and_listed_with_counts),
		TEST(a_claims_number_is_never_used_again),
		TEST(an_edit_of_a_claim_is_kept_and_taken_back),
		TEST(a_mention_is_one_a_claim_highlight_and_coder),
		TEST(mentions_are_listed_by_place_claim_and_coder),
		TEST(stances_are_told_of_every_mention_with_its_article),
		TEST(a_mention_of_nothing_or_with_unknown_values_is_refused),
		TEST(absence_is_recorded_once_a_coder_and_ends_with_a_mention),
		TEST(a_relation_is_there_once_from_whichever_side),
		TEST(a_property_is_undone_like_the_rest),
		TEST(notes_are_one_a_target_and_coder_on_everything),
		TEST(what_hangs_on_a_thing_goes_and_comes_back_with_it),
		TEST(merging_claims_joins_what_hangs_on_them),
		TEST(merging_tags_joins_their_notes),
		TEST(a_coding_moves_to_another_tag_with_its_coder),
		TEST(coders_are_listed_by_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
