/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/stem-internal.h"

#include <string.h>

size_t letters_length(const char32_t *letters)
{
	size_t n = 0;
	while (letters[n])
		n++;
	return n;
}

size_t cutting_count(const struct cutting *word, const char32_t *before, size_t skip, size_t end,
		     const char32_t *after)
{
	char32_t form[2 * FORM_MAX];
	size_t n_before = letters_length(before), n_after = letters_length(after);
	size_t n = n_before + (end - skip) + n_after;
	if (n > FORM_MAX)
		return 0;
	memcpy(form, before, n_before * sizeof *form);
	memcpy(form + n_before, word->cps + skip, (end - skip) * sizeof *form);
	memcpy(form + n_before + (end - skip), after, n_after * sizeof *form);
	return word->counts.count(word->counts.self, form, n);
}

bool cutting_begins(const struct cutting *word, const char32_t *letters, size_t min_rest)
{
	size_t n = letters_length(letters);
	return word->n >= n + min_rest && memcmp(word->cps, letters, n * sizeof *letters) == 0;
}

bool cutting_ends(const struct cutting *word, const char32_t *letters, size_t min_rest)
{
	size_t n = letters_length(letters);
	return word->n >= n + min_rest &&
	       memcmp(word->cps + word->n - n, letters, n * sizeof *letters) == 0;
}

void cutting_skip(struct cutting *word, size_t n)
{
	word->n -= n;
	memmove(word->cps, word->cps + n, word->n * sizeof *word->cps);
}

void cutting_keep(struct cutting *word, size_t n)
{
	word->n = n;
}

bool cutting_cut_ending(struct cutting *word, const char32_t *const *endings, size_t min_rest)
{
	for (; *endings; endings++)
		if (cutting_ends(word, *endings, min_rest)) {
			cutting_keep(word, word->n - letters_length(*endings));
			return true;
		}
	return false;
}

static bool is_borne_out(const struct cutting *word, size_t end, const char32_t *const *bears)
{
	bool found = cutting_count(word, U"", 0, end, U"") > 0;
	for (; !found && *bears; bears++)
		found = cutting_count(word, U"", 0, end, *bears) > 0;
	return found;
}

bool cutting_cut_attested(struct cutting *word, const char32_t *const *endings, size_t min_rest,
			  const char32_t *const *bears)
{
	for (; *endings; endings++) {
		size_t end = word->n - letters_length(*endings);
		if (cutting_ends(word, *endings, min_rest) && is_borne_out(word, end, bears)) {
			cutting_keep(word, end);
			return true;
		}
	}
	return false;
}
