"""What readers are told of changes: on the story, in the list of corrections, in its feed."""

import json
import re
from datetime import timedelta
from unittest import mock

from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from lxml import etree
from lxml import html as markup

from articles import workflow
from articles.models import Act, Correction
from articles.states import State
from articles.text.direction import isolate_runs
from articles.views import corrections
from tests.makers import NOON, make_ready, make_user

LIST, FEED = "/corrections/", "/corrections/feed/"
TEXT = "<p>أظهرت النشرة أن الموانئ استقبلت 418 ألف حاوية، بزيادة {}% على العام الماضي.</p>"


def words(element):
    return re.sub(r"\s+", " ", element.text_content()).strip()


class CorrectionPagesCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("managing_editor")

    def setUp(self):
        cache.clear()

    def corrected(self, sentence="الزيادة 23.5% لا 32.5%.", act=Act.CORRECTION, at=NOON, **values):
        """A story that was published and then corrected; return its edition."""
        article = make_ready(State.PUBLISHED, body_ar=TEXT.format("32.5"), **values)
        workflow.edit(article, {"body_ar": TEXT.format("23.5")}, by=self.editor)
        return workflow.publish(
            article, by=self.editor, act=act, sentences={"ar": sentence}, moment=at
        )[0]

    def get(self, address, status=200):
        response = self.client.get(address)
        self.assertEqual(response.status_code, status)
        return response

    def page(self, address, status=200):
        return markup.fromstring(self.get(address, status).content.decode())


class StoryTests(CorrectionPagesCase):
    def test_a_correction_shows_on_its_story_with_its_date(self):
        edition = self.corrected("الزيادة 23.5% لا 32.5%، بحسب Harbor Ledger.")
        page = self.page(edition.get_absolute_url())
        (notice,) = page.xpath("//li[contains(@class,'fix--correction')]")
        self.assertIn("الزيادة 23.5% لا 32.5%", words(notice))
        self.assertEqual(notice.xpath(".//time/@datetime"), ["2024-04-26T15:00+03:00"])
        self.assertEqual(notice.xpath(".//bdi/@lang"), ["en"])
        self.assertEqual(notice.get("id"), f"c{Correction.objects.get().pk}")

    def test_the_head_of_the_story_says_so_and_leads_there(self):
        edition = self.corrected()
        page = self.page(edition.get_absolute_url())
        (link,) = page.xpath("//div[@class='byline']//a[starts-with(@href,'#c')]")
        self.assertTrue(page.xpath(f"//*[@id='{link.get('href')[1:]}']"))

    def test_an_update_without_a_sentence_says_only_when(self):
        edition = self.corrected("", act=Act.UPDATE)
        (notice,) = self.page(edition.get_absolute_url()).xpath("//li[@class='fix fix--update']")
        self.assertEqual(notice.xpath(".//strong"), [])
        self.assertTrue(notice.xpath(".//time"))

    def test_a_sentence_is_text_and_never_markup(self):
        edition = self.corrected("الصحيح <script>alert(1)</script> & «كذا»")
        body = self.get(edition.get_absolute_url()).content.decode()
        self.assertNotIn("<script>alert", body)
        self.assertNotIn("<script>alert", self.get(LIST).content.decode())

    def test_machines_are_told_of_it(self):
        edition = self.corrected()
        page = self.page(edition.get_absolute_url())
        (block,) = page.xpath("//script[@type='application/ld+json']/text()")
        story = json.loads(block)["@graph"][0]
        (told,) = story["correction"]
        self.assertEqual(told["@type"], "CorrectionComment")
        self.assertEqual(told["text"], "الزيادة 23.5% لا 32.5%.")
        self.assertEqual(told["datePublished"], "2024-04-26T12:00:00+00:00")
        self.assertEqual(story["dateModified"], told["datePublished"])

    def test_a_story_without_changes_says_nothing_of_any(self):
        (edition,) = workflow.publish(make_ready())
        page = self.page(edition.get_absolute_url())
        self.assertEqual(page.xpath("//*[contains(@class,'fix')]"), [])
        self.assertNotIn('"correction"', self.get(edition.get_absolute_url()).content.decode())


