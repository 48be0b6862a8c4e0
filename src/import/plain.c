/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/plain.h"

#include <string.h>

#include "base/utf8.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

bool plain_is_line_end(unsigned cp)
{
	return (cp >= 0x0A && cp <= 0x0D) || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

bool plain_is_space(unsigned cp)
{
	return cp == '\t' || cp == ' ' || plain_is_line_end(cp) || cp == 0xA0 || cp == 0x1680 ||
	       (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

/* UTF-16 and UTF-32 are full of NULs; their byte order mark tells a person what to convert from. */
static enum status refuse_binary(const char *bytes, size_t n, size_t nul, const char *name,
				 struct fault *f)
{
	bool utf16 = n >= 2 &&
		     (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
	if (utf16)
		return fault_setf(f, STATUS_BINARY, name, "UTF-16: iconv -f UTF-16 -t UTF-8");
	return fault_setf(f, STATUS_BINARY, name, "NUL at byte %zu", nul);
}

static enum status check_bytes(const char *bytes, size_t n, const char *name, bool lossy,
			       struct fault *f)
{
	const char *nul = n ? memchr(bytes, '\0', n) : NULL;
	if (nul)
		return refuse_binary(bytes, n, (size_t)(nul - bytes), name, f);
	size_t bad_byte_off;
	if (!lossy && !utf8_check(bytes, n, &bad_byte_off))
		return fault_setf(f, STATUS_BAD_UTF8, name, "byte %zu", bad_byte_off);
	return STATUS_OK;
}

/* Appends a run without line ends; ill-formed sequences become U+FFFD. */
static void append_run(struct str *out, const char *bytes, size_t n)
{
	size_t start = 0;
	for (size_t bad; !utf8_check(bytes + start, n - start, &bad); start += bad) {
		str_append(out, bytes + start, bad);
		char32_t cp;
		char encoded[4];
		bad += utf8_next(bytes + start + bad, n - start - bad, &cp);
		str_append(out, encoded, utf8_encode(cp, encoded));
	}
	str_append(out, bytes + start, n - start);
}

/* CR LF and CR become LF. */
static void append_lines(struct str *out, const char *bytes, size_t n)
{
	size_t start = 0;
	while (start < n) {
		const char *cr = memchr(bytes + start, '\r', n - start);
		size_t end = cr ? (size_t)(cr - bytes) : n;
		append_run(out, bytes + start, end - start);
		if (cr)
			str_append_char(out, '\n');
		start = end + (cr != NULL);
		if (cr && start < n && bytes[start] == '\n')
			start++;
	}
}

static bool is_blank(const char *text, size_t n)
{
	for (size_t i = 0; i < n;) {
		char32_t cp;
		i += utf8_next(text + i, n - i, &cp);
		if (!plain_is_space(cp))
			return false;
	}
	return true;
}

enum status plain_text(const char *bytes, size_t n, const char *name, bool lossy, struct str *out,
		       struct fault *f)
{
	enum status status = check_bytes(bytes, n, name, lossy, f);
	if (status != STATUS_OK)
		return status;
	size_t skip = 0;
	while (n - skip >= 3 && memcmp(bytes + skip, byte_order_mark, 3) == 0)
		skip += 3; /* a stored text begins with none: who reads it would drop one */
	size_t start = out->len;
	append_lines(out, bytes + skip, n - skip);
	if (is_blank(str_cstr(out) + start, out->len - start))
		return fault_set(f, STATUS_EMPTY, name);
	return STATUS_OK;
}
