/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "app/scratch.h"

/* Two articles, three claims, a highlight in the first article. */
struct scene {
	struct scratch *scratch;
	struct project *project;
	struct article first;
	struct claim claims[3];
	struct highlight highlight;
};

static struct claim add_claim(struct project *project, const char *statement)
{
	struct claim claim = {.statement = (char *)statement};
	assert_int_equal(project_claim_add(project, &claim, NULL), STATUS_OK);
	return claim;
}

static void mark(struct scene *scene, size_t start_cp, size_t end_cp, const char *tag,
		 struct highlight *out)
{
	char *tags[] = {(char *)tag};
	struct mark mark = {.range = {start_cp, end_cp}, .tags = tags, .n_tags = tag != NULL};
	assert_int_equal(project_mark(scene->project, &scene->first, &mark, out, NULL, NULL),
			 STATUS_OK);
}

static struct scene scene_make(void *state)
{
	struct scene scene = {.scratch = state, .project = &((struct scratch *)state)->project};
	scratch_import(state, "first article, with words\n");
	scratch_import(state, "second\n");
	assert_int_equal(project_article(scene.project, "1", false, &scene.first, NULL),
			 STATUS_OK);
	scene.claims[0] = add_claim(scene.project, "one is said");
	scene.claims[1] = add_claim(scene.project, "another");
	scene.claims[2] = add_claim(scene.project, "a third");
	mark(&scene, 0, 5, "a/b", &scene.highlight);
	return scene;
}

static void scene_release(struct scene *scene)
{
	article_release(&scene->first);
	highlight_release(&scene->highlight);
}

/* The act that was just done is one step: undone to `before`, done again to what it is now. */
static void assert_one_step(struct scene *scene, char *before)
{
	char *after = scratch_content(scene->scratch), *now;
	assert_string_not_equal(before, after);
	assert_int_equal(project_undo(scene->project, NULL, NULL), STATUS_OK);
	now = scratch_content(scene->scratch);
	assert_string_equal(now, before);
	free(now);
	assert_int_equal(project_redo(scene->project, NULL, NULL), STATUS_OK);
	now = scratch_content(scene->scratch);
	assert_string_equal(now, after);
	free(now);
	free(after);
	free(before);
}

#define ONE_STEP(act)                                                    \
	do {                                                             \
		char *before = scratch_content(scene.scratch);           \
		assert_int_equal(act, STATUS_OK);                        \
		assert_one_step(&scene, before);                         \
	} while (0)

static struct mention link_to(const struct claim *claim, const char *stance)
{
	struct mention mention = {.stance = (char *)stance};
	memcpy(mention.claim, claim->id, ID_SIZE);
	return mention;
}

static void each_act_on_claims_is_one_step_of_undo(void **state)
{
	struct scene scene = scene_make(*state);
	struct project *project = scene.project;
	struct claim added = {.statement = (char *)"  new \n"};
	struct claim edited = {.verdict = (char *)"true"};
	struct mention mention = link_to(&scene.claims[0], "agree");
	ONE_STEP(project_claim_add(project, &added, NULL));
	memcpy(edited.id, added.id, ID_SIZE);
	ONE_STEP(project_claim_edit(project, &edited, NULL));
	ONE_STEP(project_mention(project, scene.highlight.id, &mention, NULL));
	ONE_STEP(project_absent(project, "2", "2", true, NULL));
	ONE_STEP(project_relate(project, "1", "2", "narrower", true, NULL));
	ONE_STEP(project_note(project, NOTE_CLAIM, added.id, "on a claim", NULL));
	ONE_STEP(project_note(project, NOTE_PROJECT, "", "on all of it", NULL));
	ONE_STEP(project_stance_scheme(project, "sdqc", NULL));
	ONE_STEP(project_claim_merge(project, "1", "2", NULL));
	ONE_STEP(project_unmention(project, mention.id, NULL));
	ONE_STEP(project_absent(project, "2", "2", false, NULL));
	ONE_STEP(project_claim_remove(project, "2", NULL, NULL));
	scene_release(&scene);
}

