"""What holds for every text: folding, words, sentences, slugs and reading time."""

import re
import unicodedata

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.fold import INVISIBLE, MARKS, fold, fold_map
from articles.text.reading import ARABIC_WORDS_A_MINUTE, minutes
from articles.text.slugs import slugify
from articles.text.tidy import tidy
from articles.text.words import count, sentences, words
from tests.patience import no_trap
from tests.properties import texts

LONGEST_FOLD = 18  # of one sign: ﷺ is four words
PRESENTATION_FORMS = [
    chr(code)
    for first, last in ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
    for code in range(first, last + 1)
    if unicodedata.category(chr(code)) == "Lo" and chr(code) not in MARKS
]
BLANK = re.compile(r"\s")


class FoldProperties(SimpleTestCase):
    @given(texts())
    def test_folding_twice_changes_nothing(self, text):
        self.assertEqual(fold(fold(text)), fold(text))

    @given(texts(), st.sampled_from(("NFC", "NFD")))
    def test_composed_and_decomposed_text_fold_alike(self, text, form):
        self.assertEqual(fold(unicodedata.normalize(form, text)), fold(text))

    @given(st.text(st.sampled_from(PRESENTATION_FORMS)))
    def test_presentation_forms_fold_as_the_letters_they_show(self, text):
        self.assertEqual(fold(unicodedata.normalize("NFKC", text)), fold(text))

    @given(texts(), st.lists(st.tuples(st.integers(0, 60), st.sampled_from(sorted(MARKS)))))
    def test_marks_change_nothing_wherever_they_stand(self, text, marks):
        for at, mark in marks:
            self.assertEqual(fold(text[:at] + mark + text[at:]), fold(text))

    @given(texts(), st.integers(0, 60), st.sampled_from(sorted(INVISIBLE)))
    def test_what_nobody_sees_changes_nothing(self, text, at, invisible):
        self.assertEqual(fold(text[:at] + invisible + text[at:]), fold(text))

    @given(texts(), texts())
    def test_lines_fold_apart(self, left, right):
        self.assertEqual(fold(f"{left}\n{right}"), f"{fold(left)}\n{fold(right)}")

    @given(texts(), texts())
    def test_what_is_folded_may_be_put_together_and_folded_again(self, left, right):
        self.assertEqual(fold(f"{fold(left)} {fold(right)}"), fold(f"{left} {right}"))

    @given(texts())
    def test_a_folded_text_has_bounds(self, text):
        self.assertLessEqual(len(fold(text)), LONGEST_FOLD * len(text))

    @given(texts())
    def test_the_map_tells_the_same_as_fold_and_leads_back_in_order(self, text):
        folded, offsets = fold_map(text)
        self.assertEqual(folded, fold(text))
        self.assertEqual(len(offsets), len(folded))
        self.assertEqual(offsets, sorted(offsets))
        self.assertTrue(all(0 <= offset < len(text) for offset in offsets))

    @given(texts())
    def test_each_folded_letter_comes_from_the_letter_it_leads_to(self, text):
        folded, offsets = fold_map(text)
        for letter, offset in zip(folded, offsets, strict=True):
            self.assertIn(letter, fold(text[offset]))


class WordProperties(SimpleTestCase):
    @given(texts())
    def test_words_stand_where_they_say_in_order_and_apart(self, text):
        end = 0
        for word in words(text):
            self.assertEqual(text[word.start : word.end], word.text)
            self.assertGreaterEqual(word.start, end)
            self.assertFalse(BLANK.search(word.text))
            end = word.end

    @given(texts())
    def test_every_letter_and_digit_is_in_a_word(self, text):
        within = {at for word in words(text) for at in range(word.start, word.end)}
        for at, letter in enumerate(text):
            if letter.isalnum() and letter not in MARKS:
                self.assertIn(at, within)

    @given(texts())
    def test_a_word_alone_is_the_same_word(self, text):
        for word in words(text):
            self.assertEqual([alone.text for alone in words(word.text)], [word.text])

    @given(texts())
    def test_a_folded_word_is_never_empty_and_the_count_is_theirs(self, text):
        found = words(text)
        self.assertEqual(count(text), len(found))
        self.assertTrue(all(fold(word.text) for word in found))


class SentenceProperties(SimpleTestCase):
    @given(texts())
    def test_sentences_stand_where_they_say_in_order_and_apart(self, text):
        end = 0
        for sentence in sentences(text):
            self.assertEqual(text[sentence.start : sentence.end], sentence.text)
            self.assertGreaterEqual(sentence.start, end)
            self.assertEqual(sentence.text, sentence.text.strip())
            self.assertNotIn("\n", sentence.text)
            end = sentence.end

    @given(texts())
    def test_sentences_leave_out_nothing_but_blanks(self, text):
        kept = "".join(sentence.text for sentence in sentences(text))
        self.assertEqual(BLANK.sub("", kept), BLANK.sub("", text))

    @given(texts())
    def test_no_word_is_cut_by_the_end_of_a_sentence(self, text):
        ends = {sentence.end for sentence in sentences(text)}
        for word in words(text):
            self.assertFalse(ends & set(range(word.start + 1, word.end)))


class SizeTests(SimpleTestCase):
    """How time grows with length is measured in bench_text; here nothing may hang or break."""

    def test_a_long_line_of_anything_is_no_trap(self):
        for piece in ("عبد الله ", "د. ", "ﷺ", ".”", "س\u200c", "\n \n"):
            text = piece * (100_000 // len(piece))
            with self.subTest(ascii(piece)), no_trap():
                self.assertEqual(fold_map(text)[0], fold(text))
                self.assertEqual(count(text), len(words(text)))
                sentences(text)
                slugify(text)

    def test_three_hundred_words_are_three_hundred_words(self):
        text = "«وبحسب رويترز، " * 150
        self.assertEqual(count(text), 300)
        self.assertEqual(len(sentences("انتهى الاجتماع. " * 300)), 300)


class SlugProperties(SimpleTestCase):
    @given(texts(), st.integers(1, 80))
    def test_a_slug_holds_letters_digits_and_single_hyphens(self, text, limit):
        slug = slugify(text, limit=limit)
        self.assertLessEqual(len(slug), limit)
        self.assertNotIn("--", slug)
        self.assertEqual(slug, slug.strip("-"))
        for letter in slug.replace("-", ""):
            self.assertTrue(letter.isalnum(), ascii(slug))
            self.assertNotIn(letter, MARKS | INVISIBLE)

    @given(texts())
    def test_the_slug_of_a_slug_is_itself(self, text):
        self.assertEqual(slugify(slugify(text)), slugify(text))

    @given(texts(), st.integers(1, 40))
    def test_a_cut_slug_begins_the_whole_one(self, text, limit):
        self.assertTrue(slugify(text, limit=10_000).startswith(slugify(text, limit=limit)))


class TidyProperties(SimpleTestCase):
    @given(texts())
    def test_tidying_twice_changes_nothing(self, text):
        self.assertEqual(tidy(tidy(text)), tidy(text))

    @given(texts())
    def test_no_letter_is_touched(self, text):
        self.assertEqual(list(filter(str.isalnum, tidy(text))), list(filter(str.isalnum, text)))


class ReadingProperties(SimpleTestCase):
    @given(st.integers(0, 5000))
    def test_a_longer_text_never_takes_less_time(self, length):
        taken = minutes("كلمة " * length)
        self.assertGreaterEqual(taken, 1)
        self.assertLessEqual(taken, 1 + length / ARABIC_WORDS_A_MINUTE)
        self.assertLessEqual(taken, minutes("كلمة " * (length + 1)))
