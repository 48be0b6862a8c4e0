/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keymap: which key runs which command, in which section.
 *
 * It is text, share/hashiya/default.keys, which is built in and read by the ordinary parser:
 *
 *	# a comment
 *	[reader]
 *	j       cursor-down
 *	S-Left  cursor-left extend
 *
 * A line is a key, a command and the rest of the line as its argument. A later line for the same
 * key of the same section wins; the command `none` takes a key's meaning away. There are no
 * sequences of keys: every command is one key away, or a name.
 */
#ifndef APP_KEYMAP_H
#define APP_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "app/key.h"
#include "app/view.h"
#include "base/fault.h"

struct binding {
	enum section section;
	struct key key;
	char *command;
	char *argument; /* "" where none is given */
};

struct keymap;

/* An empty one. */
struct keymap *keymap_new(void);
void keymap_free(struct keymap *keymap);

/* The built-in default.keys. */
extern const char KEYMAP_DEFAULT[];

/*
 * Adds the lines of `text`; INVALID for one that is not understood, with `name` as the subject and
 * its number in the detail.
 */
enum status keymap_read(struct keymap *keymap, const char *text, const char *name,
			struct fault *f) MUST_USE;

/* What `key` means in `section` and there alone, exactly as it arrived; NULL: nothing. */
const struct binding *keymap_exact(const struct keymap *keymap, enum section section,
				   struct key key);

/*
 * What `key` means in a view that takes no text: in its section, else in the common one; else the
 * same for the Latin key that stands where an Arabic layout has this one. `*latin` (may be NULL) is
 * that key where it decided, else `key`.
 */
const struct binding *keymap_find(const struct keymap *keymap, enum section section, struct key key,
				  struct key *latin);

/*
 * The keys that run `command` (with `argument`, unless that is NULL) in one of `sections`, in the
 * order in which they were bound: at most `max` of them in `out`; returns how many.
 */
size_t keymap_keys(const struct keymap *keymap, unsigned sections, const char *command,
		   const char *argument, struct key *out, size_t max);

/* The section's name in default.keys. */
const char *section_name(enum section section);

#endif
