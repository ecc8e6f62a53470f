"""Spellings that mean several things or none: other words of the text decide, nobody guesses."""

from django.test import SimpleTestCase

from articles.recognition.gazetteer import Gazetteer, Spelling, find
from articles.recognition.starter import alias_rows

STARTER = Gazetteer(alias_rows())


def names(text, gazetteer=STARTER, kind="entity"):
    return [found.pk for found in find(text, gazetteer) if found.kind == kind]


class ContextTests(SimpleTestCase):
    TOLD = (
        ("وصل الوفد اللبناني إلى طرابلس", "طرابلس الشام"),
        ("قُطع الطريق إلى طرابلس، أما بنغازي فهادئة، وقال الجيش الليبي", "طرابلس الغرب"),
        ("اجتمع الوزراء في عمان بدعوة من الديوان الأردني", "عمّان"),
        ("أعلن الادعاء العام العماني، ومقره عمان", "سلطنة عُمان"),
        ("عاد إلى عُمان", "سلطنة عُمان"),
        ("عاد إلى عمّان", "عمّان"),
        ("مسابقات القنيطرة تجمع شباب المغرب", "القنيطرة المغربية"),
        ("قصف على القنيطرة، بحسب الإعلام السوري", "القنيطرة السورية"),
    )

    def test_the_text_tells_which_of_two_is_meant(self):
        for text, meant in self.TOLD:
            with self.subTest(text):
                self.assertIn(meant, names(text))
                alike = {"طرابلس الشام", "طرابلس الغرب", "عمّان", "سلطنة عُمان"}
                self.assertLessEqual(len(alike.intersection(names(text))), 1)

    def test_without_a_word_that_tells_nothing_is_found(self):
        for text in ("وصل إلى طرابلس", "رحلات إلى عمان", "اشترى ثوبًا بحماس", "غادر جدة أمس"):
            with self.subTest(text):
                self.assertEqual(names(text), [])

    def test_as_much_for_one_as_for_the_other_decides_nothing(self):
        self.assertEqual(names("بين اللبناني والليبي حديث عن طرابلس"), [])

    def test_the_paragraph_decides_before_the_whole_text(self):
        text = "الشاعر اللبناني في طرابلس.\n\nأما الشاعر الليبي فغادر طرابلس."
        self.assertEqual(names(text), ["طرابلس الشام", "طرابلس الغرب"])

    def test_a_surer_spelling_of_the_same_thing_is_evidence_too(self):
        text = "زار طرابلس الشام، ثم خرج من طرابلس."
        self.assertEqual(names(text), ["طرابلس الشام", "طرابلس الشام"])

    def test_a_newsroom_gives_its_own_names_a_context(self):
        family = [
            Spelling("آل الأسد", "entity", 1),
            Spelling("الأسد", "entity", 1, context="نظام، دمشق، السورية"),
        ]
        gazetteer = Gazetteer(family)
        self.assertEqual(names("قوات موالية لنظام الأسد", gazetteer), [1])
        self.assertEqual(names("وأكل الأسد الغزال", gazetteer), [])

    def test_a_context_of_several_words_must_stand_as_they_do(self):
        gazetteer = Gazetteer([Spelling("النيل", "entity", 1, context="سد النهضة")])
        self.assertEqual(names("مياه النيل وسد النهضة", gazetteer), [1])
        self.assertEqual(names("مياه النيل، سد قديم، عصر النهضة", gazetteer), [])


class InsideTests(SimpleTestCase):
    INSIDE = (
        ("تخرج في جامعة دمشق", "a university nobody registered"),
        ("حط في مطار بيروت الدولي", "an airport"),
        ("مدير بنك القاهرة", "a bank"),
        ("حادث في شارع دمشق", "a street"),
        ("فاز المغرب الفاسي بالكأس", "a club"),
        ("بجامعة حلب وبمستشفى حمص", "behind a clitic"),
    )

    def test_a_place_inside_the_name_of_an_institution_is_not_the_place(self):
        for text, why in self.INSIDE:
            with self.subTest(why):
                self.assertEqual(names(text), [])

    def test_a_stop_or_a_clitic_ends_the_name_of_the_institution(self):
        self.assertEqual(names("غادر الجامعة. دمشق هادئة"), ["دمشق"])
        self.assertEqual(names("أكبر جامعة في دمشق"), ["دمشق"])
        self.assertEqual(names("زار الجامعة ودمشق"), ["دمشق"])

    def test_the_longer_of_two_that_overlap_stands_wherever_it_begins(self):
        rows = [("قوات سوريا", "entity", 1), ("سوريا الديمقراطية الحرة", "entity", 2)]
        self.assertEqual(names("قوات سوريا الديمقراطية الحرة", Gazetteer(rows)), [2])


class OrdinaryTests(SimpleTestCase):
    ORDINARY = (
        ("شرب كوبًا من الشاي", "tanwin: a cup, not Cuba"),
        ("جاء باكرًا وعاد", "early, not Accra"),
        ("لم يجرّبه أحد، وهي عادة قديمة", "ه where the text writes ة"),
        ("تمثال ستالين", "no future before a name"),
        ("نشرت صور الحريق في لبنان", "pictures, not Tyre"),
        ("الخبر الذي نشرته السعودية", "news, not Khobar"),
        ("حادث سير على طريق سريع ليل أمس في فرنسا", "night, not Lille"),
        ("كان في فرنسا", "was, not Cannes"),
        ("سيول جارفة تغمر القرى", "floods, not Seoul"),
        ("أسعار عالية جدًا", "high, not Aley"),
        ("الأزمة المالية في بيانات مالية", "financial, not Malé or Mali"),
        ("وجوبًا بحكم القانون", "by duty, not Juba"),
        ("ابن الفرات", "a man, not the Euphrates"),
    )

    def test_words_of_every_day_are_no_places(self):
        for text, why in self.ORDINARY:
            with self.subTest(why):
                self.assertLessEqual(set(names(text)), {"لبنان", "السعودية", "فرنسا"})

    def test_writers_who_never_write_the_dotted_ending_are_understood(self):
        self.assertEqual(names("قصف علي غزه والقاهره تدين"), ["غزة", "القاهرة"])

    def test_an_outlets_name_begins_behind_what_kind_it_is(self):
        (found,) = [one for one in find("مراسل قناة الجزيرة", STARTER) if one.kind == "source"]
        self.assertEqual(found.spelling, "الجزيرة")
