/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in time as other programs write them, in the one form that a project keeps. */
#ifndef MODEL_INSTANT_H
#define MODEL_INSTANT_H

#include <stdbool.h>

#include "model/id.h"

/*
 * `text` is ISO 8601 as far as xsd:dateTime goes: YYYY-MM-DD, perhaps with "T" or a space, HH:MM, perhaps
 * :SS and a fraction, perhaps Z or +HH:MM; without a zone it is UTC, without a time midnight. False
 * where it is something else, or not in the years 1000 to 9999.
 */
bool instant_parse(const char *text, char out[TIME_SIZE]);

#endif
