"""A change is weighed by what it changes: letters, or the substance of a story."""

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.substance import (
    DATE,
    NEGATION,
    NUMBER,
    PASSAGE,
    QUOTATION,
    THRESHOLD,
    WORD,
    compare,
    is_substance,
    weight,
)
from tests.changed_letters import LETTERS
from tests.changed_substance import SUBSTANCE
from tests.changed_texts import changes, known_elsewhere

# What any archive of news holds; the measure asks it about words one letter apart.
ARCHIVE = frozenset(
    "قتل قبل وزير الوزير الحكومه نفي بقي المدرسه المدينه كريم ريم قطع رفع هزم مدير minister".split()
)


def archive(asked):
    return asked & ARCHIVE


class LetterTests(SimpleTestCase):
    SAME = (
        ("وصل الى الاردن", "وصل إلى الأردن", "hamza"),
        ("ذکرت مواقع أن ترکيا", "ذكرت مواقع أن تركيا", "Persian letters"),
        ("المدرسه القديمه", "المدرسة القديمة", "ta marbuta"),
        ("قتل سبعة في الغارة", "قُتل سبعةٌ في الغارة", "vowel marks"),
        ("وصل الوفد , ثم غادر .", "وصل الوفد، ثم غادر.", "punctuation"),
        ("حقل  العمر\u00a0النفطي", "حقل العمر النفطي", "blanks"),
        ("الس\u200bائقين وسجــل", "السائقين وسجل", "signs nobody sees"),
        ("قال قال الوزير إن إن الطريق", "قال الوزير إن الطريق", "words typed twice"),
        ("وصل عبد الله إلى دير الزور", "وصل عبدالله إلى ديرالزور", "names in one word or two"),
        ("قالالوزير إن الطريق مغلق", "قال الوزير إن الطريق مغلق", "a blank that was lost"),
        ("بلغت الكمية 2,140 طنا", "بلغت الكمية ٢١٤٠ طنا", "digits of another kind"),
        ("ارتفع 5% في عام", "ارتفع خمسة في المئة في عام", "a figure in letters"),
        ("في نيسان الماضي", "في أبريل الماضي", "one month, two names"),
        ("قال: “نعود غدا إلى العمل”", "قال: «نعود غدا إلى العمل»", "other quotation marks"),
        ("قال المسؤولين إن الطريق آمن", "قال المسؤولون إن الطريق آمن", "a case"),
        ("وقال الوزير إنه يعود", "قال الوزير إنه يعود", "an and"),
        ("The Minister said so.", "The minister, said so.", "an English capital and a comma"),
    )

    MENDED = (
        ("وصل الوزبر إلى المدينة", "وصل الوزير إلى المدينة", "one letter, no other word"),
        ("وصل الوزيير إلى المدينة", "وصل الوزير إلى المدينة", "a letter too many"),
        ("وصل الوزري إلى المدينة", "وصل الوزير إلى المدينة", "two letters changed places"),
        ("في أكتوببر الماضي", "في أكتوبر الماضي", "a slip in a month"),
        ("The minster said so.", "The minister said so.", "an English letter"),
    )

    def test_slips_that_are_mended_are_no_change_of_substance(self):
        for old, new, why in self.MENDED:
            with self.subTest(why):
                self.assertFalse(is_substance(compare(old, new, archive)))

    def test_a_known_word_that_becomes_an_unknown_one_wants_a_look(self):
        for new, old, why in self.MENDED:
            with self.subTest(why):
                self.assertTrue(is_substance(compare(old, new, archive)))

    def test_letters_marks_and_blanks_are_no_change_of_substance(self):
        for old, new, why in self.SAME:
            with self.subTest(why):
                self.assertFalse(is_substance(compare(old, new, archive)))
                self.assertFalse(is_substance(compare(new, old, archive)))


