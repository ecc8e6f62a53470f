"""What the newsroom says of itself: pages in each language that has them, and the masthead."""

from django.contrib.admin.models import LogEntry
from django.test import TestCase
from django.urls import reverse

from articles.models import Page
from tests.makers import NOON, make_author, make_page, make_user


class ReadingTests(TestCase):
    def test_about_masthead_and_contact_have_addresses_of_their_own(self):
        for slug in ("about", "masthead", "contact"):
            make_page(slug)
            self.assertEqual(self.client.get(f"/{slug}/").status_code, 200)
            answer = self.client.get(f"/pages/{slug}/")
            self.assertRedirects(answer, f"/{slug}/", status_code=301)

    def test_a_policy_lies_among_the_pages_and_may_be_named_in_arabic(self):
        page = make_page("سياسة-التصحيح", title_ar="سياسة التصحيح")
        answer = self.client.get(page.get_absolute_url())
        self.assertContains(answer, ">سياسة التصحيح</h1>")

    def test_a_page_that_is_not_written_in_a_language_is_not_there_in_it(self):
        make_page("about", title_en="About us")
        self.assertEqual(self.client.get("/about/").status_code, 200)
        self.assertEqual(self.client.get("/en/about/").status_code, 404)
        self.assertNotContains(self.client.get("/about/"), 'hreflang="en" href="http')
        self.assertNotContains(self.client.get("/en/"), "About us")

    def test_a_page_that_is_not_live_or_was_never_written_is_not_there(self):
        make_page("about", is_live=False)
        for address in ("/about/", "/contact/", "/pages/x/", "/pages/%27%22<x>/"):
            with self.subTest(address):
                self.assertEqual(self.client.get(address).status_code, 404)

    def test_the_text_is_cleaned_before_readers_get_it(self):
        make_page(
            body_ar='<p onclick="x()">نص</p><script>alert(1)</script>'
            '<a href="javascript:x">رابط</a>'
        )
        page = self.client.get("/about/")
        self.assertContains(page, "<p>نص</p>")
        for hostile in ("onclick", "alert(1)", "javascript:x"):
            self.assertNotContains(page, hostile)

    def test_readers_see_when_it_was_changed_in_their_language(self):
        make_page(title_en="About us", body_en="<p>A paper.</p>", changed_at_ar=NOON)
        self.assertContains(self.client.get("/about/"), "26 أبريل 2024</time>")
        self.assertNotContains(self.client.get("/en/about/"), "2024</time>")

    def test_the_two_languages_of_a_page_lead_to_each_other(self):
        make_page(title_en="About us", body_en="<p>A paper.</p>")
        self.assertContains(self.client.get("/about/"), 'href="/en/about/" lang="en"')
        self.assertContains(self.client.get("/en/about/"), 'href="/about/" lang="ar"')


class FooterTests(TestCase):
    def footer(self, address="/"):
        return self.client.get(address).content.decode().partition('<footer class="foot"')[2]

    def test_it_leads_to_the_pages_that_are_live_in_their_order(self):
        make_page("privacy", title_ar="لا نتتبّع القرّاء", position=30)
        make_page("about", position=10)
        make_page("contact", title_ar="راسلنا", position=20)
        make_page("masthead", title_ar="هيئة التحرير", is_live=False)
        footer = self.footer()
        self.assertNotIn("/masthead/", footer)
        self.assertIn('href="/contact/">راسلنا', footer)
        self.assertLess(footer.index("/about/"), footer.index("/pages/privacy/"))

    def test_a_fresh_newsroom_has_no_link_to_a_page_that_nobody_wrote(self):
        for slug in ("/about/", "/masthead/", "/contact/"):
            self.assertNotIn(slug, self.footer())


class MastheadTests(TestCase):
    def test_people_stand_by_position_in_the_order_of_the_masthead(self):
        make_page("masthead", title_ar="هيئة التحرير")
        editor = {"position_ar": "محررة", "on_masthead": True}
        make_author("نوال درويش", masthead_order=2, **editor)
        make_author("دينا الصبّاغ", masthead_order=3, **editor)
        make_author("ريما", position_ar="رئيسة التحرير", on_masthead=True, masthead_order=1)
        make_author("كاتب ضيف")
        positions = self.client.get("/masthead/").context["positions"]
        self.assertEqual(
            [(title, [one.name for one in people]) for title, people in positions],
            [("رئيسة التحرير", ["ريما"]), ("محررة", ["نوال درويش", "دينا الصبّاغ"])],
        )

    def test_in_english_nobody_is_missing_and_no_title_is_arabic(self):
        make_page("masthead", title_en="Masthead", body_en="<p>Us.</p>")
        make_author("ريما", name_en="Rima", position_ar="رئيسة التحرير", on_masthead=True)
        page = self.client.get("/en/masthead/")
        self.assertContains(page, ">Rima</a>")
        self.assertNotContains(page, "رئيسة التحرير")


class WritingTests(TestCase):
    def post(self, **changes):
        values = {
            "title_ar": "من نحن", "title_en": "", "body_ar": "<p>صحيفة.</p>", "body_en": "",
            "slug": "about", "position": "1", "is_live": "on",
        }  # fmt: skip
        page = Page.objects.first()
        name = "admin:articles_page_change" if page else "admin:articles_page_add"
        return self.client.post(
            reverse(name, args=[page.pk] if page else []), values | changes, follow=True
        )

    def test_only_managing_editors_and_administrators_write_them(self):
        for role, may in (("managing_editor", 200), ("administrator", 200), ("desk_editor", 403)):
            with self.subTest(role):
                self.client.force_login(make_user(role))
                answer = self.client.get(reverse("admin:articles_page_add"))
                self.assertEqual(answer.status_code, may)

    def test_a_change_is_dated_in_its_own_language_and_noted(self):
        self.client.force_login(make_user("managing_editor"))
        self.post()
        page = Page.objects.get()
        self.assertIsNotNone(page.changed_at_ar)
        self.assertIsNone(page.changed_at_en)
        before = page.changed_at_ar
        self.post(title_en="About us", body_en="<p>A paper.</p>")
        page.refresh_from_db()
        self.assertEqual(page.changed_at_ar, before)
        self.assertIsNotNone(page.changed_at_en)
        self.assertEqual(LogEntry.objects.filter(object_id=str(page.pk)).count(), 2)

    def test_readers_never_get_a_page_by_halves(self):
        self.client.force_login(make_user("managing_editor"))
        for changes, sentence in (
            ({"body_ar": "<script>alert(1)</script>"}, "اكتب نصها"),
            ({"body_en": "<p>A paper.</p>"}, "اكتب عنوانًا للنص"),
            ({"title_en": "About us"}, "اكتب نصها"),
            ({"body_ar": "ن" * 100_001}, "أطول من أن يكون"),
        ):
            with self.subTest(sentence):
                self.assertContains(self.post(**changes), sentence)
        self.assertFalse(Page.objects.exists())

    def test_a_page_that_moves_leaves_a_way_behind_it(self):
        self.client.force_login(make_user("managing_editor"))
        self.post(slug="privacy")
        self.post(slug="خصوصية")
        answer = self.client.get("/pages/privacy/")
        self.assertRedirects(answer, reverse("page", args=["خصوصية"]), status_code=301)
