"""What the page needs to know of a text: its plain words, blanks, slug, length and direction."""

from django.test import SimpleTestCase

from articles.text.digits import western
from articles.text.direction import foreign_runs, is_rtl, language_of
from articles.text.plain import paragraphs, plain_text
from articles.text.reading import minutes
from articles.text.slugs import slugify
from articles.text.tidy import tidy


class PlainTests(SimpleTestCase):
    CASES = (
        ("<p>أول</p><p>ثانٍ</p>", ["أول", "ثانٍ"], "paragraphs"),
        ("أول<div>ثانٍ<p>ثالث</div>رابع", ["أول", "ثانٍ", "ثالث", "رابع"], "blocks in blocks"),
        ("<p>قال <b>ال</b>وزير</p>", ["قال الوزير"], "inline tags do not part a word"),
        ("<p>س&amp;ج &laquo;نعم&raquo; &#x642;</p>", ["س&ج «نعم» ق"], "entities"),
        ("<p>قبل<script>alert(1)</script> بعد</p>", ["قبل بعد"], "scripts"),
        ("<style>p{}</style><p>نص<!-- سر --></p>", ["نص"], "styles and comments"),
        ("<p>سطر<br>آخر</p>", ["سطر\nآخر"], "a line break"),
        ("<p>فقرة<br><br>أخرى</p>", ["فقرة", "أخرى"], "two line breaks"),
        ("<p>في\n  المصدر</p>", ["في المصدر"], "line ends of the source"),
        ("<p>أ&nbsp;&nbsp; ب</p><p>&nbsp;</p>", ["أ ب"], "no-break blanks"),
        ("<ul><li>واحد<li>اثنان</ul>", ["واحد", "اثنان"], "lists"),
        ("بلا وسوم", ["بلا وسوم"], "no markup at all"),
        ("<p>غير <b>مغلق", ["غير مغلق"], "unclosed tags"),
        ("<?xml version='1.0' encoding='cp1256'?><p>نص</p>", ["نص"], "a false encoding"),
        ("", [], "nothing"),
        ("<p> </p>", [], "empty paragraphs"),
    )

    def test_paragraphs_are_what_a_reader_sees(self):
        for markup, expected, why in self.CASES:
            with self.subTest(why):
                self.assertEqual(paragraphs(markup), expected)

    def test_paragraphs_are_parted_by_an_empty_line(self):
        self.assertEqual(plain_text("<p>أول</p><p>ثانٍ</p>"), "أول\n\nثانٍ")

    def test_hostile_markup_is_survived(self):
        for markup in (
            "<p>\0نص\ud800",
            "<" * 50_000,
            "<b>" * 5_000,
            "&#0;&#x110000;",
            "<![CDATA[x",
        ):
            plain_text(markup)


class TidyTests(SimpleTestCase):
    def test_blanks_become_single_and_letters_stay(self):
        for text, expected in (
            ("سي إن إن)  عن", "سي إن إن) عن"),
            ("\u00a0ترکیا\u00a0\u202fعلی ", "ترکیا علی"),
            ("\u200f\ufeffنص\u200c ", "نص"),
            ("می\u200cخواهم", "می\u200cخواهم"),
            ("أ \r\n ب\n\n\n\nج", "أ\nب\n\nج"),
            ("أ\tب\x00\x07", "أ ب"),
        ):
            with self.subTest(ascii(text)):
                self.assertEqual(tidy(text), expected)
                self.assertEqual(tidy(expected), expected)


class SlugTests(SimpleTestCase):
    CASES = (
        ("«قسد» تعلن: 40% من الخطّة أُنجزت", "قسد-تعلن-40-من-الخطة-أنجزت", "marks and points"),
        ("ترکیا علی پاريس", "تركيا-علي-باريس", "Persian letters"),
        ("سنة ٢٠٢٤", "سنة-2024", "digits"),
        ("Café de l’Europe", "cafe-de-leurope", "Latin"),
        ("  --  ", "", "nothing to say"),
        ("ﻗﺴﺪ ـ محـمد", "قسد-محمد", "presentation forms and tatweel"),
        ("a/b?c#d%e..", "a-b-c-d-e", "what an address may not hold"),
    )

    def test_slugs_are_words_joined_by_hyphens(self):
        for text, expected, why in self.CASES:
            with self.subTest(why):
                self.assertEqual(slugify(text), expected)

    def test_a_long_slug_is_cut_between_words(self):
        self.assertEqual(slugify("كلمة أخرى طويلة", limit=12), "كلمة-أخرى")
        self.assertEqual(slugify("كلمة أخرى", limit=9), "كلمة-أخرى")
        self.assertEqual(slugify("م" * 100, limit=10), "م" * 10)


class ReadingTests(SimpleTestCase):
    def test_reading_takes_at_least_a_minute(self):
        self.assertEqual(minutes(""), 1)
        self.assertEqual(minutes("كلمة " * 20), 1)

    def test_arabic_words_are_read_more_slowly(self):
        self.assertEqual(minutes("كلمة " * 900), 5)
        self.assertEqual(minutes("word " * 920), 4)


class DirectionTests(SimpleTestCase):
    def test_direction_follows_the_whole_text(self):
        for text, expected in (
            ("قال الوزير", True),
            ("CNN: الوزير يستقيل", True),
            ("قالت CNN و New York Times إن F-16 سقطت", True),
            ("The word قسد means SDF", False),
            ("2024", False),
            ("", False),
        ):
            with self.subTest(text):
                self.assertEqual(is_rtl(text), expected)

    def test_a_run_has_a_language(self):
        self.assertEqual([language_of("New York"), language_of("قسد")], ["en", "ar"])

    def test_foreign_words_are_found_with_what_holds_them_together(self):
        for text, expected in (
            ("قالت CNN أمس", ["CNN"]),
            ("صحيفة New York Times، وقناة France 24.", ["New York Times", "France 24"]),
            ("مقاتلة F-16 وشركة AT&T", ["F-16", "AT&T"]),
            ("عام 2016 فقط", []),
            ("The group قوات سوريا said so today", ["قوات سوريا"]),
        ):
            with self.subTest(text):
                self.assertEqual([text[a:b] for a, b in foreign_runs(text)], expected)


class DigitTests(SimpleTestCase):
    def test_numbers_become_western_and_words_stay(self):
        self.assertEqual(western("٣٬٠٠٠ طن، ۱۲٫۵ لتر"), "3,000 طن، 12.5 لتر")
