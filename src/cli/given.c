/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/given.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/i18n.h"
#include "base/file.h"
#include "model/dir.h"
#include "text/decode.h"

static const size_t max_note_bytes = (size_t)1 << 20;

enum status given_dir(const char *value, enum text_dir *out, struct fault *f)
{
	return dir_parse(value, out) ? STATUS_OK
				     : fault_setf(f, STATUS_USAGE, value, "--dir: auto, rtl, ltr");
}

/* The length of "YYYY[-MM[-DD]]" at the start of `value`; 0 where it is no date. */
static size_t date_length(const char *value)
{
	static const char digits[] = "0123456789";
	unsigned month = 1, day = 1;
	if (strspn(value, digits) != 4)
		return 0;
	if (value[4] != '-')
		return 4;
	if (strspn(value + 5, digits) != 2 || sscanf(value + 5, "%2u", &month) != 1 ||
	    month - 1 > 11)
		return 0;
	if (value[7] != '-')
		return 7;
	if (strspn(value + 8, digits) != 2 || sscanf(value + 8, "%2u", &day) != 1 || day - 1 > 30)
		return 0;
	return 10;
}

/* "T14:05", "T14:05:09Z", " 14:05+02:00": what stands behind the day. */
static bool is_time(const char *value)
{
	unsigned hour, minute;
	if ((value[0] != 'T' && value[0] != ' ') ||
	    sscanf(value + 1, "%2u:%2u", &hour, &minute) != 2)
		return false;
	return hour < 25 && minute < 60 &&
	       strspn(value + 1, "0123456789:.,+-Z") == strlen(value + 1);
}

enum status given_date(const char *value, struct fault *f)
{
	size_t n = date_length(value);
	if (!*value || (n && !value[n]) || (n == 10 && is_time(value + n)))
		return STATUS_OK;
	return fault_setf(f, STATUS_USAGE, value,
			  "--date: YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDTHH:MM");
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
