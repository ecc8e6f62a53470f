"""The text doctor: what it finds, what it leaves, and that accepting is enough once."""

from collections import Counter

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.lint import apply, lint
from articles.text.rules import BY_NAME, RULES
from tests.patience import no_trap
from tests.properties import arabic_letters, texts
from tests.shared import shared, shared_file

SEED = "seed/000_53785b917c2feb6c.txt"
CORRECTED = "arabic/seed_corrected.txt"
# What the rules react to, thicker than chance would have it.
TROUBLE = (
    "یکهھہەۃىيك ااألبمنسف ـَُّّ\u200b\u200c\u200d\ufeff\u00ad \u00a0  ،؛؟,;?.\n“”«»()1٢\u200f\u202e"
    "ﻻﻼﮎﯽﯾﹷﹰCN#@`"
)
WORDS = (
    "علی", "إلی", "فی", "التی", "نفی", "في", "حي", "نادي", "التركية", "ترکیا", "امريكا", "الى",
    "می\u200cشود", "این", "از", "را", "است", "قال", " ", "  ", "\u00a0", ",", " ،", "?", "ـ", "«",
    "»",
    "“", "”", "\n", "https://e.org/علی", "#علی", "ـــ", "\u200c", "ّّ", ".", "هـ", "ه\u200d", "که",
)  # fmt: skip


# What a rule's pattern could stumble over, were there a hundred pages of it.
PIECES = (
    "ک", "ـ", " ", "\u00a0", "َ", "\u200b", "`", "<", "<a ", '<a "', "&", "(", "«", '"', "@", "#",
    ".", "a.", "?", " ،", "\n", "[", "ی ", "٢,", "x@", "ﻻ", "\u202e", "```", "<code>", "(CNN) ",
)  # fmt: skip


def troubled():
    """Text made of what the rules look for, and text of any kind."""
    return st.one_of(
        st.text(st.sampled_from(TROUBLE), max_size=40),
        st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
        st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
        st.lists(st.one_of(st.sampled_from(WORDS), arabic_letters()), max_size=25).map("".join),
        texts(),
    )


def found(text, **options):
    return [(one.rule, one.before, one.after) for one in lint(text, **options)]


class RuleTests(SimpleTestCase):
    """The examples of a rule are its test: it changes the bad ones so, and no good one."""

    def of(self, rule, text):
        return [one for one in lint(text, house=True) if one.rule == rule.name]

    def test_what_a_rule_calls_bad_it_puts_right(self):
        for rule in RULES:
            for bad, right in rule.bad:
                with self.subTest(rule.name, bad=bad):
                    self.assertEqual(apply(bad, self.of(rule, bad), suggestions=True), right)

    def test_what_a_rule_calls_good_it_leaves(self):
        for rule in RULES:
            for good in (*rule.good, *(right for _bad, right in rule.bad)):
                with self.subTest(rule.name, good=good):
                    self.assertEqual(self.of(rule, good), [])

    def test_every_rule_says_in_arabic_what_it_is_and_why_and_has_examples(self):
        for rule in RULES:
            with self.subTest(rule.name):
                self.assertRegex(rule.title, "^[\u0600-\u06ff ]+$")
                self.assertRegex(rule.why, r"[\u0600-\u06ff].*\.$")
                self.assertTrue(rule.bad and rule.good)
        self.assertEqual(len(BY_NAME), len(RULES))


class PropertyTests(SimpleTestCase):
    @given(troubled())
    def test_findings_stand_where_they_say_and_none_overlaps_another(self, text):
        at = 0
        for one in lint(text, house=True):
            self.assertEqual(text[one.start : one.end], one.before)
            self.assertNotEqual(one.before, one.after)
            self.assertGreaterEqual(one.start, at)
            at = one.end

    @given(troubled())
    def test_what_is_put_right_once_has_nothing_safe_left(self, text):
        once = apply(text, lint(text))
        self.assertEqual([one for one in lint(once) if one.is_safe], [])
        self.assertEqual(apply(once, lint(once)), once)

    @given(troubled(), st.integers(0, 40), st.integers(0, 40))
    def test_what_the_caller_leaves_stays(self, text, start, end):
        for one in lint(text, leave=[(start, end)]):
            self.assertTrue(one.end <= start or one.start >= end)


# A text in which every rule but one has nothing to say, around what must be left.
AROUND = "قال المصدر {} ثم غادر إلى المقر."


