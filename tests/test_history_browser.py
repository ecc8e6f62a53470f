"""The history in a real browser: on a phone, with the keyboard alone, in light and dark."""

from django.urls import reverse
from selenium.webdriver.common.keys import Keys

from articles import workflow
from articles.models import Article
from tests.desk import DeskTestCase
from tests.makers import make_article

BODY = (
    "<p>قالت وزارة النقل إن المرفأ استقبل 12.5 ألف حاوية، بحسب CNN وNew York Times.</p>"
    f"<p>{'المرفأ' * 40} https://example.org/{'a' * 90}</p><p>ولم تعلق الشركة.</p>"
)


class HistoryBrowserTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.article = make_article(title_ar="مرفأ المرسى يستقبل الحاويات", body_ar=BODY)
        workflow.publish(self.article)
        for number in ("12.6", "12.7"):
            link = f'<a href="/n/1/{"b" * 80}">الشركة</a>'
            body = BODY.replace("12.5", number).replace("الشركة", link)
            workflow.edit(self.article, {"body_ar": body}, by=self.editor, note="تصحيح الرقم")

    def look(self, name, *more, query=""):
        address = reverse(f"admin:articles_article_{name}", args=[self.article.pk, *more])
        self.open(address + query)

    def test_every_page_fits_every_screen_in_light_and_dark_and_the_console_is_quiet(self):
        pages = (("history", ()), ("compare", ()), ("restore", (1,)), ("change", ()))
        for width in (320, 360, 1280):
            for scheme in ("light", "dark"):
                feature = {"name": "prefers-color-scheme", "value": scheme}
                self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
                self.resize(width)
                for name, more in pages:
                    with self.subTest(width=width, scheme=scheme, page=name):
                        self.look(name, *more)
                        self.assert_fits()
                        self.assert_quiet()

    def test_with_the_keyboard_two_versions_are_chosen_compared_and_one_is_brought_back(self):
        self.look("history")
        chosen = self.find("input[name=old]:checked")
        self.assertEqual(chosen.get_attribute("value"), "2")
        chosen.send_keys(Keys.ARROW_DOWN)
        self.assertEqual(self.find("input[name=old]:checked").get_attribute("value"), "1")
        self.find(".submit-row button").send_keys(Keys.ENTER)
        self.wait_for(".diff ins")
        self.assertIn("الإصدار 1", self.find("h1").text)
        back = reverse("admin:articles_article_restore", args=[self.article.pk, 1])
        self.find(f'a[href="{back}"]').send_keys(Keys.ENTER)
        self.wait_for("form[method=post] .submit-row .default").send_keys(Keys.ENTER)
        self.wait_for(".messagelist .success")
        self.assertIn("12.5", Article.objects.get(pk=self.article.pk).body_ar)

    def test_a_change_is_told_without_colour_and_in_the_direction_of_its_text(self):
        self.look("compare", query="?old=1&new=3")
        gone, come = self.find(".diff del"), self.find(".diff ins")
        self.assertIn("line-through", gone.value_of_css_property("text-decoration-line"))
        self.assertIn("underline", come.value_of_css_property("text-decoration-line"))
        # The number that was stands before the one that is: at the right of it.
        self.assertGreater(gone.location["x"], come.location["x"])

    def test_what_readers_do_not_see_opens_on_the_articles_page(self):
        self.look("change")
        self.assertFalse(self.find(".live .diff").is_displayed())
        self.find(".live summary").send_keys(Keys.ENTER)
        self.assertTrue(self.find(".live .diff").is_displayed())
        self.assertIn("12.7", self.find(".live .diff ins").text)
