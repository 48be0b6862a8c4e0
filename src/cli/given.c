/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/given.h"

#include <string.h>
#include <unistd.h>

#include "app/i18n.h"
#include "base/file.h"
#include "base/utf8.h"
#include "model/dir.h"

static const size_t max_note_bytes = (size_t)1 << 20;

enum status given_dir(const char *value, enum text_dir *out, struct fault *f)
{
	return dir_parse(value, out) ? STATUS_OK
				     : fault_setf(f, STATUS_INVALID, value, "--dir: auto, rtl, ltr");
}

enum status given_text(const char *value, struct str *out, struct fault *f)
{
	enum status status = STATUS_OK;
	if (value && strcmp(value, "-") == 0) {
		status = file_read_fd(STDIN_FILENO, "-", max_note_bytes, out, f);
		if (status == STATUS_OK && out->len && out->p[out->len - 1] == '\n')
			str_truncate(out, out->len - 1);
	} else if (value) {
		str_append_str(out, value);
	}
	size_t bad_byte_off;
	if (status == STATUS_OK && !utf8_check(str_cstr(out), out->len, &bad_byte_off))
		status = fault_setf(f, STATUS_BAD_UTF8, value, "byte %zu", bad_byte_off);
	if (status == STATUS_OK && memchr(str_cstr(out), '\0', out->len))
		status = fault_set(f, STATUS_BINARY, value);
	return status;
}

enum status given_article(struct project *project, const char *ref, struct article *out,
			  bool *is_file, struct fault *f)
{
	enum status status = STATUS_NOT_FOUND;
	bool there = strcmp(ref, "-") == 0 || access(ref, F_OK) == 0;
	if (project->store && !strchr(ref, '/'))
		status = store_article_get(project->store, ref, out, there ? NULL : f);
	*is_file = status == STATUS_NOT_FOUND && there;
	if (*is_file)
		return STATUS_OK;
	return status == STATUS_NOT_FOUND ? project_article(project, ref, false, out, f) : status;
}
