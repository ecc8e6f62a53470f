"""The starter list of house spellings holds only what folding does not already make equal."""

from collections import Counter

from django.test import SimpleTestCase

from articles.text.clitics import readings
from articles.text.fold import MARKS, fold
from articles.text.spellings import EQUAL_WORDS, KINDS, SPELLINGS, groups, read


def group_of(word):
    return next(group for group in groups() if word in group.words)


class SpellingTests(SimpleTestCase):
    def test_a_name_is_known_in_the_spellings_of_other_newsrooms(self):
        self.assertLessEqual({"واغنر", "فاغنير", "فاجنر"}, set(group_of("فاغنر").words))
        self.assertIn("إنكلترا", group_of("إنجلترا").words)
        self.assertEqual(group_of("أميركا").kind, SPELLINGS)

    def test_months_are_equal_across_regions(self):
        self.assertEqual(group_of("يناير"), (EQUAL_WORDS, ("يناير", "كانون الثاني", "جانفي")))
        months = [group for group in groups() if "تشرين الأول" in group.words]
        self.assertEqual(months[0].words, ("أكتوبر", "تشرين الأول"))

    def test_it_is_a_starter_of_several_hundred_groups(self):
        self.assertGreater(len(groups()), 500)
        self.assertEqual({group.kind for group in groups()}, set(KINDS))

    def test_every_group_has_two_words_or_more(self):
        self.assertEqual([group for group in groups() if len(group.words) < 2], [])

    def test_no_two_words_of_a_group_are_equal_without_it(self):
        """Neither by folding, nor by a clitic or ال before the word."""
        for group in groups():
            for word in group.words:
                bare = {reading.removeprefix("ال") for reading in readings(fold(word))}
                others = {fold(other) for other in group.words if other != word}
                self.assertEqual(bare & others, set(), group)
                self.assertEqual(fold(word) in others, False, group)

    def test_no_word_stands_in_two_groups(self):
        seen = Counter(fold(word) for group in groups() for word in group.words)
        self.assertEqual([word for word, count in seen.items() if count > 1], [])

    def test_words_are_written_without_marks_and_with_single_blanks(self):
        for group in groups():
            for word in group.words:
                self.assertRegex(word, r"^[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u064a]+)*$")
                self.assertFalse(MARKS & set(word))

    def test_a_line_before_any_kind_is_refused(self):
        with self.assertRaises(ValueError):
            list(read("نفط، بترول"))

    def test_an_unknown_kind_is_refused(self):
        with self.assertRaises(ValueError):
            list(read("[rhymes]\nنفط، بترول"))
