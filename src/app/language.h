/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language in which the interface speaks: that of the translation in use, whatever the locale
 * is called.
 */
#ifndef APP_LANGUAGE_H
#define APP_LANGUAGE_H

/* Its BCP 47 tag: "en" where there is no translation. Static. */
const char *interface_language(void);

#endif
