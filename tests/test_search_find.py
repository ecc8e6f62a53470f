"""Readers find a story by whatever form of its words they type."""

from datetime import UTC, date, datetime, timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext, override_settings

from articles import workflow
from articles.models import Synonym
from articles.search import Search, vocabulary
from articles.search.find import NEAR, SOME, as_written
from tests.makers import NOON, make_author, make_category, make_edition, make_entity, make_source
from tests.shared import shared, shared_file


def found(text, **options):
    return Search(today=NOON, **options).find(text)


class SearchTestCase(TestCase):
    @classmethod
    def make(cls, title, body="", **values):
        return make_edition(title_ar=title, body_ar=f"<p>{body or title}</p>", **values)

    @classmethod
    def setUpTestData(cls):
        cls.make_texts()
        vocabulary.catch_up()

    @classmethod
    def make_texts(cls):
        pass

    def assert_finds(self, text, *editions, **options):
        self.assertEqual(found(text, **options).ids, [one.pk for one in editions], text)


class FormsTests(SearchTestCase):
    @classmethod
    def make_texts(cls):
        cls.story = cls.make(
            "تسمية مبعوث أممي إلى ليبيا",
            "عيّنت الأمم المتحدة مبعوثًا جديدًا، وقال وزير الخارجية إن المدارس في دير الزور فُتحت.",
        )
        cls.make("حصاد الزيتون في الجبل", "بدأ الموسم مبكرًا هذا العام.")

    def test_every_way_to_type_it_finds_it(self):
        for text, why in (
            ("تسمية مبعوث أممي", "as written"),
            ("تسمیة مبعوث أممی", "Persian letters"),
            ("تسميه مبعوث اممى", "without hamza and dots"),
            ("تَسْميةُ مَبعوث", "vowels"),
            ("تسمـــية مبعوث", "tatweel"),
            ("ﺗﺴﻤﻴﺔ ﻣﺒﻌﻮﺙ", "presentation forms"),
            ("تس\u200bمية ⁧مب\u200cعوث⁩", "invisible letters"),
            ("التسمية المبعوث الأممي", "the article"),
            ("وتسمية لمبعوث كأممي", "clitics"),
            ("تسميات مبعوثين", "plurals"),
            ("وزراء الخارجية", "a broken plural"),
            ("مدرسة ديرالزور", "the singular; a name in one word"),
            ("jsldm lfu,e Hlld", "the keyboard on English"),
        ):
            with self.subTest(why):
                self.assertEqual(found(text).ids, [self.story.pk])

    def test_letters_are_taken_as_typed_when_asked(self):
        self.assertEqual(found("jsldm lfu,e", as_typed=True).ids, [])

    def test_it_says_when_the_keyboard_was_on_another_language(self):
        self.assertEqual(found("jsldm lfu,e").read_as, "تسمية مبعوث")
        self.assertEqual(found("تسمية مبعوث").read_as, "")

    def test_a_slip_is_forgiven_and_the_right_word_offered(self):
        answer = found("تسمية مبعوس أممي")
        self.assertEqual((answer.ids, answer.tiers), ([self.story.pk], {self.story.pk: NEAR}))
        self.assertEqual(answer.meant, "تسمية مبعوث أممي")

    def test_a_query_that_finds_is_not_doubted_for_a_word_that_finds_a_little_more(self):
        for number in range(3):
            self.make(f"أقل الأعمار {number}", "أقل العمر")
        self.make("حقل العمر النفطي", "أغلق حقل العمر أمس.")
        vocabulary.catch_up()
        self.assertEqual(found("حقل العمر").meant, "")

    def test_the_word_offered_has_the_letters_of_the_text(self):
        self.assertEqual(as_written("الامم المتحده", [self.story.plain]), "الأمم المتحدة")

    def test_with_a_word_too_many_the_closest_are_found_and_said_to_be_so(self):
        answer = found("تسمية مبعوث أممي زرافات")
        self.assertEqual((answer.ids, answer.total), ([self.story.pk], 0))
        self.assertEqual(answer.tiers, {self.story.pk: SOME})

    def test_nothing_is_found_by_words_that_stand_nowhere(self):
        self.assertEqual(found("زرافات مجنّحة").ids, [])
        self.assertEqual(found("؟!").ids, [])
        self.assertEqual(found("").ids, [])


