"""The home page: what an editor put stands first, once, while readers have it; the rest fills."""

from datetime import timedelta
from random import Random

from django.core.cache import cache
from django.test import TestCase
from django.utils import timezone

from articles import front, workflow
from articles.front import Hold, Pin
from articles.models import Category, Edition, Place, ReadCount
from tests.makers import NOON, make_category, make_edition, make_user


class FrontTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("desk_editor")
        cls.section = make_category("محليات")
        cls.stories = [
            make_edition(
                title_ar=f"البلدية تفتح الطريق الساحلي رقم {number}",
                category=cls.section,
                published_at=NOON - timedelta(hours=number),
            )
            for number in range(8)
        ]

    def setUp(self):
        cache.clear()

    def put(self, *pins, language="ar"):
        seen = front.front_of(language).version
        front.arrange(language, [Pin(*pin) for pin in pins], self.editor, seen)

    def plan(self, **options):
        tops = Category.objects.filter(parent=None).written_in("ar").order_by("position")
        return front.plan(list(tops), "ar", **options)

    def shown(self):
        plan = self.plan()
        found = [plan["lead"], *plan["followups"], *plan["strip"], *plan["opinion"]]
        found += [one for block in plan["blocks"] for one in block["all"]]
        return [one.article_id for one in found if one]


class PinTests(FrontTestCase):
    def test_the_page_fills_itself_where_nobody_put_anything(self):
        self.assertEqual(self.plan()["lead"], self.stories[0])

    def test_what_an_editor_put_stands_before_what_is_newest(self):
        old, older = self.stories[6], self.stories[7]
        self.put((Place.LEAD, old.article_id), (Place.STRIP, older.article_id))
        plan = self.plan()
        self.assertEqual((plan["lead"], plan["strip"][0]), (old, older))
        self.assertEqual(plan["strip"][1], self.stories[0])

    def test_no_story_stands_twice(self):
        self.put(
            (Place.STRIP, self.stories[0].article_id),
            (Place.SECTION, self.stories[1].article_id),
            (Place.LEAD, self.stories[5].article_id),
            (Place.FOLLOWUP, self.stories[2].article_id),
        )
        shown = self.shown()
        self.assertEqual(len(shown), len(set(shown)))
        self.assertEqual(set(shown), {one.article_id for one in self.stories})

    def test_no_story_stands_twice_however_the_page_is_arranged(self):
        make_category("رأي", is_opinion=True)
        numbers, chance = [one.article_id for one in self.stories], Random(5)
        for _round in range(20):
            chosen = chance.sample(numbers, chance.randint(1, len(numbers)))
            places = chance.choices(list(Place), k=len(chosen))
            self.put(*zip(places, chosen, strict=True))
            with self.subTest(places=places):
                shown = self.shown()
                self.assertEqual(sorted(shown), sorted(set(shown)))
                self.assertIsNotNone(self.plan()["lead"])

    def test_a_withdrawn_story_leaves_its_place_to_the_next(self):
        put, next_one = self.stories[4], self.stories[3]
        self.put((Place.LEAD, put.article_id), (Place.LEAD, next_one.article_id))
        workflow.withdraw(put.article)
        self.assertEqual(self.plan()["lead"], next_one)
        workflow.withdraw(next_one.article)
        self.assertEqual(self.plan()["lead"], self.stories[0])

    def test_a_place_falls_back_when_its_time_has_ended(self):
        soon = timezone.now() + timedelta(hours=1)
        self.put((Place.LEAD, self.stories[4].article_id, "", soon))
        self.assertEqual(self.plan()["lead"], self.stories[4])
        self.assertEqual(self.plan(now=soon)["lead"], self.stories[0])

    def test_a_story_that_is_not_in_the_language_of_the_page_is_passed_over(self):
        self.put((Place.LEAD, self.stories[4].article_id), language="en")
        self.assertIsNone(front.plan([], "en")["lead"])

    def test_the_front_has_a_headline_of_its_own_and_the_edition_keeps_its_title(self):
        story = self.stories[4]
        self.put((Place.LEAD, story.article_id, "الطريق الساحلي يُفتح"))
        ReadCount.objects.create(article=story.article, hour=timezone.now(), reads=9)
        plan = self.plan()
        self.assertEqual(plan["lead"].title, "الطريق الساحلي يُفتح")
        self.assertEqual(plan["most_read"][0].title, story.title)
        self.assertEqual(Edition.objects.get(pk=story.pk).title, story.title)

    def test_what_has_no_room_waits_and_may_stand_elsewhere_meanwhile(self):
        first, second = self.stories[6], self.stories[0]
        self.put((Place.LEAD, first.article_id), (Place.LEAD, second.article_id))
        plan = self.plan()
        self.assertEqual(plan["holds"][second.article_id], Hold.WAITS)
        self.assertEqual(plan["strip"][0], second)

    def test_follow_ups_follow_the_lead_that_was_put_and_no_other(self):
        lead, follow = self.stories[5], self.stories[6]
        self.put((Place.LEAD, lead.article_id), (Place.FOLLOWUP, follow.article_id, "وأين الجسر؟"))
        self.assertEqual(self.plan()["followups"][0].title, "وأين الجسر؟")
        workflow.withdraw(lead.article)
        plan = self.plan()
        self.assertNotIn("وأين الجسر؟", [one.title for one in plan["followups"]])
        self.assertEqual(plan["holds"][follow.article_id], Hold.ALONE)

    def test_a_story_opens_the_block_of_its_own_section(self):
        other = make_category("اقتصاد")
        first, second = (
            make_edition(category=other, published_at=NOON - timedelta(days=days))
            for days in (3, 4)
        )
        self.put((Place.SECTION, second.article_id))
        block = next(one for one in self.plan()["blocks"] if one["category"] == other)
        self.assertEqual(block["first"], second)
        self.assertEqual(block["rest"], [first])

    def test_a_page_that_shows_opinion_apart_takes_what_was_put_there(self):
        make_category("رأي", is_opinion=True)
        self.put((Place.OPINION, self.stories[7].article_id))
        self.assertEqual(self.plan()["opinion"], [self.stories[7]])