class LeftAloneTests(SimpleTestCase):
    CASES = (
        ("https://example.org/خبر/علی,ترکيا?q=ک", "an address"),
        ("www.example.org/علی", "an address without its beginning"),
        ("example.com/ترکيا", "an address that is only a name"),
        ("علی@example.org", "an e-mail address"),
        ("@علی_ترکيا", "a name on a network"),
        ("#ترکيا_امريكا", "a tag"),
        ("تقرير_علی.pdf", "the name of a file"),
        ("`ترکيا , علی`", "code between backticks"),
        ("<code>ترکيا , علی</code>", "code in tags"),
        ("<pre>ترکيا  علی</pre>", "preformatted text"),
        ("<bdi lang=ک>", "a tag"),
        ("«این کتاب را برای تو خریدم که بخوانی»", "a quotation in Persian"),
        ("“یہ کتاب آپ کے لیے ہے”", "a quotation in Urdu"),
        ("(ئەم کتێبە بۆ تۆیە)", "a quotation in Kurdish"),
        ("عائلة 👨\u200d👩\u200d👧", "an emoji that joins three"),
        ("10\u00a0000", "a number with its blank"),
        ("12, 13; 14", "Latin marks behind digits"),
        ("CNN, BBC?", "Latin marks behind Latin words"),
        ("عام 1436هـ وعام 1445ه\u200d", "the year of the Hijra"),
        ("لـ«المدينة» وبـ 20 والـ60", "a clitic before a name or a number"),
        ("محمد ﷺ", "a sign that somebody chose"),
    )

    def test_what_is_no_arabic_word_stays(self):
        for piece, why in self.CASES:
            with self.subTest(why):
                self.assertEqual(found(AROUND.format(piece)), [])

    def test_lines_in_other_languages_stay_beside_arabic_ones(self):
        for line in (
            "این کتاب را برای تو خریدم ، که بخوانی",
            "ئەم کتێبە بۆ تۆیە ، لەگەڵ ئەوەی",
            "یہ کتاب آپ کے لیے ہے ، اور وہ",
            "The minister  said that he will not go",
            "ايران از مذاكرات خارج شد و گفت",
        ):
            with self.subTest(line):
                self.assertEqual(found(f"{line}\nذکرت الوكالة\n{line}"), [("keheh", "ک", "ك")])

    def test_a_persian_sentence_in_an_arabic_paragraph_stays(self):
        text = "قال السفير للصحيفة. این کتاب را برای تو خریدم که بخوانی. ثم عاد إلی طهران."
        self.assertEqual(found(text), [("final-yeh", "ی", "ى")])

    def test_what_the_caller_marks_stays(self):
        text = "مجلة کيهان ذکرت"
        self.assertEqual([one.start for one in lint(text, leave=[(5, 10)])], [12])

    def test_words_with_letters_arabic_has_not_keep_all_theirs(self):
        self.assertEqual(found("زار مدينة پاکستان"), [])


class FinalYehTests(SimpleTestCase):
    TYPES_YEH = "في حي شعبي قال لي التي تبني:"

    def test_a_text_that_types_yeh_apart_means_maqsura_by_the_other(self):
        self.assertIn(("final-yeh", "ی", "ى"), found(f"{self.TYPES_YEH} علی المقر من نفی"))
        self.assertEqual(len(found(f"{self.TYPES_YEH} علی المقر من نفی")), 2)

    def test_one_yeh_inside_a_word_shows_another_keyboard(self):
        names = {rule for rule, _b, _a in found(f"{self.TYPES_YEH} علی المقر من نفی الرئیس")}
        self.assertEqual(names, {"final-yeh", "medial-yeh", "doubtful-yeh"})

    def test_a_text_that_types_both_shows_nothing(self):
        rules = [rule for rule, _b, _a in found(f"{self.TYPES_YEH} فی المقر من نفی")]
        self.assertEqual(rules, ["final-yeh", "doubtful-yeh"])

    def test_the_name_is_not_taken_for_the_preposition(self):
        for text in ("قال علی حسن", "قال محمد علی المصري", "الشيخ علی الجراح"):
            with self.subTest(text):
                self.assertNotIn(("final-yeh", "ی", "ى"), found(text))

    def test_a_vowel_decides(self):
        self.assertEqual(apply("عربیّ", lint("عربیّ")), "عربيّ")


class AcceptingTests(SimpleTestCase):
    def test_findings_of_another_text_are_refused(self):
        with self.assertRaises(ValueError):
            apply("نص آخر تماما", lint("ذکرت مواقع"))

    def test_suggestions_wait_for_a_yes(self):
        text = "تحقيقات امریکية"
        self.assertEqual(apply(text, lint(text)), "تحقيقات امريكية")
        self.assertEqual(apply(text, lint(text), suggestions=True), "تحقيقات أمريكية")

    def test_the_style_of_the_house_speaks_only_when_asked(self):
        text = "قال: “نعم”"
        self.assertEqual(found(text), [])
        self.assertEqual(apply(text, lint(text, house=True), suggestions=True), "قال: «نعم»")

    def test_hostile_text_is_no_trap(self):
        with no_trap():
            for piece in PIECES:
                for text in (piece * 20_000, f"ا{piece}" * 10_000, f"ا{piece * 20_000}"):
                    lint(text, house=True)


@shared
class SeedTests(SimpleTestCase):
    """On the seed page: what its corrected twin corrects, and nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.text = shared_file(SEED).read_text("utf-8")
        cls.corrected = shared_file(CORRECTED).read_text("utf-8")
        cls.found = lint(cls.text)

    def test_every_finding_is_accounted_for(self):
        counts = Counter(one.rule for one in self.found)
        self.assertEqual(
            counts, {"keheh": 56, "final-yeh": 17, "blanks": 5, "hamza": 2, "latin-mark": 1}
        )

    def test_the_safe_ones_give_the_corrected_page_but_for_two_hamzas(self):
        self.assertEqual(
            apply(self.text, self.found),
            self.corrected.replace("تحقيقات أمريكية", "تحقيقات امريكية"),
        )

    def test_all_give_the_corrected_page(self):
        self.assertEqual(apply(self.text, self.found, suggestions=True), self.corrected)

    def test_the_corrected_page_is_clean(self):
        self.assertEqual(lint(self.corrected), [])
