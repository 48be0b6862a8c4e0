/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/figures.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "compare/figures-internal.h"
#include "compare/opened.h"

/* Appends "12 wounded": the number, and the noun where it is a word of its own. */
static void tell(const struct opened *opened, size_t text, struct cp_range number,
		 struct cp_range noun, struct str *out)
{
	char *said = opened_text(opened, text, number);
	str_append_str(out, said);
	free(said);
	if (noun.start_cp == number.start_cp)
		return;
	said = opened_text(opened, text, noun);
	str_appendf(out, " %s", said);
	free(said);
}

/* What differs between the first units of two texts, if they are so linked: "12 dead/15 dead". */
static char *differing(const char *one, const char *other, enum band band)
{
	struct link link = {.a = {0, 0}, .b = {1, 0}, .band = band};
	struct opened opened;
	struct figure_pair_list list = {.items = NULL};
	struct str out = STR_EMPTY;
	opened_init(&opened, (const char *const[]){one, other}, 2, SIZE_MAX);
	compare_figures(opened.set, &link, &list);
	for (size_t i = 0; i < list.n; i++) {
		const struct figure_pair *pair = &list.items[i];
		str_append_str(&out, i > 0 ? "; " : "");
		tell(&opened, 0, pair->number_a, pair->noun_a, &out);
		str_append_str(&out, "/");
		tell(&opened, 1, pair->number_b, pair->noun_b, &out);
	}
	free(list.items);
	opened_release(&opened);
	return str_take(&out);
}

static void assert_differ(const char *one, const char *other, const char *expected)
{
	char *found = differing(one, other, BAND_LIKELY);
	assert_string_equal(found, expected);
	free(found);
}

/* Neither way. */
static void assert_same(const char *one, const char *other)
{
	assert_differ(one, other, "");
	assert_differ(other, one, "");
}

static void numbers_of_one_noun_differ(void **state)
{
	(void)state;
	assert_differ("The blast left 12 wounded near the port.",
		      "Near the port the blast left 15 wounded.", "12 wounded/15 wounded");
	assert_differ("أسفر الانفجار عن 12 جريحا.", "أسفر الانفجار عن خمسة عشر جريحا.",
		      "12 جريحا/خمسة عشر جريحا");
}

static void the_same_number_is_the_same_however_it_is_written(void **state)
{
	(void)state;
	assert_same("سقط ١٥ جريحا في الانفجار.", "سقط 15 جريحا في الانفجار.");
	assert_same("سقط خمسة عشر جريحا في الانفجار.", "سقط 15 جريحا في الانفجار.");
	assert_same("The talks took two hours.", "The talks took 2 hours.");
	assert_same("استمر اللقاء ساعتين.", "استمر اللقاء 2 ساعة.");
}

static void a_noun_is_known_by_its_stem(void **state)
{
	(void)state;
	assert_differ("قتل خمسة جنود في الهجوم. والجنود غادروا.",
		      "قتل 7 جنود في الهجوم على الجنود.", "خمسة جنود/7 جنود");
	assert_differ("One village lost 3 houses.", "The village lost 5 houses, a house each.",
		      "3 houses/5 houses");
}

static void a_dual_is_a_two(void **state)
{
	(void)state;
	assert_differ("استمر اللقاء ساعتين في القصر.", "استمر اللقاء ثلاث ساعات في القصر.",
		      "ساعتين/ثلاث ساعات");
	assert_differ("أغرقت العاصفة قاربين هناك.", "أغرقت العاصفة ثلاثة قوارب هناك.",
		      "قاربين/ثلاثة قوارب");
}

static void a_half_counts(void **state)
{
	(void)state;
	assert_same("استمر اللقاء ساعتين ونصف.", "استمر اللقاء 2.5 ساعة.");
	assert_differ("استمر اللقاء ساعتين ونصف.", "استمر اللقاء ساعتين.", "ساعتين/ساعتين");
	assert_same("They talked for three hours and a half.", "They talked for 3.5 hours.");
	assert_differ("They talked for three hours and a half.", "They talked for 3 hours.",
		      "three hours/3 hours");
}

