/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people do to a project, one function an action: the interface and the subcommands both call
 * these.
 *
 * Each function is one act (app/act.def): one transaction, one step of undo, saved when it returns
 * OK.
 */
#ifndef APP_PROJECT_H
#define APP_PROJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "app/act.h"
#include "app/codebooks.h"
#include "app/options.h"
#include "import/import.h"
#include "store/store.h"

/*
 * A project in use. The file is made only by the first action that needs one (import, a first mark,
 * tag add): until then `store` may be NULL and lists are empty.
 */
struct project {
	const struct options *options; /* borrowed */
	struct store *store;           /* NULL while the file does not exist */
	char *path;
	char *demo_dir;                /* the throw-away folder of --demo, NULL otherwise */
	bool grouped;                  /* inside project_group_begin() .. project_group_end() */
};

/*
 * Opens for reading and writing what exists; NO_PROJECT when `must_exist` and it does not. With
 * --demo, builds the demo project first.
 */
enum status project_open(struct project *project, const struct options *options, bool must_exist,
			 struct fault *f) MUST_USE;
/*
 * Closes it; a demo that was not kept is removed, but for one that was changed and then cut off by a
 * hangup or SIGTERM: its folder stays among the temporary files (app/demo.h).
 */
void project_close(struct project *project);
/* Makes sure that the file exists and can be written; READONLY, NEWER_PROJECT. */
enum status project_writable(struct project *project, struct fault *f) MUST_USE;
/*
 * Makes one act of `n` things of all that is done until project_group_end(), which saves it, or
 * project_group_drop(), which forgets it. Where the number does not tell what it was done to,
 * `about` does: a title, a statement; else NULL. A function that fails inside of a group spoils it:
 * drop it.
 */
enum status project_group_begin(struct project *project, enum act_kind kind, const char *about,
				size_t n, struct fault *f) MUST_USE;
enum status project_group_end(struct project *project, struct fault *f) MUST_USE;
void project_group_drop(struct project *project);
/* Whether what `coder` did is shown: with the option `blind` only this coder's own. */
bool project_sees(const struct project *project, const char *coder);

/* Keeps a demo: moves its project to `path`, which must not exist. */
enum status project_keep_demo(struct project *project, const char *path, struct fault *f) MUST_USE;

/*
 * An article by number, id, or a file's path (known by its text's SHA-256); with `add`, a file not
 * yet there is imported first.
 */
enum status project_article(struct project *project, const char *ref, bool add, struct article *out,
			    struct fault *f) MUST_USE;
/* The text of an article, the caller's to free with document_free(). */
enum status project_document(struct project *project, const struct article *article,
			     struct document **out, struct fault *f) MUST_USE;

/*
 * Adds what import/ read; fields set in `fields` (may be NULL; "" or NULL strings leave alone) win
 * over found ones.
 */
enum status project_import(struct project *project, struct imported *imported,
			   const struct article *fields, struct article *out, bool *existing,
			   struct fault *f) MUST_USE;
enum status project_edit(struct project *project, const struct article *article, struct fault *f)
	MUST_USE;
/* `n_highlights` (may be NULL) tells how many went with it. */
enum status project_remove(struct project *project, const char *id, size_t *n_highlights,
			   struct fault *f) MUST_USE;

/* A highlight by its id, or at least 8 first digits of it; NOT_FOUND. */
enum status project_highlight(const struct project *project, const char *ref,
			      struct highlight *out, struct fault *f) MUST_USE;
/*
 * Highlights `range` of `article` with tags (paths), a note and a link to a claim, all in one act.
 * Equal range, same coder: the highlight that is there is used. `*widened` (may be NULL) tells that
 * the range had to grow to whole grapheme clusters.
 */
struct mark {
	struct cp_range range;
	char **tags;
	size_t n_tags;
	const char *note;              /* NULL or "": none */
	const struct mention *mention; /* as for project_mention(); NULL: none */
};
enum status project_mark(struct project *project, const struct article *article,
			 const struct mark *mark, struct highlight *out, bool *widened,
			 struct fault *f) MUST_USE;
enum status project_unmark(struct project *project, const char *const *ids, size_t n_ids,
			   struct fault *f) MUST_USE;
/* Gives it another range; EXISTS, naming it, where this coder has a highlight of that. */
enum status project_resize_mark(struct project *project, const char *id, struct cp_range range,
				struct fault *f) MUST_USE;
enum status project_tag_mark(struct project *project, const char *highlight, const char *tag_path,
			     bool on, struct fault *f) MUST_USE;
/* This coder's note on something, by its id ("" is the project); an empty text removes it. */
enum status project_note(struct project *project, enum note_target kind, const char *target,
			 const char *text, struct fault *f) MUST_USE;

/* A tag by its path, tidied first; NOT_FOUND with the nearest there is. */
enum status project_tag(const struct project *project, const char *path, struct tag *out,
			struct fault *f) MUST_USE;
/* The codebook by path, with counts and last use of what is seen. */
enum status project_tag_list(const struct project *project, struct tag_list *out,
			     struct fault *f) MUST_USE;
/* The articles, with the highlights of each that are seen. */
enum status project_article_list(const struct project *project, struct article_list *out,
				 struct fault *f) MUST_USE;
enum status project_tag_add(struct project *project, const struct tag *tag, struct fault *f)
	MUST_USE;
