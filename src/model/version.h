/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library that this room stands on, for `doctor`. */
#ifndef MODEL_VERSION_H
#define MODEL_VERSION_H

#include "base/str.h"

/* Appends "nettle 3.8": the one that runs, not that of the build. */
void model_versions(struct str *out);

#endif
