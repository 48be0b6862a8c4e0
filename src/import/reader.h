/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of annotations share. Only src/import/ includes it. */
#ifndef IMPORT_READER_H
#define IMPORT_READER_H

#include "import/annotations.h"

/* A file under way. */
struct reader {
	const char *bytes;
	size_t n;
	const struct annotation_sink *sink;
	struct mistake *mistake;
	struct fault *f;
};

/* One function a format; the tables of ours whose rows are rows of a project have one together. */
enum status read_jsonl(struct reader *reader) MUST_USE;
enum status read_csv(struct reader *reader) MUST_USE;
enum status read_rows(struct reader *reader, enum annotation_format format) MUST_USE;
enum status read_jsonld(struct reader *reader) MUST_USE;
enum status read_doccano(struct reader *reader) MUST_USE;
enum status read_hypothesis(struct reader *reader) MUST_USE;

/* Of bytes that begin with a bracket. N_ANNOTATION_FORMATS: of none that is known. */
enum annotation_format format_of_json(const char *bytes, size_t n);

/* Calls `read` for each line that is not blank, without its end. */
typedef enum status reader_line(struct reader *reader, const char *bytes, size_t n, size_t line);
enum status reader_each_line(struct reader *reader, reader_line *read) MUST_USE;

/* Hands it to the sink, and releases it. */
enum status reader_give(struct reader *reader, struct annotation *annotation) MUST_USE;

/* Tells the sink of something that is nothing of ours. */
void reader_pass(struct reader *reader, size_t line, const char *what);

/*
 * The UUID that `text` is, in any case, with or without urn:uuid: before it; where it is none, one
 * made from it.
 */
void reader_id(const char *text, char out[ID_SIZE]);

/* False where `text` (NULL is none) is no UUID in one of these forms; `out` is "" then. */
bool reader_uuid(const char *text, char out[ID_SIZE]);

/* One made from several texts, NULL after the last. */
void reader_make_id(char out[ID_SIZE], const char *first, ...) __attribute__((sentinel));

/* Puts the stored form of a time into `*out`, the caller's; false where it is none. "" stays "". */
bool reader_time(const char *text, char **out);

/*
 * The stored form of a time that others wrote, the caller's; NULL, and passed over, where it is
 * none.
 */
char *reader_others_time(struct reader *reader, size_t line, const char *text);

/*
 * The path of a tag that others call `label`, the caller's: what has the form of a path stays one,
 * else a slash is a letter like others. NULL where nothing of a name is in it.
 */
char *reader_tag_path(const char *label);

/* Gives a copy of the highlight `like`. */
enum status reader_give_highlight(struct reader *reader, const struct annotation *like) MUST_USE;
/*
 * Gives the tag at `path`, weakly, and its coding of the highlight `like`, of its coder and times;
 * `id` is the coding's, "" where it has none of its own. Takes path.
 */
enum status reader_give_tag(struct reader *reader, const struct annotation *like, const char *id,
			    char *path) MUST_USE;
/* Gives a note on the highlight `like` in the same way. Takes text. */
enum status reader_give_note(struct reader *reader, const struct annotation *like, const char *id,
			     char *text) MUST_USE;

/*
 * What the values of a row have to be, whatever file they stand in: a mistake of `line`, or OK.
 * Times get the form in which they are stored.
 */
enum status reader_check(struct reader *reader, struct annotation *annotation) MUST_USE;

#endif
