/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/html.h"

#include <stdbool.h>
#include <string.h>
#include <uchar.h>

#include "base/utf8.h"

enum {
	CHUNK = 1 << 16, /* bytes handed on at once */
	LRE = 0x202A,
	RLE = 0x202B,
	PDF = 0x202C,
	LRO = 0x202D,
	RLO = 0x202E,
	LRI = 0x2066,
	FSI = 0x2068,
	PDI = 0x2069,
	REPLACEMENT = 0xFFFD,
};

void html_init(struct html *html, const struct sink *sink, struct fault *f)
{
	*html = (struct html){.sink = sink, .f = f};
}

static void hand_on(struct html *html)
{
	if (html->status == STATUS_OK && html->out.len)
		html->status = html->sink->write(html->sink->self, str_cstr(&html->out),
						 html->out.len, html->f);
	str_clear(&html->out);
}

enum status html_end(struct html *html)
{
	hand_on(html);
	str_release(&html->out);
	str_release(&html->open);
	return html->status;
}

void html_put(struct html *html, const char *markup)
{
	str_append_str(&html->out, markup);
	if (html->out.len >= CHUNK)
		hand_on(html);
}

void html_number(struct html *html, size_t n)
{
	str_appendf(&html->out, "%zu", n);
}

/* What may stand in a page (HTML, 13.2.3.5: no controls but white space, no noncharacters). */
static char32_t allowed(char32_t cp)
{
	bool control = (cp < 0x20 && cp != '\n' && cp != '\t') || (cp >= 0x7F && cp <= 0x9F);
	bool noncharacter = (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
	return control || noncharacter ? REPLACEMENT : cp;
}

static void append_code_point(struct str *out, char32_t cp)
{
	char bytes[4];
	str_append(out, bytes, utf8_encode(cp, bytes));
}

/* Closes what was opened last. */
static void close_last(struct html *html)
{
	struct str *open = &html->open;
	append_code_point(&html->out, open->p[open->len - 1] == 'I' ? PDI : PDF);
	str_truncate(open, open->len - 1);
}

static void close_all(struct html *html)
{
	while (html->open.len)
		close_last(html);
}

static bool opens(struct html *html, char32_t cp)
{
	bool embeds = cp == LRE || cp == RLE || cp == LRO || cp == RLO;
	if (!embeds && !(cp >= LRI && cp <= FSI))
		return false;
	str_append_char(&html->open, embeds ? 'E' : 'I');
	append_code_point(&html->out, cp);
	return true;
}

/* An end of one: what it ends is ours, or it is left out. An isolate ends the embeddings in it. */
static bool closes(struct html *html, char32_t cp)
{
	struct str *open = &html->open;
	if (cp == PDF && open->len && open->p[open->len - 1] == 'E') {
		close_last(html);
	} else if (cp == PDI && open->len && memchr(open->p, 'I', open->len)) {
		while (open->p[open->len - 1] == 'E')
			close_last(html);
		close_last(html);
	}
	return cp == PDF || cp == PDI;
}

static void put_code_point(struct html *html, char32_t cp)
{
	switch (cp) {
	case '&':
		str_append_str(&html->out, "&amp;");
		break;
	case '<':
		str_append_str(&html->out, "&lt;");
		break;
	case '>':
		str_append_str(&html->out, "&gt;");
		break;
	case '"':
		str_append_str(&html->out, "&quot;");
		break;
	case '\'':
		str_append_str(&html->out, "&#39;");
		break;
	case '\n': /* a paragraph of UAX #9 ends, and all in it */
		close_all(html);
		str_append_char(&html->out, '\n');
		break;
	default:
		if (!opens(html, cp) && !closes(html, cp))
			append_code_point(&html->out, allowed(cp));
	}
}

void html_text(struct html *html, const char *text)
{
	size_t n = strlen(text);
	for (size_t i = 0; i < n;) {
		char32_t cp;
		i += utf8_next(text + i, n - i, &cp);
		if (cp == '\r' && text[i] == '\n')
			continue;
		put_code_point(html, cp == '\r' ? '\n' : cp);
	}
	close_all(html);
	if (html->out.len >= CHUNK)
		hand_on(html);
}

void html_attribute(struct html *html, const char *name, const char *text)
{
	str_append_char(&html->out, ' ');
	str_append_str(&html->out, name);
	str_append_str(&html->out, "=\"");
	html_text(html, text);
	str_append_char(&html->out, '"');
}
