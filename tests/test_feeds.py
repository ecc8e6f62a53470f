"""Feeds of every list in every format: read back as a reader's program would, never a draft."""

import re
from xml.etree import ElementTree

from django.conf import settings
from django.test import override_settings
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from articles import workflow
from articles.models import Edition
from articles.text.direction import isolate_runs
from tests.feeds import (
    CONTENT_TYPES,
    FORMATS,
    HOSTILE,
    PARSED,
    FeedCase,
    correct,
    in_format,
    lists_of,
    make_story,
)
from tests.makers import make_article, make_category, make_edition

ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", re.ASCII)


def json_feed_faults(feed):
    """What JSON Feed 1.1 requires and a feed lacks."""
    faults = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        faults.append("version")
    if not (isinstance(feed.get("title"), str) and feed["title"]):
        faults.append("title")
    if not isinstance(feed.get("items"), list):
        return [*faults, "items"]
    for name in ("home_page_url", "feed_url", "next_url", "icon"):
        if name in feed and not feed[name].startswith("http"):
            faults.append(name)
    for item in feed["items"]:
        if not (isinstance(item.get("id"), str) and item["id"]):
            faults.append("item.id")
        if not ({"content_html", "content_text"} & item.keys()):
            faults.append("item.content")
        for name in ("date_published", "date_modified"):
            if name in item and not ISO.fullmatch(item[name]):
                faults.append(f"item.{name}")
        if not all(author.get("name") or author.get("url") for author in item.get("authors", [])):
            faults.append("item.authors")
        if not all(isinstance(tag, str) for tag in item.get("tags", [])):
            faults.append("item.tags")
    return faults


class EveryListTests(FeedCase):
    def test_every_list_is_read_back_from_every_format(self):
        make_article(title_ar="مسودة لا تُرى")
        edition = make_story()
        for name, (page, address) in lists_of(edition).items():
            for form in PARSED:
                with self.subTest(name, form=form):
                    found = self.parsed(address, form)
                    self.assertEqual([one.title for one in found.entries], [edition.title])
                    (entry,) = found.entries
                    self.assertEqual(entry.id, settings.SITE_URL + edition.short_url)
                    self.assertEqual(self.client.get(entry.link).status_code, 200)
                    self.assertIn("سلمى الحداد", [one.name for one in entry.authors])
                    self.assertIn("طرق", [one.term for one in entry.tags])
                    self.assertEqual(entry.published_parsed[:5], (2024, 4, 26, 12, 0))
                    self.assertEqual(found.feed.language, "ar")
            with self.subTest(name, form="json"):
                feed = self.json(address)
                self.assertEqual(json_feed_faults(feed), [])
                self.assertEqual([one["title"] for one in feed["items"]], [edition.title])
                self.assertEqual(feed["home_page_url"], settings.SITE_URL + iri_to_uri(page))
            with self.subTest(name, form="ninjs"):
                (story,) = self.json(address, "ninjs")["associations"]
                self.assertEqual(story["headlines"][0]["value"], edition.title)
                self.assertEqual(story["places"][0]["name"], "مدينة المرسى")
                self.assertIn("صحيفة المرفأ", [one["name"] for one in story["infoSources"]])

    def test_the_english_lists_have_feeds_of_their_own(self):
        edition = make_story()
        for form in PARSED:
            with self.subTest(form):
                found = self.parsed("/en/feed/", form)
                self.assertEqual([one.title for one in found.entries], ["A new road in Marsa"])
                self.assertEqual(found.feed.language, "en")
                self.assertIn("/en/n/", found.entries[0].id)
        self.assertEqual(self.json("/en/feed/")["items"][0]["language"], "en")
        self.assertEqual(self.json("/en/feed/", "ninjs")["associations"][0]["language"], "en")
        self.assertTrue(edition.alternates)

    def test_an_empty_list_is_a_feed_all_the_same(self):
        category = make_category()
        for address in (reverse("section_feed", args=[category.path]), "/corrections/feed/",
                        "/search/feed/?q=ديناصور", "/en/feed/"):  # fmt: skip
            for form in PARSED:
                with self.subTest(address, form=form):
                    self.assertEqual(self.parsed(address, form).entries, [])
            with self.subTest(address, form="json"):
                feed = self.json(address)
                self.assertEqual((json_feed_faults(feed), feed["items"]), ([], []))
            with self.subTest(address, form="ninjs"):
                self.assertEqual(self.json(address, "ninjs")["associations"], [])

    def test_an_unknown_format_is_no_page(self):
        for form in ("xml", "RSS", "rss", "__init__"):
            with self.subTest(form):
                self.assertEqual(self.client.get(f"/feed/{form}/").status_code, 404)

    def test_search_has_every_format_and_stays_out_of_search_engines(self):
        edition = make_story()
        for form in FORMATS:
            with self.subTest(form):
                response = self.get("/search/feed/?q=المرسى", form)
                self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
                self.assertIn(edition.title, response.content.decode())

    def test_corrections_have_every_format(self):
        edition = correct(make_story())
        for form in PARSED:
            with self.subTest(form):
                (entry,) = self.parsed("/corrections/feed/", form).entries
                self.assertEqual(entry.title, f"تصحيح: {edition.title}")
                self.assertEqual(entry.summary, "طول الطريق 12 كم، لا 21.")
                self.assertIn("#c", entry.link)
        self.assertEqual(json_feed_faults(self.json("/corrections/feed/")), [])
        (note,) = self.json("/corrections/feed/", "ninjs")["associations"]
        self.assertEqual(note["descriptions"][0]["value"], "طول الطريق 12 كم، لا 21.")


