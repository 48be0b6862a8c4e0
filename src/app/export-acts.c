/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command `export`: a list of what there is to be had, what to limit it to, and where it goes.
 */
#include "app/export-acts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/command.h"
#include "app/drafts.h"
#include "app/export.h"
#include "app/form.h"
#include "app/i18n.h"
#include "app/path.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "app/reader.h"
#include "app/state.h"
#include "app/words.h"
#include "base/file.h"
#include "base/vec.h"
#include "base/xalloc.h"

/* What there is to be had, by the name that its file is proposed to have. */
static const struct kind {
	const char *stem, *suffix; /* suffix NULL: a folder */
	enum export_format format;
	enum csv_table table;
	const char *help; /* a msgid */
} kinds[] = {
	{"annotations", "csv", EXPORT_CSV, CSV_annotations,
	 N_("tags, links, bare highlights")},
	{"documents", "csv", EXPORT_CSV, CSV_documents, N_("articles")},
	{"codebook", "csv", EXPORT_CSV, CSV_codebook, N_("tags, with counts")},
	{"claims", "csv", EXPORT_CSV, CSV_claims, N_("claims, with counts")},
	{"mentions", "csv", EXPORT_CSV, CSV_mentions, N_("links of highlights to claims")},
	{"notes", "csv", EXPORT_CSV, CSV_notes, N_("notes")},
	{"coverage", "csv", EXPORT_CSV, CSV_coverage, N_("claims by articles: who says what")},
	{"matrix", "csv", EXPORT_CSV, CSV_matrix, N_("articles by tags")},
	{"annotations", "jsonl", EXPORT_JSONL, CSV_annotations,
	 N_("everything but the texts")},
	{"annotations", "jsonld", EXPORT_JSONLD, CSV_annotations, N_("W3C Web Annotations")},
	{"report", "html", EXPORT_HTML, CSV_annotations, N_("a page to read and to print")},
	{"hashiya-export", NULL, EXPORT_CSV, CSV_annotations,
	 N_("all of these, and the texts")},
};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

static char *kind_name(const struct kind *kind)
{
	return kind->suffix ? xasprintf("%s.%s", kind->stem, kind->suffix)
			    : xasprintf("%s/", kind->stem);
}

static const struct kind *find_kind(const char *name)
{
	const struct kind *found = NULL;
	for (size_t i = 0; i < N_KINDS && !found; i++) {
		char *own = kind_name(&kinds[i]);
		if (strcmp(own, name) == 0)
			found = &kinds[i];
		free(own);
	}
	return found;
}

void export_only_release(struct export_only *only)
{
	for (size_t i = 0; i < N_EXPORT_ONLY; i++)
		free(only->texts[i]);
	*only = (struct export_only){.texts = {NULL}};
}

/* --- the last one --- */

/* "" where it was never set; the caller's. */
static char *setting(struct app *app, const char *name)
{
	char *value = NULL;
	if (app->project.store && !store_setting_get(app->project.store, name, &value, NULL))
		return value;
	free(value);
	return xstrdup("");
}

/* Only for the next time: not worth a word when it cannot be kept. */
static void remember(struct app *app, const struct kind *kind, const char *path)
{
	char *file = file_target(path), *name = kind_name(kind);
	const char *const settings[][2] = {
		{"export-kind", name}, {"export-path", path}, {"export-file", file}};
	enum status status = STATUS_OK;
	for (size_t i = 0; i < sizeof settings / sizeof *settings && !status; i++)
		status = store_setting_set(app->project.store, settings[i][0], settings[i][1],
					   NULL);
	free(file);
	free(name);
}

/* Where the last export of this kind went, which the next one replaces, or a new file. */
static char *proposed_path(struct app *app, const struct kind *kind)
{
	char *last = setting(app, "export-kind"), *name = kind_name(kind);
	bool same = strcmp(last, name) == 0 || (!last[0] && kind == kinds);
	char *path = same ? setting(app, "export-path") : xstrdup("");
	free(last);
	if (path[0]) {
		free(name);
		return path;
	}
	free(path);
	if (!kind->suffix)
		return name;
	free(name);
	return path_unused(kind->stem, kind->suffix);
}

/* --- writing --- */

/* The names in a text, between spaces or commas: pointers into it. */
static char **split(char *text, size_t *n)
{
	char **names = NULL, *rest = text, *name;
	size_t cap = 0;
	*n = 0;
	while (text && (name = strsep(&rest, " ,")))
		if (*name)
			VEC_PUSH(names, *n, cap, name);
	return names;
}

