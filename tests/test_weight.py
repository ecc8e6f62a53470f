"""An article page stays light: a quick guard; `make bench` measures it in a browser."""

import re

import brotli
from django.contrib.staticfiles import finders
from django.test import TestCase

from newsroom.stylesheet import joined
from tests.makers import make_edition, make_entity

MOST_BYTES = 60_000
HEADERS = 4_000  # of the seven answers
PARAGRAPH = (
    "قالت هيئة الموانئ الإقليمية إن حركة الحاويات ارتفعت بنسبة 23.5% في الربع الثالث من 2026، "
    "وذكرت شركة Blue Strait Lines أن رسوم المناولة لن ترتفع هذا العام، وطلب التجار {n} أيام. "
)
FONTS = ("fonts/ghurfa-head.woff2", "fonts/ghurfa-text.woff2")


def file(name):
    with open(finders.find(name), "rb") as found:
        return found.read()


class WeightTests(TestCase):
    def page(self):
        for number in range(8):
            make_entity(f"هيئة الموانئ {number}")
        body = "".join(f"<p>{PARAGRAPH.format(n=n)}هيئة الموانئ {n % 8}.</p>" for n in range(20))
        edition = make_edition(body_ar=body, tags=["موانئ", "تجارة", "اقتصاد"])
        for _number in range(5):
            make_edition(body_ar=body, category=edition.section)
        return self.client.get(edition.get_absolute_url(), headers={"accept-encoding": "br"})

    def test_html_style_fonts_and_scripts_of_an_article_stay_below_the_budget(self):
        response = self.page()
        html = brotli.decompress(response.content).decode()
        scripts = set(re.findall(r'<script src="/static/([^"]+)"', html))
        weights = {
            "html": len(response.content),
            "css": len(brotli.compress(joined().encode())),
            "fonts": sum(len(file(name)) for name in FONTS),
            "scripts": sum(len(brotli.compress(file(name))) for name in scripts),
        }
        self.assertLessEqual(sum(weights.values()) + HEADERS, MOST_BYTES, weights)
        self.assertGreaterEqual(len(scripts), 2)

    def test_a_page_preloads_the_faces_of_its_own_script_and_no_more(self):
        found = re.findall(r'rel="preload" href="/static/([^"]+)"', self.client.get("/").text)
        self.assertEqual(tuple(found), FONTS)
        found = re.findall(r'rel="preload" href="/static/([^"]+)"', self.client.get("/en/").text)
        self.assertEqual(found, ["fonts/ghurfa-head-latin.woff2", "fonts/ghurfa-text.woff2"])
