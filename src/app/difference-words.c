/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/difference-words.h"

#include "app/i18n.h"

static const char *const kinds[DIFFERENCE_KINDS] = {
	/* TRANSLATORS: of words in a newer version of a text; what happened to them */
	[DIFFERENCE_SAME] = N_("the same"),
	[DIFFERENCE_INSERTED] = N_("inserted"),
	[DIFFERENCE_DELETED] = N_("deleted"),
	[DIFFERENCE_CHANGED] = N_("changed"),
	[DIFFERENCE_SPELLING] = N_("spelling"),
	[DIFFERENCE_PUNCTUATION] = N_("punctuation"),
	[DIFFERENCE_SPACE] = N_("white space"),
	[DIFFERENCE_MOVED] = N_("moved"),
};

static const char *const spellings[SPELLING_KINDS] = {
	/* TRANSLATORS: in what two spellings of a word differ */
	[SPELLING_HAMZA] = N_("hamza"),
	[SPELLING_TEH_MARBUTA] = N_("teh marbuta"),
	[SPELLING_YEH] = N_("yeh"),
	[SPELLING_PERSIAN] = N_("Persian letters"),
	[SPELLING_TASHKEEL] = N_("tashkeel"),
	[SPELLING_TATWEEL] = N_("tatweel"),
	[SPELLING_NIQQUD] = N_("niqqud"),
	[SPELLING_DIGITS] = N_("digits"),
	[SPELLING_CASE] = N_("letter case"),
	[SPELLING_FORM] = N_("letter forms"),
	[SPELLING_HIDDEN] = N_("hidden characters"),
};

static void append_spellings(const struct difference_segment *segment, struct str *out)
{
	bool first = true;
	for (enum spelling kind = 0; kind < SPELLING_KINDS; kind++) {
		if (!(segment->spelling & 1u << kind))
			continue;
		str_append_str(out, first ? " (" : _(", "));
		str_append_str(out, _(spellings[kind]));
		first = false;
	}
	str_append_str(out, first ? "" : ")");
}

void difference_words(const struct difference_segment *segment, struct str *out)
{
	if (segment->kind == DIFFERENCE_MOVED && segment->edited)
		str_append_str(out, _("moved, and edited"));
	else
		str_append_str(out, _(kinds[segment->kind]));
	append_spellings(segment, out);
}

void difference_summary(const struct difference *difference, struct str *out)
{
	struct difference_count count = difference_count(difference);
	if (count.n_changes == 0)
		str_append_str(out, _("nothing differs"));
	const char *between = "";
	for (enum difference_kind kind = DIFFERENCE_SAME + 1; kind < DIFFERENCE_KINDS; kind++) {
		if (count.of[kind] == 0)
			continue;
		/* TRANSLATORS: a kind of change, and how many there are */
		str_append_str(out, between);
		str_appendf(out, _("%s: %zu"), _(kinds[kind]), count.of[kind]);
		between = " · ";
	}
	if (difference_is_coarse(difference)) {
		str_append_str(out, between);
		str_append_str(out, _("long stretches have too little in common for word by word"));
	}
}
