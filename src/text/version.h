/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The libraries that this room stands on, for `doctor`.
 */
#ifndef TEXT_VERSION_H
#define TEXT_VERSION_H

#include "base/str.h"

/*
 * Appends "fribidi 1.0.8 (Unicode 10.0.0), libunistring 1.0": those that run, not those of the
 * build.
 */
void text_versions(struct str *out);

#endif
