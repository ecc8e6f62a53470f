"""Dates and numbers in the Arabic admin: the day comes first, and a fraction stays a number."""

from datetime import date

from django import forms
from django.template import Context, Template
from django.test import SimpleTestCase
from django.utils import translation


class ArabicFormatTests(SimpleTestCase):
    READ = ("2024-05-04", "04/05/2024", "4/5/2024", "4-5-2024", "4.5.2024")

    def setUp(self):
        arabic = translation.override("ar")
        arabic.__enter__()
        self.addCleanup(arabic.__exit__, None, None, None)

    def test_the_day_comes_before_the_month(self):
        for text in self.READ:
            with self.subTest(text):
                self.assertEqual(forms.DateField().clean(text), date(2024, 5, 4))
        self.assertEqual(forms.DateField().clean("26/04/2024"), date(2024, 4, 26))

    def test_the_month_before_the_day_is_refused(self):
        with self.assertRaises(forms.ValidationError):
            forms.DateField().clean("04/26/2024")

    def test_a_fraction_has_a_point(self):
        shown = Template("{{ width }}").render(Context({"width": 33.5}))
        self.assertEqual(shown, "33.5")
