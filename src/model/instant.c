/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/instant.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

struct cursor {
	const char *p;
	bool bad;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Exactly `n_digits` digits, at most `max`. */
static int read_number(struct cursor *at, int n_digits, int max)
{
	int value = 0;
	for (int i = 0; i < n_digits && !at->bad; i++) {
		at->bad = !is_digit(*at->p);
		if (!at->bad)
			value = value * 10 + (*at->p++ - '0');
	}
	at->bad |= value > max;
	return value;
}

static void skip(struct cursor *at, char c)
{
	at->bad |= *at->p != c;
	if (!at->bad)
		at->p++;
}

static void read_date(struct cursor *at, struct tm *tm)
{
	tm->tm_year = read_number(at, 4, 9999) - 1900;
	skip(at, '-');
	tm->tm_mon = read_number(at, 2, 12) - 1;
	skip(at, '-');
	tm->tm_mday = read_number(at, 2, 31);
}

/* The first three digits of a fraction of a second. */
static int read_milliseconds(struct cursor *at)
{
	int value = 0, weight = 100;
	at->bad |= !is_digit(at->p[1]);
	for (at->p++; !at->bad && is_digit(*at->p); at->p++, weight /= 10)
		value += weight * (*at->p - '0');
	return value;
}

static void read_time(struct cursor *at, struct tm *tm, int *milliseconds)
{
	at->p++;
	tm->tm_hour = read_number(at, 2, 23);
	skip(at, ':');
	tm->tm_min = read_number(at, 2, 59);
	if (at->bad || *at->p != ':')
		return;
	at->p++;
	tm->tm_sec = read_number(at, 2, 60);
	if (!at->bad && (*at->p == '.' || *at->p == ','))
		*milliseconds = read_milliseconds(at);
}

/* Seconds that local time is ahead of UTC. */
static int read_zone(struct cursor *at)
{
	char sign = at->bad ? '\0' : *at->p;
	if (sign == 'Z')
		at->p++;
	if (sign != '+' && sign != '-')
		return 0;
	at->p++;
	int hours = read_number(at, 2, 14);
	if (!at->bad && *at->p == ':')
		at->p++;
	int seconds = (hours * 60 + read_number(at, 2, 59)) * 60;
	return sign == '-' ? -seconds : seconds;
}

/* timegm() takes the 31st of February for a day of March. */
static bool to_seconds(const struct tm *tm, int ahead, time_t *out)
{
	struct tm day = *tm, utc;
	day.tm_isdst = 0;
	*out = timegm(&day) - ahead;
	return day.tm_mday == tm->tm_mday && day.tm_mon == tm->tm_mon && gmtime_r(out, &utc) &&
	       utc.tm_year >= 1000 - 1900 && utc.tm_year <= 9999 - 1900;
}

bool instant_parse(const char *text, char out[TIME_SIZE])
{
	struct cursor at = {.p = text};
	struct tm tm = {.tm_mday = 0}, utc;
	int milliseconds = 0;
	time_t seconds;
	read_date(&at, &tm);
	if (!at.bad && (*at.p == 'T' || *at.p == ' '))
		read_time(&at, &tm, &milliseconds);
	int ahead = read_zone(&at);
	if (at.bad || *at.p || !to_seconds(&tm, ahead, &seconds) || !gmtime_r(&seconds, &utc))
		return false;
	size_t n = strftime(out, TIME_SIZE, "%Y-%m-%dT%H:%M:%S", &utc);
	snprintf(out + n, TIME_SIZE - n, ".%03uZ", (unsigned)milliseconds % 1000);
	return true;
}