class ContentTests(FeedCase):
    def test_a_summary_is_plain_text_in_each_format(self):
        make_edition(title_ar="ميزانية <2027> & أرقامها", lead_ar="أقل من <مليون> & أكثر.")
        rss = ElementTree.fromstring(self.get("/feed/").content).find("channel/item")
        self.assertEqual(rss.findtext("title"), "ميزانية <2027> & أرقامها")
        # A reading program takes the description of RSS for HTML.
        self.assertEqual(rss.findtext("description"), "أقل من &lt;مليون&gt; &amp; أكثر.")
        (entry,) = self.parsed("/feed/", "atom").entries
        self.assertEqual(entry.title_detail.type, "text/plain")
        self.assertEqual(entry.summary, "أقل من <مليون> & أكثر.")
        (item,) = self.json("/feed/")["items"]
        self.assertEqual(item["content_text"], "أقل من <مليون> & أكثر.")
        self.assertNotIn("content_html", item)
        self.assertNotIn(b"content:encoded>", self.get("/feed/").content)

    @override_settings(FEED_CONTENT="full")
    def test_a_whole_text_stands_alone(self):
        correct(make_story())
        rss, atom = (self.parsed("/feed/", form).entries[0].content[0].value for form in PARSED)
        (item,) = self.json("/feed/")["items"]
        (story,) = self.json("/feed/", "ninjs")["associations"]
        self.assertEqual({rss, atom, item["content_html"], story["bodies"][0]["value"]}, {rss})
        self.assertIn(f'<a href="{settings.SITE_URL}/n/1/" rel="noopener">ما سبق</a>', rss)
        self.assertIn(f'<a href="{settings.SITE_URL}/topic/', rss)
        self.assertRegex(rss, r'<sup><a href="http[^"]+#s1">1</a></sup>')
        self.assertEqual(re.findall(r'(?:href|src)="(?!https?:)', rss), [])
        self.assertTrue(rss.endswith("<p><strong>تصحيح</strong> طول الطريق 12 كم، لا 21.</p>"))
        self.assertEqual(story["representationType"], "full")

    def test_what_readers_were_told_goes_out_where_the_format_has_a_place(self):
        correct(make_story())
        (item,) = self.json("/feed/")["items"]
        self.assertEqual(item["_newsroom"]["notes"][0]["text"], "طول الطريق 12 كم، لا 21.")
        (story,) = self.json("/feed/", "ninjs")["associations"]
        self.assertEqual(story["edNote"], "تصحيح: طول الطريق 12 كم، لا 21.")
        self.assertEqual(story["version"], "2")
        (entry,) = self.parsed("/feed/", "atom").entries
        self.assertGreater(entry.updated_parsed, entry.published_parsed)

    def test_the_address_of_an_item_changes_and_its_id_does_not(self):
        edition = make_story()
        before = self.parsed("/feed/").entries[0]
        workflow.edit(edition.article, {"title_ar": "الطريق الجديد يفتح"})
        workflow.publish(edition.article, act="minor")
        after = self.parsed("/feed/").entries[0]
        self.assertEqual(before.id, after.id)
        self.assertNotEqual(before.link, after.link)

    def test_a_picture_goes_out_with_its_type_and_its_size(self):
        edition = make_story()
        picture = {"src": "/media/renditions/a.webp", "srcset": "", "width": 1200, "height": 800,
                   "alt": "رصيف <الميناء>", "caption": "", "credit": "رسم: هدى"}  # fmt: skip
        Edition.objects.filter(pk=edition.pk).update(picture=picture)
        url = f"{settings.SITE_URL}/media/renditions/a.webp"
        (media,) = self.parsed("/feed/").entries[0].media_content
        self.assertEqual((media["url"], media["type"], media["width"]), (url, "image/webp", "1200"))
        (enclosure,) = self.parsed("/feed/", "atom").entries[0].enclosures
        self.assertEqual((enclosure["href"], enclosure["type"]), (url, "image/webp"))
        self.assertEqual(self.json("/feed/")["items"][0]["image"], url)
        (shown,) = self.json("/feed/", "ninjs")["associations"][0]["associations"]
        self.assertEqual(shown["renditions"][0]["height"], 800)
        self.assertEqual(shown["by"], "رسم: هدى")


