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
