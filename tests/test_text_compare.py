"""Two versions of a text, word by word; and two changes of one text put together."""

from collections import Counter

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.editions.clean import clean
from articles.text.compare import Conflict, Kind, compare, compare_html, merge, merge_html
from articles.text.compare.blocks import is_sound, leaves, top_blocks
from articles.text.words import words
from tests.patience import no_trap
from tests.properties import texts

SIGN = {Kind.KEPT: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "[+{}+]"}
PORT = (
    "قالت وزارة النقل إن مرفأ المرسى استقبل 12.5 ألف حاوية في نوفمبر.",
    "وأضاف المدير أن العمل في الرصيف الشرقي يبدأ مطلع العام المقبل.",
    "ولم تعلق شركة المناولة على الخبر حتى ساعة نشره.",
)
PIECES = (
    "<p>", "</p>", "<h2>", "</h2>", "<ul>", "<li>", "</li>", "</ul>", "<b>", "</b>", "<em>",
    "</em>", '<a href="/n/1/">', "</a>", "<br>", "&nbsp;", "&lt;", "<!-- x -->", "<hr>", "قال",
    "الوزير", "أمس", " ", " ", "في", "حلب", "مُحمد", "،", ".", "\n", "<", ">", "&",
)  # fmt: skip
SOUND = ("<b>{}</b>", '<a href="/n/1/">{}</a>', "{}", "{}", "<em>{} <bdi>SDF</bdi></em>")
WORDS = ("قال", "الوزير", "أمس", "في", "حلب", "إن", "المرفأ", "مغلق", "،", ".")


def told(paragraphs):
    return ["".join(SIGN[run.kind].format(run.text) for run in one.runs) for one in paragraphs]


def articles():
    """Plain texts of a few paragraphs in few words, so that two of them have much in common."""
    line = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
    return st.lists(line, max_size=5).map("\n\n".join)


def bodies():
    """Well-formed bodies in few words, with inline tags."""
    word = st.tuples(st.sampled_from(SOUND), st.sampled_from(WORDS))
    line = st.lists(word.map(lambda pair: pair[0].format(pair[1])), min_size=1, max_size=7)
    block = st.tuples(
        st.sampled_from(("<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li></ul>")), line.map(" ".join)
    )
    return st.lists(block.map(lambda pair: pair[0].format(pair[1])), max_size=5).map("".join)


def wild():
    """Markup of any kind."""
    return st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def words_of(text):
    return Counter(word.text for word in words(text))


