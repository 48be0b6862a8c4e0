/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * annotations.jsonl: everything but the texts, losing nothing; what `import --annotations` reads.
 *
 * JSON Lines: UTF-8, one object a line, LF. The first member is "type"; the others are those of
 * export/member.def, in its order. Lines come in the order of the types there, each type sorted, so
 * that a row comes after those that it hangs on and equal projects give equal bytes:
 *
 *	project                   one, the first line
 *	coder                     by name; those who made a row of the file
 *	article                   by number, but a version after what it is a version of
 *	tag                       by path
 *	highlight                 by article number, start, end, id
 *	coding                    as their highlights, then tag path, coder
 *	claim                     by number
 *	mention                   as their highlights, then coder, claim id
 *	coverage                  by claim number, article number, coder
 *	relation                  by the numbers of a and b, then kind
 *	note                      on project, articles, highlights, tags, claims; then coder
 *
 * Ids are UUIDs in text form; a row names others by id, coders by name. Offsets are code points.
 * Numbers are integers; all else is text. A reader passes over types and members that it does not
 * know, and takes those that are missing for "" or 0; it refuses another format or a later version.
 */
#ifndef EXPORT_JSONL_H
#define EXPORT_JSONL_H

#include "export/rows.h"
#include "export/sink.h"

#define JSONL_FORMAT "hashiya-annotations"
enum { JSONL_VERSION = 1 };

/* Constant memory beside the rows. */
enum status jsonl_write(const struct export_rows *rows, const struct sink *sink,
			struct fault *f) MUST_USE;

#endif
