/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of sections are those of the Web Annotation Data Model. */
#include "export/jsonld.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "export/notes.h"
#include "model/dir.h"
#include "model/id.h"

/* Three objects are begun and ended by hand: items stand between, one a line. */
static const char collection_begin[] =
	"{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationCollection\"";
static const char page_begin[] = ",\n\"first\":{\"type\":\"AnnotationPage\",\"startIndex\":0,"
				 "\"items\":[\n";

struct writer {
	const struct export_rows *rows;
	const struct sink *sink;
	struct lookup articles, tags, claims;
	struct str line;      /* the annotation being written */
	struct str target;    /* of the highlight at hand, as JSON */
	size_t n;             /* annotations so far */
	char digest[SHA256_HEX_SIZE]; /* of all of them: what the collection is called by */
};

/* --- parts --- */

static void put_urn(struct str *out, const char *name, const char *id)
{
	struct str urn = STR_EMPTY;
	str_append_str(&urn, "urn:uuid:");
	str_append_str(&urn, id);
	json_text_member(out, name, str_cstr(&urn));
	str_release(&urn);
}

static void put_known(struct str *out, const char *name, const char *text)
{
	if (text[0])
		json_text_member(out, name, text);
}

/* 3.2.4: TextualBody. `id` and `lang` may be "". */
static void put_body(struct str *out, const char *id, const char *purpose, const char *value,
		     const char *lang)
{
	json_open(out, '{');
	if (id[0])
		put_urn(out, "id", id);
	json_text_member(out, "type", "TextualBody");
	json_text_member(out, "purpose", purpose);
	json_text_member(out, "value", value);
	json_text_member(out, "format", "text/plain");
	put_known(out, "language", lang);
	json_text_member(out, "textDirection", "auto");
	json_close(out, '}');
}

/* 3.2.1: the text that offsets count. */
static void put_source(struct str *out, const struct article *article)
{
	json_name(out, "source");
	json_open(out, '{');
	put_urn(out, "id", article->id);
	json_text_member(out, "type", "Text");
	json_text_member(out, "format", "text/plain");
	put_known(out, "language", article->lang);
	json_text_member(out, "textDirection", dir_name(article->dir));
	put_known(out, "dcterms:title", article->title);
	put_known(out, "dcterms:source", article->url);
	json_close(out, '}');
}

/* 4.3.1: TimeState. The text never changes, so that its time is that of its coming. */
static void put_state(struct str *out, const struct article *article)
{
	struct str name = STR_EMPTY;
	str_append_str(&name, "nih:sha-256;"); /* RFC 6920, 7 */
	str_append_str(&name, article->sha256);
	json_name(out, "state");
	json_open(out, '{');
	json_text_member(out, "type", "TimeState");
	json_text_member(out, "sourceDate", article->created_at);
	json_text_member(out, "cached", str_cstr(&name));
	json_close(out, '}');
	str_release(&name);
}

/* 4.2.4, 4.2.5: both select the same text. */
static void put_selectors(struct str *out, const struct highlight *highlight)
{
	json_name(out, "selector");
	json_open(out, '[');
	if (strcmp(highlight->anchor_state, "orphan") != 0) {
		json_open(out, '{');
		json_text_member(out, "type", "TextPositionSelector");
		json_size_member(out, "start", highlight->range.start_cp);
		json_size_member(out, "end", highlight->range.end_cp);
		json_close(out, '}');
	}
	json_open(out, '{');
	json_text_member(out, "type", "TextQuoteSelector");
	json_text_member(out, "exact", highlight->exact);
	json_text_member(out, "prefix", highlight->prefix);
	json_text_member(out, "suffix", highlight->suffix);
	json_close(out, '}');
	json_close(out, ']');
}

/* `highlight` NULL: the whole article. */
static void make_target(struct writer *writer, const struct article *article,
			const struct highlight *highlight)
{
	struct str *out = &writer->target;
	str_clear(out);
	json_open(out, '{');
	if (highlight)
		put_urn(out, "id", highlight->id);
	json_text_member(out, "type", "SpecificResource");
	put_source(out, article);
	put_state(out, article);
	if (highlight)
		put_selectors(out, highlight);
	json_close(out, '}');
}

