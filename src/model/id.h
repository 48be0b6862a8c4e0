/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Identifiers: UUIDs (RFC 9562) and SHA-256 digests (FIPS 180-4, by nettle), as text.
 *
 * An article's id is a UUIDv8 made of the first 128 bits of its text's SHA-256 (version and variant
 * bits set), so that two coders who import the same text mean the same article. Everything else
 * gets a UUIDv7.
 */
#ifndef MODEL_ID_H
#define MODEL_ID_H

#include <stdbool.h>
#include <stddef.h>

#include "model/rows.h"

enum { SHA256_HEX_SIZE = 65 }; /* 64 digits and NUL */

void sha256_hex(const void *bytes, size_t n, char out[SHA256_HEX_SIZE]);

/* The same of all bytes of `source`, read in windows. */
enum status sha256_source(const struct text_source *source, char out[SHA256_HEX_SIZE],
			  struct fault *f) MUST_USE;

/*
 * UUIDv7 of now, its 12 bits after the version a fraction of the millisecond (RFC 9562, 6.2, method
 * 3). Increases from call to call as long as the clock does not go back. Dies where getrandom()
 * fails.
 */
void id_new(char out[ID_SIZE]);

/* UUIDv8 of an article whose text has this SHA-256. */
void id_of_text(const char sha256[SHA256_HEX_SIZE], char out[ID_SIZE]);

/*
 * UUIDv8 of what a later version of an article has of the row `id`: of `id` and the version's own,
 * so that which row is carried over from which can be told without being written down, and coders
 * who import the same version of the same text make the same rows.
 */
void id_of_copy(const char *id, const char *article, char out[ID_SIZE]);

/* True for 36 characters in the form of a UUID, lower case. */
bool id_is_valid(const char *text);

/* Now, as ISO-8601 UTC with milliseconds ("2026-11-21T09:30:00.123Z"). */
enum { TIME_SIZE = 25 };
void time_now(char out[TIME_SIZE]);

#endif
