/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a fault to words in the person's language, safe for a terminal.
 */
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include "base/fault.h"
#include "base/str.h"

/* Appends "SUBJECT: what happened (detail)", one line, without a line end. */
void words_fault(struct str *out, const struct fault *f);

/* What to do about it, translated; NULL where there is nothing to say. */
const char *words_hint(const struct fault *f);

#endif
