/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs every target on its corpus and on MUTATIONS (default 2000) seeded mutations of each input, and on what `make fuzz`
 * found: found/NAME, an input a line, in hexadecimal.
 */
#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "fuzz.h"
#include "text/tap.h"

enum { LARGEST = 1 << 20 };

struct target {
	const char *name;
	fuzz_target *run;
};

static const struct target targets[] = {
#define FUZZ(name) {#name, fuzz_##name},
#include "targets.def"
#undef FUZZ
};

static uint32_t next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)(*state * 0x2545F4914F6CDD1D >> 32);
}

/*
 * Changes, doubles or drops a few bytes; `bytes` has room for twice as many. Returns how many there
 * are.
 */
static size_t mutate(uint8_t *bytes, size_t n, uint64_t *random)
{
	for (uint32_t change = 1 + next_random(random) % 4; change > 0 && n > 0; change--) {
		size_t at = next_random(random) % n, length = 1 + next_random(random) % (n - at);
		switch (next_random(random) % 4) {
		case 0:
			bytes[at] = (uint8_t)next_random(random);
			break;
		case 1:
			bytes[at] ^= (uint8_t)(1u << next_random(random) % 8);
			break;
		case 2:
			length = length > 16 ? 16 : length;
			memmove(bytes + at, bytes + at + length, n - at - length);
			n -= length;
			break;
		default:
			memmove(bytes + at, bytes + next_random(random) % (n - length + 1), length);
			break;
		}
	}
	return n;
}

static const char *run_mutations(const struct target *target, const struct str *input)
{
	const char *wanted = getenv("MUTATIONS");
	uint64_t random = 0x9E3779B97F4A7C15;
	const char *wrong = NULL;
	for (unsigned long left = wanted ? strtoul(wanted, NULL, 10) : 2000; left > 0 && !wrong;
	     left--) {
		uint8_t *bytes = (uint8_t *)xmemdup(str_cstr(input), input->len);
		size_t n = mutate(bytes, input->len, &random);
		wrong = target->run(bytes, n);
		if (wrong) {
			printf("#");
			for (size_t i = 0; i < n && i < 400; i++)
				printf(" %02X", bytes[i]);
			putchar('\n');
		}
		free(bytes);
	}
	return wrong;
}

static void run_file(const struct target *target, const char *path, const char *name)
{
	struct str input = STR_EMPTY;
	char title[512];
	snprintf(title, sizeof title, "%s: %s", target->name, name);
	const char *wrong = "it cannot be read";
	if (file_read(path, LARGEST, &input, NULL) == STATUS_OK)
		wrong = target->run((const uint8_t *)str_cstr(&input), input.len);
	if (!wrong)
		wrong = run_mutations(target, &input);
	if (wrong)
		tap_why("%s", wrong);
	tap_result(!wrong, title);
	str_release(&input);
}

static int is_input(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void run_corpus(const struct target *target)
{
	const char *source = getenv("srcdir");
	struct dirent **entries;
	char dir[4096], path[5000];
	snprintf(dir, sizeof dir, "%s/tests/fuzz/corpus/%s", source ? source : ".", target->name);
	int n = scandir(dir, &entries, is_input, alphasort);
	if (n <= 0)
		tap_result(false, dir);
	for (int i = 0; i < n; i++) {
		snprintf(path, sizeof path, "%s/%s", dir, entries[i]->d_name);
		run_file(target, path, entries[i]->d_name);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
}

static uint8_t hex_digit(char digit)
{
	return (uint8_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* A line of hexadecimal, in place. */
static const char *run_line(const struct target *target, char *line)
{
	size_t n = strlen(line) / 2;
	uint8_t *bytes = xmalloc(n + 1);
	for (size_t i = 0; i < n; i++)
		bytes[i] = (uint8_t)(hex_digit(line[2 * i]) << 4 | hex_digit(line[2 * i + 1]));
	const char *wrong = target->run(bytes, n);
	free(bytes);
	return wrong;
}

static void run_found(const struct target *target)
{
	const char *source = getenv("srcdir");
	struct str text = STR_EMPTY;
	char path[4096];
	size_t n = 0;
	const char *wrong = NULL;
	snprintf(path, sizeof path, "%s/tests/fuzz/found/%s", source ? source : ".", target->name);
	if (file_read(path, LARGEST, &text, NULL) != STATUS_OK)
		wrong = "it cannot be read";
	char *rest = text.p;
	for (char *line; !wrong && rest && (line = strsep(&rest, "\n"));) {
		if (!*line)
			continue;
		n++;
		wrong = run_line(target, line);
		if (wrong)
			printf("# %s\n", line);
	}
	if (wrong)
		tap_why("%s", wrong);
	snprintf(path, sizeof path, "%s: %zu found inputs", target->name, n);
	tap_result(!wrong, path);
	str_release(&text);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
		run_corpus(&targets[i]);
		run_found(&targets[i]);
	}
	return tap_end();
}
