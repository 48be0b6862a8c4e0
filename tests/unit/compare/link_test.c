/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/link.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "compare/opened.h"

/* Invented reports of one invented event. */
static const char *const REPORTS[] = {
	"انهيار جسر في وادي النخيل\n"
	"انهار جسر حجري فوق نهر السيسبان فجر الثلاثاء، مما أدى إلى إصابة سبعة عمال.\n"
	"وقال المهندس كريم الدالي إن الأمطار الغزيرة أضعفت أساسات الجسر القديم.\n"
	"وأغلقت الشرطة الطريق المؤدي إلى السوق، فيما نُقل الجرحى إلى مستشفى المدينة.\n",
	"سقوط جسر السيسبان\n"
	"أصيب ٧ عمّال بجروح عندما انهار الجسر الحجري على نهر السيسبان صباح الثلاثاء.\n"
	"ونقل المصابون إلى المستشفى، بينما قطعت الشرطة الطريق نحو السوق.\n"
	"وتعود أساسات الجسر إلى ثمانين عاما كاملة، وقد أضعفتها أمطار غزيرة بحسب المهندس الدالي.\n",
	"مهرجان التمور يفتتح أبوابه\n"
	"افتتح مهرجان التمور في الواحة بمشاركة خمسين مزارعا من القرى المجاورة.\n"
	"ويستمر المهرجان أسبوعا، وتباع فيه التمور والحرف اليدوية.\n",
};
enum { N_REPORTS = 3 };

static struct link best(const struct opened *opened, struct unit_ref from, size_t to)
{
	struct link_list links = {.n = 0};
	struct link link = {.score = 0};
	compare_links(opened->set, from, to, 1, &links);
	if (links.n > 0)
		link = links.items[0];
	free(links.items);
	return link;
}

static void the_same_fact_in_other_words_is_linked(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, REPORTS, N_REPORTS, SIZE_MAX);
	static const size_t pairs[][2] = {{1, 1}, {2, 3}, {3, 2}};
	for (size_t i = 0; i < 3; i++) {
		struct link link = best(&opened, (struct unit_ref){0, pairs[i][0]}, 1);
		assert_int_equal(link.b.unit, pairs[i][1]);
		assert_true(link.band >= BAND_LIKELY);
	}
	opened_release(&opened);
}

static void what_no_other_article_says_has_no_link(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, REPORTS, N_REPORTS, SIZE_MAX);
	for (size_t unit = 0; unit < compare_text_count(opened.texts[2]); unit++)
		assert_int_equal(best(&opened, (struct unit_ref){2, unit}, 0).band, BAND_NONE);
	opened_release(&opened);
}

static void a_text_has_no_links_with_itself(void **state)
{
	(void)state;
	struct opened opened;
	struct link_list links = {.n = 0};
	opened_init(&opened, REPORTS, N_REPORTS, SIZE_MAX);
	compare_links(opened.set, (struct unit_ref){0, 1}, 0, 10, &links);
	assert_int_equal(links.n, 0);
	opened_release(&opened);
}

static void an_article_that_is_opened_twice_links_each_unit_to_itself_first(void **state)
{
	(void)state;
	struct opened opened;
	const char *const twice[] = {REPORTS[0], REPORTS[0]};
	opened_init(&opened, twice, 2, SIZE_MAX);
	for (size_t unit = 0; unit < compare_text_count(opened.texts[0]); unit++) {
		struct link link = best(&opened, (struct unit_ref){0, unit}, 1);
		assert_int_equal(link.b.unit, unit);
		assert_int_equal(link.band, BAND_STRONG);
	}
	opened_release(&opened);
}

