/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What readers say of files: each thing as "kind member=value ...", only the members that are said.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "import/annotations.h"

/* "" where there is nothing to say. */
static void say_member(struct str *out, struct annotation *a, const struct record_member *member)
{
	const char *field = (const char *)&a->row + member->offset;
	if (member->form == MEMBER_ID && *field)
		str_appendf(out, " %s=%.8s", member->name, field);
	else if (member->form == MEMBER_TEXT && *record_text(&a->row, member))
		str_appendf(out, " %s=%s", member->name, *record_text(&a->row, member));
	else if (member->form == MEMBER_OFFSET && a->row.highlight.range.end_cp)
		str_appendf(out, " %s=%zu", member->name, *(const size_t *)(const void *)field);
}

static enum status take(void *self, struct annotation *a, struct fault *f)
{
	struct str *out = self;
	size_t n;
	const struct record_member *members = record_members(a->kind, &n);
	(void)f;
	str_appendf(out, "%zu %s%s", a->line, record_name(a->kind), a->weak ? "?" : "");
	for (size_t i = 0; i < n; i++)
		say_member(out, a, &members[i]);
	if (a->kind == RECORD_note)
		str_appendf(out, " on=%s", note_target_name(a->row.note.kind));
	if (a->tag_path)
		str_appendf(out, " at=%s", a->tag_path);
	if (a->target.url)
		str_appendf(out, " source=%s", a->target.url);
	if (a->text)
		str_appendf(out, " body=%s", a->text);
	str_append_char(out, '\n');
	return STATUS_OK;
}

static void pass(void *self, size_t line, const char *what)
{
	str_appendf(self, "%zu pass %s\n", line, what);
}

static char *read_as(const char *text, enum annotation_format format)
{
	struct str out = STR_EMPTY;
	struct mistake mistake = MISTAKE_NONE;
	struct annotation_sink sink = {.take = take, .pass = pass, .self = &out};
	enum status status = annotations_parse(text, strlen(text), "test", format, &sink, &mistake,
					       NULL);
	if (status == STATUS_BAD_ANNOTATIONS)
		str_appendf(&out, "%s %zu: %s %s\n", mistake.item ? "item" : "line", mistake.line,
			    mistake_words(mistake.kind), mistake.name ? mistake.name : "-");
	else if (status != STATUS_OK)
		str_appendf(&out, "%s\n", status_name(status));
	mistake_release(&mistake);
	return str_take(&out);
}

static void assert_says(const char *text, const char *wanted)
{
	char *got = read_as(text, N_ANNOTATION_FORMATS);
	assert_string_equal(got, wanted);
	free(got);
}

#define UUID_A "019ddb2e-0000-7000-8000-00000000000a"
#define UUID_B "029ddb2e-0000-7000-8000-00000000000b"
#define UUID_C "039ddb2e-0000-7000-8000-00000000000c"
#define TIME "2026-11-21T09:30:00.123Z"

static void lines_of_json_are_rows(void **state)
{
	(void)state;
	assert_says("{\"type\":\"project\",\"format\":\"hashiya-annotations\",\"version\":1,"
		    "\"properties\":{\"stance_scheme\":\"fnc\"}}\n"
		    "{\"type\":\"coder\",\"name\":\"mona\"}\n"
		    "{\"type\":\"tag\",\"id\":\"" UUID_A "\",\"path\":\"a/b\",\"definition\":\"\"}\n"
		    "\n"
		    "{\"type\":\"highlight\",\"id\":\"" UUID_B "\",\"article\":\"" UUID_A "\","
		    "\"start_cp\":3,\"end_cp\":5,\"exact\":\"\\u0627\\n\",\"created_at\":\"" TIME
		    "\"}\n"
		    "{\"type\":\"coding\",\"id\":\"" UUID_C "\",\"highlight\":\"" UUID_B
		    "\",\"tag\":\"" UUID_A "\",\"coder\":\"mona\",\"new\":[1]}\n"
		    "{\"type\":\"tomorrow\"}\n",
		    "1 property name=stance_scheme value=fnc\n"
		    "3 tag id=019ddb2e path=a/b definition=\n"
		    "5 highlight id=029ddb2e article=019ddb2e start_cp=3 end_cp=5 exact=ا\n"
		    " created_at=" TIME "\n"
		    "6 coding id=039ddb2e highlight=029ddb2e tag=019ddb2e coder=mona\n"
		    "7 pass tomorrow\n");
}

