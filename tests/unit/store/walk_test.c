/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/support.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "store/walk.h"

static void code(struct store *store, const char *coder, const char *highlight, const char *path)
{
	struct tag tag = {.path = NULL};
	begin(store, coder);
	assert_ok(store_tag_ensure(store, path, &tag, NULL));
	assert_ok(store_coding_add(store, highlight, tag.id, NULL));
	commit(store);
	tag_release(&tag);
}

static void mention(struct store *store, const char *coder, const char *highlight,
		    const char *claim)
{
	struct mention mention = {.stance = strdup("agree"),
				  .stance_scheme = strdup("arastance"),
				  .attribution = strdup(""),
				  .speaker = strdup(""),
				  .certainty = strdup("")};
	memcpy(mention.claim, claim, ID_SIZE);
	memcpy(mention.highlight, highlight, ID_SIZE);
	begin(store, coder);
	assert_ok(store_mention_set(store, &mention, NULL));
	commit(store);
	mention_release(&mention);
}

static void note(struct store *store, const char *coder, const char *highlight)
{
	begin(store, coder);
	assert_ok(store_note_set(store, NOTE_HIGHLIGHT, highlight, coder, NULL));
	commit(store);
}

static void claim(struct store *store, const char *statement, char id[ID_SIZE])
{
	struct claim row = {.statement = strdup(statement), .lang = strdup(""), .verdict = strdup("")};
	begin(store, "ann");
	assert_ok(store_claim_add(store, &row, NULL));
	commit(store);
	memcpy(id, row.id, ID_SIZE);
	claim_release(&row);
}

/* "start: coders of codings | of mentions | of notes", a line a highlight. */
static char *walked(struct store *store, const char *article, unsigned parts)
{
	struct walk *walk;
	struct annotated *at;
	struct str out = STR_EMPTY;
	assert_ok(store_read_begin(store, NULL));
	assert_ok(walk_new(store, &walk, NULL));
	walk_begin(walk, article, parts);
	for (;;) {
		assert_ok(walk_next(walk, &at, NULL));
		if (!at)
			break;
		assert_string_equal(at->highlight.article, article);
		str_appendf(&out, "%zu:", at->highlight.range.start_cp);
		for (size_t i = 0; i < at->n_codings; i++)
			str_appendf(&out, " %s", at->codings[i].coder);
		str_append_str(&out, " |");
		for (size_t i = 0; i < at->n_mentions; i++)
			str_appendf(&out, " %s", at->mentions[i].coder);
		str_append_str(&out, " |");
		for (size_t i = 0; i < at->n_notes; i++)
			str_appendf(&out, " %s", at->notes[i].text);
		str_append_char(&out, '\n');
	}
	walk_free(walk);
	store_read_end(store);
	return str_take(&out);
}

static void expect_walk(struct store *store, const char *article, unsigned parts,
			const char *wanted)
{
	char *got = walked(store, article, parts);
	assert_string_equal(got, wanted);
	free(got);
}

static void a_walk_meets_each_highlight_with_what_hangs_on_it_in_order(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	char first[ID_SIZE], second[ID_SIZE], late[ID_SIZE], early[ID_SIZE], other[ID_SIZE];
	char claim_id[ID_SIZE];
	add_article(store, "one two three four", first);
	add_article(store, "another text", second);
	add_highlight(store, first, 8, 13, late);
	add_highlight(store, first, 0, 3, early);
	add_highlight(store, first, 4, 7, NULL);
	add_highlight(store, second, 0, 7, other);
	claim(store, "it was said", claim_id);
	/* Tags by path, byte for byte: "a b" before "a/b"; then coders. */
	code(store, "zoe", late, "a/b");
	code(store, "cleo", late, "a b");
	code(store, "ann", late, "a/b");
	code(store, "bob", late, "a");
	code(store, "ann", other, "a");
	mention(store, "zoe", early, claim_id);
	mention(store, "bob", early, claim_id);
	note(store, "zoe", late);
	note(store, "ann", late);
	expect_walk(store, first, ANNOTATED_ALL,
		    "0: | bob zoe |\n4: | |\n8: bob cleo ann zoe | | ann zoe\n");
	expect_walk(store, second, ANNOTATED_ALL, "0: ann | |\n");
	expect_walk(store, first, ANNOTATED_MENTIONS, "0: | bob zoe |\n4: | |\n8: | |\n");
	expect_walk(store, first, 0, "0: | |\n4: | |\n8: | |\n");
	expect_walk(store, claim_id, ANNOTATED_ALL, "");
}

static void a_walk_may_be_left_and_begun_again(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	char first[ID_SIZE], one[ID_SIZE];
	struct walk *walk;
	struct annotated *at;
	add_article(store, "one two three four", first);
	add_highlight(store, first, 0, 3, one);
	add_highlight(store, first, 4, 7, NULL);
	code(store, "ann", one, "a");
	assert_ok(store_read_begin(store, NULL));
	assert_ok(walk_new(store, &walk, NULL));
	for (size_t i = 0; i < 3; i++) {
		walk_begin(walk, first, ANNOTATED_ALL);
		assert_ok(walk_next(walk, &at, NULL));
		assert_string_equal(at->highlight.id, one);
		assert_int_equal(at->n_codings, 1);
	}
	walk_free(walk);
	store_read_end(store);
	add_highlight(store, first, 8, 9, NULL); /* no lock is left */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_walk_meets_each_highlight_with_what_hangs_on_it_in_order, scratch_setup,
			scratch_teardown),
		cmocka_unit_test_setup_teardown(a_walk_may_be_left_and_begun_again, scratch_setup,
						scratch_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
