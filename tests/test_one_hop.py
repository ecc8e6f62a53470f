"""Old, wrong and mistyped addresses lead to the right one in one hop, or to a search."""

from urllib.parse import quote, unquote

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles import addresses, workflow
from articles.models import Category
from articles.views.errors import words_of
from tests.makers import make_category, make_edition, make_entity, make_user

HEADER = 3  # queries: the sections, the breaking line, the pages of the footer


class OneHop(TestCase):
    def ask(self, path, method="get"):
        """Two slashes at the beginning are sent as they are, not taken for a host."""
        as_it_is = {"PATH_INFO": path.encode().decode("latin-1")} if path.startswith("//") else {}
        return getattr(self.client, method)("/" if as_it_is else path, **as_it_is)

    def hop(self, path, method="get"):
        """Where one address leads, decoded; it must be there, and answer without another hop."""
        answer = self.ask(path, method)
        self.assertEqual(answer.status_code, 301, path)
        target = answer.headers["Location"]
        self.assertIn(getattr(self.client, method)(target).status_code, (200, 410), target)
        return unquote(target)


class ArticleTests(OneHop):
    @classmethod
    def setUpTestData(cls):
        cls.edition = make_edition(
            title_ar="المرسى تفتح الطريق",
            title_en="Marsa opens the road",
            body_en="<p>Marsa opens the road.</p>",
        )
        cls.pk = cls.edition.article_id
        cls.here = f"/n/{cls.pk}/المرسى-تفتح-الطريق/"
        cls.english = f"/en/n/{cls.pk}/marsa-opens-the-road/"

    def test_however_its_address_is_wrong(self):
        slug = "المرسى-تفتح-الطريق"
        for path in (
            f"/n/{self.pk}/",
            f"/n/{self.pk}",
            f"/n/{self.pk}/wrong/",
            f"/n/{self.pk}/wrong",
            f"/n/{self.pk}/{slug}",
            f"/n/{self.pk}/{slug.replace('ى', 'ي')}/",
            f"//n//{self.pk}//{slug}//",
            f"/n/{self.pk}/{slug}//",
            f"/n/{self.pk}/{quote(quote(slug))}/",
            f"/n/{self.pk}/{slug[:9]}/",
        ):
            for method in ("get", "head"):
                with self.subTest(path, method=method):
                    self.assertEqual(self.hop(path, method), self.here)

    def test_escapes_in_small_letters_are_the_address_itself(self):
        small = quote(self.here).lower()
        self.assertNotEqual(small, quote(self.here))
        self.assertEqual(self.client.get(small).status_code, 200)

    def test_in_english_by_its_arabic_words_too(self):
        for path in (
            f"/en{self.here}",
            f"/en/n/{self.pk}",
            f"/en/n/{self.pk}/Marsa-Opens-the-road",
        ):
            with self.subTest(path):
                self.assertEqual(self.hop(path), self.english)
        self.assertEqual(self.hop(f"/n/{self.pk}/marsa-opens-the-road/"), self.here)

    def test_what_stands_behind_the_question_mark_goes_along(self):
        for path in (f"/n/{self.pk}/", f"/n/{self.pk}", f"/n/{self.pk}/wrong/"):
            with self.subTest(path):
                target = self.hop(f"{path}?utm_source=telegram&utm_campaign=%D9%85")
                self.assertEqual(target, f"{self.here}?utm_source=telegram&utm_campaign=م")

    def test_a_former_title_and_an_address_from_before_us_after_a_second_change(self):
        addresses.remember("/2019/خبر-قديم/", self.edition.get_absolute_url())
        workflow.edit(self.edition.article, {"title_ar": "المرسى تفتح طريقين"})
        workflow.publish(self.edition.article, act="minor", note="عنوان أدق")
        now = f"/n/{self.pk}/المرسى-تفتح-طريقين/"
        for path in (self.here, self.here.rstrip("/"), "/2019/خبر-قديم/", "/2019/خبر-قديم"):
            with self.subTest(path):
                self.assertEqual(self.hop(path), now)

    def test_what_was_withdrawn_says_so_at_once(self):
        workflow.withdraw(self.edition.article)
        self.assertEqual(self.hop(f"/n/{self.pk}"), self.here)
        self.assertEqual(self.client.get(f"/n/{self.pk}/wrong/").status_code, 410)

    def test_nobody_is_sent_to_another_site(self):
        for path in ("//evil.example/", "//evil.example", "/\\evil.example", "/%2F%2Fevil.example"):
            answer = (
                self.client.get("/", PATH_INFO=path) if path[1] == "/" else self.client.get(path)
            )
            self.assertEqual(answer.status_code, 404, path)


