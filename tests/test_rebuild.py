"""Derived rows can always be made again from what people wrote."""

from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from articles import merging, workflow
from articles.models import Listing, Mention, Placement
from tests.makers import make_edition, make_entity, make_source, make_tag


class RebuildTests(TestCase):
    def rows(self):
        return (
            set(Placement.objects.values_list("list", "edition", "published_at")),
            set(Listing.objects.filter(size__gt=0).values_list("key", "size")),
            set(Mention.objects.values_list("article", "entity", "count")),
        )

    def test_after_a_merge_there_is_nothing_to_put_right(self):
        kept, gone = make_entity("مدينة المرسى"), make_entity("المرسى")
        source, twin = make_source("وكالة الساحل"), make_source("صحيفة المرفأ")
        body = "<p>ذكرت صحيفة المرفأ أن المرسى غرقت.</p><p>وقالت وكالة الساحل إن المطر توقف.</p>"
        for tags in (["طرق"], ["طرقات"], ["طرق", "طرقات"]):
            make_edition(tags=tags, body_ar=body)
        merging.merge(kept, gone)
        merging.merge(source, twin)
        merging.merge(make_tag("طرق"), make_tag("طرقات"))
        before = self.rows()
        call_command("rebuild", stdout=StringIO())
        self.assertEqual(self.rows(), before)

    def test_everything_that_was_lost_comes_back(self):
        make_entity("مدينة المرسى")
        make_edition(tags=["طرق"], body_ar="<p>طريق في مدينة المرسى.</p>")
        workflow.withdraw(make_edition().article)
        before = self.rows()
        Placement.objects.all().delete()
        Listing.objects.update(size=77)
        Mention.objects.all().delete()
        call_command("rebuild", stdout=StringIO())
        self.assertEqual(self.rows(), before)
