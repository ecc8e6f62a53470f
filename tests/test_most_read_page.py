"""What is read most stands on a page of its own, over days that readers choose."""

from datetime import timedelta

from django.core.cache import cache
from django.test import TestCase
from django.utils import timezone
from lxml import html as markup

from articles import readership, workflow
from articles.models import ReadCount
from tests.makers import make_edition


class MostReadPageTests(TestCase):
    def setUp(self):
        cache.clear()
        self.today, self.week, self.old = (make_edition() for _number in range(3))
        for edition, reads, hours in (
            (self.today, 3, 1),
            (self.week, 50, 24 * 5),
            (self.old, 900, 24 * 9),
        ):
            hour = timezone.now() - timedelta(hours=hours)
            ReadCount.objects.create(article=edition.article, hour=hour, reads=reads)

    def titles(self, query=""):
        response = self.client.get(f"/most-read/{query}")
        self.assertEqual(response.status_code, 200)
        page = markup.fromstring(response.content.decode())
        return page.xpath("//div[contains(@class,'most--page')]//h2/a/text()")

    def test_the_last_three_days_unless_others_are_chosen(self):
        self.assertEqual(self.titles(), [self.today.title])
        self.assertEqual(self.titles("?days=1"), [self.today.title])
        self.assertEqual(self.titles("?days=7"), [self.week.title, self.today.title])

    def test_no_other_days_can_be_asked_for(self):
        for days in ("0", "2", "-1", "9999999", "٣", "x", "", "1.0", "\x00", "03"):
            with self.subTest(days):
                self.assertEqual(self.client.get("/most-read/", {"days": days}).status_code, 404)

    def test_it_is_counted_at_most_once_a_minute_for_each_choice(self):
        for days in readership.SPANS:
            readership.most_read("ar", days=days)
            with self.assertNumQueries(0):
                readership.most_read("ar", days=days)

    def test_a_withdrawn_story_leaves_every_ranking_at_once(self):
        self.titles("?days=7")
        with self.captureOnCommitCallbacks(execute=True):
            workflow.withdraw(self.week.article)
        self.assertEqual(self.titles("?days=7"), [self.today.title])

    def test_the_block_beside_a_story_leads_there(self):
        self.assertContains(self.client.get(self.today.get_absolute_url()), 'href="/most-read/"')

    def test_an_empty_ranking_says_so(self):
        response = self.client.get("/en/most-read/")
        self.assertContains(response, 'class="quiet"')