static void units_of_a_word_or_of_stop_words_are_linked_with_their_like(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"The bridge fell in the night.\nShe would not.\nNumbers:\n",
		"Numbers:\nWhat she would not do.\nShe would not.\nA bridge was in the river.\n",
	};
	struct opened opened;
	opened_init(&opened, texts, 2, SIZE_MAX);
	assert_int_equal(best(&opened, (struct unit_ref){0, 1}, 1).b.unit, 2);
	assert_int_equal(best(&opened, (struct unit_ref){0, 1}, 1).band, BAND_STRONG);
	assert_int_equal(best(&opened, (struct unit_ref){0, 2}, 1).b.unit, 0);
	assert_int_equal(best(&opened, (struct unit_ref){0, 2}, 1).band, BAND_WEAK);
	opened_release(&opened);
}

/* The links of all units towards all texts, the texts named by `names`, as a text. */
static char *all_links(const struct opened *opened, const size_t *names, size_t max)
{
	struct str out = STR_EMPTY;
	struct link_list links = {.n = 0};
	for (size_t from = 0; from < opened->n; from++) {
		size_t a = names[from];
		for (size_t unit = 0; unit < compare_text_count(opened->texts[a]); unit++)
			for (size_t to = 0; to < opened->n; to++)
				compare_links(opened->set, (struct unit_ref){a, unit}, names[to],
					      max, &links);
	}
	for (size_t i = 0; i < links.n; i++) {
		const struct link *link = &links.items[i];
		str_appendf(&out, "%zu.%zu %u %d %d\n", link->a.unit, link->b.unit, link->score,
			    (int)link->band, link->same_names);
	}
	free(links.items);
	return str_take(&out);
}

static const size_t IN_ORDER[] = {0, 1, 2};

static void assert_links(const char *const *texts, const char *expected)
{
	struct opened opened;
	opened_init(&opened, texts, N_REPORTS, SIZE_MAX);
	char *links = all_links(&opened, IN_ORDER, 10);
	assert_string_equal(links, expected);
	free(links);
	opened_release(&opened);
}

/* `text` with `to` in place of each `from`. */
static char *replaced(const char *text, const char *from, const char *to)
{
	struct str out = STR_EMPTY;
	for (const char *at; (at = strstr(text, from)); text = at + strlen(from)) {
		str_append(&out, text, (size_t)(at - text));
		str_append_str(&out, to);
	}
	str_append_str(&out, text);
	return str_take(&out);
}

/* Spelling of one text does not change how it is linked. */
static void assert_no_change(const char *from, const char *to)
{
	struct opened opened;
	opened_init(&opened, REPORTS, N_REPORTS, SIZE_MAX);
	char *expected = all_links(&opened, IN_ORDER, 10);
	char *other = replaced(REPORTS[1], from, to);
	assert_string_not_equal(other, REPORTS[1]);
	const char *const texts[] = {REPORTS[0], other, REPORTS[2]};
	assert_links(texts, expected);
	free(other);
	free(expected);
	opened_release(&opened);
}

static void spelling_and_marks_change_no_link(void **state)
{
	(void)state;
	assert_no_change("ع", "عَّ");      /* tashkeel */
	assert_no_change("سيس", "سيـــس"); /* tatweel */
	assert_no_change(" ", " \u200F");
	assert_no_change(" ", "\u202B ");
	assert_no_change("أ", "ا");
	assert_no_change("ة", "ه");
	assert_no_change("لى", "لي");
	assert_no_change("ي", "ی"); /* Persian */
	assert_no_change("ك", "ک");
	assert_no_change("٧", "7");
	assert_no_change("٧", "۷");
	assert_no_change("٧ عمّال", "سبعة عمّال");
	assert_no_change("\n", "\r\n");
}

static void the_order_of_texts_changes_nothing(void **state)
{
	(void)state;
	static const size_t orders[][3] = {{0, 2, 1}, {1, 0, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}};
	struct opened opened;
	opened_init(&opened, REPORTS, N_REPORTS, SIZE_MAX);
	char *expected = all_links(&opened, IN_ORDER, 10);
	opened_release(&opened);
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		const char *texts[N_REPORTS];
		for (size_t k = 0; k < N_REPORTS; k++)
			texts[orders[i][k]] = REPORTS[k];
		opened_init(&opened, texts, N_REPORTS, SIZE_MAX);
		char *links = all_links(&opened, orders[i], 10);
		assert_string_equal(links, expected);
		free(links);
		opened_release(&opened);
	}
	free(expected);
}