class ListTests(CorrectionPagesCase):
    def test_the_list_shows_day_hour_sentence_and_story_newest_first(self):
        old = self.corrected("الصحيح أن المشروع بدأ العام الماضي.", at=NOON)
        new = self.corrected("الصحيح 42 عبّارة.", at=NOON + timedelta(days=1))
        page = self.page(LIST)
        self.assertEqual(
            [words(one) for one in page.xpath("//main//h2")][:2],
            ["27 أبريل 2024", "26 أبريل 2024"],
        )
        rows = page.xpath("//div[@class='mended']//li")
        self.assertIn("الصحيح 42 عبّارة.", words(rows[0]))
        self.assertIn(new.title, words(rows[0]))
        links = [row.xpath(".//a/@href")[0] for row in rows]
        self.assertEqual(
            [link.rpartition("#")[0] for link in links],
            [new.get_absolute_url(), old.get_absolute_url()],
        )

    def test_updates_stand_on_their_story_and_not_in_the_list(self):
        self.corrected("عاد الخط الثالث.", act=Act.UPDATE)
        self.corrected("لم يكن القصد خفض الرسوم كلها.", act=Act.CLARIFICATION)
        page = self.page(LIST)
        self.assertEqual(len(page.xpath("//div[@class='mended']//li")), 1)
        self.assertIn("لم يكن القصد", words(page))

    def test_an_empty_list_says_so(self):
        self.assertEqual(self.page(LIST).xpath("//div[@class='mended']"), [])
        self.assertTrue(self.page("/en/corrections/").xpath("//p[@class='quiet']"))

    def test_every_page_leads_to_the_list(self):
        self.assertTrue(self.page("/").xpath(f"//footer//a[@href='{LIST}']"))
        self.assertTrue(self.page("/en/").xpath(f"//footer//a[@href='/en{LIST}']"))

    def test_an_arabic_correction_does_not_stand_in_the_english_list(self):
        self.corrected()
        self.assertEqual(self.page("/en/corrections/").xpath("//div[@class='mended']"), [])

    def test_older_ones_are_a_page_further_and_none_is_lost_or_doubled(self):
        """Three of the seven were made in one transaction and share their moment."""
        for number in range(7):
            self.corrected(f"الصحيح {number}.", at=NOON + timedelta(minutes=min(number, 4)))
        seen, address = [], LIST
        with mock.patch.object(corrections, "SIZE", 3):
            while address:
                page = self.page(address)
                seen += [words(one) for one in page.xpath("//p[@class='mended__says']")]
                address = next(iter(page.xpath("//a[@rel='next']/@href")), None)
        self.assertEqual(len(seen), 7)
        self.assertEqual(sorted(seen), [f"الصحيح {number}." for number in range(7)])

    def test_a_garbled_place_in_the_list_is_no_page(self):
        for place in ("x", "1-", "-1", "zzzzzzzzzzzzzzzz-1"):
            self.get(f"{LIST}?after={place}", 404)

    def test_the_feed_has_each_with_its_own_address_and_hour(self):
        edition = self.corrected()
        response = self.get(FEED)
        self.assertEqual(response["Content-Type"], "application/rss+xml; charset=utf-8")
        (item,) = etree.fromstring(response.content).iter("item")
        self.assertIn(edition.title, item.findtext("title"))
        shown = isolate_runs("الزيادة 23.5% لا 32.5%.")
        self.assertEqual(item.findtext("description"), shown)
        self.assertTrue(item.findtext("guid").endswith(f"#c{Correction.objects.get().pk}"))
        self.assertEqual(item.findtext("pubDate"), "Fri, 26 Apr 2024 12:00:00 +0000")


class CostTests(CorrectionPagesCase):
    def cost(self, address):
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            self.get(address)
        return len(queries)

    def test_the_list_and_its_feed_cost_the_same_however_many_there_are(self):
        self.corrected()
        before = [self.cost(address) for address in (LIST, FEED)]
        for number in range(4):
            self.corrected(at=NOON + timedelta(hours=number))
        self.assertEqual([self.cost(address) for address in (LIST, FEED)], before)
        # Sections, corrections, the standing pages of the footer, whether something is breaking.
        self.assertLessEqual(before[0], 4)
        self.assertEqual(before[1], 1)

    def test_the_list_is_one_range_of_its_index_also_far_down(self):
        edition = self.corrected()
        Correction.objects.bulk_create(
            Correction(
                article_id=edition.article_id,
                edition=edition,
                language="ar",
                kind=kind,
                sentence="الصحيح كذا.",
                number=2,
                at=NOON - timedelta(minutes=number),
                stands=number % 3 > 0,
            )
            for number in range(3_000)
            for kind in ("correction", "update")
        )
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_correction")
        for before in (None, (NOON - timedelta(minutes=2_500), 10**9)):
            rows = Correction.objects.listed("ar", before).with_stories()[:31]
            plan = rows.explain(analyze=True)
            with self.subTest(before=before):
                self.assertIn("correction_list_idx", plan)
                self.assertNotIn("Sort", plan)
                self.assertNotIn("Seq Scan on articles_correction", plan)
                # As many rows are read as are shown, and no others thrown away.
                self.assertNotRegex(plan, r"Rows Removed by Filter: [1-9]\d")

    def test_the_page_of_a_corrected_story_costs_no_query_more(self):
        plain = make_ready(State.PUBLISHED).editions.get()
        told = self.corrected()
        self.assertEqual(self.cost(told.get_absolute_url()), self.cost(plain.get_absolute_url()))
