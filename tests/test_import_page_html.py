"""A page saved as HTML gives the same article as its text, and takes what its data says first."""

import json
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from django.test import SimpleTestCase
from django.utils import translation

from articles.imports import detect, page_html, page_text
from articles.imports.detect import Found
from articles.imports.item import Known, Unreadable
from tests.shared import shared, shared_file

SAMPLES = Path(__file__).parent / "samples" / "imports"
RIYADH = ZoneInfo("Asia/Riyadh")
TITLE = "البلدية تبدأ ترميم السوق القديم بعد ثلاث سنوات"
TEXT = (
    "بدأت البلدية أمس ترميم السوق القديم الذي أغلق أبوابه قبل ثلاث سنوات بعد تصدع في سقفه الخشبي.",
    "وقال المهندس المشرف إن السقف سيعاد إلى ما كان عليه، وإن كل قطعة سترقم قبل فكها وتنظيفها.",
    "وطالب أصحاب المحال بتعويض عن أشهر العمل، فيما وعدت البلدية بمحال بديلة في الساحة المجاورة.",
)
OTHERS = (
    '<h3>مقالات ذات صلة</h3><ul><li><a href="/1">مجلس المدينة يقر موازنة العام المقبل</a></li></ul>'
    '<h3>الأكثر قراءة</h3><ol><li><a href="/2">فريق المدينة يفوز بكأس السباحة</a></li></ol>'
)


def read(page, known=None):
    return page_html.read(Found("page.html", page), known or Known(zone=RIYADH))


def paragraphs(texts=TEXT):
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def with_data(data, body=""):
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE} | data
    script = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    return f"<html><head>{script}</head><body><h1>{TITLE}</h1>{body or paragraphs()}</body></html>"


class SampleTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.item = page_html.read(detect.look(SAMPLES / "page-ar.html"), Known(zone=RIYADH))
        cls.text = page_text.read(detect.look(SAMPLES / "page-ar.txt"), Known(zone=RIYADH))

    def test_html_and_text_of_one_page_give_one_article(self):
        for name in ("title", "paragraphs", "categories", "read_on", "published", "shares"):
            with self.subTest(name):
                self.assertEqual(getattr(self.item, name), getattr(self.text, name))

    def test_the_page_tells_where_it_lives_and_its_picture_which_nobody_fetches(self):
        self.assertEqual(self.item.address, "https://www.difaf.example/akhbar/souq-tarmim/")
        self.assertEqual(self.item.picture, "https://www.difaf.example/pictures/souq.jpg")

    def test_a_description_that_repeats_the_text_is_no_lead(self):
        self.assertEqual(self.item.lead, "")


@shared
class SharedPagesTests(SimpleTestCase):
    def setUp(self):
        self.enterContext(translation.override(None))

    def frames(self, lines, title):
        """The seed page as different sites would have marked it up."""
        texts = [escape(line) for line in lines[8:25] if line.strip()]
        ps = "".join(f"<p>{text}</p>" for text in texts)
        trail = (
            '<div class="breadcrumb"><a href="/">الرئيسية</a><a href="/x">أخبار وتقارير</a>'
            f'<a href="/y">العالم العربي</a><span>{title}</span></div>'
        )
        head = f"<div>{lines[0]}</div>{trail}<h1>{title}</h1>"
        return {
            "every line a paragraph": "".join(f"<p>{escape(line)}</p>" for line in lines),
            "every line a div": "".join(f"<div>{escape(line)}</div>" for line in lines),
            "every line a break": "<br>".join(map(escape, lines)),
            "paragraphs beside the rest": f"{head}<p>0Shares</p>{ps}<p>&nbsp;</p>{OTHERS}",
            "paragraphs in an article": (
                f"<header>{lines[0]}</header><main>{trail}<article><h1>{title}</h1>"
                f"<span>0</span><span>Shares</span>{ps}<section>{OTHERS}</section></article></main>"
            ),
            "breaks": f"{head}<div>0 Shares</div><div>{'<br>'.join(texts)}</div>{OTHERS}",
            "double breaks": f"{head}<div>0Shares</div><div>{'<br><br>'.join(texts)}</div>{OTHERS}",
            "divs": f"{head}<p>0Shares</p><div>{'</div><div>'.join(texts)}</div>{OTHERS}",
            "a form around a table": (
                f"<form>{head}<p>0Shares</p><table><tr><td>{ps}</td><td>{OTHERS}</td></tr></table>"
            ),
            "a breadcrumb run together": (
                f"<div>{lines[0]}</div><div>{lines[1]}</div><h1>{title}</h1><p>0Shares</p>{ps}"
            ),
            "advertisements between": (
                f"{head}<p>0Shares</p><div>"
                f"{ps.replace('</p>', '</p><div class=ad><a>أعلن</a></div>')}</div>{OTHERS}"
            ),
        }

    def test_the_seed_page_as_html_is_the_seed_page(self):
        path = shared_file("seed/000_53785b917c2feb6c.txt")
        text = page_text.read(detect.look(path), Known())
        lines = path.read_text("utf-8").split("\n")
        for name, body in self.frames(lines, text.title).items():
            item = read(f"<html lang=ar><body>{body}</body></html>")
            with self.subTest(name):
                self.assertEqual(item.title, text.title)
                self.assertEqual(item.paragraphs, text.paragraphs)
                self.assertEqual(item.categories, text.categories)
                self.assertEqual(
                    (item.read_on, item.published, item.shares), (date(2024, 4, 26), None, 0)
                )

    def test_a_blog_page_is_read_whole_with_its_sections_author_and_tags(self):
        item = page_html.read(
            detect.look(shared_file("samples/feeds/wordpress-6.1-ar/wp-ar-post.html")), Known()
        )
        self.assertEqual(item.categories, ("سياسة", "محليات"))
        self.assertEqual(item.byline, (("ليلى الحَسَن", "writer"),))
        self.assertEqual(item.tags, ("COVID-19", "الانتخابات"))
        self.assertEqual(item.published.isoformat(), "2014-01-05T10:00:00+02:00")
        self.assertIn("عنوان فرعي", item.paragraphs)
        self.assertIn("اقتباس", item.paragraphs)
        self.assertNotIn("تعليق", " ".join(item.paragraphs))

    def test_a_front_page_is_refused_as_a_list(self):
        found = detect.look(shared_file("samples/feeds/wordpress-6.1-ar/wp-ar-home.html"))
        with self.assertRaisesMessage(Unreadable, "list of articles"):
            page_html.read(found, Known())


