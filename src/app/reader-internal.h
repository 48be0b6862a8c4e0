/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reader from inside: what its files share.
 *
 * The panes stand in a row; a part of it is on the screen, as many as have MIN_PANE_COLUMNS each,
 * and the focus is always in it.
 */
#ifndef APP_READER_INTERNAL_H
#define APP_READER_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "app/ends.h"
#include "app/motion.h"
#include "app/pane.h"
#include "app/reader.h"
#include "app/state.h"
#include "base/str.h"
#include "compare/link.h"

enum { MIN_PANE_COLUMNS = 24, PANE_GAP = 3 };

/* Who else says what the cursor is at. All zero: nothing is known. */
struct cursor_links {
	size_t serial;           /* of the set (comparison.h) that they are of */
	const struct pane *pane; /* that had the focus; it may be gone */
	struct unit_ref from;    /* the passage at the cursor */
	struct cp_range range;
	struct link_list links;  /* weak or better, to all other articles, the best first */
	struct link current;     /* the one of which the foot tells why, and that becomes a claim */
	bool has_current;
	bool walked;             /* to it, by keys: the next is another */
	bool waits;              /* no pane followed yet: the cursor is where it was at first */
	size_t first_cp;
	size_t place;            /* its index among the links; their number: it is none of them */
	char *why;               /* the line at the foot, for `why_cols` columns; NULL */
	size_t why_cols;
};

struct reader {
	struct view view;
	struct pane **panes;
	size_t n_panes, panes_cap;
	size_t focus, first;   /* panes: with the focus, the leftmost on the screen */
	size_t n_shown;        /* panes on the screen, as last drawn */
	bool locked;           /* panes scroll together */
	bool reveal;           /* hidden characters are shown */
	bool working;          /* its job is in the app's queue */
	char *needle;          /* what is looked for; NULL */
	int find_pending;      /* 1, -1: go to the next or previous hit as soon as it is known */
	bool find_typed;       /* the words are being typed, and their first hit is not known yet */
	size_t find_origin_cp; /* where the cursor was when the prompt was opened */
	struct ends *ends;     /* of a highlight, on the move (reader-ends.c); NULL */
	bool dragging;         /* the button was pressed in the pane that has the focus */
	bool follows;          /* other panes go where the same is said (-compare-follow.c) */
	bool compares;         /* there is something to compare, as last drawn */
	bool look_due;         /* a frame was drawn: the cursor may be elsewhere */
	bool pinned;           /* panes were put to their places by hand, and stay there */
	bool counted;          /* what is counted beside the text is not drawn yet */
	size_t arrival_cp;     /* the top of the pane that has the focus, when that came */
	const struct pane *came_from; /* from which the focus came; it may be gone */
	struct cursor_links links;
	struct str status;     /* the last that status() handed out */
};

/* The pane that has the focus; there always is one. */
struct pane *reader_pane(struct app *app);
/* Moves the focus, if there is such a pane. */
void reader_set_focus(struct reader *reader, size_t index);

/* A pane for what `ref` names (reader-open.c); the caller's, until reader_show(). */
enum status reader_open_pane(struct app *app, const char *ref, struct pane **out,
			     struct fault *f) MUST_USE;
void reader_free_pane(struct pane *pane);
/* Whether `pane`, which may be gone, is one of the reader's. */
bool reader_is_open(const struct app *app, const struct pane *pane);
/* Whether it is one of those on the screen. */
bool reader_shows(const struct reader *reader, const struct pane *pane);
void reader_free_panes(struct pane **panes, size_t n);
/*
 * Makes `pane` show what the project says of its article: fields, highlights. NOT_FOUND where it is
 * gone.
 */
enum status reader_load_pane(struct app *app, struct pane *pane, struct fault *f) MUST_USE;
/* Brings the file of a pane into the project, unless it is there. */
enum status reader_adopt(struct app *app, struct pane *pane, struct fault *f) MUST_USE;
/*
 * Finds out whether the file of a pane is in the project, without reading it where its size and
 * path say that it is not.
 */
void reader_identify(struct app *app, struct pane *pane);
/* Shows these panes (taken over) in the place of the present ones. */
void reader_show(struct app *app, struct pane **panes, size_t n_panes);

/*
 * Moves the focus and its cursor to `cp` of the article, which gets a pane where it has none
 * (reader-panes.c).
 */
enum status reader_go_to(struct app *app, const char *ref, size_t cp, struct fault *f) MUST_USE;

