/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/approx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/xalloc.h"

enum { TEXT = 700, PATTERN = 300 };

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16 & 0x7fff;
}

static void fill(char32_t *cps, size_t n, unsigned letters, unsigned *seed)
{
	/* Some in the table of scripts, some beyond it. */
	for (size_t i = 0; i < n; i++)
		cps[i] = 0x7fe + next_random(seed) % letters;
}

/* The last row of the matrix of distances, by its definition (Sellers 1980). */
static void last_row(const char32_t *pattern, size_t m, const char32_t *text, size_t n,
		     bool anchored, size_t *row)
{
	static size_t column[PATTERN + 1];
	for (size_t i = 0; i <= m; i++)
		column[i] = i;
	row[0] = m;
	for (size_t j = 1; j <= n; j++) {
		size_t diagonal = column[0];
		column[0] = anchored ? j : 0;
		for (size_t i = 1; i <= m; i++) {
			size_t best = diagonal + (pattern[i - 1] != text[j - 1]);
			diagonal = column[i];
			best = best < column[i] + 1 ? best : column[i] + 1;
			column[i] = best < column[i - 1] + 1 ? best : column[i - 1] + 1;
		}
		row[j] = column[m];
	}
}

static void assert_finds(const char32_t *pattern, size_t m, const char32_t *text, size_t n,
			 size_t max_errors)
{
	static size_t row[TEXT + 1];
	struct approx *approx = approx_new(pattern, m);
	struct approx_hit *hits;
	size_t n_hits = approx_find(approx, text, n, max_errors, &hits), at = 0;
	last_row(pattern, m, text, n, false, row);
	for (size_t j = 1; j <= n; at++) {
		while (j <= n && row[j] > max_errors)
			j++;
		if (j > n)
			break;
		size_t best = j;
		for (; j <= n && row[j] <= max_errors; j++)
			if (row[j] < row[best])
				best = j;
		assert_true(at < n_hits);
		assert_int_equal(hits[at].end, best);
		assert_int_equal(hits[at].errors, row[best]);
	}
	assert_int_equal(at, n_hits);
	free(hits);
	approx_free(approx);
}

static void assert_head(const char32_t *pattern, size_t m, const char32_t *text, size_t n)
{
	static size_t row[TEXT + 1];
	struct approx *approx = approx_new(pattern, m);
	size_t length, errors = approx_head(approx, text, n, &length);
	last_row(pattern, m, text, n, true, row);
	for (size_t j = 0; j <= n; j++) {
		assert_true(errors <= row[j]);
		if (row[j] == errors)
			assert_true(labs((long)length - (long)m) <= labs((long)j - (long)m));
	}
	assert_int_equal(row[length], errors);
	assert_int_equal(approx_distance(approx, text, n), row[n]);
	approx_free(approx);
}

/* A text with the pattern in it, changed here and there. */
static void plant(char32_t *text, size_t n, const char32_t *pattern, size_t m, unsigned *seed)
{
	size_t at = next_random(seed) % (n - m);
	memcpy(text + at, pattern, m * sizeof *text);
	for (size_t i = 0; i < m / 12; i++)
		text[at + next_random(seed) % m] = 0x7fe;
	if (m > 20)
		memmove(text + at + m / 2, text + at + m / 2 + 1, (m / 2 - 1) * sizeof *text);
}

static void bits_say_what_the_matrix_says(void **state)
{
	static char32_t text[TEXT], pattern[PATTERN];
	unsigned seed = 7;
	(void)state;
	for (size_t round = 0; round < 400; round++) {
		size_t m = 1 + next_random(&seed) % PATTERN;
		unsigned letters = 1 + next_random(&seed) % 6;
		fill(text, TEXT, letters, &seed);
		fill(pattern, m, letters, &seed);
		plant(text, TEXT, pattern, m, &seed);
		assert_finds(pattern, m, text, TEXT, m / 10);
		assert_finds(pattern, m, text, TEXT, next_random(&seed) % m);
		assert_head(pattern, m, text, next_random(&seed) % TEXT);
	}
}

static void lengths_at_the_ends_of_blocks_are_right(void **state)
{
	static const size_t lengths[] = {1, 2, 63, 64, 65, 127, 128, 129, 192, 193};
	static char32_t text[TEXT], pattern[PATTERN];
	unsigned seed = 11;
	(void)state;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		size_t m = lengths[i];
		fill(text, TEXT, 3, &seed);
		fill(pattern, m, 3, &seed);
		for (size_t k = 0; k < m; k += m / 8 + 1)
			assert_finds(pattern, m, text, TEXT, k);
		assert_head(pattern, m, text, 0);
		assert_head(pattern, m, text, m);
		assert_head(pattern, m, text, TEXT);
	}
}

static void the_longest_pattern_is_found(void **state)
{
	enum { N = 3 * APPROX_MAX };
	char32_t *text = xcalloc(N, sizeof *text);
	unsigned seed = 5;
	(void)state;
	fill(text, N, 30, &seed);
	struct approx *approx = approx_new(text + APPROX_MAX, APPROX_MAX);
	struct approx_hit *hits;
	text[APPROX_MAX + 9] = 'x';
	assert_int_equal(approx_find(approx, text, N, APPROX_MAX / 10, &hits), 1);
	assert_int_equal(hits[0].end, 2 * APPROX_MAX);
	assert_int_equal(hits[0].errors, 1);
	free(hits);
	approx_free(approx);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bits_say_what_the_matrix_says),
		cmocka_unit_test(lengths_at_the_ends_of_blocks_are_right),
		cmocka_unit_test(the_longest_pattern_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