class CompareTests(SimpleTestCase):
    CASES = (
        ("قال الوزير أمس", "قال الوزير أمس", "قال الوزير أمس", "nothing changed"),
        ("قال أمس", "قال الوزير أمس", "قال [+الوزير +]أمس", "a word came"),
        ("قال الوزير أمس", "قال أمس", "قال [-الوزير -]أمس", "a word went"),
        ("مدرسة مُحمد", "مدرسة مُحَمد", "مدرسة [-مُحمد-][+مُحَمد+]", "a harakah is a change"),
        ("قال: نعم", "قال، نعم", "قال[-:-][+،+] نعم", "marks stand apart from words"),
        ("بلغ 12.5% أمس", "بلغ 12.7% أمس", "بلغ [-12.5-][+12.7+]% أمس", "a number is one word"),
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


class MergeTests(SimpleTestCase):
    BASE = "\n\n".join(PORT)

    def test_changes_of_different_paragraphs_are_both_taken(self):
        mine = self.BASE.replace("12.5", "12.7")
        theirs = self.BASE.replace("المدير", "مدير المرفأ")
        merged = merge(self.BASE, mine, theirs)
        self.assertTrue(merged.clean)
        self.assertEqual(merged.text, mine.replace("المدير", "مدير المرفأ"))

    def test_changes_of_different_words_of_a_paragraph_are_both_taken(self):
        mine = self.BASE.replace("12.5", "12.7")
        theirs = self.BASE.replace("نوفمبر", "تشرين الثاني")
        self.assertEqual(
            merge(self.BASE, mine, theirs).text, mine.replace("نوفمبر", "تشرين الثاني")
        )

    def test_two_paragraphs_rewritten_beside_each_other_are_both_taken(self):
        mine = self.BASE.replace(PORT[0], "نص آخر لا يشبه ما كان.")
        theirs = self.BASE.replace(PORT[1], "فقرة لا صلة لها بما سبق.")
        merged = merge(self.BASE, mine, theirs)
        self.assertTrue(merged.clean)
        self.assertEqual(merged.text, mine.replace(PORT[1], "فقرة لا صلة لها بما سبق."))

    def test_a_paragraph_more_and_a_changed_last_one_are_both_taken(self):
        mine = f"{self.BASE}\n\nجملة أخيرة."
        theirs = self.BASE.replace("نشره.", "النشر.")
        self.assertEqual(merge(self.BASE, mine, theirs).text, f"{theirs}\n\nجملة أخيرة.")

    def test_the_same_change_on_both_sides_stands_once(self):
        changed = self.BASE.replace("12.5", "12.7")
        mine, theirs = f"{changed}\n\nآخر.", changed.replace("المدير", "مدير المرفأ")
        merged = merge(self.BASE, mine, theirs)
        self.assertTrue(merged.clean)
        self.assertEqual(merged.text.count("12.7"), 1)

    def test_of_two_changes_of_one_word_both_stand_mine_first(self):
        mine, theirs = (self.BASE.replace("12.5", number) for number in ("12.7", "13"))
        merged = merge(self.BASE, mine, theirs)
        self.assertFalse(merged.clean)
        paragraphs = [one.replace("12.5", number) for number in ("12.7", "13") for one in PORT[:1]]
        self.assertEqual(merged.text, "\n\n".join([*paragraphs, *PORT[1:]]))
        self.assertEqual(merged.settled(["theirs"]), theirs)
        self.assertEqual(merged.settled(["mine"]), mine)
        self.assertEqual(merged.settled(["base"]), self.BASE)

    def test_a_title_changed_twice_is_a_conflict_of_the_title(self):
        merged = merge("مرفأ المرسى يعمل", "مرفأ المرسى يتوقف", "مرفأ المرسى يعمل بنصف طاقته")
        self.assertEqual(len(merged.conflicts), 1)
        self.assertIsInstance(merged.conflicts[0], Conflict)

    def test_what_one_deleted_and_the_other_changed_is_not_lost(self):
        mine = "\n\n".join([PORT[0], PORT[2]])
        theirs = self.BASE.replace("الشرقي", "الغربي")
        merged = merge(self.BASE, mine, theirs)
        self.assertFalse(merged.clean)
        self.assertIn("الغربي", merged.text)
        self.assertEqual(merged.settled(["mine"]), mine)

    @given(st.one_of(articles(), texts()), st.one_of(articles(), texts()))
    def test_where_only_one_side_changed_its_text_is_the_result(self, base, changed):
        for merged in (merge(base, changed, base), merge(base, base, changed)):
            self.assertTrue(merged.clean)
            self.assertEqual(merged.text, changed)

    @given(articles(), articles(), articles())
    def test_no_word_that_a_side_wrote_is_lost(self, base, mine, theirs):
        found = words_of(merge(base, mine, theirs).text)
        for side in (mine, theirs):
            self.assertEqual(words_of(side) - words_of(base) - found, Counter())

    @given(articles(), articles(), articles())
    def test_of_a_conflict_both_paragraphs_stand_whole_and_in_order(self, base, mine, theirs):
        merged = merge(base, mine, theirs)
        at = 0
        for one in merged.conflicts:
            for side in (one.mine, one.theirs):
                self.assertGreaterEqual(merged.text.find(side.rstrip("\n"), at), at)
                at = merged.text.find(side.rstrip("\n"), at)

    @given(articles(), articles(), articles())
    def test_what_mine_and_theirs_is_makes_no_other_conflicts(self, base, mine, theirs):
        ours, other = merge(base, mine, theirs), merge(base, theirs, mine)
        self.assertEqual(ours.clean, other.clean)


class MergeBodiesTests(SimpleTestCase):
    BASE = "".join(f"<p>{line}</p>" for line in PORT)

    def test_a_link_of_one_and_a_word_of_the_other_are_both_taken(self):
        mine = self.BASE.replace("مرفأ المرسى", '<a href="/n/1/">مرفأ المرسى</a>')
        theirs = self.BASE.replace("12.5 ألف", "13 ألف")
        merged = merge_html(self.BASE, mine, theirs)
        self.assertTrue(merged.clean)
        self.assertEqual(merged.text, mine.replace("12.5", "13"))

    def test_tags_that_would_cross_keep_both_blocks(self):
        base = "<p>قالت وزارة النقل إن المرفأ مغلق</p>"
        mine = "<p>قالت <b>وزارة النقل إن</b> المرفأ مغلق</p>"
        theirs = "<p>قالت وزارة <em>النقل إن المرفأ</em> مغلق</p>"
        merged = merge_html(base, mine, theirs)
        self.assertFalse(merged.clean)
        self.assertEqual(merged.text, mine + theirs)

    def test_a_link_in_a_link_keeps_both_blocks(self):
        base = "<p>قالت وزارة النقل إن المرفأ مغلق</p>"
        mine = '<p>قالت <a href="/1">وزارة النقل إن المرفأ</a> مغلق</p>'
        theirs = '<p>قالت وزارة <a href="/2">النقل</a> إن المرفأ مغلق</p>'
        self.assertEqual(merge_html(base, mine, theirs).text, mine + theirs)

    def test_an_item_more_in_a_list_is_one_item(self):
        base = "<ul><li>باخرة أولى</li><li>باخرة ثانية</li></ul>"
        mine = base.replace("</ul>", "<li>باخرة ثالثة</li></ul>")
        theirs = base.replace("أولى", "أولى للقمح")
        self.assertEqual(merge_html(base, mine, theirs).text, mine.replace("أولى", "أولى للقمح"))

    @given(st.one_of(bodies(), wild()), st.one_of(bodies(), wild()))
    def test_where_only_one_side_changed_its_body_is_the_result(self, base, changed):
        for merged in (merge_html(base, changed, base), merge_html(base, base, changed)):
            self.assertTrue(merged.clean)
            self.assertEqual(merged.text, changed)

    @given(bodies(), bodies(), bodies())
    def test_the_tags_of_the_result_are_well_formed(self, base, mine, theirs):
        self.assertTrue(is_sound(merge_html(base, mine, theirs).text))

    @given(bodies(), bodies(), bodies())
    def test_cleaning_the_result_changes_no_tag(self, base, mine, theirs):
        """The judge that bodies pass before readers see them finds nothing to put right."""
        text = merge_html(base, mine, theirs).text
        self.assertEqual(clean(text).count("<"), text.count("<"))

    @given(bodies(), bodies(), bodies())
    def test_no_word_that_a_side_wrote_is_lost(self, base, mine, theirs):
        base, mine, theirs, merged = (
            "\n".join("".join(token.text for token in leaf.tokens) for leaf in leaves(one))
            for one in (base, mine, theirs, merge_html(base, mine, theirs).text)
        )
        for side in (mine, theirs):
            self.assertEqual(words_of(side) - words_of(base) - words_of(merged), Counter())

    @given(wild(), wild(), wild())
    def test_nothing_that_anybody_sends_breaks_it(self, base, mine, theirs):
        merge_html(base, mine, theirs)

    @given(st.one_of(bodies(), st.just(""), st.text(st.sampled_from("أ ب"))))
    def test_the_blocks_of_a_sound_body_are_its_source(self, body):
        self.assertEqual("".join(top_blocks(body)), body)
