"""Where machines may go, and whom they tell of a hole."""

from datetime import UTC, datetime, timedelta
from urllib.robotparser import RobotFileParser

from django.conf import settings
from django.test import TestCase, override_settings

SECURITY = "/.well-known/security.txt"


def fields(text):
    return [tuple(line.split(": ", 1)) for line in text.splitlines()]


class RobotsTests(TestCase):
    def setUp(self):
        self.text = self.client.get("/robots.txt").content.decode()
        self.rules = RobotFileParser()
        self.rules.parse(self.text.splitlines())

    def test_the_newsroom_and_searching_are_not_for_machines(self):
        for path in ("/admin/", "/admin/articles/", "/search/?q=x", "/en/search/?q=x",
                     "/search/suggest/?q=x"):  # fmt: skip
            with self.subTest(path):
                self.assertFalse(self.rules.can_fetch("Somebot", settings.SITE_URL + path))

    def test_pages_and_feeds_are(self):
        for path in ("/", "/en/", "/n/7/x/", "/feed/", "/feed/atom/", "/section/a/feed/json/",
                     "/search/feed/?q=x", "/search/feed/atom/?q=x", "/en/search/feed/?q=x",
                     "/corrections/", "/media/a.webp"):  # fmt: skip
            with self.subTest(path):
                self.assertTrue(self.rules.can_fetch("Somebot", settings.SITE_URL + path))

    def test_both_sitemaps_are_named_and_are_there(self):
        found = self.rules.site_maps()
        self.assertEqual(len(found), 2)
        for address in found:
            with self.subTest(address):
                self.assertTrue(address.startswith(settings.SITE_URL))
                path = address.removeprefix(settings.SITE_URL)
                self.assertEqual(self.client.get(path).status_code, 200)


class SecurityTests(TestCase):
    @override_settings(SECURITY_CONTACT=["mailto:security@news.example", "https://news.example/s"])
    def test_it_says_what_the_standard_requires(self):
        response = self.client.get(SECURITY)
        self.assertEqual(response.headers["Content-Type"], "text/plain; charset=utf-8")
        found = fields(response.content.decode())
        self.assertEqual(
            [value for name, value in found if name == "Contact"],
            ["mailto:security@news.example", "https://news.example/s"],
        )
        (until,) = [value for name, value in found if name == "Expires"]
        left = datetime.fromisoformat(until) - datetime.now(UTC)
        self.assertTrue(timedelta(days=30) < left < timedelta(days=365))
        self.assertIn(("Canonical", settings.SITE_URL + SECURITY), found)
        self.assertIn(("Preferred-Languages", "ar, en"), found)

    @override_settings(SECURITY_CONTACT=["mailto:a@b.example"])
    def test_the_address_at_the_top_leads_there(self):
        self.assertRedirects(self.client.get("/security.txt"), SECURITY, status_code=301)

    @override_settings(SECURITY_CONTACT=[])
    def test_without_a_contact_there_is_none(self):
        for address in (SECURITY, "/security.txt"):
            with self.subTest(address):
                self.assertEqual(self.client.get(address).status_code, 404)
