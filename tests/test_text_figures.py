"""Which way numbers run inside Arabic, and that isolating them changes no letter."""

from django.test import SimpleTestCase
from django.utils import translation
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as markup

from articles.templatetags.newsroom import isolate
from articles.text import digits
from articles.text.direction import isolate_runs, runs, strip_controls
from articles.text.figures import figures
from tests.properties import texts

# The number within the sentence, and its way; "" is for what the algorithm places rightly itself.
CASES = (
    ("فاز الأهلي {} على الزمالك", "3-1", "rtl", "a score"),
    ("النتيجة النهائية {} للضيوف", "3–1", "rtl", "a score with a dash"),
    ("انتهت المباراة {} أمس", "3 - 1", "rtl", "a score with blanks"),
    ("في الحرب بين {} في البلاد", "2019-2024", "rtl", "years"),
    ("أصيب {} شخصًا في الحادث", "10–12", "rtl", "a range"),
    ("نمو يتراوح بين {} هذا العام", "10%-20%", "rtl", "a range of shares"),
    ("الدوام من {} كل يوم", "9:00-17:30", "rtl", "a range of hours"),
    ("لعب الفريق بخطة {} أمس", "4-3-3", "rtl", "a formation"),
    ("وقع الاتفاق في {} بالقاهرة", "26/4/2024", "rtl", "a day"),
    ("للتواصل {} في أوقات العمل", "+966 11 234 5678", "ltr", "a phone number"),
    ("للتواصل {} في أوقات العمل", "011-234-5678", "ltr", "a phone number without country"),
    ("تراجع المؤشر {} عند الإغلاق", "-5%", "ltr", "a loss"),
    ("ارتفع المؤشر {} عند الإغلاق", "+2.5%", "ltr", "a gain"),
    ("بلغت الحرارة {} في الليل", "-7", "ltr", "below zero"),
    ("بلغت الحرارة {} في الظل", "37°C", "ltr", "degrees"),
    ("سجلت النسبة {} من السكان", "23.5%", "ltr", "a share"),
    ("سعر البرميل {} للمرة الأولى", "$80", "ltr", "money"),
    ("يعرف كل طفل أن {} دائمًا", "2+2=4", "ltr", "a sum"),
    ("صدر البيان {} عن الهيئة", "2024-04-26", "ltr", "an ISO date"),
    ("رقم الطلب {} في السجل", "123-456-7890", "ltr", "a serial number"),
    ("عدد السكان {} نسمة", "3 000 000", "ltr", "thousands parted by blanks"),
    ("تراجع المؤشر {} عند الإغلاق", "-٥٪", "rtl", "Eastern digits read on"),
    ("تراجع إلى {} الثمن", "1/2", "", "a fraction"),
    ("وصل عند {} إلى المطار", "14:20", "", "an hour"),
    ("سجل العداء {} في السباق", "4:01.7", "", "a time of a race"),
    ("صدرت النسخة {} من البرنامج", "3.11.2", "", "a version"),
    ("قتل {} شخص", "1,200", "", "a plain number"),
    ("انظر الوسم #{} هنا", "10-12", "", "part of a tag"),
    ("أسقطت إف-{} طائرة", "16", "", "part of an Arabic name"),
)  # fmt: skip
NAMES = (
    "F-16",
    "MH370",
    "COVID-19",
    "Boeing 737-800",
    "France 24",
    "5G",
    "737-MAX",
    "New York Times",
)


