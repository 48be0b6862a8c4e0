/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project: one SQLite file, opened so that nothing acknowledged is ever lost.
 *
 * One user action is one act: store_begin(), any of the writing functions, store_commit(). An act
 * is one transaction (BEGIN IMMEDIATE) and one step of undo: SQLite's session extension records its
 * changeset, which is written to the history in the same transaction. "Saved" may be said only
 * after store_commit() returned OK. Reading needs no act. Text (body), drafts, settings and the
 * history itself are outside the recorded tables.
 *
 * What fills a row (`*_get`, `*_ensure`) overwrites it: release it first. What fills a list adds
 * to it.
 *
 * Journal TRUNCATE and synchronous EXTRA, never WAL: see HACKING, Storage.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "model/rows.h"
#include "text/document.h"

enum store_mode {
	STORE_READ,   /* never writes; NO_PROJECT where the file is missing */
	STORE_WRITE,  /* NO_PROJECT where it is missing; reads only where it cannot be written */
	STORE_CREATE, /* as STORE_WRITE, but makes what is missing: file (0600), folders (0700) */
};

struct store;

/*
 * Opens a project. NOT_PROJECT for a file that is something else, CORRUPT for a damaged one,
 * NEWER_PROJECT only where even reading is impossible: a newer one opens read-only and
 * store_is_newer() tells.
 */
enum status store_open(struct store **out, const char *path, enum store_mode mode,
		       struct fault *f) MUST_USE;
void store_close(struct store *store);

/*
 * Whether a file that is no project may be written to `path`: IS_PROJECT where that is the store's own
 * file, or any project, by whatever name, or the journal of one, there or not.
 */
enum status store_check_target(const struct store *store, const char *path,
			       struct fault *f) MUST_USE;

const char *store_path(const struct store *store);
bool store_is_readonly(const struct store *store);
bool store_is_newer(const struct store *store);
int store_version(const struct store *store); /* of the file's schema */

/* The version of the schema that this program writes. */
int store_schema_version(void);

/* The SQLite that runs, for `doctor`. Static. */
const char *store_sqlite_version(void);

/* PRAGMA quick_check and the shape of the schema; CORRUPT with the first finding as detail. */
enum status store_check(struct store *store, struct fault *f) MUST_USE;

/*
 * Lists that must agree with each other stand between these two: others cannot commit meanwhile, so
 * be quick, and write nothing. Without them each call sees the project as it is then.
 */
enum status store_read_begin(struct store *store, struct fault *f) MUST_USE;
void store_read_end(struct store *store);

/*
 * Acts. READONLY or NEWER_PROJECT where the project cannot be written, BUSY where another program
 * holds it over 5 s. When a writing function fails with more than NOT_FOUND, EXISTS or INVALID the
 * act is lost: abandon it.
 */
enum status store_begin(struct store *store, const char *coder, const struct act_label *label,
			struct fault *f) MUST_USE;
/*
 * Ends the act, whatever comes of it. Where the commit fails, the project is opened again to see:
 * OK after all, or the fault and nothing is saved, or UNKNOWN_COMMIT where even that cannot be
 * told. MOVED_PROJECT where the file is not at its path any more. An act that changed nothing
 * leaves no trace in the history.
 */
enum status store_commit(struct store *store, struct fault *f) MUST_USE;
/* Forgets the act under way, if any. */
void store_abandon(struct store *store);

/*
 * Undo: applies the inverse of this coder's latest act that is not undone; `*did` (may be NULL) is
 * that act, the caller's also where it could not be done; of seq 0 where there is none. Redo: does
 * again the coder's latest undone act, as long as no new act of that coder came between. CONFLICT
 * changes nothing: whatever another did to the same rows since has to be taken back first. They are
 * acts of their own; never call them inside one.
 */
enum status store_undo(struct store *store, const char *coder, struct act *did,
		       struct fault *f) MUST_USE;
enum status store_redo(struct store *store, const char *coder, struct act *did,
		       struct fault *f) MUST_USE;
/*
 * The same in one go, all or none: takes back this coder's acts down to and with `seq`, or does again
 * those up to and with it. `*n` (may be NULL): how many; at a CONFLICT, how many went before the one
 * that could not.
 */
enum status store_undo_to(struct store *store, const char *coder, int64_t seq, size_t *n,
			  struct fault *f) MUST_USE;
enum status store_redo_to(struct store *store, const char *coder, int64_t seq, size_t *n,
			  struct fault *f) MUST_USE;
/* The latest `limit` acts (0: all), newest first. */
enum status store_history(struct store *store, size_t limit, struct act_list *out,
			  struct fault *f) MUST_USE;
