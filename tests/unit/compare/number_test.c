/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers by their table. */
#include "compare/number.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "compare/split.h"
#include "text/tap.h"
#include "text/table.h"

static const char *const before[] = {
	[NUMBER_COUNT] = "",
	[NUMBER_ORDINAL] = "#",
	[NUMBER_MONTH] = "M",
	[NUMBER_WEEKDAY] = "D",
};

static void write_number(const struct number *number, struct str *out)
{
	str_appendf(out, "%s%s%s%s", out->len > 0 ? " " : "", before[number->kind], number->value,
		    number->percent ? "%" : "");
	if (number->n_noun_cp == 0)
		return;
	char *noun = letters_text(number->noun, number->n_noun_cp);
	str_appendf(out, "(%s)", noun);
	free(noun);
}

/* All numbers in a row of words. */
static struct str numbers_in(enum language language, const struct split *row)
{
	struct str found = STR_EMPTY;
	for (size_t i = 0; i < row->n;) {
		struct number number;
		if (number_read(language, row->words + i, row->n - i, &number)) {
			write_number(&number, &found);
			i += number.n_words;
		} else {
			i++;
		}
	}
	if (found.len == 0)
		str_append_char(&found, '-');
	return found;
}

static void number_case(const char *tag, const char *line)
{
	struct split row;
	char *text = strdup(line);
	char *wanted = strstr(text, " = ");
	if (!wanted) {
		tap_result(false, line);
		free(text);
		return;
	}
	*wanted = '\0';
	split_init(&row, text);
	struct str found = numbers_in(language_of_tag(tag), &row);
	bool ok = strcmp(str_cstr(&found), wanted + 3) == 0;
	tap_result(ok, line);
	if (!ok)
		tap_why("found %s", str_cstr(&found));
	str_release(&found);
	free(text);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	table_run("compare/numbers.test", number_case);
	return tap_end();
}