class ListTests(OneHop):
    def test_a_section_that_moved_takes_its_sections_and_feeds_along(self):
        chief = make_user("administrator")
        self.client.force_login(chief)
        top, other = make_category("أخبار", slug="أخبار"), make_category("تقارير", slug="تقارير")
        section = make_category("عربي", slug="عربي", parent=top)
        below = make_category("مشرق", slug="مشرق", parent=section)
        make_edition(category=below)
        self.client.post(
            f"/admin/articles/category/{section.pk}/change/",
            {"name_ar": "عربي", "slug": "العالم-العربي", "parent": other.pk, "position": 10,
             "desk": "", "name_en": "", "description_ar": "", "description_en": ""},
        )  # fmt: skip
        self.assertEqual(Category.objects.get(pk=section.pk).parent_id, other.pk)
        for path, target in (
            ("/section/أخبار/عربي/", "/section/تقارير/العالم-العربي/"),
            ("/section/أخبار/عربي", "/section/تقارير/العالم-العربي/"),
            ("/section/أخبار/عربي/مشرق/", "/section/تقارير/العالم-العربي/مشرق/"),
            ("/section/أخبار/عربي/feed/", "/section/تقارير/العالم-العربي/feed/"),
            ("/section//تقارير/العالم-العربي", "/section/تقارير/العالم-العربي/"),
        ):
            with self.subTest(path):
                self.assertEqual(self.hop(path), target)

    def test_a_place_in_a_list_goes_along(self):
        entity = make_entity("مدينة المرسى")
        addresses.remember("/topic/مدينة/", entity.get_absolute_url())
        target = self.hop("/topic/مدينة?after=1-1")
        self.assertEqual(target, f"/topic/{entity.slug}/?after=1-1")


class UnknownTests(OneHop):
    def test_it_offers_a_search_for_the_words_of_the_address(self):
        for path, words in (
            ("/2019/03/طريق-الميناء-يفتح.html", "طريق الميناء يفتح"),
            ("/n/999999/طريق-الميناء/", "طريق الميناء"),
            ("/topic/بلدية_الوادي", "بلدية الوادي"),
            ("/en/news/harbour-road+opens/", "harbour road opens"),
            ("/?/", ""),
        ):
            with self.subTest(path):
                self.assertEqual(words_of(path), words)
        page = self.client.get("/2019/03/طريق-الميناء-يفتح.html")
        self.assertContains(page, 'value="طريق الميناء يفتح"', status_code=404)
        page = self.client.get("/en/2019/harbour-road/")
        self.assertContains(page, 'value="harbour road"', status_code=404)
        self.assertContains(page, 'action="/en/search/"', status_code=404)

    def test_the_words_are_few_and_only_words(self):
        self.assertEqual(words_of("/<script>alert(1)</script>/"), "script alert script")
        self.assertLessEqual(len(words_of("/" + "كلمة-" * 500).split()), 8)
        self.assertEqual(words_of("/" + "a" * 2_000), "")

    def test_it_costs_one_query_besides_its_header(self):
        make_edition()
        for path in ("/لا-شيء/", "/لا-شيء", "/en/no/such/page/", "//a//b//"):
            with self.subTest(path), CaptureQueriesContext(connection) as queries:
                self.assertEqual(self.ask(path).status_code, 404)
            asked = [one["sql"] for one in queries]
            self.assertEqual(len([sql for sql in asked if '"articles_address"' in sql]), 1, asked)
            self.assertLessEqual(len(asked), 1 + HEADER, asked)