/* Drops all undo steps, collects texts that nothing refers to, and makes both final on disk. */
enum status store_history_forget(struct store *store, struct fault *f) MUST_USE;
/*
 * Counts every change to the project by anyone (PRAGMA data_version and our own): redraw when it
 * moved.
 */
int64_t store_changes(struct store *store);

/* Articles. `text` is the stored text: UTF-8, no byte order mark, LF. */
/*
 * Adds an article (inside an act). Fills id, number, sha256 and times of `article`, and the counts
 * unless n_bytes is `n` and n_cp is there. An article whose text is already there is not added
 * again: OK, `*existing` true, and `article` becomes that row.
 */
enum status store_article_add(struct store *store, struct article *article, const char *text,
			      size_t n, bool *existing, struct fault *f) MUST_USE;
/*
 * `ref`: a number, an id, or at least 8 first digits of one. NOT_FOUND names it, and in the detail
 * two that it could mean.
 */
enum status store_article_get(struct store *store, const char *ref, struct article *out,
			      struct fault *f) MUST_USE;
/* By the SHA-256 of its stored text; NOT_FOUND. */
enum status store_article_by_sha256(struct store *store, const char *sha256, struct article *out,
				    struct fault *f) MUST_USE;
/*
 * The latest that came from this path ("-" and "" are none), else the latest that has this address
 * ("" is none); NOT_FOUND, perhaps without a fault.
 */
enum status store_article_by_source(struct store *store, const char *source_path, const char *url,
				    struct article *out, struct fault *f) MUST_USE;
/* By number: all, or at most `limit` (0: all) from the one at index `first` on. */
enum status store_article_list(struct store *store, struct article_list *out,
			       struct fault *f) MUST_USE;
enum status store_article_page(struct store *store, size_t first, size_t limit,
			       struct article_list *out, struct fault *f) MUST_USE;
enum status store_article_count(struct store *store, size_t *n, struct fault *f) MUST_USE;
/* Writes title, outlet, author, url, published_at, lang and dir of `article` (inside an act). */
enum status store_article_update(struct store *store, const struct article *article,
				 struct fault *f) MUST_USE;
/*
 * With its highlights, and what hangs on it and them (inside an act). Its later versions become
 * versions of what it was a version of.
 */
enum status store_article_remove(struct store *store, const char *id, struct fault *f) MUST_USE;
/*
 * The stored text as a source for a document: reads windows of it, holding no lock between reads.
 * The store must outlive it.
 */
enum status store_article_source(struct store *store, const char *id, struct text_source *out,
				 struct fault *f) MUST_USE;

/* Highlights. Inside an act: add fills id (unless given) and times; `coder` is the act's. */
enum status store_highlight_add(struct store *store, struct highlight *highlight,
				struct fault *f) MUST_USE;
enum status store_highlight_remove(struct store *store, const char *id, struct fault *f) MUST_USE;
/* Writes range, quote and context (boundary editing). */
enum status store_highlight_update(struct store *store, const struct highlight *highlight,
				   struct fault *f) MUST_USE;
/* `ref`: an id, or at least 8 first digits of one, as for articles. */
enum status store_highlight_get(struct store *store, const char *ref, struct highlight *out,
				struct fault *f) MUST_USE;
/* Of one article (id), or of all (NULL); by article number, start, end, id. */
enum status store_highlight_list(struct store *store, const char *article,
				 struct highlight_list *out, struct fault *f) MUST_USE;
/* Those of one article that are moved or orphans; in the same order. */
enum status store_highlight_list_unsure(struct store *store, const char *article,
					struct highlight_list *out, struct fault *f) MUST_USE;
/* Those of an article that have exactly this range, of all coders; by id. */
enum status store_highlight_list_at(struct store *store, const char *article,
				    struct cp_range range, struct highlight_list *out,
				    struct fault *f) MUST_USE;

/* Tags: the codebook. */
/*
 * Finds `path`, adding it and its parents where missing (inside an act, if it may add). Tidy it
 * first: model/tagpath.h. Nothing is counted: a tag may have a million codings.
 */
enum status store_tag_ensure(struct store *store, const char *path, struct tag *out,
			     struct fault *f) MUST_USE;
enum status store_tag_get(struct store *store, const char *path, struct tag *out,
			  struct fault *f) MUST_USE;
enum status store_tag_list(struct store *store, struct tag_list *out,
			   struct fault *f) MUST_USE; /* by path */
/* The same without counts and last use, which cost a look at every coding. */
enum status store_tag_names(struct store *store, struct tag_list *out,
			    struct fault *f) MUST_USE;
