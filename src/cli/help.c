/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"

enum { HELP_WIDTH = 78 };

/* The first word of a subcommand's words. */
static size_t first_word(const char *words)
{
	return strcspn(words, " ");
}

/* Whether others share its first word. */
static bool has_group(const struct subcommand *subcommand)
{
	const struct subcommand *next;
	size_t n = first_word(subcommand->words), count = 0;
	for (size_t i = 0; (next = subcommand_info(i)); i++)
		count += first_word(next->words) == n &&
			 strncmp(next->words, subcommand->words, n) == 0;
	return count > 1;
}

/* "tag ...": a name for all subcommands that share their first word. */
static void append_name(struct str *out, const struct subcommand *subcommand)
{
	str_append(out, subcommand->words, first_word(subcommand->words));
	str_append_str(out, has_group(subcommand) ? " ..." : "");
}

/* True where an entry before `index` has the same first word, and so has told of it. */
static bool told_before(size_t index)
{
	const struct subcommand *here = subcommand_info(index);
	for (size_t i = 0; i < index; i++) {
		const char *words = subcommand_info(i)->words;
		size_t n = first_word(words);
		if (n == first_word(here->words) && strncmp(words, here->words, n) == 0)
			return true;
	}
	return false;
}

/* Names of all subcommands, wrapped to the width. */
static void print_subcommands(struct out *out)
{
	struct str row = STR_EMPTY, name = STR_EMPTY;
	for (size_t i = 0; subcommand_info(i); i++) {
		if (told_before(i))
			continue;
		str_clear(&name);
		append_name(&name, subcommand_info(i));
		if (row.len && row.len + 2 + name.len > HELP_WIDTH) {
			out_line(out, "%s,", str_cstr(&row));
			str_clear(&row);
		}
		str_appendf(&row, "%s%s", row.len ? ", " : "  ", str_cstr(&name));
	}
	out_line(out, "%s", str_cstr(&row));
	str_release(&row);
	str_release(&name);
}

/* "  -o, --output FILE      what it does", the second column at `column`. */
static void print_option(struct out *out, char short_name, const char *name, const char *value,
			 const char *help, int column)
{
	char letter[8] = "   ";
	if (short_name)
		snprintf(letter, sizeof letter, "-%c,", short_name);
	char *left = xasprintf("%s --%s%s%s", letter, name, *value ? " " : "", value);
	char *row = xasprintf("  %-*s %s", column, left, _(help));
	out_line(out, "%s", row);
	free(row);
	free(left);
}

static void print_global_options(struct out *out)
{
	for (size_t i = 0; i < N_OPTIONS; i++) {
		const struct option_info *info = option_info(i);
		print_option(out, info->short_name, info->name, info->argument, info->help, 26);
	}
}

static void print_program(struct out *out)
{
	out_line(
		out, "%s",
		_("Usage: hashiya [OPTION...] [ARTICLE|FILE...]      read and mark, side by side"));
	out_line(out, "%s",
		 _("       hashiya [OPTION...] SUBCOMMAND ...         the same from a script"));
	out_line(out, "%s", "");
	out_line(out, "%s", _("Subcommands (hashiya SUBCOMMAND --help tells more, and what stands for ...):"));
	print_subcommands(out);
	out_line(out, "%s", "");
	print_global_options(out);
	out_line(out, "%s", "");
	out_line(out, "%s", _("Examples:"));
	out_line(out, "  hashiya --demo");
	out_line(out, "  hashiya import one.txt two.txt && hashiya show 1 2");
	out_line(out, "  hashiya highlight 1 --quote 'nobody was hurt' --tag people/injured");
}

/* "tag add|list|edit": those that share the first word of a subcommand of one word. */
static void print_others(struct out *out, const struct subcommand *subcommand)
{
	const struct subcommand *next;
	struct str names = STR_EMPTY;
	size_t n = strlen(subcommand->words);
	for (size_t i = 0; (next = subcommand_info(i)); i++)
		if (strncmp(next->words, subcommand->words, n) == 0 && next->words[n] == ' ')
			str_appendf(&names, "%s%s", names.len ? "|" : "", next->words + n + 1);
	if (names.len)
		out_line(out, _("Also: hashiya %s %s"), subcommand->words, str_cstr(&names));
	str_release(&names);
}

static void print_subcommand(struct out *out, const struct subcommand *subcommand)
{
	out_line(out, _("Usage: hashiya %s [OPTION...] %s"), subcommand->words,
		 subcommand->operands);
	out_line(out, "%s", _(subcommand->help));
	out_line(out, "%s", "");
	const struct argument_info *info;
	for (size_t i = 0; (info = argument_info(i)); i++)
		if (info->subcommand == subcommand)
			print_option(out, info->short_name, info->name, info->value, info->help,
				     22);
	out_line(out, "%s", _("and the options of the whole program: hashiya --help"));
	print_others(out, subcommand);
	const char *example;
	for (size_t i = 0; (example = subcommand_example(subcommand, i)); i++) {
		if (i == 0)
			out_line(out, "%s", "");
		out_line(out, "  hashiya %s %s", subcommand->words, example);
	}
}

/* "hashiya tag --help": the usage of each of them; false where the word begins none. */
static bool print_group(struct out *out, const char *word)
{
	const struct subcommand *subcommand;
	bool any = false;
	for (size_t i = 0; (subcommand = subcommand_info(i)); i++) {
		size_t n = first_word(subcommand->words);
		if (n != strlen(word) || strncmp(subcommand->words, word, n) != 0)
			continue;
		out_line(out, "hashiya %s %s", subcommand->words, subcommand->operands);
		out_line(out, "      %s", _(subcommand->help));
		any = true;
	}
	return any;
}

void help_print(struct out *out, const struct args *args)
{
	if (args->subcommand)
		print_subcommand(out, args->subcommand);
	else if (args->n_operands == 0 || !print_group(out, args->operands[0]))
		print_program(out);
}

void help_version(struct out *out)
{
	out_line(out, "%s %s", PACKAGE_NAME, PACKAGE_VERSION);
	out_line(out, "%s", _("Licence: GPL-3.0-or-later. There is no warranty."));
}
