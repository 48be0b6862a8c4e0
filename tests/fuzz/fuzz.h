/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzz targets: each takes any bytes and returns what is wrong with what came of them, NULL where
 * nothing is. The replay driver runs each on its corpus (tests/fuzz/corpus/NAME/) and on seeded
 * mutations of it; libfuzzer.c runs one without end (make fuzz).
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

typedef const char *fuzz_target(const uint8_t *bytes, size_t n);

#define FUZZ(name) fuzz_target fuzz_##name;
#include "targets.def"
#undef FUZZ

#endif