/* Writes definition, colour, symbol, key. */
enum status store_tag_update(struct store *store, const struct tag *tag, struct fault *f) MUST_USE;
/*
 * Moves a tag and all below it to `new_path`; EXISTS where that is another tag (merge says so
 * instead).
 */
enum status store_tag_rename(struct store *store, const char *path, const char *new_path,
			     struct fault *f) MUST_USE;
/*
 * Gives all codings of `from` to `into` and removes `from`, whose children move below `into`. Its
 * notes are put below those of the same coder that are there.
 */
enum status store_tag_merge(struct store *store, const char *from, const char *into,
			    struct fault *f) MUST_USE;
/* With its codings, its notes and all tags below it; the highlights stay. */
enum status store_tag_remove(struct store *store, const char *path, struct fault *f) MUST_USE;

/* Codings (inside an act). Adding one that this coder has already is OK and changes nothing. */
enum status store_coding_add(struct store *store, const char *highlight, const char *tag,
			     struct fault *f) MUST_USE;
enum status store_coding_remove(struct store *store, const char *highlight, const char *tag,
				struct fault *f) MUST_USE;
/*
 * Gives one coding, whosever it is, another tag (ids). Where its coder has that one on the highlight
 * already, it goes. NOT_FOUND where there is no such coding.
 */
enum status store_coding_retag(struct store *store, const char *id, const char *tag,
			       struct fault *f) MUST_USE;
/*
 * Of one article's highlights (id), or of all (NULL); by article number, start, end, highlight id,
 * tag path, coder.
 */
enum status store_coding_list(struct store *store, const char *article, struct coding_list *out,
			      struct fault *f) MUST_USE;

/*
 * Claims. Inside an act: add fills id (unless given), number, coder and times; `ref` is a number, an
 * id, or at least 8 first digits of one.
 */
enum status store_claim_add(struct store *store, struct claim *claim, struct fault *f) MUST_USE;
enum status store_claim_get(struct store *store, const char *ref, struct claim *out,
			    struct fault *f) MUST_USE;
/* Exactly this statement; of several the one with the lowest number. NOT_FOUND. */
enum status store_claim_by_statement(struct store *store, const char *statement,
				     struct claim *out, struct fault *f) MUST_USE;
/* By number. */
enum status store_claim_list(struct store *store, struct claim_list *out,
			     struct fault *f) MUST_USE;
/* The same without counts, which cost a look at every mention. */
enum status store_claim_texts(struct store *store, struct claim_list *out,
			      struct fault *f) MUST_USE;
/* Writes statement, lang, verdict. */
enum status store_claim_update(struct store *store, const struct claim *claim,
			       struct fault *f) MUST_USE;
/* With its mentions, coverage, relations and notes; the highlights stay. */
enum status store_claim_remove(struct store *store, const char *id, struct fault *f) MUST_USE;
/*
 * Gives mentions, coverage, relations and notes of `from` to `into` and removes `from`. What `into`
 * has already stays as it is there; a note is put below the one that is there.
 */
enum status store_claim_merge(struct store *store, const char *from, const char *into,
			      struct fault *f) MUST_USE;

/*
 * Mentions: one a claim, highlight and coder. Sets this coder's: adds it (filling id, coder, times),
 * or writes stance, scheme, attribution, speaker and certainty of the one that is there. What this
 * coder recorded as absent there is not any more. Inside an act.
 */
enum status store_mention_set(struct store *store, struct mention *mention,
			      struct fault *f) MUST_USE;
/* `ref`: an id, or at least 8 first digits of one. */
enum status store_mention_get(struct store *store, const char *ref, struct mention *out,
			      struct fault *f) MUST_USE;
enum status store_mention_remove(struct store *store, const char *id, struct fault *f) MUST_USE;
/* Of one article, or of all (NULL); by article number, start, end, highlight id, claim id, coder. */
enum status store_mention_list(struct store *store, const char *article, struct mention_list *out,
			       struct fault *f) MUST_USE;

/* Who says in which article what of a claim. All borrowed, until the next one. */
struct mention_stance {
	const char *claim, *article, *coder, *stance;
};
typedef void mention_stance_taker(void *data, const struct mention_stance *row);
/*
 * Gives `take` every mention, those of one claim together: a tenth of what their list costs. `take`
 * does not use the store.
 */
enum status store_mention_stances(struct store *store, mention_stance_taker *take, void *data,
				  struct fault *f) MUST_USE;

/* This coder's: that `article` was looked through and does not say `claim`, or not. In an act. */
enum status store_absent_set(struct store *store, const char *claim, const char *article,
			     bool absent, struct fault *f) MUST_USE;
/* By claim number, article number, coder. */
enum status store_coverage_list(struct store *store, struct coverage_list *out,
				struct fault *f) MUST_USE;