static void what_is_hedged_has_room(void **state)
{
	(void)state;
	assert_same("More than 20 houses burnt.", "Some 25 houses burnt.");
	assert_same("About 20 houses burnt.", "In all 21 houses burnt.");
	assert_same("أصيب أكثر من 20 عاملا.", "أصيب 25 عاملا.");
	assert_same("أصيب نحو 20 عاملا.", "أصيب 21 عاملا.");
	assert_differ("More than 20 houses burnt.", "In all 15 houses burnt.",
		      "20 houses/15 houses");
	assert_differ("About 20 houses burnt.", "In all 30 houses burnt.", "20 houses/30 houses");
	assert_differ("أصيب أكثر من 20 عاملا.", "أصيب 15 عاملا.", "20 عاملا/15 عاملا");
	assert_differ("أصيب ما لا يقل عن 20 عاملا.", "أصيب 15 عاملا.", "20 عاملا/15 عاملا");
	assert_same("أصيب ما لا يقل عن 20 عاملا.", "أصيب 23 عاملا.");
	assert_same("لم يتضرر إلا ما لا يتجاوز 20 منزلا.", "تضرر 18 منزلا.");
}

static void large_numbers_may_be_rounded(void **state)
{
	(void)state;
	assert_same("The camp holds 12,345 refugees.", "The camp holds 12,300 refugees.");
	assert_differ("The camp holds 12,345 refugees.", "The camp holds 13,000 refugees.",
		      "12,345 refugees/13,000 refugees");
	assert_differ("The camp holds 345 refugees.", "The camp holds 340 refugees.",
		      "345 refugees/340 refugees");
}

static void a_range_holds_what_is_in_it(void **state)
{
	(void)state;
	assert_same("أصيب بين 15 و20 عاملا.", "أصيب 17 عاملا.");
	assert_same("Between 15 and 20 houses burnt.", "In all 17 houses burnt.");
	assert_same("The fire took 15-20 houses.", "The fire took 17 houses.");
	assert_differ("The fire took 15-20 houses.", "The fire took 27 houses.",
		      "20 houses/27 houses");
}

static void dates_years_and_hours_are_no_figures(void **state)
{
	(void)state;
	assert_same("The talks began on 15 August.", "The talks began on 16 August.");
	assert_same("بدأت المحادثات في 15 أغسطس.", "بدأت المحادثات في 16 أغسطس.");
	assert_same("It was founded in 1998 villagers say.",
		    "It was founded in 1989 villagers say.");
	assert_same("الساعة 15 بتوقيت المدينة.", "الساعة 16 بتوقيت المدينة.");
	assert_same("They met at 3 pm.", "They met at 4 pm.");
}

static void what_has_a_number_for_a_name_is_no_figure(void **state)
{
	(void)state;
	assert_same("Two F-22 jets came.", "Two F-35 jets came.");
	assert_same("The clause is in article 5 somewhere.",
		    "The clause is in article 6 somewhere.");
	assert_same("نصت المادة 5 صراحة على ذلك.", "نصت المادة 6 صراحة على ذلك.");
	assert_same("The team won 3-1 yesterday.", "The team won 2-1 yesterday.");
}

static void an_address_has_no_figures(void **state)
{
	(void)state;
	assert_same("The list is at ports.example/a%84%85 harbour lanterns.",
		    "The list was at ports.example/a%94%95 harbour lanterns.");
}

static void preposition_and_tatweel_hide_no_number(void **state)
{
	(void)state;
	assert_differ("تتسع القاعة لـ64 مقعدا.", "تتسع القاعة لـ46 مقعدا.", "64 مقعدا/46 مقعدا");
	assert_differ("تتسع القاعة ل64 مقعدا.", "تتسع القاعة ل46 مقعدا.", "64 مقعدا/46 مقعدا");
}

static void another_number_of_the_noun_is_not_told_where_one_is_the_same(void **state)
{
	(void)state;
	assert_same("In all 12 people died and 30 people were hurt.", "In all 12 people died.");
	assert_same("Two people were killed and five are missing.", "Five people are missing.");
}

static void of_several_numbers_those_beside_the_same_word_are_compared(void **state)
{
	(void)state;
	assert_differ("The flood killed 12 people and injured 30 people there.",
		      "The flood killed 12 people and injured 31 people there.",
		      "30 people/31 people");
}

static void measures_are_compared_beside_the_same_word_only(void **state)
{
	(void)state;
	assert_same("The loan costs 30 dollars.", "The fine is 40 dollars.");
	assert_same("Growth reached 3% this year.", "Unemployment reached 5% this year.");
	assert_differ("Inflation hit 31.7% again.", "Inflation hit 29.4% again.", "31.7%/29.4%");
}

