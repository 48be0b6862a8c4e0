/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "compare/opened.h"
#include "compare/text-internal.h"

struct read {
	struct document *doc;
	struct compare_text *text;
};

static struct read read_text(const char *utf8)
{
	struct read read;
	read.text = opened_read(&read.doc, utf8, SIZE_MAX);
	return read;
}

static void release(struct read *read)
{
	compare_text_free(read->text);
	document_free(read->doc);
}

/* A unit's words as `word word | word`, with | where a clause begins and ~ before stop words. */
static char *words_of(const struct compare_text *text, size_t unit)
{
	struct str out = STR_EMPTY;
	struct word_run words = text_unit_words(text, unit);
	for (size_t i = 0; i < words.n; i++) {
		struct form form = text_form(text, words.items[i].form);
		if (i > 0)
			str_append_str(&out, words.items[i].flags & WORD_CLAUSE ? " | " : " ");
		if (words.items[i].kind == WORD_STOP)
			str_append_char(&out, '~');
		if (words.items[i].flags & WORD_QUOTE)
			str_append_char(&out, '\'');
		utf8_append(&out, form.cps, form.n_cp);
	}
	return str_take(&out);
}

static void assert_words(const char *utf8, const char *expected)
{
	struct read read = read_text(utf8);
	assert_int_equal(compare_text_count(read.text), 1);
	char *words = words_of(read.text, 0);
	assert_string_equal(words, expected);
	free(words);
	release(&read);
}

static void words_are_folded_and_cut(void **state)
{
	(void)state;
	assert_words("أعلنَ الوزيرُ هدنةً جديدة.", "اعلن الوزير هدنه جديده");
	assert_words("الهدنة ـ الجديدة ــ مدرسةٌ", "الهدنه الجديده مدرسه");
	assert_words("صدر في أكتوبر2023 تقرير مدرسة.", "صدر ~في M10 2023 تقرير مدرسه");
}

static void numbers_and_dates_are_one_word_however_they_are_written(void **state)
{
	(void)state;
	assert_words("وصل ١٬٢٥٠ لاجئا.", "وصل 1250 لاجيا");
	assert_words("Prices rose 5% yesterday in Lyon.", "prices rose 5% yesterday ~in lyon");
	assert_words("The dam failed at 23:40 on Saturday in the valley.",
		     "~the dam failed ~at T23:40 ~on D6 ~in ~the valley");
	assert_words("وقع الهجوم في الخامس عشر من آذار.", "وقع الهجوم ~في 15 ~من M3");
	assert_words("انتهت الجولة الخامسة عشرة بلا اتفاق.", "انتهت الجوله الخامسه عشره ~بلا اتفاق");
	assert_words("وقع الهجوم في ١٢ شباط/فبراير ٢٠٢٥.", "وقع الهجوم ~في 12 M2 2025");
}

static void a_word_knows_where_it_stands(void **state)
{
	(void)state;
	struct read read = read_text("قالَ الوزير.\nوصل مئتان وخمسون لاجئا إلى المخيم.");
	struct word_run words = text_words(read.text);
	struct cp_range range = word_range(&words.items[1]);
	assert_int_equal(range.start_cp, 5);
	assert_int_equal(range.end_cp, 11);
	assert_int_equal(text_unit_words(read.text, 1).items[0].start_cp, 13);
	release(&read);
}

static void what_is_quoted_is_known(void **state)
{
	(void)state;
	struct read read = read_text("وصف الخطة بـ”المثيرة للاهتمام” أمس في المجلس.");
	char *words = words_of(read.text, 0);
	assert_non_null(strstr(words, "'المثيره"));
	assert_null(strstr(words, "'للاهتمام"));
	struct word_run run = text_unit_words(read.text, 0);
	size_t n_quoted = 0;
	for (size_t i = 0; i < run.n; i++)
		n_quoted += (run.items[i].flags & WORD_QUOTED) != 0;
	assert_int_equal(n_quoted, 2);
	free(words);
	release(&read);
}