/* One a pair and kind. Adding one that is there is OK and changes nothing. Inside an act. */
enum status store_relation_add(struct store *store, struct relation *relation,
			       struct fault *f) MUST_USE;
enum status store_relation_remove(struct store *store, const char *id, struct fault *f) MUST_USE;
/* By the numbers of a and b, then kind. */
enum status store_relation_list(struct store *store, struct relation_list *out,
				struct fault *f) MUST_USE;

/*
 * What is true of the project as a whole and undone like the rest: "stance_scheme". `*out` is the
 * caller's, "" where it was never set. Setting is done inside an act.
 */
enum status store_property_set(struct store *store, const char *name, const char *value,
			       struct fault *f) MUST_USE;
enum status store_property_get(struct store *store, const char *name, char **out,
			       struct fault *f) MUST_USE;
/* All of them, by name. */
enum status store_property_list(struct store *store, struct property_list *out,
				struct fault *f) MUST_USE;

/* Everyone who ever did something here, by name. */
enum status store_coder_list(struct store *store, struct coder_list *out,
			     struct fault *f) MUST_USE;

/* What came of a row that was put. */
enum put {
	PUT_ADDED,   /* it was not there */
	PUT_CHANGED, /* the row of this id said something else, and was replaced */
	PUT_SAME,    /* the row of this id says the same */
	PUT_TAKEN,   /* what it stands for is there under another id, which stays as it is */
	PUT_DENIED,  /* what is there says otherwise and stays: an absence where a mention is */
};

/*
 * Rows that come from elsewhere with id, coder and times of their own, which stay (inside an act).
 * A row of the same id is replaced; what is there already under another id (a tag of that path, a
 * coding or mention of that highlight and coder, a note of that target and coder) is PUT_TAKEN, and
 * `id` becomes that one's. An article's id is always that of its text. A new article or claim keeps
 * its number where no other has it; one that is there keeps its own. Rows that it hangs on have to
 * be there: NOT_FOUND. An empty id is made; empty times are now; an empty coder is the act's. `came`
 * may be NULL.
 */
enum status store_article_put(struct store *store, struct article *article, const char *text,
			      size_t n, enum put *came, struct fault *f) MUST_USE;
/* `tag->path` says where it stands; parents that are missing are made. */
enum status store_tag_put(struct store *store, struct tag *tag, enum put *came,
			  struct fault *f) MUST_USE;
enum status store_highlight_put(struct store *store, struct highlight *highlight, enum put *came,
				struct fault *f) MUST_USE;
enum status store_coding_put(struct store *store, struct coding *coding, enum put *came,
			     struct fault *f) MUST_USE;
enum status store_claim_put(struct store *store, struct claim *claim, enum put *came,
			    struct fault *f) MUST_USE;
enum status store_mention_put(struct store *store, struct mention *mention, enum put *came,
			      struct fault *f) MUST_USE;
enum status store_coverage_put(struct store *store, struct coverage *coverage, enum put *came,
			       struct fault *f) MUST_USE;
enum status store_relation_put(struct store *store, struct relation *relation, enum put *came,
			       struct fault *f) MUST_USE;
enum status store_note_put(struct store *store, struct note *note, enum put *came,
			   struct fault *f) MUST_USE;

/* Notes: one a target and coder. An empty text removes it (inside an act). */
enum status store_note_set(struct store *store, enum note_target kind, const char *target,
			   const char *text, struct fault *f) MUST_USE;
/*
 * Of all coders, for one target (id; "" is the project) or all (NULL); by id.
 */
enum status store_note_list(struct store *store, const char *target, struct note_list *out,
			    struct fault *f) MUST_USE;

/* All but those on highlights, in no order. */
enum status store_note_list_apart(struct store *store, struct note_list *out,
				  struct fault *f) MUST_USE;

/* Drafts: text typed and not yet saved, outside acts and history; at once on disk. "" removes. */
enum status store_draft_set(struct store *store, const char *coder, const char *target,
			    const char *text, struct fault *f) MUST_USE;
/* `*out` is the caller's; "" where there is none. */
enum status store_draft_get(struct store *store, const char *coder, const char *target, char **out,
			    struct fault *f) MUST_USE;
/* This coder's, by target. */
enum status store_draft_list(struct store *store, const char *coder, struct draft_list *out,
			     struct fault *f) MUST_USE;

/* Settings of a project (open panes, positions, last export path): outside acts and history. */
enum status store_setting_set(struct store *store, const char *key, const char *value,
			      struct fault *f) MUST_USE;
enum status store_setting_get(struct store *store, const char *key, char **out,
			      struct fault *f) MUST_USE;

#endif
