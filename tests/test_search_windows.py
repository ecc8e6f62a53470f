"""A common word is looked for in the newest part of the archive, a rare one in all of it."""

from datetime import UTC, date, datetime
from unittest import mock

from django.test import SimpleTestCase, TestCase

from articles.models import Lexeme
from articles.search import Search, rank, vocabulary, windows
from tests.makers import NOON, make_edition


class ExpectationTests(SimpleTestCase):
    def test_one_word_is_expected_where_it_stands(self):
        self.assertEqual(round(windows.expected([500], total=10_000)), 500)

    def test_words_that_come_together_are_expected_more_often_than_chance_says(self):
        found = windows.expected([1_000, 1_000], total=10_000)
        self.assertGreater(found, 10_000 * 0.1 * 0.1)
        self.assertLess(found, 1_000)

    def test_a_word_in_no_text_is_expected_nowhere(self):
        self.assertLessEqual(windows.expected([0, 9_000], total=10_000), 1)


class ChoiceTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        months = [f"@m{year}-{month:02}" for year in range(2020, 2025) for month in range(1, 13)]
        rows = [Lexeme(text=label, frequency=100) for label in months]
        rows += [Lexeme(text=f"@y{year}", frequency=1_200) for year in range(2020, 2025)]
        Lexeme.objects.bulk_create([*rows, Lexeme(text="@", frequency=6_000)])

    def choose(self, matches, **options):
        return windows.choose(matches, total=6_000, **{"wanted": 50} | options)

    def test_few_matches_are_looked_for_everywhere(self):
        self.assertTrue(self.choose(50).is_whole)

    def test_many_are_looked_for_in_the_newest_months(self):
        self.assertEqual(self.choose(1_500).clause, "('@m2024-12'|'@m2024-11')")

    def test_less_many_are_looked_for_in_the_newest_years(self):
        self.assertEqual(self.choose(150).clause, "('@y2024'|'@y2023')")

    def test_a_window_of_nearly_everything_is_everything(self):
        self.assertTrue(self.choose(60).is_whole)

    def test_a_range_of_days_moves_the_window(self):
        window = self.choose(1_500, until=date(2022, 6, 15))
        self.assertEqual(window.clause, "('@m2022-06'|'@m2022-05')")
        self.assertEqual(self.choose(1_500, since=date(2024, 12, 1)).clause, "'@y2024'")


class StepTests(TestCase):
    """With small numbers for large ones, an archive of forty stories behaves like a large one."""

    @classmethod
    def setUpTestData(cls):
        cls.editions = [
            make_edition(
                title_ar=f"أخبار الميناء {number}",
                body_ar="<p>وصلت سفينة نادرة.</p>" if number < 2 else "<p>وصلت سفينة.</p>",
                published_at=datetime(2020 + number // 10, 1 + number % 10, 5, tzinfo=UTC),
            )
            for number in range(40)
        ]
        vocabulary.catch_up()

    def find(self, text, **numbers):
        small = {"CANDIDATES": 5, "SHOWN": 8, "TOO_COMMON": 2} | numbers
        with mock.patch.multiple(rank, **small):
            return Search(today=NOON).find(text)

    def test_of_a_common_word_the_newest_are_found(self):
        answer = self.find("الميناء", SHOWN=4)
        self.assertEqual(answer.ids[0], self.editions[-1].pk)
        self.assertTrue(answer.is_more)

    def test_a_rare_word_beside_a_common_one_is_found_however_old(self):
        answer = self.find("سفينة نادرة")
        self.assertEqual(set(answer.ids[:2]), {one.pk for one in self.editions[:2]})
        self.assertFalse(answer.is_more)

    def test_a_whole_title_is_found_outside_the_window(self):
        answer = self.find("أخبار الميناء 3")
        self.assertEqual(answer.ids[0], self.editions[3].pk)