static void of_a_weak_link_figures_differ_only_beside_a_common_one(void **state)
{
	(void)state;
	const char *one = "Four passengers died and 56 sheep fled.";
	const char *other = "In all 61 sheep fled and four goats died there.",
		   *third = "In all 61 sheep fled there.";
	char *found = differing(one, other, BAND_WEAK);
	assert_string_equal(found, "56 sheep/61 sheep");
	free(found);
	found = differing(one, third, BAND_WEAK);
	assert_string_equal(found, "");
	free(found);
	found = differing(one, other, BAND_NONE);
	assert_string_equal(found, "");
	free(found);
}

/* What every passage speaks of does not tell two measures apart. */
static void the_topic_is_no_telling_word(void **state)
{
	(void)state;
	assert_same("The dam cost 30 dollars. The dam leaks. The dam is old. The dam is grey.",
		    "The dam earns 40 dollars. The dam stands. The dam is tall. The dam is wide.");
	assert_differ(
		"The dam cost 30 dollars. The lake leaks. The wall is old. The hill is grey.",
		"The dam earns 40 dollars. The road stands. The car is tall. The sky is wide.",
		"30 dollars/40 dollars");
}

/* The pumps are in five units of seven. */
static void a_few_more_sentences_hide_no_difference(void **state)
{
	(void)state;
	assert_differ("The output of the pumps fell by 5.2%.\nTwo of the four pumps failed.",
		      "The output of the pumps fell by 5.6 per cent.\nTwo of the four pumps failed."
		      "\nThe pumps are old.\nNobody came.\nIt rained.",
		      "5.2%/5.6 per cent");
}

static void of_a_strong_link_per_cents_differ_wherever_the_common_word_stands(void **state)
{
	(void)state;
	const char *one = "Unemployment, the office writes, has fallen to 5.2% now.";
	const char *other = "Of all 5.6 per cent are out of work, a record of unemployment.";
	char *found = differing(one, other, BAND_STRONG);
	assert_string_equal(found, "5.2%/5.6 per cent");
	free(found);
	assert_same(one, other);
}

static void a_currency_is_one_unit_by_sign_or_name(void **state)
{
	(void)state;
	assert_differ("The damage to the pier cost $5m.", "The damage to the pier cost $7m.",
		      "5m $/7m $");
	assert_differ("Repair of the pier took €1.2 billion.", "Repair of the pier took 1.5bn euros.",
		      "1.2 billion €/1.5bn euros");
	assert_same("Repair of the pier took €1.2b.", "Repair of the pier took 1.2bn euros.");
	assert_differ("كلف إصلاح الرصيف 5 ملايين من الدولارات.", "كلف إصلاح الرصيف 7 ملايين دولار.",
		      "5 ملايين الدولارات/7 ملايين دولار");
	assert_same("The pier stands 5m deep.", "The pier stands 7m deep.");
}

static void another_order_is_another_thing(void **state)
{
	(void)state;
	assert_same("The hall has 64 seats.", "The stadium has 64,000 seats.");
}

static void other_languages_have_figures_too(void **state)
{
	(void)state;
	assert_differ("در این حمله ۱۲ سرباز کشته شدند.", "در این حمله ۱۵ سرباز کشته شدند.",
		      "۱۲ سرباز/۱۵ سرباز");
	assert_differ("במתקפה נהרגו 12 חיילים.", "במתקפה נהרגו 15 חיילים.", "12 חיילים/15 חיילים");
	assert_differ("При взрыве погибли 12 солдат.", "При взрыве погибли 15 солдат.",
		      "12 солдат/15 солдат");
	assert_differ("L'explosion a tué 12 soldats.", "L'explosion a tué 15 soldats.",
		      "12 soldats/15 soldats");
}

static void an_adjective_is_not_the_noun(void **state)
{
	(void)state;
	assert_same("There were 12 Russian soldiers there.", "There were 3 Russian tanks there.");
	assert_differ("There were 12 Russian soldiers there.", "There were 15 soldiers there.",
		      "12 soldiers/15 soldiers");
}

static void a_number_behind_what_happened_is_of_that(void **state)
{
	(void)state;
	assert_differ("أدى الانفجار إلى مقتل 12 وإصابة 40.", "أدى الانفجار إلى مقتل 18 وإصابة 65.",
		      "12 مقتل/18 مقتل; 40 وإصابة/65 وإصابة");
	assert_differ("قتل 12 وأصيب 40 في الانفجار.", "قتل 12 وأصيب 65 في الانفجار.",
		      "40 وأصيب/65 وأصيب");
	assert_same("أدى الانفجار إلى إصابة 40.", "أسفر الانفجار عن 40 جريحا.");
}