static void a_mistake_says_where_it_is(void **state)
{
	(void)state;
	static const char tag[] = "{\"type\":\"tag\",\"id\":\"" UUID_A "\",\"path\":\"a\"}\n";
	static const struct {
		const char *line, *wanted;
	} cases[] = {
		{"{", "line 2: this is not JSON -\n"},
		{"[]", "line 2: a JSON object is needed here -\n"},
		{"{\"type\":7}", "line 2: this is missing type\n"},
		{"{\"type\":\"tag\",\"path\":\"a\"}", "line 2: this is missing id\n"},
		{"{\"type\":\"tag\",\"id\":\"x\",\"path\":\"a\"}",
		 "line 2: a UUID is needed here id\n"},
		{"{\"type\":\"tag\",\"id\":\"" UUID_A "\",\"path\":[]}",
		 "line 2: a text is needed here path\n"},
		{"{\"type\":\"tag\",\"id\":\"" UUID_A "\",\"path\":\"a//b\"}",
		 "line 2: this is no path of a tag a//b\n"},
		{"{\"type\":\"tag\",\"id\":\"" UUID_A "\",\"path\":\"a\",\"path\":\"b\"}",
		 "line 2: a name that stands twice -\n"},
		{"{\"type\":\"tag\",\"id\":\"" UUID_A "\",\"path\":\"\\ud800\"}",
		 "line 2: this is not JSON -\n"},
		{"{\"type\":\"tag\",\"id\":\"" UUID_A "\",\"path\":\"\\u0000\"}",
		 "line 2: this is not JSON -\n"},
		{"{\"type\":\"coding\",\"id\":\"" UUID_A "\",\"tag\":\"" UUID_A "\"}",
		 "line 2: this is missing highlight\n"},
		{"{\"type\":\"highlight\",\"id\":\"" UUID_A "\",\"article\":\"" UUID_A
		 "\",\"start_cp\":-1}",
		 "line 2: a whole number from 0 is needed here start_cp\n"},
		{"{\"type\":\"highlight\",\"id\":\"" UUID_A "\",\"article\":\"" UUID_A
		 "\",\"start_cp\":1e3}",
		 "line 2: a whole number from 0 is needed here start_cp\n"},
		{"{\"type\":\"highlight\",\"id\":\"" UUID_A "\",\"article\":\"" UUID_A
		 "\",\"start_cp\":99999999999999999999}",
		 "line 2: a whole number from 0 is needed here -\n"},
		{"{\"type\":\"highlight\",\"id\":\"" UUID_A "\",\"article\":\"" UUID_A
		 "\",\"start_cp\":9,\"end_cp\":3}",
		 "line 2: the end is not behind the start -\n"},
		{"{\"type\":\"note\",\"id\":\"" UUID_A "\",\"kind\":\"coding\"}",
		 "line 2: no such value is known here kind\n"},
		{"{\"type\":\"claim\",\"id\":\"" UUID_A
		 "\",\"statement\":\"s\",\"created_at\":\"yesterday\"}",
		 "line 2: a time is needed here, such as 2026-11-21T09:30:00Z created_at\n"},
		{"{\"type\":\"article\",\"id\":\"" UUID_A "\",\"sha256\":\"00\"}",
		 "line 2: this is no SHA-256 of the text that the id stands for sha256\n"},
		{"{\"type\":\"project\",\"format\":\"hashiya-annotations\",\"version\":2}",
		 "line 2: a later version of hashiya wrote this -\n"},
		{"{\"type\":\"project\",\"format\":\"other\",\"version\":1}",
		 "line 2: another format than hashiya-annotations other\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str text = STR_EMPTY, wanted = STR_EMPTY;
		str_appendf(&text, "%s%s\n", tag, cases[i].line);
		str_appendf(&wanted, "1 tag id=019ddb2e path=a\n%s", cases[i].wanted);
		assert_says(str_cstr(&text), str_cstr(&wanted));
		str_release(&text);
		str_release(&wanted);
	}
}

static void deep_json_is_refused(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (size_t i = 0; i < 100000; i++)
		str_append_char(&text, '[');
	assert_says(str_cstr(&text), "line 1: JSON nested too deeply -\n");
	str_release(&text);
}

static void a_row_of_csv_says_several_things(void **state)
{
	(void)state;
	assert_says("\"id\",\"document\",\"tag\",\"content\",\"start\",\"end\",\"offset_unit\","
		    "\"note\",\"coder\",\"claim_id\",\"claim\",\"stance\"\r\n"
		    "\"" UUID_A "\",\"One\",\"a/b\",\"He said \"\"no\"\"\",\"5\",\"17\","
		    "\"codepoint\",\"why?\",\"mona\",\"\",\"\",\"\"\r\n"
		    "\"" UUID_A "\",\"One\",\"\",\"He said \"\"no\"\"\",\"5\",\"17\","
		    "\"codepoint\",\"why?\",\"omar\",\"" UUID_B "\",\"It rains\",\"agree\"\r\n",
		    "2 highlight id=019ddb2e start_cp=5 end_cp=17 exact=He said \"no\" coder=mona\n"
		    "2 tag? path=a/b\n"
		    "2 coding highlight=019ddb2e coder=mona at=a/b\n"
		    "3 claim? id=029ddb2e statement=It rains coder=omar\n"
		    "3 mention claim=029ddb2e highlight=019ddb2e coder=omar stance=agree\n"
		    "2 note target=019ddb2e text=why? coder=mona on=highlight\n");
}

static void notes_that_differ_are_each_coder_s_own(void **state)
{
	(void)state;
	assert_says("id,document,tag,content,note,coder\n"
		    UUID_A ",One,a,x,first,mona\n" UUID_A ",One,a,x,second,omar\n",
		    "2 highlight id=019ddb2e exact=x coder=mona\n"
		    "2 tag? path=a\n2 coding highlight=019ddb2e coder=mona at=a\n"
		    "3 tag? path=a\n3 coding highlight=019ddb2e coder=omar at=a\n"
		    "2 note target=019ddb2e text=first coder=mona on=highlight\n"
		    "3 note target=019ddb2e text=second coder=omar on=highlight\n");
}

static void a_spreadsheet_s_table_is_what_it_was(void **state)
{
	(void)state;
	assert_says("\xEF\xBB\xBF\"tag\";\"description\";\"guarded\"\r\n"
		    "\"a\";\"'=SUM(1;2)\";\"description\"\r\n"
		    "\"'b\";\"'quoted'\";\"\"\r\n",
		    "2 tag path=a definition==SUM(1;2)\n3 tag path='b definition='quoted'\n");
	assert_says("tag\tdescription\na\tx,y\n", "2 tag path=a definition=x,y\n");
}

static void a_table_may_go_wrong(void **state)
{
	(void)state;
	assert_says("tag,description\na,\"b\n", "line 2: a quotation mark that is never closed -\n");
	assert_says("tag,description\n\"a\"x,b\n",
		    "line 2: something stands between a closing quotation mark and the next field "
		    "-\n");
	assert_says("tag,description\n\na,b,c\n",
		    "line 3: more fields than the first row has names -\n");
	assert_says("content,start,end\nx,a,3\n",
		    "line 2: a whole number from 0 is needed here start\n");
	assert_says("one,two\n1,2\n", "UNKNOWN_ANNOTATIONS\n");
	assert_says("claim_id,claim,One,Two\n", "UNKNOWN_ANNOTATIONS\n");
	assert_says("", "UNKNOWN_ANNOTATIONS\n");
	assert_says("tag\n\xff\n", "BAD_UTF8\n");
}

static void highlights_of_taguette_have_no_place(void **state)
{
	(void)state;
	assert_says("id,document,tag,content\n1,One,N/A,a text\n2,One,,another\n",
		    "2 highlight id=36a1cbdd exact=a text\n"
		    "2 tag? path=N/A\n2 coding highlight=36a1cbdd at=N/A\n"
		    "3 highlight id=6d7ec505 exact=another\n");
}

static void own_tables_are_rows(void **state)
{
	(void)state;
	assert_says("id,number,claim,lang,verdict\n" UUID_A ",3,It rains,en,\n,,It snows,,\n",
		    "2 claim id=019ddb2e statement=It rains lang=en verdict=\n"
		    "3 claim id=7ad10796 statement=It snows lang= verdict=\n");
	assert_says("id,claim_id,claim,highlight_id,content,stance\n" UUID_A "," UUID_B
		    ",It rains," UUID_C ",text,agree\n",
		    "2 mention id=019ddb2e claim=029ddb2e highlight=039ddb2e stance=agree\n");
	assert_says("id,kind,target_id,target,note,coder\n" UUID_A ",claim," UUID_B
		    ",It rains,so it does,mona\n",
		    "2 note id=019ddb2e target=029ddb2e text=so it does coder=mona on=claim\n");
	assert_says("id,number,title,outlet,dir\n" UUID_A ",1,One,Courier,rtl\n",
		    "2 article id=019ddb2e title=One outlet=Courier\n");
}

static void web_annotations_are_highlights_with_tags_and_notes(void **state)
{
	(void)state;
	assert_says(
		"{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\","
		"\"items\":[{\"id\":\"urn:uuid:" UUID_A "\",\"type\":\"Annotation\","
		"\"creator\":{\"type\":\"Person\",\"name\":\"mona\"},"
		"\"created\":\"2015-01-31T12:03:45+02:00\","
		"\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"rain\"},"
		"{\"type\":\"TextualBody\",\"purpose\":\"commenting\",\"value\":\"one\"},"
		"{\"type\":\"TextualBody\",\"value\":\"two\"},"
		"\"http://example.org/body\"],"
		"\"target\":{\"source\":\"http://example.org/1\",\"selector\":["
		"{\"type\":\"TextPositionSelector\",\"start\":4,\"end\":8},"
		"{\"type\":\"TextQuoteSelector\",\"exact\":\"text\",\"prefix\":\"a \"}]}}]}",
		"1 highlight id=019ddb2e start_cp=4 end_cp=8 exact=text prefix=a  coder=mona "
		"created_at=2015-01-31T10:03:45.000Z updated_at=2015-01-31T10:03:45.000Z "
		"source=http://example.org/1\n"
		"1 tag? path=rain\n"
		"1 coding highlight=019ddb2e coder=mona created_at=2015-01-31T10:03:45.000Z "
		"updated_at=2015-01-31T10:03:45.000Z at=rain\n"
		"1 pass http://example.org/body\n"
		"1 note target=019ddb2e text=one\n\ntwo coder=mona "
		"created_at=2015-01-31T10:03:45.000Z updated_at=2015-01-31T10:03:45.000Z "
		"on=highlight\n");
}

static void a_web_annotation_without_a_selector_is_about_the_article(void **state)
{
	(void)state;
	assert_says("[{\"type\":\"Annotation\",\"bodyValue\":\"good\",\"target\":"
		    "\"http://example.org/1\"},"
		    "{\"type\":\"Annotation\",\"target\":{\"source\":\"x\",\"selector\":"
		    "{\"type\":\"SvgSelector\"}}}]",
		    "1 note text=good on=article source=http://example.org/1\n"
		    "2 pass SvgSelector\n");
}

static void a_web_annotation_may_go_wrong(void **state)
{
	(void)state;
	assert_says("[{\"type\":\"Annotation\"}]", "item 1: this is missing target\n");
	assert_says("[{\"type\":\"Annotation\",\"target\":{\"source\":\"x\",\"selector\":"
		    "{\"type\":\"TextPositionSelector\",\"start\":\"1\",\"end\":2}}}]",
		    "item 1: a whole number from 0 is needed here start\n");
	assert_says("[7]", "item 1: a JSON object is needed here -\n");
	assert_says("{\n\n}}", "line 3: this is not JSON -\n");
}

static void lines_of_doccano_have_their_text(void **state)
{
	(void)state;
	assert_says("{\"id\":1,\"text\":\"قال لا\",\"label\":[[4,6,\"no\"],[4,6,\"x\"]]}\n",
		    "1 article? sha256=59cbe1a19f868303803b85e88eb9763dcfa36b9ce3a8ed413335ad5fd622153a"
		    " body=قال لا\n"
		    "1 highlight id=282214d4 start_cp=4 end_cp=6 exact=لا prefix=قال  suffix=\n"
		    "1 tag? path=no\n1 coding highlight=282214d4 at=no\n"
		    "1 highlight id=282214d4 start_cp=4 end_cp=6 exact=لا prefix=قال  suffix=\n"
		    "1 tag? path=x\n1 coding highlight=282214d4 at=x\n");
}

static void a_table_of_hypothesis_has_quotes(void **state)
{
	(void)state;
	assert_says("Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n"
		    "2020-01-02 03:04,mona,One,http://example.org/1,Public,Annotation,a "
		    "text,why?,\"rain,snow\"\n"
		    ",omar,One,http://example.org/1,Public,Page note,,good,\n",
		    "2 highlight id=bab753cc exact=a text coder=mona "
		    "created_at=2020-01-02T03:04:00.000Z source=http://example.org/1\n"
		    "2 tag? path=rain\n"
		    "2 coding highlight=bab753cc coder=mona created_at=2020-01-02T03:04:00.000Z "
		    "at=rain\n"
		    "2 tag? path=snow\n"
		    "2 coding highlight=bab753cc coder=mona created_at=2020-01-02T03:04:00.000Z "
		    "at=snow\n"
		    "2 note target=bab753cc text=why? coder=mona "
		    "created_at=2020-01-02T03:04:00.000Z on=highlight\n"
		    "3 note text=good coder=omar on=article source=http://example.org/1\n");
}

static enum status refuse(void *self, struct annotation *a, struct fault *f)
{
	(void)a, (void)f;
	++*(size_t *)self;
	return STATUS_CONFLICT;
}

static void what_a_sink_says_ends_the_reading(void **state)
{
	(void)state;
	static const char text[] = "tag\na\nb\n";
	struct mistake mistake = MISTAKE_NONE;
	size_t n = 0;
	struct annotation_sink sink = {.take = refuse, .self = &n};
	assert_int_equal(annotations_parse(text, sizeof text - 1, "test", ANNOTATIONS_codebook,
					   &sink, &mistake, NULL),
			 STATUS_CONFLICT);
	assert_int_equal(n, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_of_json_are_rows),
		cmocka_unit_test(a_mistake_says_where_it_is),
		cmocka_unit_test(deep_json_is_refused),
		cmocka_unit_test(a_row_of_csv_says_several_things),
		cmocka_unit_test(notes_that_differ_are_each_coder_s_own),
		cmocka_unit_test(a_spreadsheet_s_table_is_what_it_was),
		cmocka_unit_test(a_table_may_go_wrong),
		cmocka_unit_test(highlights_of_taguette_have_no_place),
		cmocka_unit_test(own_tables_are_rows),
		cmocka_unit_test(web_annotations_are_highlights_with_tags_and_notes),
		cmocka_unit_test(a_web_annotation_without_a_selector_is_about_the_article),
		cmocka_unit_test(a_web_annotation_may_go_wrong),
		cmocka_unit_test(lines_of_doccano_have_their_text),
		cmocka_unit_test(a_table_of_hypothesis_has_quotes),
		cmocka_unit_test(what_a_sink_says_ends_the_reading),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