class HostileTests(FeedCase):
    @override_settings(FEED_CONTENT="full")
    def test_no_title_breaks_a_feed_or_becomes_markup(self):
        make_story(title_ar=HOSTILE, lead_ar=HOSTILE, dateline_ar=HOSTILE[:60])
        legal = re.sub("[\x0b\x1b\ufffe]", "", HOSTILE)
        for form in PARSED:
            with self.subTest(form):
                ElementTree.fromstring(self.get("/feed/", form).content)
        (item,) = ElementTree.fromstring(self.get("/feed/").content).findall("channel/item")
        self.assertEqual(item.findtext("title"), isolate_runs(legal))
        self.assertEqual(self.json("/feed/")["items"][0]["title"], isolate_runs(legal))
        self.assertEqual(self.json("/feed/", "ninjs")["associations"][0]["name"], legal)

    def test_no_address_breaks_a_feed(self):
        make_story()
        for query in ("?x=<script>", "?q=]]>&amp;", "?%0b=%00", "?q=\u202e", "?after=<b>"):
            for form in FORMATS:
                with self.subTest(query, form=form):
                    for base in ("/feed/", "/search/feed/"):
                        response = self.client.get(in_format(base + query, form))
                        self.assertIn(response.status_code, (200, 404))
                        if response.status_code == 200 and form in PARSED:
                            ElementTree.fromstring(response.content)
                        self.assertNotIn(b"<script>", response.content)


class MachineFieldTests(FeedCase):
    @override_settings(DIGITS="eastern", MONTH_NAMES="sy", FEED_CONTENT="full")
    def test_dates_and_numbers_are_for_machines_whatever_readers_see(self):
        correct(make_story())
        rss = self.get("/feed/").content.decode()
        self.assertIn("<pubDate>Fri, 26 Apr 2024 12:00:00 +0000</pubDate>", rss)
        self.assertIn('rel="self"', rss)
        atom = self.get("/feed/", "atom").content.decode()
        self.assertIn("<published>2024-04-26T12:00:00+00:00</published>", atom)
        (item,) = self.json("/feed/")["items"]
        self.assertEqual(item["date_published"], "2024-04-26T12:00:00+00:00")
        (story,) = self.json("/feed/", "ninjs")["associations"]
        self.assertEqual(story["firstCreated"], "2024-04-26T12:00:00+00:00")
        self.assertTrue(story["bodies"][0]["wordCount"] > 5)
        for form in FORMATS:
            with self.subTest(form):
                self.assertNotRegex(self.get("/feed/", form).content.decode(), "[٠-٩]")


class HeadTests(FeedCase):
    def test_each_list_announces_its_feeds_in_its_head_and_beside_it(self):
        for page, feed in lists_of(make_story()).values():
            text = self.client.get(page).content.decode()
            for form in FORMATS:
                with self.subTest(page, form=form):
                    kind = CONTENT_TYPES[form].partition(";")[0]
                    self.assertRegex(
                        text,
                        f'<link rel="alternate" type="{re.escape(kind)}" title="[^"]+" '
                        f'href="{re.escape(in_format(feed, form))}">',
                    )
            if page != reverse("home"):
                self.assertIn(f'<a href="{in_format(feed, "atom")}"', text)
                self.assertIn(f'<a href="{in_format(feed, "json")}"', text)
