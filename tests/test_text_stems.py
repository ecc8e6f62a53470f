"""Every form of a noun ends at one stem, and no reading of a word is lost."""

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.fold import fold
from articles.text.stems import LONGEST, bases, stem, stems

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


class FormsTests(SimpleTestCase):
    SAME = (
        ("الوزير", "وزير", "the article"),
        ("وبالوزير", "وزير", "and, by, the"),
        ("للوزير", "وزير", "for the"),
        ("وزارتها", "وزارة", "a pronoun"),
        ("إرهابيين", "إرهابي", "a sound plural"),
        ("قناصات", "قناصة", "a feminine plural"),
        ("ليبية", "ليبيا", "a nisba"),
        ("مشروعًا", "مشروع", "tanwin"),
        ("سيارتان", "سيارة", "a dual"),
        ("أعلنت", "أعلن", "a feminine verb"),
        ("أعضائه", "أعضاء", "a hamza that takes a seat"),
    )

    def test_a_form_and_its_noun_share_a_stem(self):
        for form, noun, why in self.SAME:
            with self.subTest(why):
                self.assertIn(stem(bases(fold(noun)).own[0]), stems(fold(form)))

    def test_a_letter_of_the_word_is_not_taken_for_a_clitic_without_keeping_the_word(self):
        for word in ("واشنطن", "بغداد", "لبنان", "كابول", "فرنسا", "وزير"):
            with self.subTest(word):
                self.assertEqual(stems(fold(word))[0], stem(fold(word)))
                self.assertEqual(bases(fold(word)).own, (fold(word),))

    def test_different_words_keep_different_stems(self):
        self.assertFalse(set(stems(fold("الميناء"))) & set(stems(fold("الماء"))))
        for one, other in (("كتاب", "كتيبة"), ("حكم", "حاكم"), ("بيت", "بات"), ("وقت", "قتل")):
            with self.subTest(one):
                self.assertNotEqual(stem(fold(one)), stem(fold(other)))

    def test_a_name_written_as_one_word_is_found_by_its_parts(self):
        self.assertLessEqual({"عبد", "نور"}, set(stems(fold("عبد النور"))))
        self.assertLessEqual({"دير", "زور"}, set(stems(fold("بدير الزور"))))

    def test_the_whole_name_is_not_found_by_a_query_for_half_of_it_alone(self):
        self.assertNotIn("عبد", bases(fold("عبد النور")).own)

    def test_english_words_are_stemmed_as_english(self):
        self.assertEqual(stems("elections"), stems("election"))
        self.assertEqual(stem("2024"), "2024")


class PropertyTests(SimpleTestCase):
    @given(st.text(LETTERS, min_size=1, max_size=14))
    def test_a_stem_is_stable_and_never_empty(self, word):
        once = stem(word)
        self.assertEqual(stem(once), once)
        self.assertTrue(word.startswith(once))
        self.assertGreaterEqual(len(once), min(len(word), 3))

    @given(st.text(LETTERS, min_size=3, max_size=12))
    def test_the_article_never_hides_a_word(self, word):
        self.assertIn(stem(word), stems(f"ال{word}"))

    @given(st.text(LETTERS, min_size=3, max_size=12), st.sampled_from(["و", "ف", "ب", "ل", "ك"]))
    def test_a_clitic_never_hides_a_word(self, word, clitic):
        self.assertIn(stem(word), stems(clitic + word))

    @given(st.text(max_size=80))
    def test_no_text_breaks_it(self, text):
        for one in stems(fold(text) or "x"):
            self.assertLessEqual(len(one), LONGEST)
