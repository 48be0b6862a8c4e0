/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/break-class.h"

#include "text/break-data.h"

enum { FIRST_HANGUL = 0xAC00, TRAILING_CONSONANTS = 28 };

/* The last run that begins at `cp` or before. */
static uint32_t run_of(const struct break_data *data, char32_t cp)
{
	size_t page = cp >> BREAK_PAGE_BITS;
	size_t low = data->pages[page], high = (size_t)data->pages[page + 1] + 1;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (data->runs[middle] >> 8 <= cp)
			low = middle;
		else
			high = middle;
	}
	return data->runs[low];
}

enum line_class line_class(char32_t cp)
{
	if (cp < BREAK_DIRECT)
		return break_data_line.direct[cp];
	enum line_class class = run_of(&break_data_line, cp) & 0xFF;
	if (class != LINE_HANGUL)
		return class;
	return (cp - FIRST_HANGUL) % TRAILING_CONSONANTS == 0 ? LINE_H2 : LINE_H3;
}

enum sentence_class sentence_class(char32_t cp)
{
	if (cp < BREAK_DIRECT)
		return break_data_sentence.direct[cp];
	uint32_t run = run_of(&break_data_sentence, cp);
	if ((run & 0xFF) != SENTENCE_CASED)
		return run & 0xFF;
	return (cp - (run >> 8)) % 2 == 0 ? SENTENCE_Upper : SENTENCE_Lower;
}
