"""What was typed on the wrong layout can be read."""

import json

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.fold import fold
from articles.text.keyboard import LAYOUTS, MOST_READINGS, latin_readings, to_arabic, to_latin
from tests.properties import texts
from tests.shared import shared, shared_file


class ArabicTests(SimpleTestCase):
    CASES = (
        ("hglrv", "المقر", "101"),
        ("lh]dm hGl'hv", "مادية الأمطار", "101"),
        ("jsldm lfu,e Hlld gdfdh", "تسمية مبعوث أممي ليبيا", "101"),
        ("hgYsghldm td hGojdhv", "الإسلامية في الأختيار", "101"),
        ("hTkjohfhj hBk", "الإنتخابات الآن", "101"),
        ("hGvqdm fb `if", "الأرضية بلا ذهب", "101"),
        ("hgjugdl hguhgd 2024", "التعليم العالي 2024", "101"),
        ("\\;v hg\\if", "ذكر الذهب", "102"),
        ("vzds hg[li,vdm", "رئيس الجمهورية", "102"),
        # The same keys have other letters on a French keyboard.
        ("vwds hg^li;vd,", "رئيس الجمهورية", "fr"),
        ("hgfghù", "البلاط", "fr"),
        ("hg*ifd,", "الذهبية", "fr"),
        # Typed ^ and a vowel, a French keyboard writes one letter.
        ("hgî;$", "الجهود", "fr"),
    )

    def test_latin_keys_are_read_as_arabic(self):
        for typed, meant, layout in self.CASES:
            with self.subTest(meant):
                self.assertEqual(to_arabic(typed, layout), meant)

    def test_marks_are_the_shifted_keys(self):
        self.assertEqual(to_arabic("lE]Q~vAsX", "101"), "مُدَّرِسْ")
        self.assertEqual(to_arabic("lE]Q|vCsX", "102"), "مُدَّرِسْ")
        self.assertEqual(to_arabic("lE$AµvCsX", "fr"), "مُدَّرِسْ")

    def test_what_no_key_types_stays(self):
        self.assertEqual(to_arabic("المقر — 2024 ✓"), "المقر — 2024 ✓")

    @shared
    def test_every_such_query_reads_as_its_reader_meant_it(self):
        lines = shared_file("arabic/queries.jsonl").read_text("utf-8").splitlines()
        queries = [json.loads(line) for line in lines]
        clean = {(q["set"], q["qid"]): q["q"] for q in queries if q["kind"] == "clean"}
        typed = [q for q in queries if q["kind"] == "kb_layout"]
        self.assertGreater(len(typed), 100)
        for query in typed:
            meant = clean[query["set"], query["qid"]]
            self.assertEqual(fold(to_arabic(query["q"])), fold(meant))


class LatinTests(SimpleTestCase):
    CASES = (
        ("ىثصس", "news", "101"),
        ("لاقهثب", "brief", "101"),
        ("لاشىن", "bank", "101"),
        ("ﻻثقمهى", "berlin", "101"),
        ("فقشىؤث", "trqnce", "fr"),
        ("فقضىؤث", "trance", "fr"),
        ("جضلث", "âge", "fr"),
    )

    def test_arabic_keys_are_read_as_latin(self):
        for typed, meant, layout in self.CASES:
            with self.subTest(meant):
                self.assertEqual(to_latin(typed, layout), meant)

    def test_lam_alef_keeps_both_ways_of_typing_it(self):
        self.assertEqual(latin_readings("لاشىش"), ["bana", "ghana"])
        self.assertEqual(latin_readings("ىثصس"), ["news"])

    def test_a_long_text_has_no_more_readings_than_a_short_one(self):
        self.assertEqual(len(latin_readings("لا" * 300)), MOST_READINGS)


class LayoutProperties(SimpleTestCase):
    @given(st.sampled_from(sorted(LAYOUTS)), st.data())
    def test_what_is_typed_twice_on_the_wrong_layout_comes_back(self, layout, data):
        # ل and ا typed one by one look like the key لا: that doubt alone remains.
        signs = [latin for latin, arabic in LAYOUTS[layout] if latin.isalpha() and latin.islower()]
        typed = "".join(data.draw(st.lists(st.sampled_from(signs), max_size=20)))
        self.assertIn(typed.replace("gh", "b"), latin_readings(to_arabic(typed, layout), layout))

    @given(texts(), st.sampled_from(sorted(LAYOUTS)))
    def test_any_text_can_be_read_either_way(self, text, layout):
        self.assertEqual(
            to_arabic(text, layout), "".join(to_arabic(letter, layout) for letter in text)
        )
        self.assertEqual(latin_readings(text, layout)[0], to_latin(text, layout))

    def test_a_layout_has_each_latin_key_once(self):
        for name, keys in LAYOUTS.items():
            latin = [key for key, _letter in keys]
            self.assertEqual(len(latin), len(set(latin)), name)
