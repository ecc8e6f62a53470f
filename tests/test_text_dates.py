"""How dates are written for readers and read from people."""

from datetime import UTC, date, datetime

from django.test import SimpleTestCase

from articles.text.dates import day_month, long_date, read_date, short_date

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

    def test_what_we_write_we_can_read(self):
        for month in range(1, 13):
            day = date(2024, month, 28)
            for language in ("ar", "en"):
                self.assertEqual(read_date(long_date(day, language)), day)
