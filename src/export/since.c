/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/since.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/instant.h"

/* YYYY or YYYY-MM. */
static bool is_beginning(const char *text)
{
	size_t n = strlen(text);
	for (size_t i = 0; i < n; i++)
		if (i == 4 ? text[i] != '-' : !isdigit((unsigned char)text[i]))
			return false;
	return n == 4 || (n == 7 && strcmp(text + 5, "01") >= 0 && strcmp(text + 5, "12") <= 0);
}

enum status since_parse(const char *text, char **out, struct fault *f)
{
	char instant[TIME_SIZE];
	if (is_beginning(text))
		*out = xstrdup(text);
	else if (instant_parse(text, instant))
		*out = xstrdup(instant);
	else
		return fault_setf(f, STATUS_INVALID, text,
				  "YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDTHH:MM:SS+HH:MM");
	return STATUS_OK;
}
