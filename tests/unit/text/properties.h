/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of any text, laid out at any width: P1 to P6, for the tests and the fuzzer. */
#ifndef TESTS_UNIT_TEXT_PROPERTIES_H
#define TESTS_UNIT_TEXT_PROPERTIES_H

#include "text/paragraph.h"

/* Which property `cps`, laid out in rows of `width`, violates; NULL where it violates none. Static. */
const char *layout_violation(const char32_t *cps, size_t n_cp,
			     const struct paragraph_options *options, size_t width);

#endif
