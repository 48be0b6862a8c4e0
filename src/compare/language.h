/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The languages in which words are compared. Of any other, words are compared as they are written
 * (folded), and by their first letters; between two languages, only figures, dates and words in
 * Latin letters are.
 */
#ifndef COMPARE_LANGUAGE_H
#define COMPARE_LANGUAGE_H

enum language {
	LANGUAGE_OTHER,
#define LANGUAGE(name, tag) LANGUAGE_##name,
#include "compare/language.def"
	LANGUAGE_COUNT,
};

/* Its tag (BCP 47), such as "ar"; "und" for LANGUAGE_OTHER. */
const char *language_tag(enum language language);

/*
 * The language that a tag begins with, whatever the case: "ar-EG" is Arabic. LANGUAGE_OTHER for one
 * that is not here, and for NULL or "".
 */
enum language language_of_tag(const char *tag);

#endif
