"""What readers type is read as they mean it, and nothing they type is an error."""

from datetime import date

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.search.query import MOST_TERMS, Term, parse
from tests.shared import shared, shared_file


def words_of(text):
    return [[" ".join(term.words) for term in group] for group in parse(text).groups]


class WordsTests(SimpleTestCase):
    def test_words_are_folded_and_all_are_asked_for(self):
        self.assertEqual(
            words_of("هجوم علی مقرها بديرالزور"), [["هجوم"], ["علي"], ["مقرها"], ["بديرالزور"]]
        )

    def test_punctuation_is_a_blank(self):
        self.assertEqual(words_of("قسد؟ (دمشق)، «حلب»!"), [["قسد"], ["دمشق"], ["حلب"]])

    def test_a_word_typed_twice_is_asked_once(self):
        self.assertEqual(words_of("قسد قسد"), [["قسد"]])

    def test_words_in_quotation_marks_of_any_kind_stay_together(self):
        for text in ('"دير حافر"', "«دير حافر»", "“دير حافر”", "„دير حافر“"):
            with self.subTest(text):
                (group,) = parse(text).groups
                self.assertEqual(group, (Term(("دير", "حافر"), is_phrase=True),))

    def test_an_open_quotation_mark_is_no_error(self):
        self.assertEqual(words_of('هجوم "دير حافر'), [["هجوم"], ["دير"], ["حافر"]])

    def test_a_minus_excludes_a_word_or_a_phrase(self):
        query = parse('النفط -روسيا -"دير حافر"')
        self.assertEqual(query.excluded[0].words, ("روسيا",))
        self.assertEqual(query.excluded[1].words, ("دير", "حافر"))
        self.assertEqual(len(query.groups), 1)

    def test_a_hyphen_inside_a_word_excludes_nothing(self):
        query = parse("كوفيد-19 الحرب - السلام")
        self.assertEqual(query.excluded, ())
        self.assertEqual([t.words[0] for t in query.terms], ["كوفيد", "19", "الحرب", "السلام"])

    def test_either_of_two_words_may_be_asked_for(self):
        for text in ("زلزال OR هزة تركيا", "زلزال | هزة تركيا", "زلزال أو هزة تركيا"):
            with self.subTest(text):
                self.assertEqual(words_of(text), [["زلزال", "هزه"], ["تركيا"]])

    def test_an_or_without_a_partner_is_no_operator(self):
        self.assertEqual(words_of("OR زلزال"), [["or"], ["زلزال"]])
        self.assertEqual(words_of("زلزال OR"), [["زلزال"]])


class FilterTests(SimpleTestCase):
    def test_filters_have_arabic_and_english_names(self):
        for text in ("قسم:اقتصاد", "section:اقتصاد", "القسم:اقتصاد"):
            with self.subTest(text):
                self.assertEqual(parse(text).filters, (("section", "اقتصاد"),))

    def test_a_value_of_several_words_stands_in_quotation_marks(self):
        self.assertEqual(parse('مصدر:"سي إن إن" النفط').filters, (("source", "سي إن إن"),))
        self.assertEqual(parse("كاتب:«سلمى الحداد»").filters, (("author", "سلمى الحداد"),))

    def test_a_headline_that_begins_with_a_source_is_no_filter(self):
        query = parse("مصدر: مقتل ثلاثة في حلب")
        self.assertEqual(query.filters, ())
        self.assertEqual(query.words, ("مصدر", "مقتل", "ثلاثه", "في", "حلب"))

    def test_an_unknown_name_before_a_colon_is_a_word(self):
        self.assertEqual(words_of("ريال:مدريد"), [["ريال"], ["مدريد"]])

    def test_a_range_of_days_months_or_years(self):
        self.assertEqual(parse("من:2024-02 إلى:2024-02").until, date(2024, 2, 29))
        self.assertEqual(parse("من:٢٠٢٤").since, date(2024, 1, 1))
        self.assertEqual(parse("من:26/4/2024 قسد").since, date(2024, 4, 26))
        self.assertEqual(parse("until:2023").until, date(2023, 12, 31))

    def test_an_impossible_date_is_words(self):
        for typed in ("31/2/2024", "1999/13", "0001"):
            with self.subTest(typed):
                query = parse(f"من:{typed} إلى:{typed}")
                self.assertEqual((query.since, query.until), (None, None))
                self.assertIn("الي", query.words)


class HostileTests(SimpleTestCase):
    @given(st.text(max_size=300))
    def test_every_text_is_a_query(self, text):
        query = parse(text)
        self.assertLessEqual(len(query.groups), MOST_TERMS)
        for term in query.terms:
            self.assertTrue(all(term.words))

    def test_long_texts_are_read_up_to_a_bound(self):
        self.assertEqual(len(parse("كلمة " * 500).groups), 1)
        self.assertEqual(len(parse(" ".join(f"كلمة{n}" for n in range(900))).groups), MOST_TERMS)
        self.assertLessEqual(len(parse("ا" * 100_000).groups[0][0].words[0]), 40)

    @shared
    def test_known_hostile_strings_are_queries(self):
        for name in (
            "samples/hostile/blns/blns.txt",
            "samples/hostile/xss-list/xss-payload-list.txt",
        ):
            for line in shared_file(name).read_text("utf-8", "replace").splitlines():
                parse(line)