class ArrangeTests(FrontTestCase):
    def test_of_two_editors_at_once_the_second_is_told_and_changes_nothing(self):
        seen = front.front_of("ar").version
        other = make_user("managing_editor")
        mine, theirs = self.stories[3].article_id, self.stories[4].article_id
        front.arrange("ar", [Pin(Place.LEAD, mine)], self.editor, seen)
        with self.assertRaises(front.Overtaken) as late:
            front.arrange("ar", [Pin(Place.LEAD, theirs)], other, seen)
        self.assertEqual(late.exception.now.changed_by, self.editor)
        self.assertEqual([pin.article_id for pin in front.kept(front.front_of("ar"))], [mine])

    def test_each_place_is_numbered_from_one_in_the_order_given(self):
        numbers = [one.article_id for one in self.stories[:4]]
        self.put(
            (Place.STRIP, numbers[2]),
            (Place.LEAD, numbers[3]),
            (Place.STRIP, numbers[0]),
            (Place.STRIP, numbers[1]),
        )
        kept = front.kept(front.front_of("ar"))
        self.assertEqual(
            [pin.article_id for pin in kept], [numbers[3], numbers[2], numbers[0], numbers[1]]
        )
        slots = front.front_of("ar").slots.filter(place=Place.STRIP)
        self.assertEqual(list(slots.values_list("number", flat=True)), [1, 2, 3])

    def test_the_fronts_of_two_languages_know_nothing_of_each_other(self):
        self.put((Place.LEAD, self.stories[3].article_id))
        self.assertEqual(front.kept(front.front_of("en")), [])
        self.assertEqual(front.front_of("en").version, 0)
