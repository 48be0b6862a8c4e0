/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/vec.h"

#include "base/xalloc.h"

enum { FIRST_CAP = 16 };

void *vec_reserve(void *items, size_t *cap, size_t need, size_t item_size)
{
	if (need <= *cap)
		return items;
	size_t grown = *cap + *cap / 2;
	if (grown < FIRST_CAP)
		grown = FIRST_CAP;
	*cap = grown > need ? grown : need;
	return xrealloc(items, *cap, item_size);
}
