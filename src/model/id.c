/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/id.h"

#include <assert.h>
#include <nettle/sha2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "base/xalloc.h"

enum { UUID_BYTES = 16, DIGEST_PREFIX = UUID_BYTES, WINDOW_BYTES = 65536 };

static void hex(const uint8_t *bytes, size_t n, char *out)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < n; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[2 * n] = '\0';
}

void sha256_hex(const void *bytes, size_t n, char out[SHA256_HEX_SIZE])
{
	struct sha256_ctx ctx;
	uint8_t digest[SHA256_DIGEST_SIZE];
	sha256_init(&ctx);
	sha256_update(&ctx, n, bytes);
	sha256_digest(&ctx, sizeof digest, digest);
	hex(digest, sizeof digest, out);
}

enum status sha256_source(const struct text_source *source, char out[SHA256_HEX_SIZE],
			  struct fault *f)
{
	struct sha256_ctx ctx;
	uint8_t digest[SHA256_DIGEST_SIZE];
	char *window = xmalloc(WINDOW_BYTES);
	enum status status = STATUS_OK;
	sha256_init(&ctx);
	for (size_t at = 0, n; status == STATUS_OK && at < source->size; at += n) {
		n = source->size - at < WINDOW_BYTES ? source->size - at : WINDOW_BYTES;
		status = source->read(source->self, at, window, n, f);
		if (status == STATUS_OK)
			sha256_update(&ctx, n, (const uint8_t *)window);
	}
	free(window);
	sha256_digest(&ctx, sizeof digest, digest);
	hex(digest, sizeof digest, out);
	return status;
}

/* Sets version and variant (RFC 9562, 4.1 and 4.2) and writes the text form. */
static void uuid_format(uint8_t bytes[UUID_BYTES], unsigned version, char out[ID_SIZE])
{
	char digits[2 * UUID_BYTES + 1];
	bytes[6] = (uint8_t)((bytes[6] & 0x0f) | version << 4);
	bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80);
	hex(bytes, UUID_BYTES, digits);
	snprintf(out, ID_SIZE, "%.8s-%.4s-%.4s-%.4s-%.12s", digits, digits + 8, digits + 12,
		 digits + 16, digits + 20);
}

/* Milliseconds since 1970 in the upper 48 bits of 60, 1/4096ths of one in the lower 12. */
static uint64_t tick(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	uint64_t ns = (uint64_t)now.tv_nsec;
	uint64_t ms = (uint64_t)now.tv_sec * 1000 + ns / 1000000;
	return ms << 12 | (ns % 1000000) * 4096 / 1000000;
}

void id_new(char out[ID_SIZE])
{
	uint8_t bytes[UUID_BYTES];
	uint64_t now = tick();
	/* Waits out the tick (a quarter of a microsecond) rather than remember the last one. */
	while (tick() == now)
		;
	for (int i = 0; i < 6; i++)
		bytes[i] = (uint8_t)(now >> (52 - 8 * i));
	bytes[6] = (uint8_t)(now >> 8 & 15);
	bytes[7] = (uint8_t)now;
	if (getrandom(bytes + 8, 8, 0) != 8)
		abort();
	uuid_format(bytes, 7, out);
}

static uint8_t hex_value(char c)
{
	return (uint8_t)(c >= 'a' ? c - 'a' + 10 : c - '0');
}

void id_of_text(const char sha256[SHA256_HEX_SIZE], char out[ID_SIZE])
{
	uint8_t bytes[DIGEST_PREFIX];
	assert(strlen(sha256) == SHA256_HEX_SIZE - 1);
	for (size_t i = 0; i < DIGEST_PREFIX; i++)
		bytes[i] = (uint8_t)(hex_value(sha256[2 * i]) << 4 | hex_value(sha256[2 * i + 1]));
	uuid_format(bytes, 8, out);
}

void id_of_copy(const char *id, const char *article, char out[ID_SIZE])
{
	char both[2 * ID_SIZE], sha256[SHA256_HEX_SIZE];
	int n = snprintf(both, sizeof both, "%s %s", id, article);
	sha256_hex(both, (size_t)n, sha256);
	id_of_text(sha256, out);
}

bool id_is_valid(const char *text)
{
	static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
	size_t i = 0;
	for (; form[i] && text[i]; i++) {
		bool digit =
			(text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
		if (form[i] == 'x' ? !digit : text[i] != '-')
			return false;
	}
	return !form[i] && !text[i];
}

void time_now(char out[TIME_SIZE])
{
	struct timespec now;
	struct tm utc;
	char seconds[TIME_SIZE];
	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &utc);
	strftime(seconds, sizeof seconds, "%Y-%m-%dT%H:%M:%S", &utc);
	snprintf(out, TIME_SIZE, "%.19s.%03dZ", seconds, (int)(now.tv_nsec / 1000000));
}
