/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/data.h"

#include <stdlib.h>

#include "base/xalloc.h"

char *data_path(const char *name)
{
	const char *folder = getenv("HASHIYA_DATA");
	return xasprintf("%s/%s", folder && *folder ? folder : PKGDATADIR, name);
}
