/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mirror.h"

#include <string.h>

#include "app/i18n.h"

bool mirror_is_on(void)
{
	/* TRANSLATORS: "direction:rtl" for a language that is written from right to left */
	return strcmp(_("direction:ltr"), "direction:rtl") == 0;
}

struct area mirror_part(struct area area, size_t offset, size_t n_cols, bool mirrored)
{
	size_t left = offset < area.n_cols ? area.n_cols - offset : 0;
	struct area part = area;
	part.n_cols = n_cols < left ? n_cols : left;
	part.col += mirrored ? left - part.n_cols : area.n_cols - left;
	return part;
}
