"""Where a reader goes on from a search: other pages, and help when nothing is found."""

from datetime import timedelta
from unittest import mock

from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from articles.models import Edition
from articles.search.query import parse
from tests.makers import NOON, make_category, make_edition, make_entity
from tests.search_pages import SearchPageCase, words

MOST_QUERIES = 14


class HelpTests(SearchPageCase):
    @classmethod
    def make_archive(cls):
        entity = make_entity("ميناء الشرق")
        cls.port = make_edition(title_ar="حركة ميناء الشرق", body_ar="<p>عاد ميناء الشرق.</p>")
        make_edition(title_ar="مباراة الوادي", body_ar="<p>فاز الوادي.</p>")
        cls.entity = entity

    def test_nothing_found_says_what_was_searched_and_offers_each_word_alone(self):
        page = self.page("عاد فاز الديناصور")
        self.assertEqual(self.titles(page), [])
        self.assertIn("لا نتائج لعبارة «عاد فاز الديناصور»", words(page))
        alone = [words(one) for one in page.xpath("//section[@aria-labelledby='alone']//a")]
        self.assertEqual(alone, ["عاد 1", "فاز 1"])
        self.assertEqual(self.titles(self.follow(page, "فاز 1")), ["مباراة الوادي"])

    def test_a_phrase_that_nobody_wrote_is_offered_as_words(self):
        page = self.page("«الشرق حركة»")
        self.assertEqual(self.titles(page), [])
        page = self.follow(page, "من غير علامتي التنصيص")
        self.assertEqual(self.titles(page), [self.port.title])

    def test_other_ways_on_are_sections_and_what_is_read(self):
        with mock.patch("articles.views.search.most_read", return_value=[self.port.pk]):
            page = self.page("ديناصور")
        self.assertIn("أو تصفّح الأقسام", words(page))
        self.assertEqual(
            words(page.xpath("//section[@aria-labelledby='most-read']//a")[0]), self.port.title
        )

    def test_what_narrows_too_much_can_be_left(self):
        page = self.page("ميناء", year="1999")
        self.assertEqual(self.titles(page), [])
        self.assertIn("لا شيء ضمن ما اخترته", words(page))
        self.assertEqual(self.titles(self.follow(page, "ابحث في الأرشيف كله")), [self.port.title])
        self.assertEqual(self.titles(self.follow(page, "السنة: 1999")), [self.port.title])

    def test_the_empty_page_shows_how_to_ask_and_names_of_the_newest_stories(self):
        page = self.page()
        self.assertIn("«عبارة كما هي»", words(page))
        self.assertEqual(self.titles(self.follow(page, "ميناء الشرق")), [self.port.title])

    def test_every_example_of_the_query_language_is_understood(self):
        examples = [words(one) for one in self.page().xpath("//dl[@class='asking']//dt")]
        understood = [parse(one) for one in examples]
        self.assertTrue(understood[0].groups[0][0].is_phrase)
        self.assertTrue(understood[1].excluded)
        self.assertEqual(len(understood[2].groups[0]), 2)
        self.assertEqual(understood[3].filters[0][0], "source")
        self.assertTrue(understood[4].since and understood[4].until)


class PagesTests(SearchPageCase):
    @classmethod
    def make_archive(cls):
        category = make_category()
        for number in range(25):
            make_edition(title_ar=f"رسوم الميناء {number}", category=category)

    def test_every_result_is_on_exactly_one_page(self):
        first = self.page("رسوم الميناء")
        second = self.follow(first, "النتائج التالية")
        titles = self.titles(first) + self.titles(second)
        self.assertEqual((len(titles), len(set(titles))), (25, 25))
        self.assertEqual(second.xpath("//nav//a[@aria-current='page']/text()"), ["2"])
        self.assertFalse([one for one in second.xpath("//a") if one.get("rel") == "next nofollow"])

    def test_a_page_beyond_the_end_helps(self):
        for number in ("3", "10", "11", "999999999999999999"):
            with self.subTest(number):
                page = self.page("رسوم الميناء", page=number)
                self.assertIn("لا شيء في هذه الصفحة: النتائج في صفحتين.", words(page))
                self.assertEqual(len(self.titles(self.follow(page, "إلى آخر صفحة"))), 5)

    def test_a_garbled_page_is_the_first(self):
        for number in ("", "x", "-1", "0", "1.5", "٢", "9" * 5000, "\x00"):
            with self.subTest(number[:5]):
                self.assertEqual(len(self.titles(self.page("رسوم الميناء", page=number))), 20)

    def test_the_page_asks_the_same_number_of_questions_however_much_is_found(self):
        def cost(**values):
            with CaptureQueriesContext(connection) as queries:
                page = self.page("رسوم الميناء", **values)
            return len(self.titles(page)), len(queries)

        many, first = cost()
        few, second = cost(page=2)
        self.assertEqual((many, few), (20, 5))
        self.assertLessEqual(first, MOST_QUERIES)
        # The first page asks whether the query is a name.
        self.assertEqual(first, second + 1)

    def test_what_no_card_shows_is_not_read(self):
        with CaptureQueriesContext(connection) as queries:
            self.page("رسوم الميناء")
        (cards,) = [
            one["sql"] for one in queries if 'LEFT("articles_edition"."plain"' in one["sql"]
        ]
        for column in ("body", "cited"):
            self.assertNotIn(f'"articles_edition"."{column}"', cards)
        self.assertEqual(Edition.objects.count(), 25)


class DigitsTests(SearchPageCase):
    @classmethod
    def make_archive(cls):
        for days in (0, 800):
            make_edition(title_ar="رسوم الميناء", published_at=NOON - timedelta(days=days))

    def test_numbers_are_shown_in_the_digits_of_the_newsroom_and_sent_in_western_ones(self):
        with override_settings(DIGITS="eastern"):
            page = self.page("رسوم")
            self.assertEqual(self.facet(page, "by-year"), {"٢٠٢٤": "١", "٢٠٢٢": "١"})
            page = self.follow(page, "٢٠٢٢")
            self.assertEqual(page.xpath("//input[@name='year']/@value"), ["2022"])
        self.assertIn("السنة: ٢٠٢٢", words(page))
        self.assertEqual(len(self.titles(page)), 1)
