"""A result shows where it matches, in the writer's letters, paragraph by paragraph."""

import re

from django.test import SimpleTestCase

from articles.search import Matcher, forms, highlight, passage
from articles.search.meaning import Meaning
from articles.search.passage import LENGTH
from articles.text.fold import fold
from articles.text.stems import bases, stem


def meaning(word, **values):
    """What a query's word means, without an archive to ask."""
    typed = tuple(fold(word).split())
    stems = tuple(stem(base) for base in bases(typed[0]).own)
    return Meaning(typed=typed, stems=stems, frequency=1, **values)


def matcher(*words, **options):
    meant = [[one if isinstance(one, Meaning) else meaning(one)] for one in words]
    return Matcher.of(meant, **options)


def words_of(html):
    return re.sub(r"</?mark>", "", html)


def marked(html):
    return re.findall("<mark>(.*?)</mark>", html)


class HighlightTests(SimpleTestCase):
    def test_a_match_is_marked_in_the_letters_of_the_writer(self):
        for text, typed, expected in (
            ("تحقيقات امريکية", "أمريكية", "امريکية"),
            ("وقال بالميناء", "ميناء", "بالميناء"),
            ("كتابٌ جديد", "كتاب", "كتابٌ"),
            ("سافر عبد الرحمن أمس", "عبدالرحمن", "عبد الرحمن"),
            ("سُحُبٌ فوق دير الزور", "دير الزور", "دير الزور"),
            ("the Ports of call", "port", "Ports"),
        ):
            with self.subTest(text):
                self.assertEqual(marked(highlight(text, matcher(typed))), [expected])

    def test_the_text_around_is_escaped(self):
        html = highlight("<b>الميناء</b> & غيره", matcher("ميناء"))
        self.assertEqual(html, "&lt;b&gt;<mark>الميناء</mark>&lt;/b&gt; &amp; غيره")

    def test_a_name_of_several_words_is_marked_whole_and_its_words_alone_are_not(self):
        army = meaning("قسد", names=(("قوات", "سوريا", "الديمقراطيه"),))
        html = highlight("وقوات سوريا الديمقراطية في سوريا", matcher(army))
        self.assertEqual(marked(html), ["وقوات سوريا الديمقراطية"])

    def test_the_words_of_a_phrase_are_marked_only_side_by_side(self):
        phrase = meaning("وزير الخارجية", is_phrase=True)
        html = highlight("وزير الدفاع يلتقي وزير الخارجية", matcher(phrase))
        self.assertEqual(marked(html), ["وزير الخارجية"])

    def test_words_that_every_text_has_are_not_marked_beside_others(self):
        html = highlight("في الميناء", matcher(meaning("في", is_optional=True), "ميناء"))
        self.assertEqual(marked(html), ["الميناء"])

    def test_a_word_one_slip_away_is_marked_only_where_it_brought_the_result(self):
        slipped = meaning("قسد", near=("قسم",))
        self.assertEqual(marked(highlight("قسم جديد", matcher(slipped))), ["قسم"])
        self.assertEqual(marked(highlight("قسم جديد", matcher(slipped, with_slips=False))), [])


class PassageTests(SimpleTestCase):
    LONG = " ".join(["كلام لا يعني شيئًا عن الموضوع الذي نبحث فيه"] * 12)

    def test_a_heading_does_not_run_into_the_next_paragraph(self):
        text = f"أرقام الميناء\nارتفعت الرسوم في مارس. {self.LONG}"
        self.assertIn("<mark>الميناء</mark> … ارتفعت", passage(text, matcher("ميناء", "رسوم")))

    def test_a_closed_sentence_goes_on_with_the_next_one(self):
        text = "فُتح الميناء.\nوارتفعت الرسوم."
        shown = words_of(passage(text, matcher("ميناء", "رسوم")))
        self.assertEqual(shown, "فُتح الميناء. وارتفعت الرسوم.")

    def test_the_place_with_most_of_the_query_is_shown(self):
        text = f"الميناء بعيد. {self.LONG}\nرسوم الميناء ترتفع."
        self.assertEqual(marked(passage(text, matcher("رسوم", "ميناء"))), ["رسوم", "الميناء"])

    def test_two_far_places_are_shown_when_none_has_it_all(self):
        text = f"الميناء بعيد. {self.LONG}\n{self.LONG}\nالرسوم ترتفع. {self.LONG}"
        shown = passage(text, matcher("رسوم", "ميناء"))
        self.assertEqual(marked(shown), ["الميناء", "الرسوم"])
        self.assertIn(" … ", shown)

    def test_it_is_short_and_cut_between_words(self):
        text = f"{self.LONG} الميناء {self.LONG}"
        shown = words_of(passage(text, matcher("ميناء")))
        self.assertLess(len(shown), LENGTH + 30)
        inside = shown.strip("…")
        self.assertTrue(shown.startswith("…") and shown.endswith("…"))
        self.assertIn(f" {inside} ", f" {text} ")

    def test_it_begins_with_its_sentence_where_that_is_near(self):
        text = f"{self.LONG}. وفُتح الميناء أمس بعد عام من الإصلاح. {self.LONG}"
        self.assertTrue(words_of(passage(text, matcher("ميناء"))).startswith("وفُتح الميناء"))

    def test_without_a_match_the_beginning_is_shown(self):
        self.assertEqual(passage("خبر قصير.", matcher("ميناء")), "خبر قصير.")
        self.assertEqual(passage("", matcher("ميناء")), "")
        self.assertEqual(passage(" \n ", matcher("ميناء")), "")


class FormsTests(SimpleTestCase):
    def test_other_forms_are_named_without_what_stands_before_them(self):
        meant = meaning("رسوم", kin_stems=("رسم",))
        found = forms("رفعت الرسوم ورسوم المناولة، وبالرسم القديم", matcher(meant), ["رسوم"])
        self.assertEqual(found, ["رسم"])

    def test_another_name_is_named_whole(self):
        army = meaning("قسد", names=(("قوات", "سوريا", "الديمقراطيه"),))
        found = forms("قالت قوات سوريا الديمقراطية", matcher(army), ["قسد"])
        self.assertEqual(found, ["قوات سوريا الديمقراطية"])

    def test_the_letters_are_the_writers_own_without_vowels(self):
        meant = meaning("وزير", kin_stems=(stem("وزراء"),))
        self.assertEqual(forms("لقاءُ الوُزراءِ", matcher(meant), ["وزير"]), ["وزراء"])
