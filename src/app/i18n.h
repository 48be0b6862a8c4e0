/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words for people: _() translates where they are shown; where a table holds them N_() marks one,
 * NP_() the two for one thing and for many.
 */
#ifndef APP_I18N_H
#define APP_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text
#define NP_(one, many) one, many

#endif
