"""A story is passed on by plain links and by two buttons: named, reached by keyboard, counted."""

from urllib.parse import parse_qsl, urlsplit

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles.models import Edition
from tests.browser import PATIENCE, BrowserTestCase
from tests.makers import make_edition

HOSTS = {
    "whatsapp": ("wa.me", "واتساب"),
    "telegram": ("t.me", "تلغرام"),
    "x": ("x.com", "إكس"),
    "facebook": ("www.facebook.com", "فيسبوك"),
    "email": ("", "بريد"),
}


class ShareTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        self.edition = make_edition(title_ar="البلدية تبدأ أعمال الطريق مع Blue Strait")
        self.open(self.edition.get_absolute_url())

    def test_every_link_carries_the_short_address_under_a_name_of_its_own(self):
        links = self.find_all(".share a")
        found = {one.get_attribute("data-share"): one for one in links}
        self.assertEqual(found.keys(), HOSTS.keys())
        for key, (host, name) in HOSTS.items():
            with self.subTest(key):
                address = urlsplit(found[key].get_attribute("href"))
                said = " ".join(value for _name, value in parse_qsl(address.query))
                self.assertEqual(address.netloc, host)
                self.assertIn(self.edition.short_url, said)
                self.assertEqual(found[key].text, name)
                self.assertGreaterEqual(min(found[key].size.values()), 24)
        self.assertEqual(self.find(".share").get_attribute("aria-label"), "شارك هذا الخبر")

    def test_the_keyboard_copies_the_short_address_and_is_told(self):
        # A browser without a head is counted as the robot that it says it is.
        agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"
        headless = {"userAgent": self.browser.execute_script("return navigator.userAgent")}
        self.browser.execute_cdp_cmd("Network.setUserAgentOverride", {"userAgent": agent})
        self.addCleanup(self.browser.execute_cdp_cmd, "Network.setUserAgentOverride", headless)
        self.browser.execute_cdp_cmd(
            "Browser.grantPermissions",
            {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
        )
        last = self.find_all(".share a")[-1]
        self.browser.execute_script("arguments[0].focus()", last)
        last.send_keys(Keys.TAB)
        button = self.browser.switch_to.active_element
        self.assertEqual(button.text, "نسخ الرابط")
        button.send_keys(Keys.ENTER)
        self.wait(lambda: self.find("[data-copied]").text or button.text == "نُسخ الرابط")
        copied = self.browser.execute_async_script(
            "const done = arguments[0]; navigator.clipboard.readText().then(done, done)"
        )
        self.assertEqual(copied, self.live_server_url + self.edition.short_url)
        self.wait(lambda: Edition.objects.get(pk=self.edition.pk).shares == 1)
        self.assertEqual(self.browser.get_cookies(), [])
        self.assert_quiet()

    def wait(self, condition):
        WebDriverWait(self.browser, PATIENCE).until(lambda _browser: condition())
