/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says besides articles and highlights: each row is led to what it hangs on, and put. */
#include "app/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/id.h"

enum status intake_begin(struct intake *intake, struct project *project,
			 struct annotations_report *report, struct fault *f)
{
	*intake = (struct intake){.project = project, .report = report};
	return store_article_list(project->store, &intake->articles, f);
}

void intake_release(struct intake *intake)
{
	article_list_release(&intake->articles);
	map_release(&intake->article_ids);
	map_release(&intake->tag_ids);
	map_release(&intake->tag_paths);
	document_free(intake->doc);
	for (size_t i = 0; i < intake->n_astray; i++) {
		highlight_release(&intake->astray[i].row);
		free(intake->astray[i].title);
	}
	free(intake->astray);
}

void intake_pass(void *self, size_t line, const char *what)
{
	struct intake *intake = self;
	struct annotation a = {.line = line};
	intake_remark(intake, REMARK_NO_PLACE, &a, what, NULL);
}

static void set_id(char field[ID_SIZE], const char *id)
{
	memcpy(field, id, strlen(id) + 1);
}

/* That something was not found is no fault of the act. */
static enum status absent_is_fine(enum status status, struct fault *f)
{
	if (status != STATUS_NOT_FOUND)
		return status;
	if (f)
		fault_release(f);
	return STATUS_OK;
}

/* What came of putting a row: where what it hangs on is missing, it is told. */
static enum status came_of(struct intake *intake, const struct annotation *a, enum status status,
			   enum put came, const char *what, struct fault *f)
{
	if (status == STATUS_OK)
		intake_put(intake, a, came);
	if (status == STATUS_NOT_FOUND)
		intake_skip(intake, a, REMARK_NOT_TAKEN, what);
	return absent_is_fine(status, f);
}

/*
 * A file that was edited says the time of its last change before that: what says something else now
 * was changed now.
 */
static void renew(enum record_kind kind, const void *row, const void *there, char **updated_at,
		  const char *there_updated_at)
{
	bool untold = !**updated_at || strcmp(*updated_at, there_updated_at) == 0;
	if (!untold)
		return;
	xstrset(updated_at, intake_same(kind, row, there) ? there_updated_at : "");
}

/* The scheme of stances, and what versions keep of their orphans (app/versions.h). */
static bool is_property(const char *name)
{
	static const char orphans[] = "orphans:";
	size_t n = sizeof orphans - 1;
	return strcmp(name, "stance_scheme") == 0 ||
	       (strncmp(name, orphans, n) == 0 && id_is_valid(name + n));
}

static enum status take_property(struct intake *intake, struct annotation *a, struct fault *f)
{
	const struct property *property = &a->row.property;
	char *there = NULL;
	if (!is_property(property->name)) {
		intake_skip(intake, a, REMARK_NO_PLACE, property->name);
		return STATUS_OK;
	}
	enum status status =
		store_property_get(intake->project->store, property->name, &there, f);
	if (status != STATUS_OK)
		return status;
	if (strcmp(there, property->value) == 0) {
		intake_count(intake, a, TAKEN_THERE);
	} else if (*there) {
		intake_skip(intake, a, REMARK_OTHER_CHOSEN, property->value);
	} else {
		status = store_property_set(intake->project->store, property->name,
					    property->value, f);
		intake_count(intake, a, TAKEN_ADDED);
	}
	free(there);
	return status;
}

/* A tag that is only named beside a highlight brings a definition to one that has none. */
static bool has_news(const struct tag *row, const struct tag *there)
{
	return row->definition && *row->definition && !*there->definition;
}

/* What is there is left alone, or gets what the file says. */
static enum status put_tag(struct intake *intake, struct annotation *a, const struct tag *there,
			   struct fault *f)
{
	struct tag *row = &a->row.tag;
	enum put came = PUT_SAME;
	enum status status = STATUS_OK;
	if (there && !row->id[0])
		set_id(row->id, there->id);
	if (there && a->weak && !has_news(row, there))
		return STATUS_OK;
	intake_fill(RECORD_tag, row, there);
	if (there && strcmp(there->id, row->id) == 0)
		renew(RECORD_tag, row, there, &row->updated_at, there->updated_at);
	status = store_tag_put(intake->project->store, row, &came, f);
	return came_of(intake, a, status, came, row->path, f);
}

