"""Feeds page after page, and answered with nothing to who has them already."""

import json
import re
from datetime import timedelta

import feedparser
from django.conf import settings
from django.test import override_settings
from django.urls import reverse

from articles import workflow
from tests.feeds import FORMATS, PARSED, FeedCase, correct, in_format, make_story
from tests.makers import NOON, make_category, make_edition


class PageTests(FeedCase):
    @classmethod
    def setUpTestData(cls):
        cls.category = make_category()
        for number in range(23):
            make_edition(category=cls.category, published_at=NOON + timedelta(minutes=number))
        cls.address = reverse("section_feed", args=[cls.category.path])

    def test_each_format_leads_to_the_older_items(self):
        for form in FORMATS:
            with self.subTest(form):
                response = self.get(self.address, form)
                (next_url,) = re.findall("<(.*?)>", response.headers["Link"])
                if form in PARSED:
                    links = feedparser.parse(response.content).feed.links
                    self.assertIn(next_url, [one.href for one in links if one.rel == "next"])
                if form == "json":
                    self.assertEqual(json.loads(response.content)["next_url"], next_url)
                self.assertTrue(next_url.isascii())
                last = self.client.get(next_url.removeprefix(settings.SITE_URL))
                self.assertNotIn("Link", last.headers)
                self.assertEqual(last.status_code, 200)

    def test_a_page_names_itself_and_the_feed_keeps_its_name(self):
        first = self.parsed(self.address, "atom")
        (older,) = [one.href for one in first.feed.links if one.rel == "next"]
        second = feedparser.parse(self.client.get(older.removeprefix(settings.SITE_URL)).content)
        self.assertEqual(len(second.entries), 3)
        self.assertEqual(first.feed.id, second.feed.id)
        self.assertEqual([one.href for one in second.feed.links if one.rel == "self"], [older])


class ConditionalTests(FeedCase):
    def test_who_has_the_feed_already_gets_nothing_again(self):
        edition = make_story()
        for form in FORMATS:
            with self.subTest(form):
                address = in_format("/feed/", form)
                first = self.get("/feed/", form)
                again = self.client.get(address, headers={"If-None-Match": first.headers["ETag"]})
                self.assertEqual((again.status_code, again.content), (304, b""))
                since = {"If-Modified-Since": first.headers["Last-Modified"]}
                self.assertEqual(self.client.get(address, headers=since).status_code, 304)
        tags = {form: self.get("/feed/", form).headers["ETag"] for form in FORMATS}
        self.assertEqual(len(set(tags.values())), len(FORMATS))
        correct(edition)
        for form in FORMATS:
            with self.subTest(form, changed=True):
                old = {"If-None-Match": tags[form]}
                self.assertEqual(
                    self.client.get(in_format("/feed/", form), headers=old).status_code, 200
                )

    def test_a_withdrawn_story_changes_the_feed(self):
        edition = make_story()
        held = {"If-None-Match": self.get("/feed/").headers["ETag"]}
        workflow.withdraw(edition.article)
        response = self.client.get("/feed/", headers=held)
        self.assertEqual(response.status_code, 200)
        self.assertNotIn(edition.title, response.content.decode())
        self.assertNotIn("Last-Modified", response.headers)

    @override_settings(FEED_CONTENT="full")
    def test_what_a_feed_carries_is_part_of_what_it_is(self):
        make_story()
        whole = self.get("/feed/").headers["ETag"]
        with override_settings(FEED_CONTENT="summary"):
            self.assertNotEqual(self.get("/feed/").headers["ETag"], whole)
