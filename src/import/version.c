/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/version.h"

#include <jansson.h>

void import_versions(struct str *out)
{
	str_appendf(out, "jansson %s", jansson_version_str());
}
