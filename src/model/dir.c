/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dir.h"

#include <stddef.h>
#include <string.h>

static const char *const names[] = {[DIR_AUTO] = "auto", [DIR_LTR] = "ltr", [DIR_RTL] = "rtl"};

const char *dir_name(enum text_dir dir)
{
	return names[dir];
}

bool dir_parse(const char *name, enum text_dir *out)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(name, names[i]) == 0) {
			*out = (enum text_dir)i;
			return true;
		}
	}
	return false;
}

enum text_dir dir_of_language(const char *tag)
{
	static const char *const rtl[] = {"ar", "fa",  "he", "ur", "ps",
					  "sd", "ckb", "yi", "ug", "dv"};
	size_t length = tag ? strcspn(tag, "-_") : 0;
	for (size_t i = 0; i < sizeof rtl / sizeof *rtl; i++)
		if (strlen(rtl[i]) == length && strncmp(rtl[i], tag, length) == 0)
			return DIR_RTL;
	return DIR_LTR;
}
