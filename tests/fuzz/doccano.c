/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading lines of doccano. */
#include "annotations.h"
#include "fuzz.h"

const char *fuzz_doccano(const uint8_t *bytes, size_t n)
{
	return annotations_hold(bytes, n, ANNOTATIONS_doccano);
}
