/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading W3C Web Annotations. */
#include "annotations.h"
#include "fuzz.h"

const char *fuzz_webanno(const uint8_t *bytes, size_t n)
{
	return annotations_hold(bytes, n, ANNOTATIONS_jsonld);
}
