"""Feeds, sitemaps, robots, structured data: complete, plain for machines, never a draft."""

import json
import re
from xml.etree import ElementTree

from django.test import TestCase
from django.urls import reverse

from articles import workflow
from tests.makers import make_article, make_category, make_edition, make_source

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class FeedTests(TestCase):
    def test_the_feed_holds_what_is_live_newest_first(self):
        make_article(title_ar="مسودة لا تُرى")
        edition = make_edition(title_ar="ميزانية <2027> & أرقامها", lead_ar="كل بند منشور.")
        answer = self.client.get(reverse("home_feed"))
        self.assertEqual(answer.headers["Content-Type"], "application/rss+xml; charset=utf-8")
        items = ElementTree.fromstring(answer.content).findall("channel/item")
        self.assertEqual([item.findtext("title") for item in items], [edition.title])
        self.assertEqual(items[0].findtext("description"), "كل بند منشور.")
        self.assertEqual(items[0].findtext("pubDate"), "Fri, 26 Apr 2024 12:00:00 +0000")

    def test_every_list_has_a_feed(self):
        make_source("صحيفة المرفأ")
        edition = make_edition(tags=["طرق"], body_ar="<p>ذكرت صحيفة المرفأ أن الطريق فُتح.</p>")
        for address in (
            reverse("section_feed", args=[edition.section.path]),
            reverse("tag_feed", args=["طرق"]),
            reverse("source_feed", args=[edition.cited[0]["slug"]]),
        ):
            with self.subTest(address):
                self.assertContains(self.client.get(address), edition.title)

    def test_control_characters_do_not_break_a_feed(self):
        make_edition(title_ar="عنوان\x0b غريب")
        ElementTree.fromstring(self.client.get(reverse("home_feed")).content)


class SitemapTests(TestCase):
    def test_the_index_leads_to_every_live_edition(self):
        edition = make_edition()
        gone = make_edition()
        workflow.withdraw(gone.article)
        index = ElementTree.fromstring(self.client.get("/sitemap.xml").content)
        found = []
        for loc in index.iter(f"{SITEMAP}loc"):
            page = self.client.get(re.sub(r"^https?://[^/]+", "", loc.text))
            found += [
                row.text for row in ElementTree.fromstring(page.content).iter(f"{SITEMAP}loc")
            ]
        self.assertEqual([address.rpartition("/n/")[2].split("/")[0] for address in found],
                         [str(edition.article_id)])  # fmt: skip
        self.assertTrue(found[0].isascii())

    def test_robots_names_the_sitemap_and_hides_the_newsroom(self):
        text = self.client.get("/robots.txt").content.decode()
        self.assertIn("Sitemap: http", text)
        self.assertIn("Disallow: /admin/", text)


class StructuredDataTests(TestCase):
    def graph(self, edition):
        page = self.client.get(edition.get_absolute_url()).content.decode()
        block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        return json.loads(block[1])["@graph"]

    def test_an_article_is_described_with_what_it_rests_on(self):
        source = make_source("صحيفة المرفأ")
        top = make_category("أخبار")
        edition = make_edition(
            title_ar="طريق جديد",
            category=make_category("العالم", parent=top),
            citations=[
                {"source": source, "language": "ar", "passage": "قال رئيس البلدية",
                 "note": "العدد 7", "url": "https://almarfa.example/7"}
            ],
        )  # fmt: skip
        story, trail = self.graph(edition)
        self.assertEqual((story["@type"], story["headline"]), ("NewsArticle", "طريق جديد"))
        self.assertEqual(story["datePublished"], "2024-04-26T12:00:00+00:00")
        self.assertEqual(story["citation"][0]["url"], "https://almarfa.example/7")
        self.assertEqual(len(trail["itemListElement"]), 3)

    def test_nothing_in_the_text_can_end_the_block(self):
        edition = make_edition(title_ar="عنوان</script><script>alert(1)</script>")
        story, _trail = self.graph(edition)
        self.assertEqual(story["headline"], edition.title)
        page = self.client.get(edition.get_absolute_url()).content.decode()
        self.assertNotIn("<script>alert", page)
