/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words for people: _() translates where they are shown, N_() marks them where a table holds them.
 */
#ifndef APP_I18N_H
#define APP_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
