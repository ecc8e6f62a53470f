"""Whatever an address, a query, a header or a body is made of: an answer, no failure, no markup."""

import itertools
import re
from urllib.parse import unquote

from django.core.cache import cache
from django.test import TestCase
from django.urls import URLPattern

from articles import urls, workflow
from tests.hostile import (
    HEADERS,
    MAY_BE_ANSWERED,
    PARAMETERS,
    SENT,
    STRINGS,
    Visitor,
    as_bytes,
    comes_back,
    percent,
    running,
    shape,
    shared_strings,
)
from tests.makers import make_author, make_category, make_edition, make_entity, make_source
from tests.shared import shared
from tests.test_search_hostile import STRINGS as SEARCHED

CONVERTED = re.compile(r"<(\w+):(\w+)>")
# Beside the table of readers' addresses: files, the doors of machines, the newsroom's own door.
OTHERS = (
    "/static/css/site.css", "/static/{}", "/media/{}", "/media/x/{}.jpg", "/favicon.ico",
    "/health/live", "/health/ready", "/admin/login/", "/{}", "/{}/", "/en/{}/", "/en{}",
)  # fmt: skip
# A word of another direction stands isolated, wherever it came from.
ISOLATED = {("bdi", ""), ("bdi", "dir"), ("bdi", "lang")}
# A part of a file is a true answer, and so is that there is no such part.
OF_FILES = {"/favicon.ico": {302}, "/static/css/site.css": {206, 416}}
IN_ONE_PATH = 10


