"""Dates of the Hijra: by Umm al-Qura, there and back, as people write them."""

from datetime import date, datetime, timedelta

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.digits import STYLES
from articles.text.hijri import MONTHS, HijriDay, gregorian, hijri, hijri_date, read_hijri
from tests.properties import texts

FIRST, LAST = date(1924, 8, 1), date(2077, 11, 16)
FRIDAY = date(2024, 4, 26)


class HijriTests(SimpleTestCase):
    DAYS = (
        (FRIDAY, (1445, 10, 17)),
        (date(2024, 3, 11), (1445, 9, 1)),  # Ramadan began in Saudi Arabia
        (date(2024, 6, 16), (1445, 12, 10)),  # the Feast of Sacrifice
        (date(2023, 7, 19), (1445, 1, 1)),
        (FIRST, (1343, 1, 1)),
        (LAST, (1500, 12, 30)),
    )

    def test_days_are_those_of_the_saudi_calendar(self):
        for day, expected in self.DAYS:
            with self.subTest(day):
                self.assertEqual(hijri(day), expected)
                self.assertEqual(gregorian(*expected), day)

    def test_a_day_outside_of_the_table_has_none(self):
        for day in (FIRST - timedelta(days=1), LAST + timedelta(days=1)):
            self.assertIsNone(hijri(day))
            self.assertEqual(hijri_date(day), "")

    def test_a_day_that_is_not_in_the_table_is_refused(self):
        for year, month, day in ((1445, 10, 30), (1445, 13, 1), (1445, 0, 1), (1342, 1, 1)):
            with self.subTest((year, month, day)), self.assertRaises(ValueError):
                gregorian(year, month, day)

    def test_a_day_is_written_with_its_era(self):
        self.assertEqual(hijri_date(FRIDAY), "17 شوال 1445 هـ")
        self.assertEqual(hijri_date(datetime(2024, 4, 26, 23, 59)), "17 شوال 1445 هـ")  # noqa: DTZ001
        self.assertEqual(hijri_date(FRIDAY, digits="eastern"), "١٧ شوال ١٤٤٥ هـ")


class ReadHijriTests(SimpleTestCase):
    READABLE = (
        "17 شوال 1445 هـ",
        "17 شوال 1445هـ",
        "١٧ شوّال ١٤٤٥ هـ",
        "17 من شوال 1445 هجرية",
        "17 شوال 1445",
        "17 من شهر شوال، 1445هـ",
        "الجمعة، 17 شوال 1445 هـ",
        "الموافق 17 شوال 1445",
        "17/10/1445هـ",
        "١٧-١٠-١٤٤٥ هـ",
    )
    UNREADABLE = (
        ("17/10/1445", "no era: it may be of the other calendar"),
        ("26 أبريل 2024", "of the other calendar"),
        ("30 شوال 1445 هـ", "Shawwal had 29 days"),
        ("17 شوال 1545 هـ", "outside of the table"),
        ("شوال 1445 هـ", "no day"),
        ("17 شوال", "no year"),
        ("في 17 شوال 1445 وقع الحادث", "a sentence"),
        ("", "nothing"),
    )

    def test_dates_are_read_as_people_write_them(self):
        for text in self.READABLE:
            with self.subTest(text):
                self.assertEqual(read_hijri(text), FRIDAY)

    def test_a_text_that_is_no_possible_date_is_refused(self):
        for text, why in self.UNREADABLE:
            with self.subTest(why):
                self.assertIsNone(read_hijri(text))

    def test_months_are_known_by_their_other_names(self):
        for name, month in (
            ("ربيع الآخر", 4),
            ("جمادى الثانية", 6),
            ("جمادى الأولى", 5),
            ("ذي القعدة", 11),
            ("ذي الحجة", 12),
            ("محرّم", 1),
        ):
            with self.subTest(name):
                self.assertEqual(read_hijri(f"1 {name} 1445هـ"), gregorian(1445, month, 1))


class HijriProperties(SimpleTestCase):
    @given(st.dates(FIRST, LAST), st.sampled_from(STYLES))
    def test_there_and_back(self, day, style):
        self.assertEqual(gregorian(*hijri(day)), day)
        self.assertEqual(read_hijri(hijri_date(day, digits=style)), day)

    @given(st.dates(FIRST, LAST - timedelta(days=1)))
    def test_days_follow_each_other(self, day):
        today, tomorrow = hijri(day), hijri(day + timedelta(days=1))
        self.assertLess(today, tomorrow)
        self.assertTrue(tomorrow.day in (today.day + 1, 1))

    # The table keeps some months of 28 and 31 days before that, as they were printed.
    @given(st.integers(1365, 1500), st.integers(1, 12))
    def test_a_month_has_twenty_nine_or_thirty_days(self, year, month):
        self.assertEqual(hijri(gregorian(year, month, 29)), HijriDay(year, month, 29))
        with self.assertRaises(ValueError):
            gregorian(year, month, 31)
        self.assertIn(MONTHS[month - 1], hijri_date(gregorian(year, month, 29)))

    @given(texts())
    def test_reading_never_fails(self, text):
        self.assertIsInstance(read_hijri(text), date | None)
