/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading annotations.jsonl, one row a line. */
#include "annotations.h"
#include "fuzz.h"

const char *fuzz_jsonl(const uint8_t *bytes, size_t n)
{
	return annotations_hold(bytes, n, ANNOTATIONS_jsonl);
}