static void a_statement_is_trimmed_said_once_and_not_empty(void **state)
{
	struct scene scene = scene_make(*state);
	struct claim claim = {.statement = (char *)"\t one is said \n"}, found;
	struct fault f = FAULT_NONE;
	assert_int_equal(project_claim_add(scene.project, &claim, &f), STATUS_EXISTS);
	assert_non_null(strstr(f.detail, "1"));
	static const char *const bad[] = {"", " \n\t", "\u200b\u202e", "\x01", "\xff"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		claim.statement = (char *)bad[i];
		assert_int_equal(project_claim_add(scene.project, &claim, NULL), STATUS_INVALID);
	}
	claim = (struct claim){.statement = (char *)"two\nlines", .lang = (char *)"zzzzzz"};
	assert_int_equal(project_claim_add(scene.project, &claim, NULL), STATUS_INVALID);
	claim.lang = (char *)"en";
	assert_int_equal(project_claim_add(scene.project, &claim, NULL), STATUS_OK);
	assert_int_equal(project_claim(scene.project, "4", &found, NULL), STATUS_OK);
	assert_string_equal(found.statement, "two\nlines");
	claim_release(&found);
	claim.statement = (char *)"another";
	assert_int_equal(project_claim_edit(scene.project, &claim, NULL), STATUS_EXISTS);
	claim.statement = (char *)"two\nlines";
	assert_int_equal(project_claim_edit(scene.project, &claim, NULL), STATUS_OK);
	fault_release(&f);
	scene_release(&scene);
}

static void a_claim_is_found_by_number_id_or_statement(void **state)
{
	struct scene scene = scene_make(*state);
	struct claim found;
	struct fault f = FAULT_NONE;
	const char *const refs[] = {"2", scene.claims[1].id, "another", " another "};
	for (size_t i = 0; i < sizeof refs / sizeof *refs; i++) {
		assert_int_equal(project_claim(scene.project, refs[i], &found, NULL), STATUS_OK);
		assert_int_equal(found.number, 2);
		claim_release(&found);
	}
	assert_int_equal(project_claim(scene.project, "anothar", &found, &f), STATUS_NOT_FOUND);
	assert_non_null(strstr(f.detail, "another"));
	assert_int_equal(project_claim(scene.project, "9", &found, &f), STATUS_NOT_FOUND);
	fault_release(&f);
	scene_release(&scene);
}

static void the_only_mention(struct scene *scene, struct mention *out)
{
	struct mention_list list = {.items = NULL};
	assert_int_equal(store_mention_list(scene->project->store, NULL, &list, NULL), STATUS_OK);
	assert_int_equal(list.n, 1);
	*out = list.items[0];
	list.n = 0;
	mention_list_release(&list);
}

static void a_link_says_more_later_and_keeps_what_it_said(void **state)
{
	struct scene scene = scene_make(*state);
	struct mention mention = link_to(&scene.claims[0], "disagree"), there;
	mention.certainty = (char *)"probable";
	assert_int_equal(project_mention(scene.project, scene.highlight.id, &mention, NULL),
			 STATUS_OK);
	assert_int_equal(project_stance_scheme(scene.project, "emergent", NULL), STATUS_OK);
	mention = link_to(&scene.claims[0], NULL);
	mention.speaker = (char *)" A. Minister ";
	mention.certainty = (char *)"";
	assert_int_equal(project_mention(scene.project, scene.highlight.id, &mention, NULL),
			 STATUS_OK);
	the_only_mention(&scene, &there);
	assert_string_equal(there.id, mention.id);
	assert_string_equal(there.stance, "disagree");
	assert_string_equal(there.stance_scheme, "arastance");
	assert_string_equal(there.speaker, "A. Minister");
	assert_string_equal(there.certainty, "");
	mention_release(&there);
	mention = link_to(&scene.claims[0], "against");
	assert_int_equal(project_mention(scene.project, scene.highlight.id, &mention, NULL),
			 STATUS_OK);
	the_only_mention(&scene, &there);
	assert_string_equal(there.stance, "against");
	assert_string_equal(there.stance_scheme, "emergent");
	mention_release(&there);
	scene_release(&scene);
}

static void what_no_vocabulary_has_is_refused_with_what_it_has(void **state)
{
	struct scene scene = scene_make(*state);
	char *before = scratch_content(scene.scratch);
	struct fault f = FAULT_NONE;
	const struct {
		struct mention mention;
		const char *hint;
	} bad[] = {{{.stance = (char *)"Agree"}, "agree, disagree, discuss"},
		   {{.attribution = (char *)"self"}, "own, quoted, paraphrased, headline"},
		   {{.certainty = (char *)"sure"}, "certain, probable, possible"}};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct mention mention = bad[i].mention;
		memcpy(mention.claim, scene.claims[0].id, ID_SIZE);
		assert_int_equal(project_mention(scene.project, scene.highlight.id, &mention, &f),
				 STATUS_INVALID);
		assert_non_null(strstr(f.detail, bad[i].hint));
	}
	assert_int_equal(project_relate(scene.project, "1", "2", "broader", true, &f),
			 STATUS_INVALID);
	assert_non_null(strstr(f.detail, "narrower"));
	assert_int_equal(project_stance_scheme(scene.project, "arastanse", &f), STATUS_NOT_FOUND);
	assert_non_null(strstr(f.detail, "arastance"));
	char *after = scratch_content(scene.scratch);
	assert_string_equal(after, before);
	free(before);
	free(after);
	fault_release(&f);
	scene_release(&scene);
}