static void slices_change_nothing(void **state)
{
	(void)state;
	struct opened whole, sliced;
	opened_init(&whole, REPORTS, N_REPORTS, SIZE_MAX);
	opened_init(&sliced, REPORTS, N_REPORTS, 1);
	char *a = all_links(&whole, IN_ORDER, 10), *b = all_links(&sliced, IN_ORDER, 10);
	assert_string_equal(a, b);
	free(a);
	free(b);
	opened_release(&whole);
	opened_release(&sliced);
}

/*
 * Sentences of Arabic: words out of a few letters, so that stems and roots often meet; words of a
 * few senses, of which تهدئة and لقاء have two; and words that say who speaks and when.
 */
static char *random_text(unsigned seed, size_t n_sentences)
{
	static const char *const senses[] = {"هدنة", "تهدئة", "احتواء", "قمة", "لقاء", "اجتماع"};
	static const char *const letters[] = {"ب", "ت", "ا", "و", "ي", "ن", "ال", "ه", "ات", "م"};
	static const char *const words[] = {"في", "التي", "قال", "إن", "الرئيس", "الثلاثاء", "12",
					    "آذار", "إلى", "سعيد"};
	struct str out = STR_EMPTY;
	for (size_t s = 0; s < n_sentences; s++) {
		size_t n_words = 2 + (seed >> 20) % 30;
		for (size_t w = 0; w < n_words; w++) {
			seed = seed * 1103515245u + 12345u;
			if ((seed >> 22) % 4 == 0)
				str_append_str(&out, words[(seed >> 16) % 10]);
			for (size_t n = (seed >> 22) % 4 ? 3 + (seed >> 18) % 3 : 0; n > 0; n--) {
				seed = seed * 1103515245u + 12345u;
				str_append_str(&out, letters[(seed >> 16) % 10]);
			}
			str_append_str(&out, (seed >> 24) % 7 == 0 ? "، " : " ");
			if ((seed >> 22) % 11 == 0)
				str_appendf(&out, "%s ", senses[(seed >> 16) % 6]);
		}
		str_append_str(&out, ".\n");
	}
	return str_take(&out);
}

/* Against each unit of the text, one by one. */
static void assert_best(const struct opened *opened, struct unit_ref from, size_t to, size_t max)
{
	struct link_list links = {.n = 0};
	compare_links(opened->set, from, to, max, &links);
	size_t n_shared = 0, n_above = 0;
	for (size_t unit = 0; unit < compare_text_count(opened->texts[to]); unit++) {
		struct link link = compare_link(opened->set, from, (struct unit_ref){to, unit});
		n_shared += link.score > 0;
		if (links.n == 0 || link.score < links.items[links.n - 1].score)
			continue;
		size_t i = 0;
		while (i < links.n && links.items[i].b.unit != unit)
			i++;
		n_above += i < links.n;
		if (i < links.n)
			assert_int_equal(links.items[i].score, link.score);
		else /* as good as the last, and further down */
			assert_true(link.score == links.items[links.n - 1].score &&
				    unit > links.items[links.n - 1].b.unit);
	}
	assert_int_equal(links.n, n_shared < max ? n_shared : max);
	assert_int_equal(n_above, links.n);
	for (size_t i = 1; i < links.n; i++)
		assert_true(links.items[i - 1].score >= links.items[i].score);
	free(links.items);
}

