/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/args.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/nearest.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "cli/subcommand.h"

/*
 * What an option on the command line is: one of the program's, one of a subcommand's, or one for
 * tests.
 */
enum found_kind { FOUND_NOTHING, FOUND_OPTION, FOUND_ARGUMENT, FOUND_KEYS, FOUND_SIZE, FOUND_DUMP };

struct found {
	enum found_kind kind;
	size_t index;
	bool takes_value;
};

struct parser {
	struct args *args;
	struct options *options;
	char **argv;
	size_t n_argv, at;
	bool first_pass;    /* only looks for the subcommand: reads operands, passes over options */
	bool options_ended; /* behind "--" */
	size_t n_words;     /* operands before it, among which the subcommand's words are */
};

static struct found find_hidden(const char *name)
{
	static const struct {
		const char *name;
		enum found_kind kind;
	} hidden[] = {{"keys", FOUND_KEYS}, {"size", FOUND_SIZE}, {"dump-frame", FOUND_DUMP}};
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
		if (strcmp(name, hidden[i].name) == 0)
			return (struct found){hidden[i].kind, 0, hidden[i].kind != FOUND_DUMP};
	return (struct found){.kind = FOUND_NOTHING};
}

/* In the first pass, where the subcommand is not known yet, those of all subcommands count. */
static bool is_ours(const struct parser *parser, const struct argument_info *info)
{
	return parser->first_pass || info->subcommand == parser->args->subcommand;
}

/*
 * An option of the subcommand that stands before it, which wins over the program's of the same name:
 * `doctor --bidi`, `highlight list --coder NAME`. A flag has no value in its own word.
 */
static bool find_own(const struct parser *parser, const char *name, bool glued, struct found *out)
{
	bool behind_one = !parser->first_pass && parser->args->n_operands > 0;
	for (size_t i = 0; i < N_ARGUMENTS && behind_one; i++) {
		const struct argument_info *info = argument_info(i);
		bool is_flag = !*info->value;
		if (!is_ours(parser, info) || (is_flag && glued) || strcmp(info->name, name) != 0)
			continue;
		*out = (struct found){FOUND_ARGUMENT, i, !is_flag};
		return true;
	}
	return false;
}

/*
 * `glued`: with a value in its own word. `doctor --bidi` is the doctor's flag, `doctor --bidi=app`
 * and `--bidi app doctor` are the program's option.
 */
static struct found find_long(const struct parser *parser, const char *name, bool glued)
{
	struct found own;
	if (find_own(parser, name, glued, &own))
		return own;
	for (size_t i = 0; i < N_OPTIONS; i++)
		if (strcmp(option_info(i)->name, name) == 0)
			return (struct found){FOUND_OPTION, i, *option_info(i)->argument != '\0'};
	for (size_t i = 0; i < N_ARGUMENTS; i++) {
		const struct argument_info *info = argument_info(i);
		if (is_ours(parser, info) && strcmp(info->name, name) == 0)
			return (struct found){FOUND_ARGUMENT, i, *info->value != '\0'};
	}
	return find_hidden(name);
}

static struct found find_short(const struct parser *parser, char name)
{
	for (size_t i = 0; i < N_OPTIONS; i++)
		if (option_info(i)->short_name == name)
			return (struct found){FOUND_OPTION, i, *option_info(i)->argument != '\0'};
	for (size_t i = 0; i < N_ARGUMENTS; i++) {
		const struct argument_info *info = argument_info(i);
		if (is_ours(parser, info) && info->short_name == name)
			return (struct found){FOUND_ARGUMENT, i, *info->value != '\0'};
	}
	return (struct found){.kind = FOUND_NOTHING};
}

