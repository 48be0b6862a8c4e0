/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/count.h"

#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "base/utf8.h"
#include "text/segment.h"

/* A word longer than this is cut in counting: one paragraph may be the whole of a large text. */
enum { STRETCH_BYTES = 64 << 10 };

/* Bytes of the next stretch: a line with its end, or as much of a long one as ends with a space. */
static size_t stretch(const char *text, size_t n)
{
	const char *end = memchr(text, '\n', n < STRETCH_BYTES ? n : STRETCH_BYTES);
	if (end)
		return (size_t)(end - text) + 1;
	if (n <= STRETCH_BYTES)
		return n;
	end = memrchr(text, ' ', STRETCH_BYTES);
	if (end)
		return (size_t)(end - text) + 1;
	size_t cut = STRETCH_BYTES;
	while (cut > STRETCH_BYTES - 3 && ((unsigned char)text[cut] & 0xc0) == 0x80)
		cut--;
	return cut;
}

void count_text(const char *text, size_t n, size_t *n_cp, size_t *n_words)
{
	*n_cp = *n_words = 0;
	for (size_t off = 0; off < n;) {
		size_t n_bytes = stretch(text + off, n - off), n_here;
		char32_t *cps = utf8_decode(text + off, n_bytes, &n_here);
		*n_cp += n_here;
		*n_words += segment_count_words(cps, n_here);
		free(cps);
		off += n_bytes;
	}
}