static void the_index_finds_what_looking_at_all_finds(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 6; seed++) {
		struct opened opened;
		char *texts[3];
		for (unsigned i = 0; i < 3; i++)
			texts[i] = random_text(seed * 7919 + i, 30);
		opened_init(&opened, (const char *const *)texts, 3, SIZE_MAX);
		for (size_t unit = 0; unit < compare_text_count(opened.texts[0]); unit++) {
			assert_best(&opened, (struct unit_ref){0, unit}, 1, 5);
			assert_best(&opened, (struct unit_ref){0, unit}, 2, 1);
		}
		opened_release(&opened);
		for (unsigned i = 0; i < 3; i++)
			free(texts[i]);
	}
}

static void a_score_is_the_same_from_either_side(void **state)
{
	(void)state;
	struct opened opened;
	char *a = random_text(3, 40), *b = random_text(11, 40);
	const char *const texts[] = {a, b};
	opened_init(&opened, texts, 2, SIZE_MAX);
	for (size_t x = 0; x < compare_text_count(opened.texts[0]); x++) {
		for (size_t y = 0; y < compare_text_count(opened.texts[1]); y++) {
			struct unit_ref u = {0, x}, v = {1, y};
			struct link there = compare_link(opened.set, u, v),
				    back = compare_link(opened.set, v, u);
			assert_int_equal(there.score, back.score);
			assert_int_equal(there.band, back.band);
			assert_int_equal(there.same_names, back.same_names);
		}
	}
	opened_release(&opened);
	free(a);
	free(b);
}

static bool is_inside(struct cp_range inner, struct cp_range outer)
{
	return inner.start_cp >= outer.start_cp && inner.end_cp <= outer.end_cp &&
	       inner.start_cp < inner.end_cp;
}

static void every_reason_stands_in_both_units(void **state)
{
	(void)state;
	struct opened opened;
	struct match_list why = {.n = 0};
	opened_init(&opened, REPORTS, N_REPORTS, SIZE_MAX);
	for (size_t unit = 0; unit < compare_text_count(opened.texts[0]); unit++) {
		struct unit_ref from = {0, unit};
		struct link link = best(&opened, from, 1);
		compare_why(opened.set, from, link.b, &why);
		assert_true((why.n > 0) == (link.score > 0));
		for (size_t i = 0; i < why.n; i++) {
			assert_true(is_inside(why.items[i].a,
					      compare_text_unit(opened.texts[0], unit).range));
			assert_true(is_inside(why.items[i].b,
					      compare_text_unit(opened.texts[1], link.b.unit).range));
			assert_true(i == 0 || why.items[i - 1].weight >= why.items[i].weight);
		}
	}
	free(why.items);
	opened_release(&opened);
}

static void a_reason_tells_how_alike_its_words_are(void **state)
{
	(void)state;
	struct opened opened;
	struct match_list why = {.n = 0};
	opened_init(&opened, REPORTS, N_REPORTS, SIZE_MAX);
	compare_why(opened.set, (struct unit_ref){0, 1}, (struct unit_ref){1, 1}, &why);
	bool river = false, seven = false;
	for (size_t i = 0; i < why.n; i++) {
		char *a = opened_text(&opened, 0, why.items[i].a),
		     *b = opened_text(&opened, 1, why.items[i].b);
		river |= strcmp(a, "السيسبان") == 0 && strcmp(b, "السيسبان") == 0 &&
			 why.items[i].level == MATCH_WORD;
		seven |= strcmp(a, "سبعة") == 0 && strcmp(b, "٧") == 0 &&
			 why.items[i].level == MATCH_WORD;
		free(a);
		free(b);
	}
	assert_true(river);
	assert_true(seven);
	free(why.items);
	opened_release(&opened);
}