static void a_mark_with_a_link_is_one_act_and_a_bad_link_makes_no_mark(void **state)
{
	struct scene scene = scene_make(*state);
	struct mention mention = link_to(&scene.claims[2], "discuss");
	struct mark mark = {.range = {6, 13}, .mention = &mention};
	ONE_STEP(project_mark(scene.project, &scene.first, &mark, NULL, NULL, NULL));
	char *before = scratch_content(scene.scratch);
	mention.stance = (char *)"maybe";
	mark.range = (struct cp_range){14, 18};
	assert_int_equal(project_mark(scene.project, &scene.first, &mark, NULL, NULL, NULL),
			 STATUS_INVALID);
	char *after = scratch_content(scene.scratch);
	assert_string_equal(after, before);
	free(before);
	free(after);
	scene_release(&scene);
}

static void what_is_mentioned_is_not_absent_unless_nobody_who_is_seen_says_so(void **state)
{
	struct scene scene = scene_make(*state);
	struct mention mention = link_to(&scene.claims[0], "agree");
	assert_int_equal(project_absent(scene.project, "1", "1", true, NULL), STATUS_OK);
	assert_int_equal(project_mention(scene.project, scene.highlight.id, &mention, NULL),
			 STATUS_OK);
	struct coverage_list absent = {.items = NULL};
	assert_int_equal(store_coverage_list(scene.project->store, &absent, NULL), STATUS_OK);
	assert_int_equal(absent.n, 0);
	assert_int_equal(project_absent(scene.project, "1", "1", true, NULL), STATUS_INVALID);
	scratch_become(scene.scratch, "you");
	assert_int_equal(project_absent(scene.project, "1", "1", true, NULL), STATUS_INVALID);
	scene.scratch->options.blind = true;
	assert_int_equal(project_absent(scene.project, "1", "1", true, NULL), STATUS_OK);
	coverage_list_release(&absent);
	scene_release(&scene);
}

static size_t n_relations(struct scene *scene)
{
	struct relation_list list = {.items = NULL};
	assert_int_equal(store_relation_list(scene->project->store, &list, NULL), STATUS_OK);
	size_t n = list.n;
	relation_list_release(&list);
	return n;
}

static void a_mutual_relation_is_there_once_and_goes_from_either_side(void **state)
{
	struct scene scene = scene_make(*state);
	struct project *project = scene.project;
	assert_int_equal(project_relate(project, "1", "2", "contradicts", true, NULL), STATUS_OK);
	assert_int_equal(project_relate(project, "2", "1", "contradicts", true, NULL), STATUS_OK);
	assert_int_equal(n_relations(&scene), 1);
	assert_int_equal(project_relate(project, "1", "2", "updates", true, NULL), STATUS_OK);
	assert_int_equal(project_relate(project, "2", "1", "updates", false, NULL),
			 STATUS_NOT_FOUND);
	assert_int_equal(project_relate(project, "2", "1", "contradicts", false, NULL),
			 STATUS_OK);
	assert_int_equal(n_relations(&scene), 1);
	assert_int_equal(project_relate(project, "2", "2", "same_as", true, NULL),
			 STATUS_INVALID);
	assert_int_equal(project_claim_merge(project, "2", "2", NULL), STATUS_INVALID);
	scene_release(&scene);
}

static void a_removal_tells_how_many_links_went_with_it(void **state)
{
	struct scene scene = scene_make(*state);
	struct mention mention = link_to(&scene.claims[0], "agree");
	size_t n = 9;
	assert_int_equal(project_mention(scene.project, scene.highlight.id, &mention, NULL),
			 STATUS_OK);
	assert_int_equal(project_claim_remove(scene.project, "1", &n, NULL), STATUS_OK);
	assert_int_equal(n, 1);
	scene_release(&scene);
}

/* "HIGHLIGHT-START TAG CODER, ..." */
static char *codings(struct scene *scene)
{
	struct coding_list list = {.items = NULL};
	struct str out = STR_EMPTY;
	assert_int_equal(store_coding_list(scene->project->store, NULL, &list, NULL), STATUS_OK);
	for (size_t i = 0; i < list.n; i++) {
		struct tag_list tags = {.items = NULL};
		struct highlight at;
		assert_int_equal(store_tag_list(scene->project->store, &tags, NULL), STATUS_OK);
		assert_int_equal(store_highlight_get(scene->project->store,
						     list.items[i].highlight, &at, NULL),
				 STATUS_OK);
		for (size_t k = 0; k < tags.n; k++)
			if (strcmp(tags.items[k].id, list.items[i].tag) == 0)
				str_appendf(&out, "%zu %s %s, ", at.range.start_cp,
					    tags.items[k].path, list.items[i].coder);
		highlight_release(&at);
		tag_list_release(&tags);
	}
	coding_list_release(&list);
	return str_take(&out);
}

