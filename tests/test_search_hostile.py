"""Whatever is typed into the search is answered, and nothing of it comes back as markup."""

import json
from urllib.parse import quote

from django.test import TestCase
from lxml import html as markup

from articles.search import vocabulary
from tests.makers import make_edition
from tests.shared import shared, shared_file

STRINGS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</title><svg/onload=1>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% debug %}",
    "%s %d %(x)s {0}",
    "' OR 1=1 --",
    "'; DROP TABLE x; --",
    "a & b | !c <-> d:*",
    "((((((((((",
    "))))",
    "\\",
    "\\\\'",
    "'''",
    '"',
    "«",
    "«»",
    "“ „ ” ‟",
    "-",
    "--",
    "- -",
    "|||",
    "OR OR OR",
    "أو أو",
    ":",
    "::",
    "من:",
    "إلى:",
    "من:0000",
    "من:99999",
    "إلى:31/12/9999",
    "من:31/12/9999",
    "من:1/1/1800",
    "إلى:9999-99-99",
    "from:-1",
    "مصدر:",
    "مصدر:«",
    "قسم:''",
    "source:%00",
    "topic:\x00x",
    "كاتب:<b>",
    "\x00",
    "\x1b[31m",
    "\ufffe\uffff",
    "\u202eرفغ\u202c",
    "\u200b\u200c\u200d",
    "\u0640" * 50,
    "\u064b" * 50,
    "م" + "\u0651" * 300,
    "ﷺ ﷲ ﻻ",
    "👩‍👩‍👧 🇵🇸",
    "Z̡̢͉͓͈̲͓a̴l̵g̷o̶",
    "١٢٣٤٥٦٧٨٩٠" * 20,
    "9" * 400,
    "1e309",
    "NaN",
    "null",
    "undefined",
    "../../etc/passwd",
    "http://a/?q=b&c=d#e",
    "a" * 5_000,
    "ا" * 5_000,
    "قسد " * 300,
    "-قسد " * 300,
    '"قسد ' * 300,
    "( " * 2_000,
    "مصدر:أ " * 100,
    "من:2024 " * 100,
    "~ ^ @ @s12 ~ق ^ق",
    "@m2024-05",
    "\r\nSet-Cookie: a=b",
    "\u2028\u2029",
)
HANDFUL = 25
PARAMETERS = ("page", "sort", "lang", "section", "source", "year", "from", "to", "typed", "x")


class HostileCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_edition(title_ar="قسد والميناء", body_ar="<p>رسوم الميناء في 2024.</p>")
        vocabulary.catch_up()
        cls.ordinary = cls.elements(cls.client_class().get("/search/", {"q": "ديناصور"}))

    @staticmethod
    def elements(response):
        """The tags and attributes of a page that a script could come in by."""
        page = markup.fromstring(response.content.decode())
        scripts = [one.get("src") for one in page.xpath("//script")]
        handlers = page.xpath("//@*[starts-with(name(), 'on')]")
        links = [one for one in page.xpath("//@href | //@src | //@action") if is_foreign(one)]
        return (
            scripts,
            handlers,
            links,
            page.xpath("//style | //@style | //iframe | //object | //img"),
        )

    def assert_harmless(self, address, values, statuses=(200, 400)):
        response = self.client.get(address, values)
        self.assertIn(response.status_code, statuses)
        if address.endswith("search/") and response.status_code == 200:
            self.assertEqual(self.elements(response), self.ordinary)
        return response


def is_foreign(address):
    return not address.startswith(("/", "?", "#", "http://127.0.0.1"))


class HostileTests(HostileCase):
    def test_no_date_is_too_late(self):
        for text in ("قسد إلى:31/12/9999", "قسد " * 2_000 + "إلى:31/12/9999"):
            page = markup.fromstring(self.client.get("/search/", {"q": text}).content.decode())
            self.assertTrue(page.xpath("//article"), text[-20:])

    def test_as_a_query(self):
        for text in STRINGS:
            with self.subTest(text[:20]):
                self.assert_harmless("/search/", {"q": text}, statuses=(200,))

    def test_as_suggestions_and_as_a_feed(self):
        for text in STRINGS:
            with self.subTest(text[:20]):
                response = self.assert_harmless("/search/suggest/", {"q": text})
                self.assertEqual(response.headers["Content-Type"], "application/json")
                feed = self.assert_harmless("/search/feed/", {"q": text})
                markup.document_fromstring(feed.content)
                self.assertNotIn("Set-Cookie", feed.headers)

    def test_as_any_other_parameter(self):
        for text in STRINGS:
            with self.subTest(text[:20]):
                everything = dict.fromkeys(PARAMETERS, text)
                self.assert_harmless("/search/", {"q": "قسد"} | everything)
                self.assert_harmless("/search/", everything)

    def test_bytes_that_are_no_text(self):
        for raw in ("%ff%fe", "%c3%28", "%ed%a0%80", "%00", "%", "%zz", "%D9"):
            with self.subTest(raw):
                response = self.client.get(f"/search/?q={raw}&page={raw}&from={raw}")
                self.assertEqual(response.status_code, 200)

    def test_a_hundred_thousand_letters_are_answered_and_not_sent_back_whole(self):
        for text in ("قسد " * 25_000, "x" * 100_000, "«" * 100_000, "م:ن " * 25_000):
            with self.subTest(text[:5]):
                for address in ("/search/", "/search/suggest/"):
                    self.assertEqual(self.client.get(address, {"q": text}).status_code, 200)
                page = markup.fromstring(self.client.get("/search/", {"q": text}).content)
                self.assertLessEqual(len(page.xpath("string(//input[@id='q']/@value)")), 4_000)

    def test_three_hundred_words_are_a_query(self):
        text = " ".join(f"كلمة{number}" for number in range(150)) + " قسد" * 150
        self.assertEqual(self.client.get("/search/", {"q": text}).status_code, 200)

    def test_a_query_comes_back_as_it_was_typed_and_only_as_text(self):
        text = "<b>\"قسد\"</b> & 'رسوم'"
        response = self.client.get("/search/", {"q": text})
        page = markup.fromstring(response.content.decode())
        self.assertEqual(page.xpath("//input[@id='q']/@value"), [text])
        self.assertFalse(page.xpath("//main//b"))


class SharedListsTests(HostileCase):
    @shared
    def test_every_string_of_the_list_of_naughty_strings(self):
        strings = json.loads(shared_file("samples/hostile/blns/blns.json").read_text("utf-8"))
        for text in strings:
            with self.subTest(text[:40]):
                self.assert_harmless("/search/", {"q": text})
                self.assert_harmless("/search/", {"q": "قسد"} | dict.fromkeys(PARAMETERS, text))
                self.assert_harmless("/search/suggest/", {"q": text})

    @shared
    def test_every_attack_of_the_list_of_attacks(self):
        """All of them come back as text, a handful at a time; one of each handful comes alone."""
        attacks = shared_file("samples/hostile/xss-list/xss-payload-list.txt").read_text("utf-8")
        attacks = list(dict.fromkeys(attacks.splitlines()))
        for start in range(0, len(attacks), HANDFUL):
            handful = attacks[start : start + HANDFUL]
            for text in (handful[0], " ".join(handful)):
                with self.subTest(text[:40]):
                    response = self.client.get(f"/search/?q={quote(text)}")
                    self.assertEqual(response.status_code, 200)
                    self.assertEqual(self.elements(response), self.ordinary)
