/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The proof of many anchors of one text, for `hashiya check`: the text is read and cut into
 * clusters once, so that each highlight costs no more than its own length. Some nine bytes a code
 * point are held.
 */
#ifndef MODEL_PROOF_H
#define MODEL_PROOF_H

#include "base/fault.h"
#include "model/rows.h"
#include "text/document.h"

struct proof;

/* Of all of `doc`, which may go; fails where it cannot be read. */
enum status proof_new(struct document *doc, struct proof **out, struct fault *f) MUST_USE;
void proof_free(struct proof *proof);

/* What is wrong with an anchor; the first that is. */
enum flaw {
	FLAW_NONE,
	FLAW_RANGE,   /* it is empty, or not in the text */
	FLAW_QUOTE,   /* the text there is another */
	FLAW_CONTEXT, /* what stands before or after it is not its prefix and suffix */
	FLAW_CLUSTER, /* an end is inside of a grapheme cluster */
	FLAW_STATE,   /* its state is none that there is */
};

enum flaw proof_check(const struct proof *proof, const struct highlight *highlight);

/* "range", "quote" ...: for scripts. Static; "" for none. */
const char *flaw_name(enum flaw flaw);

#endif
