"""The address alone decides the language, and every page carries the strict policy."""

from django.test import SimpleTestCase, TestCase

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
