/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gutter.h"

#include "app/compared.h"
#include "app/theme.h"

enum { BAR = U'┃', BROKEN_BAR = U'╎' };

void gutter_draw_row(const struct pane *pane, struct frame *frame, size_t row, size_t col,
		     struct cp_range range, bool mono, int zone)
{
	const struct linked *linked = &pane->linked;
	unsigned n = pane->compared ? compared_others(pane->compared, range) : 0;
	bool is_linked = linked_has(linked, range);
	bool begins = linked->unit.start_cp >= range.start_cp;
	struct style style = theme_style(is_linked ? ROLE_KEY : ROLE_DIM, mono);
	if (n > 0 && (!is_linked || begins)) {
		if (is_linked)
			style.attrs |= ATTR_REVERSE;
		frame_glyph(frame, row, col, n > 9 ? U'+' : U'0' + (char32_t)n, style, zone);
	} else if (is_linked) {
		bool weak = linked->state != LINKED_FROM && linked->link.band < BAND_LIKELY;
		frame_glyph(frame, row, col, weak ? BROKEN_BAR : BAR, style, zone);
	}
}
