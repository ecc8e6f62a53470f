"""A year, a month, a day of the archive and what is read most go out as feeds too."""

from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html as markup

from articles.publishing.formats import FORMATS
from articles.readership import count_read
from tests.feeds import FeedCase, in_format, make_story
from tests.makers import NOON, make_edition

PERIODS = ("/archive/2024/", "/archive/2024/04/", "/archive/2024/04/26/")
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


class ArchiveFeedTests(FeedCase):
    def setUp(self):
        cache.clear()
        self.edition = make_story()
        count_read(self.edition.article_id, "192.0.2.7", BROWSER)

    def pages(self):
        return [*PERIODS, "/most-read/", "/most-read/?days=1"]

    def feed_of(self, page):
        path, mark, query = page.partition("?")
        return f"{path}feed/{mark}{query}"

    def test_each_holds_its_stories_in_every_format_and_its_page_leads_to_it(self):
        for page in self.pages():
            head = markup.fromstring(self.client.get(page).content).find("head")
            named = set(head.xpath("link[@rel='alternate'][@type]/@href"))
            for form in FORMATS:
                with self.subTest(page, form=form):
                    address = in_format(self.feed_of(page), form)
                    self.assertIn(address, named)
                    text = self.get(self.feed_of(page), form).content.decode()
                    self.assertIn(f"/n/{self.edition.article_id}/", text)

    @override_settings(FEED_CONTENT="full")
    def test_each_costs_the_same_for_one_story_and_for_many(self):
        def cost(page):
            cache.clear()
            with CaptureQueriesContext(connection) as queries:
                self.get(self.feed_of(page))
            return len(queries)

        before = {page: cost(page) for page in self.pages()}
        for _number in range(5):
            count_read(make_edition(published_at=NOON).article_id, "192.0.2.7", BROWSER)
        self.assertEqual({page: cost(page) for page in self.pages()}, before)
        self.assertLessEqual(max(before.values()), 2)

    def test_a_period_without_stories_has_none(self):
        for path in ("/archive/2023/", "/archive/2024/05/", "/archive/2024/04/27/"):
            with self.subTest(path):
                self.assertEqual(self.client.get(f"{path}feed/").status_code, 404)
                self.assertNotIn("feed/ninjs/", self.client.get(path).content.decode())
        self.assertEqual(self.client.get("/archive/2024/13/feed/").status_code, 404)
        self.assertEqual(self.client.get("/most-read/feed/?days=2").status_code, 404)

    @override_settings(DIGITS="eastern", MONTH_NAMES="sy")
    def test_its_title_is_written_as_readers_read_days(self):
        address = reverse("archive_month_feed", args=[2024, 4])
        self.assertIn("الأرشيف: نيسان ٢٠٢٤", self.get(address).content.decode())
