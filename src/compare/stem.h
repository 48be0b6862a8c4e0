/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stems: what two forms of one word have in common. For Arabic, Persian, Urdu and Hebrew what looks
 * like a clitic or an ending is cut only where the opened set bears it out: و of ووزير goes because
 * وزير stands there, that of وزير stays. English, French, Russian, German, Spanish and Turkish are
 * libstemmer's, and lose their accents afterwards. A stem is a form, never shown.
 *
 * The same forms with the same counts have the same stems, on every machine.
 */
#ifndef COMPARE_STEM_H
#define COMPARE_STEM_H

#include <stddef.h>

#include "compare/form.h"
#include "compare/language.h"

/* Tells how often a form stands in the opened set, 0 for one that does not. */
struct stem_counts {
	const void *self;
	size_t (*count)(const void *self, const char32_t *form, size_t n);
};

struct stemmer;

struct stemmer *stemmer_new(struct stem_counts counts);
void stemmer_free(struct stemmer *stemmer);

/* The stem of a word of that language; its length, at least 1 where `n` is. */
size_t stemmer_stem(struct stemmer *stemmer, enum language language, const char32_t *form,
		    size_t n, char32_t out[FORM_MAX]);

/*
 * What joins spellings, broken plurals and derived words of one stem: in Arabic about its root
 * (نقاط, نقطة: نقط; هجوم, مهاجم: هجم), in Hebrew its letters without ו י, where words are derived
 * by endings, and where nothing is known of them, its first letters (Regierung, regieren); 0 where
 * fewer than three letters are left.
 */
size_t stem_skeleton(enum language language, const char32_t *stem, size_t n,
		     char32_t out[FORM_MAX]);

/* A word of Latin letters as two languages share it: without case and accents. Its length. */
size_t stem_plain(const char32_t *form, size_t n, char32_t out[FORM_MAX]);

#endif
