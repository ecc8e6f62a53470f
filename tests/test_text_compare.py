"""What changed between two versions of a text, word by word."""

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.text.compare import Kind, compare, compare_html, merge, merge_html
from articles.text.compare.blocks import leaves
from tests.patience import no_trap
from tests.properties import texts
from tests.stories import PORT, articles, bodies, wild

SIGN = {Kind.KEPT: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "[+{}+]"}


def told(paragraphs):
    return ["".join(SIGN[run.kind].format(run.text) for run in one.runs) for one in paragraphs]


class CompareTests(SimpleTestCase):
    CASES = (
        ("قال الوزير أمس", "قال الوزير أمس", "قال الوزير أمس", "nothing changed"),
        ("قال أمس", "قال الوزير أمس", "قال [+الوزير +]أمس", "a word came"),
        ("قال الوزير أمس", "قال أمس", "قال [-الوزير -]أمس", "a word went"),
        ("مدرسة مُحمد", "مدرسة مُحَمد", "مدرسة [-مُحمد-][+مُحَمد+]", "a harakah is a change"),
        ("قال: نعم", "قال، نعم", "قال[-:-][+،+] نعم", "marks stand apart from words"),
        ("بلغ 12.5% أمس", "بلغ 12.7% أمس", "بلغ [-12.5%-][+12.7%+] أمس", "a number is one word"),
        ("عام ٢٠١٧م", "عام ٢٠١٨م", "عام [-٢٠١٧م-][+٢٠١٨م+]", "in any digits"),
        ("حقل العمر", "حقل  العمر", "حقل[- -][+  +]العمر", "blanks are kept"),
        (
            "ذكر بيان في دمشق أن المعبر مغلق",
            "قالت مصادر في حلب إن المعبر مغلق",
            "[-ذكر بيان في دمشق أن-][+قالت مصادر في حلب إن+] المعبر مغلق",
            "one small word in common does not cut a rewritten phrase to pieces",
        ),
    )

    def test_words_that_changed_are_told(self):
        for old, new, expected, why in self.CASES:
            with self.subTest(why):
                self.assertEqual(told(compare(old, new)), [expected])

    def test_a_new_paragraph_leaves_the_others_as_they_were(self):
        new = "\n\n".join([PORT[0], "جملة لم تكن هنا.", PORT[1]])
        kinds = [one.kind for one in compare("\n\n".join(PORT[:2]), new)]
        self.assertEqual(kinds, [Kind.KEPT, Kind.ADDED, Kind.KEPT])

    def test_a_paragraph_at_the_end_does_not_change_the_one_before(self):
        kinds = [one.kind for one in compare(PORT[0], f"{PORT[0]}\n\n{PORT[1]}")]
        self.assertEqual(kinds, [Kind.KEPT, Kind.ADDED])

    def test_a_changed_paragraph_is_found_where_others_went(self):
        new = PORT[1].replace("يبدأ", "ينتهي")
        kinds = [one.kind for one in compare("\n".join(PORT), new)]
        self.assertEqual(kinds, [Kind.REMOVED, Kind.CHANGED, Kind.REMOVED])

    @given(st.one_of(texts(), articles()), st.one_of(texts(), articles()))
    def test_both_texts_come_back(self, old, new):
        paragraphs = compare(old, new)
        self.assertEqual("".join(one.old for one in paragraphs), old)
        self.assertEqual("".join(one.new for one in paragraphs), new)

    @given(st.one_of(texts(), articles()))
    def test_a_text_does_not_differ_from_itself(self, text):
        self.assertEqual({one.kind for one in compare(text, text)} - {Kind.KEPT}, set())

    def test_no_text_is_a_trap(self):
        many = 20_000
        pairs = (
            ("أ " * many, "أ ب " * many),
            ("أ\n" * many, "ب\nأ\n" * many),
            ("، " * many, "؛، " * many),
            ("أ ب " * 5 * many, "أ ج " * 5 * many),
            ("\u0651" * many, "\u0651\u200f" * many),
        )
        for old, new in pairs:
            with self.subTest(old[:5]), no_trap():
                compare(old, new)
                merge(old, new, f"{old} ج")


class CompareBodiesTests(SimpleTestCase):
    def test_readers_words_are_compared_and_not_the_source(self):
        same = compare_html("<p>قسد&nbsp;قالت</p>\n<p>نعم</p>", "<p>قسد\u00a0قالت</p><p>نعم  </p>")
        self.assertEqual([one.kind for one in same], [Kind.KEPT, Kind.KEPT])

    def test_a_word_that_became_a_link_is_a_change_and_says_to_where(self):
        (one,) = compare_html("<p>بحسب بيان</p>", '<p>بحسب <a href="/n/7/">بيان</a></p>')
        self.assertEqual(told([one]), ["بحسب [-بيان-][+بيان+]"])
        self.assertEqual(one.runs[-1].dress, ("a href=/n/7/",))

    def test_a_paragraph_that_became_a_heading_is_a_change(self):
        (one,) = compare_html("<p>المرفأ يعمل</p>", "<h2>المرفأ يعمل</h2>")
        self.assertEqual((one.kind, one.was, one.now), (Kind.CHANGED, ("p",), ("h2",)))

    def test_what_nobody_sees_is_no_word(self):
        self.assertEqual(leaves("<script>alert(1)</script><!-- سر --><style>p{}</style>"), [])

    @given(st.one_of(wild(), bodies()), st.one_of(wild(), bodies()))
    def test_both_bodies_come_back_as_paragraphs(self, old, new):
        paragraphs = compare_html(old, new)
        for side, markup in (("old", old), ("new", new)):
            shown = [text for one in paragraphs if (text := getattr(one, side))]
            whole = ["".join(token.text for token in leaf.tokens) for leaf in leaves(markup)]
            self.assertEqual(shown, whole)

    def test_no_markup_is_a_trap(self):
        many = 20_000
        pairs = (
            ("<div>x" * many, "<b>y" * many),
            ("<p>" * many, "</p>" * many),
            ('<a href="' * many, "<" * many),
            ("<ul><li>أ" * many, "<ul><li>ب" * many),
        )
        for old, new in pairs:
            with self.subTest(old[:5]), no_trap():
                compare_html(old, new)
                merge_html(old, new, f"{old}<p>ج")