static void clauses_are_cut_but_not_into_pieces_of_few_words(void **state)
{
	(void)state;
	assert_words("أعلنت الحكومة خطة لإعادة إعمار الموانئ المدمرة، لكن المعارضة رفضت تمويل المشروع "
		     "الجديد بالكامل.",
		     "اعلنت الحكومه خطه لاعاده اعمار المواني المدمره | ~لكن المعارضه رفضت تمويل "
		     "المشروع الجديد بالكامل");
}

/* What stands aside in a text's only unit, group by group. */
static void assert_asides(const char *utf8, const char *expected)
{
	struct read read = read_text(utf8);
	struct word_run words = text_unit_words(read.text, 0);
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < words.n; i++) {
		struct form form = text_form(read.text, words.items[i].form);
		if (!(words.items[i].flags & WORD_ASIDE))
			continue;
		if (out.len > 0)
			str_append_str(&out, words.items[i].flags & WORD_GROUP ? " | " : " ");
		utf8_append(&out, form.cps, form.n_cp);
	}
	assert_string_equal(str_cstr(&out), expected);
	str_release(&out);
	release(&read);
}

static void who_says_it_and_when_stand_aside(void **state)
{
	(void)state;
	assert_asides("وأكد المتحدث باسم الوزارة عصام البدراوي أن المخزون يكفي.",
		      "واكد المتحدث باسم الوزاره عصام البدراوي");
	assert_asides("وصل الوفد صباح الثلاثاء 11 آذار 2025 إلى المدينة.", "صباح D2 11 M3 2025");
	assert_asides("أعلنت الوزارة وصول الدواء، وقال الوزير إنه يكفي ثلاثة أعوام.",
		      "وقال الوزير");
	assert_asides("ملمحا إلى احتمال لقاء قريب جديد يجمع الوفدين بأن يعقد في المدينة.", "");
	assert_asides("أقر بعدم إحراز تقدم في «النقطة الأهم» أمس.", "");
	assert_asides("وصل الوفد إلى المدينة.", "");
}

static enum unit_kind kind_of(const char *utf8)
{
	struct read read = read_text(utf8);
	assert_true(compare_text_count(read.text) > 0);
	enum unit_kind kind = compare_text_unit(read.text, 0).kind;
	release(&read);
	return kind;
}

static void a_unit_has_its_kind(void **state)
{
	(void)state;
	assert_int_equal(kind_of("وصل الوفد إلى العاصمة مساء أمس."), UNIT_TEXT);
	assert_int_equal(kind_of("أجواء دافئة.. لكن بلا مضمون\n"), UNIT_HEADING);
	assert_int_equal(kind_of("https://example.org/a?b=c\n"), UNIT_URL);
}

