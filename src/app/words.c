/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words.h"

#include <assert.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "app/i18n.h"
#include "base/utf8.h"
#include "text/safe.h"

/*
 * What a format may take: %s, %zu, %d, PRId64, with numbers (%2$s) where a translation has another
 * order.
 */
enum { MAX_ARGUMENTS = 9 };

union argument {
	const char *text;
	size_t size;
	int number;
	int64_t wide;
};

/* The arguments of a format, in the order of their numbers. */
struct arguments {
	char kinds[MAX_ARGUMENTS + 1]; /* 's', 'z', 'd', 'l' */
	union argument items[MAX_ARGUMENTS];
};

/*
 * A conversion of a format: its first letter ('s', 'z', 'd', 'l', '%'), its number (0: it has
 * none), and its end.
 */
struct conversion {
	char kind;
	size_t number;
	const char *end;
};

/* The one at `p`, which is a '%'. */
static struct conversion conversion_at(const char *p)
{
	struct conversion c = {.end = p + 1};
	if (p[1] >= '1' && p[1] <= '9' && p[2] == '$') {
		c.number = (size_t)(p[1] - '0');
		c.end += 2;
	}
	c.kind = *c.end++;
	assert(c.kind && strchr("szdl%", c.kind));
	while (c.kind != '%' && (c.end[-1] == 'z' || c.end[-1] == 'l'))
		c.end++;
	return c;
}

/* What a format takes. */
static void read_kinds(const char *format, char kinds[MAX_ARGUMENTS + 1])
{
	size_t next = 0;
	for (const char *p; (p = strchr(format, '%'));) {
		struct conversion c = conversion_at(p);
		if (c.kind != '%') {
			size_t i = c.number ? c.number - 1 : next++;
			assert(i < MAX_ARGUMENTS);
			kinds[i] = c.kind;
		}
		format = c.end;
	}
}

static void read_arguments(struct arguments *out, va_list args)
{
	for (size_t i = 0; out->kinds[i]; i++) {
		if (out->kinds[i] == 's')
			out->items[i].text = va_arg(args, const char *);
		else if (out->kinds[i] == 'z')
			out->items[i].size = va_arg(args, size_t);
		else if (out->kinds[i] == 'l')
			out->items[i].wide = va_arg(args, int64_t);
		else
			out->items[i].number = va_arg(args, int);
	}
}

/*
 * Which argument a conversion means: that of its number, or else the next of its kind; `seen`
 * counts those without a number, by argument. One that there is not is no place to read from.
 */
static size_t argument_of(const struct arguments *arguments, struct conversion c,
			  bool seen[MAX_ARGUMENTS])
{
	size_t i = c.number ? c.number - 1 : 0;
	while (!c.number && arguments->kinds[i] && (arguments->kinds[i] != c.kind || seen[i]))
		i++;
	assert(i < MAX_ARGUMENTS && arguments->kinds[i] == c.kind);
	seen[i] = true;
	return i;
}

static void append_argument(struct str *out, struct conversion c, union argument argument)
{
	if (c.kind == 's')
		safe_isolate(out, argument.text, strlen(argument.text));
	else if (c.kind == 'z')
		str_appendf(out, "%zu", argument.size);
	else if (c.kind == 'l')
		str_appendf(out, "%" PRId64, argument.wide);
	else
		str_appendf(out, "%d", argument.number);
}

static char *fill(const char *format, const struct arguments *arguments)
{
	struct str out = STR_EMPTY;
	bool seen[MAX_ARGUMENTS] = {false};
	for (const char *p; (p = strchr(format, '%'));) {
		struct conversion c = conversion_at(p);
		str_append(&out, format, (size_t)(p - format));
		if (c.kind == '%')
			str_append_char(&out, '%');
		else
			append_argument(&out, c,
					arguments->items[argument_of(arguments, c, seen)]);
		format = c.end;
	}
	str_append_str(&out, format);
	return str_take(&out);
}

char *words_vformat(const char *format, va_list args)
{
	struct arguments arguments = {.kinds = ""};
	read_kinds(format, arguments.kinds);
	read_arguments(&arguments, args);
	return fill(format, &arguments);
}

char *words_translated(const char *form, const char *original, ...)
{
	struct arguments arguments = {.kinds = ""};
	va_list args;
	va_start(args, original);
	read_kinds(original, arguments.kinds);
	read_arguments(&arguments, args);
	va_end(args);
	return fill(form, &arguments);
}

char *words_format(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = words_vformat(format, args);
	va_end(args);
	return text;
}

void words_fault(struct str *out, const struct fault *f)
{
	if (f->subject && *f->subject) {
		safe_isolate(out, f->subject, strlen(f->subject));
		str_append_str(out, ": ");
	}
	str_append_str(out, _(status_message(f->status)));
	if (f->detail) {
		str_append_str(out, " (");
		safe_isolate(out, f->detail, strlen(f->detail));
		str_append_char(out, ')');
	}
}

const char *words_hint(const struct fault *f)
{
	const char *hint = status_hint(f->status);
	return hint && *hint ? _(hint) : NULL;
}

char *words_excerpt(const char *text, size_t max_cp)
{
	struct str out = STR_EMPTY;
	size_t n = strlen(text), i = 0, n_cp = 0, space = 0;
	for (char32_t cp; i < n && n_cp < max_cp; n_cp++) {
		size_t size = utf8_next(text + i, n - i, &cp);
		bool is_space = cp == ' ' || cp == '\n' || cp == '\t';
		if (is_space)
			space = out.len;
		str_append(&out, is_space ? " " : text + i, is_space ? 1 : size);
		i += size;
	}
	if (i < n) {
		str_truncate(&out, space > out.len / 2 ? space : out.len);
		str_append_str(&out, "\u2026");
	}
	return str_take(&out);
}