class Sweep(TestCase):
    """A small site, the shape of its pages when nobody is hostile, and a visitor who is."""

    @classmethod
    def setUpTestData(cls):
        cls.section = make_category("محليات", name_en="Local")
        cls.entity = make_entity("مدينة المرسى", name_en="Marsa")
        cls.source = make_source("صحيفة المرفأ", name_en="Harbour Paper")
        cls.author = make_author(name_en="Salma")
        cls.editions = [
            make_edition(
                title_ar=f"المرسى تفتح الطريق {number}",
                title_en=f"Marsa opens the road {number}",
                body_ar="<p>قالت صحيفة المرفأ إن مدينة المرسى تفتح الطريق.</p>",
                body_en="<p>Harbour Paper said that Marsa opens the road.</p>",
                category=cls.section,
                tags=["طرق"],
                bylines=[(cls.author, "writer", "")],
            )
            for number in range(3)
        ]
        gone = make_edition(title_ar="خبر سُحب بعد نشره")
        workflow.withdraw(gone.article, sentences={"ar": "بُني على وثيقة مزوّرة."})
        cls.pk, cls.gone = cls.editions[0].article_id, gone.get_absolute_url()

    def setUp(self):
        cache.clear()
        self.visitor = Visitor()
        self.addCleanup(self.visitor.close)
        self.ordinary, self.texts = set(ISOLATED), set()
        for path in (*self.real(), "/no/such/page/", "/en/no/such/page/"):
            answer = self.visitor.ask(path)
            self.assertEqual(self.visitor.broke, [])
            self.assertIn(answer.status, (200, 301, 404, 405, 410), path)
            self.learn(answer)
        for path in ("/search/", "/en/search/"):
            for word in ("الطريق", "road", "ديناصور", "المرسی الطریق", "«الطريق»"):
                for more in (b"", b"&lang=all&sort=new&year=2024&from=2020&to=x", b"&page=9"):
                    answer = self.visitor.ask(path, b"q=" + percent(word) + more)
                    self.learn(answer)
        self.learn(self.visitor.ask("/", host="evil.example"))

    def learn(self, answer):
        if answer.page is not None:
            self.ordinary |= shape(answer.page)
            self.texts.add(answer.text)

    def real(self):
        """One address of every pattern that leads to something, in both languages."""
        lasting = {
            "home": "", "section": self.section.path, "topic": self.entity.slug,
            "source": self.source.slug, "author": self.author.slug, "tag": "طرق",
            "article": self.editions[0].slug,
        }  # fmt: skip
        found = [unquote(self.gone)]
        for pattern in patterns():
            kind = pattern.split("/")[0].replace("n", "article", pattern.startswith("n/"))
            path = pattern.replace("{pk}", str(self.pk)).replace("{page}", "0")
            path = path.replace("{form}", "atom").replace("{language}", "ar")
            if "{" in path and kind not in lasting:
                continue
            path = re.sub(r"\{\w+\}", lambda _m, kind=kind: lasting[kind], path)
            found += [f"/{path}", f"/en/{path}"]
        return found

    def answering(self):
        return [*self.real(), *(one for one in OTHERS if "{" not in one and "admin" not in one)]

    def assert_harmless(self, sent, path, *arguments, **options):
        """Ask for an address; ``sent`` are the hostile strings in the request."""
        answer = self.visitor.ask(path, *arguments, **options)
        about = f"{path!r:.80} {arguments!r:.200} {options!r:.400}"
        self.assertEqual(self.visitor.broke, [], about)
        self.assertIn(answer.status, MAY_BE_ANSWERED | OF_FILES.get(path, set()), about)
        where = answer.headers.get("Location", "/")
        self.assertRegex(where, r"\A/(?![/\\])[\x21-\x7e]*\Z", about)
        self.assertNotIn("Traceback", answer.text, about)
        self.assertNotIn("X-Injected", answer.headers, about)
        # Who sends a broken cookie of the newsroom's has it mended; no other reader gets one.
        cookie = answer.headers.get("Set-Cookie", "").strip()
        self.assertTrue(not cookie or cookie.partition("=")[0] in str((arguments, options)), about)
        if answer.page is not None:
            self.assertEqual(comes_back(sent, answer.text, self.texts), [], about)
            self.assertEqual(shape(answer.page) - self.ordinary, set(), about)
            self.assertEqual(running(answer.page), [], about)
        return answer

    def sweep_paths(self, strings, patterns):
        """Each string in some address: alone or with others between slashes, pattern by pattern."""
        turn = itertools.cycle(patterns)
        for start in range(0, len(strings), IN_ONE_PATH):
            some = strings[start : start + IN_ONE_PATH]
            self.assert_harmless(some, b"/" + b"/".join(as_bytes(one) for one in some))
            alone = some[start // IN_ONE_PATH % len(some)]
            pattern = as_bytes(next(turn))
            path = re.sub(rb"\{\w*\}", lambda _m, one=alone: as_bytes(one), pattern)
            self.assert_harmless([alone], b"/" + path.removeprefix(b"/"))

    def sweep_queries_and_headers(self, strings, paths):
        """Many strings in one request, each in another place of it from request to request."""
        turn = itertools.cycle(paths)
        places = len(PARAMETERS) + len(HEADERS) + 1
        for number, start in enumerate(range(0, len(strings), places)):
            some = strings[start : start + places]
            # Repeated until every place has one, and shifted by one each time.
            full = list(itertools.islice(itertools.cycle(some), number, number + places))
            names = PARAMETERS if number % 3 else (*PARAMETERS[1:], "after")
            query = b"&".join(
                name.encode() + b"=" + percent(text)
                for name, text in zip(names, full, strict=False)
            )
            headers = dict(zip(HEADERS, full[len(PARAMETERS) :], strict=False))
            self.assert_harmless(full, next(turn), query, headers)
            method = ("POST", "HEAD", "PUT", full[-1][:20] or "X")[number % 4]
            body = as_bytes(full[-1])
            self.assert_harmless(full, next(turn), query, headers, method=method, body=body)


def patterns():
    """The table of readers' addresses as patterns: "topic/{slug}/feed/"."""
    return [
        CONVERTED.sub(r"{\2}", str(one.pattern))
        for one in urls.urlpatterns
        if isinstance(one, URLPattern)
    ]


class OwnStringsTests(Sweep):
    def test_in_every_address(self):
        """Every third string in each pattern, others in the next one."""
        open_ones = [one for one in (*patterns(), *OTHERS) if "{" in one]
        for number, pattern in enumerate(open_ones):
            for text in STRINGS[number % 3 :: 3]:
                path = re.sub(rb"\{\w*\}", lambda _m, t=text: as_bytes(t), as_bytes(pattern))
                self.assert_harmless([text], b"/" + path.removeprefix(b"/"))

    def test_in_every_parameter_and_header(self):
        self.sweep_queries_and_headers(STRINGS, self.answering())

    def test_in_one_header_at_a_time(self):
        turn = itertools.cycle(self.answering())
        for name, text in itertools.product(HEADERS, (*SENT, *SEARCHED[::20])):
            self.assert_harmless([text], next(turn), b"q=a&page=2", headers={name: text})

    def test_a_coding_that_the_sender_names_is_not_used(self):
        for coding in ("rot13", "hex", "zlib", "undefined", "idna", "unicode_escape", "utf-16"):
            headers = {"Content-Type": f"text/html; charset={coding}"}
            answer = self.assert_harmless([], "/search/", b"q=" + percent("الطريق"), headers)
            self.assertIn("الطريق", answer.text)

    def test_as_the_cursor_of_every_list(self):
        for path in self.answering():
            for text in STRINGS[::9]:
                self.assert_harmless([text], path, b"after=" + percent(text))

    def test_as_the_host(self):
        for text in STRINGS:
            answer = self.assert_harmless([text], "/n/1/", host=text)
            self.assertEqual(answer.status, 400, text)

    def test_as_what_is_sent_to_a_page_or_a_counter(self):
        for path in self.answering():
            for text in STRINGS[::20]:
                answer = self.assert_harmless([text], path, method="POST", body=as_bytes(text))
                if not path.startswith(("/count/", "/en/count/")):
                    self.assertEqual(answer.status, 405, path)


class SharedListsTests(Sweep):
    """Every string of the sample lists stands somewhere in an address, a query or a header."""

    @shared
    def test_in_addresses(self):
        shapes = [one for one in patterns() if re.search(r"\{(?:slug|path)\}", one)]
        self.sweep_paths(shared_strings(), [*shapes, *(f"en/{one}" for one in shapes)])

    @shared
    def test_in_queries_headers_and_bodies(self):
        self.sweep_queries_and_headers(shared_strings(), self.answering())