static void a_line_of_date_place_or_source_alone_is_a_dateline(void **state)
{
	(void)state;
	assert_int_equal(kind_of("12 فبراير 2025\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("الأربعاء، 12 شباط/فبراير 2025\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("Published 12 February 2025, 10:30\n"
				 "The minister said that he would be at the talks.\n"),
			 UNIT_DATELINE);
	assert_int_equal(kind_of("مرسانا (وكالة أنباء الحوض) - 2 شباط/فبراير\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("16/08/2025\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("آخر تحديث: السبت 16 أغسطس 2025 - 10:30 بتوقيت غرينتش\n"),
			 UNIT_DATELINE);
	assert_int_equal(kind_of("موسكو - أ ف ب\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("القاهرة - خاص\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("بقلم: سامي حداد\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("By John Smith, CNN\n"), UNIT_DATELINE);
	assert_int_equal(kind_of("3 min read\n"
				 "The minister said that he would be at the talks.\n"),
			 UNIT_DATELINE);
	assert_int_equal(kind_of("مقتل مراسل الجزيرة\n"), UNIT_HEADING);
	assert_int_equal(kind_of("Editor killed in attack\n"), UNIT_HEADING);
	assert_int_equal(kind_of("Reuters: war is over\n"), UNIT_HEADING);
	assert_int_equal(kind_of("حرب أكتوبر\n"), UNIT_HEADING);
	assert_int_equal(kind_of("قمة ألاسكا 2025\n"), UNIT_HEADING);
	assert_int_equal(kind_of("قتل 12 جنديا في هجوم فبراير\n"), UNIT_HEADING);
	assert_int_equal(kind_of("Three killed in February attack\n"), UNIT_HEADING);
	assert_int_equal(kind_of("Attacked by rebels\n"), UNIT_HEADING);
}

static void a_place_is_in_a_unit_or_near_one(void **state)
{
	(void)state;
	struct read read = read_text("Aaa bbb. Ccc ddd.\n\n\nEee fff.\n");
	assert_int_equal(compare_text_unit_at(read.text, 0), 0);
	assert_int_equal(compare_text_unit_at(read.text, 8), 1);
	assert_int_equal(compare_text_unit_at(read.text, 9), 1);
	assert_int_equal(compare_text_unit_at(read.text, 18), 2);
	assert_int_equal(compare_text_unit_at(read.text, 9999), 2);
	release(&read);
	read = read_text("");
	assert_int_equal(compare_text_unit_at(read.text, 5), compare_text_count(read.text));
	release(&read);
}

/* That two readings have the same units and words. */
static void assert_same(const struct compare_text *a, const struct compare_text *b)
{
	struct word_run x = text_words(a), y = text_words(b);
	assert_int_equal(compare_text_count(a), compare_text_count(b));
	assert_int_equal(compare_text_language(a), compare_text_language(b));
	assert_int_equal(x.n, y.n);
	assert_memory_equal(x.items, y.items, x.n * sizeof *x.items);
}

static void slices_change_nothing(void **state)
{
	(void)state;
	static const char utf8[] = "Title of it\nThe cat sat on 1,250 mats; however, the dog, who "
				   "saw it in March 2024, did not.\r\n\r\nوصل الوفد إلى العاصمة.\n";
	struct read whole = read_text(utf8), sliced;
	sliced.text = opened_read(&sliced.doc, utf8, 1);
	assert_same(whole.text, sliced.text);
	release(&whole);
	release(&sliced);
}

static void odd_texts_are_read(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "\n\n\r\n", " ", "...", "“غير مغلقة. ثم نص آخر.\nسطر.",
					    "\xFF\xFE\x80", "٪ % $", "،،،", "ــ", "a\r\nb\r\n"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct read read = read_text(texts[i]);
		size_t before = 0;
		for (size_t k = 0; k < compare_text_count(read.text); k++) {
			struct cp_range range = compare_text_unit(read.text, k).range;
			assert_true(before <= range.start_cp && range.start_cp < range.end_cp);
			before = range.end_cp;
		}
		release(&read);
	}
}

static void a_line_of_a_megabyte_is_read(void **state)
{
	(void)state;
	static const char part[] = "كلمة واحدة فقط ";
	enum { SIZE = 1 << 20 };
	char *utf8 = malloc(SIZE + 1);
	size_t n = 0;
	for (; n + sizeof part <= SIZE; n += sizeof part - 1)
		memcpy(utf8 + n, part, sizeof part - 1);
	utf8[n] = 0;
	struct read read = read_text(utf8);
	assert_int_equal(text_words(read.text).n, n / (sizeof part - 1) * 3);
	release(&read);
	free(utf8);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_folded_and_cut),
		cmocka_unit_test(numbers_and_dates_are_one_word_however_they_are_written),
		cmocka_unit_test(a_word_knows_where_it_stands),
		cmocka_unit_test(what_is_quoted_is_known),
		cmocka_unit_test(clauses_are_cut_but_not_into_pieces_of_few_words),
		cmocka_unit_test(who_says_it_and_when_stand_aside),
		cmocka_unit_test(a_unit_has_its_kind),
		cmocka_unit_test(a_line_of_date_place_or_source_alone_is_a_dateline),
		cmocka_unit_test(a_place_is_in_a_unit_or_near_one),
		cmocka_unit_test(slices_change_nothing),
		cmocka_unit_test(odd_texts_are_read),
		cmocka_unit_test(a_line_of_a_megabyte_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
