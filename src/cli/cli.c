/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/demo.h"
#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/help.h"
#include "term/line.h"

/*
 * Text is UTF-8 and nothing else: a locale that cannot show it is replaced, for characters only.
 * `utf8`: it was not.
 */
static bool setup_locale(bool *utf8)
{
	const char *messages = getenv("HASHIYA_MESSAGES");
	setlocale(LC_ALL, "");
	bindtextdomain(PACKAGE, messages && *messages ? messages : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	*utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	return *utf8 || setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

/* Gives the terminal back and takes the demo away; then the signal kills. */
static void clean_up_and_die(int number)
{
	const char *restore = guard_restore_bytes();
	if (*restore) {
		ssize_t written = write(STDOUT_FILENO, restore, strlen(restore));
		(void)written;
	}
	line_restore();
	demo_remove_in_handler();
	raise(number); /* SA_RESETHAND: it kills as soon as this handler has returned */
}

static void handle_signals(void)
{
	static const int deadly[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = clean_up_and_die, .sa_flags = (int)SA_RESETHAND};
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		sigaction(deadly[i], &action, NULL);
}

static void warn(const char *text, void *data)
{
	(void)data;
	say("%s", text);
}

/* A project named as an operand of the interface. */
static void take_project_operand(struct args *args, struct options *options)
{
	static const char suffix[] = ".hashiya";
	for (size_t i = 0; !args->subcommand && i < args->n_operands; i++) {
		size_t n = strlen(args->operands[i]);
		if (n < sizeof suffix ||
		    strcmp(args->operands[i] + n - (sizeof suffix - 1), suffix) != 0)
			continue;
		xstrset(&options->project, args->operands[i]);
		options->source[OPTION_project] = SOURCE_COMMAND_LINE;
		args->n_operands--;
		memmove(args->operands + i, args->operands + i + 1,
			(args->n_operands - i) * sizeof *args->operands);
		return;
	}
}

/* Files can be read whatever the state of a project that happens to be there. */
static bool is_spared_project(const struct cli *cli, const struct args *args)
{
	bool files = args->n_operands > 0;
	for (size_t i = 0; i < args->n_operands; i++)
		files &= access(args->operands[i], F_OK) == 0;
	return files && args->subcommand->project == PROJECT_FILES &&
	       cli->options.source[OPTION_project] == SOURCE_DEFAULT;
}

static enum status open_project(struct cli *cli, const struct args *args, struct fault *f)
{
	enum status status = project_open(&cli->project, &cli->options,
					  args->subcommand->project == PROJECT_EXISTING, f);
	if (status == STATUS_OK || !is_spared_project(cli, args))
		return status;
	fault_release(f);
	project_close(&cli->project);
	return STATUS_OK;
}

static enum status run_subcommand(struct cli *cli, const struct args *args, struct fault *f)
{
	const struct subcommand *subcommand = args->subcommand;
	enum status status = STATUS_OK;
	handle_signals();
	if (subcommand->project != PROJECT_NONE)
		status = open_project(cli, args, f);
	if (status == STATUS_OK)
		status = subcommand->run(cli, args, f);
	project_close(&cli->project);
	return status;
}

static enum status run_interface(const struct cli *cli, const struct args *args, struct fault *f)
{
	const struct interface *interface = cli->interface;
	const struct headless *headless = &args->headless;
	if (headless->keys)
		return interface->run_headless(&cli->options, args->operands, args->n_operands,
					       headless->keys, headless->n_rows, headless->n_cols,
					       f);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return fault_set(f, STATUS_NO_TTY, NULL);
	return interface->run(&cli->options, args->operands, args->n_operands, f);
}

static enum status run(struct cli *cli, struct args *args, struct fault *f)
{
	out_configure(&cli->out, &cli->options);
	if (cli->options.print_help) {
		help_print(&cli->out, args);
		return STATUS_OK;
	}
	if (cli->options.print_version) {
		help_version(&cli->out);
		return STATUS_OK;
	}
	take_project_operand(args, &cli->options);
	enum status status = options_read_config(&cli->options, warn, NULL, f);
	if (status == STATUS_OK)
		status = options_finish(&cli->options, f);
	if (status != STATUS_OK)
		return status;
	out_configure(&cli->out, &cli->options);
	return args->subcommand ? run_subcommand(cli, args, f) : run_interface(cli, args, f);
}

/*
 * Finishes the output and tells the fault; what was lost at the end counts only where all went well
 * before.
 */
static enum status finish(struct cli *cli, enum status status, struct fault *f)
{
	struct fault lost = FAULT_NONE;
	enum status finished = out_finish(&cli->out, &lost);
	if (status == STATUS_OK && finished != STATUS_OK) {
		status = finished;
		fault_release(f);
		*f = lost;
		lost = FAULT_NONE;
	}
	fault_release(&lost);
	/* A fault may be left of what was tried first and did not matter. */
	if (status != STATUS_OK && f->status != STATUS_OK && f->status != STATUS_PIPE_CLOSED)
		say_fault(f);
	return status;
}

int cli_main(int argc, char **argv, const struct interface *interface)
{
	struct cli cli = {.interface = interface};
	struct args args;
	struct fault f = FAULT_NONE;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	out_init(&cli.out, STDOUT_FILENO);
	options_init(&cli.options);
	if (!setup_locale(&cli.utf8)) {
		say("%s", _("this locale has no UTF-8 and there is no C.UTF-8; set LC_ALL to one "
			    "that has"));
		return status_exit_code(STATUS_USAGE);
	}
	enum status status = args_parse(&args, &cli.options, argv + 1,
					argc > 0 ? (size_t)argc - 1 : 0, &f);
	if (status == STATUS_OK)
		status = run(&cli, &args, &f);
	status = finish(&cli, status, &f);
	fault_release(&f);
	args_release(&args);
	options_release(&cli.options);
	return status_exit_code(status);
}