static void what_is_not_counted_is_no_noun(void **state)
{
	(void)state;
	assert_same("تبادل الطرفان خمسة مقابل خمسة.", "تبادل الطرفان سبعة مقابل سبعة.");
	assert_same("بقيت نقطة أو اثنتين مهمتين.", "بقيت نقطة أو ثلاث مهمتين.");
	assert_differ("المصنع قال إن المضخات الأربع عملت.", "المصنع قال إن المضخات الست عملت.",
		      "الأربع المضخات/الست المضخات");
	assert_differ("بدأت هدنة الستين يوما.", "بدأت هدنة التسعين يوما.",
		      "الستين يوما/التسعين يوما");
}

static void what_looks_like_a_year_may_be_a_count(void **state)
{
	(void)state;
	assert_differ("There 2000 people marched.", "There 1950 people marched.",
		      "2000 people/1950 people");
	assert_differ("تظاهر ٢٠٠٠ شخص هناك.", "تظاهر ١٥٠٠ شخص هناك.", "٢٠٠٠ شخص/١٥٠٠ شخص");
	assert_differ("تظاهر ألفي شخص هناك.", "تظاهر ١٥٠٠ شخص هناك.", "ألفي شخص/١٥٠٠ شخص");
	assert_same("The 2024 elections were lost.", "The 2020 elections were lost.");
	assert_same("In 2000 people marched.", "In 1950 people marched.");
	assert_same("في عام 2000 شخص واحد عاد.", "في عام 1950 شخص واحد عاد.");
}

/* 100,000 numbers in one line of each. */
static void a_table_is_compared_in_no_time(void **state)
{
	(void)state;
	struct str one = STR_EMPTY, other = STR_EMPTY;
	for (int i = 0; i < 100000; i++) {
		str_appendf(&one, "%d sheep ", i % 977 + 3);
		str_appendf(&other, "%d sheep ", i % 977 + 4);
	}
	free(differing(str_cstr(&one), str_cstr(&other), BAND_LIKELY));
	str_release(&one);
	str_release(&other);
}

static void hostile_numbers_are_read(void **state)
{
	(void)state;
	assert_same("99999999999999999999999999999999999999 sheep.", "3 sheep.");
	free(differing("0 sheep 0.000000000001 sheep 1e9 sheep", "% %% %%% $ $$ 5 $ % sheep",
		       BAND_LIKELY));
	free(differing("12", "12 ", BAND_LIKELY));
	free(differing("$ 5", "5 $", BAND_LIKELY));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_of_one_noun_differ),
		cmocka_unit_test(the_same_number_is_the_same_however_it_is_written),
		cmocka_unit_test(a_noun_is_known_by_its_stem),
		cmocka_unit_test(a_dual_is_a_two),
		cmocka_unit_test(a_half_counts),
		cmocka_unit_test(what_is_hedged_has_room),
		cmocka_unit_test(large_numbers_may_be_rounded),
		cmocka_unit_test(a_range_holds_what_is_in_it),
		cmocka_unit_test(dates_years_and_hours_are_no_figures),
		cmocka_unit_test(what_has_a_number_for_a_name_is_no_figure),
		cmocka_unit_test(an_address_has_no_figures),
		cmocka_unit_test(preposition_and_tatweel_hide_no_number),
		cmocka_unit_test(another_number_of_the_noun_is_not_told_where_one_is_the_same),
		cmocka_unit_test(of_several_numbers_those_beside_the_same_word_are_compared),
		cmocka_unit_test(measures_are_compared_beside_the_same_word_only),
		cmocka_unit_test(of_a_weak_link_figures_differ_only_beside_a_common_one),
		cmocka_unit_test(the_topic_is_no_telling_word),
		cmocka_unit_test(a_few_more_sentences_hide_no_difference),
		cmocka_unit_test(of_a_strong_link_per_cents_differ_wherever_the_common_word_stands),
		cmocka_unit_test(a_currency_is_one_unit_by_sign_or_name),
		cmocka_unit_test(another_order_is_another_thing),
		cmocka_unit_test(other_languages_have_figures_too),
		cmocka_unit_test(an_adjective_is_not_the_noun),
		cmocka_unit_test(a_number_behind_what_happened_is_of_that),
		cmocka_unit_test(what_is_not_counted_is_no_noun),
		cmocka_unit_test(what_looks_like_a_year_may_be_a_count),
		cmocka_unit_test(a_table_is_compared_in_no_time),
		cmocka_unit_test(hostile_numbers_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
