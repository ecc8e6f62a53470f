"""Sitemaps lead to every page that readers have, in both languages, and to nothing else."""

from datetime import timedelta
from unittest import mock

from django.conf import settings
from django.test import TestCase, override_settings
from django.utils import timezone
from lxml import etree

from articles import workflow
from articles.models import Edition
from articles.views import sitemaps
from tests.feeds import HOSTILE, correct, lists_of, make_story
from tests.makers import make_edition, make_entity, make_page

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ISO = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"


class SitemapCase(TestCase):
    def read(self, address):
        """The root of a sitemap, after the checks that the protocol asks of every one."""
        response = self.client.get(address.removeprefix(settings.SITE_URL))
        self.assertEqual(response.status_code, 200, address)
        self.assertEqual(response.headers["Content-Type"], "application/xml; charset=utf-8")
        root = etree.fromstring(response.content)
        self.assertIn(root.tag, (f"{MAP}urlset", f"{MAP}sitemapindex"))
        child = "url" if root.tag == f"{MAP}urlset" else "sitemap"
        for row in root:
            self.assertEqual(row.tag, MAP + child)
            (loc,) = row.findall(f"{MAP}loc")
            self.assertTrue(loc.text.startswith(f"{settings.SITE_URL}/") and loc.text.isascii())
            for at in row.findall(f"{MAP}lastmod"):
                self.assertRegex(at.text, ISO)
        return root

    def all(self):
        """Every page that the index leads to, as {address: its row}."""
        found = {}
        for loc in self.read("/sitemap.xml").iter(f"{MAP}loc"):
            root = self.read(loc.text)
            if "news-sitemap" not in loc.text:
                self.assertGreater(len(root), 0, loc.text)
                for row in root:
                    self.assertNotIn(row.findtext(f"{MAP}loc"), found)
                    found[row.findtext(f"{MAP}loc")] = row
        return found