static enum status take_tag(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct tag *row = &a->row.tag, there = {.path = NULL};
	char file_id[ID_SIZE];
	if (a->weak && map_get(&intake->tag_paths, row->path))
		return STATUS_OK;
	memcpy(file_id, row->id, ID_SIZE);
	enum status status = store_tag_get(intake->project->store, row->path, &there, f);
	bool found = status == STATUS_OK;
	status = absent_is_fine(status, f);
	if (status == STATUS_OK)
		status = put_tag(intake, a, found ? &there : NULL, f);
	if (status == STATUS_OK)
		map_put(&intake->tag_paths, row->path, row->id);
	if (status == STATUS_OK && file_id[0] && strcmp(file_id, row->id) != 0)
		map_put(&intake->tag_ids, file_id, row->id);
	tag_release(&there);
	return status;
}

/* Leads `id` to ours: by what this file called it, or by its path. */
static enum status lead_to_tag(struct intake *intake, char id[ID_SIZE], const char *path,
			       struct fault *f)
{
	const char *ours = id[0] ? map_get(&intake->tag_ids, id)
				 : map_get(&intake->tag_paths, path);
	if (ours)
		set_id(id, ours);
	if (ours || id[0])
		return STATUS_OK;
	struct tag tag = {.path = NULL};
	enum status status = store_tag_get(intake->project->store, path, &tag, f);
	if (status == STATUS_OK)
		set_id(id, tag.id);
	tag_release(&tag);
	return status;
}

static enum status take_coding(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct coding *row = &a->row.coding;
	enum put came = PUT_SAME;
	enum status status = lead_to_tag(intake, row->tag, a->tag_path, f);
	intake_fill(RECORD_coding, row, NULL);
	if (status == STATUS_OK)
		status = store_coding_put(intake->project->store, row, &came, f);
	return came_of(intake, a, status, came, a->tag_path, f);
}

static enum status take_claim(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct claim *row = &a->row.claim, there = {.statement = NULL};
	enum put came = PUT_SAME;
	enum status status = row->id[0] ? store_claim_get(intake->project->store, row->id, &there, f)
					: STATUS_NOT_FOUND;
	bool found = status == STATUS_OK;
	status = absent_is_fine(status, f);
	if (status != STATUS_OK || (found && a->weak))
		goto out;
	intake_fill(RECORD_claim, row, found ? &there : NULL);
	if (found)
		renew(RECORD_claim, row, &there, &row->updated_at, there.updated_at);
	status = store_claim_put(intake->project->store, row, &came, f);
	status = came_of(intake, a, status, came, row->statement, f);
out:
	claim_release(&there);
	return status;
}

/*
 * A mention, or a note, is put as it is; where this coder has another one there it is led to that:
 * what has no id of its own was meant, what has one stays out.
 */
static enum status put_mention(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct mention *row = &a->row.mention, there = {.coder = NULL};
	bool named = row->id[0];
	enum put came = PUT_SAME;
	struct store *store = intake->project->store;
	enum status status = named ? store_mention_get(store, row->id, &there, f) : STATUS_OK;
	if (there.coder)
		renew(RECORD_mention, row, &there, &row->updated_at, there.updated_at);
	status = absent_is_fine(status, f);
	if (status == STATUS_OK)
		status = store_mention_put(store, row, &came, f);
	mention_release(&there);
	if (status == STATUS_OK && came == PUT_TAKEN)
		status = store_mention_get(store, row->id, &there, f);
	if (status != STATUS_OK || came != PUT_TAKEN || intake_same(RECORD_mention, row, &there)) {
		status = came_of(intake, a, status, came, row->stance, f);
	} else if (named) {
		intake_skip(intake, a, REMARK_OTHER_THERE, row->stance);
	} else {
		xstrset(&row->created_at, there.created_at);
		renew(RECORD_mention, row, &there, &row->updated_at, there.updated_at);
		status = came_of(intake, a, store_mention_put(store, row, &came, f), came,
				 row->stance, f);
	}
	mention_release(&there);
	return status;
}

static enum status take_mention(struct intake *intake, struct annotation *a, struct fault *f)
{
	intake_fill(RECORD_mention, &a->row.mention, NULL);
	return put_mention(intake, a, f);
}

static enum status take_coverage(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct coverage *row = &a->row.coverage;
	enum put came = PUT_SAME;
	const struct article *article = intake_find_article(
		intake, row->article[0] ? row->article : a->target.id, &a->target);
	if (!article) {
		intake_skip(intake, a, REMARK_NO_ARTICLE, a->target.title);
		return STATUS_OK;
	}
	set_id(row->article, article->id);
	intake_fill(RECORD_coverage, row, NULL);
	enum status status = store_coverage_put(intake->project->store, row, &came, f);
	if (status == STATUS_OK && came == PUT_DENIED) {
		intake_skip(intake, a, REMARK_OTHER_THERE, row->state);
		return STATUS_OK;
	}
	return came_of(intake, a, status, came, article->title, f);
}

