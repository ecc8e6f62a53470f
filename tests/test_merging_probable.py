"""What an editor is shown as perhaps standing twice, and what is left alone."""

from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from articles.merging.probable import is_a_slip, twins
from articles.models import Entity, Source, Tag
from articles.text.fold import fold
from tests.makers import make_entity, make_source, make_tag, make_user


class SlipTests(SimpleTestCase):
    SLIPS = (
        ("سوريا", "سورية", "another letter"),
        ("فاغنر", "فاغنير", "one more"),
        ("واغنر", "وانغر", "two swapped"),
        ("البيت الأبيض", "البيت الابيص", "another in the last word"),
        ("واشنطن", "اشنطن", "the first left out"),
        ("انتخابات", "انتخاباتت", "the last twice"),
    )
    TWO = (
        ("حلب", "حمص", "two letters"),
        ("مونديال 2022", "مونديال 2026", "another number"),
        ("القرار ٢٢٥٤", "القرار 2255", "another number in other digits"),
        ("سوريا", "سوريا", "the same"),
        ("المغرب", "المشرق", "two letters of one length"),
    )

    def test_one_slip_of_the_hand_is_seen_both_ways(self):
        for one, other, why in self.SLIPS:
            with self.subTest(why):
                self.assertTrue(is_a_slip(fold(one), fold(other)))
                self.assertTrue(is_a_slip(fold(other), fold(one)))

    def test_what_is_farther_apart_is_two(self):
        for one, other, why in self.TWO:
            with self.subTest(why):
                self.assertFalse(is_a_slip(fold(one), fold(other)))


class ProbableTests(TestCase):
    def test_tags_that_look_alike_find_each_other_and_no_others(self):
        first, second = make_tag("الأمم المتحدة"), make_tag("أمم متحدة")
        third, fourth = make_tag("سوريا"), make_tag("سورية")
        fifth, sixth = make_tag("واشنطن"), make_tag("العاصمة الأمريكية")
        sixth.aliases.create(text="واشنطن")
        seventh, eighth = (
            make_tag("ليبيا", name_en="Libya"),
            make_tag("الجماهيرية", name_en="libya"),
        )
        make_tag("قطر"), make_tag("قطن"), make_tag("مونديال 2022"), make_tag("مونديال 2026")
        pairs = ((first, second), (third, fourth), (fifth, sixth), (seventh, eighth))
        wanted = {
            one.pk: {other.pk: other.name} for pair in pairs for one, other in (pair, pair[::-1])
        }
        self.assertEqual(twins(Tag), wanted)

    def test_a_person_and_a_place_are_two_and_a_topic_may_be_either(self):
        person, place = make_entity("صالح", kind="person"), make_entity("الصالح", kind="place")
        self.assertEqual(twins(Entity), {})
        topic = make_entity("صا لح", kind="topic")
        self.assertEqual(set(twins(Entity)), {person.pk, place.pk, topic.pk})

    def test_a_series_of_names_is_no_heap_of_slips(self):
        for letter in "ابتثجحخدذرزس":
            make_source(f"إذاعة {letter}")
        self.assertEqual(twins(Source), {})

    def test_the_question_costs_two_queries(self):
        for number in range(5):
            make_source(f"إذاعة {number}", f"راديو {number}")
        with self.assertNumQueries(2):
            twins(Source)


class PageTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("managing_editor"))
        for name in ("سوريا", "سورية", "دير الزور"):
            make_tag(name)
        self.page = reverse("admin:articles_tag_changelist")

    def test_the_list_shows_who_looks_like_whom_when_asked(self):
        first, second, _third = Tag.objects.order_by("pk")
        answer = self.client.get(self.page, {"twice": "maybe"})
        page = reverse("admin:articles_tag_merge")
        address = f"{page}?one={first.pk}&amp;one={second.pk}"
        cell = f'<td class="field-perhaps"><a href="{address}">ربما هو «سورية»</a></td>'
        self.assertContains(answer, cell, html=True)
        self.assertNotContains(answer, "دير الزور")
        self.client.force_login(make_user("desk_editor"))
        answer = self.client.get(self.page, {"twice": "maybe"})
        self.assertContains(answer, '<td class="field-perhaps">ربما هو «سورية»</td>', html=True)

    def test_the_list_asks_nothing_more_when_it_was_not_asked(self):
        with self.assertNumQueries(7):
            answer = self.client.get(self.page)
        self.assertNotContains(answer, "field-perhaps")
        with self.assertNumQueries(9):
            self.client.get(self.page, {"twice": "maybe"})

    def test_what_was_found_can_be_merged_from_there(self):
        found = Tag.objects.filter(name_ar__startswith="سوري").values_list("pk", flat=True)
        answer = self.client.post(
            f"{self.page}?twice=maybe", {"action": "merge_selected", "_selected_action": found}
        )
        self.assertEqual(self.client.get(answer.headers["Location"]).status_code, 200)
