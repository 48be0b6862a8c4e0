/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/import.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "import/plain.h"
#include "model/count.h"
#include "model/id.h"
#include "text/segment.h"

/* `name` as UTF-8, whatever bytes a path may have; "-" and what has no path stay as they are. */
static char *source_path(const char *name)
{
	char *absolute = strcmp(name, "-") == 0 ? NULL : realpath(name, NULL);
	const char *path = absolute ? absolute : name;
	size_t n_cp = 0;
	char32_t *cps = utf8_decode(path, strlen(path), &n_cp);
	struct str out = STR_EMPTY;
	utf8_append(&out, cps, n_cp);
	free(cps);
	free(absolute);
	return str_take(&out);
}

static char *hex_digest(const char *bytes, size_t n)
{
	char hex[SHA256_HEX_SIZE];
	sha256_hex(bytes, n, hex);
	return xstrdup(hex);
}

enum status import_bytes(const char *bytes, size_t n, const char *name,
			 const struct import_options *options, struct imported *out,
			 struct fault *f)
{
	struct str text = STR_EMPTY;
	enum status status = plain_text(bytes, n, name, options->lossy, &text, f);
	if (status != STATUS_OK) {
		str_release(&text);
		return status;
	}
	*out = (struct imported){.n_bytes = text.len};
	struct article *article = &out->article;
	article->title = import_title(text.p, text.len);
	article->n_bytes = text.len;
	if (!options->text_only) {
		article->source_path = source_path(name);
		article->source_sha256 = hex_digest(bytes, n);
		count_text(text.p, text.len, &article->n_cp, &article->n_words);
	}
	out->text = str_take(&text);
	return STATUS_OK;
}

enum status import_path(const char *path, const struct import_options *options,
			struct imported *out, struct fault *f)
{
	struct str bytes = STR_EMPTY;
	size_t limit = options->max_bytes ? options->max_bytes : IMPORT_BYTES;
	enum status status = strcmp(path, "-") == 0
				     ? file_read_fd(STDIN_FILENO, path, limit, &bytes, f)
				     : file_read(path, limit, &bytes, f);
	if (status == STATUS_OK)
		status = import_bytes(str_cstr(&bytes), bytes.len, path, options, out, f);
	str_release(&bytes);
	return status;
}

void imported_release(struct imported *imported)
{
	article_release(&imported->article);
	free(imported->text);
	*imported = (struct imported){.text = NULL};
}
