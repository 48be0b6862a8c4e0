/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * White space in what people type into fields.
 */
#ifndef MODEL_WHITE_H
#define MODEL_WHITE_H

#include <stdbool.h>
#include <uchar.h>

/* White space within a line: TAB and the general category Zs. */
bool white_is_space(char32_t cp);

/* Line ends and separators of lines and paragraphs (Unicode 5.8, NLF, LS, PS). */
bool white_is_line_end(char32_t cp);

/* A copy of `utf8` without white space and line ends around it; the caller's. */
char *white_trimmed(const char *utf8);

#endif
