/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/id.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

static void digests_are_those_of_fips_180_4(void **state)
{
	char hex[SHA256_HEX_SIZE];
	(void)state;
	sha256_hex("abc", 3, hex);
	assert_string_equal(hex,
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sha256_hex("", 0, hex);
	assert_string_equal(hex,
			    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void new_ids_are_of_version_7_and_increase(void **state)
{
	char last[ID_SIZE] = "", id[ID_SIZE];
	(void)state;
	for (int i = 0; i < 10000; i++) {
		id_new(id);
		assert_true(id_is_valid(id));
		assert_int_equal(id[14], '7');
		assert_non_null(strchr("89ab", id[19]));
		assert_true(strcmp(last, id) < 0);
		memcpy(last, id, ID_SIZE);
	}
}

static void a_new_id_begins_with_the_time(void **state)
{
	char id[ID_SIZE], digits[13] = "";
	(void)state;
	time_t before = time(NULL);
	id_new(id);
	memcpy(digits, id, 8);
	memcpy(digits + 8, id + 9, 4);
	long long ms = strtoll(digits, NULL, 16);
	assert_in_range(ms / 1000, before, before + 2);
}

static void the_id_of_a_text_is_its_digest_as_version_8(void **state)
{
	char hex[SHA256_HEX_SIZE], id[ID_SIZE];
	(void)state;
	sha256_hex("abc", 3, hex);
	id_of_text(hex, id);
	assert_string_equal(id, "ba7816bf-8f01-8fea-8141-40de5dae2223");
}

static void only_lower_case_uuids_are_valid(void **state)
{
	static const char *const bad[] = {
		"",
		"ba7816bf-8f01-8fea-8141-40de5dae222",
		"ba7816bf-8f01-8fea-8141-40de5dae22233",
		"BA7816BF-8f01-8fea-8141-40de5dae2223",
		"ba7816bf08f01-8fea-8141-40de5dae2223",
		"ga7816bf-8f01-8fea-8141-40de5dae2223",
		"ba7816bf-8f01-8fea-8141-40de5dae222-",
	};
	(void)state;
	assert_true(id_is_valid("ba7816bf-8f01-8fea-8141-40de5dae2223"));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(id_is_valid(bad[i]));
}

static void the_time_is_iso_8601_in_utc(void **state)
{
	char now[TIME_SIZE];
	struct tm tm = {.tm_sec = 0};
	int ms;
	(void)state;
	time_t before = time(NULL);
	time_now(now);
	assert_int_equal(strlen(now), TIME_SIZE - 1);
	assert_int_equal(sscanf(now, "%4d-%2d-%2dT%2d:%2d:%2d.%3dZ", &tm.tm_year, &tm.tm_mon,
				&tm.tm_mday, &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &ms),
			 7);
	tm.tm_year -= 1900;
	tm.tm_mon--;
	assert_in_range(timegm(&tm), before, before + 2);
	assert_int_equal(now[TIME_SIZE - 2], 'Z');
}

static void a_source_has_the_digest_of_its_bytes(void **state)
{
	(void)state;
	enum { N = 3 * 65536 + 17 };
	char *bytes = malloc(N), whole[SHA256_HEX_SIZE], read[SHA256_HEX_SIZE];
	assert_non_null(bytes);
	for (size_t i = 0; i < N; i++)
		bytes[i] = (char)('a' + i % 23);
	sha256_hex(bytes, N, whole);
	struct text_source source = text_source_memory(bytes, N);
	assert_int_equal(sha256_source(&source, read, NULL), STATUS_OK);
	assert_string_equal(read, whole);
	source.close(source.self);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests_are_those_of_fips_180_4),
		cmocka_unit_test(new_ids_are_of_version_7_and_increase),
		cmocka_unit_test(a_new_id_begins_with_the_time),
		cmocka_unit_test(the_id_of_a_text_is_its_digest_as_version_8),
		cmocka_unit_test(only_lower_case_uuids_are_valid),
		cmocka_unit_test(the_time_is_iso_8601_in_utc),
		cmocka_unit_test(a_source_has_the_digest_of_its_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
