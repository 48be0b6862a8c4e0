/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all readers of annotations promise, whatever they read. */
#ifndef TESTS_FUZZ_ANNOTATIONS_H
#define TESTS_FUZZ_ANNOTATIONS_H

#include <stddef.h>
#include <stdint.h>

#include "import/annotations.h"

/*
 * Reads as `format` (N_ANNOTATION_FORMATS: as recognised). What is handed on has ids, times, ranges
 * and paths of the right forms and is UTF-8; a refusal has a mistake and a place.
 */
const char *annotations_hold(const uint8_t *bytes, size_t n, enum annotation_format format);

#endif
