/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Panes as lines of text: padded so that every column stands where it should, highlights marked on
 * a terminal.
 *
 * A highlight has its tag's colour and is underlined, so that it is seen without colour too; where
 * two lie over each other the text is bold as well. Nothing is marked in a file or a pipe.
 */
#ifndef CLI_PAINT_H
#define CLI_PAINT_H

#include "app/project.h"
#include "app/theme.h"
#include "cli/out.h"
#include "cli/panes.h"
#include "model/lookup.h"
#include "store/store.h"

struct paint {
	bool marks;  /* a terminal: highlights are shown */
	bool color;
	struct tag_list tags;
	struct tag_look *looks; /* of tags.items */
	struct coding_list codings;
	struct lookup by_highlight, tags_by_id;
};

void paint_init(struct paint *paint, const struct out *out);
/* Learns the tags' looks. */
enum status paint_load(struct paint *paint, const struct project *project,
		       struct fault *f) MUST_USE;
void paint_release(struct paint *paint);

/* `n` panes beside each other, `columns` wide each: titles, a rule, then all their rows. */
enum status paint_block(const struct paint *paint, struct out *out, struct show_pane *panes,
			size_t n, size_t columns, struct fault *f) MUST_USE;

/* The same without titles and rule. */
enum status paint_rows(const struct paint *paint, struct out *out, struct show_pane *panes,
		       size_t n, size_t columns, struct fault *f) MUST_USE;

/* One pane's rows and nothing else, not padded at their right. */
enum status paint_body(const struct paint *paint, struct out *out, struct show_pane *pane,
		       size_t columns, struct fault *f) MUST_USE;

#endif
