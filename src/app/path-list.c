/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paths as terminals paste them. The words are a shell's, but nothing is run: there are no variables,
 * no commands, no users' homes.
 */
#include "app/path.h"

#include <glob.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/home.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

struct words {
	char **items;
	size_t n, cap;
	bool marked; /* something says that these are words: a quote, an escape, an address, a pattern */
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What stands in the quotes at `s`; returns what follows, or NULL where they are not closed. */
static const char *read_quoted(const char *s, struct str *word)
{
	const char *end = s + 1;
	while (*end && *end != *s)
		end += *s == '"' && end[0] == '\\' && end[1] ? 2 : 1;
	if (!*end)
		return NULL;
	for (const char *p = s + 1; p < end; p++) {
		if (*s == '"' && *p == '\\' && strchr("\"\\$`", p[1]))
			p++;
		str_append_char(word, *p);
	}
	return end + 1;
}

/* The word at `s`, which is no space; returns what follows it. */
static const char *read_word(const char *s, struct str *word, bool *quoted)
{
	while (*s && !is_space(*s)) {
		const char *after = *s == '\'' || *s == '"' ? read_quoted(s, word) : NULL;
		if (after) {
			*quoted = true;
			s = after;
			continue;
		}
		if (*s == '\\' && s[1]) {
			*quoted = true;
			s++;
		}
		str_append_char(word, *s++);
	}
	return s;
}

static int hex(char c)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *found = c ? strchr(digits, c) : NULL;
	return found ? (int)(found - digits) % 16 : -1;
}

/* RFC 8089: file:///path, file://host/path, file:/path; NULL where `word` is none. */
static char *file_address(const char *word)
{
	if (strncmp(word, "file:/", 6) != 0)
		return NULL;
	const char *s = word + 5;
	if (s[1] == '/')
		s = strchr(s + 2, '/');
	struct str path = STR_EMPTY;
	for (; s && *s; s++) {
		if (*s == '%' && hex(s[1]) >= 0 && hex(s[2]) >= 0 && (s[1] != '0' || s[2] != '0')) {
			str_append_char(&path, (char)(hex(s[1]) * 16 + hex(s[2])));
			s += 2;
		} else {
			str_append_char(&path, *s);
		}
	}
	return str_take(&path);
}

/* Adds the files that match; false where none does. */
static bool add_matches(struct words *words, const char *pattern)
{
	glob_t found;
	if (!strpbrk(pattern, "*?[") || glob(pattern, 0, NULL, &found) != 0)
		return false;
	for (size_t i = 0; i < found.gl_pathc; i++)
		VEC_PUSH(words->items, words->n, words->cap, xstrdup(found.gl_pathv[i]));
	globfree(&found);
	return true;
}

static void add_word(struct words *words, const char *word, bool quoted, bool patterns)
{
	char *path = file_address(word);
	words->marked |= quoted || path;
	if (!path)
		path = home_expand(word);
	if (patterns && !quoted && access(path, F_OK) != 0 && add_matches(words, path)) {
		words->marked = true;
		free(path);
		return;
	}
	VEC_PUSH(words->items, words->n, words->cap, path);
}

static void split(struct words *words, const char *typed, bool patterns)
{
	while (*typed) {
		struct str word = STR_EMPTY;
		bool quoted = false;
		while (is_space(*typed))
			typed++;
		if (!*typed)
			break;
		typed = read_word(typed, &word, &quoted);
		add_word(words, str_cstr(&word), quoted, patterns);
		str_release(&word);
	}
}

static bool all_exist(const struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (access(words->items[i], F_OK) != 0)
			return false;
	return words->n > 0;
}

/* The text as it stands, but for the spaces around it. */
static char *plain(const char *typed)
{
	size_t n = strlen(typed);
	while (n > 0 && is_space(typed[n - 1]))
		n--;
	while (n > 0 && is_space(*typed)) {
		typed++;
		n--;
	}
	char *trimmed = xstrndup(typed, n), *path = home_expand(trimmed);
	free(trimmed);
	return path;
}

static char **only(char *path, size_t *n)
{
	char **paths = xcalloc(1, sizeof *paths);
	paths[0] = path;
	*n = 1;
	return paths;
}

char **path_list(const char *typed, size_t *n)
{
	struct words words = {.items = NULL};
	char *whole = plain(typed);
	if (access(whole, F_OK) == 0)
		return only(whole, n);
	split(&words, typed, true);
	if (words.n > 0 && (words.marked || all_exist(&words))) {
		free(whole);
		*n = words.n;
		return words.items;
	}
	path_list_free(words.items, words.n);
	return only(whole, n);
}

void path_list_free(char **paths, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(paths[i]);
	free(paths);
}

char *path_typed(const char *typed)
{
	struct words words = {.items = NULL};
	char *path = plain(typed);
	split(&words, typed, false);
	if (access(path, F_OK) != 0 && words.n == 1 && words.marked) {
		xstrset(&path, words.items[0]);
	}
	path_list_free(words.items, words.n);
	return path;
}

char *path_unused(const char *stem, const char *suffix)
{
	char *path = xasprintf("%s.%s", stem, suffix);
	for (int i = 2; access(path, F_OK) == 0; i++) {
		free(path);
		path = xasprintf("%s-%d.%s", stem, i, suffix);
	}
	return path;
}
