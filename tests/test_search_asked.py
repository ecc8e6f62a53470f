"""The address of a search says what is asked, and any address is understood."""

from datetime import date

from django.test import SimpleTestCase

from articles.search.query import read_day
from articles.views.asked import Asked


class AskedTests(SimpleTestCase):
    def test_an_address_holds_only_what_differs_from_the_ordinary(self):
        self.assertEqual(Asked(text="قسد").url(), "?q=%D9%82%D8%B3%D8%AF")
        asked = Asked.of({"q": "a", "section": "3", "sort": "new", "lang": "all", "page": "2"})
        self.assertEqual(asked.url(), "?q=a&section=3&sort=new&lang=all")
        self.assertEqual(asked.url(page=2, section=0), "?q=a&sort=new&lang=all&page=2")

    def test_what_makes_no_sense_is_as_if_it_were_not_there(self):
        for name in ("section", "source", "year", "page", "sort", "lang", "typed"):
            for value in ("", "-1", "x", "٣", "1e9", "9" * 400, "<b>", "1 OR 1=1", "0x10", "None"):
                with self.subTest(name=name, value=value[:9]):
                    self.assertEqual(Asked.of({"q": "a", name: value}), Asked(text="a"))

    def test_a_month_or_a_year_ends_with_its_last_day(self):
        for text, first, last in (
            ("2024", "2024-01-01", "2024-12-31"),
            ("شباط 2024", "2024-02-01", "2024-02-29"),
            ("٥/٢٠٢٤", "2024-05-01", "2024-05-31"),
            ("26 نيسان 2024", "2024-04-26", "2024-04-26"),
        ):
            with self.subTest(text):
                self.assertEqual(read_day(text).isoformat(), first)
                self.assertEqual(read_day(text, is_end=True).isoformat(), last)

    def test_no_date_is_guessed(self):
        for text in ("", "أمس", "31/2/2024", "0999", "13/2024", "م" * 40):
            with self.subTest(text):
                self.assertIsNone(read_day(text))
                self.assertIsNone(read_day(text, is_end=True))

    def test_a_range_lies_between_its_days(self):
        asked = Asked(since="2023", until="أبريل 2024")
        self.assertEqual((asked.since_day, asked.until_day), (date(2023, 1, 1), date(2024, 4, 30)))