static struct export_names one_name(char *const *text)
{
	return (struct export_names){(const char *const *)text, *text && **text};
}

static enum status run(struct app *app, const struct kind *kind, const char *path, struct fault *f)
{
	char *const *only = app->export_only.texts;
	char *articles = only[ONLY_ARTICLES] ? xstrdup(only[ONLY_ARTICLES]) : NULL;
	size_t n_articles;
	char **refs = split(articles, &n_articles);
	const char *since = only[ONLY_SINCE];
	const struct export_request request = {
		.format = kind->format,
		.table = kind->table,
		.csv = {.delimiter = ','},
		.filter = {.articles = {(const char *const *)refs, n_articles},
			   .tags = one_name(&only[ONLY_TAG]),
			   .claims = one_name(&only[ONLY_CLAIM]),
			   .coders = one_name(&only[ONLY_CODER]),
			   .since = since && *since ? since : NULL}};
	enum status status = kind->suffix ? project_export(&app->project, &request, path, f)
					  : project_export_all(&app->project, &request, path, f);
	free(refs);
	free(articles);
	return status;
}

/* What is not in it although it was typed. */
static void say_exported(struct app *app, const char *path)
{
	size_t n = drafts_pending(app);
	if (n > 0)
		app_say(app,
			/* TRANSLATORS: leave ":drafts" as it is: it is typed */
			ngettext("wrote %s, without %zu unfinished note (:drafts)",
				 "wrote %s, without %zu unfinished notes (:drafts)", n),
			path, n);
	else
		app_say(app, _("wrote %s"), path);
}

