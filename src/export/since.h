/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time as people give it, to be compared with those of rows. */
#ifndef EXPORT_SINCE_H
#define EXPORT_SINCE_H

#include "base/fault.h"

/*
 * YYYY, YYYY-MM, or what model/instant.h takes. `*out`, the caller's, is a time of rows or its
 * beginning: what does not sort before it, as bytes, is of then or later. INVALID, with the forms
 * as detail.
 */
enum status since_parse(const char *text, char **out, struct fault *f) MUST_USE;

#endif
