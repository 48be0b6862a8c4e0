/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One form of an export's rows, for a single file and for a folder of all of them. */
#ifndef APP_EXPORT_WRITE_H
#define APP_EXPORT_WRITE_H

#include "app/export-rows.h"
#include "export/sink.h"

/* Writes the rows in the form and table of `request`, whose filter is in `load` already. */
enum status export_write(struct export_load *load, const struct export_request *request,
			 const struct sink *sink, struct fault *f) MUST_USE;

/* The report, in the interface's language. Where the request has no title: a word for any. */
enum status export_report(struct export_load *load, const struct export_request *request,
			  const struct sink *sink, struct fault *f) MUST_USE;

/* A sink into a FILE. */
enum status export_write_stream(void *stream, const char *bytes, size_t n, struct fault *f);

#endif
