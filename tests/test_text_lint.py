"""The text doctor: what it finds, what it leaves, and that accepting is enough once."""

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.lint import Finding, apply, lint
from articles.text.rules import BY_NAME, RULES, SAFE
from tests.patience import no_trap
from tests.properties import arabic_letters, texts
from tests.shared import shared, shared_file

SEED = "seed/000_53785b917c2feb6c.txt"
CORRECTED = "arabic/seed_corrected.txt"
# What the rules react to, thicker than chance would have it.
TROUBLE = "یکهھہەۃىيك ااألبمنسف ـَُّّ\u200b\u200c\u200d\ufeff\u00ad \u00a0  ،؛؟,;?.\n“”«»()1٢\u200f\u202eﻻﻼﮎﯽﯾﹷﹰCN#@`"
WORDS = (
    "علی", "إلی", "فی", "التی", "نفی", "في", "حي", "نادي", "التركية", "ترکیا", "امريكا", "الى",
    "می\u200cشود", "این", "از", "را", "است", "قال", " ", "  ", "\u00a0", ",", " ،", "?", "ـ", "«", "»",
    "“", "”", "\n", "https://e.org/علی", "#علی", "ـــ", "\u200c", "ّّ", ".", "هـ", "ه\u200d", "که",
)  # fmt: skip


def troubled():
    """Text made of what the rules look for, and text of any kind."""
    return st.one_of(
        st.text(st.sampled_from(TROUBLE), max_size=40),
        st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
        st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
        st.lists(st.one_of(st.sampled_from(WORDS), arabic_letters()), max_size=25).map("".join),
        texts(),
    )


def found(text, **options):
    return [(one.rule, one.before, one.after) for one in lint(text, **options)]


class RuleTests(SimpleTestCase):
    """The examples of a rule are its test: it changes the bad ones so, and no good one."""

    def of(self, rule, text):
        return [one for one in lint(text, house=True) if one.rule == rule.name]

    def test_what_a_rule_calls_bad_it_puts_right(self):
        for rule in RULES:
            for bad, right in rule.bad:
                with self.subTest(rule.name, bad=bad):
                    self.assertEqual(apply(bad, self.of(rule, bad), suggestions=True), right)

    def test_what_a_rule_calls_good_it_leaves(self):
        for rule in RULES:
            for good in (*rule.good, *(right for _bad, right in rule.bad)):
                with self.subTest(rule.name, good=good):
                    self.assertEqual(self.of(rule, good), [])

    def test_every_rule_says_in_arabic_what_it_is_and_why_and_has_examples(self):
        for rule in RULES:
            with self.subTest(rule.name):
                self.assertRegex(rule.title, "^[\u0600-\u06ff ]+$")
                self.assertRegex(rule.why, r"[\u0600-\u06ff].*\.$")
                self.assertTrue(rule.bad and rule.good)
        self.assertEqual(len(BY_NAME), len(RULES))


class PropertyTests(SimpleTestCase):
    @given(troubled())
    def test_findings_stand_where_they_say_and_none_overlaps_another(self, text):
        at = 0
        for one in lint(text, house=True):
            self.assertEqual(text[one.start : one.end], one.before)
            self.assertNotEqual(one.before, one.after)
            self.assertGreaterEqual(one.start, at)
            at = one.end

    @given(troubled())
    def test_what_is_put_right_once_has_nothing_safe_left(self, text):
        once = apply(text, lint(text))
        self.assertEqual([one for one in lint(once) if one.is_safe], [])
        self.assertEqual(apply(once, lint(once)), once)

    @given(troubled(), st.integers(0, 40), st.integers(0, 40))
    def test_what_the_caller_leaves_stays(self, text, start, end):
        for one in lint(text, leave=[(start, end)]):
            self.assertTrue(one.end <= start or one.start >= end)
