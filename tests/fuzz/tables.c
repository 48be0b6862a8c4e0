/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading tables of annotations: as what they are recognised, and as the most talkative of them. */
#include "annotations.h"
#include "fuzz.h"

const char *fuzz_tables(const uint8_t *bytes, size_t n)
{
	const char *wrong = annotations_hold(bytes, n, N_ANNOTATION_FORMATS);
	return wrong ? wrong : annotations_hold(bytes, n, ANNOTATIONS_csv);
}
