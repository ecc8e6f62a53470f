"""Broken plurals lead to their noun and back; the list holds only what stemming cannot find."""

from collections import Counter

from django.test import SimpleTestCase

from articles.text.fold import MARKS, fold
from articles.text.plurals import LIST, nouns, partners

SOUND = ("ات", "ون", "ين")
# Without its ending hardly anything is left of these, so no stemmer brings them together.
SHORTEST_STEM = 3
# فن/فنون only looks like a sound plural: the ن is the noun's own.
LOOKS_SOUND = {("فن", "فنون"), ("ظن", "ظنون")}


def written():
    """The nouns of the list, each a list of forms, each form a list of spellings."""
    return [[form.split("/") for form in noun] for noun in nouns(LIST.read_text("utf-8"))]


def stem(folded_singular):
    return folded_singular[:-1] if folded_singular.endswith("ه") else folded_singular


class PluralTests(SimpleTestCase):
    NEWS = (
        ("وزير", "وزراء"),
        ("رئيس", "رؤساء"),
        ("قاضي", "قضاة"),
        ("قاض", "قضاة"),
        ("صاروخ", "صواريخ"),
        ("سلاح", "أسلحة"),
        ("مدينة", "مدن"),
        ("ضريبة", "ضرائب"),
        ("جريح", "جرحى"),
        ("محكمة", "محاكم"),
        ("منطقة", "مناطق"),
        ("بنك", "بنوك"),
        ("فيلم", "أفلام"),
        ("لاجئ", None),
        ("سيارة", None),
        ("امرأة", "نساء"),
        ("شأن", "شئون"),
        ("أجنبي", "أجانب"),
        ("مباراة", "مباريات"),
        ("مرشح", None),
    )

    def test_a_noun_of_the_news_finds_its_plural_and_is_found_by_it(self):
        for singular, plural in self.NEWS:
            with self.subTest(singular):
                if plural is None:
                    self.assertEqual(partners(fold(singular)), ())
                else:
                    self.assertIn(fold(plural), partners(fold(singular)))
                    self.assertIn(fold(singular), partners(fold(plural)))

    def test_two_plurals_of_one_noun_find_each_other(self):
        self.assertEqual(partners("شهور"), ("شهر", "اشهر"))

    def test_a_noun_with_one_plural_has_that_partner_only(self):
        self.assertEqual(partners(fold("وزير")), (fold("وزراء"),))

    def test_plurals_of_two_nouns_of_one_spelling_do_not_meet(self):
        self.assertEqual(set(partners(fold("أمر"))), {fold("أوامر"), fold("أمور")})
        self.assertEqual(partners(fold("أوامر")), (fold("أمر"),))

    def test_a_word_that_is_not_in_the_list_has_no_partner(self):
        self.assertEqual(partners("قسد"), ())
        self.assertEqual(partners(""), ())


class ListTests(SimpleTestCase):
    def test_it_holds_what_news_text_uses(self):
        self.assertGreater(len(written()), 2_200)

    def test_partners_are_mutual(self):
        words = {fold(spelling) for noun in written() for form in noun for spelling in form}
        for word in words:
            for other in partners(word):
                self.assertIn(word, partners(other), f"{word} {other}")

    def test_no_word_is_its_own_partner(self):
        words = {fold(spelling) for noun in written() for form in noun for spelling in form}
        self.assertEqual([word for word in words if word in partners(word)], [])

    def test_every_noun_has_a_plural_and_no_form_twice(self):
        for noun in written():
            forms = [fold(spelling) for form in noun for spelling in form]
            with self.subTest(noun[0][0]):
                self.assertGreater(len(noun), 1)
                self.assertEqual(len(forms), len(set(forms)))

    def test_a_noun_has_one_line_unless_its_spelling_is_two_nouns(self):
        lines = Counter(fold(spelling) for noun in written() for spelling in noun[0])
        repeated = {word for word, count in lines.items() if count > 1}
        last_group = nouns(LIST.read_text("utf-8").rpartition("\n#")[2].partition("\n")[2])
        self.assertEqual(
            repeated, {fold(word) for noun in last_group for word in noun[0].split("/")}
        )

    def test_no_plural_is_one_that_stemming_finds(self):
        wrong = []
        for singulars, *plurals in written():
            for singular in singulars:
                left = stem(fold(singular))
                endings = {fold(left + ending) for ending in SOUND}
                wrong += [
                    (singular, plural)
                    for form in plurals
                    for plural in form
                    if fold(plural) in endings
                    and len(left) >= SHORTEST_STEM
                    and (singular, plural) not in LOOKS_SOUND
                ]
        self.assertEqual(wrong, [])

    def test_it_is_written_without_marks_in_arabic_letters(self):
        for noun in written():
            for form in noun:
                for spelling in form:
                    self.assertRegex(spelling, r"^[\u0621-\u063a\u0641-\u064a]{2,}$")
                    self.assertFalse(MARKS & set(spelling))

    def test_a_text_in_the_form_of_the_list_is_read(self):
        text = "# people\n\nقاض/قاضي قضاة\n"
        self.assertEqual(nouns(text), [["قاض/قاضي", "قضاة"]])
