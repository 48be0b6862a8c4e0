/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the tables of the manual from the tables of the program.
 *
 *	tables default.keys <hashiya.1
 *
 * copies the page; what stands between `.\" BEGIN name` and `.\" END name` is made anew. A test
 * compares the copy with the page, so that the page cannot fall behind; `make update-manual` brings
 * it up to date.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_(text) text

/* Text as roff: a hyphen that is a minus, a backslash, and nothing that begins a request. */
static void put(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '-')
			fputs("\\-", stdout);
		else if (*text == '\\')
			fputs("\\e", stdout);
		else
			putchar(*text);
	}
}

/* ".TP" and a bold name with its value in italics, then what it does. */
static void put_option(char short_name, const char *name, const char *value, const char *help)
{
	fputs(".TP\n\\fB", stdout);
	if (short_name)
		printf("\\-%c\\fR, \\fB", short_name);
	fputs("\\-\\-", stdout);
	put(name);
	fputs("\\fR", stdout);
	if (*value) {
		fputs(" \\fI", stdout);
		put(value);
		fputs("\\fR", stdout);
	}
	putchar('\n');
	put(help);
	putchar('\n');
}

static void put_options(void)
{
#define OPTION(field, name, short_name, kind, argument, where, help) \
	put_option(short_name, name, argument, help);
#include "app/option.def"
#undef OPTION
}

static void put_subcommand(const char *words, const char *operands, const char *help)
{
	fputs(".SS hashiya ", stdout);
	put(words);
	putchar('\n');
	fputs(".B hashiya ", stdout);
	put(words);
	fputs("\n.RI [ OPTION ...]", stdout);
	if (*operands) {
		putchar('\n');
		put(operands);
	}
	fputs("\n.PP\n", stdout);
	put(help);
	fputs(".\n", stdout);
}

static void put_example(const char *words, const char *line)
{
	fputs(".PP\n.EX\n    hashiya ", stdout);
	put(words);
	putchar(' ');
	put(line);
	fputs("\n.EE\n", stdout);
}

static void put_subcommands(void)
{
	const char *here = "";
#define SUBCOMMAND(function, words, least, most, project, operands, help) \
	here = words;                                                     \
	put_subcommand(words, operands, help);
#define ALIAS(function, words) puts("Also: \\fBhashiya " words "\\fR.");
#define ARGUMENT(function, argument, name, short_name, value, help) put_option(short_name, name, value, help);
#define EXAMPLE(function, line) put_example(here, line);
#include "cli/subcommand.def"
}

static void put_columns(const char *wanted)
{
#define COLUMN(table, name, header, help) \
	if (strcmp(wanted, #table) == 0)  \
		printf(".TP\n.B %s\n%s\n", header, help);
#include "export/column.def"
}

static void put_tables(void)
{
#define TABLE(id, name, row, order)                                                     \
	printf(".SS %s.csv\nA row is %s. They come by %s.\n", name, row, order); \
	put_columns(name);
#include "export/column.def"
}

static void put_line(const char *type, const char *name, const char *help)
{
	static const char *last = "";
	if (strcmp(last, type) != 0)
		printf(".SS Lines of the type %s\n", type);
	last = type;
	printf(".TP\n.B %s\n%s\n", name, help);
}

static void put_lines(void)
{
#define MEMBER(type, name, help) put_line(#type, #name, help);
#include "export/member.def"
}

/* "NAME: what it holds", the kind of row before the first of them. */
static void put_member(const char *before, const char *kind, const char *name, const char *help)
{
	if (strcmp(kind, before) != 0)
		printf(".TP\n.B %s\n", kind);
	printf("\\fI%s\\fR: ", name);
	put(help);
	puts(";");
}

static void put_members(void)
{
	const char *before = "";
#define MEMBER(kind, name, form, field, help) \
	put_member(before, #kind, name, help); \
	before = #kind;
#define NESTED(kind, name, help) MEMBER(kind, name, , , help)
#include "cli/row.def"
}

/* The keys that default.keys gives a command, with commas between. */
static void put_keys(const char *keys_path, const char *command)
{
	FILE *keys = fopen(keys_path, "r");
	char line[512], key[64], name[64];
	const char *separator = " (";
	while (keys && fgets(line, sizeof line, keys)) {
		if (line[0] == '#' || line[0] == '[' || sscanf(line, "%63s %63s", key, name) != 2 ||
		    strcmp(name, command) != 0)
			continue;
		fputs(separator, stdout);
		put(key);
		separator = ", ";
	}
	if (*separator == ',')
		putchar(')');
	if (keys)
		fclose(keys);
}

static void put_command(const char *keys_path, const char *name, const char *help)
{
	fputs(".TP\n\\fB", stdout);
	put(name);
	fputs("\\fR", stdout);
	put_keys(keys_path, name);
	putchar('\n');
	put(help);
	putchar('\n');
}

static void put_commands(const char *keys_path)
{
#define COMMAND(function, name, sections, footer, label, help, synonyms) put_command(keys_path, name, help);
#include "app/command.def"
#undef COMMAND
}

/* A token, and which characters it stands for. */
static void put_hidden(unsigned first, unsigned last, unsigned token, const char *meaning)
{
	printf(".TP\n\\[u%04X]\n", token);
	if (first == 0)
		puts(meaning);
	else if (first == last)
		printf("U+%04X: %s\n", first, meaning);
	else
		printf("U+%04X to U+%04X: %s\n", first, last, meaning);
}

static void put_all_hidden(void)
{
#define HIDDEN(first, last, token, meaning) put_hidden(first, last, token, meaning);
#include "text/hidden.def"
#undef HIDDEN
}

static void put_table(const char *name, const char *keys_path)
{
	if (strcmp(name, "options") == 0)
		put_options();
	else if (strcmp(name, "subcommands") == 0)
		put_subcommands();
	else if (strcmp(name, "lines") == 0)
		put_lines();
	else if (strcmp(name, "commands") == 0)
		put_commands(keys_path);
	else if (strcmp(name, "hidden") == 0)
		put_all_hidden();
	else if (strcmp(name, "tables") == 0)
		put_tables();
	else if (strcmp(name, "members") == 0)
		put_members();
}

int main(int argc, char **argv)
{
	static const char begin[] = ".\\\" BEGIN ", end[] = ".\\\" END ";
	char line[4096];
	int inside = 0;
	if (argc != 2)
		return EXIT_FAILURE;
	while (fgets(line, sizeof line, stdin)) {
		if (strncmp(line, end, strlen(end)) == 0)
			inside = 0;
		if (!inside)
			fputs(line, stdout);
		if (strncmp(line, begin, strlen(begin)) != 0)
			continue;
		line[strcspn(line, "\n")] = '\0';
		put_table(line + strlen(begin), argv[1]);
		inside = 1;
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