class PageTests(SitemapCase):
    def test_the_index_leads_to_every_story_and_every_list_that_has_one(self):
        edition = make_story()
        make_entity("اسم لم يُذكر")
        gone = make_edition()
        workflow.withdraw(gone.article)
        found = self.all()
        paths = {address.removeprefix(settings.SITE_URL) for address in found}
        stories = {path for path in paths if "/n/" in path}
        self.assertEqual({path.partition("/n/")[2].split("/")[0] for path in stories},
                         {str(edition.article_id)})  # fmt: skip
        self.assertEqual(len(stories), 2)  # one in each language
        pages = {page for page, _feed in lists_of(edition).values() if "/tag/" not in page}
        self.assertLessEqual(len(pages), len(paths))
        for path in paths:
            with self.subTest(path):
                self.assertEqual(self.client.get(path).status_code, 200)
        for kind in ("section", "topic", "source", "author"):
            with self.subTest(kind):
                self.assertTrue(any(path.startswith(f"/{kind}/") for path in paths))
        self.assertEqual(sum(path.startswith("/section/") for path in paths), 2)
        self.assertEqual(sum("/topic/" in path for path in paths), 2)
        self.assertFalse(any("/source/" in path for path in paths if path.startswith("/en/")))
        self.assertLessEqual({"/", "/en/", "/corrections/"}, paths)

    def test_each_language_names_the_other_and_itself(self):
        edition = make_story()
        found = self.all()
        ours = next(a for a in found if f"/n/{edition.article_id}/" in a and "/en/" not in a)
        theirs = next(a for a in found if f"/en/n/{edition.article_id}/" in a)
        for address in (ours, theirs):
            with self.subTest(address):
                links = {one.get("hreflang"): one.get("href") for one in found[address].iter(LINK)}
                self.assertEqual(links, {"ar": ours, "en": theirs, "x-default": ours})

    def test_a_story_in_one_language_names_no_other(self):
        edition = make_story(title_en="", body_en="")
        (row,) = [
            row for address, row in self.all().items() if f"/n/{edition.article_id}/" in address
        ]
        self.assertEqual(list(row.iter(LINK)), [])

    def test_the_picture_of_a_story_stands_beside_its_address(self):
        edition = make_story(title_en="", body_en="")
        picture = {"src": "/media/رصيف&.webp", "width": 1, "height": 1, "alt": "", "srcset": ""}
        Edition.objects.filter(pk=edition.pk).update(picture=picture)
        (row,) = [
            row for address, row in self.all().items() if f"/n/{edition.article_id}/" in address
        ]
        self.assertEqual(
            row.findtext(f"{IMAGE}image/{IMAGE}loc"),
            f"{settings.SITE_URL}/media/%D8%B1%D8%B5%D9%8A%D9%81&.webp",
        )

    def test_a_range_without_anything_is_no_sitemap(self):
        make_story()
        for path in ("ar-9999", "ar-99999999999999999999", "xx-0", "ar-entity-9999", "ar-nothing-0",
                     "ar-standing-1", "xx-standing-0"):  # fmt: skip
            with self.subTest(path):
                self.assertEqual(self.client.get(f"/sitemap-{path}.xml").status_code, 404)

    def test_an_empty_newsroom_has_its_lists_of_lists(self):
        self.assertEqual(len(self.all()), len(sitemaps.STANDING) * 2)

    def test_a_standing_page_stands_in_the_languages_that_it_is_written_in(self):
        make_page("about", title_en="", body_en="")
        found = self.all()
        self.assertIn(f"{settings.SITE_URL}/about/", found)
        self.assertNotIn(f"{settings.SITE_URL}/en/about/", found)

    def test_ranges_are_bounded_and_only_full_ones_are_named(self):
        first = make_story(title_en="", body_en="")
        # The story is the first of the second range, and nothing is in the first.
        with mock.patch.object(sitemaps, "PER_PAGE", first.pk):
            found = self.all()
            names = [one.text for one in self.read("/sitemap.xml").iter(f"{MAP}loc")]
        self.assertEqual(len([a for a in found if f"/n/{first.article_id}/" in a]), 1)
        self.assertIn(f"{settings.SITE_URL}/sitemap-ar-1.xml", names)
        self.assertNotIn(f"{settings.SITE_URL}/sitemap-ar-0.xml", names)
        self.assertNotIn(f"{settings.SITE_URL}/sitemap-en-1.xml", names)

    def test_a_sitemap_asks_as_much_for_one_page_as_for_many(self):
        edition = make_story()
        ranges = [one // sitemaps.PER_PAGE for one in (edition.pk, edition.entity_ids[0])]
        for path in (f"/sitemap-ar-{ranges[0]}.xml", f"/sitemap-ar-entity-{ranges[1]}.xml"):
            with self.subTest(path), self.assertNumQueries(1):
                self.client.get(path)
        with self.assertNumQueries(2):
            self.client.get("/news-sitemap.xml")


class NewsTests(SitemapCase):
    def fresh(self, hours=1, **values):
        at = timezone.now() - timedelta(hours=hours)
        return make_story(published_at=at, **values)

    def test_it_holds_what_both_languages_published_in_two_days(self):
        self.fresh(hours=50, title_ar="خبر أول من أمس")
        self.assertEqual(len(self.read("/news-sitemap.xml")), 0)

    @override_settings(DIGITS="eastern", MONTH_NAMES="sy")
    def test_each_story_says_whose_it_is_in_which_language_and_when(self):
        edition = self.fresh()
        rows = self.read("/news-sitemap.xml").findall(f"{MAP}url/{NEWS}news")
        said = {
            row.findtext(f"{NEWS}publication/{NEWS}language"): (
                row.findtext(f"{NEWS}publication/{NEWS}name"),
                row.findtext(f"{NEWS}title"),
            )
            for row in rows
        }
        self.assertEqual(
            said,
            {"ar": (settings.SITE_NAME, edition.title),
             "en": (settings.SITE_NAME_EN, "A new road in Marsa")},
        )  # fmt: skip
        for row in rows:
            self.assertRegex(row.findtext(f"{NEWS}publication_date"), ISO)

    def test_a_day_that_nobody_stated_is_not_news(self):
        edition = self.fresh()
        Edition.objects.filter(pk=edition.pk).update(date_is_stand_in=True)
        titles = [one.text for one in self.read("/news-sitemap.xml").iter(f"{NEWS}title")]
        self.assertEqual(titles, ["A new road in Marsa"])

    def test_the_newest_thousand_are_enough(self):
        edition = self.fresh(title_en="", body_en="")
        other = make_edition(published_at=timezone.now() - timedelta(hours=2))
        most, sitemaps.MOST_NEWS = sitemaps.MOST_NEWS, 1
        self.addCleanup(setattr, sitemaps, "MOST_NEWS", most)
        titles = [one.text for one in self.read("/news-sitemap.xml").iter(f"{NEWS}title")]
        self.assertEqual(titles, [edition.title])
        self.assertNotIn(other.title, titles)

    def test_no_title_breaks_it(self):
        correct(self.fresh(title_ar=HOSTILE))
        titles = [one.text for one in self.read("/news-sitemap.xml").iter(f"{NEWS}title")]
        self.assertTrue(any("]]>" in title and "\x0b" not in title for title in titles))
