"""The text doctor's page in a real browser: on a phone, with the keyboard, in light and dark."""

from django.conf import settings
from django.test import Client
from django.urls import reverse
from selenium.webdriver.common.keys import Keys

from tests.browser import BrowserTestCase
from tests.makers import make_article, make_user

BODY = (
    "<p>ذکرت مواقع أن الوفد وصل الى المقر , ثم غادر.</p>"
    f"<p>{'امريكا' * 30} وقف امام الباب  https://example.org/{'a' * 90} ، ثم علی المقر.</p>"
)


class DoctorBrowserTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        client = Client()
        client.force_login(make_user("desk_editor"))
        self.article = make_article(title_ar="تحقيقات امريکية بشأن المقر", body_ar=BODY)
        self.open(reverse("admin:login"))
        name = settings.SESSION_COOKIE_NAME
        self.browser.add_cookie({"name": name, "value": client.cookies[name].value, "path": "/"})

    def look(self):
        self.open(reverse("admin:articles_article_doctor", args=[self.article.pk]))

    def test_it_fits_every_screen_in_light_and_dark_and_the_console_is_quiet(self):
        for width in (320, 360, 1280):
            for scheme in ("light", "dark"):
                with self.subTest(width=width, scheme=scheme):
                    feature = {"name": "prefers-color-scheme", "value": scheme}
                    self.browser.execute_cdp_cmd(
                        "Emulation.setEmulatedMedia", {"features": [feature]}
                    )
                    self.resize(width)
                    self.look()
                    self.assert_fits()
                    self.assert_quiet()

    def test_an_editor_accepts_with_the_keyboard_alone(self):
        self.look()
        boxes = self.find_all("input[name=accept]")
        suggestion = next(box for box in boxes if not box.is_selected())
        # Django's pages put nothing between two boxes, so Tab leads from each to the next.
        boxes[0].send_keys(Keys.SPACE, Keys.TAB)
        self.assertFalse(boxes[0].is_selected())
        self.assertEqual(self.browser.switch_to.active_element, boxes[1])
        suggestion.send_keys(Keys.SPACE)
        self.find(".submit-row button").send_keys(Keys.ENTER)
        self.wait_for(".messagelist .success")
        self.article.refresh_from_db()
        self.assertEqual(self.article.title_ar, "تحقيقات أمريکية بشأن المقر")
        self.assertIn("ذكرت مواقع", self.article.body_ar)
        self.assertIn("وصل الى المقر،", self.article.body_ar)
