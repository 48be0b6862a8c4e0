/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files of annotations, ours and others', as rows of model/: one thing after the other, each after
 * those it hangs on.
 *
 * A reader says what the file says, in our words; whether the article is there, and whether the
 * quote stands in it, is for the caller to find out. A string that is NULL is not said by the file,
 * "" is said to be empty. What has no UUID of its own gets one that is made from what it says
 * (UUIDv8), so that the same file read twice names the same things.
 */
#ifndef IMPORT_ANNOTATIONS_H
#define IMPORT_ANNOTATIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/str.h"
#include "import/mistake.h"
#include "import/record.h"

/* The formats of format.def. */
enum annotation_format {
#define FORMAT(name, text, help) ANNOTATIONS_##name,
#include "import/format.def"
#undef FORMAT
	N_ANNOTATION_FORMATS
};

/*
 * What the file calls an article, for highlights, coverage and notes; "" or NULL: it does not say.
 */
struct annotation_target {
	char id[ID_SIZE];
	char *sha256, *url, *title;
};

struct annotation {
	enum record_kind kind;
	size_t line; /* of the file, from 1; of JSON that is not of lines: the item */
	/*
	 * It is only named here, beside something else: where it is there already, it stays as it
	 * is.
	 */
	bool weak;
	/* Coder and times are those of what hangs on it: they are for a new row only. */
	bool borrowed;
	union {
		struct property property;
		struct article article;
		struct tag tag;
		struct highlight highlight; /* an empty range: the file has only the quote */
		struct coding coding;       /* tag "": the tag at tag_path */
		struct claim claim;
		struct mention mention;
		struct coverage coverage;
		struct relation relation;
		struct note note; /* on a tag, target "": the tag at tag_path */
	} row;
	bool has_dir; /* of an article: `dir` is said */
	struct annotation_target target;
	char *tag_path;
	char *text; /* of an article: its stored text; NULL: not in the file */
	size_t n_text;
};

/* Frees its strings and zeroes it. */
void annotation_release(struct annotation *annotation);

/*
 * Takes what a file says. It may take strings out of `annotation` (leaving NULL); what is left is
 * released behind it. A status other than OK ends the reading and is its result.
 */
struct annotation_sink {
	enum status (*take)(void *self, struct annotation *annotation, struct fault *f);
	/* Something of the file that is nothing of ours: `what` is its own name for it. May be NULL. */
	void (*pass)(void *self, size_t line, const char *what);
	void *self;
};

/*
 * The name of a format on the command line, and what it is, a msgid; NULL after the last. Static.
 */
const char *annotation_format_name(size_t index);
const char *annotation_format_help(size_t index);
bool annotation_format_parse(const char *name, enum annotation_format *out);

/*
 * Which format `n` bytes are of, by how they begin; N_ANNOTATION_FORMATS where they are of none
 * that is known.
 */
enum annotation_format annotation_format_of(const char *bytes, size_t n);

/*
 * Reads `n` bytes. BAD_ANNOTATIONS and the mistake, BAD_UTF8, BINARY (a NUL), or what the sink
 * said. `name` is for faults. What was taken before a mistake has to be forgotten.
 */
enum status annotations_parse(const char *bytes, size_t n, const char *name,
			      enum annotation_format format, const struct annotation_sink *sink,
			      struct mistake *mistake, struct fault *f) MUST_USE;

/* The bytes of a file, to be read more than once: through before anything is written. */
struct annotations_file {
	char *path;   /* of the file itself; "-" */
	char *folder; /* that it is annotations.jsonl of, with the texts; NULL: of none */
	struct str bytes;
};

/*
 * A file, "-" (standard input), or a folder that `export --all` wrote. TOO_LARGE beyond
 * ANNOTATIONS_BYTES, or as file_read(). Release it in any case.
 */
enum { ANNOTATIONS_BYTES = 1 << 30 };
enum status annotations_load(const char *path, struct annotations_file *out, struct fault *f)
	MUST_USE;
void annotations_file_release(struct annotations_file *file);

/*
 * As annotations_parse(); `format` may be N_ANNOTATION_FORMATS: recognised, UNKNOWN_ANNOTATIONS
 * where it is none that is known. With `texts` the articles of a folder come with theirs.
 */
enum status annotations_read(const struct annotations_file *file, enum annotation_format format,
			     bool texts, const struct annotation_sink *sink,
			     struct mistake *mistake, struct fault *f) MUST_USE;

#endif
