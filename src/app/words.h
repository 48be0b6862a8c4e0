/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a fault to words in the person's language, foreign text in them isolated. They are for the
 * text engine, or the sanitizer before standard output and error (cli/out.h).
 */
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include <stdarg.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/str.h"

/*
 * Formats with what each %s brings isolated (safe_isolate()): a title has its own direction and
 * changes nobody else's, whatever bidi controls it has. Knows %s, %zu, %d, PRId64, %%. What comes
 * out is for the text engine, and the caller's.
 */
char *words_vformat(const char *format, va_list args) __attribute__((format(printf, 1, 0)));
char *words_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/*
 * The same with a translation, `form`, of a table's `original`, which says what the arguments are: a
 * translation may leave out the number where it is told by the word.
 */
char *words_translated(const char *form, const char *original, ...);

/* Appends "SUBJECT: what happened (detail)", without a line end of its own. */
void words_fault(struct str *out, const struct fault *f);

/* What to do about it, translated; NULL where there is nothing to say. */
const char *words_hint(const struct fault *f);

/*
 * The beginning of a text of one or more lines: at most `max_cp` code points on one line, cut at a
 * space where there is one, with an ellipsis where the text goes on. The caller's.
 */
char *words_excerpt(const char *text, size_t max_cp);

#endif
