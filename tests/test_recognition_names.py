"""Which names a text holds, whatever is written onto them, and what only looks like a name."""

from django.test import SimpleTestCase

from articles.recognition.gazetteer import Gazetteer, Spelling, find
from articles.recognition.starter import alias_rows

STARTER = Gazetteer(alias_rows())


def names(text, kind="entity"):
    return [found.pk for found in find(text, STARTER) if found.kind == kind]


class NamedTests(SimpleTestCase):
    # The text, whom it names, and how the text spells it.
    CASES = (
        ("اجتماع في موسكو", "موسكو", "موسكو"),
        ("العلاقات مع إيران وبروسيا", "روسيا", "روسيا"),
        ("خلافًا للولايات المتحدة", "الولايات المتحدة", "ولايات المتحدة"),
        ("وللولايات المتحدة رأي آخر", "الولايات المتحدة", "ولايات المتحدة"),
        ("تقدّم داعش، فقسد انسحبت", "قوات سوريا الديمقراطية", "قسد"),
        ("تنظيمات متطرفة كداعش وغيرها", "تنظيم الدولة الإسلامية", "داعش"),
        ("طائرات للتحالف الدولي", "التحالف الدولي", "تحالف الدولي"),
        ("وبالتحالف الدولي أيضًا", "التحالف الدولي", "التحالف الدولي"),
        ("ریف دیر الزور الشرقي", "دير الزور", "دیر الزور"),
        ("الهجوم بديرالزور", "دير الزور", "ديرالزور"),
        ("مقاتلو مجموعة «فاغنر»", "مجموعة فاغنر", "فاغنر"),
        ("مرتزقة شرکة “واغنر” الروسية", "مجموعة فاغنر", "واغنر"),
        ("قال وزير من أبوظبي", "أبو ظبي", "أبوظبي"),
        ("ترکیا ودول الجوار", "تركيا", "ترکیا"),
        ("في سُوريَّا اليوم", "سوريا", "سُوريَّا"),
        ("القرار ٢٢٥٤ لمجلس الأمن", "مجلس الأمن الدولي", "مجلس الأمن"),
        ("عاد إلى السعودية أمس", "السعودية", "السعودية"),
        ("يرحب بالتزام السعودية بالاتفاق", "السعودية", "السعودية"),
        ("مصر والإمارات والسعودية", "السعودية", "السعودية"),
        ("المقيمون بالسعودية", "السعودية", "السعودية"),
        ("لجأوا إلى سورية", "سوريا", "سورية"),
        ("فازت قطر على اليابان", "قطر", "قطر"),
        ("وصل إلى مسقط مساء", "مسقط", "مسقط"),
        ("talks in the U.S. on Friday", "الولايات المتحدة", "U.S"),
        ("the US and Iran", "الولايات المتحدة", "US"),
        ("Russia’s ambassador", "روسيا", "Russia"),
        ("ذكرت بـISIS", "تنظيم الدولة الإسلامية", "ISIS"),
    )

    def test_a_name_is_found_under_whatever_is_written_onto_it(self):
        for text, name, spelling in self.CASES:
            with self.subTest(text):
                found = {one.pk: one for one in find(text, STARTER) if one.kind == "entity"}
                self.assertIn(name, found)
                self.assertEqual(found[name].spelling, spelling)
                self.assertEqual(text[found[name].start : found[name].end], spelling)

    NOTHING = (
        ("القوات الروسية والأمريكية", "adjectives of origin"),
        ("ضابط أمريكي ومسؤول إيراني وخبيرة تركية", "adjectives without an article"),
        ("الحكومة السعودية", "an adjective that is spelled as the country"),
        ("وزارة السياحة السعودية", "the same after two nouns"),
        ("القوات الإماراتية والسعودية", "the same after and"),
        ("شركات سورية وعراقية", "an indefinite adjective"),
        ("أنبوب بقطر 5 أمتار", "a diameter"),
        ("نصف قطر الدائرة", "a radius"),
        ("أصيب في الرباط الصليبي", "a ligament"),
        ("عاد إلى مسقط رأسه", "a birthplace"),
        ("بعد صلاة المغرب", "the evening prayer"),
        ("وهو مصر على رأيه", "insistent"),
        ("حالة القوة القاهرة", "force majeure"),
        ("هتف الجمهور بحماس", "enthusiasm"),
        ("قرية في جبال عمان", "two cities of one spelling"),
        ("كان عمره عشرين عامًا", "part of a word"),
        ("الروسيات والمصريون", "words that begin like a name"),
        ("الأمم تتقدم. المتحدة شركة", "a name cut by a stop"),
        ("التحالف\n\nالدولي", "a name cut by a paragraph"),
        ("أسس السياسة الخارجية الروسية", "a policy, not the ministry"),
        ("he told us that turkey is tasty, chad", "words that are names in capitals"),
    )

    def test_what_only_looks_like_a_name_is_none(self):
        for text, why in self.NOTHING:
            with self.subTest(why):
                self.assertEqual(names(text), [])

    LONGEST = (
        ("قوات سوريا الديمقراطية", ["قوات سوريا الديمقراطية"]),
        ("مجلس سوريا الديمقراطية", ["مجلس سوريا الديمقراطية"]),
        ("وزارة الدفاع الروسية", ["وزارة الدفاع الروسية"]),
        ("المتحدث باسم الخارجية الروسية", ["وزارة الخارجية الروسية"]),
        ("دمّر الجيش السوري جسرًا", ["الجيش السوري"]),
        ("جنوب السودان", ["جنوب السودان"]),
        ("أمريكا اللاتينية وأمريكا", ["أمريكا اللاتينية", "الولايات المتحدة"]),
        ("دول المغرب العربي", ["المغرب العربي"]),
        ("فيلق القدس الإيراني", ["فيلق القدس"]),
        ("بحسب صحيفة واشنطن بوست", []),
        ("نيويورك تايمز ونيويورك", ["نيويورك"]),
        ("South Sudan and Sudan", ["جنوب السودان", "السودان"]),
    )

    def test_the_longest_name_stands_and_hides_the_shorter(self):
        for text, expected in self.LONGEST:
            with self.subTest(text):
                self.assertEqual(names(text), expected)

    def test_an_ordinary_word_counts_beside_a_surer_spelling(self):
        self.assertEqual(names("قالت حركة حماس إن وفد حماس غادر"), ["حركة حماس"] * 2)
        self.assertEqual(names("قال حماس"), [])

    def test_a_body_named_in_full_is_found_under_its_short_name_later(self):
        text = "أعلن الاتحاد الأوروبي خطة. وقال الاتحاد إنها جاهزة، خلافًا للاتحاد الجمركي."
        self.assertEqual(names(text), ["الاتحاد الأوروبي"] * 2)

    def test_a_person_named_in_full_is_found_under_the_last_name_later(self):
        rows = [Spelling("هاني المصلح", "entity", 1, type="person")]
        text = "المصلح غائب. وقال هاني المصلح إن العمل بدأ، ثم غادر المصلح، وللمصلح رأي آخر."
        self.assertEqual(len(find(text, Gazetteer(rows))), 3)
        king = Gazetteer([Spelling("محمد السادس", "entity", 2, type="person")])
        self.assertEqual(len(find("وصل محمد السادس في اليوم السادس", king)), 1)

    def test_a_short_name_that_may_mean_two_bodies_is_left_alone(self):
        text = "الاتحاد الأوروبي والاتحاد الأفريقي، ثم قال الاتحاد"
        self.assertEqual(names(text), ["الاتحاد الأوروبي", "الاتحاد الأفريقي"])

    def test_one_spelling_may_name_a_subject_and_an_outlet(self):
        text = "نشرت صحيفة الشرق الأوسط مقالًا عن الشرق الأوسط"
        self.assertEqual(names(text), ["الشرق الأوسط"])
        self.assertEqual(names(text, "source"), ["الشرق الأوسط", "الشرق الأوسط"])

    def test_marks_and_invisible_signs_do_not_hide_a_name(self):
        text = "قال إنّ \u200fرُوسيا\u200e ستردّ"
        (found,) = find(text, STARTER)
        self.assertEqual(found.spelling, "رُوسيا")

    def test_an_empty_register_and_an_empty_text_are_fine(self):
        self.assertEqual(find("روسيا", Gazetteer([])), [])
        self.assertEqual(find("", STARTER), [])
        self.assertEqual(find("روسيا", Gazetteer([("؟!", "entity", 1)])), [])