static enum status take_relation(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct relation *row = &a->row.relation;
	enum put came = PUT_SAME;
	if (strcmp(row->a, row->b) == 0) {
		intake_skip(intake, a, REMARK_NO_PLACE, row->kind);
		return STATUS_OK;
	}
	intake_fill(RECORD_relation, row, NULL);
	enum status status = store_relation_put(intake->project->store, row, &came, f);
	return came_of(intake, a, status, came, row->kind, f);
}

/* A file that does not say what its target is (W3C) may mean a claim, or a tag. */
static enum status lead_elsewhere(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct note *row = &a->row.note;
	struct claim claim = {.statement = NULL};
	if (!row->target[0])
		set_id(row->target, a->target.id);
	if (!row->target[0])
		return fault_set(f, STATUS_NOT_FOUND, row->text);
	enum status status = store_claim_get(intake->project->store, row->target, &claim, f);
	row->kind = status == STATUS_OK ? NOTE_CLAIM : NOTE_TAG;
	claim_release(&claim);
	return absent_is_fine(status, f);
}

/* Leads the note to what it is on; NOT_FOUND where that is not here. */
static enum status lead_to_target(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct note *row = &a->row.note;
	if (row->kind == NOTE_TAG)
		return lead_to_tag(intake, row->target, a->tag_path, f);
	if (row->kind != NOTE_ARTICLE)
		return STATUS_OK;
	const struct article *article = intake_find_article(
		intake, row->target[0] ? row->target : a->target.id, &a->target);
	if (!article)
		return lead_elsewhere(intake, a, f);
	set_id(row->target, article->id);
	return STATUS_OK;
}

/* The note with this id, which is on the same as `row`. */
static enum status find_note(struct intake *intake, const struct note *row, struct note *out,
			     struct fault *f)
{
	struct note_list list = {.n = 0};
	enum status status = store_note_list(intake->project->store, row->target, &list, f);
	for (size_t i = 0; i < list.n; i++) {
		if (strcmp(list.items[i].id, row->id) != 0)
			continue;
		*out = list.items[i];
		list.items[i] = (struct note){.text = NULL};
	}
	note_list_release(&list);
	return status;
}

static enum status put_note(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct note *row = &a->row.note, there = {.text = NULL};
	bool named = row->id[0];
	enum put came = PUT_SAME;
	struct store *store = intake->project->store;
	enum status status = named ? find_note(intake, row, &there, f) : STATUS_OK;
	if (there.text)
		renew(RECORD_note, row, &there, &row->updated_at, there.updated_at);
	if (status == STATUS_OK)
		status = store_note_put(store, row, &came, f);
	note_release(&there);
	if (status == STATUS_OK && came == PUT_TAKEN)
		status = find_note(intake, row, &there, f);
	if (status != STATUS_OK || came != PUT_TAKEN || intake_same(RECORD_note, row, &there)) {
		status = came_of(intake, a, status, came, row->text, f);
	} else if (named) {
		intake_skip(intake, a, REMARK_OTHER_THERE, row->text);
	} else {
		xstrset(&row->created_at, there.created_at);
		renew(RECORD_note, row, &there, &row->updated_at, there.updated_at);
		status = came_of(intake, a, store_note_put(store, row, &came, f), came, row->text,
				 f);
	}
	note_release(&there);
	return status;
}

static enum status take_note(struct intake *intake, struct annotation *a, struct fault *f)
{
	enum status status = lead_to_target(intake, a, f);
	if (status == STATUS_NOT_FOUND)
		return came_of(intake, a, status, PUT_SAME, a->row.note.text, f);
	intake_fill(RECORD_note, &a->row.note, NULL);
	return status == STATUS_OK ? put_note(intake, a, f) : status;
}

enum status intake_take(void *self, struct annotation *a, struct fault *f)
{
	static enum status (*const takes[N_RECORDS])(struct intake *, struct annotation *,
						     struct fault *) = {
		[RECORD_property] = take_property,   [RECORD_article] = intake_article,
		[RECORD_tag] = take_tag,	     [RECORD_highlight] = intake_highlight,
		[RECORD_coding] = take_coding,	     [RECORD_claim] = take_claim,
		[RECORD_mention] = take_mention,     [RECORD_coverage] = take_coverage,
		[RECORD_relation] = take_relation,   [RECORD_note] = take_note,
	};
	return takes[a->kind](self, a, f);
}
