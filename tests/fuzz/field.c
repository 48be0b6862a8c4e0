/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing: the first bytes are what is done, the rest is what is typed; the cursor stays in the text and in sight. */
#include "app/field.h"

#include <stdlib.h>

#include "fuzz.h"

enum { ACTS = 24, MOVES = FIELD_TEXT_END + 1, DELETIONS = FIELD_DELETE_ALL + 1, ROWS = 3 };

static const char *check(struct field *field, size_t n_cols)
{
	struct frame frame;
	size_t n_rows = field->many_lines ? ROWS : 1;
	const char *wrong = NULL;

	frame_init(&frame, n_rows, n_cols);
	field_draw(field, &frame, (struct area){.n_rows = n_rows, .n_cols = n_cols}, (struct style){.fg = -1, .bg = -1},
		   true);
	if (field->cursor_cp > field->n_cps)
		wrong = "the cursor is beyond the text";
	else if (!frame.cursor_shown || frame.cursor_row >= n_rows || frame.cursor_col >= n_cols)
		wrong = "the cursor is out of sight";
	for (size_t i = 0; i < field->n_cps && !wrong; i++)
		if ((field->cps[i] < ' ' && field->cps[i] != '\n' && field->cps[i] != '\t') ||
		    (field->cps[i] == '\n' && !field->many_lines))
			wrong = "a control was kept";
	frame_release(&frame);
	return wrong;
}

const char *fuzz_field(const uint8_t *bytes, size_t n)
{
	struct field field;
	const char *wrong = NULL;
	size_t n_acts = n < ACTS ? n : ACTS, n_cols = n > 0 ? 1 + bytes[0] % 30u : 1;

	field_init(&field, "", n % 2);
	field_insert(&field, (const char *)bytes + n_acts, n - n_acts);
	for (size_t i = 0; i < n_acts && !wrong; i++) {
		unsigned act = bytes[i] % (MOVES + DELETIONS + 1u);
		if (act < MOVES)
			field_move(&field, (enum field_move)act, n_cols);
		else if (act < MOVES + DELETIONS)
			field_delete(&field, (enum field_delete)(act - MOVES));
		else
			field_insert(&field, (const char *)bytes + i, n - i < 9 ? n - i : 9);
		wrong = check(&field, n_cols);
	}
	field_release(&field);
	return wrong;
}
