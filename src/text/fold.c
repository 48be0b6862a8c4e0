/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/code-point.h"
#include "text/safe.h"

enum { TATWEEL = 0x0640 };

_Static_assert(FOLD_MAX >= UC_DECOMPOSITION_MAX_LENGTH, "a decomposition fits");

static char32_t fold_arabic(char32_t cp)
{
	switch (cp) {
	case 0x0622: case 0x0623: case 0x0625: case 0x0671: case 0x0672: case 0x0673: /* آ أ إ ٱ ٲ ٳ */
		return 0x0627;
	case 0x0624: /* ؤ */
		return 0x0648;
	case 0x0626: case 0x0649: case 0x06CC: /* ئ ى ی */
		return 0x064A;
	case 0x0629: /* ة */
		return 0x0647;
	case 0x06A9: /* ک */
		return 0x0643;
	default:
		return cp;
	}
}

static bool is_arabic_mark(char32_t cp)
{
	return is_between(cp, 0x0610, 0x061A) || is_between(cp, 0x064B, 0x065F) || cp == 0x0670 ||
	       (is_between(cp, 0x06D6, 0x06ED) && uc_is_general_category(cp, UC_NON_SPACING_MARK));
}

static bool is_hebrew_point(char32_t cp)
{
	return is_between(cp, 0x0591, 0x05C7) && uc_is_general_category(cp, UC_NON_SPACING_MARK);
}

static bool vanishes(char32_t cp)
{
	return cp == TATWEEL || is_arabic_mark(cp) || is_hebrew_point(cp) || safe_is_hidden(cp);
}

/* Letters that are written in more than one way: ligatures, joined forms, full-width ones. */
static bool is_presentation_form(char32_t cp)
{
	return is_between(cp, 0xFB00, 0xFDFF) || is_between(cp, 0xFE70, 0xFEFC) ||
	       is_between(cp, 0xFF01, 0xFFEF);
}

static char32_t fold_one(char32_t cp)
{
	int digit = cp < 0x80 ? -1 : uc_decimal_value(cp);
	if (digit >= 0)
		return (char32_t)('0' + digit);
	if (is_between(cp, 0x0600, 0x06FF))
		return fold_arabic(cp);
	enum { SIGMA = 0x03C3, FINAL_SIGMA = 0x03C2 };
	return cp == FINAL_SIGMA ? SIGMA : uc_tolower(cp);
}

size_t fold_code_point(char32_t cp, char32_t out[FOLD_MAX])
{
	/* The letters that an Arabic text consists of. */
	if (is_between(cp, 0x0621, 0x064A) && cp != TATWEEL) {
		out[0] = fold_arabic(cp);
		return 1;
	}
	ucs4_t parts[FOLD_MAX] = {cp};
	int n_parts = 1;
	if (is_presentation_form(cp)) {
		n_parts = uc_decomposition(cp, &(int){0}, parts);
		if (n_parts <= 0) {
			parts[0] = cp;
			n_parts = 1;
		}
	}
	size_t n = 0;
	for (int i = 0; i < n_parts; i++)
		if (!vanishes(parts[i]))
			out[n++] = fold_one(parts[i]);
	return n;
}

char32_t fold_compose(char32_t base, char32_t mark)
{
	return (char32_t)uc_composition(base, mark);
}

char32_t fold_base(char32_t cp)
{
	ucs4_t parts[FOLD_MAX];
	while (uc_canonical_decomposition(cp, parts) > 1)
		cp = (char32_t)parts[0];
	return cp;
}

static void push_folded(struct folded *out, size_t *cap, char32_t cp, size_t origin_cp)
{
	if (out->n_cps + 1 >= *cap) {
		*cap = *cap + *cap / 2 + FOLD_MAX;
		out->cps = xrealloc(out->cps, *cap, sizeof *out->cps);
		out->origin_cp = xrealloc(out->origin_cp, *cap, sizeof *out->origin_cp);
	}
	out->cps[out->n_cps] = cp;
	out->origin_cp[out->n_cps++] = origin_cp;
}

void fold_init(struct folded *out, const char32_t *cps, size_t n_cp)
{
	size_t cap = n_cp + 1;
	*out = (struct folded){.cps = xcalloc(cap, sizeof *out->cps),
			       .origin_cp = xcalloc(cap, sizeof *out->origin_cp)};
	for (size_t i = 0; i < n_cp; i++) {
		char32_t parts[FOLD_MAX];
		size_t n = fold_code_point(cps[i], parts);
		for (size_t k = 0; k < n; k++)
			push_folded(out, &cap, parts[k], i);
	}
	out->origin_cp[out->n_cps] = n_cp;
}

void fold_init_utf8(struct folded *out, const char *utf8, size_t n)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(utf8, n, &n_cp);
	fold_init(out, cps, n_cp);
	free(cps);
}

void folded_release(struct folded *f)
{
	free(f->cps);
	free(f->origin_cp);
	*f = (struct folded){.cps = NULL};
}

size_t fold_find(const struct folded *hay, const struct folded *needle, size_t from)
{
	size_t n = needle->n_cps;
	if (n == 0)
		return hay->n_cps;
	for (size_t i = from; n <= hay->n_cps && i <= hay->n_cps - n; i++)
		if (hay->cps[i] == needle->cps[0] &&
		    memcmp(hay->cps + i, needle->cps, n * sizeof *needle->cps) == 0)
			return i;
	return hay->n_cps;
}

size_t fold_end(const struct folded *hay, size_t from, size_t n)
{
	size_t end = from + n;
	/* A ligature's parts all come from one place: the range must go beyond it. */
	while (n > 0 && end < hay->n_cps && hay->origin_cp[end] == hay->origin_cp[end - 1])
		end++;
	return end;
}

struct cp_range fold_origin(const struct folded *hay, size_t from, size_t n)
{
	return (struct cp_range){hay->origin_cp[from], hay->origin_cp[fold_end(hay, from, n)]};
}
