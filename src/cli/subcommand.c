/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/subcommand.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/i18n.h"
#include "app/nearest.h"
#include "cli/cli.h"

#define ANY SIZE_MAX

enum subcommand_index {
#define SUBCOMMAND(function, words, least, most, project, operands, help) SUB_##function,
#include "cli/subcommand.def"
	N_SUBCOMMANDS
};

static const struct subcommand subcommands[] = {
#define SUBCOMMAND(function, words, least, most, project, operands, help) \
	{words, least, most, PROJECT_##project, operands, help, cli_##function},
#include "cli/subcommand.def"
};

static const struct alias {
	const char *words;
	enum subcommand_index index;
} aliases[] = {
#define ALIAS(function, words) {words, SUB_##function},
#include "cli/subcommand.def"
};

static const struct argument_info arguments[] = {
#define ARGUMENT(function, argument, name, short_name, value, help) \
	{&subcommands[SUB_##function], name, short_name, value, help},
#include "cli/subcommand.def"
};

static const struct example {
	enum subcommand_index index;
	const char *line;
} examples[] = {
#define EXAMPLE(function, line) {SUB_##function, line},
#include "cli/subcommand.def"
};

const struct subcommand *subcommand_info(size_t index)
{
	return index < N_SUBCOMMANDS ? &subcommands[index] : NULL;
}

const struct argument_info *argument_info(size_t index)
{
	return index < N_ARGUMENTS ? &arguments[index] : NULL;
}

const char *subcommand_example(const struct subcommand *subcommand, size_t index)
{
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		if (&subcommands[examples[i].index] == subcommand && index-- == 0)
			return examples[i].line;
	return NULL;
}

/* How many words of `name` the line begins with: all of them, or 0. */
static size_t match(const char *name, char *const *words, size_t n_words)
{
	for (size_t i = 0; i < n_words; i++) {
		size_t n = strlen(words[i]);
		if (n == 0 || strncmp(name, words[i], n) != 0 || (name[n] && name[n] != ' '))
			return 0;
		if (!name[n])
			return i + 1;
		name += n + 1;
	}
	return 0;
}

size_t subcommand_find(char *const *words, size_t n_words, const struct subcommand **out)
{
	size_t best = 0;
	*out = NULL;
	for (size_t i = 0; i < N_SUBCOMMANDS; i++) {
		size_t n = match(subcommands[i].words, words, n_words);
		if (n > best) {
			best = n;
			*out = &subcommands[i];
		}
	}
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		size_t n = match(aliases[i].words, words, n_words);
		if (n > best) {
			best = n;
			*out = &subcommands[aliases[i].index];
		}
	}
	return best;
}

/* A number or an id, or what begins one: no misspelled word. */
static bool is_ref(const char *word)
{
	size_t n = strlen(word);
	return strspn(word, "0123456789") == n ||
	       (n >= 8 && strspn(word, "0123456789abcdef-") == n);
}

/* The first word of a subcommand whose words are two, as "tag". */
static bool is_group(const char *word)
{
	size_t n = strlen(word);
	for (size_t i = 0; i < N_SUBCOMMANDS; i++)
		if (strncmp(subcommands[i].words, word, n) == 0 && subcommands[i].words[n] == ' ')
			return true;
	return false;
}

static enum status suggest(const char *typed, const char *name, struct fault *f)
{
	if (!name)
		return fault_setf(f, STATUS_USAGE, typed, _("no such subcommand or file"));
	/* TRANSLATORS: after a subcommand that does not exist; %s is the nearest that does */
	return fault_setf(f, STATUS_USAGE, typed, _("did you mean %s?"), name);
}

/* "tag" alone, or with a second word that is none of its own. */
static enum status check_group(char *const *operands, size_t n_operands, struct fault *f)
{
	char typed[64];
	snprintf(typed, sizeof typed, "%s %s", operands[0], n_operands > 1 ? operands[1] : "list");
	struct nearest nearest = NEAREST(typed);
	for (size_t i = 0; i < N_SUBCOMMANDS; i++)
		nearest_offer(&nearest, subcommands[i].words);
	return suggest(n_operands > 1 ? typed : operands[0], nearest.name, f);
}

/* The interface takes files, numbers and ids; a word that is none of them may be a subcommand's. */
static enum status check_interface(char *const *operands, size_t n_operands, struct fault *f)
{
	if (n_operands == 0 || is_ref(operands[0]) || strpbrk(operands[0], "./") ||
	    access(operands[0], F_OK) == 0)
		return STATUS_OK;
	if (is_group(operands[0]))
		return check_group(operands, n_operands, f);
	struct nearest nearest = NEAREST(operands[0]);
	for (size_t i = 0; i < N_SUBCOMMANDS; i++)
		nearest_offer(&nearest, subcommands[i].words);
	return suggest(operands[0], nearest.name, f);
}

enum status subcommand_check(const struct subcommand *subcommand, char *const *operands,
			     size_t n_operands, struct fault *f)
{
	if (!subcommand)
		return check_interface(operands, n_operands, f);
	if (n_operands > subcommand->most)
		return fault_setf(f, STATUS_USAGE, operands[subcommand->most],
				  _("hashiya %s takes %s"), subcommand->words,
				  *subcommand->operands ? subcommand->operands : _("nothing"));
	if (n_operands < subcommand->least)
		return fault_setf(f, STATUS_USAGE, subcommand->words, _("it needs %s"),
				  subcommand->operands);
	return STATUS_OK;
}
