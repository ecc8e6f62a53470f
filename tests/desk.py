"""An editor at work in a real browser: signs in, writes, presses what carries a word."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser import PATIENCE, BrowserTestCase
from tests.makers import make_user


class DeskTestCase(BrowserTestCase):
    """The newsroom as its managing editor sees it."""

    def setUp(self):
        super().setUp()
        self.editor = make_user("managing_editor")
        self.sign_in(self.editor)

    def tearDown(self):
        # A page with unsaved text protests when the next test leaves it.
        self.browser.get("about:blank")
        super().tearDown()

    def sign_in(self, user):
        client = Client()
        client.force_login(user)
        self.assertIn(SESSION_KEY, client.session)
        self.open(reverse("admin:login"))
        name = settings.SESSION_COOKIE_NAME
        self.browser.add_cookie({"name": name, "value": client.cookies[name].value, "path": "/"})

    def write(self, *keys):
        """Type where the focus is, once a button that was pressed has given it back."""
        WebDriverWait(self.browser, PATIENCE).until(
            lambda browser: browser.switch_to.active_element.tag_name not in ("button", "body")
        )
        self.browser.switch_to.active_element.send_keys(*keys)

    def shape(self, word):
        """Press a button of the editor by the word on it."""
        for button in self.find_all(".editor-bar button"):
            if button.get_attribute("textContent") == word:
                # On a phone the bar is longer than the page is wide.
                self.browser.execute_script("arguments[0].scrollIntoView()", button)
                return button.click()
        raise AssertionError(f"no button «{word}»")

    def wait_until_closed(self):
        """Wait for the link's dialog to go and the text to have the focus again."""
        WebDriverWait(self.browser, PATIENCE).until(
            lambda browser: (
                not self.find_all(".link-dialog")
                and "ProseMirror" in (browser.switch_to.active_element.get_attribute("class") or "")
            )
        )

    def body(self, language="ar"):
        field = f"return document.querySelector('#id_body_{language}').value"
        return self.browser.execute_script(field)

    def choose(self, field, typed):
        """Find something in a field that finds, and take the first."""
        self.press(f"#{field} + .select2 .select2-selection")
        self.wait_for(".select2-search__field").send_keys(typed)
        self.wait_for(".select2-results__option--highlighted:not(.loading-results)")
        WebDriverWait(self.browser, PATIENCE).until(
            lambda _browser: typed in self.find(".select2-results__option--highlighted").text
        )
        self.find(".select2-search__field").send_keys(Keys.ENTER)

    def send(self, selector):
        """Press a button of the form and wait for the page that answers."""
        page = self.find("html")
        self.press(selector)
        WebDriverWait(self.browser, PATIENCE).until(
            lambda browser: (
                self.find("html") != page
                and browser.execute_script("return document.readyState") == "complete"
            )
        )
