/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/quotes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "compare/opened.h"
#include "compare/survey.h"

/* More that the texts say, so that words of a quotation weigh something. */
#define AR_ONE \
	"\nوصلت السفينة إلى المرفأ صباحا. هطلت الأمطار على التلال طوال الليل. فتحت المتاجر " \
	"أبوابها."
#define AR_TWO \
	"\nزار الوفد المتحف القديم. قطف المزارعون الزيتون في الحقول. أغلقت المدرسة بسبب الثلوج."
#define EN_ONE \
	"\nThe ship came into harbour. Rain fell upon the hills all night. Shops had opened " \
	"again."
#define EN_TWO "\nThe guests saw an old museum. Farmers picked olives. Snow kept the school closed."

static char *shared_quotes(const char *const *texts, size_t n)
{
	struct opened opened;
	struct str out = STR_EMPTY;
	opened_init(&opened, texts, n, SIZE_MAX);
	struct survey_maker *maker = survey_begin(opened.set);
	while (!survey_go_on(maker, 1))
		continue;
	struct survey *survey = survey_take(maker);
	for (size_t i = 0; i < survey->n_quotes; i++) {
		const struct shared_quote *q = &survey->quotes[i];
		char *quote = opened_text(&opened, q->a.text, q->quote);
		char *found = opened_text(&opened, q->b.text, q->found);
		str_appendf(&out, "%s%zu>%zu%s%s %s | %s", i > 0 ? "\n" : "", q->a.text, q->b.text,
			    q->quoted ? " quoted" : "", q->exact ? " exact" : "", quote, found);
		free(quote);
		free(found);
	}
	survey_free(survey);
	opened_release(&opened);
	return str_take(&out);
}

static void assert_quotes(const char *one, const char *other, const char *expected)
{
	char *found = shared_quotes((const char *const[]){one, other}, 2);
	assert_string_equal(found, expected);
	free(found);
}

static void a_quotation_is_found_whatever_its_marks(void **state)
{
	(void)state;
	static const char *const marks[][2] = {{"«", "»"},   {"“", "”"}, {"”", "”"},
					       {"\"", "\""}, {"„", "“"}, {"‹", "›"}};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct str text = STR_EMPTY;
		str_appendf(&text, "وصف الوزير اللقاء بـ%sالمثير للاهتمام%s أمس." AR_TWO,
			    marks[i][0], marks[i][1]);
		assert_quotes("قال الوزير إن اللقاء كان “المثير للاهتمام” جدا." AR_ONE,
			      str_cstr(&text),
			      "0>1 quoted exact المثير للاهتمام | المثير للاهتمام");
		str_release(&text);
	}
}

static void single_marks_quote_and_apostrophes_do_not(void **state)
{
	(void)state;
	assert_quotes("He said: ‘it’s a wooden captain’." EN_ONE,
		      "He spoke of a “wooden captain” there." EN_TWO,
		      "0>1 quoted it’s a wooden captain | wooden captain");
	assert_quotes("It’s a wooden captain, isn’t it?" EN_ONE,
		      "He spoke of a “wooden captain” there." EN_TWO, "");
}

static void a_quotation_is_found_unquoted_if_it_is_long_enough(void **state)
{
	(void)state;
	assert_quotes("He said: “no captain sails wooden ships against both winds”." EN_ONE,
		      "He thinks that no captain sails wooden ships against both winds." EN_TWO,
		      "0>1 exact no captain sails wooden ships against both winds | "
		      "no captain sails wooden ships against both winds");
	assert_quotes("He called it “wooden captain”." EN_ONE,
		      "There is a wooden captain in all." EN_TWO, "");
}

static void a_word_may_be_dropped_or_changed_in_a_long_one(void **state)
{
	(void)state;
	assert_quotes("قالت: «سنعبر النهر الكبير معا قبل غروب الشمس الحمراء»." AR_ONE,
		      "قالت: «سنعبر النهر معا قبل غروب الشمس الحمراء»." AR_TWO,
		      "0>1 quoted سنعبر النهر الكبير معا قبل غروب الشمس الحمراء | "
		      "سنعبر النهر معا قبل غروب الشمس الحمراء");
	assert_quotes(
		"“Seven tired captains carried heavy lanterns across frozen rivers”." EN_ONE,
		"“Seven brave captains carried heavy lanterns across frozen rivers”." EN_TWO,
		"0>1 quoted Seven tired captains carried heavy lanterns across frozen rivers | "
		"Seven brave captains carried heavy lanterns across frozen rivers");
	assert_quotes("“Seven tired captains carried heavy lanterns across frozen rivers”." EN_ONE,
		      "“Seven brave captains carried olives and potatoes across hills”." EN_TWO,
		      "");
}

