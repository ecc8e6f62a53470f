"""What to read next: rare shared names first; never the story itself, never one twice."""

from datetime import timedelta

from django.test import TestCase

from articles import workflow
from articles.models import Edition
from articles.related import related
from tests.makers import NOON, make_category, make_edition, make_entity


class RelatedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.section = make_category()
        make_entity("هيئة الموانئ الإقليمية")
        make_entity("مدينة المرسى")
        cls.story = cls.make("هيئة الموانئ الإقليمية في مدينة المرسى", tags=["نقل"])

    @classmethod
    def make(cls, text, days=0, **values):
        return make_edition(
            body_ar=f"<p>{text}</p>", category=values.pop("category", cls.section),
            published_at=NOON - timedelta(days=days), **values
        )  # fmt: skip

    def titles(self, **options):
        return related(self.story, **options)

    def test_a_rare_name_says_more_than_a_common_one(self):
        for _number in range(12):
            self.make("خبر من مدينة المرسى")
        rare = self.make("تقرير عن هيئة الموانئ الإقليمية", days=3)
        self.assertEqual(self.titles()[0], rare.pk)

    def test_never_itself_and_never_twice(self):
        twin = self.make("هيئة الموانئ الإقليمية في مدينة المرسى", tags=["نقل"])
        found = self.titles(limit=10)
        self.assertEqual(found.count(twin.pk), 1)
        self.assertNotIn(self.story.pk, found)

    def test_the_same_story_in_another_language_is_not_related(self):
        workflow.edit(self.story.article, {"title_en": "Ports", "body_en": "<p>Ports.</p>"})
        workflow.publish(self.story.article)
        self.assertEqual(self.titles(), [])

    def test_of_two_like_stories_the_nearer_in_time_stands_first(self):
        old = self.make("هيئة الموانئ الإقليمية", days=300)
        new = self.make("هيئة الموانئ الإقليمية", days=2)
        self.assertEqual(self.titles()[:2], [new.pk, old.pk])

    def test_what_was_withdrawn_is_gone(self):
        other = self.make("هيئة الموانئ الإقليمية")
        workflow.withdraw(other.article)
        self.assertNotIn(other.pk, self.titles())

    def test_one_query_however_many_lists(self):
        edition = Edition.objects.get(pk=self.story.pk)
        with self.assertNumQueries(1):
            related(edition)
