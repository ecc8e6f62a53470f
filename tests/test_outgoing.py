"""Pages for readers go out packed and are kept for a moment; the newsroom's go untouched."""

import gzip

import brotli
from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase, TestCase

from newsroom.outgoing import bare_static_files
from newsroom.packed import is_of_readers
from tests.makers import make_category, make_edition, make_user


class PackingTests(TestCase):
    def test_pages_feeds_and_json_are_packed_as_the_browser_asks(self):
        section = make_category()
        edition = make_edition(category=section)
        feed = section.get_absolute_url() + "feed/"
        addresses = (
            "/",
            edition.get_absolute_url(),
            feed,
            "/sitemap.xml",
            "/search/suggest/?q=الطريق",
        )
        for address in addresses:
            plain = self.client.get(address).content
            for accepted, coding, unpack in (
                ("gzip, deflate, br, zstd", "br", brotli.decompress),
                ("br;q=1.0, gzip;q=0.8", "br", brotli.decompress),
                ("gzip, br;q=0", "gzip", gzip.decompress),
                ("gzip", "gzip", gzip.decompress),
            ):
                with self.subTest(address=address, accepted=accepted):
                    response = self.client.get(address, headers={"accept-encoding": accepted})
                    if len(plain) < 200:
                        self.assertNotIn("Content-Encoding", response.headers)
                        continue
                    self.assertEqual(response.headers["Content-Encoding"], coding)
                    self.assertEqual(len(unpack(response.content)), len(plain))
                    self.assertEqual(int(response.headers["Content-Length"]), len(response.content))
                    self.assertEqual(response.headers["Vary"], "Accept-Encoding")

    def test_who_takes_nothing_packed_gets_it_plain_and_caches_know(self):
        response = self.client.get("/")
        self.assertNotIn("Content-Encoding", response.headers)
        self.assertEqual(response.headers["Vary"], "Accept-Encoding")

    def test_the_newsroom_s_pages_are_not_packed_and_kept_by_nobody(self):
        self.client.force_login(make_user("administrator"))
        for address in ("/admin/", "/admin/login/", "/admin/articles/article/add/"):
            with self.subTest(address):
                headers = self.client.get(address, headers={"accept-encoding": "br, gzip"}).headers
                self.assertNotIn("Content-Encoding", headers)
                self.assertNotIn("ETag", headers)
                self.assertNotIn("public", headers.get("Cache-Control", ""))


class StaticFileHeaderTests(SimpleTestCase):
    def headers(self, kept):
        def answer(request):
            told = {"Cache-Control": kept, "ETag": '"1"', "Referrer-Policy": "no-referrer"}
            return HttpResponse("", headers=told | {"X-Content-Type-Options": "nosniff"})

        return bare_static_files(answer)(RequestFactory().get("/")).headers

    def test_a_file_that_never_changes_carries_no_header_of_pages(self):
        headers = self.headers("max-age=315360000, public, immutable")
        self.assertNotIn("ETag", headers)
        self.assertNotIn("Referrer-Policy", headers)
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")

    def test_a_page_keeps_them(self):
        headers = self.headers("public, max-age=0")
        self.assertEqual(headers["ETag"], '"1"')
        self.assertEqual(headers["Referrer-Policy"], "no-referrer")


class KeepingTests(TestCase):
    def test_a_page_that_did_not_change_is_not_sent_again(self):
        address = make_edition().get_absolute_url()
        for accepted in ("br", "gzip", "identity"):
            headers = {"accept-encoding": accepted}
            first = self.client.get(address, headers=headers)
            again = self.client.get(address, headers=headers | {"if-none-match": first["ETag"]})
            with self.subTest(accepted):
                self.assertEqual((again.status_code, again.content), (304, b""))
                self.assertEqual(again.headers["Cache-Control"], first.headers["Cache-Control"])

    def test_what_readers_get_is_shared_for_seconds_and_asked_for_again_by_browsers(self):
        edition = make_edition()
        for address in ("/", edition.get_absolute_url(), edition.short_url, "/no/page/"):
            with self.subTest(address):
                self.assertEqual(
                    self.client.get(address).headers["Cache-Control"],
                    "public, max-age=0, s-maxage=10",
                )

    def test_health_and_answers_to_posts_are_kept_by_nobody(self):
        edition = make_edition()
        self.assertIn("no-store", self.client.get("/health/live").headers["Cache-Control"])
        read = self.client.post(f"/count/{edition.article_id}/read/")
        self.assertNotIn("public", read.headers.get("Cache-Control", ""))


class StaticTests(SimpleTestCase):
    def test_readers_files_are_packed_where_the_site_is_only_tried(self):
        for path, is_ours in (
            ("css/site.4f.css", True), ("js/reader.1.js", True), ("img/icon.0.svg", True),
            ("js/admin-board.js", False), ("admin/js/core.js", False), ("css/admin.css", False),
        ):  # fmt: skip
            with self.subTest(path):
                self.assertEqual(is_of_readers(path), is_ours)
