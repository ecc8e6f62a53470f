"""Where words and sentences begin and end, and what may be written onto a word."""

from django.test import SimpleTestCase

from articles.text.clitics import peel, readings
from articles.text.fold import fold
from articles.text.words import count, sentences, words
from tests.patience import no_trap


class WordTests(SimpleTestCase):
    CASES = (
        ("قال: «نعم»، ثم غادر.", ["قال", "نعم", "ثم", "غادر"], "punctuation is no word"),
        ("“قسد/SDF”", ["قسد", "SDF"], "a slash parts words"),
        ("عُنصُرًا", ["عُنصُرًا"], "marks belong to their word"),
        ("می\u200cخواهم", ["می\u200cخواهم"], "a joiner inside a Persian word"),
        ("قسد\u200f، \u200cداعش\u200c", ["قسد", "داعش"], "joiners at the ends are not"),
        ("١٢ و 2017", ["١٢", "و", "2017"], "digits are words"),
        ("بـ “المتعاقدين”", ["بـ", "المتعاقدين"], "tatweel belongs to its letter"),
        ("snake_case", ["snake", "case"], "an underscore is no letter"),
        ("… ؛ ـ", [], "no letter, no word"),
    )

    def test_words_are_letters_marks_and_digits(self):
        for text, expected, why in self.CASES:
            with self.subTest(why):
                self.assertEqual([word.text for word in words(text)], expected)
                self.assertEqual(count(text), len(expected))

    def test_each_word_says_where_it_stands(self):
        text = "\u200fقالت (سي إن إن)  أمس"
        for word in words(text):
            self.assertEqual(text[word.start : word.end], word.text)


class SentenceTests(SimpleTestCase):
    CASES = (
        ("جاء. ذهب.", ["جاء.", "ذهب."], "a dot"),
        ("من؟ نعم! حسنًا… انتهى", ["من؟", "نعم!", "حسنًا…", "انتهى"], "other ends"),
        ("قال: “نعم.” ثم غادر.", ["قال: “نعم.”", "ثم غادر."], "a closing mark goes along"),
        ("زاد 3.5 في المئة و١٢٫٥ طن.", ["زاد 3.5 في المئة و١٢٫٥ طن."], "decimals"),
        ("حضر د. سالم وأ. هدى.", ["حضر د. سالم وأ. هدى."], "titles"),
        ("Mr. Smith of the U.S. Army left.", ["Mr. Smith of the U.S. Army left."], "Latin titles"),
        ("العنوان\nالنص", ["العنوان", "النص"], "a line's end"),
        ("انتهى الاجتماع.وقال الوزير", ["انتهى الاجتماع.", "وقال الوزير"], "a lost blank"),
        ("زوروا example.com اليوم", ["زوروا example.com اليوم"], "an address"),
        ("لا شيء ... تقريبًا", ["لا شيء ...", "تقريبًا"], "three dots"),
        ("وقالت (سي.إن.إن) إنها جاءت", ["وقالت (سي.إن.إن) إنها جاءت"], "dots in a short name"),
        ("", [], "nothing"),
    )

    def test_sentences_end_where_a_reader_ends_them(self):
        for text, expected, why in self.CASES:
            with self.subTest(why):
                self.assertEqual([sentence.text for sentence in sentences(text)], expected)

    def test_a_page_of_dots_is_no_trap(self):
        with no_trap():
            self.assertEqual(len(sentences("." * 100_000 + "س" + ".”" * 50_000 + "س")), 1)

    def test_each_sentence_says_where_it_stands(self):
        text = "  جاء.  ذهب؟\n\n عاد “اليوم.”  "
        for sentence in sentences(text):
            self.assertEqual(text[sentence.start : sentence.end], sentence.text)


class CliticTests(SimpleTestCase):
    HELD = (
        ("وبروسيا", "روسيا"),
        ("فقسد", "قسد"),
        ("كداعش", "داعش"),
        ("ولرويترز", "رويترز"),
        ("للولايات", "الولايات"),
        ("وللتحالف", "التحالف"),
        ("للجنة", "اللجنة"),
        ("للبنان", "لبنان"),
        ("وبالتحالف", "التحالف"),
        ("سيقول", "يقول"),
        ("بـCNN", "cnn"),
    )

    def test_the_word_under_the_clitics_is_among_the_readings(self):
        for written, word in self.HELD:
            with self.subTest(written):
                self.assertIn(fold(word), readings(fold(written)))

    def test_the_word_itself_is_always_the_first_reading(self):
        for word in ("واشنطن", "لبنان", "فرنسا", "قسد", "cnn", "2024", "و", ""):
            self.assertEqual(readings(word)[0], word)

    def test_a_word_that_begins_with_no_clitic_has_one_reading(self):
        self.assertEqual(readings("داعش"), ("داعش",))

    def test_a_short_word_is_not_peeled_to_nothing(self):
        self.assertEqual(readings("بل"), ("بل",))

    def test_the_future_stands_only_before_verbs(self):
        self.assertEqual(readings("سوريا"), ("سوريا",))

    def test_a_reading_says_how_many_letters_were_taken_off(self):
        lengths = {reading.word: reading.length for reading in peel("للتحالف")}
        self.assertEqual(lengths["التحالف"], 2)