class OperatorTests(SearchTestCase):
    @classmethod
    def make_texts(cls):
        cls.quake = cls.make("زلزال في تركيا", "ضرب زلزال ولاية هاتاي جنوب تركيا صباحًا.")
        cls.tremor = cls.make(
            "هزة أرضية في تركيا", "لم تقع أضرار في الجنوب.", published_at=NOON - timedelta(days=400)
        )
        cls.trade = cls.make("تركيا وروسيا توقعان اتفاقًا", "يشمل الاتفاق القمح.")

    def test_words_in_quotation_marks_stand_together(self):
        self.assert_finds('"جنوب تركيا"', self.quake)
        self.assert_finds('"تركيا جنوب"')

    def test_a_phrase_may_have_a_clitic_before_it(self):
        self.assert_finds('"روسيا توقعان"', self.trade)

    def test_a_word_can_be_excluded(self):
        self.assert_finds("تركيا -زلزال -روسيا", self.tremor)

    def test_one_of_two_words_is_enough(self):
        self.assertEqual(set(found("زلزال أو هزة").ids), {self.quake.pk, self.tremor.pk})

    def test_days_limit_it(self):
        self.assert_finds("تركيا إلى:2023", self.tremor)
        self.assertNotIn(self.tremor.pk, found("تركيا من:2024").ids)
        self.assert_finds("من:2023-01 إلى:2023-12", self.tremor)

    @override_settings(TIME_ZONE="Asia/Riyadh")
    def test_days_and_years_are_those_of_the_newsroom(self):
        night = datetime(
            2023, 12, 31, 22, 30, tzinfo=UTC
        )  # half past one in the new year's morning
        story = self.make("ليلة رأس السنة", published_at=night)
        vocabulary.catch_up()
        self.assert_finds("رأس السنة من:2024-01-01 إلى:1/1/2024", story)
        self.assert_finds("رأس السنة إلى:2023")
        self.assert_finds("رأس السنة", story, narrow=("y2024",))
        self.assertEqual(found("رأس السنة").years, {2024: 1})

    def test_days_may_be_asked_for_beside_the_query(self):
        self.assert_finds("تركيا", self.tremor, until=date(2023, 12, 31))
        self.assert_finds("تركيا من:2024", until=date(2023, 12, 31))

    def test_newest_first_when_asked(self):
        self.assertEqual(found("تركيا", newest_first=True).ids[-1], self.tremor.pk)


class FilterTests(SearchTestCase):
    @classmethod
    def make_texts(cls):
        cls.top = make_category(name_ar="أخبار وتقارير", slug="n")
        cls.section = make_category(name_ar="العالم العربي", slug="a", parent=cls.top)
        cls.entity = make_entity("قوات سوريا الديمقراطية", "قسد", "SDF")
        cls.source = make_source("سي إن إن", "CNN")
        cls.author = make_author("سلمى الحداد")
        cls.story = cls.make(
            "قصف على حقل نفط",
            "نقلت «سي إن إن» عن قوات سوريا الديمقراطية أن الحقل أصيب.",
            category=cls.section,
            tags=["نفط"],
            bylines=[(cls.author, "writer", "")],
        )
        cls.other = cls.make("أسعار النفط ترتفع")

    def test_filters_by_arabic_names_in_any_letters(self):
        for text in (
            "نفط قسم:«العالم العربي»",
            "نفط section:«عالم عربی»",
            "نفط قسم:«اخبار وتقارير»",
            "نفط مصدر:CNN",
            "نفط مصدر:«سی ان ان»",
            "نفط موضوع:قسد",
            "نفط كاتب:«سلمي الحداد»",
        ):
            with self.subTest(text):
                self.assert_finds(text, self.story)

    def test_a_filter_alone_lists_what_it_names(self):
        self.assert_finds("مصدر:CNN", self.story)

    def test_an_unknown_filter_is_said_and_narrows_nothing(self):
        answer = found("نفط مصدر:لا-أحد")
        self.assertEqual(answer.unknown, [("source", "لا-أحد")])
        self.assertEqual(len(answer.ids), 2)

    def test_every_name_of_a_thing_finds_all_that_name_it(self):
        for text in ("قسد", "SDF", "قوات سوريا الديمقراطية", "بقسد"):
            with self.subTest(text):
                self.assertEqual(found(text).ids, [self.story.pk])

    def test_house_spellings_find_each_other(self):
        story = self.make("مرتزقة فاغنر في الميدان")
        Synonym.objects.create(spellings="فاغنر، واغنر، Wagner Group")
        vocabulary.catch_up()
        for text in ("واغنر", "فاغنر", "wagner group", "لواغنر"):
            with self.subTest(text):
                self.assertEqual(found(text).ids, [story.pk])

    def test_facets_count_what_was_found(self):
        answer = found("نفط")
        self.assertEqual(answer.total, 2)
        self.assertEqual(answer.sections[self.section.pk], 1)
        self.assertEqual(answer.sources, {self.source.pk: 1})
        self.assertEqual(answer.years, {2024: 2})

    def test_a_chosen_facet_narrows(self):
        self.assert_finds("نفط", self.story, narrow=(f"s{self.top.pk}",))