static void lines_that_say_nothing_are_never_linked(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"https://example.org/bridge\n12 فبراير 2025\nانهار الجسر القديم فوق النهر.\n",
		"https://example.org/bridge\n12 فبراير 2025\nانهار الجسر القديم فوق النهر.\n",
	};
	struct opened opened;
	opened_init(&opened, texts, 2, SIZE_MAX);
	assert_int_equal(best(&opened, (struct unit_ref){0, 0}, 1).score, 0);
	assert_int_equal(best(&opened, (struct unit_ref){0, 1}, 1).score, 0);
	assert_int_equal(best(&opened, (struct unit_ref){0, 2}, 1).b.unit, 2);
	opened_release(&opened);
}

/* What two sentences share, in the order of the first: `word` or `stem` and its words. */
static void assert_shared(const char *first, const char *second, const char *expected)
{
	struct opened opened;
	const char *const texts[] = {first, second};
	struct match_list why = {.n = 0};
	struct str out = STR_EMPTY;
	opened_init(&opened, texts, 2, SIZE_MAX);
	compare_why(opened.set, (struct unit_ref){0, 0}, (struct unit_ref){1, 0}, &why);
	size_t end = compare_text_unit(opened.texts[0], 0).range.end_cp;
	for (size_t cp = 0; cp < end; cp++) {
		for (size_t i = 0; i < why.n; i++) {
			if (why.items[i].a.start_cp != cp)
				continue;
			char *word = opened_text(&opened, 0, why.items[i].a);
			str_appendf(&out, "%s:%s ", match_level_name(why.items[i].level), word);
			free(word);
		}
	}
	assert_string_equal(str_cstr(&out), expected);
	str_release(&out);
	free(why.items);
	opened_release(&opened);
}

static void across_languages_only_figures_dates_and_latin_words_are_shared(void **state)
{
	(void)state;
	assert_shared("The alliance NATO sent 1,250 soldiers to the north in March 2025.",
		      "أرسل حلف NATO نحو ١٢٥٠ جنديا إلى الشمال في آذار ٢٠٢٥.",
		      "word:NATO word:1,250 word:March word:2025 ");
	assert_shared("The minister of the nation was in Paris with 300 workers on Monday.",
		      "Le ministre a visité les nations de Paris avec 300 ouvriers lundi.",
		      "word:Paris word:300 word:Monday ");
	assert_shared("The nation was told of the plan.", "All nations were told to plan it.",
		      "stem:nation word:plan ");
}

static void of_an_unknown_language_words_are_shared_as_written_or_by_their_first_letters(void **state)
{
	(void)state;
	assert_shared("Rządowe negocjacje zakończyły się w Gdańsku bez porozumienia.",
		      "Bez porozumień rozeszli się uczestnicy rządowych negocjacji, żegnając Gdańsk.",
		      "root:Rządowe root:negocjacje word:się root:Gdańsku word:bez "
		      "root:porozumienia ");
}

static void a_number_with_per_cent_is_that_number_or_nearly(void **state)
{
	(void)state;
	assert_shared("ارتفعت الأجور 30%.", "ارتفعت الأجور ثلاثين في المئة.",
		      "word:ارتفعت word:الأجور word:30% ");
	assert_shared("ارتفعت الأجور 30%.", "قال العامل إن المطلوب هو ثلاثون في هذا العام.", "stem:30% ");
}

/* One speaker, of whom each sentence has name and office; each has one fact of another's. */
static const char *const SPEAKER[] = {
	"قال المتحدث باسم وزارة النقل الدكتور عصام البدراوي إن المخزون يكفي ثلاثة أشهر.\n"
	"وأكد المتحدث باسم وزارة النقل الدكتور عصام البدراوي أن الجيش لن يدخل الأرصفة.\n"
	"نفى الدكتور عصام البدراوي بيع المحطة لمستثمر أجنبي.\n",
	"وقال المتحدث باسم وزارة النقل الدكتور عصام البدراوي إن ست رافعات جديدة ستصل صيفا.\n"
	"وأعلن المتحدث باسم وزارة النقل الدكتور عصام البدراوي أن مخزون القمح يكفي ثلاثة أشهر.\n"
	"سلّم الدكتور عصام البدراوي جوائز سباق القوارب.\n",
};

