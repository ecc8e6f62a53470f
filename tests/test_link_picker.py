"""A journalist links to a story of ours by its words, and the link lasts."""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles import workflow
from articles.admin.links import MOST
from articles.editions.clean import clean
from articles.models import Article
from articles.search import vocabulary
from tests.browser import PATIENCE
from tests.desk import DeskTestCase
from tests.makers import make_article, make_category, make_edition, make_user

STORIES = "admin:articles_article_stories"


class StoriesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.reporter = make_user("reporter")

    def setUp(self):
        self.client.force_login(self.reporter)

    def ask(self, typed, **params):
        answer = self.client.get(reverse(STORIES), {"q": typed, **params})
        self.assertEqual(answer.status_code, 200)
        return answer.json()["stories"]

    def titles(self, typed, **params):
        return [story["title"] for story in self.ask(typed, **params)]

    def test_a_story_comes_with_all_that_tells_it_from_others(self):
        section = make_category("اقتصاد", name_ar="اقتصاد")
        edition = make_edition(title_ar="أسعار الخبز", category=section)
        self.assertEqual(
            self.ask("الخبز"),
            [
                {
                    "title": "أسعار الخبز",
                    "section": "اقتصاد",
                    "date": "26 أبريل 2024",
                    "language": "ar",
                    "direction": "rtl",
                    "mark": "",
                    "address": edition.get_absolute_url(),
                }
            ],
        )
        self.assertTrue(edition.get_absolute_url().startswith(f"/n/{edition.article_id}/"))

    def test_it_is_found_in_whatever_form_and_english_ones_are_marked(self):
        make_edition(
            title_ar="الأمطار تغلق المدارس", title_en="Rain shuts schools", body_en="<p>x</p>"
        )
        vocabulary.catch_up()
        for typed in ("وامطار", "للمدارس", "المدرسه الامطار", "hgl]hvs"):
            with self.subTest(typed):
                self.assertEqual(self.titles(typed), ["الأمطار تغلق المدارس"])
        found = self.ask("rains")[0]
        self.assertEqual((found["title"], found["mark"]), ("Rain shuts schools", "بالإنجليزية"))
        self.assertTrue(found["address"].startswith("/en/n/"))

    def test_the_word_that_is_still_being_typed_may_go_on(self):
        make_edition(title_ar="انتخابات الجامعة")
        vocabulary.catch_up()
        for typed in ("انتخابات ال", "انتخابات الجا", "الجام", "انتخ"):
            with self.subTest(typed):
                self.assertEqual(self.titles(typed), ["انتخابات الجامعة"])

    def test_readers_must_have_it_and_no_story_leads_to_itself(self):
        make_article(title_ar="الميناء مسودة")
        workflow.withdraw(make_edition(title_ar="الميناء سُحب").article)
        edition = make_edition(title_ar="الميناء يعمل")
        self.assertEqual(self.titles("الميناء"), ["الميناء يعمل"])
        self.assertEqual(self.titles("الميناء", leave=edition.article_id), [])

    def test_the_nearest_few_in_a_bounded_number_of_queries(self):
        for number in range(MOST + 3):
            make_edition(title_ar=f"خبر عن الجسر {number}", body_ar="<p>والميناء أيضا.</p>")
        make_edition(title_ar="الجسر والميناء")
        vocabulary.catch_up()
        with CaptureQueriesContext(connection) as queries:
            found = self.titles("الجسر الميناء")
        self.assertEqual((len(found), found[0]), (MOST, "الجسر والميناء"))
        with CaptureQueriesContext(connection) as more:
            self.ask("كلمات كثيرة لا يجدها أحد " * 50 + "الج")
        self.assertLessEqual(max(len(queries), len(more)), 24)

    def test_any_text_is_answered(self):
        for typed in ("", " ", "(", "'", "\\", "\x00", "%", "ا" * 5000, "-x", "OR", '"', "قسم:فلك"):
            with self.subTest(typed[:9]):
                self.assertEqual(self.ask(typed), [])
        for leave in ("", "x", "-1", "9" * 40, "٣"):
            self.ask("خبر", leave=leave)

    def test_only_the_newsroom_asks_and_only_by_get(self):
        self.assertEqual(self.client.post(reverse(STORIES)).status_code, 405)
        self.client.logout()
        self.assertEqual(self.client.get(reverse(STORIES), {"q": "خبر"}).status_code, 302)
        stranger = make_user("reporter")
        stranger.groups.clear()
        self.client.force_login(stranger)
        self.assertEqual(self.client.get(reverse(STORIES), {"q": "خبر"}).status_code, 403)