class LinkedDataTests(SimpleTestCase):
    def test_data_comes_before_meta_and_before_what_is_seen(self):
        item = read(
            with_data(
                {
                    "datePublished": "2018-02-10T09:30:00+00:00",
                    "author": [{"@type": "Person", "name": "ليلى الحسن"}],
                    "keywords": "ترميم، أسواق",
                    "articleSection": "محليات",
                    "description": "السوق يعود بعد غياب طويل.",
                    "image": {"url": "https://news.example/1.jpg"},
                    "mainEntityOfPage": {"@id": "https://news.example/n/1"},
                    "interactionStatistic": {
                        "interactionType": "https://schema.org/ShareAction",
                        "userInteractionCount": 7,
                    },
                },
                f'<meta name="author" content="آخر">{paragraphs()}',
            )
        )
        self.assertEqual(item.published, datetime(2018, 2, 10, 9, 30, tzinfo=UTC))
        self.assertEqual(item.byline, (("ليلى الحسن", "writer"),))
        self.assertEqual(item.tags, ("ترميم", "أسواق"))
        self.assertEqual(item.categories, ("محليات",))
        self.assertEqual(item.lead, "السوق يعود بعد غياب طويل.")
        self.assertEqual(item.picture, "https://news.example/1.jpg")
        self.assertEqual(item.address, "https://news.example/n/1")
        self.assertEqual(item.shares, 7)

    def test_a_time_without_a_zone_is_the_newsrooms(self):
        item = read(with_data({"datePublished": "2018-02-10T09:30:00"}))
        self.assertEqual(item.published, datetime(2018, 2, 10, 9, 30, tzinfo=RIYADH))

    def test_a_day_alone_stays_a_day(self):
        self.assertEqual(
            read(with_data({"datePublished": "2018-02-10"})).published, date(2018, 2, 10)
        )

    def test_the_breadcrumb_of_the_data_is_the_path(self):
        steps = ["الرئيسية", "أخبار", "محليات", TITLE]
        items = [{"@type": "ListItem", "position": n, "name": step} for n, step in enumerate(steps)]
        trail = {"@type": "BreadcrumbList", "itemListElement": items[::-1]}
        graph = {"@graph": [{"@type": ["NewsArticle"], "headline": TITLE}, trail]}
        self.assertEqual(read(with_data(graph)).categories, ("أخبار", "محليات"))

    def test_a_text_in_the_data_is_taken_when_it_is_whole_and_has_paragraphs(self):
        hidden = "<div>تتمة الخبر للمشتركين.</div>"
        item = read(with_data({"articleBody": "\n\n".join(TEXT)}, f"<p>{TEXT[0]}</p>{hidden}"))
        self.assertEqual(item.paragraphs, TEXT)

    def test_a_text_in_the_data_without_paragraphs_or_cut_short_gives_way_to_the_page(self):
        for stated in (" ".join(TEXT), TEXT[0], ""):
            with self.subTest(stated[:20]):
                self.assertEqual(read(with_data({"articleBody": stated})).paragraphs, TEXT)

    BROKEN = (
        '{"@type": "NewsArticle", "headline": ',
        "[" * 100_000,
        '{"@type": {"@type": 1}, "headline": {"x": []}, "author": [[["x"]]], "datePublished": []}',
        '{"@type": "NewsArticle", "headline": 7, "image": {"url": {}}, "mainEntityOfPage": [[]]}',
        '{"@type": "NewsArticle", "author": null, "datePublished": "0000-99-99T99:99:99"}',
        '{"@type": "NewsArticle", "datePublished": "9999-12-31T23:59:59-23:59"}',
        "null",
        "",
    )

    def test_broken_data_is_passed_over(self):
        for data in self.BROKEN:
            page = f'<script type="application/ld+json">{data}</script><h1>{TITLE}</h1>'
            with self.subTest(data[:30]):
                item = read(page + paragraphs())
                self.assertEqual((item.title, item.paragraphs), (TITLE, TEXT))

    def test_markup_and_halves_of_letters_in_data_do_not_come_in(self):
        data = {"headline": "خبر <b>مهم</b> &amp;amp; عاجل نصف"}
        page = with_data(data).replace(f"<h1>{TITLE}</h1>", "").replace("نصف", r"\ud800")
        self.assertEqual(read(page).title, "خبر مهم & عاجل")


