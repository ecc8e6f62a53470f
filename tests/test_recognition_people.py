"""People whom nobody registered, by given names that are hardly ever another word."""

from django.test import SimpleTestCase

from articles.recognition.people import people


def named(text):
    return [text[slice(*one)] for one in people(text)]


class PeopleTests(SimpleTestCase):
    CASES = (
        ("التقى جورج هارلان نظيره في المدينة", ["جورج هارلان"]),
        ("قال خالد بن يوسف الحداد إن العمل بدأ", ["خالد بن يوسف الحداد"]),
        ("وصل محمد الوزان وفاطمة الزيات", ["محمد الوزان"]),
        ("كتبت سلمى أحمد المرساوي القصة", ["سلمى أحمد المرساوي"]),
        ("ألقى جان إيف مورو كلمة", ["جان إيف مورو"]),
        ("مع دانيال فان درسن أمس", ["دانيال فان درسن"]),
        ("استقبل عبد العزيز الشاهد ضيفه", ["عبد العزيز الشاهد"]),
    )

    def test_a_given_name_and_what_belongs_to_it_are_one_name(self):
        for text, names in self.CASES:
            with self.subTest(text):
                self.assertEqual(named(text), names)

    NOBODY = (
        ("على الطريق العام", "على is no Ali"),
        ("كان عمر الطفل عامين", "an age"),
        ("حتى الآن نحو ألف", "now is no Alan"),
        ("قال محمد إن العمل بدأ", "a given name alone"),
        ("يلتقي كارلوس وشقيقه", "somebody of his"),
        ("شارع محمد. الخامس في الترتيب", "a stop between"),
        ("محمد بن", "a name that is cut"),
        ("درس في جامعة محمد الوزان", "a university called so"),
        ("مدينة سان جورج البحرية", "an adjective of a place"),
    )

    def test_what_only_begins_like_a_name_is_none(self):
        for text, why in self.NOBODY:
            with self.subTest(why):
                self.assertEqual(named(text), [])

    def test_what_is_a_registered_name_is_left_alone(self):
        text = "مدينة جورج تاون"
        self.assertEqual(people(text, [(6, len(text))]), [])