static enum status unknown_option(const struct parser *parser, const char *word, struct fault *f)
{
	char *name = xstrndup(word + strspn(word, "-"), strcspn(word + strspn(word, "-"), "="));
	struct nearest nearest = NEAREST(name);
	for (size_t i = 0; i < N_OPTIONS; i++)
		nearest_offer(&nearest, option_info(i)->name);
	for (size_t i = 0; i < N_ARGUMENTS; i++)
		if (is_ours(parser, argument_info(i)))
			nearest_offer(&nearest, argument_info(i)->name);
	free(name);
	if (!nearest.name)
		return fault_setf(f, STATUS_USAGE, word, _("no such option"));
	/* TRANSLATORS: after an option that does not exist; %s is the nearest that does */
	return fault_setf(f, STATUS_USAGE, word, _("did you mean --%s?"), nearest.name);
}

static enum status set_size(struct headless *headless, const char *value, struct fault *f)
{
	char *end;
	headless->n_cols = strtoul(value, &end, 10);
	headless->n_rows = *end == 'x' ? strtoul(end + 1, &end, 10) : 0;
	if (*end || headless->n_cols - 1 >= 10000 || headless->n_rows - 1 >= 10000)
		return fault_setf(f, STATUS_INVALID, value, "--size 120x40");
	return STATUS_OK;
}

static enum status take(struct parser *parser, struct found found, char *value, struct fault *f)
{
	struct args *args = parser->args;
	switch (found.kind) {
	case FOUND_OPTION:
		return options_set(parser->options, option_info(found.index)->name, value, f);
	case FOUND_ARGUMENT: {
		if (value && found.index != ARG_export_output &&
		    !utf8_check(value, strlen(value), NULL))
			return fault_setf(f, STATUS_INVALID, value, "UTF-8");
		struct given given = {.argument = (enum argument)found.index, .value = value};
		VEC_PUSH(args->given, args->n_given, args->cap_given, given);
		return STATUS_OK;
	}
	case FOUND_KEYS:
		args->headless.keys = value;
		return STATUS_OK;
	case FOUND_SIZE:
		return set_size(&args->headless, value, f);
	default:
		return STATUS_OK;
	}
}

/* The word behind the option, where its value is not in its own word. */
static char *next_word(struct parser *parser)
{
	return parser->at < parser->n_argv ? parser->argv[parser->at++] : NULL;
}

static enum status parse_long(struct parser *parser, char *word, struct fault *f)
{
	char *equals = strchr(word, '=');
	char *name = equals ? xstrndup(word + 2, (size_t)(equals - word) - 2) : xstrdup(word + 2);
	struct found found = find_long(parser, name, equals != NULL);
	char *value = equals ? equals + 1 : NULL;
	free(name);
	if (found.takes_value && !value)
		value = next_word(parser);
	if (parser->first_pass)
		return STATUS_OK;
	if (found.kind == FOUND_NOTHING)
		return unknown_option(parser, word, f);
	if (found.takes_value && !value)
		return fault_setf(f, STATUS_USAGE, word, _("its value is missing"));
	if (!found.takes_value && value)
		return fault_setf(f, STATUS_USAGE, word, _("it takes no value"));
	return take(parser, found, value, f);
}

/* "-o FILE", "-oFILE", or several flags in one word. */
static enum status parse_short(struct parser *parser, char *word, struct fault *f)
{
	for (char *letter = word + 1; *letter; letter++) {
		struct found found = find_short(parser, *letter);
		char *value = found.takes_value && letter[1] ? letter + 1 : NULL;
		if (found.takes_value && !value)
			value = next_word(parser);
		enum status status = STATUS_OK;
		if (!parser->first_pass && found.kind == FOUND_NOTHING)
			status = unknown_option(parser, word, f);
		else if (!parser->first_pass && found.takes_value && !value)
			status = fault_setf(f, STATUS_USAGE, word, _("its value is missing"));
		else if (!parser->first_pass)
			status = take(parser, found, value, f);
		if (status != STATUS_OK || found.takes_value)
			return status;
	}
	return STATUS_OK;
}