static void a_short_one_must_be_there_as_it_is(void **state)
{
	(void)state;
	assert_quotes("He spoke of a “fragile northern bridge”." EN_ONE,
		      "She spoke of a “fragile southern bridge”." EN_TWO, "");
	assert_quotes("He spoke of a “fragile bridge”." EN_ONE,
		      "She spoke of a “bridge, fragile”." EN_TWO, "");
}

static void a_single_word_is_no_quotation(void **state)
{
	(void)state;
	assert_quotes("He called it “absurd”." EN_ONE, "She called it “absurd” too." EN_TWO, "");
	assert_quotes("He called it “the”." EN_ONE, "She called it “the” too." EN_TWO, "");
}

static void only_one_of_both_sides_is_told(void **state)
{
	(void)state;
	assert_quotes(
		"“Nobody crosses frozen rivers”, he said. “Lanterns burn slowly”, she said." EN_ONE,
		"“Lanterns burn slowly”, he said. “Nobody crosses frozen rivers”, she said." EN_TWO,
		"0>1 quoted exact Nobody crosses frozen rivers | Nobody crosses frozen rivers\n"
		"0>1 quoted exact Lanterns burn slowly | Lanterns burn slowly");
}

static void part_of_a_quotation_is_found_in_the_longer_one(void **state)
{
	(void)state;
	assert_quotes("“Nobody crosses frozen rivers while seventeen lanterns burn slowly”, he "
		      "said." EN_ONE,
		      "He spoke of “seventeen lanterns”." EN_TWO,
		      "0>1 quoted exact seventeen lanterns | seventeen lanterns");
}

static void the_one_that_quotes_comes_first(void **state)
{
	(void)state;
	assert_quotes("He thinks that captain after captain sails against winds." EN_ONE,
		      "He said: “captain after captain sails against winds”." EN_TWO,
		      "1>0 exact captain after captain sails against winds | "
		      "captain after captain sails against winds");
}

static void other_languages_quote_too(void **state)
{
	(void)state;
	assert_quotes("הוא אמר: \"הספינה תגיע לנמל לפני השקיעה\"." EN_ONE,
		      "היא אמרה: „הספינה תגיע לנמל לפני השקיעה”." EN_TWO,
		      "0>1 quoted exact הספינה תגיע לנמל לפני השקיעה | "
		      "הספינה תגיע לנמל לפני השקיעה");
	assert_quotes("Он сказал: «мост через реку построят весной»." EN_ONE,
		      "По его словам, „мост через реку построят весной“." EN_TWO,
		      "0>1 quoted exact мост через реку построят весной | "
		      "мост через реку построят весной");
}

static void texts_in_another_order_have_the_same_quotes(void **state)
{
	(void)state;
	const char *one = "“Nobody crosses frozen rivers”, he said." EN_ONE;
	const char *other = "Was it “nobody crosses frozen rivers”?" EN_TWO;
	assert_quotes(
		one, other,
		"0>1 quoted exact Nobody crosses frozen rivers | nobody crosses frozen rivers");
	assert_quotes(
		other, one,
		"0>1 quoted exact nobody crosses frozen rivers | Nobody crosses frozen rivers");
}

static void ten_thousand_quotations_and_an_open_one_are_read(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (int i = 0; i < 10000; i++)
		str_appendf(&text, "“word%d other%d” ", i % 100, i % 97);
	str_append_str(&text, "“and this one never ends, nor does the text");
	free(shared_quotes((const char *const[]){str_cstr(&text), str_cstr(&text)}, 2));
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_quotation_is_found_whatever_its_marks),
		cmocka_unit_test(single_marks_quote_and_apostrophes_do_not),
		cmocka_unit_test(a_quotation_is_found_unquoted_if_it_is_long_enough),
		cmocka_unit_test(a_word_may_be_dropped_or_changed_in_a_long_one),
		cmocka_unit_test(a_short_one_must_be_there_as_it_is),
		cmocka_unit_test(a_single_word_is_no_quotation),
		cmocka_unit_test(only_one_of_both_sides_is_told),
		cmocka_unit_test(part_of_a_quotation_is_found_in_the_longer_one),
		cmocka_unit_test(the_one_that_quotes_comes_first),
		cmocka_unit_test(other_languages_quote_too),
		cmocka_unit_test(texts_in_another_order_have_the_same_quotes),
		cmocka_unit_test(ten_thousand_quotations_and_an_open_one_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
