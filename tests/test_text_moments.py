"""What people type into a field for a day or an hour is read as they mean it, or not at all."""

from datetime import date, time

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates import MONTH_STYLES, short_date
from articles.text.digits import STYLES, write
from articles.text.moments import is_no_day, read_day, read_hour
from tests.properties import texts

TODAY = date(2024, 4, 26)


class DayTests(SimpleTestCase):
    def test_a_day_is_read_as_arabs_type_it(self):
        for typed in (
            "26/4/2024",
            "٢٦/٤/٢٠٢٤",
            "۲۶/۴/۲۰۲۴",
            "26 نيسان 2024",
            "٢٦ نيسان ٢٠٢٤",
            "26 أبريل 2024",
            "26 نيسان/أبريل 2024",
            "الجمعة، 26 أبريل 2024",
            "26-4-2024",
            "26.4.2024",
            "26/4/24",
            "٢٦/٤/٢٤",
            "2024-04-26",
            "٢٠٢٤-٠٤-٢٦",
            "26 April 2024",
            " 26/4/2024 م",
            "\u200f26/4/2024\u200f",
            "اليوم",
        ):
            with self.subTest(typed):
                self.assertEqual(read_day(typed, TODAY), TODAY)

    def test_the_day_stands_before_the_month_always(self):
        for typed in ("04/05/2024", "4/5/2024", "٤/٥/٢٠٢٤", "4-5-24"):
            with self.subTest(typed):
                self.assertEqual(read_day(typed, TODAY), date(2024, 5, 4))

    def test_a_near_day_has_its_word(self):
        for typed, day in (("أمس", 25), ("اليوم", 26), ("غدًا", 27), ("غدا", 27), ("بعد غد", 28)):
            with self.subTest(typed):
                self.assertEqual(read_day(typed, TODAY), date(2024, 4, day))

    def test_an_impossible_day_is_told_from_what_is_no_date(self):
        for typed in ("31 نيسان 2024", "31/4/2024", "٣٠ شباط ٢٠٢٤", "4/26/2024", "29/2/23"):
            with self.subTest(typed):
                self.assertIsNone(read_day(typed, TODAY))
                self.assertTrue(is_no_day(typed))
        for typed in ("نيسان القادم", "26/4", "قريبًا", "17 شوال 1445", "2024", ""):
            with self.subTest(typed):
                self.assertIsNone(read_day(typed, TODAY))
                self.assertFalse(is_no_day(typed))

    def test_an_hour_beside_the_day_is_not_dropped_in_silence(self):
        for typed in ("26/4/2024 14:05", "26 نيسان 2024 الساعة 7 مساءً", "2024-04-26T14:05"):
            with self.subTest(typed):
                self.assertIsNone(read_day(typed, TODAY))

    @given(st.dates(date(1900, 1, 1)), st.sampled_from([*MONTH_STYLES]), st.sampled_from(STYLES))
    def test_what_the_house_shows_is_read_back(self, day, months, digits):
        shown = short_date(day, "ar", months=months, digits=digits)
        self.assertEqual(read_day(shown, TODAY), day)

    @given(texts())
    def test_no_text_breaks_the_reading(self, text):
        read_day(text, TODAY), is_no_day(text), read_hour(text)


class HourTests(SimpleTestCase):
    def test_an_hour_is_read_as_arabs_type_it(self):
        for typed, hour, minute in (
            ("14:05", 14, 5),
            ("١٤:٠٥", 14, 5),
            ("۱۴:۰۵", 14, 5),
            ("14.05", 14, 5),
            ("2:05 م", 14, 5),
            ("٢:٠٥م", 14, 5),
            ("٧ مساءً", 19, 0),
            ("7 مساءا", 19, 0),
            ("الساعة 7 مساءً", 19, 0),
            ("7 ص", 7, 0),
            ("٦:٣٠ صباحًا", 6, 30),
            ("5 فجرًا", 5, 0),
            ("2 ظهرًا", 14, 0),
            ("4 عصرًا", 16, 0),
            ("2 بعد الظهر", 14, 0),
            ("11 ليلًا", 23, 0),
            ("1 ليلًا", 1, 0),
            ("12 ليلًا", 0, 0),
            ("12 ظهرًا", 12, 0),
            ("12:30 م", 12, 30),
            ("12:30 ص", 0, 30),
            ("7pm", 19, 0),
            ("9:15 a.m.", 9, 15),
            ("منتصف الليل", 0, 0),
            ("الظهر", 12, 0),
            ("14", 14, 0),
            ("0:05", 0, 5),
        ):
            with self.subTest(typed):
                self.assertEqual(read_hour(typed), time(hour, minute))

    def test_what_could_be_either_or_is_no_hour_is_refused(self):
        for typed in ("7", "12", "12 مساءً", "14:05 ص", "9 ظهرًا", "24:00", "25:00", "14:60", ""):
            with self.subTest(typed):
                self.assertIsNone(read_hour(typed))

    @given(st.times(), st.sampled_from(STYLES))
    def test_what_the_house_shows_is_read_back(self, hour, digits):
        hour = hour.replace(second=0, microsecond=0)
        self.assertEqual(read_hour(write(f"{hour:%H:%M}", digits)), hour)
