/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a project holds, as plain rows.
 *
 * The names are the field's: a coder attaches tags of a codebook to highlights (QDA); a highlight
 * is a range of an article with its quote, prefix and suffix (W3C Web Annotation:
 * TextPositionSelector, TextQuoteSelector); a claim is a statement that highlights of several
 * articles mention, each with the stance of who speaks there.
 *
 * Ids are UUIDs in text form. Strings are UTF-8, never NULL in a row that a store hands out ("" is
 * absent), and belong to the row: TYPE_release() frees those of one row (NULL is fine),
 * TYPE_list_release() all. Times are ISO-8601 UTC with milliseconds ("2026-11-21T09:30:00.123Z"), so
 * that they sort as text.
 */
#ifndef MODEL_ROWS_H
#define MODEL_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/document.h"
#include "text/paragraph.h"

enum { ID_SIZE = 37 }; /* 36 characters and NUL */

struct article {
	char id[ID_SIZE]; /* UUIDv8 of the text's SHA-256 */
	int64_t number;   /* for people; from 1; never used again in its project */
	char *title;
	char *outlet;
	char *author;
	char *url;
	char *published_at; /* as the person gave it: ISO-8601, perhaps only a year */
	char *lang;         /* BCP 47 */
	enum text_dir dir;
	char *source_path;   /* absolute, or "-" */
	char *sha256;        /* of the stored text, 64 hexadecimal digits */
	char *source_sha256; /* of the bytes that it came from */
	char *created_at, *updated_at;
	size_t n_bytes, n_cp, n_words; /* of the stored text */
	size_t n_highlights;           /* of all coders */
	char version_of[ID_SIZE];      /* the article that this is a later version of, or "" */
};

struct highlight {
	char id[ID_SIZE];
	char article[ID_SIZE];
	struct cp_range range; /* in the article's stream; whole grapheme clusters */
	char *exact, *prefix, *suffix;
	char *anchor_state; /* exact, moved, orphan */
	char *coder;        /* a coder's name */
	char *created_at, *updated_at;
};

struct tag {
	char id[ID_SIZE];
	char parent[ID_SIZE]; /* "" at the top */
	char *path;           /* names from the top, joined by "/" */
	char *name;
	char *definition;
	char *colour; /* a name of app/theme, "" for the next free */
	char *symbol; /* one cell, tells tags apart without colour */
	char *key;    /* one key that applies it, "" for none */
	char *created_at, *updated_at;
	size_t n_highlights, n_articles; /* filled by lists */
	char *last_used_at;              /* by anyone; "" if never; filled by lists */
};

struct coding {
	char id[ID_SIZE];
	char highlight[ID_SIZE];
	char tag[ID_SIZE];
	char *coder;
	char *created_at, *updated_at;
};

struct claim {
	char id[ID_SIZE];
	int64_t number; /* for people; from 1; never used again in its project */
	char *statement;
	char *lang;     /* BCP 47 */
	char *verdict;  /* what is true, in the words of who judged it */
	char *coder;    /* who made it */
	char *created_at, *updated_at;
	size_t n_mentions, n_articles; /* filled by lists */
};

/* A highlight speaks of a claim. Stance, attribution and the claim's verdict are three things. */
struct mention {
	char id[ID_SIZE];
	char claim[ID_SIZE];
	char highlight[ID_SIZE];
	char article[ID_SIZE]; /* of the highlight; filled by the store */
	char *coder;
	char *stance;        /* what who speaks there holds: a value of the scheme; "" not judged */
	char *stance_scheme; /* the scheme's name */
	char *attribution;   /* who speaks: own, quoted, paraphrased, headline; "" not said */
	char *speaker;       /* by name */
	char *certainty;     /* certain, probable, possible (FactBank, Sauri 2009); "" not said */
	char *created_at, *updated_at;
};

/* "I looked; this article does not say it." Present is derived from mentions; unread is no row. */
struct coverage {
	char id[ID_SIZE];
	char claim[ID_SIZE];
	char article[ID_SIZE];
	char *coder;
	char *state; /* absent */
	char *created_at, *updated_at;
};

struct relation {
	char id[ID_SIZE];
	char a[ID_SIZE], b[ID_SIZE]; /* claims: a is .. of b */
	char *kind;                  /* same_as, contradicts, narrower, updates */
	char *coder;
	char *created_at, *updated_at;
};

enum note_target { NOTE_ARTICLE, NOTE_HIGHLIGHT, NOTE_CLAIM, NOTE_TAG, NOTE_PROJECT };
enum { N_NOTE_TARGETS = NOTE_PROJECT + 1 };

/* "article", "highlight", "claim", "tag", "project". Static. */
const char *note_target_name(enum note_target kind);
/* False for what is none of them; `*out` stays. */
bool note_target_parse(const char *name, enum note_target *out);

struct note {
	char id[ID_SIZE];
	enum note_target kind;
	char target[ID_SIZE]; /* "" for the project */
	char *text;
	char *coder;
	char *created_at, *updated_at;
};

struct coder {
	char id[ID_SIZE];
	char *name;
	char *created_at, *updated_at;
};

/* What is true of a project as a whole, or kept for it: store_property_set(). */
struct property {
	char *name, *value;
};

/* What a coder typed and did not save yet. */
struct draft {
	char *target; /* what it is about: an id, or a name that its editor gave it */
	char *text;
	char *updated_at;
};

/* One step of the history: what one user action did. */
struct act {
	int64_t seq;
	char *coder;
	char *at;
	char *what;    /* the name of a kind of act, "mark"; "" in what version 1 recorded */
	char *subject; /* what it was done to; where `what` is "", the whole act in words */
	char *object;  /* what else it was about: where to, into what */
	int64_t n;     /* how many things it was done to, where that is told */
	bool undone;   /* it was taken back */
	bool redoable; /* and its coder did nothing else since: redo can do it again */
};

/* What an act is called: in names and numbers, so that it can be told in any language. Borrowed. */
struct act_label {
	const char *what, *subject, *object; /* as in struct act; NULL is "" */
	int64_t n;
};

/* A list owns its items and their strings. Zero-initialise it; *_list_release() leaves it so. */
#define ROWS_LIST(type)                                                                            \
	struct type##_list {                                                                       \
		struct type *items;                                                                \
		size_t n, cap;                                                                     \
	};                                                                                         \
	/* Frees the row's strings and zeroes it. */                                               \
	void type##_release(struct type *row);                                                     \
	void type##_list_release(struct type##_list *list);                                        \
	/* A zeroed item, valid until the next add. */                                             \
	struct type *type##_list_add(struct type##_list *list);

ROWS_LIST(article)
ROWS_LIST(highlight)
ROWS_LIST(tag)
ROWS_LIST(coding)
ROWS_LIST(claim)
ROWS_LIST(mention)
ROWS_LIST(coverage)
ROWS_LIST(relation)
ROWS_LIST(note)
ROWS_LIST(coder)
ROWS_LIST(property)
ROWS_LIST(draft)
ROWS_LIST(act)

#endif
