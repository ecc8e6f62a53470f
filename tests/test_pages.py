"""What a reader finds on the pages, and what an address answers when something is wrong."""

import re
from datetime import date
from unittest import mock

from django.test import TestCase
from django.urls import reverse

from articles import addresses, workflow
from tests.makers import (
    make_article,
    make_author,
    make_category,
    make_edition,
    make_entity,
    make_source,
)
from tests.shared import shared, shared_file


def words_of(response):
    """The page's text as a reader sees it: without tags, blanks folded."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", response.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", text)


class ArticlePageTests(TestCase):
    """Everything that stood on the page we began from stands on ours."""

    @classmethod
    def setUpTestData(cls):
        cls.top = make_category("أخبار وتقارير")
        cls.section = make_category("العالم العربي", parent=cls.top)
        cls.source = make_source("صحيفة المرفأ")
        cls.entity = make_entity("مدينة المرسى")
        cls.author = make_author("سلمى الحداد")
        cls.edition = make_edition(
            title_ar="طريق جديد إلى الميناء",
            lead_ar="يفتح الشهر المقبل.",
            body_ar="<p>ذكرت صحيفة المرفأ أن الطريق يبدأ من مدينة المرسى.</p><p>وينتهي بالجبل.</p>",
            category=cls.section,
            bylines=[(cls.author, "writer", "")],
            tags=["طرق"],
            dateline_ar="المرسى",
        )
        cls.other = make_edition(title_ar="مدينة المرسى تحتفل", tags=["طرق"], category=cls.section)

    def setUp(self):
        self.page = self.client.get(self.edition.get_absolute_url())
        self.text = words_of(self.page)
        self.html = self.page.content.decode()

    def test_it_is_arabic_and_right_to_left(self):
        self.assertRegex(self.html, r'<html lang="ar" dir="rtl">')

    def test_the_header_carries_todays_date(self):
        with mock.patch("django.utils.timezone.localdate", return_value=date(2024, 4, 26)):
            page = self.client.get(self.edition.get_absolute_url())
        header = page.content.decode().partition("<main")[0]
        self.assertIn("الجمعة، 26 أبريل 2024", header)

    def test_it_has_date_breadcrumb_title_lead_body_byline_and_reading_time(self):
        for words in (
            "الجمعة، 26 أبريل 2024", self.top.name, self.section.name, "طريق جديد إلى الميناء",
            "يفتح الشهر المقبل.", "وينتهي بالجبل.", "سلمى الحداد", "المرسى", "دقيقة",
        ):  # fmt: skip
            with self.subTest(words):
                self.assertIn(words, self.text)

    def test_it_has_the_share_count_and_plain_share_links(self):
        self.assertIn("لا مشاركات بعد", self.text)
        for host in ("wa.me", "t.me", "x.com", "www.facebook.com"):
            self.assertIn(f'href="https://{host}/', self.html)

    def test_it_names_its_sources_and_marks_the_passage(self):
        self.assertIn(f'href="/source/{self.source.slug}/"', self.html)
        self.assertRegex(self.html, r'المرسى</a>\.<a class="src" href="#s1"')
        self.assertIn('id="s1"', self.html)

    def test_names_link_to_their_topics(self):
        link = f'<a href="/topic/{self.entity.slug}/">'
        body = self.html.partition('class="prose"')[2].partition("</div>")[0]
        self.assertIn(link, body)
        self.assertIn("في هذا الخبر", self.text)

    def test_related_and_most_read_are_there(self):
        self.assertIn("مقالات ذات صلة", self.text)
        self.assertIn(self.other.title, self.text)

    def test_machines_get_a_card(self):
        self.assertIn('<meta property="og:type" content="article">', self.html)
        self.assertIn('content="2024-04-26T12:00:00+00:00"', self.html)
        self.assertRegex(self.html, r'<link rel="canonical" href="http[^"]+/n/')

    def test_readers_get_no_cookie(self):
        self.assertFalse(self.page.cookies)


class AddressTests(TestCase):
    def test_short_and_old_addresses_lead_to_the_article_in_one_hop(self):
        edition = make_edition(title_ar="العنوان الأول")
        old = edition.get_absolute_url()
        workflow.edit(edition.article, {"title_ar": "العنوان الثاني"})
        workflow.publish(edition.article)
        edition.refresh_from_db()
        for address in (edition.short_url, old, f"/n/{edition.article_id}/{'x' * 300}/"):
            with self.subTest(address):
                answer = self.client.get(address)
                self.assertRedirects(answer, edition.get_absolute_url(), status_code=301)

    def test_a_former_address_leads_to_the_present_one_in_one_hop(self):
        category = make_category()
        present = category.get_absolute_url()
        addresses.remember("/old/", "/older/")
        addresses.remember("/older/", present)
        for former in ("/old/", "/older/"):
            self.assertRedirects(self.client.get(former), present, status_code=301)

    def test_an_unknown_address_offers_a_search(self):
        answer = self.client.get("/لا-شيء/")
        self.assertContains(answer, 'action="/search/"', status_code=404)
        self.assertContains(answer, 'dir="rtl"', status_code=404)

    def test_a_withdrawn_article_says_so(self):
        edition = make_edition()
        workflow.withdraw(edition.article)
        answer = self.client.get(edition.get_absolute_url())
        self.assertEqual(answer.status_code, 410)
        self.assertNotIn("قال رئيس البلدية", answer.content.decode())

    def test_a_draft_has_no_page(self):
        article = make_article()
        self.assertEqual(self.client.get(f"/n/{article.pk}/").status_code, 404)

    def test_no_address_breaks_the_server(self):
        make_edition()
        for address in (
            "/n/0/", "/n/99999999999999999999999/", "/n/1/%00/", "/topic/%00/", "/section//",
            "/section/a/b/c/d/e/", "/section/%2e%2e/", "/tag/%ff%fe/", "/author/'%22<x>/",
            "/source/" + "ن" * 3000 + "/", "/sitemap-ar-999999999999.xml", "/sitemap-xx-0.xml",
            "/search/?q=%00", "/search/?q=" + "ا" * 9000, "/search/?page=٣", "/search/?page=-1&q=a",
            "/search/?page=99999999999999999999&q=a", "/?after=%00", "/en/%00",
        ):  # fmt: skip
            with self.subTest(address[:60]):
                self.assertIn(self.client.get(address).status_code, (200, 301, 400, 404, 410))

    @shared
    def test_hostile_strings_neither_break_a_page_nor_come_back_as_markup(self):
        make_edition()
        lines = shared_file("samples/hostile/blns/blns.txt").read_text("utf-8").splitlines()
        for line in lines:
            if line and not line.startswith("#"):
                for address in (reverse("search"), "/topic/"):
                    answer = self.client.get(address, {"q": line, "after": line})
                    self.assertIn(answer.status_code, (200, 400, 404), line)
                    self.assertNotRegex(
                        answer.content.decode(), r"<(script|img)[^>]*(alert|onerror)"
                    )


class LanguageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.section = make_category("اقتصاد", name_en="Economy")
        cls.both = make_edition(
            title_ar="الميناء يعمل", title_en="The port works", body_en="<p>It does.</p>",
            category=cls.section,
        )  # fmt: skip
        cls.arabic_only = make_edition(title_ar="خبر بالعربية وحدها", category=cls.section)

    def test_english_pages_show_only_what_exists_in_english(self):
        for address in ("/en/", f"/en{self.section.get_absolute_url()}"):
            page = self.client.get(address)
            self.assertContains(page, '<html lang="en" dir="ltr">')
            self.assertContains(page, "The port works")
            self.assertNotContains(page, "خبر بالعربية وحدها")

    def test_what_has_no_english_name_and_no_english_story_has_no_english_page(self):
        only_arabic = make_category("محليات")
        entity = make_entity("بلدية الوادي البعيد")
        for address in (only_arabic.get_absolute_url(), entity.get_absolute_url()):
            for path in (address, f"{address}feed/"):
                self.assertEqual(self.client.get(path).status_code, 200)
                self.assertEqual(self.client.get(f"/en{path}").status_code, 404)
        self.assertEqual(self.client.get(f"/en{self.section.get_absolute_url()}").status_code, 200)

    def test_an_article_without_english_has_no_english_page(self):
        self.assertEqual(self.client.get(f"/en/n/{self.arabic_only.article_id}/").status_code, 404)

    def test_the_two_languages_point_at_each_other(self):
        arabic = self.client.get(self.both.get_absolute_url())
        self.assertContains(arabic, 'hreflang="en"')
        english = self.client.get(f"/en/n/{self.both.article_id}/the-port-works/")
        self.assertContains(english, 'hreflang="ar"')

    def test_a_browsers_preference_changes_nothing(self):
        page = self.client.get("/", headers={"accept-language": "en"})
        self.assertContains(page, 'lang="ar"')
        self.assertNotIn("Accept-Language", page.headers.get("Vary", ""))


class SearchPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.edition = make_edition(
            title_ar="تحقيقات امريکية في ترکيا", body_ar="<p>وقال المسؤول إن الحفرة عميقة.</p>"
        )

    def find(self, query):
        return self.client.get(reverse("search"), {"q": query})

    def test_persian_letters_are_found_by_arabic_ones_and_shown_as_written(self):
        page = self.find("تحقيقات أمريكية تركيا")
        self.assertContains(page, "<mark>امريکية</mark>")

    def test_the_passage_shows_where_it_matches(self):
        self.assertContains(self.find("الحفره"), "<mark>الحفرة</mark>")

    def test_nothing_found_says_so_and_reflects_no_markup(self):
        page = self.find("<script>alert(1)</script>")
        self.assertNotContains(page, "<script>alert")
        self.assertContains(page, "لا نتائج")

    def test_drafts_and_other_languages_are_not_found(self):
        make_article(title_ar="سر لم ينشر")
        self.assertNotContains(self.find("سر لم ينشر"), "سر لم ينشر</a>")