/* Beside one other word, a company's name of two words is one, and no strong link. */
static void a_name_in_other_letters_counts_once(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"ركّبت البلدية أربع مضخات من شركة Tellan Hydro في المحطة الشرقية.\nوصل الماء إلى البيوت.\n",
		"ورفضت شركة Tellan Hydro التعليق على ما حدث في المحطة.\nعاد الناس في المساء.\n",
	};
	struct opened opened;
	struct match_list why = {.n = 0};
	opened_init(&opened, texts, 2, SIZE_MAX);
	compare_why(opened.set, (struct unit_ref){0, 0}, (struct unit_ref){1, 0}, &why);
	unsigned of_name = 0, of_station = 0;
	for (size_t i = 0; i < why.n; i++) {
		char *word = opened_text(&opened, 0, why.items[i].a);
		bool latin = strcmp(word, "Tellan") == 0 || strcmp(word, "Hydro") == 0;
		of_name += latin ? why.items[i].weight : 0;
		of_station += strcmp(word, "المحطة") == 0 ? why.items[i].weight : 0;
		free(word);
	}
	assert_true(of_name > 0 && of_name <= of_station);
	free(why.items);
	opened_release(&opened);
}

static void parts_of_addresses_are_no_words(void **state)
{
	(void)state;
	assert_shared("The shelters are at https://example.org/shelters?map=3&view=town in the east.",
		      "Three shelters and a view of the town www.example.org are there in the east.",
		      "word:shelters word:east ");
}

static void words_of_one_sense_are_shared(void **state)
{
	(void)state;
	assert_shared("Negotiations over the bridge were postponed.",
		      "The talks on that bridge suffer a delay.",
		      "sense:Negotiations word:bridge sense:postponed ");
	assert_shared("انتهت المفاوضات بشأن الجسر القديم في المدينة.",
		      "وتعثرت محادثات الجسر في العاصمة أمس.",
		      "sense:المفاوضات word:الجسر ");
	assert_shared("The prices rise in the town.", "The fall of wages was in the north.", "");
}

/* However many senses two sentences share, they may be of two things. */
static void senses_alone_are_not_strong(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"The talks were postponed, the hospital shut, residents killed, a lawyer jailed.",
		"Negotiations were delayed, the clinic is closed, inhabitants are dead, an attorney is in prison.",
	};
	struct opened opened;
	opened_init(&opened, texts, 2, SIZE_MAX);
	struct link link = compare_link(opened.set, (struct unit_ref){0, 0}, (struct unit_ref){1, 0});
	assert_true(link.score >= COMPARE_ONE * 3 / 4);
	assert_true(link.band < BAND_STRONG);
	opened_release(&opened);
}

static void who_speaks_is_no_link(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, SPEAKER, 2, SIZE_MAX);
	for (size_t a = 0; a < 3; a++) {
		for (size_t b = 0; b < 3; b++) {
			struct link link = compare_link(opened.set, (struct unit_ref){0, a},
							(struct unit_ref){1, b});
			bool same = a == 0 && b == 1;
			assert_true(same ? link.band >= BAND_LIKELY : link.band == BAND_NONE);
			assert_int_equal(link.same_names, !same);
		}
	}
	opened_release(&opened);
}

/* Office and country stand alone too, so they do not only come with the name. */
static void of_whom_it_is_said_is_no_link(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"سافر الرئيس الفاراني إلياس كالان إلى المصيف.\nغضب الشارع الفاراني.\n"
		"خسر المنتخب الفاراني.\nوقف الرئيس.\n",
		"غاب الرئيس الفاراني إلياس كالان عن الجلسة.\nتراجع الجيش الفاراني.\n"
		"هبط النقد الفاراني.\nجلس الرئيس.\n",
	};
	struct opened opened;
	opened_init(&opened, texts, 2, SIZE_MAX);
	struct link link = best(&opened, (struct unit_ref){0, 0}, 1);
	assert_int_equal(link.b.unit, 0);
	assert_true(link.same_names);
	assert_int_equal(link.band, BAND_NONE);
	opened_release(&opened);
}

