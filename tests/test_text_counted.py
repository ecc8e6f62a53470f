"""Nouns stand beside their numbers as grammar has it."""

from decimal import Decimal

from babel import Locale
from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.counted import Noun, counted
from articles.text.digits import read_number

STORY = Noun("مادة", "مواد", zero="لا مواد")
DAY = Noun("يوم", "أيام")
JUDGE = Noun("قاضٍ", "قضاة", dual="قاضيان", oblique_dual="قاضيين", accusative="قاضيًا")


class CountedTests(SimpleTestCase):
    def test_each_number_has_its_form(self):
        for number, stories, days in (
            (1, "مادة", "يوم"),
            (2, "مادتان", "يومان"),
            (3, "3 مواد", "3 أيام"),
            (10, "10 مواد", "10 أيام"),
            (11, "11 مادة", "11 يومًا"),
            (99, "99 مادة", "99 يومًا"),
            (100, "100 مادة", "100 يوم"),
            (101, "101 مادة", "101 يوم"),
            (102, "102 مادة", "102 يوم"),
            (103, "103 مواد", "103 أيام"),
            (110, "110 مواد", "110 أيام"),
            (111, "111 مادة", "111 يومًا"),
            (1000, "1,000 مادة", "1,000 يوم"),
            (2024, "2,024 مادة", "2,024 يومًا"),
            (Decimal("1.5"), "1.5 مادة", "1.5 يوم"),
            (-3, "\u200e-3 مواد", "\u200e-3 أيام"),
        ):
            with self.subTest(number):
                self.assertEqual(counted(number, STORY), stories)
                self.assertEqual(counted(number, DAY), days)

    def test_none_is_said_as_the_caller_says_it(self):
        self.assertEqual(counted(0, STORY), "لا مواد")
        self.assertEqual(counted(0, DAY), "0 يوم")

    def test_two_show_their_case(self):
        self.assertEqual(counted(2, STORY, case="oblique"), "مادتين")
        self.assertEqual(counted(2, JUDGE), "قاضيان")
        self.assertEqual(counted(2, JUDGE, case="oblique"), "قاضيين")
        self.assertEqual(counted(12, JUDGE), "12 قاضيًا")

    def test_endings_are_joined_as_they_are_written(self):
        for singular, two, of_two, eleven in (
            ("صحفي", "صحفيان", "صحفيين", "صحفيًا"),
            ("مستشفى", "مستشفيان", "مستشفيين", "مستشفى"),
            ("لقاء", "لقاءان", "لقاءين", "لقاء"),
            ("شيء", "شيئان", "شيئين", "شيئًا"),
            ("عبء", "عبئان", "عبئين", "عبئًا"),
            ("جزء", "جزآن", "جزأين", "جزءًا"),
            ("ضوء", "ضوءان", "ضوءين", "ضوءًا"),
            ("مبدأ", "مبدآن", "مبدأين", "مبدأ"),
            ("لاجئ", "لاجئان", "لاجئين", "لاجئًا"),
        ):
            noun = Noun(singular, "")
            with self.subTest(singular):
                self.assertEqual(counted(2, noun), two)
                self.assertEqual(counted(2, noun, case="oblique"), of_two)
                self.assertEqual(counted(11, noun), f"11 {eleven}")

    def test_digits_follow_the_setting(self):
        self.assertEqual(counted(1103, STORY, digits="eastern"), "١٬١٠٣ مواد")

    def test_an_unknown_case_is_refused(self):
        with self.assertRaises(KeyError):
            counted(5, DAY, case="genitive")

    @given(st.integers(3, 10**9))
    def test_the_form_follows_the_plural_rule_of_cldr(self, number):
        digits, form = counted(number, DAY).split(" ")
        self.assertEqual(read_number(digits), number)
        forms = {"few": "أيام", "many": "يومًا", "other": "يوم"}
        self.assertEqual(form, forms[Locale("ar").plural_form(number)])