enum status project_tag_edit(struct project *project, const struct tag *tag, struct fault *f)
	MUST_USE;
/* Gives the tag `path` the path and all fields of `given`, in one act. */
enum status project_tag_change(struct project *project, const char *path, const struct tag *given,
			       struct fault *f) MUST_USE;
enum status project_tag_rename(struct project *project, const char *path, const char *new_path,
			       struct fault *f) MUST_USE;
enum status project_tag_merge(struct project *project, const char *from, const char *into,
			      struct fault *f) MUST_USE;
/* `*n_highlights` (may be NULL): how many it was taken off. */
enum status project_tag_remove(struct project *project, const char *path, size_t *n_highlights,
			       struct fault *f) MUST_USE;
/* How many highlights carry the tag, or one below it. */
enum status project_tag_count(const struct project *project, const char *path, size_t *n,
			      struct fault *f) MUST_USE;

/*
 * Adds the tags of a codebook below the tag `under` (a path; NULL or "": at the top), all in one
 * act. A tag that is there stays as it is, and gets only what it has not: a definition, a colour, a
 * symbol, a key.
 */
struct codebook_added {
	size_t n_added, n_there; /* tags that are new, and that were there */
};
enum status project_codebook_add(struct project *project, const struct codebook *codebook,
				 const char *under, struct codebook_added *done, struct fault *f)
	MUST_USE;

/*
 * Codings of one tag become codings of another: each keeps its highlight and its coder, whoever that
 * is. A coding that would be there twice is there once. `*n` (may be NULL) tells how many highlights
 * it was; NOT_FOUND where there is none.
 */
struct retag {
	const char *from;    /* the path of a tag, without those below it */
	const char *to;      /* the path of another, made where it is missing */
	bool keep;           /* `from` stays beside it */
	const char *article; /* a ref: only on highlights of that; NULL: of all */
	const char *coder;   /* a name: only codings of that; NULL: of all that are seen */
};
enum status project_retag(struct project *project, const struct retag *retag, size_t *n,
			  struct fault *f) MUST_USE;

/*
 * Claims. A statement is trimmed and not empty then, may have several lines, and is no other claim's
 * (EXISTS names that). `lang` has the form of a language tag, or is "". A claim's ref is its number,
 * its id, at least 8 first digits of that, or its statement.
 */
enum status project_claim(const struct project *project, const char *ref, struct claim *out,
			  struct fault *f) MUST_USE;
/* Takes statement, lang and verdict of `claim` (NULL is ""), all borrowed; fills id and number. */
enum status project_claim_add(struct project *project, struct claim *claim, struct fault *f)
	MUST_USE;
/* Writes statement, lang and verdict of `claim`, known by its id; NULL leaves what is there. */
enum status project_claim_edit(struct project *project, const struct claim *claim, struct fault *f)
	MUST_USE;
/* `*n_mentions` (may be NULL): how many links to passages went with it. The highlights stay. */
enum status project_claim_remove(struct project *project, const char *ref, size_t *n_mentions,
				 struct fault *f) MUST_USE;
/* Gives all of `from` to `into` (store_claim_merge()); INVALID where they are the same. */
enum status project_claim_merge(struct project *project, const char *from, const char *into,
				struct fault *f) MUST_USE;

/*
 * This coder's: the highlight speaks of the claim `values->claim` (its id), with stance,
 * attribution, speaker and certainty; NULL leaves what this coder said of the two before, or "".
 * INVALID for a stance that the project's scheme has not, or what model/vocabulary.h does not know.
 * Strings of `values` are borrowed, its scheme is not looked at; only its id is filled.
 */
enum status project_mention(struct project *project, const char *highlight_ref,
			    struct mention *values, struct fault *f) MUST_USE;
enum status project_unmention(struct project *project, const char *mention_id, struct fault *f)
	MUST_USE;
/*
 * This coder's: the article was read and does not say the claim, or is not recorded so any more.
 * INVALID where a passage of the article is linked to the claim, by anyone who is seen.
 */
enum status project_absent(struct project *project, const char *claim_ref, const char *article_ref,
			   bool absent, struct fault *f) MUST_USE;
/*
 * Claim a is `kind` (model/vocabulary.h) of claim b, or is not any more. A kind that is the same from
 * both sides is there once. INVALID for a claim and itself; NOT_FOUND where nothing is to be taken
 * away.
 */
enum status project_relate(struct project *project, const char *a_ref, const char *b_ref,
			   const char *kind, bool on, struct fault *f) MUST_USE;
/*
 * The project's stance scheme from now on, by name; NOT_FOUND. Mentions that are there keep their
 * stance, and the name of the scheme it is of.
 */
enum status project_stance_scheme(struct project *project, const char *name, struct fault *f)
	MUST_USE;

/* `*words` (may be NULL) is the caller's: what was undone or done again; NULL where nothing was. */
enum status project_undo(struct project *project, char **words, struct fault *f) MUST_USE;
enum status project_redo(struct project *project, char **words, struct fault *f) MUST_USE;
/*
 * All of this coder's acts down to the act `seq`, and it too, are undone; up to it, done again: all
 * of them or none. `*n` (may be NULL) tells how many.
 */
enum status project_undo_to(struct project *project, int64_t seq, size_t *n, struct fault *f)
	MUST_USE;
enum status project_redo_to(struct project *project, int64_t seq, size_t *n, struct fault *f)
	MUST_USE;

#endif