static void assert_codings(struct scene *scene, const char *wanted)
{
	char *there = codings(scene);
	assert_string_equal(there, wanted);
	free(there);
}

static void retagging_keeps_coders_counts_highlights_and_is_one_step(void **state)
{
	struct scene scene = scene_make(*state);
	struct project *project = scene.project;
	struct retag retag = {.from = "a/b", .to = "c"};
	size_t n = 0;
	mark(&scene, 6, 13, "a/b", NULL);
	scratch_become(scene.scratch, "you");
	assert_int_equal(project_tag_mark(project, scene.highlight.id, "a/b", true, NULL),
			 STATUS_OK);
	assert_int_equal(project_tag_mark(project, scene.highlight.id, "c", true, NULL),
			 STATUS_OK);
	assert_codings(&scene, "0 a/b me, 0 a/b you, 0 c you, 6 a/b me, ");
	ONE_STEP(project_retag(project, &retag, &n, NULL));
	assert_int_equal(n, 2);
	assert_codings(&scene, "0 c me, 0 c you, 6 c me, ");
	retag = (struct retag){.from = "c", .to = "d", .keep = true, .coder = "you"};
	ONE_STEP(project_retag(project, &retag, &n, NULL));
	assert_int_equal(n, 1);
	assert_codings(&scene, "0 c me, 0 c you, 0 d you, 6 c me, ");
	scene_release(&scene);
}

static void retagging_touches_only_what_is_asked_for_and_seen(void **state)
{
	struct scene scene = scene_make(*state);
	struct project *project = scene.project;
	struct retag retag = {.from = "a/b", .to = "c", .article = "2"};
	struct fault f = FAULT_NONE;
	assert_int_equal(project_retag(project, &retag, NULL, NULL), STATUS_NOT_FOUND);
	retag = (struct retag){.from = "a/c", .to = "d"};
	assert_int_equal(project_retag(project, &retag, NULL, &f), STATUS_NOT_FOUND);
	assert_non_null(strstr(f.detail, "a/b"));
	retag = (struct retag){.from = "a/b", .to = " a / b "};
	assert_int_equal(project_retag(project, &retag, NULL, NULL), STATUS_INVALID);
	scratch_become(scene.scratch, "you");
	scene.scratch->options.blind = true;
	retag.to = "d";
	assert_int_equal(project_retag(project, &retag, NULL, NULL), STATUS_NOT_FOUND);
	assert_codings(&scene, "0 a/b me, ");
	fault_release(&f);
	scene_release(&scene);
}

static void a_count_of_tagged_highlights_counts_each_once(void **state)
{
	struct scene scene = scene_make(*state);
	size_t n = 0;
	assert_int_equal(project_tag_mark(scene.project, scene.highlight.id, "a/z", true, NULL),
			 STATUS_OK);
	mark(&scene, 6, 13, "a", NULL);
	mark(&scene, 14, 18, "ab", NULL);
	assert_int_equal(project_tag_count(scene.project, "a", &n, NULL), STATUS_OK);
	assert_int_equal(n, 2);
	assert_int_equal(project_tag_remove(scene.project, "a", &n, NULL), STATUS_OK);
	assert_int_equal(n, 2);
	scene_release(&scene);
}

#define CLAIM_TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CLAIM_TEST(each_act_on_claims_is_one_step_of_undo),
		CLAIM_TEST(a_statement_is_trimmed_said_once_and_not_empty),
		CLAIM_TEST(a_claim_is_found_by_number_id_or_statement),
		CLAIM_TEST(a_link_says_more_later_and_keeps_what_it_said),
		CLAIM_TEST(what_no_vocabulary_has_is_refused_with_what_it_has),
		CLAIM_TEST(a_mark_with_a_link_is_one_act_and_a_bad_link_makes_no_mark),
		CLAIM_TEST(what_is_mentioned_is_not_absent_unless_nobody_who_is_seen_says_so),
		CLAIM_TEST(a_mutual_relation_is_there_once_and_goes_from_either_side),
		CLAIM_TEST(a_removal_tells_how_many_links_went_with_it),
		CLAIM_TEST(retagging_keeps_coders_counts_highlights_and_is_one_step),
		CLAIM_TEST(retagging_touches_only_what_is_asked_for_and_seen),
		CLAIM_TEST(a_count_of_tagged_highlights_counts_each_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
