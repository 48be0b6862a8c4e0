/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include <stdint.h>

#include "base/xalloc.h"

enum { REPLACEMENT = 0xFFFD };

/* What may follow a lead byte: Unicode 15.0, table 3-7. */
struct lead {
	uint8_t length;       /* of the whole sequence; 0 where no sequence begins so */
	uint8_t low, high;    /* bounds of the second byte; the others are 80..BF */
};

static struct lead lead_of(unsigned char byte)
{
	if (byte < 0xC2 || byte > 0xF4)
		return (struct lead){0, 0, 0};
	if (byte < 0xE0)
		return (struct lead){2, 0x80, 0xBF};
	if (byte < 0xF0)
		return (struct lead){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
	return (struct lead){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
}

/* ASCII, and the two bytes of Arabic, Hebrew, Greek and Cyrillic, not by the table; else 0. */
static inline size_t decode_short(const unsigned char *s, size_t n, char32_t *cp)
{
	if (s[0] < 0x80) {
		*cp = s[0];
		return 1;
	}
	if (s[0] < 0xC2 || s[0] >= 0xE0 || n < 2 || (s[1] & 0xC0) != 0x80)
		return 0;
	*cp = (char32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
	return 2;
}

/* Decodes one sequence; `*ok` tells an ill-formed one from a real U+FFFD. */
static size_t decode_one(const char *bytes, size_t n, char32_t *cp, bool *ok)
{
	const unsigned char *s = (const unsigned char *)bytes;
	size_t used = decode_short(s, n, cp);
	*ok = true;
	if (used > 0)
		return used;
	struct lead lead = lead_of(s[0]);
	char32_t value = lead.length ? s[0] & (0x7Fu >> lead.length) : 0;
	size_t i = 1;
	for (; i < lead.length && i < n; i++) {
		if (s[i] < (i == 1 ? lead.low : 0x80) || s[i] > (i == 1 ? lead.high : 0xBF))
			break;
		value = value << 6 | (s[i] & 0x3F);
	}
	*ok = i == lead.length;
	*cp = *ok ? value : REPLACEMENT;
	return i;
}

size_t utf8_next(const char *bytes, size_t n, char32_t *cp)
{
	bool ok;
	return decode_one(bytes, n, cp, &ok);
}

bool utf8_check(const char *bytes, size_t n, size_t *bad_byte_off)
{
	bool ok = true;
	size_t i = 0;
	while (i < n) {
		char32_t cp;
		size_t used = decode_one(bytes + i, n - i, &cp, &ok);
		if (!ok)
			break;
		i += used;
	}
	if (!ok && bad_byte_off)
		*bad_byte_off = i;
	return ok;
}

size_t utf8_count(const char *bytes, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; count++) {
		char32_t cp;
		i += utf8_next(bytes + i, n - i, &cp);
	}
	return count;
}

size_t utf8_offset(const char *bytes, size_t n, size_t n_cp)
{
	size_t i = 0;
	while (i < n && n_cp > 0) {
		char32_t cp;
		i += utf8_next(bytes + i, n - i, &cp);
		n_cp--;
	}
	return i;
}

size_t utf8_whole(const char *bytes, size_t n)
{
	size_t start = n;
	while (start > 0 && n - start < 3 && (bytes[start - 1] & 0xC0) == 0x80)
		start--;
	return start > 0 && (bytes[start - 1] & 0xC0) == 0xC0 ? start - 1 : n;
}

char32_t *utf8_decode(const char *bytes, size_t n, size_t *n_cp)
{
	char32_t *cps = xrealloc(NULL, n, sizeof *cps);
	size_t count = 0;
	for (size_t i = 0; i < n; count++) {
		size_t used = decode_short((const unsigned char *)bytes + i, n - i, &cps[count]);
		i += used ? used : utf8_next(bytes + i, n - i, &cps[count]);
	}
	*n_cp = count;
	return cps;
}

size_t utf8_encode(char32_t cp, char out[4])
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t length = utf8_size(cp);
	for (size_t i = length - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (cp & 0x3F));
		cp >>= 6;
	}
	out[0] = (char)((0xF00u >> length & 0xFF) | cp);
	return length;
}

void utf8_append(struct str *out, const char32_t *cps, size_t n_cp)
{
	for (size_t i = 0; i < n_cp; i++) {
		char bytes[4];
		str_append(out, bytes, utf8_encode(cps[i], bytes));
	}
}
