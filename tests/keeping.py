"""What tests of unsaved text share: a story, what the browser keeps, a crash, a lost network."""

from django.urls import reverse
from selenium.webdriver.support.ui import WebDriverWait

from articles.models import Article
from tests.browser import PATIENCE
from tests.desk import DeskTestCase
from tests.makers import make_article

TITLE = "البلدية تبدأ أعمال الطريق"
TYPED = "البلدية تلغي أعمال الطريق"
KEPT = """
    return Object.keys(localStorage).filter((key) => key.startsWith("newsroom:kept:"))
        .map((key) => JSON.parse(localStorage.getItem(key)))
"""
SAVE = '[name="_continue"]'


class KeepTestCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.article = make_article(title_ar=TITLE)
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])

    def wait(self, until):
        return WebDriverWait(self.browser, PATIENCE).until(lambda _browser: until())

    def kept(self):
        return self.browser.execute_script(KEPT)

    def type_title(self, text=TYPED, field="#id_title_ar"):
        title = self.wait_for(field)
        title.clear()
        title.send_keys(text)
        self.wait(lambda: any(one["fields"].get("title_ar") == text for one in self.kept()))

    def crash(self):
        """The window is gone without a word: no event, no question, the lock let go."""
        self.browser.get_log("browser")
        windows = set(self.browser.window_handles)
        self.browser.switch_to.new_window("tab")
        (lost,) = windows
        self.browser.execute_cdp_cmd("Target.closeTarget", {"targetId": lost})
        self.wait(lambda: len(self.browser.window_handles) == 1)
        self.resize(self.width)

    def offline(self, is_offline=True):
        self.browser.execute_cdp_cmd("Network.enable", {})
        self.browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
        )

    def shown(self, selector):
        return [one for one in self.find_all(selector) if one.is_displayed()]

    def saved_title(self):
        return Article.objects.get(pk=self.article.pk).title_ar