static void reasons_tell_names_from_facts(void **state)
{
	(void)state;
	struct opened opened;
	struct match_list why = {.n = 0};
	opened_init(&opened, SPEAKER, 2, SIZE_MAX);
	compare_why(opened.set, (struct unit_ref){0, 0}, (struct unit_ref){1, 1}, &why);
	unsigned n_facts = 0, n_asides = 0, asides = 0;
	for (size_t i = 0; i < why.n; i++) {
		n_facts += !why.items[i].aside;
		n_asides += why.items[i].aside;
		asides += why.items[i].aside ? why.items[i].weight : 0;
	}
	assert_true(n_facts >= 2);
	assert_true(n_asides >= 5);
	assert_true(asides <= COMPARE_ONE); /* together they weigh what one word does */
	free(why.items);
	opened_release(&opened);
}

/* What the words of unit `a` of one text add that are in unit `b` of the other. */
static unsigned shared_weight(const char *const *texts, size_t n, size_t a, size_t b)
{
	struct opened opened;
	struct match_list why = {.n = 0};
	unsigned weight = 0;
	opened_init(&opened, texts, n, SIZE_MAX);
	compare_why(opened.set, (struct unit_ref){0, a}, (struct unit_ref){1, b}, &why);
	for (size_t i = 0; i < why.n; i++)
		weight += why.items[i].weight;
	free(why.items);
	opened_release(&opened);
	return weight;
}

static void a_phrase_counts_once_if_an_article_repeats_it(void **state)
{
	(void)state;
	static const char *const repeated[] = {
		"وصلت السفينة إلى رأس المرسى.\nعاد الصيادون من رأس المرسى.\n"
		"هبت عاصفة على رأس المرسى.\n",
		"أضرب الحمالون في رأس المرسى.\nزار الوزير رأس المرسى.\n",
	};
	static const char *const reported[] = {
		"وصلت السفينة إلى رأس المرسى.\nعاد الصيادون من البحر.\n",
		"أضرب الحمالون في رأس المرسى.\nزار الوزير القرية.\n",
		"هبت عاصفة على رأس المرسى.\n",
		"احترق مخزن في رأس المرسى.\n",
	};
	assert_true(shared_weight(repeated, 2, 0, 0) < COMPARE_ONE);
	assert_true(shared_weight(reported, 4, 0, 0) > COMPARE_ONE);
}

static void a_figure_weighs_more_than_a_word(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"وصل 1250 فلاحا إلى القرية.\nيخشى السكان أن ينقطع المطر.\nوصل 3 صيادين.\n",
		"غرقت 1250 شجرة في الوادي.\nتحدث السكان عن الحصاد في الوادي.\nغرقت 3 سفن.\n",
	};
	assert_true(shared_weight(texts, 2, 0, 0) > shared_weight(texts, 2, 1, 1));
	assert_true(shared_weight(texts, 2, 1, 1) >= shared_weight(texts, 2, 2, 2));
}

/* The band of the first units of two texts. */
static enum band band_between(const char *first, const char *second)
{
	struct opened opened;
	const char *const texts[] = {first, second};
	opened_init(&opened, texts, 2, SIZE_MAX);
	struct link link =
		compare_link(opened.set, (struct unit_ref){0, 0}, (struct unit_ref){1, 0});
	opened_release(&opened);
	return link.band;
}

static void a_heading_of_one_word_that_a_sentence_has_is_hardly_a_link(void **state)
{
	(void)state;
	assert_true(band_between("الفيضان\nانهار الجسر القديم.\n",
				 "دمر الفيضان محاصيل القرى.\n") < BAND_LIKELY);
}

