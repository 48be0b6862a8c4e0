/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fields.h"

#include <stdio.h>
#include <string.h>

static const char digits[] = "0123456789";
static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char alphanumerics[] =
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

static unsigned days_of(unsigned year, unsigned month)
{
	static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

/* The length of "YYYY[-MM[-DD]]" at the start of `date`; 0 where it is no day of the calendar. */
static size_t date_length(const char *date)
{
	unsigned year, month, day;
	if (strspn(date, digits) != 4 || sscanf(date, "%4u", &year) != 1)
		return 0;
	if (date[4] != '-')
		return 4;
	if (strspn(date + 5, digits) != 2 || sscanf(date + 5, "%2u", &month) != 1 ||
	    month < 1 || month > 12)
		return 0;
	if (date[7] != '-')
		return 7;
	if (strspn(date + 8, digits) != 2 || sscanf(date + 8, "%2u", &day) != 1 || day < 1 ||
	    day > days_of(year, month))
		return 0;
	return 10;
}

/* "T14:05", "T14:05:09Z", " 14:05+02:00": what stands behind the day. */
static bool is_time(const char *text)
{
	unsigned hour, minute;
	if ((text[0] != 'T' && text[0] != ' ') || strspn(text + 1, digits) != 2 ||
	    sscanf(text + 1, "%2u:%2u", &hour, &minute) != 2)
		return false;
	return hour < 25 && minute < 60 && strspn(text + 1, "0123456789:.,+-Z") == strlen(text + 1);
}

static bool is_date(const char *date)
{
	size_t n = date_length(date);
	return n > 0 && (!date[n] || (n == 10 && is_time(date + n)));
}

/* RFC 3986, 3.1: scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ). What follows may be an IRI's. */
static bool is_url(const char *url)
{
	size_t n = strcspn(url, ":");
	if (strspn(url, letters) == 0 || url[n] != ':' || !url[n + 1])
		return false;
	for (const char *s = url; s < url + n; s++)
		if (!strchr(alphanumerics, *s) && !strchr("+-.", *s))
			return false;
	for (const unsigned char *s = (const unsigned char *)url; *s; s++)
		if (*s <= ' ' || *s == 0x7f)
			return false;
	return true;
}

/* BCP 47, 2.1: no language of more than three letters was ever registered; x-... is private. */
static bool is_lang(const char *lang)
{
	size_t n = strspn(lang, letters);
	bool is_private = n == 1 && strchr("xXiI", lang[0]) && lang[1] == '-';
	if (n != 2 && n != 3 && !is_private)
		return false;
	for (lang += n; *lang == '-'; lang += n + 1) {
		n = strspn(lang + 1, alphanumerics);
		if (n < 1 || n > 8)
			return false;
	}
	return !*lang;
}

enum status fields_check(const struct article *fields, enum article_field *bad, struct fault *f)
{
	const struct {
		const char *value;
		bool (*is_good)(const char *value);
		const char *forms;
	} checks[] = {
		[FIELD_DATE] = {fields->published_at, is_date,
				"YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDTHH:MM"},
		[FIELD_URL] = {fields->url, is_url, "https://example.org/, urn:..."},
		[FIELD_LANG] = {fields->lang, is_lang, "ar, en-GB, ..."},
	};
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		const char *value = checks[i].value;
		if (!value || !*value || checks[i].is_good(value))
			continue;
		if (bad)
			*bad = (enum article_field)i;
		return fault_setf(f, STATUS_INVALID, value, "%s", checks[i].forms);
	}
	return STATUS_OK;
}
