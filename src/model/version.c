/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/version.h"

#include <nettle/version.h>

void model_versions(struct str *out)
{
	str_appendf(out, "nettle %d.%d", nettle_version_major(), nettle_version_minor());
}
