/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "store/store-internal.h"

bool ref_bounds(const char *ref, char low[ID_SIZE], char high[ID_SIZE + 1])
{
	size_t n = strlen(ref);
	if (n < REF_MIN || n >= ID_SIZE || strspn(ref, "0123456789abcdefABCDEF-") != n)
		return false;
	for (size_t i = 0; i <= n; i++)
		low[i] = (char)tolower((unsigned char)ref[i]);
	/* "g" comes after every character of an id. */
	snprintf(high, ID_SIZE + 1, "%sg", low);
	return true;
}