/* Where a person wants to be taken in an article. */
struct reader_place {
	char *ref; /* its id, or a file's absolute path */
	struct cp_range range;
};
/*
 * Goes to several places, at most one of an article, all on the screen if they can be; articles that
 * have no pane get one. The focus goes to the first; the others stay where they are put until the
 * cursor comes to another passage. On a fault nothing has changed.
 */
enum status reader_go_to_places(struct app *app, const struct reader_place *places, size_t n,
				struct fault *f) MUST_USE;

/* Shows the library and forgets all panes. */
void reader_close(struct app *app);
void reader_mouse(struct view *view, struct app *app, const struct event *event);

/* Where panes get their highlights from; what the filter asks for is described anew at each load. */
struct marks_source reader_source(const struct app *app);
void reader_describe_filter(struct app *app);
/* Shows all highlights again and says so; false where there is no filter. */
bool reader_clear_filter(struct app *app);

/* Puts panes where they were left (reader-session.c). */
void reader_recall(struct app *app, struct pane *const *panes, size_t n_panes);
/* Writes down where a pane is left. */
void reader_remember(struct app *app, struct pane *pane);

/* Idle work: whose text a file has, hits, hidden characters (reader-idle.c). */
void reader_work(struct app *app);
/* A slice of comparing, and of following the cursor; false where there is nothing to do. */
bool reader_compare(struct app *app);
/* Finds the links of what the cursor is at, unless they are known; other panes follow. */
void reader_look(struct app *app);
/* The same where somebody asks for them; false, and said why, where there is nothing to compare. */
bool reader_has_links(struct app *app);
/* Whether there is anything to compare: then a row at the foot tells why, and a column counts. */
bool reader_compares(struct app *app);
/* A pane was scrolled by hand, though it has not the focus. */
void reader_hold(struct pane *pane);
/* The panes are about to be gone, or others: nothing is known of the links at the cursor. */
void reader_forget_links(struct reader *reader);
/*
 * Finds the links of app->reader->links.from and marks them; `moves`: panes that are free to, go to
 * theirs.
 */
void reader_mark_links(struct app *app, bool moves);
/* Shows what one link says in both its panes, and which it is at the foot. */
void reader_show_link(struct app *app, const struct link *link);
/* The line that tells who says the same, and why (reader-compare-why.c). */
void reader_draw_why(struct app *app, struct frame *frame, struct area row);
/* Begins to look for reader->needle in a pane. */
void reader_look_for(struct app *app, struct pane *pane);
/* Goes to the hit that is waited for, if it is known by now. */
void reader_find_go_on(struct app *app);

/*
 * False, and said why, where the project can only be read: before a person chooses or types what
 * could not be kept.
 */
bool reader_may_write(struct app *app);

/*
 * What a mark is to be made on: the selection, else the highlight at the cursor, else the passage
 * at the cursor. `*highlight` is its id, or
 * "". False when there is nothing.
 */
bool reader_target(struct pane *pane, struct cp_range *range, char highlight[ID_SIZE]);
/* Appends how much is selected, behind what `out` has already. */
void reader_say_selected(struct str *out, struct pane *pane);
/* The text of a range, the caller's. NULL and a fault where it cannot be read. */
char *reader_text(struct pane *pane, struct cp_range range, struct fault *f);
/* Opens the editor of the note whose draft is `name`, on `range` of the pane that has the focus. */
void reader_resume_note(struct app *app, const char *name, struct cp_range range);
/*
 * Highlights `range` with a tag (NULL: none), the file first brought into the project; says so.
 * True when done.
 */
bool reader_mark(struct app *app, struct pane *pane, struct cp_range range, const char *tag,
		 char highlight[ID_SIZE]);
bool reader_mark_with_note(struct app *app, struct pane *pane, struct cp_range range,
			   const char *note);
/*
 * Brings the file of a pane into the project, as far as `range` of it is what was chosen: a file that
 * was changed after it was opened has other words at the same place (CONFLICT).
 */
enum status reader_adopt_range(struct app *app, struct pane *pane, struct cp_range range,
			       struct fault *f) MUST_USE;
/* Does the last link again at the cursor; false where something else was done last. */
bool reader_repeat_link(struct app *app);
/* Gives a tag to a highlight or takes it away; says so. */
bool reader_tag_highlight(struct app *app, const char *highlight, const char *tag, bool on);
/* Deletes highlights in one act; says how many, and how to get them back. */
void reader_delete_marks(struct app *app, const char *const *ids, size_t n_ids);
/* Opens the tag picker on a highlight, or on a range that is to be one. */
void reader_pick_tag(struct app *app, struct pane *pane, struct cp_range range,
		     const char *highlight);

#endif
