/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home.h"

#include <stdlib.h>

#include "base/xalloc.h"

char *home_expand(const char *path)
{
	const char *home = getenv("HOME");
	if (path[0] == '~' && path[1] == '/' && home)
		return xasprintf("%s%s", home, path + 1);
	return xstrdup(path);
}
