"""Which spellings are equal, and that folding can be trusted at any size."""

import random
import unicodedata

from django.test import SimpleTestCase

from articles.text.fold import fold, fold_map

SAME = (
    ("أحمد", "احمد", "hamza above alef"),
    ("إيران", "ايران", "hamza under alef"),
    ("القرآن", "القران", "madda"),
    ("مدرسة", "مدرسه", "ta marbuta"),
    ("مصطفى", "مصطفي", "alef maqsura"),
    ("مسؤول", "مسوول", "hamza on waw"),
    ("مُحَمَّد", "محمد", "short vowels"),
    ("محـــمد", "محمد", "tatweel"),
    ("ترکیا", "تركيا", "Persian kaf and yeh"),
    ("پاريس", "باريس", "Persian peh"),
    ("ڤيينا", "فيينا", "veh"),
    ("چاد", "جاد", "cheh"),
    ("کۆبانی", "كوباني", "Kurdish o"),
    ("ﻗﺴﺪ", "قسد", "presentation forms"),
    ("ﻻ", "لا", "lam-alef ligature"),
    ("مُ\ufe77حمد", "محمد", "isolated vowel mark"),
    ("می\u200cخواهم", "ميخواهم", "zero-width non-joiner"),
    ("\u200fقسد\u200e", "قسد", "direction marks"),
    ("٢٠٢٤", "2024", "Arabic digits"),
    ("۲۰۲۴", "2024", "Persian digits"),
    ("١٢٫٥", "12.5", "Arabic decimal sign"),
    ("Café", "cafe", "Latin accents and capitals"),
    ("دير الزور", "ديرالزور", "a name in two words"),
    ("وبدير الزور", "وبديرالزور", "a name in two words after clitics"),
    ("دير\u00a0الزور", "ديرالزور", "a name in two words and a no-break blank"),
    ("أبو ظبي", "أبوظبي", "Abu Dhabi"),
    ("عبد الله", "عبدالله", "servant names"),
    ("لعبد الرحمن", "لعبدالرحمن", "servant names after a clitic"),
)

DIFFERENT = (
    ("دير", "دار", "letters"),
    ("دير الزورق", "ديرالزورق", "a name that only begins like one in two words"),
    ("أبو بكر", "أبوبكر", "a name that no rule joins"),
    ("عبد\nالله", "عبدالله", "words on two lines"),
    ("ماء", "ما", "hamza on the line"),
)

ALPHABETS = (
    "عبد ال دير الزور أبو ظبي وفبلك\u00a0\u200c\u064b\u0640",
    "".join(map(chr, range(0x0600, 0x0700))) + "  \n",
    "".join(chr(code) for code in range(0x2FFFF) if not 0xD800 <= code < 0xE000),
)


def random_texts(count=3000, seed=26):
    """Yield texts from few letters, where rules meet often, and from all of Unicode."""
    chance = random.Random(seed)
    for _ in range(count):
        alphabet = chance.choice(ALPHABETS)
        yield "".join(chance.choices(alphabet, k=chance.randint(0, 30)))


class FoldTests(SimpleTestCase):
    def test_spellings_that_readers_mix_up_are_equal(self):
        for left, right, why in SAME:
            with self.subTest(why):
                self.assertEqual(fold(left), fold(right))

    def test_different_words_stay_different(self):
        for left, right, why in DIFFERENT:
            with self.subTest(why):
                self.assertNotEqual(fold(left), fold(right))

    def test_folding_twice_changes_nothing(self):
        for text in random_texts():
            self.assertEqual(fold(fold(text)), fold(text), ascii(text))

    def test_composed_and_decomposed_text_fold_alike(self):
        for text in random_texts(seed=27):
            self.assertEqual(fold(unicodedata.normalize("NFD", text)), fold(text), ascii(text))


class FoldMapTests(SimpleTestCase):
    def test_the_map_tells_the_same_as_fold(self):
        for text in random_texts(seed=28):
            folded, offsets = fold_map(text)
            self.assertEqual(folded, fold(text), ascii(text))
            self.assertEqual(len(offsets), len(folded))

    def test_each_folded_letter_leads_back_to_its_original(self):
        text = "في بِدير\u00a0الزور ﻻ"
        folded, offsets = fold_map(text)
        self.assertEqual(folded, "في بديرالزور لا")
        self.assertEqual(text[offsets[folded.index("الزور")] :], "الزور ﻻ")
        self.assertEqual([text[at] for at in offsets[-2:]], ["ﻻ", "ﻻ"])
