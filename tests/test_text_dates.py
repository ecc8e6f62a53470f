"""How dates are written for readers and read from people."""

from datetime import UTC, date, datetime

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates import (
    MONTH_STYLES,
    day_month,
    long_date,
    month_name,
    read_date,
    short_date,
)
from articles.text.digits import STYLES
from tests.properties import texts

FRIDAY = date(2024, 4, 26)


class WrittenDateTests(SimpleTestCase):
    def test_dates_are_written_as_cldr_writes_them(self):
        for written, expected in (
            (long_date("2024-04-26", "ar"), "الجمعة، 26 أبريل 2024"),
            (long_date(FRIDAY, "en"), "Friday, 26 April 2024"),
            (long_date(datetime(2024, 4, 26, 23, 59, tzinfo=UTC), "ar"), "الجمعة، 26 أبريل 2024"),
            (short_date(FRIDAY, "ar"), "26 أبريل 2024"),
            (short_date(FRIDAY, "en"), "26 April 2024"),
            (day_month(FRIDAY, "ar"), "26 أبريل"),
        ):
            self.assertEqual(written, expected)

    def test_months_have_the_names_of_their_country(self):
        for months, april, august in (
            ("ar", "أبريل", "أغسطس"),
            ("sy", "نيسان", "آب"),
            ("dz", "أفريل", "أوت"),
            ("tn", "أفريل", "أوت"),
            ("ma", "أبريل", "غشت"),
            ("mr", "إبريل", "أغشت"),
            ("both", "نيسان/أبريل", "آب/أغسطس"),
        ):
            with self.subTest(months):
                self.assertEqual(short_date(FRIDAY, "ar", months=months), f"26 {april} 2024")
                self.assertEqual(month_name(8, months), august)

    def test_eastern_digits_are_a_choice_of_arabic_pages(self):
        self.assertEqual(
            long_date(FRIDAY, "ar", months="sy", digits="eastern"), "الجمعة، ٢٦ نيسان ٢٠٢٤"
        )
        self.assertEqual(day_month(FRIDAY, "ar", digits="eastern"), "٢٦ أبريل")
        self.assertEqual(
            long_date(FRIDAY, "en", months="both", digits="eastern"), "Friday, 26 April 2024"
        )

    def test_an_unknown_style_is_refused(self):
        with self.assertRaises(KeyError):
            long_date(FRIDAY, "ar", months="xx")
        with self.assertRaises(KeyError):
            long_date(FRIDAY, "ar", digits="roman")


class ReadDateTests(SimpleTestCase):
    READABLE = (
        "الجمعة, أبريل 26, 2024",
        "الجمعة، 26 أبريل 2024",
        "26 نيسان 2024",
        "26 نيسان/أبريل 2024",
        "26 أبريل (نيسان) 2024",
        "26 ابريل 2024",
        "26 إبريل 2024م",
        "26 أفريل 2024",
        "٢٦ أبريل ٢٠٢٤",
        "يوم الجمعة 26 من أبريل 2024",
        "26/4/2024",
        "26.04.2024",
        "26-04-2024",
        "٢٦/٤/٢٠٢٤",
        "2024-04-26",
        "2024/4/26",
        "٢٠٢٤-٠٤-٢٦",
        "2024-04-26T22:15:00+03:00",
        "26 April 2024",
        "April 26th, 2024, 10:30 am",
        "Fri, 26 Apr 2024",
        "  الجمعة، 26 أبريل 2024 10:30 م ",
        "26\u00a0أبريل\u00a02024",
        "الجمعة 26 نيسان/أبريل 2024",
        "26 نيسان – أبريل 2024",
        "26 نيسان أبريل 2024",
        "نيسان/أبريل 26, 2024",
        "الجمعة ٢٦-٤-٢٠٢٤",
        "26 ابريل، 2024",
        # With the same day of the Hijra.
        "17 شوال 1445 هـ الموافق 26 أبريل 2024 م",
        "الجمعة ١٧ شوال ١٤٤٥هـ - ٢٦ أبريل ٢٠٢٤م",
        "26 أبريل 2024 الموافق 17 شوال 1445",
        "17/10/1445هـ الموافق 26/4/2024م",
    )
    UNREADABLE = (
        ("", "nothing"),
        ("أبريل 2024", "no day"),
        ("26 أبريل", "no year"),
        ("31 نيسان 2024", "April has 30 days"),
        ("29/2/2023", "no leap year"),
        ("00/00/0000", "zeros"),
        ("4/26/2024", "month before day"),
        ("26/4/24", "a year in two digits"),
        ("26 نيسان/مارس 2024", "two months"),
        ("17 شوال 1445", "a month of the Hijra"),
        ("17/10/1445", "a year of the Hijra"),
        ("وقع الهجوم في 26 أبريل 2024 قرب النهر", "a sentence"),
        ("2024-04-26" * 20, "too long"),
    )

    def test_dates_are_read_as_people_write_them(self):
        for text in self.READABLE:
            with self.subTest(text):
                self.assertEqual(read_date(text), FRIDAY)

    def test_a_text_that_is_no_possible_date_is_refused(self):
        for text, why in self.UNREADABLE:
            with self.subTest(why):
                self.assertIsNone(read_date(text))

    def test_the_months_of_the_levant_and_the_maghreb_are_known(self):
        for text, month in (
            ("1 كانون الثاني 2024", 1),
            ("1 كانون الأول 2024", 12),
            ("1 تشرين الأول/أكتوبر 2024", 10),
            ("1 شباط 2024", 2),
            ("1 أيار 2024", 5),
            ("1 جانفي 2024", 1),
            ("1 أوت 2024", 8),
            ("1 غشت 2024", 8),
            ("1 دجنبر 2024", 12),
            ("1 يونيه 2024", 6),
        ):
            with self.subTest(text):
                self.assertEqual(read_date(text), date(2024, month, 1))

    def test_the_day_comes_before_the_month(self):
        self.assertEqual(read_date("04/05/2024"), date(2024, 5, 4))
        self.assertEqual(read_date("٠٤/٠٥/٢٠٢٤"), date(2024, 5, 4))

    @given(
        st.dates(date(1800, 1, 1), date(2100, 12, 31)),
        st.sampled_from(sorted(MONTH_STYLES)),
        st.sampled_from(STYLES),
        st.sampled_from(("ar", "en")),
    )
    def test_what_we_write_we_can_read(self, day, months, digits, language):
        for write in (long_date, short_date):
            self.assertEqual(read_date(write(day, language, months=months, digits=digits)), day)
        self.assertIsNone(read_date(day_month(day, language, months=months, digits=digits)))

    @given(texts(max_size=100))
    def test_reading_never_fails(self, text):
        self.assertIsInstance(read_date(text), date | None)