class LastingTests(TestCase):
    def test_a_link_to_a_story_reaches_readers_as_a_path_of_this_site(self):
        target = make_edition(title_ar="جسر المرسى").get_absolute_url()
        body = f'<p>كما <a href="{target}">كتبنا</a> من قبل.</p>'
        self.assertIn(f'href="{target}"', clean(body))
        edition = make_edition(body_ar=body)
        self.assertIn(f'href="{target}"', edition.body)
        self.assertContains(self.client.get(edition.get_absolute_url()), f'href="{target}"')
        self.assertEqual(self.client.get(target).status_code, 200)

    def test_a_story_that_was_withdrawn_hinders_no_publication(self):
        target = make_edition(title_ar="جسر المرسى")
        article = make_article(
            body_ar=f'<p>كما <a href="{target.get_absolute_url()}">كتبنا</a>.</p>'
        )
        workflow.withdraw(target.article)
        edition = workflow.publish(article)[0]
        self.assertIn(target.get_absolute_url(), edition.body)
        self.assertEqual(self.client.get(target.get_absolute_url()).status_code, 410)


class PickerTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.target = make_edition(
            title_ar="الأمطار تغلق جسر المرسى", title_en="Rain closes a bridge", body_en="<p>x</p>"
        )
        make_edition(title_ar="أمطار متفرقة على الجبل")
        vocabulary.catch_up()
        self.open(reverse("admin:articles_article_add"))
        self.wait_for(".ProseMirror").click()

    def ask_for(self, typed):
        """Open the dialog and type into it."""
        self.shape("رابط")
        self.wait_for(".link-dialog input").send_keys(typed)

    def wait_for_stories(self, many):
        WebDriverWait(self.browser, PATIENCE).until(
            lambda _browser: len(self.find_all(".link-dialog [role=option]")) == many
        )

    def active(self):
        """The story that Enter would take, as those who hear the page are told."""
        field = self.find(".link-dialog input")
        return self.find(f"#{field.get_attribute('aria-activedescendant')} .link-story").text

    def test_a_story_is_picked_with_the_keyboard_by_words_without_hamza(self):
        self.write("كما كتبنا", Keys.CONTROL, "a", Keys.NULL)
        self.ask_for("وامطار المرسي")
        self.wait_for(".link-dialog [role=option]")
        self.assertEqual(self.active(), "الأمطار تغلق جسر المرسى")
        self.write(Keys.ENTER)
        self.wait_until_closed()
        link = f'<a href="{self.target.get_absolute_url()}"'
        self.assertIn(link, self.body())
        self.assertIn(">كما كتبنا</a>", self.body())
        self.find("#id_title_ar").send_keys("متابعة")
        self.send('[name="_continue"]')
        self.assertIn(link, clean(Article.objects.get(title_ar="متابعة").body_ar))
        self.assert_quiet()

    def test_arrows_walk_and_escape_leaves_everything_as_it_was(self):
        self.ask_for("امطار")
        self.wait_for_stories(2)
        first = self.active()
        self.write(Keys.ARROW_DOWN)
        self.assertNotEqual(self.active(), first)
        self.write(Keys.ARROW_DOWN)
        self.assertEqual(self.active(), first)
        self.assert_fits()
        self.write(Keys.ESCAPE)
        self.wait_until_closed()
        self.assertEqual(self.body(), "")
        self.assert_quiet()

    def test_with_nothing_selected_the_title_becomes_the_link(self):
        self.ask_for("bridges")
        self.wait_for_stories(1)
        self.assertIn("بالإنجليزية", self.find(".link-dialog [role=option]").text)
        self.press(".link-dialog [role=option]")
        self.wait_until_closed()
        self.write(" بعد")
        self.assertRegex(
            self.body(),
            r'<p><a lang="en" href="/en/n/\d+/rain-[^>]*>Rain closes a bridge</a> بعد</p>',
        )

    def test_an_address_is_taken_as_it_is_and_can_be_changed(self):
        self.write("المصدر", Keys.CONTROL, "a", Keys.NULL)
        self.ask_for(self.target.short_url + Keys.ENTER)
        self.wait_until_closed()
        self.assertIn(f'href="{self.target.short_url}"', self.body())
        self.ask_for(Keys.CONTROL + "a" + Keys.NULL + self.live_server_url + "/n/1/" + Keys.ENTER)
        self.wait_until_closed()
        self.assertIn('href="/n/1/"', self.body())
        self.ask_for(Keys.CONTROL + "a" + Keys.NULL + "desk@example.org" + Keys.ENTER)
        self.wait_until_closed()
        self.assertIn('href="mailto:desk@example.org"', self.body())

    def test_words_that_no_story_has_are_no_address(self):
        self.ask_for("زلزال" + Keys.ENTER)
        WebDriverWait(self.browser, PATIENCE).until(
            lambda _browser: "لا مادة" in self.find(".link-dialog [role=status]").text
        )
        self.write(Keys.ENTER)
        self.assertEqual(len(self.find_all(".link-dialog")), 1)
        self.write(Keys.ESCAPE)

    def test_it_fits_a_phone(self):
        self.resize(360)
        self.ask_for("امطار")
        self.wait_for_stories(2)
        self.assert_fits()
        self.write(Keys.ESCAPE)