class OrderTests(SearchTestCase):
    @classmethod
    def make_texts(cls):
        old = NOON - timedelta(days=900)
        cls.titled = cls.make("رفع الحظر عن الموانئ", published_at=old)
        cls.exact = cls.make("الحظر", published_at=old - timedelta(days=900))
        cls.inside = cls.make("أخبار الأسبوع", "تناول التقرير رفع أسعار الموانئ وغير ذلك من الحظر.")
        cls.fresh = cls.make("رفع الحظر", published_at=NOON)

    def test_a_whole_title_stands_first_however_old(self):
        self.assertEqual(found("رفع الحظر عن الموانئ").ids[0], self.titled.pk)

    def test_the_title_counts_more_than_the_text(self):
        self.assertEqual(found("رفع الموانئ").ids[:2], [self.titled.pk, self.inside.pk])

    def test_of_equal_matches_the_newer_stands_first(self):
        ids = found("الحظر").ids
        self.assertLess(ids.index(self.fresh.pk), ids.index(self.exact.pk))


class LanguageTests(SearchTestCase):
    @classmethod
    def make_texts(cls):
        edition = cls.make(
            "انتخابات البلدية", title_en="Elections in the harbour city",
            body_en="<p>Voters elected a council.</p>",
        )  # fmt: skip
        cls.arabic = edition
        cls.english = edition.article.editions.get(language="en")

    def test_english_is_found_by_its_own_forms(self):
        for text in ("election", "harbours", "voter"):
            with self.subTest(text):
                self.assertEqual(found(text, languages=("en",)).ids, [self.english.pk])

    def test_the_keyboard_is_doubted_though_one_word_is_spelled_another_way(self):
        self.make("تحقيقات أمريكية في الميناء")
        Synonym.objects.create(spellings="أمريكي، أميركي")
        vocabulary.catch_up()
        self.assertEqual(found("jprdrhj hldv;dm").read_as, "تحقيقات اميركية")

    def test_english_typed_on_an_arabic_keyboard_is_read(self):
        answer = found("ثمثؤفهخىس", languages=("en",))
        self.assertEqual((answer.ids, answer.read_as), ([self.english.pk], "elections"))
        self.assertEqual(found("اشقلاخعق", languages=("en",)).read_as, "harbour")

    def test_each_language_is_found_alone_or_both_when_asked(self):
        self.assert_finds("elections", languages=("ar",))
        both = found("elections OR انتخابات", languages=("ar", "en")).ids
        self.assertEqual(set(both), {self.arabic.pk, self.english.pk})


class WithdrawnTests(SearchTestCase):
    def test_only_what_readers_may_open_is_found(self):
        edition = self.make("خبر يُسحب لاحقا")
        vocabulary.catch_up()
        self.assertEqual(found("يسحب لاحقا").ids, [edition.pk])
        workflow.withdraw(edition.article)
        self.assertEqual(found("يسحب لاحقا").ids, [])


class BoundsTests(SearchTestCase):
    @classmethod
    def make_texts(cls):
        cls.story = cls.make("جسر الوادي", "فتح الجسر أمام السيارات بعد ترميم دام سنة كاملة.")

    def test_a_query_costs_few_statements_however_long(self):
        words = " ".join(f"كلمة{number}" for number in range(300))
        for text, most in (("جسر الوادي", 8), (words, 12)):
            with self.subTest(text[:20]):
                with CaptureQueriesContext(connection) as asked:
                    found(text)
                self.assertLessEqual(len(asked), most, [one["sql"][:80] for one in asked])

    def test_a_pasted_paragraph_finds_its_story(self):
        text = "فتح الجسر أمام السيارات بعد ترميم دام سنة كاملة. " * 20
        self.assertEqual(found(text).ids, [self.story.pk])

    @shared
    def test_hostile_strings_are_answered(self):
        for name in (
            "samples/hostile/blns/blns.txt",
            "samples/hostile/xss-list/xss-payload-list.txt",
        ):
            lines = shared_file(name).read_text("utf-8", "replace").splitlines()
            for line in lines[:400]:
                found(line)