/* A thing of the project that is no text of an article. */
static void make_thing_target(struct writer *writer, const char *id)
{
	struct str *out = &writer->target;
	str_clear(out);
	json_open(out, '{');
	put_urn(out, "id", id);
	json_text_member(out, "type", "Text");
	json_close(out, '}');
}

/* --- annotations --- */

/* What every annotation says of itself (3.3). */
struct made {
	const char *id, *motivation, *coder, *created_at, *updated_at;
};

#define MADE(row, why) \
	&(struct made){(row)->id, (why), (row)->coder, (row)->created_at, (row)->updated_at}

static struct str *begin(struct writer *writer, const struct made *made)
{
	struct str *out = &writer->line;
	str_clear(out);
	json_open(out, '{');
	put_urn(out, "id", made->id);
	json_text_member(out, "type", "Annotation");
	json_text_member(out, "motivation", made->motivation);
	json_name(out, "creator");
	json_open(out, '{');
	json_text_member(out, "type", "Person");
	json_text_member(out, "name", made->coder);
	json_close(out, '}');
	json_text_member(out, "created", made->created_at);
	json_text_member(out, "modified", made->updated_at);
	return out;
}

static enum status put(struct writer *writer, const char *bytes, size_t n, struct fault *f)
{
	return writer->sink->write(writer->sink->self, bytes, n, f);
}

/* The digest goes on from annotation to annotation. */
static void digest(struct writer *writer)
{
	struct str *line = &writer->line;
	size_t n = line->len;
	str_append_str(line, writer->digest);
	sha256_hex(line->p, line->len, writer->digest);
	str_truncate(line, n);
}

static enum status end(struct writer *writer, struct fault *f)
{
	json_name(&writer->line, "target");
	str_append(&writer->line, writer->target.p, writer->target.len);
	json_close(&writer->line, '}');
	digest(writer);
	const char *before = writer->n++ == 0 ? page_begin : ",\n";
	enum status status = put(writer, before, strlen(before), f);
	return status == STATUS_OK ? put(writer, writer->line.p, writer->line.len, f) : status;
}

static void put_claim(struct writer *writer, struct str *out, const char *id)
{
	const struct claim *claim = ID_FIND(writer->rows->claims, &writer->claims, id);
	put_body(out, id, "linking", claim ? claim->statement : "", claim ? claim->lang : "");
}

static enum status write_mention(struct writer *writer, const struct mention *mention,
				 struct fault *f)
{
	struct str *out = begin(writer, MADE(mention, "assessing"));
	put_known(out, JSONLD_OURS "stance_scheme", mention->stance_scheme);
	put_known(out, JSONLD_OURS "attribution", mention->attribution);
	put_known(out, JSONLD_OURS "speaker", mention->speaker);
	put_known(out, JSONLD_OURS "certainty", mention->certainty);
	json_name(out, "body");
	json_open(out, '[');
	put_claim(writer, out, mention->claim);
	if (mention->stance[0])
		put_body(out, "", "assessing", mention->stance, "");
	json_close(out, ']');
	return end(writer, f);
}

static enum status write_absent(struct writer *writer, const struct coverage *coverage,
				struct fault *f)
{
	const struct article *article = ID_FIND(writer->rows->articles, &writer->articles,
						coverage->article);
	make_target(writer, article, NULL);
	struct str *out = begin(writer, MADE(coverage, "assessing"));
	json_name(out, "body");
	json_open(out, '[');
	put_claim(writer, out, coverage->claim);
	put_body(out, "", "assessing", coverage->state, "");
	json_close(out, ']');
	return end(writer, f);
}

static enum status write_coding(struct writer *writer, const struct coding *coding,
				struct fault *f)
{
	const struct tag *tag = ID_FIND(writer->rows->tags, &writer->tags, coding->tag);
	struct str *out = begin(writer, MADE(coding, "tagging"));
	json_name(out, "body");
	put_body(out, "", "tagging", tag ? tag->path : "", "");
	return end(writer, f);
}