class FigureTests(SimpleTestCase):
    def test_each_kind_of_number_has_its_way(self):
        for sentence, number, way, why in CASES:
            text = sentence.format(number)
            found = [(text[one.start : one.end], one.way) for one in figures(text)]
            with self.subTest(why):
                self.assertEqual(found, [(number, way)] if way else [])

    def test_the_way_does_not_hang_on_what_stands_before(self):
        for sentence, number, way, why in CASES:
            for before in ("", "«", "(", "وقالت CNN ", "قال Reuters: "):
                text = f"{before}{number} {sentence.format('كما')}"
                if not way or "#" in sentence or "إف" in sentence:
                    continue
                # Behind a Latin name it may be a part of it: both run from the left.
                ways = {run.way for run in runs(text) if text[run.start : run.end].endswith(number)}
                with self.subTest(why, before=before):
                    self.assertEqual(ways, {way})

    def test_a_number_in_a_name_stays_with_the_name(self):
        for name in NAMES:
            text = f"حلقت {name} فوق البلاد منذ الصباح الباكر"
            with self.subTest(name):
                self.assertEqual(isolate_runs(text), text.replace(name, f"\u2068{name}\u2069"))

    def test_a_type_of_aircraft_is_no_range(self):
        text = "تحطمت طائرة بوينغ 737-800 أمس"
        self.assertEqual([one.way for one in figures(text)], ["ltr"])

    def test_a_score_behind_a_latin_name_is_the_sentences_own(self):
        text = "فاز فريق Real Madrid 3-1 على ضيفه القادم من الجنوب"
        own = [text[run.start : run.end] for run in runs(text)]
        self.assertEqual(own, ["Real Madrid", "3-1"])

    def test_an_english_text_needs_nothing(self):
        for _sentence, number, _way, why in CASES:
            with self.subTest(why):
                text = f"The club said {digits.western(number).replace('٪', '%')} yesterday"
                self.assertEqual(isolate_runs(text), text)

    def test_a_phone_number_keeps_its_digits(self):
        text = "للتواصل +966 11 234 5678 بعد 9:30"
        self.assertEqual(digits.write(text, "eastern"), "للتواصل +966 11 234 5678 بعد ٩:٣٠")


def figured():
    """Arabic sentences with numbers of every kind in them, also broken and put together."""
    piece = st.sampled_from([number for _s, number, _w, _y in CASES] + list(NAMES))
    sign = st.sampled_from(
        [" ", "-", "–", "/", "+", "%", "$", "ال", " قال ", " CNN ", "٣", "(", "."]
    )
    return st.lists(st.one_of(piece, sign, texts(8)), max_size=9).map("".join)


class PropertyTests(SimpleTestCase):
    @given(figured())
    def test_isolating_adds_controls_alone_once_and_closes_them(self, text):
        isolated = isolate_runs(text)
        self.assertEqual(strip_controls(isolated), strip_controls(text))
        self.assertEqual(isolate_runs(isolated), isolated)
        depth = 0
        for sign in isolated:
            depth += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
            self.assertIn(depth, (0, 1, 2))
        self.assertEqual(depth, 0)

    @given(figured())
    def test_markup_changes_no_letter(self, text):
        text = "".join(sign for sign in text if sign >= " ")
        for language in ("ar", "en"):
            with translation.override(language):
                page = markup.fromstring(f"<p>{isolate(text)}</p>")
            self.assertEqual(page.text_content(), text.replace("\ufffe", "").replace("\uffff", ""))

    @given(figured())
    def test_runs_stand_in_order_and_apart(self, text):
        end = 0
        for run in runs(text, is_arabic=True):
            self.assertLessEqual(end, run.start)
            self.assertLess(run.start, run.end)
            for start, stop in run.joints:
                self.assertTrue(run.start <= start < stop <= run.end)
            end = run.end


class MarkupTests(SimpleTestCase):
    CASES = (
        (mark_safe("<td>-5%</td>"), '<td><bdi dir="ltr">-5%</bdi></td>'),
        ("+966 11 234 5678", '<bdi dir="ltr" translate="no">+966 11 234 5678</bdi>'),
        (mark_safe("<b>3-1</b>"), '<b><bdi dir="rtl">3<bdi>-</bdi>1</bdi></b>'),
        (mark_safe('<a href="/n/3-1/">خبر</a>'), '<a href="/n/3-1/">خبر</a>'),
        (mark_safe("<code>3-1</code> خبر"), "<code>3-1</code> خبر"),
        (mark_safe('قال <bdi dir="ltr">-5%</bdi>'), 'قال <bdi dir="ltr">-5%</bdi>'),
        ("<3-1>", '&lt;<bdi dir="rtl">3<bdi>-</bdi>1</bdi>&gt;'),
    )

    def test_numbers_are_wrapped_in_text_alone(self):
        for text, expected in self.CASES:
            with self.subTest(text), translation.override("ar"):
                self.assertEqual(isolate(text), expected)

    def test_a_number_in_an_arabic_quotation_on_an_english_page_keeps_its_way(self):
        with translation.override("en"):
            self.assertEqual(
                isolate("فاز الأهلي 3-1 أمس"),
                '<bdi lang="ar">فاز الأهلي <bdi dir="rtl">3<bdi>-</bdi>1</bdi> أمس</bdi>',
            )

    def test_long_hostile_texts_are_read_in_one_go(self):
        for text in ("1,1,", "1-1-", "1=1=", "+1 ", "0 11", "1 - "):
            with self.subTest(text):
                self.assertIsInstance(figures(text * 20_000 + "x"), list)
