"""Every address that a page of the demo site names leads where it says."""

import re
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.test import TestCase, override_settings

from tests import crawl, demo_site

FEWEST_PAGES = 250
FEWEST_PICTURES = 40
OPENED = {"http", "https", "mailto"}
# Addresses that people or scripts write to, and the newsroom's own.
NOT_READ = re.compile(r"(?:/en)?/(?:count|admin)/")
SEARCH = re.compile(r"(?:/en)?/search/")


class LinkTests(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(override_settings(MEDIA_ROOT=cls.folder()))
        super().setUpClass()

    @classmethod
    def folder(cls):
        return Path(cls.enterClassContext(tempfile.TemporaryDirectory()))

    @classmethod
    def setUpTestData(cls):
        demo_site.fill_with()

    def get(self, path):
        response = self.client.get(path)
        content = b"".join(response)
        kind = response.headers.get("Content-Type", "")
        is_text = "image" not in kind and "font" not in kind
        text = content.decode() if is_text else ""
        return crawl.Answer(response.status_code, kind, text, response.headers.get("Location", ""))

    def test_every_link_picture_file_feed_and_place_on_a_page_is_there(self):
        # A search is looked at from any page, but not from another search: those never end.
        walked = crawl.walk(
            self.get,
            ["/", "/en/", "/robots.txt", "/sitemap.xml"],
            settings.SITE_URL,
            lambda path, on: (
                not (NOT_READ.match(path) or (SEARCH.match(path) and SEARCH.match(on)))
            ),
        )
        self.assertFalse(walked.is_cut)
        self.assertEqual(walked.broken({"/favicon.ico": 302}), [])
        self.assertGreater(len(walked.pages), FEWEST_PAGES)
        kinds = [answer.content_type for answer in walked.answers.values()]
        for start, least in (
            ("image/", FEWEST_PICTURES), ("text/css", 1), ("text/javascript", 2), ("font/", 3),
            ("application/rss+xml", 100), ("application/xml", 3),
        ):  # fmt: skip
            with self.subTest(start):
                self.assertGreaterEqual(len([k for k in kinds if k.startswith(start)]), least)
        self.assertGreater(len(walked.fragments), 100)
        schemes = {
            url: on for url, on in walked.outside.items() if urlsplit(url).scheme not in OPENED
        }
        self.assertEqual(schemes, {})
        self.assertEqual([url for url in walked.outside if not is_whole(url)], [])


def is_whole(url):
    parts = urlsplit(url)
    return parts.scheme == "mailto" or bool(parts.hostname and "." in parts.hostname)
