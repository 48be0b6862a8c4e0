/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/annotations.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "import/cells.h"
#include "import/folder.h"
#include "import/reader.h"

#define N_(text) text

static const struct {
	const char *name, *help;
} formats[] = {
#define FORMAT(name, text, help) {text, help},
#include "import/format.def"
#undef FORMAT
};

const char *annotation_format_name(size_t index)
{
	return index < N_ANNOTATION_FORMATS ? formats[index].name : NULL;
}

const char *annotation_format_help(size_t index)
{
	return index < N_ANNOTATION_FORMATS ? formats[index].help : NULL;
}

bool annotation_format_parse(const char *name, enum annotation_format *out)
{
	for (size_t i = 0; i < N_ANNOTATION_FORMATS; i++) {
		if (strcmp(formats[i].name, name) != 0)
			continue;
		*out = (enum annotation_format)i;
		return true;
	}
	return false;
}

static bool has(const struct cells *cells, const char *column)
{
	return cells_column(cells, column) != SIZE_MAX;
}

/* By the columns that no other table has. */
static enum annotation_format format_of_table(const struct cells *cells)
{
	if (has(cells, "highlight_id") && has(cells, "claim_id"))
		return ANNOTATIONS_mentions;
	if (has(cells, "content"))
		return ANNOTATIONS_csv;
	if (has(cells, "Quote") || has(cells, "Quote/description"))
		return ANNOTATIONS_hypothesis;
	if (has(cells, "document_id") && !has(cells, "note"))
		return N_ANNOTATION_FORMATS; /* matrix.csv, whose other columns are anybody's */
	if (has(cells, "note") && has(cells, "kind"))
		return ANNOTATIONS_notes;
	if (has(cells, "claim"))
		return has(cells, "claim_id") ? N_ANNOTATION_FORMATS : ANNOTATIONS_claims;
	if (has(cells, "title") && has(cells, "id"))
		return ANNOTATIONS_documents;
	return has(cells, "tag") || has(cells, "path") || has(cells, "name") ? ANNOTATIONS_codebook
									     : N_ANNOTATION_FORMATS;
}

static enum annotation_format recognise_table(const char *bytes, size_t n)
{
	struct mistake mistake = MISTAKE_NONE;
	struct reader reader = {.bytes = bytes, .n = n, .mistake = &mistake};
	struct cells cells;
	enum annotation_format format = N_ANNOTATION_FORMATS;
	if (cells_begin(&cells, &reader) == STATUS_OK)
		format = format_of_table(&cells);
	cells_release(&cells);
	mistake_release(&mistake);
	return format;
}

enum annotation_format annotation_format_of(const char *bytes, size_t n)
{
	size_t start = text_mark(bytes, n);
	while (start < n && strchr(" \t\r\n", bytes[start]) && bytes[start])
		start++;
	if (start == n || (bytes[start] != '{' && bytes[start] != '['))
		return recognise_table(bytes, n);
	return format_of_json(bytes + start, n - start);
}

/* All readers may take what they get for UTF-8 without NUL. */
static enum status check_bytes(const char *bytes, size_t n, const char *name, struct fault *f)
{
	const char *nul = n ? memchr(bytes, '\0', n) : NULL;
	size_t bad_byte_off;
	if (nul)
		return fault_setf(f, STATUS_BINARY, name, "NUL at byte %zu", (size_t)(nul - bytes));
	if (!utf8_check(bytes, n, &bad_byte_off))
		return fault_setf(f, STATUS_BAD_UTF8, name, "byte %zu", bad_byte_off);
	return STATUS_OK;
}

static enum status read_format(struct reader *reader, enum annotation_format format)
{
	switch (format) {
	case ANNOTATIONS_jsonl:
		return read_jsonl(reader);
	case ANNOTATIONS_csv:
		return read_csv(reader);
	case ANNOTATIONS_jsonld:
		return read_jsonld(reader);
	case ANNOTATIONS_doccano:
		return read_doccano(reader);
	case ANNOTATIONS_hypothesis:
		return read_hypothesis(reader);
	default:
		return read_rows(reader, format);
	}
}

enum status annotations_parse(const char *bytes, size_t n, const char *name,
			      enum annotation_format format, const struct annotation_sink *sink,
			      struct mistake *mistake, struct fault *f)
{
	enum status status = check_bytes(bytes, n, name, f);
	if (status != STATUS_OK)
		return status;
	if (format == N_ANNOTATION_FORMATS)
		format = annotation_format_of(bytes, n);
	if (format == N_ANNOTATION_FORMATS)
		return fault_set(f, STATUS_UNKNOWN_ANNOTATIONS, name);
	struct reader reader = {
		.bytes = bytes, .n = n, .sink = sink, .mistake = mistake, .f = f};
	status = read_format(&reader, format);
	return status == STATUS_BAD_ANNOTATIONS ? fault_set(f, status, name) : status;
}

static enum status read_bytes(const char *path, struct str *out, struct fault *f)
{
	return strcmp(path, "-") == 0 ? file_read_fd(STDIN_FILENO, path, ANNOTATIONS_BYTES, out, f)
				      : file_read(path, ANNOTATIONS_BYTES, out, f);
}

enum status annotations_load(const char *path, struct annotations_file *out, struct fault *f)
{
	struct stat st;
	*out = (struct annotations_file){.path = xstrdup(path)};
	if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		out->folder = out->path;
		out->path = xasprintf("%s/annotations.jsonl", out->folder);
	}
	return read_bytes(out->path, &out->bytes, f);
}

void annotations_file_release(struct annotations_file *file)
{
	free(file->path);
	free(file->folder);
	str_release(&file->bytes);
	*file = (struct annotations_file){.path = NULL};
}

enum status annotations_read(const struct annotations_file *file, enum annotation_format format,
			     bool texts, const struct annotation_sink *sink,
			     struct mistake *mistake, struct fault *f)
{
	struct folder folder = {.path = file->folder, .to = sink};
	struct annotation_sink with_texts = folder_sink(&folder);
	return annotations_parse(str_cstr(&file->bytes), file->bytes.len, file->path, format,
				 texts && file->folder ? &with_texts : sink, mistake, f);
}
