"""Numbers are read in every digit and written in the one that is set."""

from decimal import Decimal

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.digits import STYLES, read_number, western, write
from tests.properties import texts


class ReadNumberTests(SimpleTestCase):
    NUMBERS = (
        ("3000", 3000, "Western digits"),
        ("٣٠٠٠", 3000, "Eastern digits"),
        ("۳۰۰۰", 3000, "Persian digits"),
        ("٣٬٠٠٠", 3000, "the Arabic sign of thousands"),
        ("٣،٠٠٠", 3000, "an Arabic comma between thousands"),
        ("3,000,000", 3_000_000, "Latin commas"),
        ("3.000.000", 3_000_000, "dots between thousands"),
        ("12 345 678", 12_345_678, "blanks between thousands"),
        ("١٢٫٥", Decimal("12.5"), "the Arabic decimal sign"),
        ("12,5", Decimal("12.5"), "a decimal comma, as in Tunis"),
        ("1.000", Decimal("1.000"), "one dot is decimal"),
        ("٣٬٠٠٠٫٢٥", Decimal("3000.25"), "both signs"),
        ("-5", -5, "a minus"),
        ("\u061c-٥", -5, "a minus as CLDR writes it"),
        ("−5", -5, "the mathematical minus"),
        (" \u200f2024 ", 2024, "blanks and direction marks around it"),
        ("007", 7, "zeros in front"),
    )
    NO_NUMBERS = (
        ("", "nothing"),
        ("طن", "a word"),
        ("3 أطنان", "a number and a word"),
        ("12,34,567", "commas that part no thousands"),
        ("1,000 000", "two signs of thousands"),
        ("1..2", "two dots"),
        ("١٢/٤", "a fraction or a date"),
        ("२०", "digits of India"),
        ("²", "a footnote"),
        ("1" * 41, "too long"),
    )

    def test_a_number_is_read_as_people_write_it(self):
        for text, number, why in self.NUMBERS:
            with self.subTest(why):
                self.assertEqual(read_number(text), number)
                self.assertIs(type(read_number(text)), type(number))

    def test_what_is_not_one_number_is_none(self):
        for text, why in self.NO_NUMBERS:
            with self.subTest(why):
                self.assertIsNone(read_number(text))


class WriteTests(SimpleTestCase):
    NUMBERS = (
        (1234567, "1,234,567", "١٬٢٣٤٬٥٦٧"),
        (999, "999", "٩٩٩"),
        (Decimal("12.50"), "12.50", "١٢٫٥٠"),
        (-5, "\u200e-5", "\u061c-٥"),
    )
    TEXTS = (
        ("قُتل 24 شخصًا عام 2017.", "قُتل ٢٤ شخصًا عام ٢٠١٧."),
        ("زاد 3.5% إلى 3,000,000 طن", "زاد ٣٫٥% إلى ٣٬٠٠٠٬٠٠٠ طن"),
        ("في 26/4/2024 عند 10:30", "في ٢٦/٤/٢٠٢٤ عند ١٠:٣٠"),
        ("«24» و(7)، 1, 2", "«٢٤» و(٧)، ١, ٢"),
        ("2024", "٢٠٢٤"),
    )
    MACHINES = (
        ("F-16 وF-35 فوق المدينة", "names with digits"),
        ("شبكات 5G في بيروت", "a digit before a Latin letter"),
        ("قناة France 24 وإذاعة BBC 4", "names with numbers"),
        ("زوروا https://news.example/n/7/خبر و www.example.org/2", "addresses"),
        ("راسلوا desk2@news.example أو @قسد2 أو #يوم_24", "mails, handles and tags"),
        ("بتاريخ 2024-04-26 و2024-04-26T10:30:00Z", "ISO dates"),
        ("الإصدار 5.2.19 على 10.0.0.1", "versions and addresses of machines"),
        ("اتصلوا على 96171234567 أو +961-71-234567", "phones"),
        ("On 26 April 2024 he said 24 things", "a text in English"),
    )

    def test_a_number_is_written_in_either_style(self):
        for number, in_western, in_eastern in self.NUMBERS:
            self.assertEqual(write(number), in_western)
            self.assertEqual(write(number, "eastern"), in_eastern)

    def test_the_numbers_of_a_text_change_and_its_words_stay(self):
        for in_western, in_eastern in self.TEXTS:
            with self.subTest(in_western):
                self.assertEqual(write(in_western, "eastern"), in_eastern)
                self.assertEqual(write(in_eastern, "western"), in_western)

    def test_what_machines_read_and_what_names_hold_stays(self):
        for text, why in self.MACHINES:
            with self.subTest(why):
                self.assertEqual(write(text, "eastern"), text)

    def test_an_address_keeps_its_eastern_digits(self):
        text = "https://news.example/n/٧ و#عام_٢٠٢٤"
        self.assertEqual(write(text, "western"), text)

    def test_there_are_two_styles(self):
        with self.assertRaises(KeyError):
            write(5, "roman")


class DigitProperties(SimpleTestCase):
    numbers = st.one_of(
        st.integers(-(10**12), 10**12),
        st.decimals(-(10**9), 10**9, places=2).filter(lambda number: number % 1),
    )

    @given(numbers, st.sampled_from(STYLES))
    def test_what_is_written_can_be_read(self, number, style):
        self.assertEqual(read_number(write(number, style)), number)

    @given(texts(), st.sampled_from(STYLES))
    def test_writing_twice_changes_nothing(self, text, style):
        once = write(text, style)
        self.assertEqual(write(once, style), once)

    @given(texts(), st.sampled_from(STYLES))
    def test_only_digits_and_their_signs_change(self, text, style):
        self.assertEqual(western(write(text, style)), western(text))

    @given(texts())
    def test_reading_never_fails(self, text):
        self.assertIn(type(read_number(text)), (int, Decimal, type(None)))
