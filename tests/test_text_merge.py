"""Two changes of one text put together: both are kept, and no word is lost."""

from collections import Counter

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.editions.clean import clean
from articles.text.compare import Conflict, merge, merge_html
from articles.text.compare.blocks import is_sound, leaves, top_blocks
from articles.text.words import words
from tests.properties import texts
from tests.stories import PORT, articles, bodies, wild


def words_of(text):
    return Counter(word.text for word in words(text))


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

    def test_the_same_new_paragraph_on_both_sides_stands_once(self):
        mine = f"{self.BASE}\n\nفقرة جديدة."
        merged = merge(self.BASE, mine, f"{mine}\n\nوأخرى بعدها.")
        self.assertTrue(merged.clean)
        self.assertEqual(merged.text, f"{mine}\n\nوأخرى بعدها.")

    def test_no_word_is_put_into_a_paragraph_that_the_other_wrote_anew(self):
        mine = self.BASE.replace(PORT[2], "وأعلن المدير في بيان لاحق أن العمل مستمر على الخبر.")
        theirs = self.BASE.replace("على الخبر", "على هذا الخبر")
        merged = merge(self.BASE, mine, theirs)
        self.assertFalse(merged.clean)
        self.assertEqual(merged.settled(["mine"]), mine)

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