class MetaTests(SimpleTestCase):
    def page(self, head, body="", heading=f"<h1>{TITLE}</h1>"):
        return f"<html lang=ar><head>{head}</head><body>{heading}{body}{paragraphs()}</body></html>"

    def test_the_heading_is_the_title_although_the_head_cuts_it_short_or_names_the_site(self):
        for stated in (f"{TITLE[:30]}…", f"{TITLE} - صحيفة الضفاف", f"{TITLE} | الضفاف"):
            with self.subTest(stated):
                head = f'<meta property="og:title" content="{stated}"><title>{stated}</title>'
                self.assertEqual(read(self.page(head)).title, TITLE)

    def test_without_a_heading_the_title_is_the_heads_without_the_site(self):
        head = (
            f"<title>{TITLE} - صحيفة الضفاف</title>"
            '<meta property="og:site_name" content="صحيفة الضفاف">'
        )
        self.assertEqual(read(self.page(head, heading="<h1>صحيفة الضفاف</h1>")).title, TITLE)

    def test_a_stated_time_is_that_of_publishing_and_the_headers_day_that_of_reading(self):
        head = '<meta property="article:published_time" content="2018-02-10T06:00:00Z">'
        page = self.page(head).replace("<body>", "<body><p>الجمعة, أبريل 26, 2024</p>")
        item = read(page)
        self.assertEqual(item.published, datetime(2018, 2, 10, 6, tzinfo=UTC))
        self.assertEqual(item.read_on, date(2024, 4, 26))

    def test_a_time_in_the_sites_header_is_never_that_of_publishing(self):
        now = '<header><time datetime="2024-04-26">الجمعة, أبريل 26, 2024</time></header>'
        item = read(self.page("").replace("<body>", f"<body>{now}"))
        self.assertEqual((item.published, item.read_on), (None, date(2024, 4, 26)))

    def test_a_time_under_the_heading_is_that_of_publishing(self):
        for shown in (
            '<time datetime="2018-02-10T09:00:00+03:00">10 فبراير</time>',
            "<span class=posted>10 فبراير 2018</span>",
        ):
            with self.subTest(shown):
                published = read(self.page("", f"<div>{shown}</div>")).published
                day = published.date() if isinstance(published, datetime) else published
                self.assertEqual(day, date(2018, 2, 10))

    def test_only_web_addresses_are_addresses(self):
        for address in (
            "javascript:alert(1)",
            "//x",
            "ftp://x/",
            "http://u:p@x/",
            "https://[",
            " ",
        ):
            with self.subTest(address):
                head = f'<link rel="canonical" href="{address}">'
                self.assertEqual(read(self.page(head)).address, "")

    def test_a_page_in_english_says_so(self):
        text = "The city began to repair the old market on Tuesday, three years after it closed."
        page = f"<html lang=en><h1>The old market opens again</h1><p>{text}</p><p>{text[:60]}.</p>"
        self.assertEqual(read(page).language, "en")
