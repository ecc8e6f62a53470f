"""The reader's templates, filled by hand: markup that reads alone, in both languages."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from django.conf import settings
from django.template import Context, Template
from django.template.loader import get_template, render_to_string
from django.test import SimpleTestCase, override_settings
from django.utils import translation
from django.utils.safestring import mark_safe
from lxml import html as markup

from articles.templatetags.newsroom import isolate, long_date, number, numeral, since, when

TEMPLATES = Path(settings.BASE_DIR, "templates")
ARABIC = re.compile("[\u0621-\u064a]")
# They must show when catalogue and database are out of reach, so they say it in both languages.
WITHOUT_CATALOGUE = {"_bare.html", "400.html", "403_csrf.html", "500.html"}
NOON = datetime(2024, 4, 26, 12, 0, tzinfo=UTC)


def sources():
    for path in sorted(TEMPLATES.rglob("*.html")):
        if path.relative_to(TEMPLATES).parts[0] not in {"admin", "registration"}:
            yield path, path.read_text(encoding="utf-8")


def site(language="ar"):
    news = SimpleNamespace(name="اقتصاد", get_absolute_url="/section/economy/", below=[])
    return SimpleNamespace(
        name="غرفة الأخبار" if language == "ar" else "Newsroom",
        tagline="",
        today=date(2024, 4, 26),
        sections=[news],
        address="https://news.example",
        home_url="/",
        search_url="/search/",
        feed_url="/feed/",
        other_language={"code": "en", "name": "English", "url": "/en/"},
    )


def edition(**changes):
    values = {
        "article_id": 7,
        "get_absolute_url": "/n/7/ports/",
        "short_url": "/n/7/",
        "kind_label": "تحقيق",
        "title": "Blue Strait Lines تعود إلى المرسى",
        "lead": "أرقام الأشهر التسعة الأولى",
        "html": mark_safe('<p>قالت <a href="/topic/x/">الهيئة</a> وReuters &amp; AP.</p>'),
        "section": site().sections[0],
        "published_at": NOON,
        "reading_minutes": 3,
        "dateline": "المرسى",
        "byline": [{"name": "سلمى", "url": "/author/s/", "role": "writer", "role_label": "كتابة"}],
        "picture": {
            "src": "/media/a.jpg",
            "srcset": "/media/s.jpg 400w, /media/a.jpg 1200w",
            "width": 1200,
            "height": 800,
            "alt": "رصيف الميناء",
            "caption": "الرصيف",
            "credit": "رسم: هدى",
        },
        "citations": [
            {
                "number": 1,
                "name": "رويترز",
                "url": "/source/reuters/",
                "link": "",
                "how": "quoted",
                "note": "",
                "passage": "تسعة أيام",
            }
        ],
        "tags": [{"name": "موانئ", "url": "/tag/ports/"}],
        "shares": 0,
    }
    return SimpleNamespace(**values | changes)


def article_page(language="ar", **changes):
    name = SimpleNamespace(
        name="هيئة الموانئ", kind_label="مؤسسة", article_count=2, get_absolute_url="/topic/x/"
    )
    context = {
        "site": site(language),
        "edition": edition(**changes),
        "trail": site().sections,
        "entities": [name],
        "related": [edition(title="خبر قريب")],
        "most_read": [edition(title="الأكثر")],
        "share_links": [{"key": "email", "label": "بريد", "url": "mailto:?body=x"}],
        "jsonld": mark_safe('{"@type": "NewsArticle"}'),
    }
    with translation.override(language):
        return render_to_string("articles/article.html", context)


class SourceTests(SimpleTestCase):
    """What the strict content security policy and the two languages ask of every template."""

    FORBIDDEN = (
        (r"\sstyle=", "an inline style"),
        (r"<style\b", "an inline stylesheet"),
        (r"\son[a-z]+=", "an inline handler"),
        (r"<script(?![^>]*\b(?:src=|application/ld\+json))", "an inline script"),
        (r"javascript:", "a script in a link"),
        (r'href="#"', "a dead link"),
        (r'(?:src|href)="(?:https?:)?//[^"{]', "a third party's file"),
        (r"\bdir=\"auto\"|&(?:lrm|rlm);|\u200e|\u200f", "a patch where an isolate belongs"),
    )

    def test_nothing_the_policy_or_the_house_forbids(self):
        for path, text in sources():
            text = re.sub(r"\{%.*?%\}", "", text)
            for pattern, what in self.FORBIDDEN:
                with self.subTest(template=path.name, what=what):
                    self.assertIsNone(re.search(pattern, text))

    def test_every_word_goes_through_the_catalogue(self):
        for path, text in sources():
            if path.name not in WITHOUT_CATALOGUE:
                with self.subTest(path.name):
                    self.assertIsNone(ARABIC.search(text))

    def test_what_is_included_is_named_as_a_part(self):
        for path, text in sources():
            for name in re.findall(r'\{% include "([^"]+)"', text):
                with self.subTest(template=path.name, part=name):
                    self.assertTrue(Path(name).name.startswith("_"))

    def test_every_template_compiles(self):
        for path, _text in sources():
            with self.subTest(path.name):
                get_template(str(path.relative_to(TEMPLATES)))

    def test_language_and_direction_are_set_in_one_place(self):
        setters = {path.name for path, text in sources() if "<html" in text}
        self.assertEqual(setters, {"base.html", "_bare.html"})


class PageTests(SimpleTestCase):
    def test_the_page_runs_in_its_language_and_direction(self):
        self.assertIn('<html lang="ar" dir="rtl">', article_page("ar"))
        self.assertIn('<html lang="en" dir="ltr">', article_page("en"))

    def test_the_outline_is_sound(self):
        page = markup.fromstring(article_page())
        self.assertEqual(len(page.findall(".//h1")), 1)
        self.assertEqual(len(page.findall(".//main")), 1)
        self.assertEqual(page.xpath("//a[@class='skip']/@href"), ["#main"])
        ids = page.xpath("//@id")
        self.assertEqual(len(ids), len(set(ids)))
        labels = page.xpath("//@aria-labelledby")
        self.assertEqual([label for label in labels if label not in ids], [])

    def test_the_article_has_all_of_the_page_it_came_from(self):
        page = article_page(shares=318)
        for part in (
            "الجمعة، 26 أبريل 2024",  # today, in the header
            "اقتصاد",  # the trail
            "/author/s/",
            "رسم: هدى",
            "/source/reuters/",
            "<p>تسعة أيام</p>",
            "/topic/x/",
            "/tag/ports/",
            "خبر قريب",
            "mailto:?body=x",
            'data-read-url="/count/7/read/"',
            '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
        ):
            with self.subTest(part):
                self.assertIn(part, page)

    def test_without_scripts_nothing_is_offered_that_needs_one(self):
        page = markup.fromstring(article_page())
        for button in page.xpath("//button"):
            hidden = button.get("hidden") is not None or button.xpath("ancestor::*[@hidden]")
            with self.subTest(button.text):
                self.assertTrue(hidden)

    def test_an_article_without_extras_has_no_empty_parts(self):
        bare = {"picture": None, "citations": [], "tags": [], "byline": [], "lead": ""}
        page = markup.fromstring(article_page(**bare))
        for part in page.xpath("//main//section | //main//ul | //main//figure | //main//p"):
            with self.subTest(markup.tostring(part)[:60]):
                self.assertTrue(part.text_content().strip())

    def test_shares_are_counted_in_words(self):
        for count, words in (
            (0, "لا مشاركات بعد"),
            (1, "مشاركة واحدة"),
            (2, "مشاركتان"),
            (3, "3 مشاركات"),
            (11, "11 مشاركة"),
            (318, "318 مشاركة"),
            (2140, "2,140 مشاركة"),
        ):
            with self.subTest(count):
                page = markup.fromstring(article_page(shares=count))
                self.assertEqual(page.xpath("string(//*[@class='share__n'])"), words)

    def test_an_empty_home_page_says_so(self):
        page = render_to_string("articles/home.html", {"site": site()})
        self.assertIn("لم يُنشر شيء هنا بعد", page)

    def test_the_failure_pages_need_nothing(self):
        for name in ("400.html", "403_csrf.html", "500.html"):
            with self.subTest(name):
                page = markup.fromstring(get_template(name).render())
                self.assertEqual(len(page.findall(".//h1")), 1)
                self.assertTrue(page.xpath("//p[@lang='en']"))


class IsolateTests(SimpleTestCase):
    CASES = (
        ("ar", "قالت CNN الأمريكية", 'قالت <bdi lang="en">CNN</bdi> الأمريكية'),
        ("ar", "Harbor Ledger", '<bdi lang="en">Harbor Ledger</bdi>'),
        ("ar", "رويترز", "رويترز"),
        ("ar", "23.5% في 2024", '<bdi dir="ltr">23.5%</bdi> في 2024'),
        ("ar", "2,140", "2,140"),
        ("ar", "خبر < خبر", "خبر &lt; خبر"),
        (
            "ar",
            "شركة Blue Strait Lines International",
            'شركة <bdi lang="en">Blue Strait Lines International</bdi>',
        ),
        ("en", "The حياة quarter", 'The <bdi lang="ar">حياة</bdi> quarter'),
        ("en", "Reuters", "Reuters"),
        ("ar", mark_safe("<mark>CNN</mark> قالت"), '<mark><bdi lang="en">CNN</bdi></mark> قالت'),
        ("ar", mark_safe('<bdi lang="en">AP</bdi> و'), '<bdi lang="en">AP</bdi> و'),
        ("ar", mark_safe("هو &amp; هي"), "هو &amp; هي"),
        ("ar", None, ""),
    )

    def test_foreign_words_stand_in_their_own_direction(self):
        for language, text, expected in self.CASES:
            with self.subTest(text), translation.override(language):
                self.assertEqual(isolate(text), expected)


class TimeTests(SimpleTestCase):
    NOW = datetime(2024, 4, 26, 18, 0, tzinfo=UTC)  # 21:00 in Riyadh

    def test_time_passes_in_arabic(self):
        for passed, words in (
            ({"seconds": 20}, "الآن"),
            ({"minutes": 1}, "قبل دقيقة"),
            ({"minutes": 2}, "قبل دقيقتين"),
            ({"minutes": 8}, "قبل 8 دقائق"),
            ({"minutes": 45}, "قبل 45 دقيقة"),
            ({"hours": 1}, "قبل ساعة"),
            ({"hours": 2}, "قبل ساعتين"),
            ({"hours": 3}, "قبل 3 ساعات"),
            ({"hours": 11}, "قبل 11 ساعة"),
            ({"hours": 23}, "أمس"),
            ({"days": 3}, "23 أبريل"),
            ({"days": 400}, "23 مارس 2023"),
            ({"minutes": -5}, "26 أبريل"),
        ):
            with self.subTest(passed):
                self.assertEqual(since(self.NOW - timedelta(**passed), self.NOW), words)

    def test_months_and_digits_are_those_of_the_newsroom(self):
        day = datetime(2024, 4, 23, 9, 30, tzinfo=UTC)
        with override_settings(MONTH_NAMES="both", DIGITS="eastern"):
            self.assertEqual(
                str(when(day, "full")),
                '<time datetime="2024-04-23T12:30+03:00">'
                "الثلاثاء، ٢٣ نيسان/أبريل ٢٠٢٤، ١٢:٣٠</time>",
            )
            self.assertEqual(since(day, day + timedelta(hours=11)), "قبل ١١ ساعة")
            self.assertEqual((number(2140), numeral(2024)), ("٢٬١٤٠", "٢٠٢٤"))
            with translation.override("en"):
                self.assertEqual(long_date(day), "Tuesday, 23 April 2024")
                self.assertEqual((number(2140), numeral(2024)), ("2,140", "2024"))

    def test_a_time_is_written_for_readers_and_for_machines(self):
        template = Template('{% load newsroom %}{% when at "full" %}')
        self.assertEqual(
            template.render(Context({"at": NOON})),
            '<time datetime="2024-04-26T15:00+03:00">الجمعة، 26 أبريل 2024، 15:00</time>',
        )

    def test_an_hour_nobody_stated_is_not_shown(self):
        midnight = datetime(2024, 4, 25, 21, 0, tzinfo=UTC)
        template = Template('{% load newsroom %}{% when at "full" %}')
        self.assertIn(">الجمعة، 26 أبريل 2024<", template.render(Context({"at": midnight})))