static enum status parse_all(struct parser *parser, struct fault *f)
{
	struct args *args = parser->args;
	enum status status = STATUS_OK;
	args->n_operands = 0;
	parser->at = 0;
	parser->options_ended = false;
	while (parser->at < parser->n_argv && status == STATUS_OK) {
		char *word = parser->argv[parser->at++];
		if (parser->options_ended || word[0] != '-' || !word[1]) {
			VEC_PUSH(args->operands, args->n_operands, args->cap_operands, word);
			parser->n_words += !parser->options_ended;
		} else if (strcmp(word, "--") == 0) {
			parser->options_ended = true;
		} else {
			status = word[1] == '-' ? parse_long(parser, word, f)
						: parse_short(parser, word, f);
		}
	}
	return status;
}

enum status args_parse(struct args *args, struct options *options, char **argv, size_t n_argv,
		       struct fault *f)
{
	*args = (struct args){.headless = {.n_rows = 24, .n_cols = 80}};
	struct parser parser = {.args = args,
				.options = options,
				.argv = argv,
				.n_argv = n_argv,
				.first_pass = true};
	enum status status = parse_all(&parser, f);
	if (status != STATUS_OK)
		return status;
	size_t n_words = subcommand_find(args->operands, parser.n_words, &args->subcommand);
	parser.first_pass = false;
	status = parse_all(&parser, f);
	if (status != STATUS_OK)
		return status;
	if (n_words)
		memmove(args->operands, args->operands + n_words,
			(args->n_operands - n_words) * sizeof *args->operands);
	args->n_operands -= n_words;
	if (options->print_help || options->print_version)
		return STATUS_OK;
	return subcommand_check(args->subcommand, args->operands, args->n_operands, f);
}

void args_release(struct args *args)
{
	free(args->operands);
	free(args->given);
	*args = (struct args){.subcommand = NULL};
}

const char *args_value(const struct args *args, enum argument argument)
{
	const char *value = NULL;
	for (size_t i = 0; i < args->n_given; i++)
		if (args->given[i].argument == argument)
			value = args->given[i].value;
	return value;
}

bool args_flag(const struct args *args, enum argument argument)
{
	for (size_t i = 0; i < args->n_given; i++)
		if (args->given[i].argument == argument)
			return true;
	return false;
}

const char *args_option(const struct args *args, const char *name)
{
	const char *value = NULL;
	bool known = false;
	for (size_t i = 0; i < N_ARGUMENTS && !known; i++)
		known = argument_info(i)->subcommand == args->subcommand &&
			strcmp(argument_info(i)->name, name) == 0;
	assert(known);
	for (size_t i = 0; i < args->n_given; i++)
		if (strcmp(argument_info(args->given[i].argument)->name, name) == 0)
			value = args->given[i].value ? args->given[i].value : "";
	return value;
}

enum status args_option_number(const struct args *args, const char *name, size_t max, size_t *out,
			       struct fault *f)
{
	const char *value = args_option(args, name);
	if (!value)
		return STATUS_OK;
	char *end;
	unsigned long long number = strtoull(value, &end, 10);
	bool valid = !*end && value[0] >= '0' && value[0] <= '9' && number <= max;
	if (!valid && max == SIZE_MAX)
		return fault_setf(f, STATUS_INVALID, value, _("--%s takes a number from %d on"),
				  name, 0);
	if (!valid)
		return fault_setf(f, STATUS_INVALID, value, _("--%s takes a number up to %zu"),
				  name, max);
	*out = (size_t)number;
	return STATUS_OK;
}

char **args_values(const struct args *args, enum argument argument, size_t *n)
{
	char **values = NULL;
	size_t cap = 0;
	*n = 0;
	for (size_t i = 0; i < args->n_given; i++)
		if (args->given[i].argument == argument)
			VEC_PUSH(values, *n, cap, args->given[i].value);
	return values;
}

enum status args_number(const struct args *args, enum argument argument, size_t max, size_t *out,
			struct fault *f)
{
	return args_option_number(args, argument_info(argument)->name, max, out, f);
}