static void two_texts_of_a_sentence_are_enough(void **state)
{
	(void)state;
	assert_true(band_between("انهار الجسر الحجري القديم فوق النهر فجرا.\n",
				 "الجسر الحجري فوق النهر انهار بعد عاصفة.\n") >= BAND_LIKELY);
}

static void the_same_word_for_word_is_strong_however_short(void **state)
{
	(void)state;
	assert_int_equal(band_between("هل هم الأطفال؟\nنعم.\n", "هل هم الأطفال؟\nلا.\n"),
			 BAND_STRONG);
	assert_true(band_between("هل هم الأطفال؟\nنعم.\n", "الأطفال؟\nلا.\n") < BAND_STRONG);
}

static void a_date_is_no_link(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"وصل الوفد صباح الثلاثاء 11 آذار 2025.\nغادر السفير بلا موعد.\n",
		"افتتح المعرض صباح الثلاثاء 11 مارس 2025.\nأغلقت المدارس بلا سبب.\n",
	};
	struct opened opened;
	opened_init(&opened, texts, 2, SIZE_MAX);
	struct link link = best(&opened, (struct unit_ref){0, 0}, 1);
	assert_true(link.same_names);
	assert_int_equal(link.band, BAND_NONE);
	opened_release(&opened);
}

static void a_set_may_be_empty_or_of_empty_texts(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "\n", "كلمة"};
	struct opened opened;
	opened_init(&opened, NULL, 0, SIZE_MAX);
	opened_release(&opened);
	opened_init(&opened, texts, 3, 1);
	assert_int_equal(best(&opened, (struct unit_ref){2, 0}, 0).score, 0);
	opened_release(&opened);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_fact_in_other_words_is_linked),
		cmocka_unit_test(what_no_other_article_says_has_no_link),
		cmocka_unit_test(a_text_has_no_links_with_itself),
		cmocka_unit_test(an_article_that_is_opened_twice_links_each_unit_to_itself_first),
		cmocka_unit_test(units_of_a_word_or_of_stop_words_are_linked_with_their_like),
		cmocka_unit_test(spelling_and_marks_change_no_link),
		cmocka_unit_test(the_order_of_texts_changes_nothing),
		cmocka_unit_test(slices_change_nothing),
		cmocka_unit_test(the_index_finds_what_looking_at_all_finds),
		cmocka_unit_test(a_score_is_the_same_from_either_side),
		cmocka_unit_test(every_reason_stands_in_both_units),
		cmocka_unit_test(a_reason_tells_how_alike_its_words_are),
		cmocka_unit_test(lines_that_say_nothing_are_never_linked),
		cmocka_unit_test(across_languages_only_figures_dates_and_latin_words_are_shared),
		cmocka_unit_test(
			of_an_unknown_language_words_are_shared_as_written_or_by_their_first_letters),
		cmocka_unit_test(a_number_with_per_cent_is_that_number_or_nearly),
		cmocka_unit_test(a_name_in_other_letters_counts_once),
		cmocka_unit_test(parts_of_addresses_are_no_words),
		cmocka_unit_test(words_of_one_sense_are_shared),
		cmocka_unit_test(senses_alone_are_not_strong),
		cmocka_unit_test(who_speaks_is_no_link),
		cmocka_unit_test(of_whom_it_is_said_is_no_link),
		cmocka_unit_test(reasons_tell_names_from_facts),
		cmocka_unit_test(a_phrase_counts_once_if_an_article_repeats_it),
		cmocka_unit_test(a_figure_weighs_more_than_a_word),
		cmocka_unit_test(a_heading_of_one_word_that_a_sentence_has_is_hardly_a_link),
		cmocka_unit_test(two_texts_of_a_sentence_are_enough),
		cmocka_unit_test(the_same_word_for_word_is_strong_however_short),
		cmocka_unit_test(a_date_is_no_link),
		cmocka_unit_test(a_set_may_be_empty_or_of_empty_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
