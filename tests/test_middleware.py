"""The address alone decides the language, and every page carries the strict policy."""

import re

from django.contrib.auth import get_user_model
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from newsroom.middleware import language_of


class LanguageTests(SimpleTestCase):
    ADDRESSES = (
        ("/", "ar"),
        ("/search/", "ar"),
        ("/admin/", "ar"),
        ("/en/", "en"),
        ("/en", "en"),
        ("/en/search/", "en"),
        ("/enough/", "ar"),
        ("/tag/en/", "ar"),
        ("/fr/", "ar"),
        ("", "ar"),
    )

    def test_the_prefix_decides(self):
        for address, language in self.ADDRESSES:
            with self.subTest(address):
                self.assertEqual(language_of(address), language)

    def test_the_browser_and_cookies_do_not(self):
        self.client.cookies["django_language"] = "en"
        response = self.client.get("/health/live", headers={"accept-language": "en"})
        self.assertEqual(response.headers["Content-Language"], "ar")


class PolicyTests(TestCase):
    ADDRESSES = ("/", "/en/", "/admin/login/", "/health/live", "/no/such/page/", "/media/x.jpg")

    def test_every_page_carries_the_strict_policy(self):
        for address in self.ADDRESSES:
            with self.subTest(address):
                headers = self.client.get(address).headers
                policy = headers["Content-Security-Policy"]
                self.assertIn("default-src 'none'", policy)
                self.assertIn("script-src 'self';", policy + ";")
                self.assertNotIn("unsafe", policy)
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertEqual(headers["Referrer-Policy"], "strict-origin-when-cross-origin")


class EditorTests(TestCase):
    def test_its_import_map_is_signed_and_nothing_else_is_let_in(self):
        chief = get_user_model().objects.create_superuser("chief", password="x")
        self.client.force_login(chief)
        response = self.client.get(reverse("admin:articles_article_add"))
        nonce = re.search(r'<script[^>]*type="importmap"[^>]*nonce="([^"]+)"|$', response.text)[1]
        nonce = nonce or re.search(r'nonce="([^"]+)"[^>]*type="importmap"', response.text)[1]
        policy = response.headers["Content-Security-Policy"]
        self.assertIn(f"script-src 'self' 'nonce-{nonce}'", policy)
        self.assertIn("style-src 'self';", f"{policy};")