/* On what the target is. */
static enum status write_comment(struct writer *writer, const struct note *note, struct fault *f)
{
	struct str *out = begin(writer, MADE(note, "commenting"));
	json_name(out, "body");
	put_body(out, "", "commenting", note->text, "");
	return end(writer, f);
}

static enum status write_bare(struct writer *writer, const struct highlight *highlight,
			      struct fault *f)
{
	begin(writer, MADE(highlight, "highlighting"));
	return end(writer, f);
}

/* --- all of them --- */

static enum status write_highlight(void *context, const struct article *article,
				   const struct annotated *at, struct fault *f)
{
	struct writer *writer = context;
	enum status status = STATUS_OK;
	make_target(writer, article, &at->highlight);
	for (size_t i = 0; i < at->n_mentions && status == STATUS_OK; i++)
		status = write_mention(writer, &at->mentions[i], f);
	for (size_t i = 0; i < at->n_codings && status == STATUS_OK; i++)
		status = write_coding(writer, &at->codings[i], f);
	if (status == STATUS_OK && !at->n_mentions && !at->n_codings && at->chosen)
		status = write_bare(writer, &at->highlight, f);
	for (size_t i = 0; i < at->n_notes && status == STATUS_OK; i++)
		status = write_comment(writer, &at->notes[i], f);
	return status;
}

/* Those on anything but highlights, which have theirs with them. */
static enum status write_note(void *context, const struct placed_note *placed, struct fault *f)
{
	struct writer *writer = context;
	if (placed->highlight || placed->note->kind == NOTE_PROJECT)
		return STATUS_OK;
	if (placed->article)
		make_target(writer, placed->article, NULL);
	else
		make_thing_target(writer, placed->note->target);
	return write_comment(writer, placed->note, f);
}

static enum status write_items(struct writer *writer, struct fault *f)
{
	const struct export_rows *rows = writer->rows;
	enum status status = rows_each(rows, ANNOTATED_ALL, write_highlight, writer, f);
	for (size_t i = 0; i < rows->coverage->n && status == STATUS_OK; i++)
		status = write_absent(writer, &rows->coverage->items[i], f);
	return status == STATUS_OK ? notes_each(rows, write_note, writer, f) : status;
}

/* 5.1, 5.2: what is known when all annotations are. An empty collection has no page. */
static enum status write_tail(struct writer *writer, struct fault *f)
{
	char id[ID_SIZE];
	struct str out = STR_EMPTY, page = STR_EMPTY;
	id_of_text(writer->digest, id);
	str_appendf(&page, "urn:uuid:%s#page", id);
	if (writer->n) {
		str_append_str(&out, "\n],\"id\":");
		json_text(&out, str_cstr(&page), page.len);
		str_append_str(&out, "}");
		json_text_member(&out, "last", str_cstr(&page));
	}
	str_append_str(&out, ",\n");
	put_urn(&out, "id", id);
	json_size_member(&out, "total", writer->n);
	str_append_str(&out, "}\n");
	enum status status = put(writer, out.p, out.len, f);
	str_release(&out);
	str_release(&page);
	return status;
}

enum status jsonld_write(const struct export_rows *rows, const struct sink *sink, struct fault *f)
{
	struct writer writer = {.rows = rows, .sink = sink};
	LOOKUP_BY_ID(&writer.articles, rows->articles);
	LOOKUP_BY_ID(&writer.tags, rows->tags);
	LOOKUP_BY_ID(&writer.claims, rows->claims);
	sha256_hex("", 0, writer.digest);
	enum status status = put(&writer, collection_begin, strlen(collection_begin), f);
	if (status == STATUS_OK)
		status = write_items(&writer, f);
	if (status == STATUS_OK)
		status = write_tail(&writer, f);
	lookup_release(&writer.articles);
	lookup_release(&writer.tags);
	lookup_release(&writer.claims);
	str_release(&writer.line);
	str_release(&writer.target);
	return status;
}
