/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/folder.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "import/import.h"
#include "import/plain.h"

/*
 * The id has the form of a UUID (reader_check), and a link is no text: a folder from a stranger
 * leads nowhere else. A text that is not there may be in the project.
 */
static bool is_text(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static enum status read_text(const struct folder *folder, struct annotation *a, struct fault *f)
{
	struct str bytes = STR_EMPTY, text = STR_EMPTY;
	char *path = xasprintf("%s/texts/%s.txt", folder->path, a->row.article.id);
	enum status status = STATUS_OK;
	if (is_text(path)) {
		status = file_read(path, IMPORT_BYTES, &bytes, f);
		if (status == STATUS_OK)
			status = plain_text(str_cstr(&bytes), bytes.len, path, false, &text, f);
	}
	if (status == STATUS_OK && text.len) {
		a->n_text = text.len;
		a->text = str_take(&text);
	}
	str_release(&bytes);
	str_release(&text);
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

struct annotation_sink folder_sink(struct folder *folder)
{
	return (struct annotation_sink){.take = take, .pass = pass, .self = folder};
}
