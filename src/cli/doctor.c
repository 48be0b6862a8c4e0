/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hashiya doctor: what the program knows of its surroundings. It changes nothing, and makes no
 * project; only --bidi and --forget change what is remembered of the terminal (doctor-bidi.c).
 */
#include "cli/doctor.h"

#include <gnu/libc-version.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/data.h"
#include "app/i18n.h"
#include "app/terminals.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "import/version.h"
#include "model/version.h"
#include "term/line.h"
#include "text/version.h"

static const char *variable(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : "-";
}

/* How the terminal is known, and what a person has said of it. */
static void tell_kind(struct out *out)
{
	const struct guard *guard = &out->guard;
	enum bidi_mode mode;
	if (guard->known_by)
		/* TRANSLATORS: a terminal's name, and the variable or query that tells it */
		out_line(out, _("terminal kind: %s, known by %s"), guard->name, guard->known_by);
	else
		out_line(out, _("terminal kind: %s"), guard->name);
	if (terminals_recall(guard, &mode))
		out_line(out, _("bidi mode remembered of it: %s"), bidi_mode_name(mode));
	else
		out_line(out, _("bidi mode remembered of it: none (hashiya doctor --bidi)"));
}

static void tell_terminal(struct cli *cli)
{
	struct out *out = &cli->out;
	const struct guard *guard = &out->guard;
	out_line(out, "TERM: %s", variable("TERM"));
	out_line(out, "COLORTERM: %s", variable("COLORTERM"));
	if (out->tty)
		out_line(out, _("terminal: %zu columns"), out->width);
	else
		out_line(out, "%s", _("terminal: none (output goes to a file or a pipe)"));
	tell_kind(out);
	out_line(out, "bidi: %s", bidi_mode_name(guard->mode));
	if (out->tty)
		out_line(out, _("terminal guard: %s, %s"),
			 *guard_restore_bytes() ? _("a switch of its own") : _("no switch"),
			 guard_marks(guard) ? _("marks on each row") : _("no marks"));
	out_line(out, "LC_CTYPE: %s, %s", setlocale(LC_CTYPE, NULL), nl_langinfo(CODESET));
	out_line(out, "LC_MESSAGES: %s", setlocale(LC_MESSAGES, NULL));
}

static void tell_versions(struct out *out, const struct interface *interface)
{
	struct str text = STR_EMPTY;
	text_versions(&text);
	str_append_str(&text, ", ");
	model_versions(&text);
	str_append_str(&text, ", ");
	import_versions(&text);
	str_appendf(&text, ", %s", interface->version());
	out_line(out, "%s %s", PACKAGE_NAME, PACKAGE_VERSION);
	out_line(out, "%s, SQLite %s, glibc %s", str_cstr(&text), store_sqlite_version(),
		 gnu_get_libc_version());
	str_release(&text);
}

static void tell_open_project(struct out *out, struct store *store)
{
	size_t n = 0;
	enum status ignored = store_article_count(store, &n, NULL); /* `check` is for damage */
	(void)ignored;
	out_line(out, _("  schema %d (this program: %d), %s, articles: %zu"), store_version(store),
		 store_schema_version(),
		 store_is_readonly(store) ? _("read-only") : _("can be written"), n);
	if (store_is_readonly(store))
		return; /* nothing is written, so nothing is set */
	out_line(out,
		 "  journal_mode=TRUNCATE, synchronous=EXTRA, foreign_keys=on, secure_delete=on");
}

/* A project that cannot be opened is a finding, not a failure of the doctor. */
static void tell_project(struct cli *cli)
{
	struct out *out = &cli->out;
	struct fault f = FAULT_NONE;
	struct str words = STR_EMPTY;
	out_line(out, _("project: %s"), cli->options.demo ? "--demo" : cli->options.project);
	out_line(out, _("coder: %s"), cli->options.coder);
	if (project_open(&cli->project, &cli->options, true, &f) == STATUS_OK) {
		tell_open_project(out, cli->project.store);
	} else {
		fault_set(&f, f.status, NULL);
		words_fault(&words, &f);
		out_line(out, "  %s", str_cstr(&words));
	}
	str_release(&words);
	fault_release(&f);
}

static bool is_in_path(const char *program)
{
	char *path = xstrdup(variable("PATH")), *rest = path;
	bool found = false;
	for (char *folder; !found && (folder = strsep(&rest, ":"));) {
		char *candidate = xasprintf("%s/%s", *folder ? folder : ".", program);
		found = access(candidate, X_OK) == 0;
		free(candidate);
	}
	free(path);
	return found;
}

static void tell_tools(struct out *out)
{
	static const char *const tools[] = {"xdg-open", "pdftotext", "wl-copy", "xclip"};
	for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
		out_line(out, "%s: %s", tools[i],
			 /* TRANSLATORS: said of a program, and of a folder */
			 is_in_path(tools[i]) ? _("there") : _("not there (optional)"));
	out_line(out, "EDITOR: %s", variable("EDITOR"));
}

static void tell_all(struct cli *cli)
{
	char *data = data_path("demo");
	tell_versions(&cli->out, cli->interface);
	tell_terminal(cli);
	tell_project(cli);
	out_line(&cli->out, "%s: %s", data, access(data, R_OK) == 0 ? _("there") : _("not there"));
	tell_tools(&cli->out);
	free(data);
}

enum status cli_doctor(struct cli *cli, const struct args *args, struct fault *f)
{
	enum bidi_mode mode = cli->out.guard.mode;
	bool asks = args_flag(args, ARG_doctor_bidi), forgets = args_flag(args, ARG_doctor_forget);
	bool known = doctor_identify(cli);
	enum status status = STATUS_OK;
	if ((asks || forgets) && !known)
		status = fault_set(f, STATUS_NOBODY, asks ? "doctor --bidi" : "doctor --forget");
	else if (forgets)
		status = doctor_forget(cli, f);
	if (status == STATUS_OK && asks)
		status = doctor_bidi(cli, f);
	if (!asks && !forgets) {
		if (known)
			out_set_bidi(&cli->out, mode);
		tell_all(cli);
	}
	line_restore();
	return status;
}
