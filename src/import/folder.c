/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/folder.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "import/import.h"
#include "import/plain.h"
#include "model/id.h"

/*
 * A text that we stored is taken as it is: of two byte order marks at its beginning the second was
 * stored.
 */
static enum status take_text(struct annotation *a, const struct str *bytes, const char *path,
			     struct fault *f)
{
	char sha256[SHA256_HEX_SIZE];
	struct str text = STR_EMPTY;
	enum status status = plain_text(str_cstr(bytes), bytes->len, path, false, &text, f);
	sha256_hex(str_cstr(bytes), bytes->len, sha256);
	if (status == STATUS_OK && a->row.article.sha256 && bytes->len == text.len + 3 &&
	    strcmp(sha256, a->row.article.sha256) == 0) {
		str_clear(&text);
		str_append(&text, str_cstr(bytes), bytes->len);
	}
	if (status == STATUS_OK) {
		a->n_text = text.len;
		a->text = str_take(&text);
	}
	str_release(&text);
	return status;
}

/*
 * The id has the form of a UUID (reader_check), so that it leads nowhere else. A text that is not
 * there may be in the project.
 */
static enum status read_text(const struct folder *folder, struct annotation *a, struct fault *f)
{
	struct str bytes = STR_EMPTY;
	char *path = xasprintf("%s/texts/%s.txt", folder->path, a->row.article.id);
	enum status status = STATUS_OK;
	if (access(path, F_OK) == 0) {
		status = file_read(path, IMPORT_BYTES, &bytes, f);
		if (status == STATUS_OK)
			status = take_text(a, &bytes, path, f);
	}
	str_release(&bytes);
	free(path);
	return status;
}

static enum status take(void *self, struct annotation *a, struct fault *f)
{
	struct folder *folder = self;
	enum status status = STATUS_OK;
	if (a->kind == RECORD_article)
		status = read_text(folder, a, f);
	return status == STATUS_OK ? folder->to->take(folder->to->self, a, f) : status;
}

static void pass(void *self, size_t line, const char *what)
{
	const struct folder *folder = self;
	if (folder->to->pass)
		folder->to->pass(folder->to->self, line, what);
}

void folder_open(struct folder *folder, const char *path, const struct annotation_sink *to)
{
	*folder = (struct folder){.path = xstrdup(path),
				  .annotations = xasprintf("%s/annotations.jsonl", path),
				  .to = to};
	folder->sink = (struct annotation_sink){.take = take, .pass = pass, .self = folder};
}

void folder_close(struct folder *folder)
{
	free(folder->path);
	free(folder->annotations);
	*folder = (struct folder){.path = NULL};
}