static bool export_to(struct app *app, const struct kind *kind, const char *path)
{
	struct fault f = FAULT_NONE;
	if (run(app, kind, path, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	say_exported(app, path);
	remember(app, kind, path);
	return true;
}

/* --- where it goes --- */

/* A path that was typed for a kind, and is to be replaced. */
struct target {
	const struct kind *kind;
	char *path;
};

static void free_target(void *data)
{
	struct target *target = data;
	free(target->path);
	free(target);
}

static struct target *target_new(const struct kind *kind, const char *path)
{
	struct target *target = xcalloc(1, sizeof *target);
	*target = (struct target){.kind = kind, .path = xstrdup(path)};
	return target;
}

/*
 * Whether something is there that no export of this project made; what is refused anyway is not
 * asked.
 */
static bool is_foreign(struct app *app, const char *path)
{
	struct stat st;
	if (!app->project.store || stat(path, &st) != 0 ||
	    !(S_ISREG(st.st_mode) || S_ISDIR(st.st_mode)) ||
	    store_check_target(app->project.store, path, NULL))
		return false;
	char *file = file_target(path), *ours = setting(app, "export-file");
	bool foreign = strcmp(file, ours) != 0;
	free(ours);
	free(file);
	return foreign;
}

static void ask_for_path(struct app *app, const struct kind *kind, const char *path);

/* Anything but yes leads back to the path. */
static bool replace_accept(struct app *app, const char *typed, void *data)
{
	const struct target *target = data;
	/* TRANSLATORS: yes, as one letter; the English one works as well */
	bool yes = strcmp(typed, "y") == 0 || strcmp(typed, _("y")) == 0;
	if (!yes || !export_to(app, target->kind, target->path))
		ask_for_path(app, target->kind, target->path);
	return true;
}

static void ask_to_replace(struct app *app, const struct kind *kind, const char *path)
{
	static const struct prompt_ops ops = {.accept = replace_accept, .free_data = free_target};
	const char *question = kind->suffix ? _("A file is there. Replace it (y)?")
					    : _("A folder is there. Replace it (y)?");
	view_push(app, prompt_new(app, question, "", &ops, target_new(kind, path)));
	app_say(app, _("%s was not written by this project's last export"), path);
}

/* False where the path has to be mended. */
static bool accept_path(struct app *app, const struct kind *kind, const char *typed)
{
	char *path = path_typed(typed);
	bool done = true;
	/* "-" is for subcommands: the interface's standard output is the screen. */
	if (!path[0] || strcmp(path, "-") == 0) {
		app_complain(app, _("nothing was written: give a path"));
		done = false;
	} else if (is_foreign(app, path)) {
		ask_to_replace(app, kind, path);
	} else {
		done = export_to(app, kind, path);
	}
	free(path);
	return done;
}

static bool path_accept(struct app *app, const char *typed, void *data)
{
	const struct target *target = data;
	return accept_path(app, target->kind, typed);
}

static void ask_for_path(struct app *app, const struct kind *kind, const char *path)
{
	static const struct prompt_ops ops = {
		.accept = path_accept, .free_data = free_target, .paths = true};
	char *name = kind_name(kind);
	/* TRANSLATORS: %s is a kind of file, such as annotations.csv; a path is typed behind it */
	char *label = words_format(_("Write %s to:"), name);
	view_push(app, prompt_new(app, label, path, &ops, target_new(kind, path)));
	free(label);
	free(name);
}

/* --- what it is limited to --- */

static bool only_accept(struct app *app, char *const *texts, void *data)
{
	(void)data;
	export_only_release(&app->export_only);
	for (size_t i = 0; i < N_EXPORT_ONLY; i++)
		app->export_only.texts[i] = xstrdup(texts[i]);
	app_reload(app);
	return true;
}

/* The number of the article that is being read, as a hint; the caller's. */
static char *article_here(struct app *app)
{
	const char *id = app->reader ? reader_focus(app->reader) : NULL;
	struct article article = {.number = 0};
	char *number = xstrdup("1 3");
	if (id && !project_article(&app->project, id, false, &article, NULL)) {
		free(number);
		/* TRANSLATORS: how an export is limited to the article that is being read */
		number = words_format(_("%zu is the one here"), (size_t)article.number);
	}
	article_release(&article);
	return number;
}

static void ask_for_only(struct app *app)
{
	static const struct form_ops ops = {.accept = only_accept};
	char *const *only = app->export_only.texts;
	char *here = article_here(app);
	const struct form_line lines[N_EXPORT_ONLY] = {
		[ONLY_ARTICLES] = {_("Articles"), here, only[ONLY_ARTICLES]},
		[ONLY_TAG] = {_("Tag"), NULL, only[ONLY_TAG]},
		[ONLY_CLAIM] = {_("Claim"), "1", only[ONLY_CLAIM]},
		[ONLY_CODER] = {_("Coder"), app->options->coder, only[ONLY_CODER]},
		[ONLY_SINCE] = {_("Changed since"), "YYYY-MM-DD", only[ONLY_SINCE]},
	};
	view_push(app, form_new(app, _("Export only what is of"), lines, N_EXPORT_ONLY, &ops,
				NULL));
	free(here);
}

/* --- the list --- */

static void show_only(struct app *app, struct picker *picker)
{
	struct str title = STR_EMPTY;
	str_append_str(&title, _("Export"));
	for (size_t i = 0; i < N_EXPORT_ONLY; i++) {
		const char *text = app->export_only.texts[i];
		if (text && *text)
			str_appendf(&title, " · %s", text);
	}
	picker_set_title(picker, str_cstr(&title));
	str_release(&title);
}

static void load(struct app *app, struct picker *picker, void *data)
{
	(void)data;
	show_only(app, picker);
	for (size_t i = 0; i < N_KINDS; i++)
		picker_add(picker, &(struct picker_item){.label = kind_name(&kinds[i]),
							 .detail = xstrdup(_(kinds[i].help)),
							 .id = kind_name(&kinds[i])});
}

static void choose(struct app *app, const struct picker_item *item, void *data)
{
	(void)data;
	const struct kind *kind = find_kind(item->id);
	char *path = proposed_path(app, kind);
	ask_for_path(app, kind, path);
	free(path);
}

static void act(struct app *app, struct picker *picker, const char *action,
		const struct picker_item *item, void *data)
{
	(void)picker, (void)action, (void)item, (void)data;
	ask_for_only(app);
}

static const char *action_label(const char *command)
{
	(void)command;
	/* TRANSLATORS: the key that limits an export to some articles, a tag, a coder */
	return _("limit to");
}

/* By the name of its file: a folder ends with "/". */
static const struct kind *kind_of_path(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	if (!*name)
		return &kinds[N_KINDS - 1];
	if (find_kind(name))
		return find_kind(name);
	for (size_t i = 0; dot && i < N_KINDS; i++)
		if (kinds[i].suffix && strcmp(kinds[i].suffix, dot + 1) == 0)
			return &kinds[i];
	return kinds;
}

void command_export(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {.choose = choose,
					      .load = load,
					      .actions = "toggle",
					      .act = act,
					      .action_label = action_label};
	if (argument[0]) {
		export_only_release(&app->export_only);
		(void)accept_path(app, kind_of_path(argument), argument);
		return;
	}
	struct view *view = picker_new(app, _("Export"), NULL, &ops, NULL);
	char *last = setting(app, "export-kind");
	view_push(app, view);
	picker_go_to(picker_of(view), last);
	free(last);
}
