/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/skim.h"

#include "text/lanes.h"

enum {
	LANE_MAX = 255,  /* what a lane can count to */
	LOOKED_BACK = 3, /* bytes */
};

/* 80 to BF, which are the lowest where bytes have a sign. */
static inline lanes is_continuation(lanes bytes)
{
	return (lanes)((signed_lanes)bytes < (signed_lanes)lanes_of(0xC0));
}

/*
 * Bytes that end what is passed over. Well-formed is: a byte continues a character exactly where
 * one of the three before it says so, and it is none that table 3-7 (Unicode 15.0) leaves out.
 */
static lanes find_stops(const char *bytes)
{
	lanes here = lanes_load(bytes), one = lanes_load(bytes - 1), two = lanes_load(bytes - 2),
	      three = lanes_load(bytes - 3);
	lanes stop = is_continuation(here) ^
		     ((lanes)(one >= 0xC0) | (lanes)(two >= 0xE0) | (lanes)(three >= 0xF0));
	stop |= (lanes)((here & 0xFE) == 0xC0) | (lanes)(here >= 0xF5);
	stop |= (lanes)(one == 0xE0) & (lanes)(here < 0xA0);
	stop |= (lanes)(one == 0xED) & (lanes)(here >= 0xA0);
	stop |= (lanes)(one == 0xF0) & (lanes)(here < 0x90);
	stop |= (lanes)(one == 0xF4) & (lanes)(here >= 0x90);
	stop |= (lanes)(one == 0xC2) & (lanes)(here == 0x85);
	stop |= (lanes)(two == 0xE2) & (lanes)(one == 0x80) & (lanes)(here == 0xA9);
	return stop | (lanes)(here < 0x20);
}

/* False where find_stops() would find none: nearly always, in scripts of one and two bytes. */
static inline bool may_stop(const char *bytes)
{
	lanes here = lanes_load(bytes), one = lanes_load(bytes - 1), three = lanes_load(bytes - 3);
	lanes stop = is_continuation(here) ^ (lanes)(one >= 0xC0);
	stop |= (lanes)(three >= 0xE0) | (lanes)(here >= 0xE0) | (lanes)((here & 0xFE) == 0xC0);
	stop |= (lanes)(one == 0xC2) & (lanes)(here == 0x85);
	return lanes_any(stop | (lanes)(here < 0x20));
}

/*
 * How many blocks of LANES bytes, at most `n` (LANE_MAX), can be passed over; `*n_cp` characters
 * begin in them.
 */
static size_t skim_blocks(const char *bytes, size_t n, size_t *n_cp)
{
	lanes continuing = {0};
	size_t i = 0;
	for (; i < n; i++, bytes += LANES) {
		if (may_stop(bytes) && lanes_any(find_stops(bytes)))
			break;
		continuing -= is_continuation(lanes_load(bytes)); /* 255 is -1 */
	}
	*n_cp = i * LANES;
	for (size_t lane = 0; lane < LANES; lane++)
		*n_cp -= continuing[lane];
	return i;
}

/* Bytes before `end` (LANES at the least) of a character that goes on behind it. */
static size_t unfinished(const char *bytes, size_t end)
{
	for (size_t n = 1; n <= LOOKED_BACK; n++) {
		uint8_t byte = (uint8_t)bytes[end - n];
		if (byte >= 0xC0)
			return n < (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) ? n : 0;
		if (byte < 0x80)
			break;
	}
	return 0;
}

static size_t min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The first block: whatever stands before it, a character begins there. */
static size_t skim_first(const char *bytes, size_t *n_cp)
{
	char alone[LOOKED_BACK + LANES] = {0};
	memcpy(alone + LOOKED_BACK, bytes, LANES);
	return skim_blocks(alone + LOOKED_BACK, 1, n_cp);
}

size_t skim(const char *bytes, size_t n, size_t max_cp, size_t *n_cp)
{
	*n_cp = 0;
	if (n < LANES || max_cp < LANES || skim_first(bytes, n_cp) == 0)
		return 0;
	size_t end = LANES, wanted, done, n_begun;
	do {
		wanted = min_size(min_size((n - end) / LANES, (max_cp - *n_cp) / LANES), LANE_MAX);
		done = skim_blocks(bytes + end, wanted, &n_begun);
		end += done * LANES;
		*n_cp += n_begun;
	} while (done == LANE_MAX);
	size_t over = unfinished(bytes, end);
	*n_cp -= over > 0;
	return end - over;
}
