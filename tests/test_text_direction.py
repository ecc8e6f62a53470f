"""Which way a text runs, and that it disturbs no text it is put into."""

import unicodedata

from django.test import SimpleTestCase
from hypothesis import given

from articles.text.direction import (
    direction,
    first_strong,
    foreign_runs,
    is_rtl,
    isolate,
    isolate_runs,
    strip_controls,
)
from articles.text.languages import PROFILES, recognise
from tests.properties import texts
from tests.shared import shared, shared_file

TATWEEL = "\u0640"
EMBEDDINGS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BREAKS = frozenset("\n\r\x1c\x1d\x1e\x85\u2029")


def shared_rows(name):
    lines = shared_file(f"samples/hostile/bidi/{name}").read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split(";")] for line in lines if line[:1] not in "#"]


class DirectionTests(SimpleTestCase):
    def test_a_title_runs_as_most_of_it_is_read(self):
        for title, expected in (
            ("الوزير يستقيل", "rtl"),
            ("CNN: الوزير يستقيل", "rtl"),
            ("F-16 فوق دير الزور", "rtl"),
            ("The Kurdish-led SDF (قسد) denies it", "ltr"),
            ("Reuters", "ltr"),
            ("٢٠٢٤", ""),
            ("، ؛ ؟ \u064b \u0640", ""),
            ("2024", ""),
            ("", ""),
        ):
            with self.subTest(title):
                self.assertEqual(direction(title), expected)

    def test_vowel_marks_weigh_nothing(self):
        self.assertEqual(
            direction("The word مُدَرِّسٌ means a teacher"), direction("The word مدرس means a teacher")
        )

    @given(texts())
    def test_only_a_text_with_letters_has_a_direction(self, text):
        self.assertEqual(direction(text) == "rtl", is_rtl(text))
        letters = any(
            letter.isalpha()
            and letter != TATWEEL
            and unicodedata.bidirectional(letter) in ("L", "R", "AL")
            for letter in text
        )
        self.assertTrue(direction(text) or not letters)

    @given(texts())
    def test_a_language_runs_as_its_profile_says(self, text):
        if code := recognise(text):
            self.assertEqual(PROFILES[code].direction, direction(text))

    @given(texts())
    def test_foreign_runs_stand_in_order_and_apart_and_begin_and_end_with_a_sign(self, text):
        end = 0
        for start, stop in foreign_runs(text):
            self.assertLessEqual(end, start)
            self.assertLess(start, stop)
            self.assertEqual(text[start:stop], text[start:stop].strip())
            end = stop

    @shared
    def test_the_first_strong_letter_is_that_of_the_standard(self):
        rows = [row for row in shared_rows("BidiCharacterTest.head.txt") if row[1:2] == ["2"]]
        self.assertGreater(len(rows), 20)
        for row in rows:
            text = "".join(chr(int(code, 16)) for code in row[0].split())
            self.assertEqual(first_strong(text) == "rtl", row[2] == "1", row[0])

    @shared
    def test_every_letter_that_joins_runs_from_right_to_left(self):
        for row in shared_rows("ArabicShaping.txt"):
            letter = chr(int(row[0], 16)) if row[0] else ""
            if letter and letter < "\u0900" and letter.isalpha() and row[2] in "RD":
                self.assertEqual(direction(letter), "rtl", row)


class IsolateTests(SimpleTestCase):
    CASES = (
        ("رويترز", "\u2068رويترز\u2069", "first letter and text agree"),
        ("CNN: الوزير يستقيل", "\u2068\u200fCNN: الوزير يستقيل\u2069", "a Latin name comes first"),
        ("قسد is a force in Syria", "\u2068\u200eقسد is a force in Syria\u2069", "an Arabic one"),
        ("24/7", "\u206824/7\u2069", "no letters"),
        ("سطر\nline", "\u2068سطر\u2069\n\u2068line\u2069", "each line is a paragraph"),
        ("a\u202eb\u2069c", "\u2068abc\u2069", "controls that reach beyond their text"),
        ("C++\u200f و", "\u2068\u200fC++\u200f و\u2069", "marks inside are the writer's"),
        ("", "", "nothing"),
    )

    def test_a_text_is_isolated_line_by_line(self):
        for text, expected, why in self.CASES:
            with self.subTest(why):
                self.assertEqual(isolate(text), expected)

    def test_foreign_words_in_a_title_are_isolated(self):
        self.assertEqual(
            isolate_runs("قالت New York Times أمس إنها"), "قالت \u2068New York Times\u2069 أمس إنها"
        )

    @given(texts())
    def test_an_isolated_text_runs_as_it_should(self, text):
        for line in isolate(text).splitlines():
            inside = line.strip("\u2068\u2069")
            if way := direction(inside):
                self.assertEqual(first_strong(inside), way)

    @given(texts())
    def test_every_isolate_is_closed_within_its_line(self, text):
        for isolated in (isolate(text), isolate_runs(text)):
            controls = [sign for sign in isolated if sign in EMBEDDINGS or sign in BREAKS]
            open_now = False
            for sign in controls:
                if sign in BREAKS:
                    self.assertFalse(open_now)
                else:
                    self.assertEqual(sign, "\u2069" if open_now else "\u2068")
                    open_now = not open_now
            self.assertFalse(open_now)

    @given(texts())
    def test_isolating_adds_controls_alone_and_once_is_enough(self, text):
        for make in (isolate, isolate_runs):
            self.assertEqual(strip_controls(make(text)), strip_controls(text))
            self.assertEqual(make(make(text)), make(text))

    @given(texts())
    def test_no_control_is_left(self, text):
        self.assertFalse(EMBEDDINGS & set(strip_controls(text)))
        self.assertEqual(strip_controls(strip_controls(text)), strip_controls(text))