class SubstanceTests(SimpleTestCase):
    CHANGED = (
        ("قُتل 18 في الغارة", "قُتل 16 في الغارة", NUMBER, "a figure"),
        ("بزيادة 32.5% على العام", "بزيادة 23.5% على العام", NUMBER, "digits that changed places"),
        ("بزيادة 5% على العام", "بزيادة 5 على العام", NUMBER, "percent"),
        ("بلغ 5 ملايين دينار", "بلغ 5 مليارات دينار", NUMBER, "millions"),
        ("أصيب سبعة عمال", "أصيب تسعة عمال", NUMBER, "a number in letters"),
        ("في المرحلة الثانية", "في المرحلة الثالثة", NUMBER, "an ordinal"),
        ("قال إنه يوافق على القرار", "قال إنه لا يوافق على القرار", NEGATION, "لا"),
        ("لم يصل الوفد", "وصل الوفد", NEGATION, "لم"),
        ("لن يترشح الرئيس", "لم يترشح الرئيس", NEGATION, "لن and لم"),
        ("اتفاق غير نهائي", "اتفاق نهائي", NEGATION, "غير"),
        ("وليس هذا رأي المجلس", "وهذا رأي المجلس", NEGATION, "وليس"),
        ("غادر دون اتفاق", "غادر بعد اتفاق", NEGATION, "دون"),
        ("في يونيو الماضي", "في يوليو الماضي", DATE, "two months one letter apart"),
        ("يصل الأحد", "يصل الاثنين", DATE, "a weekday"),
        ("قال كريم بدران", "قال ريم بدران", WORD, "two names one letter apart"),
        ("قتل الجنود الأسرى", "قبل الجنود الأسرى", WORD, "two verbs one letter apart"),
        ("قال وزير المالية", "قال مدير المالية", WORD, "who said it"),
        ("قال الوزير إن الطريق آمن", "زعم الوزير إن الطريق آمن", WORD, "how he said it"),
        ("بعد اجتماع المجلس", "قبل اجتماع المجلس", WORD, "before and after"),
        ("قال: «نعود غدا إلى العمل»", "قال: «نرجع غدا إلى العمل»", WORD, "a word of a quotation"),
        ("قال: «نحن سنعود إلى هنا»", "قال: «نحن سنعود هنا»", QUOTATION, "a word in it"),
        ("قال: «نعود غدا إلى العمل»", "قال نعود غدا إلى العمل", QUOTATION, "marks taken off"),
        (
            "أغلق الطريق.",
            "أغلق الطريق. وكانت الشرطة قد فتحت تحقيقا في الحادث صباح اليوم نفسه.",
            PASSAGE,
            "a sentence more",
        ),
        ("He did not resign.", "He did resign.", NEGATION, "not"),
        ("He didn’t resign.", "He did resign.", NEGATION, "n't"),
        ("Seventeen people died.", "Seventy people died.", NUMBER, "an English number"),
    )  # fmt: skip

    def test_a_change_of_substance_is_seen_and_named(self):
        for old, new, kind, why in self.CHANGED:
            with self.subTest(why):
                for one in (compare(old, new, archive), compare(new, old, archive)):
                    self.assertGreaterEqual(weight(one), THRESHOLD)
                    self.assertEqual(max(one, key=lambda each: each.weight).kind, kind)

    def test_one_short_word_counts_in_however_long_a_text(self):
        text = "افتتحت البلدية الطريق الجديد بين الحيين أمس. " * 300
        changed = text.replace("افتتحت", "لم تفتتح", 1)
        self.assertTrue(is_substance(compare(text, changed)))

    def test_a_name_that_is_put_right_once_is_a_slip_and_twice_it_was_wrong(self):
        once = "قال وجدي الصراف إن الهيئة تفاوض. وأضاف الصواف أنها تنتظر."
        twice = once.replace("الصواف", "الصراف")
        right = once.replace("الصراف", "الصواف")
        self.assertFalse(is_substance(compare(once, right, archive)))
        self.assertTrue(is_substance(compare(twice, right, archive)))

    def test_a_difference_shows_where_it_is(self):
        (one,) = compare("وقال الوزير إنه يوافق على القرار", "وقال الوزير إنه لا يوافق على القرار")
        self.assertEqual((one.before, one.after), ("", "لا"))
        self.assertEqual(one.around, "الوزير إنه لا يوافق على")


class QuestionTests(SimpleTestCase):
    def test_the_archive_is_asked_once_and_only_about_words_in_doubt(self):
        asked = []

        def known(words):
            asked.append(words)
            return words

        compare(
            "قطع الوزير الطريق وهدم الجسر في 18 منه", "رفع الوزير الطرق وهزم الجسر في 16 منه", known
        )
        self.assertEqual(len(asked), 1)
        self.assertEqual(asked[0], {"وهدم", "وهزم", "الطريق", "الطرق"})

    @given(st.text(max_size=200), st.text(max_size=200))
    def test_whatever_two_texts_say_their_difference_has_a_weight(self, old, new):
        found = compare(old, new)
        self.assertGreaterEqual(weight(found), 0)
        self.assertEqual(bool(found), weight(found) > 0)

    @given(st.text(alphabet="قاليمنه وفيرتب18٪«».، \n", max_size=120))
    def test_a_text_differs_in_nothing_from_itself_in_other_letters(self, text):
        dressed = text.replace("ي", "ی").replace("ق", "ق\u064e").replace(" ", "  ")
        self.assertEqual(compare(text, dressed), [])

    def test_a_text_of_few_words_over_and_over_is_compared_in_bounded_time(self):
        """Nine thousand words, three different ones: the square of them would take minutes."""
        self.assertTrue(compare("وزير في قرية " * 3_000, "في قرية وزير " * 3_000))

    def test_texts_that_are_equal_ask_nobody(self):
        self.assertEqual(compare("قال الوزير", "قال الوزير", known=self.fail), [])


class DemoTests(SimpleTestCase):
    """A part of what `tests.bench_substance` measures, so that the threshold can not slip."""

    def shares(self, kinds, every):
        values = []
        for kind in kinds:
            for story, changed in changes(kind, times=1, every=every):
                pair = (changed, story.text) if kinds is LETTERS else (story.text, changed)
                values.append(is_substance(compare(*pair, known_elsewhere(story))))
        return sum(values) / len(values)

    def test_few_slips_in_the_demo_are_taken_for_substance(self):
        self.assertLess(self.shares(LETTERS, every=11), 0.06)

    def test_hardly_a_change_of_substance_in_the_demo_is_taken_for_a_slip(self):
        self.assertGreater(self.shares(SUBSTANCE, every=11), 0.96)
