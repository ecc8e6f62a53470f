"""An article page stays light: a quick guard; `make bench` measures it in a browser."""

import hashlib
import re

import brotli
from django.contrib.staticfiles import finders
from django.test import TestCase

from newsroom.stylesheet import joined
from tests.makers import make_edition, make_entity

MOST_BYTES = 60_000
# What real sentences, names and neighbours weigh more than these, which are much alike: the page of
# the fullest article in tests/bench_weight.py had 10,080 bytes where this one has 7,280.
UNLIKE = 2_800
HEADERS = 2_700  # of the answers: the page, the style, two fonts, three scripts
PARAGRAPH = (
    "قالت هيئة الموانئ الإقليمية إن حركة الحاويات ارتفعت بنسبة {n}3.5% في الربع الثالث من 2026، "
    "وذكرت شركة Blue Strait Lines أن رسوم المناولة لن ترتفع هذا العام، وطلب التجار {n} أيام. "
)
FONTS = ("fonts/ghurfa-head.woff2", "fonts/ghurfa-text.woff2")
CLAIM = {
    "at": "2026-11-24",
    "by": "منشور متداول في مجموعات أحياء المرسى",
    "link": "https://daftar.example/groups/manara/4411",
    "claim": "مؤسسة مياه الساحل تخلط ماء البحر بماء الشرب، ولهذا صار مالحًا.",
    "verdict": "misleading",
    "verdict_label": "مضلِّل",
    "sentence": "الطعم تغيّر فعلًا، لكن السبب ماء بئر جوفية أملح من ماء السد.",
}
BOX = {
    "title": "الشرائح الثلاث",
    "html": "<ul><li><strong>0.35 دينار</strong> للمتر المكعب</li><li>2.10 الرسم الثابت</li></ul>",
}
NOTICE = {
    "at": "2026-11-26T21:30:29+00:00",
    "id": "c9",
    "kind": "correction",
    "sentence": "رقم العبّارة الثانية في القائمة 31، لا 13 كما ورد في نسخة سابقة.",
}
PICTURES = 14


def file(name):
    with open(finders.find(name), "rb") as found:
        return found.read()


def cited(number):
    """A citation as an edition holds it."""
    name = f"نشرة هيئة الموانئ الإقليمية {number}"
    return {
        "number": number,
        "how": "paraphrased",
        "name": name,
        "slug": name.replace(" ", "-"),
        "source": number,
        "link": f"https://ports.example/bulletin/2026-{number}",
        "note": f"«حركة الموانئ في تسعة أشهر»، الجدولان {number} و9، أكتوبر 2026",
        "passage": f"استقبلت موانئ الساحل الثلاثة {number}38 ألف حاوية في الأشهر التسعة الأولى.",
    }


def picture(number):
    """A picture as an edition holds it, with a name that packs as badly as a real one."""
    sources = []
    for kind, widths in (("avif", 5), ("webp", 5), ("jpeg", 4)):
        name = f"/media/renditions/2026/11/{unlike(number, kind)}"
        sizes = (320, 480, 800, 1200, 1600)[:widths]
        srcset = ", ".join(f"{name}-{size}.{kind} {size}w" for size in sizes)
        sources.append({"type": f"image/{kind}", "srcset": srcset})
    return {
        "image": number,
        "after": 1 if number < 2 else None,
        "alt": f"عقود سوق مسقوف ودكاكين متقابلة، الصورة {number}",
        "caption": f"السوق العتيق في الساعة {number}، حين يصل الضوء إلى الأرض.",
        "credit": "رسم: قسم الصورة",
        "src": sources[2]["srcset"].rpartition(" ")[0].rpartition(" ")[2],
        "srcset": sources[2]["srcset"],
        "sources": sources[:2],
        "large": f"/media/images/2026/11/demo-market-{number}.jpg",
        "width": 1200,
        "height": 800,
        "focus": None,
    }


def unlike(*words):
    return hashlib.md5(repr(words).encode(), usedforsecurity=False).hexdigest()


class WeightTests(TestCase):
    def page(self):
        """An article with all that one can have, long, and Latin letters in its headline."""
        for number in range(8):
            make_entity(f"هيئة الموانئ {number}")
        body = "".join(f"<p>{PARAGRAPH.format(n=n)}هيئة الموانئ {n % 8}.</p>" for n in range(20))
        edition = make_edition(
            title_ar="أين ذهبت حاويات Blue Strait Lines؟",
            body_ar=body,
            tags=["موانئ", "تجارة", "اقتصاد"],
        )
        edition.claim, edition.box, edition.notices = CLAIM, BOX, [NOTICE]
        edition.cited = [cited(number) for number in range(1, 7)]
        edition.figures = [picture(number) for number in range(PICTURES)]
        edition.save()
        for _number in range(5):
            make_edition(body_ar=body, category=edition.section)
        return self.client.get(edition.get_absolute_url(), headers={"accept-encoding": "br"})

    def test_html_style_fonts_and_scripts_of_the_fullest_article_stay_below_the_budget(self):
        response = self.page()
        html = brotli.decompress(response.content).decode()
        self.assertEqual(html.count("<picture>"), PICTURES)
        for part in ("claim", "box", "sources", "gallery"):
            self.assertIn(f'class="{part}', html)
        scripts = set(re.findall(r'<script src="/static/([^"]+)"', html))
        fonts = re.findall(r'rel="preload" href="/static/([^"]+)"', html)
        self.assertEqual(len(scripts), 3)
        weights = {
            "html": len(response.content),
            "css": len(brotli.compress(joined().encode())),
            "fonts": sum(len(file(name)) for name in fonts),
            "scripts": sum(len(brotli.compress(file(name))) for name in scripts),
            "headers": HEADERS,
            "unlike": UNLIKE,
        }
        self.assertLessEqual(sum(weights.values()), MOST_BYTES, weights)

    def test_no_page_loads_a_second_file_of_a_face(self):
        faces = re.findall(r"@font-face{([^}]*woff2[^}]*)}", joined())
        families = [re.search(r'font-family: "([^"]+)"', face)[1] for face in faces]
        self.assertEqual(families, ["Ghurfa Head", "Ghurfa Head Latin", "Ghurfa Text"])

    def test_a_page_preloads_the_faces_of_its_own_script_and_no_more(self):
        found = re.findall(r'rel="preload" href="/static/([^"]+)"', self.client.get("/").text)
        self.assertEqual(tuple(found), FONTS)
        found = re.findall(r'rel="preload" href="/static/([^"]+)"', self.client.get("/en/").text)
        self.assertEqual(found, ["fonts/ghurfa-head-latin.woff2", "fonts/ghurfa-text.woff2"])
