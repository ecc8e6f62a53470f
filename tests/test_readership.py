"""Readings are counted without knowing readers; machines and doubles do not count."""

from datetime import timedelta
from unittest import mock

from django.core.cache import cache
from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from articles import readership
from articles.models import Edition, ReadCount, ReadMark
from tests.makers import make_edition

BROWSER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
MACHINES = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "WhatsApp/2.23.20.0 A",
    "curl/8.5.0",
    "python-requests/2.32.0 and some more",
    "",
)


class CountingTests(TestCase):
    def setUp(self):
        cache.clear()
        self.edition = make_edition()
        self.address = reverse("count_read", args=[self.edition.article_id])

    def reads(self):
        return sum(ReadCount.objects.values_list("reads", flat=True))

    def report(self, address=None, **headers):
        headers = {"user-agent": BROWSER, "sec-fetch-site": "same-origin"} | headers
        return self.client.post(address or self.address, headers=headers)

    def test_a_reading_counts_once_and_sets_no_cookie(self):
        for _time in range(3):
            response = self.report()
            self.assertEqual((response.status_code, response.content), (200, b""))
            self.assertFalse(response.cookies)
        self.assertEqual(self.reads(), 1)

    def test_another_reader_counts_too(self):
        self.report()
        self.client.post(self.address, headers={"user-agent": BROWSER}, REMOTE_ADDR="198.51.100.9")
        self.assertEqual(self.reads(), 2)

    def test_behind_a_proxy_each_reader_counts_and_an_invented_address_does_not(self):
        with override_settings(BEHIND_PROXY=True):
            for told in ("198.51.100.1", "198.51.100.2", "203.0.113.9, 198.51.100.2"):
                self.report(**{"x-forwarded-for": told})
        self.assertEqual(self.reads(), 2)
        self.report(**{"x-forwarded-for": "198.51.100.3"})
        self.report(**{"x-forwarded-for": "198.51.100.4"})
        self.assertEqual(self.reads(), 3)

    def test_machines_do_not_count(self):
        for agent in MACHINES:
            self.report(**{"user-agent": agent})
        self.assertEqual(self.reads(), 0)

    def test_other_sites_and_plain_visits_can_not_count(self):
        self.report(**{"sec-fetch-site": "cross-site"})
        self.assertEqual(self.client.get(self.address).status_code, 405)
        self.assertEqual(self.reads(), 0)

    def test_what_is_not_published_is_not_counted(self):
        self.assertEqual(self.report(reverse("count_read", args=[10**15])).status_code, 404)

    def test_a_share_is_seen_on_the_page(self):
        self.report(reverse("count_share", args=[self.edition.article_id]))
        self.edition.refresh_from_db()
        self.assertEqual(self.edition.shares, 1)

    def test_no_address_and_no_browser_name_is_kept(self):
        self.report()
        kept = str(list(ReadMark.objects.values())) + str(list(ReadCount.objects.values()))
        self.assertNotIn("127.0.0.1", kept)
        self.assertNotIn("Mozilla", kept)

    def test_marks_of_past_days_are_thrown_away(self):
        yesterday = timezone.now() - timedelta(days=1)
        with mock.patch("django.utils.timezone.now", return_value=yesterday):
            self.report()
        self.report()
        self.assertEqual(readership.forget_marks.call(), 1)
        self.assertEqual(
            list(ReadMark.objects.values_list("day", flat=True)), [timezone.localdate()]
        )
        self.assertEqual(self.reads(), 2)


class MostReadTests(TestCase):
    def setUp(self):
        cache.clear()

    def read(self, edition, reads, hours_ago=1):
        hour = timezone.now() - timedelta(hours=hours_ago)
        ReadCount.objects.create(article=edition.article, hour=hour, reads=reads)

    def test_the_most_read_of_the_last_days_stand_first(self):
        little, much, old = make_edition(), make_edition(), make_edition()
        self.read(little, 3)
        self.read(much, 5)
        self.read(much, 5, hours_ago=30)
        self.read(old, 900, hours_ago=24 * 10)
        self.assertEqual(readership.most_read("ar"), [much.pk, little.pk])

    def test_it_is_counted_at_most_once_a_minute(self):
        self.read(make_edition(), 3)
        readership.most_read("ar")
        with self.assertNumQueries(0):
            readership.most_read("ar")

    def test_a_withdrawn_story_is_not_ranked(self):
        edition = make_edition()
        self.read(edition, 3)
        Edition.objects.filter(pk=edition.pk).update(withdrawn_at=timezone.now())
        self.assertEqual(readership.most_read("ar"), [])

    def test_imported_shares_are_kept_once(self):
        article = make_edition().article
        readership.record_imported_shares(article, 12)
        readership.record_imported_shares(article, 12)
        self.assertEqual(ReadCount.objects.shares_of(article), 12)
