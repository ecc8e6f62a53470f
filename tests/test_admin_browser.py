"""An editor at work in a real browser: writes Arabic, shapes it, hands it in; no error is heard."""

from django.urls import reverse
from selenium.webdriver.common.keys import Keys

from articles import workflow
from articles.models import Article
from articles.states import State
from tests.desk import DeskTestCase
from tests.makers import make_author, make_category, make_edition

QUOTED = (
    "<p>قال شاهد:</p><blockquote><p>«رأيته»</p><footer>شاهد</footer></blockquote>"
    '<p>عن <bdi lang="en">Harbor Ledger</bdi>.</p>'
)
# What word processors put on the clipboard.
PASTED = (
    '<b style="font-weight:normal"><p dir="rtl" style="color:red"><span style="font-weight:700">'
    'غامق</span><span style="font-weight:400"> عادي</span></p></b><img src="x" onerror="alert(1)">'
)
PASTE = """
    const field = document.querySelector('.ProseMirror'), data = new DataTransfer();
    field.focus();
    data.setData('text/html', arguments[0]);
    field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
"""


class DeskTests(DeskTestCase):
    def test_an_article_is_written_and_sent_to_review(self):
        make_category("محليات")
        make_author("أنس الترجمان")
        self.open(reverse("admin:articles_article_add"))
        field = self.wait_for(".ProseMirror")
        self.assertEqual((field.get_attribute("dir"), field.get_attribute("lang")), ("rtl", "ar"))
        self.find("#id_title_ar").send_keys("الجسر القديم يُفتح للمشاة")
        field.click()
        self.write("يفتح الجسر ")
        self.shape("غامق")
        self.write("يوم الجمعة")
        self.shape("غامق")
        self.write(".", Keys.ENTER, "«عاد الجسر»")
        self.shape("اقتباس بارز")
        self.write(Keys.ENTER, "مهندس", Keys.ENTER, "نهاية")
        self.assertEqual(
            self.body(),
            "<p>يفتح الجسر <strong>يوم الجمعة</strong>.</p><blockquote><p>«عاد الجسر»</p>"
            "<footer>مهندس</footer></blockquote><p>نهاية</p>",
        )
        self.choose("id_category", "محليات")
        self.choose("id_bylines-0-author", "الترجمان")
        self.find("#id_tags").send_keys("جسور، ترميم")
        self.assert_fits()
        self.send('[name="_move"][value="submit"]')
        self.assert_quiet()
        article = Article.objects.get()
        self.assertEqual(article.state, State.REVIEW)
        self.assertEqual(article.tags.count(), 2)
        self.assertEqual(article.bylines.get().author.name, "أنس الترجمان")
        (edition,) = workflow.publish(article)
        self.assertIn("<footer>مهندس</footer>", edition.body)

    def test_a_body_that_nobody_touches_is_sent_back_letter_for_letter(self):
        article = make_edition(body_ar=QUOTED).article
        self.open(reverse("admin:articles_article_change", args=[article.pk]))
        self.wait_for(".ProseMirror blockquote footer")
        self.send('[name="_continue"]')
        article.refresh_from_db()
        self.assertEqual(article.body_ar, QUOTED)
        field = self.wait_for(".ProseMirror")
        field.send_keys(Keys.CONTROL, Keys.END)
        self.write("زيادة")
        self.assertIn("<footer>شاهد</footer>", self.body())
        self.assertIn('<bdi lang="en">Harbor Ledger</bdi>', self.body())
        self.assert_quiet()

    def test_a_pasted_text_keeps_its_meaning_and_loses_its_looks(self):
        self.open(reverse("admin:articles_article_add"))
        self.wait_for(".ProseMirror")
        self.browser.execute_script(PASTE, PASTED)
        self.assertEqual(self.body(), "<p><strong>غامق</strong> عادي</p>")
        self.assert_quiet()

    def test_a_link_is_set_from_a_bare_address(self):
        self.open(reverse("admin:articles_article_add"))
        self.wait_for(".ProseMirror").click()
        self.write("المصدر", Keys.CONTROL, "a", Keys.NULL)
        self.shape("رابط")
        self.wait_for(".link-dialog input").send_keys("example.org/1", Keys.ENTER)
        self.wait_until_closed()
        self.assertIn('href="https://example.org/1"', self.body())
        self.assert_quiet()

    def test_the_keyboard_saves_and_leaving_asks_first(self):
        self.open(reverse("admin:articles_article_add"))
        self.wait_for(".ProseMirror")
        asks = "return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
        self.assertFalse(self.browser.execute_script(asks))
        self.find("#id_title_ar").send_keys("عنوان")
        self.assertTrue(self.browser.execute_script(asks))
        self.find("#id_title_ar").send_keys(Keys.CONTROL, "s")
        self.wait_for(".messagelist .success")
        self.assertEqual(Article.objects.get().title_ar, "عنوان")

    def test_pages_fit_a_phone_and_say_nothing_to_the_console(self):
        article = make_edition().article
        self.resize(360)
        pages = [
            "index",
            "articles_article_changelist",
            "articles_image_add",
            "articles_entity_add",
        ]
        addresses = [reverse(f"admin:{page}") for page in pages]
        for address in [*addresses, reverse("admin:articles_article_change", args=[article.pk])]:
            with self.subTest(address):
                self.open(address)
                self.assert_fits()
                self.assert_quiet()

    def test_light_and_dark_follow_the_wish(self):
        self.open(reverse("admin:index"))
        colour = "return getComputedStyle(document.body).backgroundColor"
        self.assertEqual(self.browser.execute_script(colour), "rgb(255, 255, 255)")
        self.press(".theme-toggle")
        self.assertEqual(self.browser.execute_script(colour), "rgb(18, 21, 24)")
        self.assertEqual(self.find(".theme-toggle").text, "المظهر: داكن")
