/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library that this room stands on, for `doctor`. */
#ifndef IMPORT_VERSION_H
#define IMPORT_VERSION_H

#include "base/str.h"

/* Appends "jansson 2.14": the one that runs, not that of the build. */
void import_versions(struct str *out);

#endif
