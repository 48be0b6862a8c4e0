/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project's rows on their way out: from the store, through export/, to a file or standard output.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/export-rows.h"
#include "app/export-write.h"
#include "app/i18n.h"
#include "app/spool.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "export/jsonl.h"
#include "export/jsonld.h"
#include "text/safe.h"

static const struct {
	const char *name, *ending;
} formats[] = {
#define FORMAT(id, name, ending) [EXPORT_##id] = {name, ending},
	EXPORT_FORMATS
#undef FORMAT
};

const char *export_format_name(enum export_format format)
{
	return formats[format].name;
}

const char *export_format_ending(enum export_format format)
{
	return formats[format].ending;
}

const char *export_compare_name(enum export_compare when)
{
	static const char *const names[] = {
#define COMPARE(id, name) [EXPORT_COMPARE_##id] = name,
		EXPORT_COMPARES
#undef COMPARE
	};
	return names[when];
}

enum status export_write(struct export_load *load, const struct export_request *request,
			 const struct sink *sink, struct fault *f)
{
	switch (request->format) {
	case EXPORT_JSONL:
		return jsonl_write(&load->rows, sink, f);
	case EXPORT_HTML:
		return export_report(load, request, sink, f);
	case EXPORT_JSONLD:
		return jsonld_write(&load->rows, sink, f);
	default:
		return csv_write(request->table, &load->rows, &request->csv, sink, f);
	}
}

enum status export_write_stream(void *self, const char *bytes, size_t n, struct fault *f)
{
	return fwrite(bytes, 1, n, self) == n ? STATUS_OK : fault_errno(f, _("the table"));
}

/* A terminal gets lines made safe, and LF: a CR would be shown. */
static enum status write_safe(void *self, const char *bytes, size_t n, struct fault *f)
{
	const struct sink *sink = self;
	struct str safe = STR_EMPTY;
	bool ends = n >= 2 && bytes[n - 1] == '\n';
	size_t n_end = ends ? 1 + (bytes[n - 2] == '\r') : 0;
	safe_append(&safe, bytes, n - n_end, true);
	if (ends)
		str_append_char(&safe, '\n');
	enum status status = sink->write(sink->self, str_cstr(&safe), safe.len, f);
	str_release(&safe);
	return status;
}

enum { STDOUT_BUFFER = 64 * 1024 };

struct export_job {
	struct export_load load;
	struct export_request request;
};

/*
 * Who reads a pipe or a terminal may stop for as long as they like: they get what was read of the
 * project when its reading is over.
 */
static enum status write_spooled(FILE *stream, struct export_job *job, struct fault *f)
{
	struct spool spool = SPOOL_EMPTY;
	struct sink kept = {.write = spool_write, .self = &spool};
	struct sink safe = {.write = write_safe, .self = &kept};
	struct sink out = {.write = export_write_stream, .self = stream};
	enum status status = export_write(&job->load, &job->request,
					  isatty(fileno(stream)) ? &safe : &kept, f);
	status = export_load_torn(&job->load, status, f);
	export_load_end(&job->load);
	if (status == STATUS_OK)
		status = spool_send(&spool, &out, f);
	spool_release(&spool);
	return status;
}

static bool is_file(FILE *stream)
{
	struct stat st;
	return fstat(fileno(stream), &st) == 0 && S_ISREG(st.st_mode);
}

static enum status write_job(FILE *stream, void *context, struct fault *f)
{
	struct export_job *job = context;
	struct sink out = {.write = export_write_stream, .self = stream};
	if (!is_file(stream))
		return write_spooled(stream, job, f);
	enum status status = export_write(&job->load, &job->request, &out, f);
	return export_load_torn(&job->load, status, f);
}

static enum status write_stdout(struct export_job *job, struct fault *f)
{
	setvbuf(stdout, NULL, _IOFBF, STDOUT_BUFFER);
	enum status status = write_job(stdout, job, f);
	if (status == STATUS_OK && (fflush(stdout) != 0 || ferror(stdout)))
		status = fault_errno(f, _("standard output"));
	return status;
}

/* A slip of the hand must not cost a project. */
static enum status write_file(struct export_job *job, const char *path, struct fault *f)
{
	enum status status = store_check_target(job->load.project->store, path, f);
	return status == STATUS_OK ? file_replace(path, write_job, job, f) : status;
}

/* The project's file without its folders and its ending; the caller's. */
static char *name_of(const struct project *project)
{
	const char *slash = strrchr(project->path, '/');
	const char *name = slash ? slash + 1 : project->path;
	const char *ending = strrchr(name, '.');
	return xstrndup(name, ending && ending > name ? (size_t)(ending - name) : strlen(name));
}

static enum status export_once(struct project *project, const struct export_request *request,
			       const char *path, bool hold, struct fault *f)
{
	struct export_job job = {.request = *request};
	enum status status = export_load_begin(&job.load, project, &request->filter, hold, f);
	if (status == STATUS_OK && strcmp(path, "-") == 0)
		status = write_stdout(&job, f);
	else if (status == STATUS_OK)
		status = write_file(&job, path, f);
	export_load_release(&job.load);
	return status;
}

/*
 * Others may write meanwhile; if they do, all is written again, and they wait. What went into a
 * file that stands open cannot be taken back.
 */
enum status project_export(struct project *project, const struct export_request *request,
			   const char *path, struct fault *f)
{
	struct export_request titled = *request;
	char *name = name_of(project);
	bool hold = strcmp(path, "-") == 0 && is_file(stdout);
	if (!titled.title)
		titled.title = name;
	enum status status = export_once(project, &titled, path, hold, f);
	if (status == STATUS_BUSY && !hold) {
		if (f)
			fault_release(f);
		status = export_once(project, &titled, path, true, f);
	}
	free(name);
	return status;
}
