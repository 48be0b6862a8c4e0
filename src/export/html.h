/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML on its way to a sink: our own markup, and foreign text in it.
 *
 * Text is escaped, what HTML may not hold (controls, noncharacters, ill-formed bytes) is U+FFFD,
 * and on each of its lines the embeddings and isolates that it opens are closed, while what would
 * close those of others is left out: with an element of its own around it (bdi, or any with a
 * `dir`), no text turns what stands beside it. Nothing else of it is changed, but for line ends,
 * which are all LF.
 */
#ifndef EXPORT_HTML_H
#define EXPORT_HTML_H

#include "base/str.h"
#include "export/sink.h"

struct html {
	const struct sink *sink;
	struct fault *f;
	struct str out;     /* what was not yet handed on */
	struct str open;    /* of the text being written: its open embeddings and isolates */
	enum status status; /* of the sink; after a failure nothing more is handed on */
};

void html_init(struct html *html, const struct sink *sink, struct fault *f);
/* Hands on what is left and frees all; what came of it. */
enum status html_end(struct html *html) MUST_USE;

/* Our own markup, as it is. */
void html_put(struct html *html, const char *markup);
void html_number(struct html *html, size_t n);

/* Foreign text, or words of ours. */
void html_text(struct html *html, const char *text);
/* ` name="text"`. */
void html_attribute(struct html *html, const char *name, const char *text);

#endif
